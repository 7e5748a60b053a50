export const shell = {
  product: 'Sandika',
  main: 'Utama',
  skip: 'Langsung ke isi',
  search: 'Cari nama, NIP, nomor surat, OPD …',
  newCase: 'Permohonan baru',
  practice: 'Kantor latihan: data rekaan, tidak untuk layanan',
  leavePractice: 'Keluar dari latihan',
  lock: 'Kunci',
  places: {
    beranda: 'Beranda', permohonan: 'Permohonan', pindai: 'Kotak Pindai', surat: 'Surat', pemilik: 'Pemilik', sop: 'SOP', pengaturan: 'Pengaturan',
  },
  counts: {
    overdue: (count: string) => `, ${count} lewat tenggat`, running: (count: string) => `, ${count} berjalan`, unsigned: (count: string) => `, ${count} menunggu tanda tangan`,
  },
  unknown: { title: 'Halaman ini tidak ada', text: 'Alamatnya mungkin sudah berubah. Kembali ke Beranda untuk melanjutkan.' },
};
