//! The help texts about bundles and about the office in open formats: plain, formal Indonesian, at most 100 columns.

pub(crate) const BUNDEL_SIMPAN: &str = "\
Menulis bundel satu perkara: riwayat, surat, berkas, dan jurnalnya sebagai satu berkas ZIP.

Pemakaian: sandika bundel simpan AGENDA FILE.zip --kantor DIR [--sandi-berkas FILE]

AGENDA adalah nomor agenda perkara seperti yang ditampilkan, misalnya 12/2026. Bundel dapat dibaca
dan diperiksa tanpa Sandika: di dalamnya ada periksa.html untuk Edge atau Chrome. Isinya memuat data
pribadi dan tidak terenkripsi. Bundel ditulis utuh atau tidak sama sekali; bundel lama diganti,
berkas lain tidak disentuh.

Catat “Sidik bundel” yang disebutkan di tempat lain: dengan itu bundel yang dibuat ulang seluruhnya
dapat dikenali.
";

pub(crate) const BUNDEL_PERIKSA: &str = "\
Memeriksa bundel perkara. Tidak memerlukan kantor maupun kata sandi.

Pemakaian: sandika bundel periksa FILE.zip

Yang ditemukan: berkas yang berubah, hilang, atau ditambahkan, dan catatan jurnal yang diubah,
dipindahkan, atau dimasukkan dari luar, satu masalah satu baris. Bundel yang susunannya berbahaya
ditolak seluruhnya: nama yang menunjuk ke luar folder, nama ganda, tautan, isi yang dimampatkan
atau tumpang tindih, dan ukuran yang melebihi batas. Tidak ada yang diekstrak.

Status keluar 0 bila bundel utuh, 1 bila ada masalah.
";

pub(crate) const EKSPOR: &str = "\
Menulis seluruh kantor dalam bentuk terbuka sebagai satu berkas ZIP.

Pemakaian: sandika ekspor FILE.zip --kantor DIR [--sandi-berkas FILE]

Isinya: jurnal.jsonl dengan setiap catatan lengkap (JSON), semua berkas tersimpan, isi milik
kantor, dan tabel CSV. Semuanya TIDAK TERENKRIPSI, termasuk NIK dan data pribadi lain: simpan hanya
di tempat yang terlindung, dan hapus bila tidak diperlukan lagi. Untuk cadangan pakailah
sandika cadangkan.

Ketikan yang belum dicatat, antrean kirim, dan pindaian yang belum ditempatkan tidak ikut; jumlahnya
disebutkan. Ekspor diperiksa sesudah ditulis; ditulis utuh atau tidak sama sekali.
";

pub(crate) const IMPOR: &str = "\
Membuat kantor baru dari hasil ekspor terbuka.

Pemakaian: sandika impor FILE.zip --kantor DIR [--pengguna NAMA] [--sandi-berkas FILE]

DIR harus belum ada atau kosong; kantor yang sudah ada tidak pernah disentuh. Setiap catatan dicatat
ulang dengan waktu, pengguna, dan isinya, lalu disegel dan dirangkai baru; data yang sudah dihapus
tetap terhapus. Kantor baru diperiksa seluruhnya; bila ada yang tidak sesuai, tidak ada yang
tertinggal.

NAMA menjadi adminnya dengan kata sandi yang diberikan. Pengguna lain tetap tercatat, dan diberi
kata sandi baru oleh admin; lembar pemulihan harus dibuat lagi.
";
