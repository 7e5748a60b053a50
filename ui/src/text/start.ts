export const start = {
  product: 'Sandika',
  tagline: 'Layanan sertifikat elektronik menurut SOP kantor Anda',
  user: 'Nama petugas', userHint: 'Tercatat pada setiap langkah yang dikerjakan.',
  passphrase: 'Kata sandi', again: 'Ulangi kata sandi', show: 'Tampilkan kata sandi', hide: 'Sembunyikan kata sandi', capsLock: 'Caps Lock menyala.',
  differ: 'Kedua kata sandi belum sama. Ketik ulang yang kedua.', userNeeded: 'Nama petugas wajib diisi.', passphraseNeeded: 'Kata sandi wajib diisi.',

  welcome: {
    title: 'Selamat datang', lead: 'Belum ada kantor di komputer ini. Buat kantor untuk layanan, atau lihat-lihat dahulu di kantor latihan.',
    create: 'Buat kantor', createText: 'Empat langkah: kata sandi, lembar pemulihan, kop surat, dan kepala dinas. Yang lain boleh nanti.',
    practice: 'Coba di kantor latihan', practiceText: 'Data rekaan yang sudah terisi. Tidak untuk layanan, dan selalu bertanda.',
    existing: 'Data kantor sudah ada di folder lain?', open: 'Buka folder …', openTitle: 'Pilih folder data kantor',
  },

  create: {
    title: 'Buat kantor', step: 'Langkah 1 dari 4', then: 'Sesudah ini: lembar pemulihan, kop surat, lalu kepala dinas. Anda menjadi admin kantor ini.',
    hint: 'Paling sedikit 10 karakter. Beberapa kata yang mudah Anda ingat lebih kuat daripada satu kata yang rumit.',
    strength: 'Kekuatan:',
    warningTitle: 'Kata sandi ini tidak disimpan di mana pun',
    warning:
      'Data kantor dikunci dengannya. Bila kata sandi admin hilang, hanya lembar pemulihan yang membuka kantor; cetak lembar itu pada langkah berikut ' +
      'dan simpan di tempat yang terkunci.',
    understood: 'Kata sandi sudah dicatat dan disimpan dengan aman', understoodNeeded: 'Catat dahulu kata sandinya, lalu beri tanda centang.',
    folder: 'Letak data kantor', otherFolder: 'Pilih folder lain …', folderTitle: 'Pilih folder kosong untuk data kantor', usualFolder: 'Pakai letak biasa',
    submit: 'Buat kantor', busy: 'Membuat kantor …',
  },

  /** What the strength of a passphrase is called, and what would make it stronger. */
  strengths: {
    short: { label: 'terlalu pendek', advice: (left: number) => `Tambahkan paling sedikit ${left} karakter lagi.` },
    weak: { label: 'lemah', advice: 'Mudah ditebak. Tambahkan beberapa kata yang tidak berhubungan.' },
    fair: { label: 'cukup', advice: 'Satu kata lagi membuatnya kuat.' },
    strong: { label: 'kuat', advice: 'Baik. Pastikan Anda dapat mengingatnya.' },
  },

  unlock: {
    title: 'Buka kantor', lead: 'Data kantor terkunci. Masukkan nama dan kata sandi Anda.', at: 'Data di',
    submit: 'Buka', busy: 'Membuka …', wrong: 'Kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu ketik ulang.',
    practice: 'Coba di kantor latihan', otherFolder: 'Buka folder lain …', forgotten: 'Lupa kata sandi?',
  },

  practice: {
    title: 'Kantor latihan', mark: 'Latihan',
    lead:
      'Semua nama, nomor, dan surat di kantor latihan adalah rekaan. Setiap layar bertanda “Kantor latihan”, dan datanya terpisah dari kantor ' +
      'layanan.',
    submit: 'Masuk ke kantor latihan', busy: 'Menyiapkan kantor latihan …',
  },
};
