//! JPEG and PNG: one page each.

use super::{MOST_PIXELS, affordable, inks};
use crate::fault::PageTrouble;
use crate::head;
use crate::kind::Kind;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::{DynamicImage, ImageDecoder, ImageError, Limits, Rgb, RgbImage, Rgba};
use std::io::Cursor;
use std::sync::Arc;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// Bytes that the unpacking of a picture may take: eight a pixel is the most that both kinds have.
const MOST_BYTES: u64 = MOST_PIXELS * 8;

/// A file that is one picture.
pub(super) struct Picture {
    pub(super) kind: Kind,
    pub(super) bytes: Arc<Vec<u8>>,
}

impl Picture {
    /// The picture as a viewer shows it: a photograph of a phone is turned as the phone was held.
    pub(super) fn decode(&self) -> Result<DynamicImage, PageTrouble> {
        let input = Cursor::new(self.bytes.as_slice());
        match self.kind {
            Kind::Png => unpack(PngDecoder::with_limits(input, limits()).map_err(trouble)?).map(on_white),
            _ if upright_inks(&self.bytes) => of_inks(&self.bytes),
            _ => unpack(JpegDecoder::new(input).map_err(trouble)?),
        }
    }
}

/// A JPEG as it lies in a PDF, where what it says of how it was held does not count.
pub(super) fn jpeg(bytes: &[u8]) -> Result<DynamicImage, PageTrouble> {
    let decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(trouble)?;
    let (width, height) = decoder.dimensions();
    affordable(width, height)?;
    DynamicImage::from_decoder(decoder).map_err(trouble)
}

/// Whether it has four inks and lacks the mark of Adobe's programs, which store them the other way round; without it white is no ink at all.
fn upright_inks(bytes: &[u8]) -> bool {
    head::jpeg(bytes).is_some_and(|head| head.samples == 4 && !head.inverted)
}

/// A JPEG whose four inks are stored as they are printed. What unpacks the others takes all inks for turned round and would show a negative.
fn of_inks(bytes: &[u8]) -> Result<DynamicImage, PageTrouble> {
    let options = DecoderOptions::default().set_strict_mode(false).set_max_width(usize::MAX).set_max_height(usize::MAX);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(bytes), options.jpeg_set_out_colorspace(ColorSpace::CMYK));
    decoder.decode_headers().map_err(|_| PageTrouble::Damaged)?;
    let (width, height) = decoder.dimensions().ok_or(PageTrouble::Damaged)?;
    let (width, height) = (width as u32, height as u32);
    affordable(width, height)?;
    let unpacked = decoder.decode().map_err(|_| PageTrouble::Damaged)?;
    let mut image = RgbImage::from_raw(width, height, inks(&unpacked)).map(DynamicImage::ImageRgb8).ok_or(PageTrouble::Damaged)?;
    image.apply_orientation(head::held_jpeg(bytes));
    Ok(image)
}

/// Laid on white paper where the picture lets it shine through; without it what is clear would be black.
pub(crate) fn on_white(image: DynamicImage) -> DynamicImage {
    if !image.color().has_alpha() {
        return image;
    }
    let clear = image.into_rgba8();
    let laid = |value: u8, alpha: u8| ((u16::from(value) * u16::from(alpha) + 255 * u16::from(255 - alpha)) / 255) as u8;
    let at = |x, y| {
        let Rgba([red, green, blue, alpha]) = *clear.get_pixel(x, y);
        Rgb([laid(red, alpha), laid(green, alpha), laid(blue, alpha)])
    };
    RgbImage::from_fn(clear.width(), clear.height(), at).into()
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_BYTES);
    limits
}

fn unpack(mut decoder: impl ImageDecoder) -> Result<DynamicImage, PageTrouble> {
    let (width, height) = decoder.dimensions();
    affordable(width, height)?;
    decoder.set_limits(limits()).map_err(trouble)?;
    let orientation = decoder.orientation().map_err(trouble)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(trouble)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn trouble(error: ImageError) -> PageTrouble {
    match error {
        ImageError::Limits(_) => PageTrouble::TooManyPixels,
        _ => PageTrouble::Damaged,
    }
}
