//! A picture in memory: decoded within bounds, then without transparency.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::{DynamicImage, GrayImage, ImageDecoder, ImageResult, Limits, RgbImage};

use super::fault::LogoFault;
use super::size;

/// Most memory for the pixels of a picture: the largest that is let through, eight bytes a pixel.
const MOST_MEMORY: u64 = 8 * 4000 * 4000;
/// What is white in eight bits, and wholly opaque.
const FULL: u16 = 255;

/// The picture of a PNG, opaque and eight bits deep: grey or RGB.
///
/// # Errors
/// [`LogoFault`] when it is no PNG, too large, or cannot be decoded.
pub(super) fn of_png(png: &[u8]) -> Result<DynamicImage, LogoFault> {
    size::pixels(png)?;
    decoded(png.len(), PngDecoder::with_limits(Cursor::new(png), limits()))
}

/// The same of a JPEG, turned as its camera noted.
pub(super) fn of_jpeg(jpeg: &[u8]) -> Result<DynamicImage, LogoFault> {
    // The decoder paints grey what is missing, as browsers do.
    if !is_whole(jpeg) {
        return Err(LogoFault::Broken);
    }
    decoded(jpeg.len(), JpegDecoder::new(Cursor::new(jpeg)))
}

fn decoded<D: ImageDecoder>(bytes: usize, decoder: ImageResult<D>) -> Result<DynamicImage, LogoFault> {
    let broken = |_| LogoFault::Broken;
    let mut decoder = decoder.map_err(broken)?;
    let (width, height) = decoder.dimensions();
    size::checked(bytes, width, height)?;
    decoder.set_limits(limits()).map_err(broken)?;
    let turned = decoder.orientation().map_err(broken)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(broken)?;
    image.apply_orientation(turned);
    Ok(on_white(image))
}

/// Whether a JPEG's last scan has an end. Neither marker can stand in the packed pixels.
fn is_whole(jpeg: &[u8]) -> bool {
    let last = |marker: [u8; 2]| jpeg.windows(2).rposition(|bytes| bytes == marker);
    last([0xff, 0xd9]) > last([0xff, 0xda])
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

fn on_white(image: DynamicImage) -> DynamicImage {
    let (width, height) = (image.width(), image.height());
    match (image.color().has_color(), image.color().has_alpha()) {
        (false, false) => DynamicImage::ImageLuma8(image.into_luma8()),
        (true, false) => DynamicImage::ImageRgb8(image.into_rgb8()),
        (false, true) => {
            let samples = image.into_luma_alpha8().into_raw().chunks_exact(2).flat_map(blended).collect();
            GrayImage::from_raw(width, height, samples).unwrap_or_default().into()
        }
        (true, true) => {
            let samples = image.into_rgba8().into_raw().chunks_exact(4).flat_map(blended).collect();
            RgbImage::from_raw(width, height, samples).unwrap_or_default().into()
        }
    }
}

/// The colours of a pixel whose last sample says how opaque they are, on white.
fn blended(pixel: &[u8]) -> impl Iterator<Item = u8> {
    let (opacity, colours) = pixel.split_last().map_or((FULL, pixel), |(last, rest)| (u16::from(*last), rest));
    colours.iter().map(move |colour| ((u16::from(*colour) * opacity + FULL * (FULL - opacity) + FULL / 2) / FULL) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emblem::samples::encoded;

    #[test]
    fn every_kind_of_png_becomes_eight_opaque_bits() {
        use png::BitDepth::{Eight, Sixteen};
        use png::ColorType::{Grayscale, GrayscaleAlpha, Rgb, Rgba};
        for (colour, depth, pixel, expected) in [
            (Grayscale, Eight, &[7][..], &[7][..]),
            (GrayscaleAlpha, Eight, &[0, 128], &[127]),
            (Rgb, Eight, &[1, 2, 3], &[1, 2, 3]),
            (Rgba, Eight, &[1, 2, 3, 255], &[1, 2, 3]),
            (Rgba, Eight, &[10, 200, 90, 0], &[255, 255, 255]),
            (Rgba, Eight, &[100, 0, 255, 51], &[224, 204, 255]),
            (Rgb, Sixteen, &[1, 99, 2, 99, 3, 99], &[1, 2, 3]),
            (Rgba, Sixteen, &[9, 9, 8, 8, 7, 7, 255, 255], &[9, 8, 7]),
            (GrayscaleAlpha, Sixteen, &[0, 0, 0, 0], &[255]),
        ] {
            let image = of_png(&encoded(colour, depth, 1, 1, pixel)).unwrap();
            assert_eq!(image.as_bytes(), expected, "{colour:?} {depth:?} {pixel:?}");
            assert!(!image.color().has_alpha() && (image.width(), image.height()) == (1, 1));
        }
    }
}
