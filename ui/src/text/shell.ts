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
    beranda: 'Beranda', permohonan: 'Permohonan', surat: 'Surat', pemilik: 'Pemilik', sop: 'SOP', pengaturan: 'Pengaturan',
  },
  unknown: { title: 'Halaman ini tidak ada', text: 'Alamatnya mungkin sudah berubah. Kembali ke Beranda untuk melanjutkan.' },
};
