export const shared = {
  required: 'Wajib diisi',
  choose: 'Pilih …',
  mend: 'Perbaiki dahulu:',
  saving: 'Menyimpan …',
  savedAt: (time: string) => `Tersimpan ${time}`,
  saveFailed: 'Belum tersimpan.',
  tryAgain: 'Coba lagi',
  reference: 'Rujukan:',
  copy: 'Salin',
  copied: 'Tersalin',
  cancel: 'Batal',
  close: 'Tutup',
  closeDialog: 'Tutup jendela ini (Esc)',
  save: 'Simpan',
  back: 'Kembali',
  loading: 'Memuat …',
  more: 'Tampilkan lebih banyak',
  files: {
    drop: 'Seret berkas ke sini, atau', dropHere: 'seret ke sini, atau', release: 'Lepaskan di sini', choose: 'pilih berkas', chooseFor: (name: string) => `Pilih berkas: ${name}`,
    one: 'Hanya satu berkas yang diterima di sini. Pilih lagi satu berkas.',
  },
  dates: {
    dateHint: 'Misalnya 21/11/2026', momentHint: 'Misalnya 21/11/2026 10.39', calendar: 'Pilih pada kalender',
    dateUnreadable: 'Tanggal ini tidak terbaca. Tulis tanggal, bulan, dan tahun, misalnya 21/11/2026.',
    momentUnreadable: 'Waktu ini tidak terbaca. Tulis tanggal dan jam, misalnya 21/11/2026 10.39.',
  },
  period: { since: 'Dari tanggal', until: 'Sampai tanggal', clear: 'Semua tanggal' },
  none: 'Tidak ada',
  reload: 'Muat ulang',
  standings: { open: 'Berjalan', waiting: 'Menunggu', closed: 'Selesai', withdrawn: 'Dibatalkan' } as Record<string, string>,
  services: {
    penerbitan: 'Penerbitan', pembaruan: 'Pembaruan', pencabutan: 'Pencabutan', 'perubahan-data': 'Perubahan data', 'lupa-passphrase': 'Lupa passphrase',
    lainnya: 'Lainnya',
  } as Record<string, string>,
  /** A government without the word before its name. */
  government: (name: string) => name.replace(/^Pemerintah (Daerah )?/, ''),
  /** The same as short as lists want it. */
  shortGovernment: (name: string) => shared.government(name).replace(/^Kabupaten /, 'Kab. ').replace(/^Provinsi /, 'Prov. '),
  channels: {
    surat: 'surat', 'e-mail': 'e-mail', sitante: 'SITANTE', 'datang-langsung': 'datang langsung', 'aplikasi-lain': 'aplikasi lain',
  } as Record<string, string>,
};
