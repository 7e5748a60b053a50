//! The help texts about backups: plain, formal Indonesian, at most 100 columns.

pub(crate) const CADANGKAN: &str = "\
Membuat cadangan kantor, lalu mengujinya dengan memulihkannya di samping kantor.

Pemakaian: sandika cadangkan [--ke FOLDER] --kantor DIR [--sandi-berkas FILE]

Cadangan hanya menulis yang baru; cadangan lama tetap dapat dipulihkan. Tanpa --ke cadangan dibuat
di folder cadangan di samping folder kantor. Yang lama dihapus menurut tangga simpan: semua dari dua
hari terakhir, lalu yang terakhir dari 12 hari, 10 minggu, dan 9 bulan. Isi cadangan terenkripsi
seperti kantornya dan terbuka dengan kata sandi yang berlaku saat cadangan dibuat.

  --ke FOLDER   tempat lain, misalnya media USB atau folder jaringan; folder itu harus sudah ada

Status keluar 1 bila cadangan tidak dapat dibuat, ujinya tidak baik, atau isi kantor berkurang
dibandingkan cadangan sebelumnya; 3 bila kantor sedang dibuka jendela, yang mencadangkan sendiri.

Contoh untuk Penjadwal Tugas Windows:
  sandika cadangkan --kantor C:\\Sandika\\kantor --ke E:\\ --sandi-berkas C:\\Sandika\\sandi.txt
";

pub(crate) const PULIHKAN: &str = "\
Memulihkan kantor dari cadangan atau dari berkas pindahan.

Pemakaian: sandika pulihkan --dari FOLDER|FILE.zip [--cadangan NAMA] [--coba]
                            --kantor DIR [--sandi-berkas FILE]
           sandika pulihkan --kembali --kantor DIR [--sandi-berkas FILE]

Kantor disusun dari cadangan di samping folder kantor, dibuka, dan diperiksa seluruhnya; baru
sesudah itu menempati tempatnya. Data kantor yang sekarang disisihkan utuh di sampingnya. Kata sandi
yang diperlukan ialah yang berlaku saat cadangan dibuat. Cadangan dari versi lama diperbarui.

  --dari FOLDER|FILE.zip   tempat cadangan, atau berkas pindahan
  --cadangan NAMA          cadangan dengan nama ini; tanpa ini yang terbaru
  --coba                   mendaftar cadangan yang ada; tidak ada yang dipulihkan
  --kembali                mengembalikan data yang disisihkan pemulihan terakhir

Status keluar 1 bila tidak ada yang dipulihkan; kantor tetap seperti semula.
";

pub(crate) const PINDAH_KELUAR: &str = "\
Menulis kantor sebagai satu berkas, untuk dipindahkan ke komputer lain.

Pemakaian: sandika pindah keluar FILE.zip --kantor DIR [--sandi-berkas FILE]

Berkasnya memuat seluruh kantor dalam bentuk terenkripsi dan terbuka dengan kata sandi kantor. Di
komputer baru berkas itu dipilih pada “Pindahkan dari komputer lain”, atau:

  sandika pulihkan --dari FILE.zip --kantor DIR

Sesudah kantor terbuka di komputer baru, jangan mencatat lagi di komputer lama.
";
