//! The help texts: plain, formal Indonesian, at most 100 columns.

/// What all verbs have in common.
const COMMON: &str = "
Opsi yang berlaku di mana saja:
  --kantor DIR          folder kantor; tanpa opsi ini dipakai isi SANDIKA_KANTOR
  --sandi-berkas FILE   berkas yang baris pertamanya kata sandi kantor; tanpa opsi ini dipakai isi
                        SANDIKA_SANDI. Kata sandi tidak pernah ditulis pada baris perintah.
  --pengguna NAMA       pengguna kantor yang kata sandinya dipakai; tanpa opsi ini dipakai siapa pun
                        yang kata sandinya cocok
  --bantuan, --help, -h bantuan
  --versi, -V           versi program

Status keluar: 0 bila baik, 1 bila ditolak atau ada yang salah, 2 bila baris perintahnya keliru,
3 bila cadangan atau pemulihan harus menunggu karena kantor sedang dibuka program lain.
";

const GENERAL: &str = "\
sandika – meja kerja petugas layanan sertifikat elektronik

Pemakaian: sandika VERBA [OPSI]

  sop periksa FILE…          memeriksa berkas SOP: semua galat dan peringatan sekaligus
  sop tampil ID|FILE         menampilkan satu SOP
  surat periksa FILE…        memeriksa berkas surat, dan menggambar contohnya pada setiap kertas
  surat contoh ID|FILE       menulis contoh surat dengan isi rekaan sebagai PDF
  surat terbit-banyak        menerbitkan surat untuk banyak permohonan sekaligus
  register cetak REGISTER    menulis buku agenda satu register dan kurun sebagai PDF
  kantor buat                membuat kantor baru
  klasifikasi impor FILE     mengambil daftar klasifikasi arsip dari berkas CSV
  klasifikasi daftar         menampilkan daftar klasifikasi arsip kantor
  jurnal ekspor              menulis jurnal sebagai berkas JSON Lines
  jurnal periksa FILE        memeriksa berkas jurnal, tanpa kantor dan tanpa kata sandi
  bundel simpan AGENDA FILE  menulis semua tentang satu perkara sebagai satu berkas ZIP
  bundel periksa FILE        memeriksa bundel perkara, tanpa kantor dan tanpa kata sandi
  pindai FILE…               menyebut isi berkas pindai: halaman, kode, tanda tangan, sertifikat
  pantau DIR…                memasukkan hasil pindai dari folder ke kantor, tanpa jendela
  panggil COMMAND [JSON|-]   menjalankan satu perintah; data dan jawabannya JSON
  perintah [NAMA]            mendaftar perintah yang dapat dipanggil, atau bentuk data satu perintah
  periksa                    memeriksa keutuhan data kantor
  susun-ulang                menyusun ulang tabel turunan dari jurnal
  cadangkan                  membuat cadangan dan mengujinya
  pulihkan                   memulihkan kantor dari cadangan atau berkas pindahan
  pindah keluar FILE         menulis kantor sebagai satu berkas untuk komputer lain
  ekspor FILE                menulis kantor dalam bentuk terbuka, tanpa enkripsi
  impor FILE                 membuat kantor baru dari hasil ekspor terbuka
  pembaruan periksa FILE     memeriksa berkas pembaruan program, tanpa kantor dan tanpa kata sandi

Bantuan setiap verba: sandika VERBA --bantuan
";

pub(crate) const SOP_PERIKSA: &str = "\
Memeriksa berkas SOP.

Pemakaian: sandika sop periksa FILE… [--json] [--kantor DIR]

Semua berkas diperiksa dan semua temuannya disebut sekaligus, satu temuan satu baris:

  FILE:BARIS: tingkat KODE pesan

Tingkatnya galat (berkas tidak dapat dipakai) atau peringatan (berkas dapat dipakai, tetapi perlu
dilihat). Bila FILE adalah folder, semua berkas *.toml di dalamnya diperiksa. Surat, pesan, dan
alasan yang disebut SOP dicari pada isi bawaan, atau pada isi kantor bila --kantor diberikan; kata
sandi tidak diperlukan.

  --json   temuan sebagai larik JSON: {file, line, tingkat, kode, pesan}

Status keluar 1 bila ada galat, 0 bila hanya ada peringatan.
";

pub(crate) const SOP_TAMPIL: &str = "\
Menampilkan satu SOP: identitas, pelaksana, dan setiap langkah dengan mutu bakunya.

Pemakaian: sandika sop tampil ID|FILE [--json] [--kantor DIR]

