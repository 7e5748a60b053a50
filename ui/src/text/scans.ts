export const scans = {
  title: 'Kotak Pindai',
  about: 'Pindaian dengan kode surat tersimpan sendiri pada perkaranya. Yang lain menunggu di sini.',
  check: 'Periksa sekarang', checked: 'Folder pindai diperiksa.',
  bring: 'Masukkan berkas …', bringTitle: 'Pilih berkas pindaian', drop: 'Lepaskan berkas di mana saja untuk memasukkannya ke Kotak Pindai',
  brought: (count: number) => `${count} berkas masuk ke Kotak Pindai.`,
  refused: (count: number) => `${count} berkas tidak diterima`,

  folders: {
    label: 'Folder pindai', watched: 'dipantau', trouble: (folder: string) => `Folder ${folder} tidak terjangkau`,
    coming: (count: number) => `${count} berkas sedang ditulis`, stuck: (count: number) => `${count} berkas tertahan`,
    since: (minutes: string) => `sejak ${minutes}`,
    none: 'Belum ada folder pindai yang dipantau.', practice: 'Pada kantor latihan folder pindai tidak dipantau. Berkas dapat dimasukkan dengan tangan.',
  },

  shelves: { label: 'Bagian Kotak Pindai', kotak: 'Menunggu', tersimpan: 'Tersimpan', disisihkan: 'Disisihkan' },
  list: 'Daftar pindaian',
  mark: (name: string) => `Pilih ${name} untuk digabungkan`,
  marked: (count: number) => `${count} pindaian dipilih`, merge: 'Gabungkan', unmark: 'Batal pilih',
  states: {
    menunggu: 'Menunggu dibaca', kotak: 'Perlu ditempatkan', gagal: 'Tidak terbaca', tersimpan: 'Tersimpan', dipisah: 'Sudah disusun ulang', disisihkan: 'Disisihkan',
  },
  reading: (page: number) => `Membaca halaman ${page} …`,
  pages: (count: number) => `${count} halaman`,
  kinds: { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG', 'image/tiff': 'TIFF' } as Record<string, string>,
  came: (when: string) => `masuk ${when}`, byHand: 'dimasukkan petugas', fromFolder: (folder: string) => `dari folder ${folder}`,
  agenda: (agenda: string) => `Agenda ${agenda}`,

  none: {
    kotak: {
      title: 'Tidak ada yang menunggu',
      text: 'Pindai surat ke folder pindai: yang memuat kode tersimpan sendiri, yang lain muncul di sini. Berkas juga dapat dimasukkan dengan tangan.',
    },
    unset: {
      title: 'Folder pindai belum dipilih',
      text: 'Pilih folder tempat pemindai menyimpan hasilnya. Setelah itu pindaian masuk sendiri; berkas juga dapat dimasukkan dengan tangan.',
    },
    practice: {
      title: 'Folder pindai tidak dipantau di kantor latihan',
      text: 'Pindaian sungguhan tidak boleh masuk ke latihan. Untuk mencoba, masukkan berkas dengan tangan atau seret ke halaman ini.',
    },
    tersimpan: { title: 'Belum ada pindaian tersimpan', text: 'Pindaian yang sudah masuk ke perkaranya tercatat di sini, beserta tempatnya.' },
    disisihkan: { title: 'Tidak ada yang disisihkan', text: 'Pindaian yang bukan milik perkara mana pun dapat disisihkan. Isinya tetap disimpan.' },
    toSettings: 'Pilih folder pindai',
  },
  choose: { title: 'Pilih pindaian', text: 'Pilih satu pindaian pada daftar untuk melihat halamannya.' },
  gone: { title: 'Pindaian tidak ditemukan', text: 'Alamatnya mungkin sudah berubah. Pilih pindaian pada daftar.' },

  reasons: 'Mengapa menunggu',
  signed: 'PDF bertanda tangan elektronik – tidak dapat dipisah. Setiap bitanya disimpan apa adanya.', signedShort: 'Bertanda tangan elektronik',
  letters: {
    title: 'Surat menurut kodenya', foreign: 'Bukan surat kantor ini', erased: 'Judul telah dihapus', version: (version: number, newest: number) => `versi ${version}; yang berlaku versi ${newest}`,
    found: (pages: string, count: number, of: number) => `halaman ${pages} · ${count} dari ${of} halaman surat`,
  },
  placed: {
    title: 'Tersimpan pada perkara', toCase: 'Buka perkara', byCode: (at: string) => `Menurut kodenya, ${at}`, byHand: (by: string, at: string) => `Oleh ${by}, ${at}`,
    back: 'Kembalikan ke kotak', returned: 'Kembali sebagai surat bertanda tangan',
  },
  discardedBy: (by: string, at: string) => `Disisihkan oleh ${by}, ${at}`,
  made: { title: 'Disusun menjadi', from: 'Disusun dari halaman', undo: 'Kembalikan susunan' },

  do: {
    place: 'Tempatkan …', discard: 'Sisihkan', restore: 'Kembalikan', retry: 'Baca ulang', open: 'Buka dengan aplikasi lain', save: 'Simpan salinan …',
    saveTitle: 'Simpan salinan pindaian', saved: (place: string) => `Salinan disimpan di ${place}.`, openSaved: 'Buka', label: 'Tindakan pindaian',
    undo: 'Urungkan', discarded: (name: string) => `${name} disisihkan.`, restored: (name: string) => `${name} kembali ke kotak.`, retried: (name: string) => `${name} dibaca ulang.`,
    placedAs: (what: string) => `Tersimpan sebagai ${what}.`, unplaced: 'Pindaian kembali ke kotak.', toCase: 'Buka perkara',
    composed: (count: number) => (count === 1 ? 'Susunan disimpan sebagai 1 dokumen.' : `Susunan disimpan sebagai ${count} dokumen.`), uncomposed: 'Susunan dikembalikan.',
    uncomposedPart: 'Susunan dikembalikan. Pindaian asalnya muncul lagi setelah semua bagiannya dikembalikan.',
  },

  plan: {
    label: 'Halaman', document: (at: number) => `Dokumen ${at}`, tools: 'Alat halaman', merging: (count: number) => `Gabungan ${count} pindaian`,
    mergingAbout: 'Menurut urutan daftar. Periksa urutan halamannya, lalu simpan susunan.',
    page: (at: number, name: string) => `Halaman ${at}${name}`, ofScan: (page: number, name: string) => `hal. ${page} ${name}`,
    blank: 'kosong', turned: (quarters: number) => `diputar ${quarters * 90}°`, none: 'tanpa kode',
    chosen: (count: number) => `${count} dipilih`, choose: 'Pilih halaman dengan klik, Ctrl+klik, Shift+klik, atau Spasi; seret untuk memindahkan.',
    look: 'Lihat besar', split: 'Pisahkan', left: 'Putar ke kiri', right: 'Putar ke kanan', out: 'Hapus halaman', insert: 'Sisipkan …', join: 'Satukan', joinAbout: (document: number) => `Satukan dokumen ${document} dengan yang sebelumnya`,
    ahead: 'Geser ke depan', back: 'Geser ke belakang', outBlank: (count: number) => `Buang ${count} halaman kosong`,
    save: 'Simpan susunan', undo: 'Urungkan', reset: 'Batalkan susunan', becomes: (documents: number, pages: number) => `${documents} dokumen, ${pages} halaman`,
    kept: 'Berkas aslinya tetap disimpan apa adanya.', unsaved: 'Susunan belum disimpan.',
    insertTitle: 'Sisipkan dari pindaian lain', insertAbout: 'Semua halamannya disisipkan setelah halaman yang dipilih, atau di akhir; yang tidak perlu dapat dihapus dari susunan.',
    insertNone: 'Tidak ada pindaian lain yang dapat disisipkan.', insertDo: 'Sisipkan',
    noPages: 'Halamannya belum dibaca.', unread: 'Halaman berkas ini tidak dapat ditampilkan.',
  },
  viewer: {
    label: 'Halaman diperbesar', back: 'Kembali ke pindaian', tools: 'Alat baca halaman', loading: 'Menggambar halaman …',
    keys: 'Panah kiri dan kanan berpindah halaman, Esc kembali',
  },

  carry: {
    tip: 'Tempatkan dengan tombolnya, atau seret pindaian ke kanan ke perkaranya.',
    title: 'Lepaskan di tempatnya', hint: 'Tahan sebentar di atas perkara untuk membuka tempat-tempatnya. Esc membatalkan.', places: 'Lepaskan pada berkas atau surat yang sesuai.',
    back: 'Kembali ke daftar perkara',
  },

  place: {
    title: (name: string) => `Tempatkan ${name}`, search: 'Cari perkara', hint: 'Nama pemilik, NIP, nomor agenda, atau nomor surat; pilih dengan panah dan Enter.',
    byCode: 'Menurut kodenya', guessed: 'Mungkin milik', running: 'Perkara berjalan terbaru', byNip: 'NIP-nya disebut dalam pindaian', byName: 'namanya disebut dalam pindaian', cases: 'Perkara', results: 'Pilihan tempat', nothing: 'Tidak ada perkara yang cocok.', start: 'Ketik untuk mencari perkara.',
    asLetter: 'sebagai surat bertanda tangan', otherPlace: 'Tempat lain pada perkara ini', places: 'Tempat pada perkara', change: 'Ganti perkara',
    letters: 'Surat yang kembali', documents: (step: number) => `Berkas langkah ${step}`, awaited: 'ditunggu', returned: 'sudah kembali', present: 'sudah ada', required: 'wajib',
    erased: '(data dihapus)',
    final: 'Surat yang kembali tidak dapat diurungkan; pindaian lain dapat menggantikannya.', do: 'Tempatkan',
    pick: 'Pilih tempatnya dengan panah, lalu Enter.', noPlaces: 'Perkara ini tidak menerima berkas lagi.',
  },

  home: { waiting: (count: string) => `, ${count} pindaian menunggu` },
};
