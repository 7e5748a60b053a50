//! Why an update is not taken. Nothing was changed when one of these comes back.

use crate::plain::words;
use semver::Version;
use std::io;
use thiserror::Error;

/// What is wrong with an update file, or keeps it from being installed: what, why, what to do.
#[derive(Debug, Error)]
pub enum UpdateFault {
    /// No ZIP file, or none that is laid out as ours.
    #[error("Ini bukan berkas pembaruan Sandika yang utuh: {0}. Salin lagi berkas .pembaruan aslinya, lalu pilih lagi.")]
    NoUpdate(String),
    /// It could not be read to its end.
    #[error("Berkas pembaruan tidak terbaca sampai selesai: {}. Pasang kembali medianya, lalu pilih lagi. Tidak ada yang dipasang.", words(.0))]
    Unreadable(io::Error),
    /// The program was built without a key.
    #[error(
        "Program ini dibuat tanpa kunci pembaruan, sehingga tidak ada berkas pembaruan yang dapat dipercayainya. \
         Pembaruan dipasang langsung oleh pengelola komputer."
    )]
    NoKeys,
    /// There is no signature in it.
    #[error("Berkas pembaruan ini tidak bertanda tangan, jadi asalnya tidak dapat dipastikan. Minta berkas aslinya dari pembuat Sandika.")]
    Unsigned,
    /// Signed with a key that the program does not know.
    #[error(
        "Berkas pembaruan ini ditandatangani dengan kunci {0} yang tidak dikenal program ini. Jangan dipasang. \
         Minta berkas aslinya dari pembuat Sandika."
    )]
    UnknownKey(String),
    /// The signature does not fit what was signed.
    #[error(
        "Tanda tangan berkas pembaruan tidak cocok: isinya berubah sesudah ditandatangani. Jangan dipasang. \
         Salin lagi berkasnya; bila tetap begini, laporkan kepada pembuat Sandika."
    )]
    BadSignature,
    /// Signed, but not in words that this program understands.
    #[error("Keterangan di dalam berkas pembaruan tidak dikenal: {0}. Minta berkas pembaruan yang cocok untuk versi {running}.", running = env!("CARGO_PKG_VERSION"))]
    Manifest(&'static str),
    /// The installer is not the one that was signed.
    #[error("Pemasang di dalam berkas pembaruan rusak atau terpotong. Salin lagi berkasnya, lalu pilih lagi. Tidak ada yang dipasang.")]
    BadInstaller,
    /// It brings what runs already.
    #[error("Berkas ini berisi Sandika {0}, versi yang sedang dipakai. Tidak ada yang perlu dipasang.")]
    SameVersion(Version),
    /// It brings an older program.
    #[error("Berkas ini berisi Sandika {brings}, lebih lama daripada versi {running} yang sedang dipakai. Versi lama tidak dipasang.")]
    OlderVersion {
        /// What it brings.
        brings: Version,
        /// What runs.
        running: Version,
    },
    /// The program in it could not read the office.
    #[error(
        "Sandika di dalam berkas ini hanya mengenal data versi {brings}, sedangkan data kantor versi {ours}. \
         Minta berkas pembaruan yang lebih baru."
    )]
    OlderStore {
        /// Schema version that the program in it writes.
        brings: i64,
        /// Schema version of the office.
        ours: i64,
    },
    /// It is another file than the one that was shown.
    #[error("Berkas pembaruan berubah sejak diperiksa. Pilih dan periksa lagi berkasnya. Tidak ada yang dipasang.")]
    Changed,
    /// The copy on this computer is not what was written.
    #[error(
        "Salinan pemasang di komputer ini tidak sama dengan aslinya, mungkin diubah program lain atau penyimpanannya rusak. \
         Tidak ada yang dijalankan. Ulangi, dan periksa komputer bila terulang."
    )]
    CopyChanged,
    /// No backup can be made of what is open.
    #[error("Kantor yang terbuka ini tidak dicadangkan. Buka kantor untuk layanan, lalu pasang pembaruannya dari sana.")]
    NoBackup,
    /// A backup beside the office alone has to be accepted.
    #[error("{0} Bila cadangan di komputer ini saja cukup, nyatakan dahulu.")]
    BesideOnly(String),
    /// This system starts no installers.
    #[error("{0}")]
    NotHere(&'static str),
    /// The installer did not start.
    #[error("Pemasang tidak dapat dijalankan: {}. Tidak ada yang dipasang; Sandika tetap dapat dipakai. Hubungi pengelola komputer.", words(.0))]
    NotStarted(io::Error),
}
