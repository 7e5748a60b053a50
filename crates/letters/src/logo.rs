//! The emblem's size, read from the PNG's first chunk before anything is decoded: a small file may claim a picture that fills the memory.

use crate::error::LogoFault;

/// 600 dpi would need 570 pixels for the 24 mm that a letterhead has; this leaves room for carelessness.
const MOST_PIXELS: u32 = 4000;
const MOST_BYTES: usize = 8 << 20;
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Width and height in pixels.
///
/// # Errors
/// [`LogoFault`] when it is no PNG, has no size, or is far too large.
pub(crate) fn pixels(png: &[u8]) -> Result<(u32, u32), LogoFault> {
    let after = png.strip_prefix(SIGNATURE).ok_or(LogoFault::NotPng)?;
    let number = |at: usize| after.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
    let (Some(b"IHDR"), Some(width), Some(height)) = (after.get(4..8), number(8), number(12)) else { return Err(LogoFault::Broken) };
    if width == 0 || height == 0 {
        return Err(LogoFault::Broken);
    }
    if png.len() > MOST_BYTES || width > MOST_PIXELS || height > MOST_PIXELS {
        return Err(LogoFault::Huge);
    }
    Ok((width, height))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(width: u32, height: u32) -> Vec<u8> {
        [SIGNATURE, &[0, 0, 0, 13], b"IHDR", &width.to_be_bytes(), &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat()
    }

    #[test]
    fn size_is_read_and_bounded() {
        for (png, expected) in [
            (header(472, 520), Ok((472, 520))),
            (header(0, 5), Err(LogoFault::Broken)),
            (header(100_000, 5), Err(LogoFault::Huge)),
            (header(4, 5)[..20].to_vec(), Err(LogoFault::Broken)),
            (b"\xff\xd8\xff\xe0JFIF".to_vec(), Err(LogoFault::NotPng)),
            (Vec::new(), Err(LogoFault::NotPng)),
        ] {
            assert_eq!(pixels(&png), expected);
        }
    }
}
