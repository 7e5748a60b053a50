//! What a font's maker allows with it, as the font itself says: the field `fsType` of the table OS/2 (OpenType specification, "OS/2").

use rustybuzz::ttf_parser::{Face, Tag};

use super::fault::FontFault;

/// The four kinds of embedding; none of them set means that a font may be installed by whoever reads the document.
const RESTRICTED: u16 = 0x0002;
const PREVIEW_AND_PRINT: u16 = 0x0004;
const EDITABLE: u16 = 0x0008;
const NO_SUBSETTING: u16 = 0x0100;
const BITMAPS_ONLY: u16 = 0x0200;
/// From here on a font sets one kind; before it, of several the mildest counts.
const ONE_KIND: u16 = 3;

/// Whether a letter may carry the font. Letters are printed and read, which the strictest kind of those that allow embedding is about.
pub(super) fn allows(face: &Face<'_>) -> Result<(), FontFault> {
    let table = face.raw_face().table(Tag::from_bytes(b"OS/2")).ok_or(FontFault::Unlicensed)?;
    let number = |at: usize| table.get(at..at + 2).map(|bytes| u16::from_be_bytes([bytes[0], bytes[1]]));
    let (version, bits) = number(0).zip(number(8)).ok_or(FontFault::Unlicensed)?;
    judged(version, bits)
}

fn judged(version: u16, bits: u16) -> Result<(), FontFault> {
    let milder = version < ONE_KIND && bits & (PREVIEW_AND_PRINT | EDITABLE) != 0;
    if bits & RESTRICTED != 0 && !milder {
        Err(FontFault::Restricted)
    } else if bits & BITMAPS_ONLY != 0 {
        Err(FontFault::BitmapsOnly)
    } else if bits & NO_SUBSETTING != 0 {
        Err(FontFault::WholeOnly)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_carries_what_its_maker_lets_it() {
        use FontFault::{BitmapsOnly, Restricted, WholeOnly};
        for (version, bits, expected) in [
            (4, 0x0000, Ok(())),
            (4, 0x0008, Ok(())),
            (4, 0x0004, Ok(())),
            (4, 0x0002, Err(Restricted)),
            (4, 0x0102, Err(Restricted)),
            (4, 0x0100, Err(WholeOnly)),
            (4, 0x0108, Err(WholeOnly)),
            (4, 0x0200, Err(BitmapsOnly)),
            (4, 0x0308, Err(BitmapsOnly)),
            // Several kinds at once: an old font is as free as the mildest, a new one contradicts itself.
            (2, 0x000e, Ok(())),
            (1, 0x0006, Ok(())),
            (2, 0x0002, Err(Restricted)),
            (3, 0x000a, Err(Restricted)),
            (3, 0x000c, Ok(())),
            // Reserved bits say nothing.
            (4, 0x0001, Ok(())),
        ] {
            assert_eq!(judged(version, bits), expected, "version {version}, {bits:#06x}");
        }
    }
}
