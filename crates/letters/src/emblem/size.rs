//! A PNG's size, read from its first chunk before anything is decoded: a small file may claim a picture that fills the memory.

use super::chunks::{Header, header};
use super::fault::LogoFault;

/// 600 dpi would need 570 pixels for the 24 mm that a letterhead has; this leaves room for carelessness.
pub(super) const MOST_PIXELS: u32 = 4000;
const MOST_BYTES: usize = 8 << 20;

/// Width and height in pixels.
///
/// # Errors
/// [`LogoFault`] when it is no PNG, has no size, or is far too large.
pub(crate) fn pixels(png: &[u8]) -> Result<(u32, u32), LogoFault> {
    let Header { width, height, .. } = header(png)?;
    checked(png.len(), width, height)
}

/// A size that may be decoded.
pub(super) fn checked(bytes: usize, width: u32, height: u32) -> Result<(u32, u32), LogoFault> {
    if width == 0 || height == 0 {
        return Err(LogoFault::Broken);
    }
    if bytes > MOST_BYTES || width > MOST_PIXELS || height > MOST_PIXELS {
        return Err(LogoFault::Huge);
    }
    Ok((width, height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emblem::samples::header_of;

    #[test]
    fn size_is_read_and_bounded() {
        for (png, expected) in [
            (header_of(472, 520), Ok((472, 520))),
            (header_of(0, 5), Err(LogoFault::Broken)),
            (header_of(5, 0), Err(LogoFault::Broken)),
            (header_of(100_000, 5), Err(LogoFault::Huge)),
            (header_of(4, 5)[..20].to_vec(), Err(LogoFault::Broken)),
            (b"\xff\xd8\xff\xe0JFIF".to_vec(), Err(LogoFault::Foreign)),
            (Vec::new(), Err(LogoFault::Foreign)),
        ] {
            assert_eq!(pixels(&png), expected);
        }
    }
}
