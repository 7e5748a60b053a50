//! JPEG and PNG: one page each.

use super::{MOST_PIXELS, affordable};
use crate::fault::PageTrouble;
use crate::kind::Kind;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::{DynamicImage, ImageDecoder, ImageError, Limits};
use std::io::Cursor;
use std::sync::Arc;

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
            Kind::Png => unpack(PngDecoder::with_limits(input, limits()).map_err(trouble)?),
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
