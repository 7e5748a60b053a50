/** What kind of trouble each code of the core is: how the screen speaks of it. The sentence itself comes with the error. */

import type { ErrorCode } from './generated/wire';

export interface Trouble {
  /** Heading over the core's sentence. */
  title: string;
  /** What the officer can press. */
  remedy: 'mend' | 'reload' | 'retry' | 'open-settings' | 'tell';
}

const mend = (title: string): Trouble => ({ title, remedy: 'mend' });
const reload = (title: string): Trouble => ({ title, remedy: 'reload' });
const retry = (title: string): Trouble => ({ title, remedy: 'retry' });
const settings = (title: string): Trouble => ({ title, remedy: 'open-settings' });
const tell = (title: string): Trouble => ({ title, remedy: 'tell' });

/** A code of the core without a text does not compile. */
export const troubles = {
  'bad-json': tell('Perintah tidak terbaca'),
  'bad-arguments': tell('Isian tidak sesuai bentuknya'),
  'too-large': mend('Isian terlalu besar'),
  'unknown-command': tell('Perintah tidak dikenal'),
  'not-found': reload('Data tidak ditemukan'),
  conflict: mend('Nilai sudah dipakai'),
  'invalid-fields': mend('Isian perlu diperbaiki'),
  'text-needed': mend('Isian masih kosong'),
  'text-too-long': mend('Isian terlalu panjang'),
  'control-character': mend('Isian memuat karakter tersembunyi'),
  'unknown-choice': mend('Pilihan tidak dikenal'),
  'in-future': mend('Waktu belum tiba'),
  'too-early': mend('Waktu mendahului langkah sebelumnya'),
  incomplete: mend('Masih ada yang kurang'),
  unconfirmed: mend('Perlu dipastikan'),
  stale: reload('Perkara sudah berubah'),
  'case-closed': reload('Perkara sudah selesai'),
  'case-withdrawn': reload('Permohonan sudah dibatalkan'),
  'case-open': reload('Perkara masih berjalan'),
  'other-step': reload('Langkah sudah berpindah'),
  'outcome-needed': mend('Keputusan belum dipilih'),
  'nothing-to-undo': reload('Tidak ada yang dapat diurungkan'),
  'effect-stands': mend('Akibat pada sertifikat sudah berlaku'),
  secret: mend('Isian memuat rahasia'),
  'number-used': mend('Nomor surat sudah terpakai'),
  waiting: reload('Keadaan menunggu sudah berubah'),
  document: mend('Berkas tidak dapat dipakai'),
  letter: reload('Surat tidak ditemukan'),
  'letter-incomplete': mend('Isi surat belum lengkap'),
  message: mend('Pesan belum lengkap'),
  number: mend('Nomor surat tidak dapat dibentuk'),
  content: tell('Berkas isi kantor bermasalah'),
  retention: reload('Aturan retensi belum memungkinkan'),
  'office-closed': reload('Kantor belum dibuka'),
  'no-profile': settings('Profil kantor belum diisi'),
  'no-signatory': settings('Penanda tangan belum ada'),
  file: mend('Berkas tidak dapat dibuka'),
  outside: retry('Printer atau program lain menolak'),
  calendar: settings('Kalender belum lengkap'),
  'not-an-office': mend('Tidak ada data kantor di folder ini'),
  'office-exists': mend('Folder ini sudah berisi data kantor'),
  'in-use': retry('Data kantor sedang dibuka'),
  'wrong-passphrase': mend('Kata sandi tidak cocok'),
  account: mend('Kunci terikat pada akun Windows'),
  'no-such-user': mend('Pengguna tidak terdaftar'),
  'too-many-tries': retry('Terlalu banyak percobaan'),
  forbidden: mend('Peran Anda tidak mengizinkannya'),
  'passphrase-too-short': mend('Kata sandi terlalu pendek'),
  keys: tell('Kunci data kantor bermasalah'),
  'store-damaged': tell('Data kantor rusak'),
  'store-newer': tell('Data kantor lebih baru daripada program'),
  'stored-file': tell('Berkas tersimpan hilang atau berubah'),
  'person-erased': reload('Data orang ini sudah dihapus'),
  stopped: retry('Pekerjaan dihentikan'),
  'backup-place': retry('Tempat cadangan tidak dapat dipakai'),
  backup: reload('Cadangan tidak dapat dipakai'),
  'disk-full': retry('Penyimpanan penuh'),
  held: retry('Berkas data sedang ditahan program lain'),
  'read-only': retry('Folder data tidak dapat ditulisi'),
  'disk-fault': retry('Penyimpanan bermasalah'),
  update: mend('Pembaruan tidak dapat dipasang'),
  store: retry('Data tidak dapat disimpan'),
  internal: tell('Terjadi kesalahan pada program'),
} satisfies Record<ErrorCode, Trouble>;
