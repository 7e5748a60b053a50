export const home = {
  title: 'Beranda',
  queues: {
    overdue: 'Lewat tenggat', due_today: 'Tenggat hari ini', waiting: 'Menunggu pihak lain', unsigned: 'Surat belum kembali', scans: 'Pindaian menunggu',
    drafts: 'Ketikan belum selesai', mine: 'Tugas saya',
  },
  summary: 'Ringkasan pekerjaan',
  all: 'Lihat semua',
  allOf: (queue: string) => `Lihat semua: ${queue}`,
  none: {
    overdue: 'Tidak ada perkara yang lewat tenggat.', due_today: 'Tidak ada tenggat lagi hari ini.', waiting: 'Tidak ada yang ditunggu.',
    unsigned: 'Semua surat yang perlu ditandatangani sudah kembali.', scans: 'Tidak ada pindaian yang menunggu.', drafts: 'Tidak ada ketikan yang tertinggal.', mine: 'Belum ada perkara yang ditugaskan kepada Anda.',
  },
  since: (when: string) => `sejak ${when}`,
  clock: { rests: 'waktu kerja berhenti', runs: 'waktu tetap berjalan' },
  noNumber: 'Tanpa nomor',
  draft: {
    fresh: 'Permohonan baru', owner: 'Data pemilik', newOwner: 'Pemilik baru', certificate: 'Sertifikat', step: (step: string) => `Langkah ${step}`,
    note: 'Catatan perkara',
    letter: 'Surat', settings: 'Pengaturan', other: 'Ketikan lain', saved: (when: string) => `tersimpan ${when}`,
  },
  byService: {
    title: 'Sedang berjalan menurut layanan', open: 'berjalan', waiting: 'menunggu', closed: (count: string) => `${count} selesai`,
    row: (service: string, open: string, waiting: string) => `${service}: ${open} berjalan, ${waiting} menunggu`,
  },
  first: {
    title: 'Kantor ini siap diisi',
    text: 'Empat langkah ini cukup untuk melayani permohonan pertama.',
    done: 'sudah',
    steps: {
      office: { title: 'Lengkapi profil kantor', text: 'Nama, alamat, kop surat, dan pola nomor.', go: 'Isi profil' },
      officials: { title: 'Catat pejabat penanda tangan', text: 'Surat memerlukan nama, NIP, dan jabatan penanda tangan.', go: 'Catat pejabat' },
      sops: { title: 'Periksa SOP yang dipakai', text: 'Pastikan langkah dan waktunya sama dengan SOP kantor.', go: 'Lihat SOP' },
      request: { title: 'Buka permohonan pertama', text: 'Nomor agenda diberikan dengan sendirinya.', go: 'Permohonan baru' },
    },
  },
};
