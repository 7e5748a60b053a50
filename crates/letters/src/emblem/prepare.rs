//! From the file that an officer chose to the picture that an office keeps: opened, laid on white, no larger than print needs, and a PNG.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::FilterType as Resampling;
use image::{DynamicImage, ExtendedColorType, ImageEncoder};

use super::chunks::SIGNATURE;
use super::fault::LogoFault;
use super::{palette, picture};

/// Pixels of the longer side: 24 mm at 400 dpi, finer than office printers put a picture on paper.
const SIDE: u32 = 378;
const JPEG: &[u8] = b"\xff\xd8\xff";
/// Lighter than this is white to the eye.
const NEARLY_WHITE: u8 = 250;
/// How far into a file the word is looked for that tells a drawing.
const HEAD: usize = 4096;

/// The emblem of a PNG or JPEG as it is stored and goes into every letter: an opaque PNG on white, its longer side at most 378 pixels (400 dpi).
/// The same file gives the same bytes, and what was prepared stays as it is when it is prepared again.
///
/// # Errors
/// [`LogoFault`] when it is another kind of file, broken, too large, or could not be seen on paper.
pub fn prepare_emblem(file: &[u8]) -> Result<Vec<u8>, LogoFault> {
    let image = if file.starts_with(SIGNATURE) {
        picture::of_png(file)?
    } else if file.starts_with(JPEG) {
        picture::of_jpeg(file)?
    } else {
        return Err(foreign(file));
    };
    let image = smaller(without_idle_colours(image));
    if image.as_bytes().iter().all(|sample| *sample >= NEARLY_WHITE) {
        return Err(LogoFault::Invisible);
    }
    let few = image.as_rgb8().and_then(palette::indexed);
    few.and_then(|picture| picture.png()).or_else(|| smallest(&image)).ok_or(LogoFault::Broken)
}

/// What a file is that is neither a PNG nor a JPEG. It is looked at, never opened.
fn foreign(file: &[u8]) -> LogoFault {
    let head = String::from_utf8_lossy(&file[..file.len().min(HEAD)]).to_lowercase();
    // With two bytes a letter, every other one is zero; packed drawings begin as gzip does.
    if file.is_empty() {
        LogoFault::Empty
    } else if head.replace('\0', "").contains("<svg") || file.starts_with(b"\x1f\x8b") {
        LogoFault::Svg
    } else {
        LogoFault::Foreign
    }
}

/// Three equal samples in every pixel are one.
fn without_idle_colours(image: DynamicImage) -> DynamicImage {
    let grey = image.color().has_color() && image.as_bytes().chunks_exact(3).all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2]);
    if grey { DynamicImage::ImageLuma8(image.into_luma8()) } else { image }
}

fn smaller(image: DynamicImage) -> DynamicImage {
    let (width, height) = (image.width(), image.height());
    let longer = width.max(height);
    if longer <= SIDE {
        return image;
    }
    let side = |pixels: u32| ((f64::from(pixels) * f64::from(SIDE) / f64::from(longer)).round() as u32).max(1);
    image.resize_exact(side(width), side(height), Resampling::Lanczos3)
}

/// Flat drawings pack better without a filter, shaded ones with.
fn smallest(image: &DynamicImage) -> Option<Vec<u8>> {
    [FilterType::NoFilter, FilterType::Adaptive].into_iter().filter_map(|filter| encoded(image, filter)).min_by_key(Vec::len)
}

