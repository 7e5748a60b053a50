//! Why a picture is no emblem, in words that an officer can act on.

use std::fmt;

use super::size::MOST_PIXELS;

/// What is wrong with an emblem. Shown, it is the reason without a full stop; what to do about it says [`LogoFault::remedy`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoFault {
    /// A file without content.
    Empty,
    /// A drawing (SVG), which may hold scripts and links and is never opened.
    Svg,
    /// Neither a PNG nor, where one may be chosen, a JPEG.
    Foreign,
    /// A picture that breaks off or contradicts itself.
    Broken,
    /// Far more bytes or pixels than an emblem of 24 mm needs; it was not opened.
    Huge,
    /// Nothing of it could be seen on white paper.
    Invisible,
}

impl LogoFault {
    /// What the officer does about it, as a sentence.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Empty => "Pilih berkas gambar yang berisi.",
            Self::Svg => {
                "Buka gambar itu dengan aplikasi gambar, misalnya Inkscape, ekspor sebagai PNG selebar 600 piksel, lalu pilih berkas PNG itu."
            }
            Self::Foreign => "Simpan gambarnya sebagai PNG, lalu pilih lagi.",
            Self::Broken => "Buka gambar itu dan simpan ulang sebagai PNG, atau minta berkas aslinya lagi.",
            Self::Huge => "Perkecil gambarnya, misalnya menjadi selebar 600 piksel, lalu pilih lagi.",
            Self::Invisible => "Pilih gambar yang berwarna atau bergaris gelap.",
        }
    }
}

impl fmt::Display for LogoFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("berkasnya kosong"),
            Self::Svg => f.write_str("berkasnya gambar SVG, sedangkan kop surat memerlukan PNG atau JPEG"),
            Self::Foreign => f.write_str("berkasnya bukan PNG atau JPEG"),
            Self::Broken => f.write_str("gambarnya rusak atau terpotong"),
            Self::Huge => write!(f, "gambarnya terlalu besar, paling banyak {MOST_PIXELS} piksel pada tiap sisi"),
            Self::Invisible => f.write_str("seluruh gambarnya tembus pandang atau putih, sehingga tidak terlihat pada kertas"),
        }
    }
}
