//! What a file is, by its bytes; its name says nothing that counts.

mod tiff;
mod whole;

pub use whole::{Unfinished, whole};

/// How far into a file the head of a PDF may stand; mail gateways and some scanners put a few lines before it.
const HEAD: usize = 1024;
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A kind of file that scanners write and this room reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Portable Document Format.
    Pdf,
    /// One page, JPEG.
    Jpeg,
    /// One page, PNG.
    Png,
    /// One or more pages, TIFF.
    Tiff,
}

impl Kind {
    /// The kind of a file, if it is one of ours.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let head = &bytes[..bytes.len().min(HEAD)];
        match head {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            _ if head.starts_with(PNG) => Some(Self::Png),
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Some(Self::Tiff),
            _ => head.windows(5).any(|five| five == b"%PDF-").then_some(Self::Pdf),
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Tiff => "image/tiff",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let late = [&[b' '; 1000][..], b"%PDF-1.4"].concat();
        let too_late = [&[b' '; 1020][..], b"%PDF-1.4"].concat();
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], Some(Kind::Pdf)),
            (b"From: mesin\r\n\r\n%PDF-1.3", Some(Kind::Pdf)),
            (&late, Some(Kind::Pdf)),
            (&too_late, None),
            (b"\xff\xd8\xff\xe0", Some(Kind::Jpeg)),
            (b"\x89PNG\r\n\x1a\n\0", Some(Kind::Png)),
            (b"\x89PNG\n\x1a\n\0", None),
            (b"II*\0\x08\0\0\0", Some(Kind::Tiff)),
            (b"MM\0*\0\0\0\x08", Some(Kind::Tiff)),
            (b"MM*\0", None),
            (b"PK\x03\x04 a document of a word processor", None),
            (b"", None),
        ] {
            assert_eq!(Kind::of(bytes), kind, "{}", bytes.escape_ascii());
        }
    }
}
