import { paperName } from './papers';

export const outgoing = {
  title: 'Surat yang sedang dikirim',
  none: 'Tidak ada surat yang sedang dikirim.',
  way: 'Kirim lewat',
  ways: { printer: 'Printer', folder: 'Folder keluaran' },
  printer: 'Printer', usual: 'Printer bawaan', notReady: (name: string) => `${name} (tidak siap)`,
  noPrinters: 'Tidak ada printer di komputer ini. Buka dengan aplikasi lain, simpan sebagai PDF, atau kirim ke folder keluaran.',
  noFolder: 'Belum dipilih. Pilih foldernya di Pengaturan, bagian Folder dan printer.',
  copies: 'Rangkap', copiesWrong: 'Isi 1 sampai 99 rangkap.',
  why: 'Mengapa dicetak lagi?', whyNeeded: 'Pilih atau tuliskan alasannya.',
  whyHint: 'Surat ini sudah pernah dicetak atau sedang dalam antrean. Alasannya tersimpan dalam riwayat cetak.',
  reasons: ['Salinan untuk arsip', 'Cetakan rusak', 'Hilang'], otherReason: 'Alasan lain …', ownWords: 'Alasan mencetak lagi',
  send: { printer: 'Cetak', folder: 'Kirim ke folder' },
  openElsewhere: 'Buka dengan aplikasi lain', saveTitle: 'Simpan surat',

  underway: (count: number) => (count === 1 ? 'Mengirim 1 surat' : `Mengirim ${count} surat`),
  failed: (count: number) => (count === 1 ? '1 surat gagal dikirim' : `${count} surat gagal dikirim`),
  waiting: (count: number) => (count === 1 ? '1 surat menunggu folder' : `${count} surat menunggu folder`),
  mark: (count: number, failed: number, waiting: number) =>
    [`${count} surat sedang dikirim`, failed && `${failed} gagal`, waiting && `${waiting} menunggu folder`].filter(Boolean).join(', ') + '. Buka daftarnya.',

  states: { menunggu: 'Menunggu', dikirim: 'Sedang dikirim', gagal: 'Gagal' },
  number: (number: string) => `Nomor ${number}`,
  agenda: (agenda: string) => `Agenda ${agenda}`,
  times: (copies: number) => `${copies} rangkap`,
  problem: (why: string) => `Belum keluar: ${why}${/[.!?]$/.test(why) ? '' : '.'}`,
  again: (at: string) => `Dicoba lagi sendiri pukul ${at}.`,
  retry: 'Coba lagi', drop: 'Hapus dari antrean', stop: 'Hentikan',
  for: (action: string, title: string) => `${action}: ${title}`,

  set: {
    action: 'Cetak set …', title: 'Cetak set', reading: 'Membaca surat perkara …', papers: 'Surat yang dicetak', none: 'Perkara ini belum memiliki surat yang dapat dicetak.',
    all: 'Rangkap semua', copiesOf: (title: string) => `Rangkap ${title}`,
    made: 'Dibuat saat dicetak, menurut keadaan perkara sekarang', unnumbered: 'Tanpa nomor', dated: (day: string) => `tanggal ${day}`,
    version: (version: number) => `versi ${version}`, paper: (paper: string) => `kertas ${paperName(paper)}`, printed: (copies: number) => `sudah dicetak ${copies} rangkap`,
    renew: 'Perbarui dahulu: perkara sudah berubah sejak lembar ini dibuat', renewFor: (title: string) => `Perbarui ${title} dahulu`,
    cannot: (why: string) => `Belum dapat dibuat. ${why}`,
    nothing: 'Centang paling sedikit satu surat.', copiesWrong: 'Isi 1 sampai 99 rangkap pada setiap surat yang dicentang.',
    whyHint: 'Sebagian surat yang dicentang sudah pernah dicetak atau sedang dalam antrean. Alasannya tersimpan dalam riwayat cetak.',
    send: { printer: (count: number) => `Cetak ${count} surat`, folder: (count: number) => `Kirim ${count} surat ke folder` },
    progress: (done: number, all: number) => `${done} dari ${all} surat selesai`,
    ended: (out: number, all: number, way: string) => `${out} dari ${all} surat ${way === 'folder' ? 'diletakkan di folder keluaran' : 'tercetak'}.`,
    states: { menunggu: 'Menunggu', dikirim: 'Sedang dikirim', gagal: 'Gagal', tercetak: 'Tercetak', folder: 'Di folder', dihentikan: 'Dihentikan', ditolak: 'Tidak dikirim' },
    retry: 'Coba lagi yang gagal', stop: 'Hentikan sisanya', close: 'Tutup',
    goesOn: 'Boleh ditutup: pencetakan berlanjut dan hasilnya tetap diberitahukan.',
    stays: 'Yang gagal tetap dalam antrean sampai dicoba lagi atau dihapus.',
  },

  log: {
    title: 'Riwayat cetak', about: 'Siapa mencetak surat apa, kapan, di printer mana, dan hasilnya.',
    list: 'Daftar pencetakan',
    columns: { at: 'Waktu', letter: 'Surat', printer: 'Printer', result: 'Hasil', reason: 'Alasan dicetak lagi' },
    results: { tercetak: 'Tercetak', gagal: 'Gagal', dihentikan: 'Dihentikan' },
    usual: 'Printer bawaan', again: 'Dicetak lagi', noReason: 'Tanpa alasan tercatat', version: (version: number) => `versi ${version}`,
    untitled: 'Judul telah dihapus', unnumbered: 'Tanpa nomor',
    none: { title: 'Belum ada pencetakan', text: 'Setiap surat yang dicetak, gagal dicetak, atau dihentikan akan tercatat di sini.' },
    noneThen: { title: 'Tidak ada pencetakan pada kurun ini', text: 'Ubah atau kosongkan tanggalnya untuk melihat yang lain.' },
  },

  left: (title: string, copies: number, way: string) =>
    way === 'folder' ? `${title} sudah diletakkan di folder keluaran, ${copies} rangkap.` : `${title} sudah dicetak, ${copies} rangkap.`,
  refused: (title: string, why: string) => `${title} belum keluar: ${why}`,
};
