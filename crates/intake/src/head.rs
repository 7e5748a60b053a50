//! What the heads of a JPEG and a PNG state, as far as a page or a PDF that shows them must know it.

use image::ImageDecoder;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::metadata::Orientation;
use std::io::Cursor;

/// A JPEG's head.
pub(crate) struct Jpeg {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) samples: u8,
    pub(crate) bits: u8,
    /// Four inks of Adobe's programs are stored the other way round.
    pub(crate) inverted: bool,
    pub(crate) dpi: Option<f32>,
}

/// Walks the segments up to the frame's.
pub(crate) fn jpeg(bytes: &[u8]) -> Option<Jpeg> {
    let (mut at, mut dpi, mut adobe) = (2, None, false);
    loop {
        let marker = *bytes.get(at + 1)?;
        if marker == 0xff {
            at += 1; // filling between segments
            continue;
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let segment = bytes.get(at + 4..at.checked_add(2 + length)?)?;
        match marker {
            // Every frame but the tables that stand among them.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let [bits, a, b, c, d, samples, ..] = *segment else { return None };
                let (height, width) = (u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d]));
                let known = matches!(samples, 1 | 3 | 4) && width > 0 && height > 0;
                let inverted = adobe && samples == 4;
                return known.then(|| Jpeg { width: width.into(), height: height.into(), samples, bits, inverted, dpi });
            }
            0xe0 => dpi = density(segment),
            0xee => adobe = segment.starts_with(b"Adobe"),
            0xd9 | 0xda => return None,
            _ => {}
        }
        at += 2 + length;
    }
}

fn density(segment: &[u8]) -> Option<f32> {
    let [b'J', b'F', b'I', b'F', 0, _, _, unit, a, b, ..] = *segment else { return None };
    let value = f32::from(u16::from_be_bytes([a, b]));
    match unit {
        1 => Some(value),
        2 => Some(value * 2.54),
        _ => None,
    }
    .filter(|dpi| *dpi > 0.0)
}

/// How a photograph was held; most pictures do not say, and stand as they are.
pub(crate) fn held_jpeg(bytes: &[u8]) -> Orientation {
    let said = JpegDecoder::new(Cursor::new(bytes)).ok().and_then(|mut decoder| decoder.orientation().ok());
    said.unwrap_or(Orientation::NoTransforms)
}

/// The same of a PNG.
pub(crate) fn held_png(bytes: &[u8]) -> Orientation {
    let said = PngDecoder::new(Cursor::new(bytes)).ok().and_then(|mut decoder| decoder.orientation().ok());
    said.unwrap_or(Orientation::NoTransforms)
}

/// A PNG's head, and its packed data in one piece.
pub(crate) struct Png<'a> {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) samples: u8,
    pub(crate) bits: u8,
    /// Whether a PDF can hold the data as it is.
    pub(crate) plain: bool,
    pub(crate) dpi: Option<f32>,
    pub(crate) table: Option<&'a [u8]>,
    pub(crate) data: Vec<u8>,
}

/// Walks the chunks.
pub(crate) fn png(bytes: &[u8]) -> Option<Png<'_>> {
    let mut rest = bytes.get(8..)?;
    let mut png = None;
    loop {
        let [a, b, c, d, e, f, g, h, ..] = *rest else { return None };
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        let content = rest.get(8..length.checked_add(8)?)?;
        match (&[e, f, g, h], &mut png) {
            (b"IHDR", None) => png = Some(header(content)?),
            (b"IEND", _) => return png,
            (_, None) => return None,
            (b"PLTE", Some(png)) if png.table.is_some() => png.table = Some(content),
            (b"tRNS", Some(png)) => png.plain = false,
            (b"pHYs", Some(png)) => png.dpi = per_metre(content),
            (b"IDAT", Some(png)) => png.data.extend_from_slice(content),
            _ => {}
        }
        rest = rest.get(length + 12..)?;
    }
}

fn header(content: &[u8]) -> Option<Png<'static>> {
    let [a, b, c, d, e, f, g, h, bits, color, _, _, interlaced] = *content else { return None };
    let (width, height) = (u32::from_be_bytes([a, b, c, d]), u32::from_be_bytes([e, f, g, h]));
    let samples = if matches!(color, 2 | 6) { 3 } else { 1 };
    let table = (color == 3).then_some(&[][..]);
    let plain = interlaced == 0 && matches!(color, 0 | 2 | 3);
    (width > 0 && height > 0).then_some(Png { width, height, samples, bits, plain, dpi: None, table, data: Vec::new() })
}

fn per_metre(content: &[u8]) -> Option<f32> {
    let [a, b, c, d, .., 1] = *content else { return None };
    Some(u32::from_be_bytes([a, b, c, d]) as f32 * 0.0254).filter(|dpi| *dpi > 0.0)
}
