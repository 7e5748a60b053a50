//! TIFF: every directory is a page.

use super::{Grey, affordable};
use crate::fault::{PageTrouble, ReadFault};
use image::{DynamicImage, GrayImage, RgbImage, RgbaImage};
use std::io::Cursor;
use std::sync::Arc;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;
use tiff::{ColorType, TiffError};

/// Bytes that one page may take when it is unpacked.
const MOST_BYTES: usize = 640 * 1024 * 1024;

type Open = Decoder<Cursor<Bytes>>;

/// The file's bytes, for a cursor.
#[derive(Clone)]
struct Bytes(Arc<Vec<u8>>);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// A TIFF that was opened.
pub(crate) struct Tiff {
    bytes: Bytes,
    pages: usize,
}

/// One page, unpacked; rows begin at whole bytes, 0 is black.
pub(crate) struct Raw {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Samples a pixel.
    pub(crate) samples: usize,
    /// Bits a sample: 1, 2, 4 or 8.
    pub(crate) bits: u8,
    pub(crate) bytes: Vec<u8>,
    /// Pixels an inch, if the file says so.
    pub(crate) dpi: Option<f32>,
    cmyk: bool,
}

impl Tiff {
    /// Opens a file and counts its directories, of which it may have one more than `most`.
    pub(crate) fn open(bytes: Arc<Vec<u8>>, most: usize) -> Result<Self, ReadFault> {
        let bytes = Bytes(bytes);
        let mut decoder = decoder(&bytes)?;
        readable(&mut decoder)?;
        let mut pages = 1;
        while pages <= most && decoder.more_images() {
            decoder.next_image().map_err(|_| ReadFault::Damaged)?;
            pages += 1;
        }
        Ok(Self { bytes, pages })
    }

    pub(crate) fn count(&self) -> usize {
        self.pages
    }

    /// Unpacks a page, from 0.
    pub(crate) fn page(&self, page: usize) -> Result<Raw, PageTrouble> {
        let mut decoder = decoder(&self.bytes)?;
        decoder.seek_to_image(page).map_err(|error| trouble(&error))?;
        readable(&mut decoder)?;
        let (width, height) = decoder.dimensions().map_err(|error| trouble(&error))?;
        affordable(width, height)?;
        let color = decoder.colortype().map_err(|error| trouble(&error))?;
        let dpi = resolution(&mut decoder);
        let (bits, bytes) = match decoder.read_image().map_err(|error| trouble(&error))? {
            DecodingResult::U8(bytes) => (color.bit_depth(), bytes),
            DecodingResult::U16(values) => (8, values.into_iter().map(|value| (value >> 8) as u8).collect()),
            _ => return Err(PageTrouble::Damaged),
        };
        Ok(Raw { width, height, samples: usize::from(color.num_samples()), bits, bytes, dpi, cmyk: matches!(color, ColorType::CMYK(_)) })
    }
}

fn decoder(bytes: &Bytes) -> Result<Open, PageTrouble> {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = MOST_BYTES;
    limits.intermediate_buffer_size = MOST_BYTES;
    Ok(Decoder::new(Cursor::new(bytes.clone())).map_err(|error| trouble(&error))?.with_limits(limits))
}

/// Refuses the two oldest forms of fax, which nothing here unpacks.
fn readable(decoder: &mut Open) -> Result<(), PageTrouble> {
    match decoder.find_tag_unsigned::<u16>(Tag::Compression) {
        Ok(Some(2 | 3)) => Err(PageTrouble::FaxGroup3),
        _ => Ok(()),
    }
}

fn resolution(decoder: &mut Open) -> Option<f32> {
    let value = decoder.find_tag(Tag::XResolution).ok()??;
    let per_unit = match value {
        tiff::decoder::ifd::Value::Rational(above, below) => above as f32 / below as f32,
        _ => return None,
    };
    let unit = decoder.find_tag_unsigned::<u16>(Tag::ResolutionUnit).ok().flatten();
    Some(if unit == Some(3) { per_unit * 2.54 } else { per_unit })
}

fn trouble(error: &TiffError) -> PageTrouble {
    match error {
        TiffError::LimitsExceeded => PageTrouble::TooManyPixels,
        _ => PageTrouble::Damaged,
    }
}

impl Raw {
    /// The page in grey.
    pub(crate) fn grey(self) -> Result<Grey, PageTrouble> {
        if self.samples > 1 {
            return Ok(self.image()?.into_luma8().into());
        }
        let (width, height) = (self.width, self.height);
        Ok(Grey { width, height, luma: self.unpacked()? })
    }

    /// The page in its colours.
    pub(crate) fn image(self) -> Result<DynamicImage, PageTrouble> {
        let (width, height, samples, cmyk) = (self.width, self.height, self.samples, self.cmyk);
        let bytes = self.unpacked()?;
        match samples {
            1 => GrayImage::from_raw(width, height, bytes).map(DynamicImage::ImageLuma8),
            3 => RgbImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgb8),
            4 if cmyk => RgbImage::from_raw(width, height, inks(&bytes)).map(DynamicImage::ImageRgb8),
            4 => RgbaImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgba8),
            // Grey with a second sample, such as an alpha channel.
            2 => GrayImage::from_raw(width, height, bytes.into_iter().step_by(2).collect()).map(DynamicImage::ImageLuma8),
            _ => None,
        }
        .ok_or(PageTrouble::Damaged)
    }

    /// One byte a sample.
    fn unpacked(self) -> Result<Vec<u8>, PageTrouble> {
        let bits = usize::from(self.bits);
        let per_row = self.width as usize * self.samples;
        match bits {
            8 => return Ok(self.bytes),
            1 | 2 | 4 => {}
            _ => return Err(PageTrouble::Damaged),
        }
        let top = (1_u16 << bits) - 1;
        let mut out = Vec::with_capacity(per_row * self.height as usize);
        for row in self.bytes.chunks((per_row * bits).div_ceil(8)).take(self.height as usize) {
            let samples = row.iter().flat_map(|byte| (0..8 / bits).rev().map(move |at| u16::from(*byte) >> (at * bits) & top));
            out.extend(samples.take(per_row).map(|sample| (sample * 255 / top) as u8));
        }
        Ok(out)
    }
}

/// Four inks as three lights.
fn inks(bytes: &[u8]) -> Vec<u8> {
    let light = |ink: u8, black: u8| (u16::from(255 - ink) * u16::from(255 - black) / 255) as u8;
    bytes.chunks_exact(4).flat_map(|ink| [light(ink[0], ink[3]), light(ink[1], ink[3]), light(ink[2], ink[3])]).collect()
}