fn encoded(image: &DynamicImage, filter: FilterType) -> Option<Vec<u8>> {
    let mut png = Vec::new();
    let colours = if image.color().has_color() { ExtendedColorType::Rgb8 } else { ExtendedColorType::L8 };
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Best, filter);
    encoder.write_image(image.as_bytes(), image.width(), image.height(), colours).ok()?;
    Some(png)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emblem::samples::{disc, encoded as png, header_of, jpeg};

    /// What came out: width, height, samples.
    fn prepared(file: &[u8]) -> (u32, u32, Vec<u8>) {
        let image = picture::of_png(&prepare_emblem(file).unwrap()).unwrap();
        (image.width(), image.height(), image.into_bytes())
    }

    #[test]
    fn an_emblem_is_no_larger_than_print_needs() {
        for (width, height, expected) in [(300, 340, (300, 340)), (378, 378, (378, 378)), (379, 100, (378, 100)), (3000, 3400, (334, 378))]
        {
            let (found_width, found_height, _) = prepared(&disc(width, height));
            assert_eq!((found_width, found_height), expected, "{width} × {height}");
        }
        let rule = png(png::ColorType::Grayscale, png::BitDepth::Eight, 4000, 1, &[0; 4000]);
        assert_eq!(prepared(&rule), (378, 1, vec![0; 378]));
    }

    #[test]
    fn what_is_transparent_is_white_even_after_it_was_made_smaller() {
        let (width, _, samples) = prepared(&disc(1500, 1500));
        let pixel = |x: u32, y: u32| &samples[((y * width + x) * 3) as usize..][..3];
        assert_eq!(pixel(0, 0), [255, 255, 255]);
        assert_eq!(pixel(width / 2, width / 2), [0x1e, 0x7a, 0x3c]);
        // A soft edge lies between the two, or a shade beside them. What was transparent was black: mixed in, it would show as a dark rim.
        assert!(samples.chunks_exact(3).all(|pixel| pixel[1] >= 0x60), "the edge is darker than the disc");
    }

    #[test]
    fn a_jpeg_becomes_a_png_and_grey_stays_grey() {
        let (width, height, samples) = prepared(&jpeg(40, 30));
        assert_eq!((width, height, samples.len()), (40, 30, 40 * 30 * 3));
        let grey = png(png::ColorType::Rgb, png::BitDepth::Eight, 2, 1, &[9, 9, 9, 200, 200, 200]);
        assert_eq!(prepared(&grey), (2, 1, vec![9, 200]));
    }

    #[test]
    fn what_was_prepared_stays_as_it_is() {
        for file in [disc(900, 700), jpeg(500, 600)] {
            let once = prepare_emblem(&file).unwrap();
            assert!(prepare_emblem(&once).unwrap() == once);
            assert!(once.len() < 30_000, "{} bytes", once.len());
        }
    }

    #[test]
    fn what_is_no_emblem_is_refused_by_name() {
        use png::BitDepth::Eight;
        use png::ColorType::{GrayscaleAlpha, Rgba};
        let whole = disc(60, 60);
        let script = r#"<?xml version="1.0"?><SVG xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></SVG>"#;
        let mut half = jpeg(400, 400);
        half.truncate(half.len() - 100);
        let wide: Vec<u8> = script.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (what, file, fault) in [
            ("nothing", Vec::new(), LogoFault::Empty),
            ("a drawing with a script", script.as_bytes().to_vec(), LogoFault::Svg),
            ("the same in UTF-16", wide, LogoFault::Svg),
            ("a packed drawing", b"\x1f\x8b\x08\0".to_vec(), LogoFault::Svg),
            ("a GIF", b"GIF89a\x01\0\x01\0".to_vec(), LogoFault::Foreign),
            ("a PDF", b"%PDF-1.7".to_vec(), LogoFault::Foreign),
            ("half a PNG", whole[..whole.len() / 2].to_vec(), LogoFault::Broken),
            ("a PNG's first bytes", whole[..8].to_vec(), LogoFault::Broken),
            (
                "a PNG with another byte",
                {
                    let mut bytes = whole.clone();
                    bytes[60] ^= 0x55;
                    bytes
                },
                LogoFault::Broken,
            ),
            ("a PNG without size", header_of(0, 10), LogoFault::Broken),
            ("a JPEG without picture", jpeg(40, 40)[..200].to_vec(), LogoFault::Broken),
            ("half a JPEG", half, LogoFault::Broken),
            ("a JPEG's first bytes", JPEG.to_vec(), LogoFault::Broken),
            ("a bomb", header_of(50_000, 50_000), LogoFault::Huge),
            ("a JPEG bomb", jpeg(5000, 2), LogoFault::Huge),
            ("all transparent", png(Rgba, Eight, 2, 1, &[0, 0, 0, 0, 9, 9, 9, 0]), LogoFault::Invisible),
            ("white on nothing", png(GrayscaleAlpha, Eight, 2, 1, &[255, 255, 0, 0]), LogoFault::Invisible),
        ] {
            assert_eq!(prepare_emblem(&file), Err(fault), "{what}");
        }
    }
}
