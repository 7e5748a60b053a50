//! The emblem as it goes into the file: decoded, eight bits deep, and laid on white. Letters are printed on white paper; without transparency no printer
//! has to work it out, and the file suits the strictest of the archive standards.

use printpdf::{RawImage, RawImageData, RawImageFormat};

use crate::error::LogoFault;

/// What is white in eight bits, and wholly opaque.
const FULL: u16 = 255;

/// The emblem of a PNG, without transparency.
///
/// # Errors
/// [`LogoFault::Broken`] when it cannot be decoded.
pub(crate) fn on_white(png: &[u8]) -> Result<RawImage, LogoFault> {
    let image = RawImage::decode_from_bytes(png, &mut Vec::new()).map_err(|_| LogoFault::Broken)?;
    let (colours, see_through) = match image.data_format {
        RawImageFormat::R8 | RawImageFormat::R16 => (1, false),
        RawImageFormat::RG8 | RawImageFormat::RG16 => (1, true),
        RawImageFormat::RGB8 | RawImageFormat::RGB16 => (3, false),
        RawImageFormat::RGBA8 | RawImageFormat::RGBA16 => (3, true),
        // No PNG is decoded to anything else.
        _ => return Err(LogoFault::Broken),
    };
    let samples = match image.pixels {
        RawImageData::U8(samples) => samples,
        RawImageData::U16(samples) => samples.into_iter().map(|sample| (sample >> 8) as u8).collect(),
        RawImageData::F32(_) => return Err(LogoFault::Broken),
    };
    let pixels = if see_through { samples.chunks_exact(colours + 1).flat_map(blended).collect() } else { samples };
    let data_format = if colours == 1 { RawImageFormat::R8 } else { RawImageFormat::RGB8 };
    Ok(RawImage { pixels: RawImageData::U8(pixels), data_format, ..image })
}

/// The colours of a pixel whose last sample says how opaque they are, on white.
fn blended(pixel: &[u8]) -> impl Iterator<Item = u8> {
    let (opacity, colours) = pixel.split_last().map_or((FULL, pixel), |(last, rest)| (u16::from(*last), rest));
    colours.iter().map(move |colour| ((u16::from(*colour) * opacity + FULL * (FULL - opacity) + FULL / 2) / FULL) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(colour: png::ColorType, depth: png::BitDepth, pixel: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 1, 1);
        encoder.set_color(colour);
        encoder.set_depth(depth);
        encoder.write_header().unwrap().write_image_data(pixel).unwrap();
        bytes
    }

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
            let image = on_white(&encoded(colour, depth, pixel)).unwrap();
            assert_eq!(image.pixels, RawImageData::U8(expected.to_vec()), "{colour:?} {depth:?} {pixel:?}");
            assert!(!image.data_format.has_alpha() && (image.width, image.height) == (1, 1));
        }
    }
}
