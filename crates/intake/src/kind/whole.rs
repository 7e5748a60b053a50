//! Whether a file is there to its end. A scanner that writes over the network leaves the beginning of a file for seconds; such a file often opens.

use super::{Kind, tiff};

/// How far from its end a PDF may have its mark; some scanners append a few bytes.
const TAIL: usize = 2048;

/// The file ends before its kind's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("berkas belum lengkap: akhirnya belum ada; tunggu sampai pemindai selesai menulis, atau pindai ulang")]
pub struct Unfinished;

/// In order if the file has the end that its kind demands.
///
/// # Errors
/// [`Unfinished`] otherwise.
pub fn whole(kind: Kind, bytes: &[u8]) -> Result<(), Unfinished> {
    let ended = match kind {
        Kind::Pdf => bytes[bytes.len().saturating_sub(TAIL)..].windows(5).any(|five| five == b"%%EOF"),
        Kind::Jpeg => jpeg(bytes),
        Kind::Png => png(bytes),
        Kind::Tiff => tiff::whole(bytes),
    };
    if ended { Ok(()) } else { Err(Unfinished) }
}

/// The last marker is "end of image"; a few devices fill up with zeros behind it.
fn jpeg(bytes: &[u8]) -> bool {
    let filling = bytes.iter().rev().take_while(|byte| **byte == 0).count();
    bytes.len() > 4 && bytes[..bytes.len() - filling].ends_with(&[0xff, 0xd9])
}

/// The chunks lead to the last one, each inside the file.
fn png(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(super::PNG.len()..).unwrap_or_default();
    while let [a, b, c, d, name @ ..] = rest {
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        // Length, name, content and checksum.
        let Some(next) = length.checked_add(12).and_then(|length| rest.get(length..)) else { return false };
        if name.starts_with(b"IEND") {
            return true;
        }
        rest = next;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_when_its_end_is_there() {
        let png = [super::super::PNG, b"\0\0\0\x02IDATxx\0\0\0\0", b"\0\0\0\0IEND\xaeB`\x82"].concat();
        let far = [b"%PDF-1.4 %%EOF", &[b' '; 3000][..]].concat();
        for (what, kind, bytes, ended) in [
            ("pdf", Kind::Pdf, &b"%PDF-1.4 ... %%EOF\r\n"[..], true),
            ("pdf cut", Kind::Pdf, b"%PDF-1.4 ... %%EO", false),
            ("pdf whose mark is far away", Kind::Pdf, &far, false),
            ("jpeg", Kind::Jpeg, b"\xff\xd8\xff\xe0\0\xff\xd9", true),
            ("jpeg filled up", Kind::Jpeg, b"\xff\xd8\xff\xe0\0\xff\xd9\0\0\0", true),
            ("jpeg cut", Kind::Jpeg, b"\xff\xd8\xff\xe0\0\xff", false),
            ("jpeg of zeros", Kind::Jpeg, &[0; 64], false),
            ("png", Kind::Png, &png, true),
            ("png with a tail", Kind::Png, &[&png[..], b"tail"].concat(), true),
            ("png cut in its last chunk", Kind::Png, &png[..png.len() - 1], false),
            ("png cut between chunks", Kind::Png, &png[..png.len() - 12], false),
            ("nothing", Kind::Png, b"", false),
        ] {
            assert_eq!(whole(kind, bytes).is_ok(), ended, "{what}");
        }
    }
}
