//! Why pages do not file themselves, as the officer reads it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Why pages wait for an officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// No page has a code of ours.
    NoCode,
    /// Pages of the file have none, beside others that do.
    Loose,
    /// A page shows the codes of several letters.
    SeveralCodes {
        /// The page of the scan.
        page: u32,
    },
    /// No letter of this office has this code.
    Foreign,
    /// Pages of the letter are not there.
    Missing {
        /// Which, ascending.
        pages: Vec<u32>,
        /// How many it has.
        of: u32,
    },
    /// A page of the letter is there more than once.
    Twice {
        /// Which page of the letter.
        page: u32,
    },
    /// The letter was corrected since.
    Older {
        /// What was scanned.
        version: u32,
        /// What holds.
        newest: u32,
    },
    /// The letter is void.
    Voided,
    /// Its case takes nothing in any more.
    Closed,
    /// A signed scan of this version is there already.
    Returned,
    /// The same file is there already.
    Duplicate {
        /// Where, as an officer finds it.
        place: String,
    },
    /// A PDF with an electronic signature keeps every byte, so it is not taken apart.
    SignedSeveral,
    /// The file is what was issued, without a signature on it.
    NotSigned,
    /// Pages could not be looked at.
    Unreadable {
        /// Which pages of the scan, ascending.
        pages: Vec<u32>,
    },
    /// The file as a whole could not be looked at; why, in Indonesian.
    Failed {
        /// Why, and what to do.
        why: String,
    },
    /// The rules of the case refused it; their own words.
    Refused {
        /// Why, and what to do.
        why: String,
    },
}

/// Several doubts, as they are kept beside a scan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Doubts(pub Vec<Doubt>);

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCode => f.write_str("Tidak ada kode surat yang terbaca pada halaman mana pun. Tempatkan sendiri ke perkaranya."),
            Self::Loose => f.write_str("Halaman ini tidak memuat kode surat. Tempatkan sendiri, atau gabungkan dengan surat yang semestinya."),
            Self::SeveralCodes { page } => {
                write!(f, "Halaman {page} memuat kode lebih dari satu surat. Pindai ulang surat-surat itu satu per satu.")
            }
            Self::Foreign => f.write_str("Kode surat ini bukan dari kantor ini. Periksa apakah kertasnya milik kantor lain."),
            Self::Missing { pages, of } => {
                write!(f, "Halaman {} dari {of} tidak ada. Pindai ulang surat itu lengkap, atau gabungkan dengan halaman yang kurang.", list(pages))
            }
            Self::Twice { page } => write!(f, "Halaman {page} terpindai lebih dari sekali. Hapus halaman yang berlebih, lalu simpan."),
            Self::Older { version, newest } => {
                write!(f, "Yang dipindai versi {version}, padahal surat ini sudah dikoreksi menjadi versi {newest}. Pindai versi yang berlaku.")
            }
            Self::Voided => f.write_str("Surat ini sudah dibatalkan, jadi pindaiannya tidak disimpan sebagai surat kembali."),
            Self::Closed => f.write_str("Perkara surat ini sudah selesai atau dibatalkan. Buka kembali perkaranya bila pindaian ini harus masuk."),
            Self::Returned => f.write_str("Surat ini sudah kembali sebelumnya. Simpan lagi hanya bila pindaian ini yang benar."),
            Self::Duplicate { place } => write!(f, "Berkas yang sama sudah ada di {place}."),
            Self::SignedSeveral => f.write_str(
                "PDF bertanda tangan elektronik ini memuat halaman lain di samping satu surat utuh. Berkasnya tidak boleh dipisah; tempatkan sendiri.",
            ),
            Self::NotSigned => f.write_str("Berkas ini sama dengan surat yang diterbitkan, jadi belum ditandatangani."),
            Self::Unreadable { pages } => write!(f, "Halaman {} tidak dapat dibaca. Lihat halamannya, lalu pindai ulang bila perlu.", list(pages)),
            Self::Failed { why } | Self::Refused { why } => f.write_str(why),
        }
    }
}

/// "2", "2 dan 5", "2, 3 dan 5".
fn list(pages: &[u32]) -> String {
    let words: Vec<String> = pages.iter().map(u32::to_string).collect();
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} dan {last}", before.join(", ")),
    }
}
