//! Why a letter could not be drawn, in words that an officer can act on.

use std::fmt;

use crate::emblem::LogoFault;

/// Why a letter could not be drawn.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum LetterError {
    /// The letter face has no glyph for a character (an emoji, a foreign script). Nothing is drawn in its stead.
    #[error(
        "Huruf surat tidak memiliki tanda “{character}” (U+{code:04X}) yang dipakai pada {place}. Ganti tanda itu dengan huruf Latin, lalu susun ulang surat.",
        code = u32::from(*.character)
    )]
    Glyph {
        /// The character.
        character: char,
        /// Where it stands.
        place: Place,
    },
    /// The emblem cannot be used.
    #[error("Lambang pada kop surat tidak dapat dipakai: {0}. Pilih ulang lambangnya pada pengaturan kantor.")]
    Logo(LogoFault),
    /// Something that may not be split is higher than a page.
    #[error(
        "Isi surat memuat bagian yang lebih tinggi daripada satu halaman. Ringkas bagian itu, pecah menjadi beberapa bagian, atau pilih kertas yang lebih panjang."
    )]
    TooTall,
    /// The page setup leaves no room for text, or a size is not a sensible number.
    #[error("Ukuran halaman surat tidak dapat dipakai: {0}. Perbaiki pengaturan halaman pada templat surat.")]
    Page(&'static str),
    /// A table's row has another number of cells than the table has columns.
    #[error("Baris ke-{row} sebuah tabel berisi {cells} sel, padahal tabel itu memiliki {columns} kolom. Perbaiki templat surat.")]
    TableShape {
        /// The row, from 1.
        row: usize,
        /// How many cells it has.
        cells: usize,
        /// How many columns the table has.
        columns: usize,
    },
    /// The letter's date is no date.
    #[error("Tanggal surat “{0}” tidak sah. Tanggal ditulis sebagai tahun-bulan-hari, misalnya 2026-11-21.")]
    Date(String),
    /// The code of the page is too long for a QR code that a poor scanner still reads.
    #[error(
        "Kode halaman “{0}” terlalu panjang sehingga tidak akan terbaca dari hasil pindai. Laporkan kesalahan ini kepada pengelola aplikasi."
    )]
    Code(String),
    /// A letter face that ships with the product cannot be read.
    #[error("Huruf surat {0} tidak terbaca. Pasang ulang aplikasi.")]
    Face(&'static str),
    /// The letter is to be set in the office's own face, of which there are no files.
    #[error("Huruf kantor sendiri belum ada. Pilih berkas hurufnya, atau huruf bawaan, pada Pengaturan, bagian Kertas dan huruf.")]
    NoOwnFace,
    /// A file of the office's own face cannot be read.
    #[error(
        "Berkas huruf kantor sendiri tidak terbaca. Pilih ulang berkasnya, atau huruf bawaan, pada Pengaturan, bagian Kertas dan huruf."
    )]
    OwnFace,
    /// Whoever watched the drawing ended it.
    #[error("Penyusunan dihentikan. Tidak ada berkas yang dibuat.")]
    Stopped,
    /// The PDF could not be put together.
    #[error("Berkas PDF surat tidak dapat disusun: {0}.")]
    Write(String),
}

/// Part of a letter, as an officer calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Letterhead.
    Letterhead,
    /// Number, subject, addressee or title.
    Head,
    /// Running text and lists.
    Body,
    /// A table.
    Table,
    /// A form sheet.
    Sheet,
    /// Heading and title of an attachment.
    Attachment,
    /// A signature block.
    Signature,
    /// Copies to.
    Copies,
    /// Footer, page number, the line beside the code.
    Footer,
    /// What marks a page as no valid letter.
    Mark,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Letterhead => "kop surat",
            Self::Head => "kepala surat",
            Self::Body => "isi surat",
            Self::Table => "tabel",
            Self::Sheet => "lembar isian",
            Self::Attachment => "kepala lampiran",
            Self::Signature => "blok tanda tangan",
            Self::Copies => "tembusan",
            Self::Footer => "kaki surat",
            Self::Mark => "tanda halaman",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_character_is_named_with_its_place() {
        let error = LetterError::Glyph { character: '😀', place: Place::Copies };
        assert!(error.to_string().contains("“😀” (U+1F600) yang dipakai pada tembusan"), "{error}");
    }
}
