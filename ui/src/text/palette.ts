export const palette = {
  title: 'Cari dan perintah',
  placeholder: 'Cari nama, NIP, nomor surat, OPD, atau perintah …',
  results: 'Hasil',
  groups: { case: 'Perkara', owner: 'Pemilik', letter: 'Surat', action: 'Perintah', place: 'Tempat', recent: 'Perkara terbaru' },
  nothing: (text: string) => `Tidak ada yang cocok dengan “${text}”.`,
  nothingHint: 'Coba sebagian nama, nomor agenda, NIP, atau nomor surat.',
  searching: 'Mencari …',
  found: (count: number) => `${count} hasil`,
  keys: { move: 'pilih', open: 'buka', close: 'tutup' },
  actions: {
    newCase: 'Permohonan baru', newOwner: 'Tambah pemilik', note: 'Tambah catatan pada perkara ini', overdue: 'Lihat perkara yang lewat tenggat',
    waiting: 'Lihat perkara yang menunggu pihak lain', lock: 'Kunci meja',
  },
};
