export const settings = {
  title: 'Pengaturan',
  of: (office: string) => `Berlaku untuk ${office}`,
  ofNone: 'Kantor ini belum diisi profilnya',
  parts: 'Bagian pengaturan',
  sections: {
    mulai: 'Siapkan kantor', profil: 'Profil dan kop', pejabat: 'Pejabat', pengguna: 'Pengguna', penomoran: 'Penomoran', klasifikasi: 'Klasifikasi', kertas: 'Kertas dan huruf', kalender: 'Kalender',
    perangkat: 'Folder dan printer', pindai: 'Folder pindai', isi: 'Isi kantor', jurnal: 'Jurnal', retensi: 'Retensi arsip', cadangan: 'Cadangan', pembaruan: 'Pembaruan program', data: 'Data kantor',
  } as Record<string, string>,
  unsavedMark: 'belum disimpan',
  unsaved: 'Ada perubahan yang belum disimpan',
  allSaved: 'Semua sudah disimpan',
  recovered: 'Ketikan Anda yang belum disimpan dipulihkan.',
  discard: 'Buang perubahan',
  discarded: 'Perubahan dibuang', undo: 'Kembalikan',
  stored: 'Pengaturan disimpan',
  unknown: { title: 'Bagian ini tidak ada', text: 'Pilih salah satu bagian pengaturan.' },
  needsProfile: {
    title: 'Profil kantor belum diisi',
    text: 'Bagian ini melengkapi profil kantor. Isi nama dan alamat kantor dahulu; setelah itu bagian ini dapat diatur.',
    go: 'Isi profil kantor',
  },
  notANumber: (label: string) => `${label} harus berupa angka, misalnya 20 atau 27,5.`,

  profile: {
    lead: 'Tercetak pada kop setiap surat dan dipakai pada isi surat serta nomor.',
    who: 'Kantor', where: 'Alamat pada kop', also: 'Wilayah dan e-mail dinas',
    government: 'Pemerintah daerah', governmentHint: 'Baris pertama kop, misalnya Pemerintah Kabupaten Contoh.',
    name: 'Nama kantor', nameHint: 'Baris kedua kop, misalnya Dinas Komunikasi dan Informatika.',
    shortName: 'Nama singkat', shortNameHint: 'Misalnya Diskominfo.',
    section: 'Bidang yang melayani', sectionHint: 'Misalnya Bidang Persandian dan Keamanan Informasi; boleh kosong.',
    region: 'Daerah', regionHint: 'Misalnya Kabupaten Contoh.',
    province: 'Provinsi', city: 'Kota tempat surat', cityHint: 'Tertulis di depan tanggal surat.',
    zone: 'Zona waktu', zones: [
      { value: 'wib', label: 'WIB (Indonesia Barat)' }, { value: 'wita', label: 'WITA (Indonesia Tengah)' }, { value: 'wit', label: 'WIT (Indonesia Timur)' },
    ],
    address: 'Alamat', phone: 'Telepon', email: 'E-mail', website: 'Laman',
    endings: 'Akhiran e-mail dinas', endingsHint: 'Satu pada setiap baris, misalnya contohkab.go.id. Akhiran umum seperti go.id sudah dikenal; boleh kosong.',
    emblem: 'Lambang daerah', emblemHint: 'Gambar PNG atau JPEG, paling besar 4 MB. Latar tembus pandang menjadi putih.',
    pick: 'Pilih gambar …', pickTitle: 'Pilih lambang (PNG atau JPEG)', replace: 'Ganti gambar …', remove: 'Hapus lambang', noEmblem: 'Belum ada lambang.',
    previewHint: 'Begini kop pada surat.',
    empty: { government: 'Pemerintah daerah', name: 'Nama kantor', address: 'Alamat kantor' },
    contact: { phone: 'Telepon', email: 'Pos-el', website: 'Laman' },
  },

  officials: {
    lead: 'Yang menandatangani surat, dengan kedudukan dan masa jabatannya.',
    add: 'Tambah pejabat', edit: 'Ubah', editOf: (name: string) => `Ubah ${name}`, back: 'Semua pejabat',
    noneTitle: 'Belum ada pejabat', noneText: 'Surat memerlukan penanda tangan. Mulai dengan kepala dinas.',
    newTitle: 'Pejabat baru', editTitle: 'Data pejabat', erased: 'Data pejabat ini sudah dihapus.', stored: 'Data pejabat disimpan',
    columns: { name: 'Nama', role: 'Peran', post: 'Jabatan', time: 'Berlaku' },
    role: 'Menandatangani sebagai', roleHint: 'Bentuk surat menyebut peran ini; satu peran dapat berganti orang.',
    roles: { 'kepala-dinas': 'Kepala dinas', 'kepala-bidang': 'Kepala bidang', petugas: 'Petugas' } as Record<string, string>,
    ownRole: 'Peran lain', ownRoleLabel: 'Sebutan peran', ownRoleHint: 'Satu kata tanpa spasi seperti tertulis pada bentuk surat, misalnya sekretaris.',
    name: 'Nama lengkap dengan gelar', nip: 'NIP', nipHint: '18 angka; boleh kosong.',
    rank: 'Pangkat dan golongan', grade: (grade: string) => `Golongan ${grade} (PPPK)`,
    post: 'Jabatan', postHint: 'Seperti tercetak, misalnya Kepala Dinas Komunikasi dan Informatika.',
    acting: 'Kedudukan', actings: [
      { value: 'holder', label: 'Pejabat definitif' }, { value: 'plt', label: 'Plt. (pelaksana tugas)' }, { value: 'plh', label: 'Plh. (pelaksana harian)' },
      { value: 'atas-nama', label: 'a.n. (atas nama)' }, { value: 'untuk-beliau', label: 'u.b. (untuk beliau)' },
    ],
    behalf: { 'a.n.': 'Atas nama (a.n.) jabatan', 'u.b.': 'Untuk beliau (u.b.) jabatan' } as Record<string, string>,
    behalfHint: 'Jabatan yang memberi mandat, misalnya Kepala Dinas.',
    from: 'Mulai berlaku', until: 'Sampai dengan', untilHint: 'Kosongkan bila belum ditentukan.',
    time: (from: string, until: string) => (from && until ? `${from} – ${until}` : from ? `sejak ${from}` : until ? `sampai ${until}` : 'tanpa batas waktu'),
    now: 'Berlaku', later: 'Belum mulai', over: 'Berakhir',
    previewHint: 'Begini blok tanda tangan pada surat.', emptyPost: 'Jabatan', emptyName: 'Nama pejabat', who: 'Orangnya', capacity: 'Jabatan dan kedudukan',
    whenTitle: 'Masa berlaku',
  },

  numbering: {
    lead: 'Setiap register menghitung sendiri, mulai dari 1 pada setiap tahun kalender.',
    registers: {
      keluar: { title: 'Surat keluar', text: 'Nomor surat yang diterbitkan kantor.' },
      masuk: { title: 'Agenda masuk', text: 'Nomor agenda setiap permohonan yang diterima.' },
    } as Record<string, { title: string; text: string }>,
    other: (id: string) => `Register ${id}`,
    pattern: 'Pola nomor', patternHint: 'Teks biasa dengan bagian di antara kurung kurawal. {urut} wajib ada; {urut:3} menulis 012.',
    insert: 'Sisipkan bagian', parts: 'Bagian nomor', insertOne: (token: string) => `Sisipkan {${token}}`,
    classification: 'Klasifikasi', classificationHint: 'Dipakai bila bentuk surat tidak menyebut kodenya sendiri.',
    unit: 'Unit', unitHint: 'Singkatan kantor, misalnya Diskominfo.', section: 'Bidang', sectionHint: 'Kode bidang, misalnya 05.',
    tokens: {
      klasifikasi: 'kode klasifikasi arsip', urut: 'nomor urut', unit: 'singkatan kantor', bidang: 'kode bidang', register: 'nama register',
      bulan_romawi: 'bulan dengan angka Romawi', bulan: 'bulan dengan dua angka', tahun: 'tahun surat',
    } as Record<string, string>,
    next: 'Nomor berikutnya', nextHint: 'Nomor berikutnya menurut register dan tanggal hari ini. Surat yang mempunyai kode klasifikasi sendiri memakai kodenya.',
  },

  paper: {
    lead: 'Dipakai semua surat, kecuali surat yang meminta kertas lain.',
    paper: 'Kertas', papers: [
      { value: 'f4', label: 'F4 (215 × 330 mm)' }, { value: 'a4', label: 'A4 (210 × 297 mm)' }, { value: 'legal', label: 'Legal (215,9 × 355,6 mm)' },
    ],
    typeface: 'Huruf', typefaces: [
      { value: 'arimo', label: 'Arimo (seperti Arial)' }, { value: 'tinos', label: 'Tinos (seperti Times New Roman)' },
      { value: 'bonum', label: 'Bonum (seperti Bookman)' }, { value: 'own', label: 'Huruf kantor sendiri …' },
    ],
    own: {
      title: 'Huruf kantor sendiri',
      hint:
        'Pilih berkas .ttf atau .otf dari satu keluarga huruf, yang biasa, tebal, dan miring sekaligus; yang biasa wajib ada. Setiap berkas paling ' +
        'besar 10 MB. Berkasnya disimpan bersama data kantor. Pastikan kantor berhak memakai huruf itu.',
      installed: 'Pilih dari huruf komputer ini …', pick: 'Pilih berkas huruf …', pickTitle: 'Pilih berkas huruf: biasa, tebal, dan miring', replace: 'Ganti berkas huruf …', remove: 'Hapus huruf ini',
      none: 'Belum ada berkas huruf.',
      cuts: { regular: 'Biasa', bold: 'Tebal', italic: 'Miring' }, there: 'ada', missing: 'tidak dipilih; surat memakai huruf biasa sebagai gantinya',
    },
    shelf: {
      title: 'Huruf yang terpasang pada komputer ini', search: 'Cari huruf', families: 'Keluarga huruf', looking: 'Membaca huruf komputer ini …',
      hint: 'Surat memuat bagian huruf yang dipakainya, sehingga tampak sama di komputer lain. Pastikan kantor berhak memakai huruf itu.',
      sample: 'Surat Rekomendasi 123', take: 'Pakai huruf ini', cancel: 'Batal',
      noneTitle: 'Tidak ada huruf yang dapat dipakai',
      noneText: 'Pada komputer ini tidak ditemukan huruf yang boleh dimuat dalam surat. Pakai “Pilih berkas huruf …”, atau huruf bawaan Sandika.',
      nothing: (words: string) => `Tidak ada huruf bernama “${words}”.`,
      found: (families: number) => `${families} keluarga huruf`,
      refused: 'Tidak dapat dimuat dalam surat',
    },
    sample: {
      look: 'Lihat surat contoh …', title: 'Surat contoh', label: 'Halaman surat contoh', drawing: 'Menyusun surat contoh …',
      hint: 'Dengan kertas, huruf, dan tepi yang sedang dipilih, juga bila belum disimpan. Isinya rekaan.',
    },
    size: 'Ukuran huruf (poin)', sizeHint: 'Aturan tata naskah: 11 atau 12.',
    margins: 'Tepi halaman (mm)', marginsHint: 'Tepi bawah memuat kode surat; sediakan paling sedikit 38 mm.',
    sides: ['Atas', 'Kanan', 'Bawah', 'Kiri'], side: (side: string) => `Tepi ${side.toLowerCase()}`,
    picture: (paper: string) => `Gambar halaman ${paper} dengan tepinya`,
    previewHint: 'Halaman pertama, diperkecil. Garis putus-putus adalah tepi.',
  },

  calendar: {
    lead: 'Tenggat dihitung menurut jam kerja, tanpa hari libur dan cuti bersama berikut.',
    year: 'Tahun', previous: 'Tahun sebelumnya', next: 'Tahun berikutnya',
    kinds: { national: 'Libur nasional', 'joint-leave': 'Cuti bersama', local: 'Libur daerah' } as Record<string, string>,
    columns: { date: 'Tanggal', name: 'Hari libur', kind: 'Jenis', source: 'Sumber' },
    count: (days: number) => `${days} hari`,
    noneTitle: (year: number) => `Hari libur ${year} belum ada`,
    noneText: (year: number) =>
      `Tanpa daftar ini tenggat pada ${year} dihitung seolah-olah tidak ada hari libur. Daftar datang bersama pembaruan Sandika setelah SKB Tiga ` +
      `Menteri terbit, atau ditambahkan sendiri sebagai berkas calendar/libur-${year}.toml di folder isi kantor.`,
    sources: (source: string) => `Sumber: ${source}`,
  },

  device: {
    lead: 'Hanya untuk komputer ini. Komputer lain mengatur printernya sendiri.',
    folder: 'Folder keluaran',
    folderHint:
      'Cara kedua mengirim surat: PDF diletakkan di folder ini, misalnya folder pantauan mesin cetak atau folder bersama di jaringan. ' +
      'Bila foldernya sedang tidak terjangkau, surat menunggu dan dicoba lagi sendiri.',
    pick: 'Pilih folder …', pickTitle: 'Pilih folder keluaran', usual: 'Belum dipilih', reset: 'Jangan pakai folder',
    printer: 'Printer', printerHint: 'Dipakai oleh tombol Cetak.', system: 'Printer bawaan sistem',
    noPrinters:
      'Tidak ada printer yang terpasang. Surat tetap dapat dibuka dengan aplikasi lain, disimpan sebagai PDF, atau dikirim ke folder keluaran.',
    gone: 'tidak terpasang lagi', refresh: 'Cari lagi', standard: 'bawaan sistem', ready: 'siap', notReady: 'tidak siap', searching: 'Mencari printer …',
    computer: 'Di komputer ini',
    stays: 'Tetap berjalan di dekat jam setelah jendela ditutup',
    staysHint:
      'Pemberitahuan perkara yang jatuh tempo hanya muncul bila ini dinyalakan, mulai saat kantor pertama kali dibuka. Untuk mengakhiri Sandika, klik kanan ' +
      'ikonnya di dekat jam lalu pilih Keluar.',
    autostart: 'Jalankan Sandika saat Windows dimulai',
    autostartHint: 'Bila Sandika tetap berjalan di dekat jam, jendelanya tidak ikut terbuka saat itu.',
    theme: 'Tampilan', themes: [
      { value: 'sistem', label: 'Mengikuti sistem' }, { value: 'terang', label: 'Terang' }, { value: 'gelap', label: 'Gelap' },
    ],
  },

  scan: {
    lead: 'Hanya untuk komputer ini. Pindaian yang masuk ke folder ini dibaca sendiri dan disimpan pada perkaranya menurut kode pada setiap halaman.',
    folders: 'Folder yang dipantau',
    foldersHint:
      'Arahkan pemindai agar menyimpan ke folder ini, di komputer ini atau di jaringan. Berkas yang sudah masuk dipindahkan ke subfolder Diproses. ' +
      'Bila foldernya tidak terjangkau, Sandika mencobanya lagi sendiri.',
    none: 'Belum ada folder yang dipantau.', add: 'Tambah folder …', pickTitle: 'Pilih folder pindai', remove: 'Hapus', removeOf: (folder: string) => `Hapus ${folder} dari daftar`,
    practice: 'Pada kantor latihan folder-folder ini tidak dipantau, supaya pindaian sungguhan tidak masuk ke latihan.',
    keep: 'Berkas di Diproses', keepDays: 'Disimpan selama (hari)', keepHint: 'Setelah itu berkasnya dihapus dari Diproses; isinya tetap tersimpan pada Sandika. 0 berarti selamanya.',
    keepWrong: 'Tulis jumlah hari dengan angka, misalnya 30. 0 berarti selamanya.',
    loose: 'Halaman tanpa kode', looseHint: 'Misalnya lampiran atau halaman belakang di antara halaman surat yang berkode.',
    looses: [
      { value: 'tray', label: 'Menunggu petugas di Kotak Pindai' }, { value: 'letter-before', label: 'Ikut surat di depannya' },
    ],
    toTray: 'Buka Kotak Pindai',
  },

  content: {
    lead: 'SOP, bentuk surat, alasan, dan kalender disimpan sebagai berkas. Berkas milik kantor menggantikan berkas bawaan dengan nama yang sama. Bentuk surat dapat diubah di sini.',
    findings: 'Pemeriksaan berkas', sound: 'Semua berkas isi kantor terbaca dan dapat dipakai.',
    faulty: (count: number) => `${count} temuan. Berkas dengan galat tidak dipakai sampai diperbaiki.`,
    place: (file: string, line: number) => `${file}, baris ${line}`,
    reasons: 'Alasan pencabutan', reasonColumns: { label: 'Alasan', evidence: 'Bukti, salah satu', also: 'Ketentuan' },
    noEvidence: 'tanpa bukti khusus', ownerLogsIn: 'pemilik masuk AMS sendiri', textNeeded: 'perlu uraian',
    templates: 'Bentuk surat', templateColumns: { name: 'Surat', origin: 'Asal', register: 'Register', given: 'Diisi petugas' },
    noNumber: 'tanpa nomor', anywhere: 'pada langkah mana pun', nothingGiven: 'tidak ada',
    folder: 'Folder isi kantor',
  },

  data: {
    beginning: 'Menyiapkan …', patience: 'Bagian ini tidak dapat diukur kemajuannya.',
    stages: {
      database: 'Memeriksa berkas data', journal: 'Membaca jurnal kantor', files: 'Memeriksa berkas tersimpan',
      tables: 'Menyusun daftar dari jurnal kantor', letters: 'Menerbitkan surat',
      book: 'Menyusun halaman buku', printing: 'Menunggu printer selesai mencetak', erasing: 'Memusnahkan berkas', update: 'Membaca pemasang',
    },
    done: (done: string, total: string) => `${done} dari ${total}`,
    stop: 'Hentikan', stopping: 'Menghentikan …', rebuildStopped: 'Penyusunan ulang dihentikan; daftar tetap seperti semula.',
    lead: 'Setiap pekerjaan tercatat berurutan dalam jurnal kantor dan tidak dapat dihapus. Pemeriksaan memastikan tidak ada yang hilang atau diubah.',
    office: 'Kantor yang terbuka', kind: 'Jenis', real: 'Kantor untuk layanan', practiceShort: 'Kantor latihan',
    folder: 'Letak data', version: 'Versi program',
    verify: 'Periksa data', verifyText: 'Membaca seluruh jurnal, berkas, dan daftar kantor. Tidak mengubah apa pun.', verifying: 'Memeriksa data kantor',
    verifyStopped: 'Pemeriksaan dihentikan sebelum selesai. Tidak ada yang diubah; jalankan lagi kapan saja.',
    sound: 'Data kantor utuh', soundText: 'Jurnal, berkas, dan daftar kantor lengkap dan saling cocok.',
    unsound: (count: string) => `${count} masalah ditemukan`,
    unsoundText: 'Jangan hapus atau pindahkan apa pun. Salin laporan ini dan hubungi pengelola. Bila yang bermasalah hanya daftar, susun ulang daftar.',
    facts: { entries: 'Catatan jurnal', facts: 'Peristiwa tercatat', files: 'Berkas tersimpan',
    unreferenced:
      'Berkas sisa, tidak berbahaya', head: 'Kode catatan terakhir', at: 'Diperiksa' },
    clock: 'Jam komputer pernah berubah. Ini bukan kerusakan; urutan catatan tetap benar.',
    more: (count: string) => `dan ${count} lagi`, entry: (seq: string) => `Catatan ${seq}`, copy: 'Salin laporan', copied: 'Laporan tersalin',
    leaveText: 'Menutup kantor latihan. Isinya tetap ada untuk latihan berikutnya.',
    passphrase: {
      title: 'Ganti kata sandi', about: 'Kata sandi baru berlaku sejak kantor dibuka berikutnya. Isi kantor tidak berubah.',
      lead: 'Hanya kata sandi Anda yang berganti. Yang lama tidak dapat dipakai lagi, kecuali untuk salinan data yang dibuat sebelumnya.',
      old: 'Kata sandi sekarang', fresh: 'Kata sandi baru', again: 'Ulangi kata sandi baru', action: 'Ganti kata sandi', done: 'Kata sandi diganti.',
    },
    account: {
      title: 'Kunci dan akun Windows',
      about: 'Kunci Anda dapat diikat pada akun Windows di komputer ini: salinan data yang dibawa pergi tidak terbuka dengan kata sandi saja.',
      bound: 'Kunci Anda terikat pada akun Windows di komputer ini. Sebelum pindah komputer atau akun, lepaskan dahulu.',
      bind: {
        action: 'Ikat kunci', done: 'Kunci diikat pada akun Windows.',
        lead: 'Sesudah ini Anda hanya dapat masuk dari akun Windows ini, juga untuk memulihkan cadangan. Di komputer lain, atau bila kata sandi Windows disetel ulang oleh orang lain, kantor dibuka dengan lembar pemulihan. Pastikan lembar itu tersimpan.',
      },
      free: {
        action: 'Lepaskan kunci', done: 'Kunci dilepas dari akun Windows.',
        lead: 'Sesudah ini kata sandi Anda membuka kantor dari komputer mana pun yang memegang datanya.',
      },
    },
    lock: 'Kunci meja', lockText: 'Untuk melanjutkan, kata sandi dimasukkan lagi; ketikan tetap tersimpan. Pindaian tetap masuk dan surat tetap keluar. Meja juga terkunci sendiri setelah lima menit tidak dipakai.',
    close: 'Tutup kantor', closeText: 'Menutup data kantor sama sekali: pindaian tidak masuk sampai kantor dibuka lagi.',
    rebuild: 'Susun ulang daftar', rebuildText: 'Membuat ulang semua daftar dan pencarian dari jurnal. Dipakai bila pemeriksaan menemukan masalah pada daftar.',
    rebuildSure: 'Susun ulang semua daftar?',
    rebuildSureText:
      'Jurnal dan berkas tidak disentuh. Selama penyusunan program tidak dapat dipakai; pada kantor yang besar beberapa menit.',
    rebuilding: 'Menyusun ulang …', rebuilt: (entries: string) => `Daftar disusun ulang dari ${entries} catatan`,
  },

  setup: {
    title: 'Siapkan kantor', lead: 'Empat langkah pendek. Boleh berhenti kapan saja; ketikan tersimpan dan dapat dilanjutkan dari menu Pengaturan.',
    progress: (done: number) => `${done} dari 4 langkah selesai`,
    made: 'Kantor dibuat', madeText: (user: string) => `Oleh ${user}; datanya terkunci dengan kata sandi.`,
    recovery: 'Lembar pemulihan', recoveryText: 'Membuka kantor bila kata sandi hilang.', onward: 'Lanjut',
    recoveryLead: 'Satu lembar kertas yang disimpan di lemari terkunci. Siapkan printer, atau simpan sebagai PDF lalu cetak.',
    profile: 'Profil dan kop surat', profileText: 'Nama, alamat, dan lambang kantor.',
    head: 'Kepala dinas', headText: 'Penanda tangan surat rekomendasi.',
    done: 'selesai', now: 'sekarang', later: 'Nanti saja', next: 'Simpan dan lanjut', skipped: 'Dapat dilanjutkan kapan saja di Pengaturan, Siapkan kantor.',
    allDone: 'Kantor siap dipakai', allDoneText: 'Nomor surat, kertas, dan printer sudah berisi nilai yang lazim. Periksa pola nomor sebelum surat pertama terbit.',
    toNumbering: 'Periksa penomoran', toHome: 'Ke Beranda',
  },
};
