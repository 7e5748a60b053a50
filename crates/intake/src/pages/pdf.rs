//! PDF: pages are drawn in a size that follows their pictures, never the paper that the file states. A scanner that writes a wrong resolution
//! would else ask for a page of a hundred million pixels.

use super::{Grey, MOST_LONG, affordable, direct, inside, words};
use crate::fault::{PageTrouble, ReadFault};
use hayro::hayro_interpret::{InterpreterSettings, InterpreterWarning};
use hayro::hayro_syntax::object::dict::keys::{HEIGHT, IMAGE, MASK, SMASK, SUBTYPE, WIDTH};
use hayro::hayro_syntax::object::{Name, Stream};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError};
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::RgbImage;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Long edge of a page that is not one scanned picture: 200 dpi on A4.
const DRAWN: u32 = 2400;
/// How far the shape of a scanned picture may be from its page's.
const ALIKE: f32 = 0.03;

/// A PDF that was opened.
pub(super) struct Pdf {
    pdf: hayro::hayro_syntax::Pdf,
}

impl Pdf {
    pub(super) fn open(bytes: Arc<Vec<u8>>) -> Result<Self, ReadFault> {
        let pdf = hayro::hayro_syntax::Pdf::new(bytes).map_err(|error| match error {
            LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadFault::Encrypted,
            _ => ReadFault::Damaged,
        })?;
        Ok(Self { pdf })
    }

    pub(super) fn count(&self) -> usize {
        self.pdf.pages().len()
    }

    pub(super) fn grey(&self, page: usize) -> Result<Grey, PageTrouble> {
        let page = self.page(page)?;
        let size = size(page)?;
        if let Some(image) = direct::grey(page) {
            return Ok(image.into());
        }
        let pixmap = draw(page, size, size.long)?;
        let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
        let luma = pixmap.data_as_u8_slice().chunks_exact(4).map(|rgba| luma(rgba[0], rgba[1], rgba[2])).collect();
        Ok(Grey { width, height, luma })
    }

    pub(super) fn colour(&self, page: usize, long: u32) -> Result<RgbImage, PageTrouble> {
        let page = self.page(page)?;
        let size = size(page)?;
        let pixmap = draw(page, size, size.long.max(DRAWN).min(long))?;
        let rgb = pixmap.data_as_u8_slice().chunks_exact(4).flat_map(|rgba| [rgba[0], rgba[1], rgba[2]]).collect();
        RgbImage::from_raw(pixmap.width().into(), pixmap.height().into(), rgb).ok_or(PageTrouble::Damaged)
    }

    pub(super) fn words(&self, page: usize) -> Result<String, PageTrouble> {
        Ok(words::words(self.page(page)?))
    }

    fn page(&self, page: usize) -> Result<&Page<'_>, PageTrouble> {
        self.pdf.pages().get(page).ok_or(PageTrouble::Damaged)
    }
}

fn luma(red: u8, green: u8, blue: u8) -> u8 {
    ((u32::from(red) * 54 + u32::from(green) * 183 + u32::from(blue) * 19) >> 8) as u8
}

/// Draws a page with the given long edge, on white. What draws it leaves out a picture that it cannot unpack and goes on; a scanned page would
/// then look empty, so it is refused.
fn draw(page: &Page<'_>, size: Size, long: u32) -> Result<Pixmap, PageTrouble> {
    let (width, height) = page.render_dimensions();
    let scale = |edge: f32| {
        let pixels = (edge / width.max(height) * long as f32).round().max(1.0);
        // A hair more, because the drawing cuts off what is behind the point.
        (pixels + 0.01) / edge
    };
    let left_out = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&left_out);
    let warning_sink = Arc::new(move |warning| {
        if matches!(warning, InterpreterWarning::ImageDecodeFailure) {
            told.store(true, Ordering::Relaxed);
        }
    });
    let settings = InterpreterSettings { warning_sink, ..InterpreterSettings::default() };
    let pixels = PixmapSettings { x_scale: scale(width), y_scale: scale(height), bg_color: WHITE };
    // A cache of its own for each page: what it keeps would grow with the file.
    let pixmap = hayro::render(page, &RenderCache::new(), &settings, &RenderSettings::default(), &pixels);
    let left_out = left_out.load(Ordering::Relaxed) || size.broken;
    let lost = left_out && (size.scanned || pixmap.data_as_u8_slice().iter().all(|value| *value == 255));
    if lost { Err(PageTrouble::Damaged) } else { Ok(pixmap) }
}

/// How large a page is drawn.
#[derive(Clone, Copy)]
struct Size {
    long: u32,
    /// Whether a picture covers it.
    scanned: bool,
    /// Whether one of its pictures ends before its middle.
    broken: bool,
}

/// The long edge to draw a page with: that of the picture which covers it, so that every scanned point is drawn once. Some scanners cut a page
/// into strips of one width.
fn size(page: &Page<'_>) -> Result<Size, PageTrouble> {
    let (width, height) = page.base_dimensions();
    let shape = height / width;
    let covers = |(across, down): &(u32, u32)| (*down as f32 / *across as f32 / shape - 1.0).abs() < ALIKE;
    let (mut whole, mut strips, mut broken) = (None, BTreeMap::<u32, u32>::new(), false);
    for image in images(page) {
        let Some((across, down)) = largest(&image)? else { continue };
        affordable(across, down)?;
        broken |= inside::breaks_off(&image);
        whole = whole.max(Some((across, down)).filter(covers));
        let strip = strips.entry(across).or_default();
        *strip = strip.saturating_add(down);
    }
    let covering = whole.or_else(|| strips.into_iter().rev().find(covers));
    let long = covering.map_or(DRAWN, |(across, down)| across.max(down));
    Ok(Size { long: long.max(DRAWN / 3) / long.div_ceil(MOST_LONG).max(1), scanned: covering.is_some(), broken })
}

/// The pictures among a page's resources.
fn images<'a>(page: &Page<'a>) -> Vec<Stream<'a>> {
    let objects = &page.resources().x_objects;
    let streams = objects.keys().filter_map(|name| objects.get::<Stream<'_>>(name));
    streams.filter(|stream| stream.dict().get::<Name<'_>>(SUBTYPE).is_some_and(|name| &*name == IMAGE)).collect()
}

/// The largest size of a picture and its masks: where paper and ink lie in layers, the ink's shape is a mask of many points over a picture of few.
fn largest(image: &Stream<'_>) -> Result<Option<(u32, u32)>, PageTrouble> {
    let masks = [MASK, SMASK].map(|key| image.dict().get::<Stream<'_>>(key));
    let mut sizes = Vec::new();
    for stream in [Some(image), masks[0].as_ref(), masks[1].as_ref()].into_iter().flatten() {
        inside::check(stream)?;
        let dict = stream.dict();
        sizes.extend(dict.get::<u32>(WIDTH).zip(dict.get::<u32>(HEIGHT)));
    }
    Ok(sizes.into_iter().max_by_key(|(across, down)| u64::from(*across) * u64::from(*down)))
}
