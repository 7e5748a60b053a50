//! A PNG from outside: its header, and its packed pixels as they stand in the file.

use super::fault::LogoFault;

pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Length, kind and checksum of a chunk.
const FRAME: usize = 12;

/// What the first chunk says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) width: u32,
    pub(super) height: u32,
    /// Bits of a sample, 1 to 16.
    depth: u8,
    /// 0 grey, 2 RGB, 3 palette, 4 grey and 6 RGB with opacity.
    colour: u8,
    /// 1 when the rows are not in order.
    interlaced: u8,
}

/// The header of a PNG.
///
/// # Errors
/// [`LogoFault::Foreign`] when it is no PNG, [`LogoFault::Broken`] when it breaks off.
pub(super) fn header(png: &[u8]) -> Result<Header, LogoFault> {
    let after = png.strip_prefix(SIGNATURE).ok_or(LogoFault::Foreign)?;
    let number = |at: usize| after.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
    let (Some(b"IHDR"), Some(width), Some(height), Some(&[depth, colour, _, _, interlaced])) =
        (after.get(4..8), number(8), number(12), after.get(16..21))
    else {
        return Err(LogoFault::Broken);
    };
    Ok(Header { width, height, depth, colour, interlaced })
}

/// How a PDF reader gets the colours of a PNG whose rows it can unpack by itself, each sample one byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Colours {
    Grey,
    Rgb,
    /// Red, green and blue of each colour that a pixel may name.
    List(Vec<u8>),
}

impl Colours {
    /// A list counts only where pixels name its colours; others may suggest one.
    fn listed(self, list: &[u8]) -> Self {
        if matches!(self, Self::List(_)) { Self::List(list.to_vec()) } else { self }
    }

    /// Samples of a pixel.
    pub(super) fn samples(&self) -> u8 {
        if *self == Self::Rgb { 3 } else { 1 }
    }
}

/// The packed pixels of such a PNG; none when it is another kind of PNG.
pub(super) fn packed(png: &[u8]) -> Option<(Vec<u8>, Colours)> {
    let mut colours = match header(png).ok()? {
        Header { depth: 8, colour: 0, interlaced: 0, .. } => Colours::Grey,
        Header { depth: 8, colour: 2, interlaced: 0, .. } => Colours::Rgb,
        Header { depth: 8, colour: 3, interlaced: 0, .. } => Colours::List(Vec::new()),
        _ => return None,
    };
    let mut rest = png.strip_prefix(SIGNATURE)?;
    let mut packed = Vec::new();
    loop {
        let (length, kind) = (u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize, rest.get(4..8)?);
        let content = rest.get(8..length.checked_add(8)?)?;
        match kind {
            b"IDAT" => packed.extend_from_slice(content),
            b"PLTE" => colours = colours.listed(content),
            b"IEND" => return Some((packed, colours)),
            // One colour counts as transparent.
            b"tRNS" => return None,
            _ => {}
        }
        rest = rest.get(length.checked_add(FRAME)?..)?;
    }
}