ID adalah kode SOP bawaan, atau SOP kantor bila --kantor diberikan; kata sandi tidak diperlukan.
FILE adalah berkas SOP. Berkas yang bergalat tidak ditampilkan; galatnya disebut.

  --json   SOP sebagai JSON dengan kunci seperti pada berkasnya
";

pub(crate) const SURAT_PERIKSA: &str = "\
Memeriksa berkas surat (templat).

Pemakaian: sandika surat periksa FILE… [--json]

Semua berkas diperiksa dan semua galatnya disebut sekaligus, satu galat satu baris:

  FILE:BARIS: galat KODE (bagian) pesan

Berkas tanpa galat lalu digambar dengan isi rekaan pada kertas A4, F4, dan Legal; yang tidak dapat
digambar disebut juga. Bila FILE adalah folder, semua berkas *.toml di dalamnya diperiksa.

  --json   galat sebagai larik JSON: {file, line, bagian, kode, pesan}

Status keluar 1 bila ada galat.
";

pub(crate) const SURAT_CONTOH: &str = "\
Menulis contoh surat dengan isi rekaan, bertanda KONSEP, sebagai PDF.

Pemakaian: sandika surat contoh ID|FILE --ke FILE.pdf [--kertas f4|a4|legal] [--data FILE.json]

