//! Why a file or one of its pages could not be read. The words are for officers: what is wrong, why, and what they can do.

use serde::{Deserialize, Serialize};

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ReadFault {
    /// The file has no bytes.
    #[error("berkas kosong (0 bita); pindai ulang suratnya")]
    Empty,
    /// None of the kinds that are read.
    #[error("berkas bukan PDF, JPEG, PNG, atau TIFF; simpan hasil pindai dalam salah satu bentuk itu")]
    NotReadable,
    /// A PDF that opens with a password only.
    #[error("PDF terkunci kata sandi sehingga isinya tidak dapat dibaca; simpan ulang tanpa kata sandi, lalu masukkan lagi")]
    Encrypted,
    /// A TIFF in the oldest form of fax.
    #[error(
        "TIFF memakai kompresi faks G3 yang tidak dapat dibaca; atur pemindai agar menyimpan sebagai TIFF G4 atau PDF, lalu pindai ulang"
    )]
    FaxGroup3,
    /// More pages than are read.
    #[error("berkas berisi {pages} halaman, lebih dari {most} yang dapat dibaca; bagi menjadi beberapa berkas")]
    TooManyPages {
        /// How many it has.
        pages: usize,
        /// How many are read.
        most: usize,
    },
    /// A page is larger than is read.
    #[error("gambar halaman terlalu besar untuk dibaca; pindai ulang dengan 300 dpi")]
    TooManyPixels,
    /// What stands in the file contradicts itself, or is written in a form that nothing here knows.
    #[error("isi berkas rusak atau memakai bentuk yang tidak dikenal; pindai ulang, atau simpan ulang sebagai PDF")]
    Damaged,
    /// No answer in time.
    #[error("berkas tidak selesai dibaca dalam waktu yang wajar, mungkin karena rusak; pindai ulang dengan 300 dpi")]
    TookLong,
    /// It wanted more memory than is given to it.
    #[error("berkas memerlukan memori terlalu banyak, mungkin karena rusak; pindai ulang dengan 300 dpi")]
    TooMuchMemory,
    /// A page that the file does not have.
    #[error("berkas tidak memiliki halaman {page}; muat ulang daftar halamannya")]
    NoSuchPage {
        /// The page asked for, from 1.
        page: usize,
    },
    /// The program that reads files could not be started.
    #[error("program pembaca berkas tidak dapat dijalankan ({program}); pasang ulang Sandika")]
    NoProgram {
        /// Where it was looked for.
        program: String,
    },
    /// The program that reads files ended or answered in words that are not its own.
    #[error("program pembaca berkas berhenti tiba-tiba; coba lagi, dan bila berulang, pindai ulang suratnya")]
    Lost,
    /// Whoever asked wanted no more.
    #[error("pembacaan dihentikan")]
    Stopped,
}

/// Why one page could not be read, while the others could.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PageTrouble {
    /// See [`ReadFault::Damaged`].
    #[error("halaman rusak atau memakai bentuk yang tidak dikenal; pindai ulang halaman ini")]
    Damaged,
    /// See [`ReadFault::FaxGroup3`].
    #[error("halaman memakai kompresi faks G3 yang tidak dapat dibaca; simpan sebagai TIFF G4 atau PDF")]
    FaxGroup3,
    /// See [`ReadFault::TooManyPixels`].
    #[error("gambar halaman terlalu besar untuk dibaca; pindai ulang dengan 300 dpi")]
    TooManyPixels,
    /// See [`ReadFault::TookLong`].
    #[error("halaman tidak selesai dibaca dalam waktu yang wajar; pindai ulang halaman ini")]
    TookLong,
    /// See [`ReadFault::TooMuchMemory`].
    #[error("halaman memerlukan memori terlalu banyak; pindai ulang halaman ini dengan 300 dpi")]
    TooMuchMemory,
    /// See [`ReadFault::Lost`].
    #[error("pembacaan halaman ini berhenti tiba-tiba; pindai ulang halaman ini")]
    Lost,
}

impl From<PageTrouble> for ReadFault {
    fn from(trouble: PageTrouble) -> Self {
        match trouble {
            PageTrouble::Damaged => Self::Damaged,
            PageTrouble::FaxGroup3 => Self::FaxGroup3,
            PageTrouble::TooManyPixels => Self::TooManyPixels,
            PageTrouble::TookLong => Self::TookLong,
            PageTrouble::TooMuchMemory => Self::TooMuchMemory,
            PageTrouble::Lost => Self::Lost,
        }
    }
}
