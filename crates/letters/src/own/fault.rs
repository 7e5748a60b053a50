//! Why a file is no face for letters, in words that an officer can act on.

use std::fmt;

/// What is wrong with a font file. Shown, it is the reason without a full stop; what to do about it says [`FontFault::remedy`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FontFault {
    /// A file without content.
    Empty,
    /// Neither TrueType nor OpenType.
    Foreign,
    /// A font packed for web pages (WOFF).
    Web,
    /// Several fonts in one file (TTC).
    Collection,
    /// A font whose weight can be turned like a knob: which one letters would show is not settled.
    Variable,
    /// A font that breaks off or contradicts itself.
    Broken,
    /// No outlines: pictures of letters in some sizes.
    Pictures,
    /// It does not say what its maker allows.
    Unlicensed,
    /// Its maker forbids to embed it in documents.
    Restricted,
    /// Its maker forbids to embed a part of it, and every letter would carry all of it.
    WholeOnly,
    /// Its maker allows to embed pictures of it alone.
    BitmapsOnly,
    /// Characters that every letter needs are missing: the first of them.
    Lacks(String),
    /// Its lines would be less than four fifths, or more than twice its size apart.
    Heights,
}

impl FontFault {
    /// What the officer does about it, as a sentence.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Empty => "Pilih berkas huruf yang berisi.",
            Self::Foreign | Self::Web => "Pilih berkas berakhiran .ttf atau .otf.",
            Self::Collection => "Pilih huruf lain, atau minta berkas .ttf tersendiri untuk tiap ragamnya.",
            Self::Variable => "Pilih berkas ragam tetapnya, misalnya yang namanya berakhir dengan Regular, Bold, atau Italic.",
            Self::Broken => "Salin ulang berkas itu dari komputer asalnya, atau pilih huruf lain.",
            Self::Pictures | Self::Lacks(_) | Self::Heights => "Pilih huruf lain yang lazim dipakai untuk surat.",
            Self::Unlicensed | Self::Restricted | Self::WholeOnly | Self::BitmapsOnly => {
                "Pilih huruf lain, atau huruf bawaan Sandika yang boleh dipakai pada semua surat."
            }
        }
    }
}

impl fmt::Display for FontFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("berkasnya kosong"),
            Self::Foreign => f.write_str("berkasnya bukan huruf TrueType atau OpenType"),
            Self::Web => f.write_str("berkasnya huruf untuk laman web (WOFF), yang tidak dapat dimuat dalam surat"),
            Self::Collection => f.write_str("berkasnya kumpulan beberapa huruf (TTC)"),
            Self::Variable => f.write_str("berkasnya huruf variabel, yang tebalnya tidak tetap"),
            Self::Broken => f.write_str("berkasnya rusak atau terpotong"),
            Self::Pictures => f.write_str("hurufnya hanya berupa gambar titik, tanpa garis bentuk yang dapat dicetak tajam"),
            Self::Unlicensed => {
                f.write_str("berkasnya tidak memuat keterangan lisensi, sehingga tidak diketahui apakah boleh dimuat dalam surat")
            }
            Self::Restricted => f.write_str("pembuatnya melarang huruf ini dimuat dalam dokumen"),
            Self::WholeOnly => f.write_str(
                "pembuatnya melarang sebagian saja huruf ini dimuat dalam dokumen, padahal surat hanya memuat huruf yang dipakai",
            ),
            Self::BitmapsOnly => f.write_str("pembuatnya hanya mengizinkan gambar titik huruf ini dimuat dalam dokumen"),
            Self::Lacks(characters) => write!(f, "huruf ini tidak memiliki tanda yang diperlukan surat: {characters}"),
            Self::Heights => f.write_str("jarak barisnya tidak wajar, sehingga baris surat akan bertumpuk atau terlalu renggang"),
        }
    }
}