ID adalah kode surat bawaan, atau surat kantor bila --kantor diberikan; kata sandi tidak diperlukan.
FILE adalah berkas surat. PDF ditulis utuh atau tidak sama sekali; PDF lama diganti, berkas lain
tidak disentuh. Bentuk surat yang disimpan di jendela tersimpan terenkripsi dan tidak dibaca di
sini; gambarlah dengan sandika panggil template_preview.

  --ke FILE.pdf      PDF yang ditulis
  --kertas KERTAS    f4 (bila tidak disebut), a4, atau legal
  --data FILE.json   isi sebagai ganti isi rekaan, misalnya
                     {\"isian\": {\"pemilik.nama_lengkap\": \"…\"},
                      \"baris\": {\"perubahan\": [{\"perihal\": \"…\", \"semula\": \"…\", \"menjadi\": \"…\"}]}}
";

pub(crate) const SURAT_TERBIT_BANYAK: &str = "\
Menerbitkan surat untuk banyak permohonan, masing-masing pada langkah yang sedang dikerjakan.

Pemakaian: sandika surat terbit-banyak --data FILE.json [--coba] --kantor DIR [--sandi-berkas FILE]

  --data FILE.json   permohonan dan suratnya, seperti pada perintah letter_batch:
                     {\"cases\": [\"…\"], \"shape\": \"satuan\", \"template\": \"…\"}
                     satuan  satu surat bernomor sendiri untuk setiap permohonan; yang tidak dapat
                             diterbitkan disebut sebabnya dan tidak menghalangi yang lain
                     bersama satu surat untuk semuanya, dengan daftar pemilik dalam lampiran;
                             terbit untuk semua atau tidak sama sekali
  --coba             memeriksa saja; tidak ada yang diterbitkan

Setiap permohonan disebut pada satu baris dengan nomor agendanya. Status keluar 1 bila ada yang
tidak terbit.
";

pub(crate) const REGISTER_CETAK: &str = "\
Menulis buku agenda sebagai PDF: semua nomor satu register dalam satu kurun, urut dari yang
terkecil, dengan pemakainya, yang dibatalkan, yang dijelaskan, dan yang kosong.

Pemakaian: sandika register cetak REGISTER --ke FILE.pdf [--dari TANGGAL] [--sampai TANGGAL]
                                  --kantor DIR [--sandi-berkas FILE]

REGISTER adalah keluar (surat keluar), masuk (agenda surat masuk), atau register lain pada profil
kantor. Tanpa tanggal bukunya satu tahun ini. Kurun harus berada dalam satu tahun, karena nomor
dimulai lagi setiap tahun. PDF ditulis utuh atau tidak sama sekali; PDF lama diganti, berkas lain
tidak disentuh.

  --ke FILE.pdf      PDF yang ditulis
  --dari TANGGAL     hari pertama, misalnya 2026-01-01; tanpa ini awal tahun
  --sampai TANGGAL   hari terakhir, misalnya 2026-06-30; tanpa ini akhir tahun

Contoh:
  sandika register cetak keluar --dari 2026-01-01 --sampai 2026-06-30 --ke agenda.pdf
";

pub(crate) const KANTOR_BUAT: &str = "\
Membuat kantor baru: folder dengan data terenkripsi yang hanya terbuka dengan kata sandinya.

Pemakaian: sandika kantor buat --kantor DIR [--sandi-berkas FILE] [--profil FILE]

Simpan kata sandi di tempat aman: tanpa kata sandi, data tidak dapat dibuka oleh siapa pun. Folder
yang sudah berisi kantor tidak disentuh.

  --profil FILE   berkas JSON profil kantor, langsung dicatat dengan perintah office_record;
                  bentuknya: sandika perintah office_record
";

pub(crate) const KLASIFIKASI_IMPOR: &str = "\
Mengambil daftar klasifikasi arsip kantor dari berkas CSV, utuh atau tidak sama sekali.

Pemakaian: sandika klasifikasi impor FILE.csv [--ganti] [--coba] --kantor DIR [--sandi-berkas FILE]

Setiap baris berisi kode, uraian, dan bila perlu keterangan, dipisahkan titik koma, tab, atau koma.
Baris judul boleh ada (kode, uraian atau nama, keterangan; urutan dan huruf besar kecil bebas) boleh
tidak. Kode yang sudah ada diperbarui uraiannya; kode yang tidak disebut berkas tetap ada.

  --ganti   daftar diganti seluruhnya: kode yang tidak disebut berkas dihapus
  --coba    memeriksa saja; tidak ada yang diambil

Selama berkas mempunyai kesalahan tidak ada yang diambil; semuanya disebut dengan nomor barisnya dan
status keluarnya 1. Daftar sebelumnya dapat dikembalikan: sandika panggil classification_restore
";

pub(crate) const KLASIFIKASI_DAFTAR: &str = "\
Menampilkan daftar klasifikasi arsip kantor, menurut kode.

Pemakaian: sandika klasifikasi daftar [--json] [--ke FILE.csv] --kantor DIR [--sandi-berkas FILE]

  --json          daftar sebagai larik JSON: {code, name, note}
  --ke FILE.csv   menyimpan daftar sebagai berkas CSV yang dapat diimpor lagi
";

pub(crate) const PINDAI: &str = "\
Menyebut isi berkas pindai. Tidak ada yang disimpan atau dicatat.

Pemakaian: sandika pindai FILE… [--json] [--kantor DIR [--sandi-berkas FILE] [--lepas CARA]]

Untuk setiap berkas disebut jenis, ukuran, dan setiap halamannya dengan kode surat yang terbaca;
untuk PDF bertanda tangan elektronik juga tanda tangannya, dan untuk berkas sertifikat isinya.
Tanda tangan dinilai menurut sertifikat akar pada folder kepercayaan/ kantor, tanpa kata sandi.
Kunci privat ditolak. Bila --kantor diberikan pada baris perintah, disebut pula apa yang akan
terjadi bila berkas itu masuk sekarang: tersimpan sendiri ke surat dan perkara mana, dipisah
bagaimana, atau menunggu di Kotak Pindai dengan sebabnya.

  --json        jawaban sebagai larik JSON: {file, size, kind, sha256, pages, signed, signatures,
                certificates, fault, plan}
  --lepas CARA  halaman tanpa kode: kotak (menunggu petugas) atau surat-sebelumnya

Status keluar 1 bila ada berkas yang tidak dapat dibaca; berkas lain tetap disebut.
";

pub(crate) const PANTAU: &str = "\
Memasukkan hasil pindai dari folder ke kantor, tanpa jendela.

Pemakaian: sandika pantau DIR… [--sekali] [--simpan HARI] [--lepas CARA]
                          --kantor DIR [--sandi-berkas FILE]

Berkas yang sudah utuh disimpan, dipindahkan ke folder Diproses di sampingnya, dibaca, lalu
tersimpan sendiri pada perkaranya menurut kode suratnya, atau menunggu di Kotak Pindai. Setiap
kejadian disebut pada satu baris. Selama berjalan, kantor tidak dapat dibuka program lain. Ctrl+C
mengakhirinya; yang belum selesai diteruskan pada pemakaian berikutnya. Paling banyak 8 folder.

  --sekali       selesai setelah semua yang ada diperiksa
  --simpan HARI  berkas dihapus dari Diproses setelah sekian hari; 0 tidak pernah; tanpa ini 30
  --lepas CARA   halaman tanpa kode: kotak (menunggu petugas; bila tidak disebut) atau
                 surat-sebelumnya (bersama surat yang halamannya terletak di depannya)

Status keluar 1 bila pada akhirnya masih ada berkas yang belum dapat masuk atau belum terbaca.
";

pub(crate) const JURNAL_EKSPOR: &str = "\
Menulis jurnal kantor sebagai berkas JSON Lines yang dapat diperiksa tanpa program ini.

Pemakaian: sandika jurnal ekspor --ke FILE.jsonl [--dari TANGGAL] [--sampai TANGGAL]
                                 [--tanpa-data-pribadi] --kantor DIR [--sandi-berkas FILE]

Satu baris setiap catatan: teksnya persis seperti terangkai, sidiknya, dan bagian pribadinya yang
dibuka. Tanpa tanggal seluruh jurnal ditulis. Berkas ditulis utuh atau tidak sama sekali.

  --ke FILE.jsonl        berkas yang ditulis
  --dari TANGGAL         hari pertama, misalnya 2026-01-01
  --sampai TANGGAL       hari terakhir, misalnya 2026-06-30
  --tanpa-data-pribadi   tanpa isi yang menyebut orang; berkas tetap dapat diperiksa

Berkas dengan data pribadi memuat NIK, NIP, dan nama. Simpan dan kirim seperti data aslinya.
";

pub(crate) const JURNAL_PERIKSA: &str = "\
Memeriksa berkas jurnal hasil ekspor. Tidak memerlukan kantor maupun kata sandi.

Pemakaian: sandika jurnal periksa FILE.jsonl [--ujung SIDIK]

Yang ditemukan: catatan yang diubah, dihapus, dipindahkan, digandakan, dan ujung yang terpotong,
satu masalah satu baris dengan nomor barisnya. Ujung yang dipotong rapi bersama baris penutupnya
hanya tampak dengan --ujung.

  --ujung SIDIK   sidik catatan terakhir yang dicatat di tempat lain, misalnya pada laporan
                  bulanan; boleh berkelompok, diapit tanda kutip

Status keluar 0 bila berkas utuh, 1 bila ada masalah. Pemeriksa yang sama sebagai skrip Python:
docs/jurnal-periksa.py
";

pub(crate) const PANGGIL: &str = "\
Menjalankan satu perintah.

Pemakaian: sandika panggil COMMAND [JSON|-] --kantor DIR [--sandi-berkas FILE]

Datanya satu objek JSON, ditulis pada baris perintah atau, dengan tanda -, dibaca dari masukan
standar. Masukan dibaca sampai habis sebelum kantor dibuka, sehingga kantor tidak terkunci selama
menunggu. Tanpa data berlaku objek kosong.

Jawabannya satu baris JSON pada keluaran standar. Perintah yang mengubah data menjawab dengan
{value, changed}. Galat ditulis sebagai satu baris JSON {code, field?, message, faults, ref?} pada
keluaran galat, dengan status keluar 1; tidak ada yang berubah. Supaya keluaran galat hanya berisi
JSON, peringatan tentang izin berkas kata sandi tidak ditulis di sini.

Contoh:
  sandika panggil case_list '{\"standings\":[\"open\"]}' --kantor ./kantor
  sandika panggil owner_record - --kantor ./kantor < pemilik.json

Daftar perintah dan bentuk datanya: sandika perintah
";

pub(crate) const PERINTAH: &str = "\
Mendaftar perintah yang dapat dijalankan dengan “sandika panggil”, menurut pokoknya.

Pemakaian: sandika perintah [NAMA] [--json]

Dengan NAMA ditampilkan bentuk data dan jawaban perintah itu sebagai TypeScript.

  --json   daftar sebagai JSON: {name, description, changes, arguments, answer}; dengan NAMA juga
           shapes, bentuk-bentuk yang dipakainya
";

pub(crate) const PERIKSA: &str = "\
Memeriksa keutuhan data kantor.

Pemakaian: sandika periksa [--cadangan FOLDER] --kantor DIR [--sandi-berkas FILE]

Yang diperiksa: rantai jurnal (tidak ada catatan yang diubah, hilang, ditukar, atau terpotong),
setiap berkas tersimpan menurut sidiknya, dan tabel turunan terhadap susunan ulang dari jurnal.
Pemeriksaan berjalan terus setelah menemukan masalah dan menyebut semuanya, satu masalah satu baris.
Tidak ada yang diubah.

  --cadangan FOLDER   yang diperiksa bukan kantornya, melainkan cadangan terbarunya di folder itu:
                      dipulihkan di samping kantor, dibuka, dicocokkan, lalu dihapus lagi

Status keluar 0 bila data utuh, 1 bila ada masalah.
";

pub(crate) const SUSUN_ULANG: &str = "\
Menyusun ulang semua tabel turunan dari jurnal.

Pemakaian: sandika susun-ulang --kantor DIR [--sandi-berkas FILE]

Jurnal tidak berubah. Bila satu catatan jurnal tidak terbaca, tidak ada yang diubah.
";

/// The help of a verb.
pub(crate) fn of(verb: &str) -> String {
    format!("{verb}{COMMON}")
}

/// The help of the program.
pub(crate) fn general() -> String {
    of(GENERAL)
}
