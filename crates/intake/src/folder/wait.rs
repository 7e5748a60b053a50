//! Why a file in a watched folder is not taken in yet.

use std::fmt;
use std::io;

/// A refusal of the system, to be put into words by whoever tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SystemFault {
    /// Its kind.
    pub kind: io::ErrorKind,
    /// Its number, where it has one.
    pub code: Option<i32>,
}

impl From<&io::Error> for SystemFault {
    fn from(error: &io::Error) -> Self {
        Self { kind: error.kind(), code: error.raw_os_error() }
    }
}

impl From<SystemFault> for io::Error {
    fn from(fault: SystemFault) -> Self {
        fault.code.map_or_else(|| fault.kind.into(), Self::from_raw_os_error)
    }
}

/// Why a file waits. It is looked at again by itself, for as long as it lies there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wait {
    /// It was just seen for the first time, or has changed since the last look.
    Growing,
    /// Another program holds it.
    Locked,
    /// It has no bytes.
    Empty,
    /// Its end is not there yet.
    Unfinished,
    /// It is no PDF, JPEG, PNG or TIFF.
    NotAScan,
    /// It has more bytes than are taken in.
    TooLarge {
        /// The limit, bytes.
        limit: u64,
    },
    /// The system refuses to read it.
    Unreadable(SystemFault),
    /// It was read, but could not be stored; why, in Indonesian.
    NotStored(String),
}

impl Wait {
    /// A fault of the system, as the officer is told of it.
    pub(super) fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::WouldBlock | io::ErrorKind::ResourceBusy => Self::Locked,
            // Windows: ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION have no kind of their own.
            _ if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) => Self::Locked,
            _ => Self::Unreadable(error.into()),
        }
    }

    /// Whether it is in the usual course of things for a file that has just come.
    pub fn is_usual(&self) -> bool {
        matches!(self, Self::Growing)
    }
}

impl fmt::Display for Wait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Growing => f.write_str("Masih ditulis oleh pemindai."),
            Self::Locked => f.write_str("Sedang dipakai program lain. Tutup program itu; berkas ini dicoba lagi dengan sendirinya."),
            Self::Empty => f.write_str("Berkas kosong (0 bita). Pindai ulang bila pemindai sudah selesai."),
            Self::Unfinished => {
                f.write_str("Bagian akhirnya belum ada. Bila pemindai sudah selesai, berkas ini rusak: pindai ulang, lalu hapus yang ini.")
            }
            Self::NotAScan => f.write_str("Bukan PDF, JPEG, PNG, atau TIFF, jadi dibiarkan di foldernya."),
            Self::TooLarge { limit } => {
                write!(
                    f,
                    "Terlalu besar, paling banyak {} MB. Pindai dengan resolusi lebih rendah atau dalam beberapa bagian.",
                    limit >> 20
                )
            }
            Self::Unreadable(_) => f.write_str("Tidak dapat dibaca. Dicoba lagi dengan sendirinya."),
            Self::NotStored(why) => write!(f, "Belum dapat disimpan: {why}"),
        }
    }
}
