//! What a picture in a PDF says of its size inside of itself. JBIG2, JPEG 2000 and fax are unpacked in the size that stands there, whatever the
//! PDF says beside it, so a few bytes could ask for gigabytes.

use super::affordable;
use crate::fault::PageTrouble;
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::dict::keys::{COLUMNS, DECODE_PARMS, HEIGHT, WIDTH};
use hayro::hayro_syntax::object::stream::ImageDecodeParams;
use hayro::hayro_syntax::object::{Array, Dict, Stream};

/// Kinds of JBIG2 segments that begin with a width and a height: the page, and every region.
const SIZED: [u8; 13] = [4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48];
/// JPEG 2000: its first marker and that of its sizes.
const CODESTREAM: &[u8] = &[0xff, 0x4f, 0xff, 0x51];
/// A height, or a length, that is known only when all is read.
const UNKNOWN: u32 = u32::MAX;

/// In order if the picture is unpacked to no more than is read. One that is packed twice is not looked into.
pub(super) fn check(stream: &Stream<'_>) -> Result<(), PageTrouble> {
    match stream.filters().as_slice() {
        [Filter::Jbig2Decode] => jbig2(&stream.raw_data()),
        [Filter::JpxDecode] => jpx(&stream.raw_data()),
        [Filter::CcittFaxDecode] => fax(stream.dict()),
        _ => Ok(()),
    }
}

/// Walks the segments. Where one cannot be understood the walk ends; so will the unpacking.
fn jbig2(bytes: &[u8]) -> Result<(), PageTrouble> {
    let mut rest = bytes;
    while let Some((kind, data, next)) = segment(rest) {
        if let (true, Some(width), Some(height)) = (SIZED.contains(&kind), long(data, 0), long(data, 4)) {
            affordable(width.max(1), if height == UNKNOWN { 1 } else { height.max(1) })?;
        }
        rest = next;
    }
    Ok(())
}

/// A segment's kind, its data, and what follows.
fn segment(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (number, flags, count) = (long(bytes, 0)?, *bytes.get(4)?, *bytes.get(5)?);
    let (count, head) = match count >> 5 {
        7 => long(bytes, 5).map(|count| (count & 0x1fff_ffff) as usize).map(|count| (count, 9 + (count + 8) / 8))?,
        few => (usize::from(few), 6),
    };
    let each = match number {
        0..=256 => 1,
        257..=65536 => 2,
        _ => 4,
    };
    let page = if flags & 0x40 == 0 { 1 } else { 4 };
    let at = head + count * each + page;
    let length = long(bytes, at)?;
    let data = bytes.get(at + 4..)?;
    let (data, next) = if length == UNKNOWN { (data, &[][..]) } else { data.split_at(data.len().min(length as usize)) };
    Some((flags & 0x3f, data, next))
}

fn jpx(bytes: &[u8]) -> Result<(), PageTrouble> {
    let Some(start) = memchr::memmem::find(bytes, CODESTREAM) else { return Ok(()) };
    // Behind the marker: a length, what is needed, right and lower edge, left and upper edge.
    let edge = |at: usize| long(bytes, start + 8 + at * 4);
    match [0, 1, 2, 3].map(edge) {
        [Some(right), Some(lower), Some(left), Some(upper)] => affordable(right.saturating_sub(left), lower.saturating_sub(upper)),
        _ => Ok(()),
    }
}

fn fax(dict: &Dict<'_>) -> Result<(), PageTrouble> {
    match (hints(dict).and_then(|hints| hints.get::<u32>(COLUMNS)), dict.get::<u32>(HEIGHT)) {
        (Some(across), Some(down)) => affordable(across, down),
        _ => Ok(()),
    }
}

/// Whether a fax breaks off in its first half. What draws it shows what came out before that and leaves the rest of the page white, so that nonsense
/// would pass for an empty page.
pub(super) fn breaks_off(stream: &Stream<'_>) -> bool {
    if stream.filters().as_slice() != [Filter::CcittFaxDecode] {
        return false;
    }
    let edge = |key| stream.dict().get::<u32>(key).unwrap_or(0);
    let asked = ImageDecodeParams { width: edge(WIDTH), height: edge(HEIGHT), ..ImageDecodeParams::default() };
    let Ok(fax) = stream.decoded_image(&asked) else { return true };
    let points = fax.image_data.map_or(0, |fax| u64::from(fax.width) * u64::from(fax.height));
    (fax.data.len() as u64) * 2 < points
}

fn hints<'a>(dict: &Dict<'a>) -> Option<Dict<'a>> {
    let first = || dict.get::<Array<'_>>(DECODE_PARMS).and_then(|all| all.flex_iter().next::<Dict<'a>>());
    dict.get::<Dict<'a>>(DECODE_PARMS).or_else(first)
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_be_bytes(*four))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LARGE: u32 = 60_000;

    fn page_of(number: u32, refers: &[u8], kind: u8, width: u32, height: u32) -> Vec<u8> {
        let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
        [&number.to_be_bytes()[..], &[kind], refers, &[1], &(size.len() as u32).to_be_bytes(), &size].concat()
    }

    #[test]
    fn a_size_inside_that_asks_for_gigabytes_is_refused() {
        let many = [&[0xe0, 0, 0, 9, 0, 0][..], &[0; 18]].concat();
        for (what, bytes, fault) in [
            ("a page", page_of(1, &[0], 48, 600, 800), None),
            ("a page whose height is not known", page_of(1, &[0], 48, 600, UNKNOWN), None),
            ("a large page", page_of(1, &[0], 48, LARGE, LARGE), Some(PageTrouble::TooManyPixels)),
            ("a large region that refers to two", page_of(1, &[2 << 5, 0, 0], 38, LARGE, LARGE), Some(PageTrouble::TooManyPixels)),
            ("a large region that refers to nine", page_of(300, &many, 6, LARGE, LARGE), Some(PageTrouble::TooManyPixels)),
            ("symbols, which begin otherwise", page_of(1, &[0], 0, LARGE, LARGE), None),
            ("nothing", Vec::new(), None),
        ] {
            assert_eq!(jbig2(&bytes).err(), fault, "{what}");
            assert_eq!(jbig2(&[page_of(0, &[0], 0, 9, 9), bytes].concat()).err(), fault, "{what}, behind another");
        }
        let siz = |edges: [u32; 4]| [b"boxes", CODESTREAM, &[0, 41, 0, 0], &edges.map(u32::to_be_bytes).concat()].concat();
        assert_eq!(jpx(&siz([LARGE, LARGE, 0, 0])), Err(PageTrouble::TooManyPixels));
        assert_eq!(jpx(&siz([LARGE, LARGE, LARGE - 600, LARGE - 800])), Ok(()));
        assert_eq!(jpx(CODESTREAM), Ok(()));
    }
}
