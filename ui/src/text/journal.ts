/** Texts of the journal's own page. */

export const journal = {
  lead: 'Setiap perubahan tercatat di sini: siapa, kapan, di meja mana, apa yang semula dan menjadi. Catatan tidak dapat diubah atau dihapus.',
  head: {
    title: 'Ujung jurnal', entry: (seq: string) => `catatan nomor ${seq}`, none: 'Belum ada catatan.', hash: 'Sidik ujung jurnal',
    about: 'Catat sidik ini di tempat lain, misalnya pada laporan bulanan. Bila jurnal dipotong atau diganti, sidiknya tidak akan sama lagi.',
    copy: 'Salin sidik', copied: 'Sidik ujung jurnal tersalin',
  },
  verified: (upTo: string) => `Sudah diperiksa sampai catatan nomor ${upTo}`, round: (when: string) => `seluruhnya terakhir diperiksa ulang ${when}`,
  problems: (count: string) => `${count} masalah ditemukan pada jurnal`,
  problemsText: 'Pekerjaan dapat dilanjutkan. Salin dahulu folder kantor, lalu jalankan Periksa data pada bagian Data kantor untuk laporan lengkapnya.',
  mark: (count: string) => `Jurnal: ${count} masalah`,
  filters: 'Saring jurnal', by: 'Petugas', anybody: 'Semua petugas', action: 'Tindakan', anything: 'Semua tindakan',
  list: 'Catatan jurnal', columns: { seq: 'Nomor', at: 'Waktu', label: 'Tindakan', by: 'Petugas', case: 'Perkara' },
  none: { title: 'Belum ada catatan', text: 'Setiap pekerjaan di kantor ini akan tercatat di sini.' },
  noneThen: { title: 'Tidak ada catatan yang cocok', text: 'Ubah petugas, tindakan, atau tanggalnya.' },
  open: (seq: string) => `Buka catatan nomor ${seq}`,
  entry: {
    title: (seq: string) => `Catatan jurnal nomor ${seq}`, what: 'Yang terjadi', changed: 'Yang berubah', before: 'Semula', after: 'Menjadi', field: 'Isian', empty: '(kosong)',
    by: 'Petugas', at: 'Waktu', desk: 'Meja', deskSeq: (seq: string) => `catatan meja nomor ${seq}`, case: 'Perkara', toCase: (agenda: string) => `Agenda ${agenda}`,
    chain: 'Rantai', hash: 'Sidik catatan ini', prev: 'Sidik catatan sebelumnya', first: 'Catatan pertama meja ini',
    broken: 'Isi catatan ini tidak lagi sesuai dengan sidiknya: ada yang mengubahnya dari luar program. Bandingkan dengan cadangan.',
  },
  export: {
    button: 'Ekspor jurnal …', title: 'Ekspor jurnal',
    about: 'Jurnal ditulis sebagai berkas JSON Lines yang dapat diperiksa siapa pun tanpa program ini dan tanpa kata sandi.',
    period: 'Kurun yang diekspor mengikuti tanggal pada daftar; tanpa tanggal seluruh jurnal ditulis.',
    personal: 'Sertakan data pribadi', personalHint: 'NIK, NIP, nama, dan isian lain dibuka dalam berkas. Tanpa ini berkas tetap dapat diperiksa.',
    action: 'Pilih tempat dan tulis', save: 'Simpan jurnal sebagai', name: 'jurnal.jsonl', writing: 'Menulis jurnal',
    done: (entries: string) => `Jurnal ditulis: ${entries} catatan`,
  },
};
