//! The pages of a file as pictures, one at a time. What is too large is refused by what its head states, before anything is unpacked.

mod direct;
mod grey;
mod inside;
mod pdf;
mod picture;
mod tiff;
mod words;

pub use grey::Grey;
pub(crate) use picture::on_white;
pub(crate) use tiff::{Raw, Tiff};

use crate::fault::{PageTrouble, ReadFault};
use crate::kind::Kind;
use image::RgbImage;
use std::sync::Arc;

/// Pixels of the largest page that is unpacked; A3 at 600 dpi has 70 million.
pub(crate) const MOST_PIXELS: u64 = 150_000_000;
/// Long edge of the largest picture that is looked at. F4 at 300 dpi has 3,898 and stays as it is.
const MOST_LONG: u32 = 4000;

/// A file that was opened.
pub struct Book {
    inner: Inner,
}

enum Inner {
    Pdf(pdf::Pdf),
    Picture(picture::Picture),
    Tiff(Tiff),
}

impl Book {
    /// Opens a file of at most `most` pages.
    ///
    /// # Errors
    /// Everything that concerns the whole file.
    pub fn open(bytes: Arc<Vec<u8>>, most: usize) -> Result<Self, ReadFault> {
        if bytes.is_empty() {
            return Err(ReadFault::Empty);
        }
        let inner = match Kind::of(&bytes).ok_or(ReadFault::NotReadable)? {
            Kind::Pdf => Inner::Pdf(pdf::Pdf::open(bytes)?),
            Kind::Tiff => Inner::Tiff(Tiff::open(bytes, most)?),
            kind @ (Kind::Jpeg | Kind::Png) => Inner::Picture(picture::Picture { kind, bytes }),
        };
        let book = Self { inner };
        match book.count() {
            0 => Err(ReadFault::Damaged),
            pages if pages > most => Err(ReadFault::TooManyPages { pages, most }),
            _ => Ok(book),
        }
    }

    /// How many pages it has.
    pub fn count(&self) -> usize {
        match &self.inner {
            Inner::Pdf(pdf) => pdf.count(),
            Inner::Picture(_) => 1,
            Inner::Tiff(tiff) => tiff.count(),
        }
    }

    /// A page, from 0, in grey and in the size that codes are looked for in.
    ///
    /// # Errors
    /// What is wrong with the page.
    pub fn grey(&self, page: usize) -> Result<Grey, PageTrouble> {
        let grey = match &self.inner {
            Inner::Pdf(pdf) => pdf.grey(page)?,
            Inner::Picture(picture) => picture.decode()?.into_luma8().into(),
            Inner::Tiff(tiff) => tiff.page(page)?.grey()?,
        };
        Ok(grey.at_most(MOST_LONG))
    }

    /// The text of a page, from 0, where the file has any.
    ///
    /// # Errors
    /// What is wrong with the page.
    pub fn words(&self, page: usize) -> Result<String, PageTrouble> {
        match &self.inner {
            Inner::Pdf(pdf) => pdf.words(page),
            Inner::Picture(_) | Inner::Tiff(_) => Ok(String::new()),
        }
    }

    /// A page, from 0, in colour, with a long edge of about `long` or less.
    ///
    /// # Errors
    /// What is wrong with the page.
    pub fn colour(&self, page: usize, long: u32) -> Result<RgbImage, PageTrouble> {
        let image = match &self.inner {
            Inner::Pdf(pdf) => return pdf.colour(page, long),
            Inner::Picture(picture) => picture.decode()?,
            Inner::Tiff(tiff) => tiff.page(page)?.image()?,
        };
        let fits = image.width().max(image.height()) <= long;
        Ok(if fits { image } else { image.thumbnail(long, long) }.into_rgb8())
    }
}

/// Four inks as three lights.
fn inks(bytes: &[u8]) -> Vec<u8> {
    let light = |ink: u8, black: u8| (u16::from(255 - ink) * u16::from(255 - black) / 255) as u8;
    bytes.chunks_exact(4).flat_map(|ink| [light(ink[0], ink[3]), light(ink[1], ink[3]), light(ink[2], ink[3])]).collect()
}

/// In order if so many pixels are unpacked.
pub(crate) fn affordable(width: u32, height: u32) -> Result<(), PageTrouble> {
    match u64::from(width) * u64::from(height) {
        0 => Err(PageTrouble::Damaged),
        pixels if pixels > MOST_PIXELS => Err(PageTrouble::TooManyPixels),
        _ => Ok(()),
    }
}
