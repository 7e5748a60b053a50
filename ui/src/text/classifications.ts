/** Texts of the list of archive classification codes. */

export const classifications = {
  lead: 'Kode klasifikasi arsip yang dipakai kantor. Kode dicari dari daftar ini saat bentuk surat dan penomoran diatur.',
  import: 'Impor CSV …', importTitle: 'Pilih berkas CSV daftar klasifikasi',
  sample: 'Simpan contoh CSV …', sampleTitle: 'Simpan contoh CSV', sampleName: 'contoh-klasifikasi.csv', sampleSaved: 'Contoh CSV disimpan',
  save: 'Simpan daftar …', saveTitle: 'Simpan daftar klasifikasi sebagai CSV', saveName: 'klasifikasi.csv', saved: 'Daftar klasifikasi disimpan',
  drop: 'Lepaskan berkas CSV di sini', oneFile: 'Pilih satu berkas saja.',
  empty: {
    title: 'Daftar klasifikasi masih kosong',
    text:
      'Siapkan daftar kode klasifikasi kantor di Excel: kolom kode, uraian, dan bila perlu keterangan. Jadikan kolom kode berformat Teks supaya ' +
      'kode seperti 000.10 tidak diubah Excel menjadi angka. Simpan sebagai CSV UTF-8, lalu impor di sini.',
  },
  standing: (codes: string, when: string, who: string) => `${codes} kode, berlaku sejak ${when} oleh ${who}`,
  search: 'Cari kode atau uraian', none: (typed: string) => `Tidak ada kode yang cocok dengan “${typed}”.`,
  list: 'Daftar klasifikasi', columns: { code: 'Kode', name: 'Uraian', note: 'Keterangan' },
  shown: (shown: string, all: string) => `${shown} dari ${all} kode`, more: 'Tampilkan lagi',

  restore: 'Kembalikan daftar sebelumnya …', restoreTitle: 'Kembalikan daftar sebelumnya?', restoreAction: 'Kembalikan', restored: 'Daftar sebelumnya dikembalikan',
  restoreText: (codes: string, when: string) =>
    `Daftar sebelumnya berisi ${codes} kode dan berlaku sejak ${when}. Daftar yang sekarang dapat dikembalikan dengan cara yang sama.`,
  restoreNone: 'Sebelum daftar ini belum ada daftar, sehingga daftar menjadi kosong. Daftar yang sekarang dapat dikembalikan dengan cara yang sama.',

  preview: 'Impor daftar klasifikasi', reading: 'Membaca berkas …', again: 'Periksa lagi', take: 'Ambil daftar', taken: 'Daftar klasifikasi diambil',
  how: 'Kode yang tidak ada dalam berkas',
  ways: { keep: 'tetap ada dalam daftar', replace: 'dihapus dari daftar (ganti seluruh daftar)' },
  counts: { added: 'Baru', changed: 'Berubah', unchanged: 'Tetap', removed: 'Dihapus' } as Record<string, string>,
  same: 'Berkas ini sama dengan daftar yang berlaku. Tidak ada yang perlu diambil.',
  changes: 'Yang berubah', was: (name: string) => `semula: ${name}`, andMore: (count: string) => `dan ${count} lagi`,
  faulty: (count: string) => `${count} kesalahan pada berkas`,
  faultyText: 'Tidak ada yang diambil sampai semuanya diperbaiki. Perbaiki berkasnya, simpan, lalu tekan Periksa lagi.',
  faults: 'Kesalahan pada berkas', line: (line: string) => `Baris ${line}`, whole: 'Berkas',

  options: 'Kode klasifikasi', found: (count: number) => (count ? `${count} kode cocok` : 'Tidak ada kode yang cocok'),
  unknown: 'Kode ini tidak ada di daftar klasifikasi.',
};
