//! The help text about update files: plain, formal Indonesian, at most 100 columns.

pub(crate) const PEMBARUAN_PERIKSA: &str = "\
Memeriksa berkas pembaruan Sandika. Tidak memerlukan kantor maupun kata sandi.

Pemakaian: sandika pembaruan periksa FILE.pembaruan [--kunci KUNCI]

Yang diperiksa: susunan berkas, tanda tangan minisign pada keterangannya, dan setiap bita
pemasangnya. Tidak ada yang diekstrak, disalin, atau dijalankan. Disebut pula apakah isinya lebih
baru daripada program ini.

  --kunci KUNCI   kunci publik minisign yang dipercaya sebagai ganti kunci di dalam program ini,
                  misalnya untuk memeriksa berkas sebelum dibagikan

Status keluar 0 bila berkasnya utuh dan tanda tangannya baik, 1 bila tidak.
";
