//! What can go wrong with a backup, said in Indonesian: what, why, and what to do.

use std::path::PathBuf;
use thiserror::Error;

/// An error of a backup or of the place that it is kept in. Nothing of the office has changed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum BackupError {
    /// The place is not there: a medium that is not plugged in, a share that cannot be reached.
    #[error("Tempat cadangan {} tidak terjangkau. Pasang medianya atau periksa jaringannya, lalu coba lagi.", .0.display())]
    PlaceGone(PathBuf),
    /// Another program works in the place.
    #[error("Tempat cadangan {} sedang dipakai program lain. Tunggu sampai selesai, lalu coba lagi.", .0.display())]
    PlaceBusy(PathBuf),
    /// Another backup of this office is being made.
    #[error("Cadangan lain sedang dibuat. Tunggu sampai selesai, lalu coba lagi.")]
    UnderWay,
    /// There is no such backup.
    #[error("Cadangan {stamp} tidak ada di {}. Muat ulang daftarnya, lalu pilih lagi.", place.display())]
    Unknown {
        /// The place.
        place: PathBuf,
        /// The backup.
        stamp: String,
    },
    /// A newer program made it.
    #[error(
        "Cadangan dibuat oleh versi program yang lebih baru (format {format}, program mengenal sampai format {program}). \
         Tidak ada yang diubah. Perbarui program ini."
    )]
    Newer {
        /// Its format.
        format: u32,
        /// Newest format that this program knows.
        program: u32,
    },
    /// It was made with other keys, or its manifest was changed.
    #[error(
        "Cadangan {stamp} bukan milik kantor ini, atau keterangannya telah diubah: kuncinya tidak cocok. Tidak ada yang diubah. \
         Pilih cadangan lain."
    )]
    Foreign {
        /// The backup.
        stamp: String,
    },
    /// A part of it is missing or changed.
    #[error("Cadangan {stamp} tidak utuh: {what}. Tidak ada yang diubah. Pilih cadangan lain, lalu buat cadangan baru.")]
    Broken {
        /// The backup.
        stamp: String,
        /// Which part, and what is wrong with it.
        what: String,
    },
    /// The file is no moving file of this program, or not whole.
    #[error("Berkas {} bukan berkas pindahan Sandika yang utuh: {why}. Buat lagi berkasnya di komputer lama.", path.display())]
    NotAMovingFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// There is nothing that could be put back.
    #[error("Tidak ada data sebelum pemulihan yang dapat dikembalikan. Pilih cadangan dari daftarnya.")]
    NothingAside,
}

impl BackupError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::PlaceGone(_) => "place-gone",
            Self::PlaceBusy(_) => "place-busy",
            Self::UnderWay => "backup-under-way",
            Self::Unknown { .. } => "backup-unknown",
            Self::Newer { .. } => "backup-newer",
            Self::Foreign { .. } => "backup-foreign",
            Self::Broken { .. } => "backup-broken",
            Self::NotAMovingFile { .. } => "not-a-moving-file",
            Self::NothingAside => "nothing-aside",
        }
    }
}
