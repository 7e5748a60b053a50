//! PDF: pages are drawn in a size that follows their pictures, never the paper that the file states. A scanner that writes a wrong resolution
//! would else ask for a page of a hundred million pixels.

use super::{Grey, MOST_LONG, affordable, direct, words};
use crate::fault::{PageTrouble, ReadFault};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::object::Stream;
use hayro::hayro_syntax::object::dict::keys::{HEIGHT, IMAGE, SUBTYPE, WIDTH};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError};
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::RgbImage;
use std::collections::BTreeMap;
use std::sync::Arc;

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
        let long = target(page)?;
        if let Some(image) = direct::grey(page) {
            return Ok(image.into());
        }
        let pixmap = draw(page, long);
        let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
        let luma = pixmap.data_as_u8_slice().chunks_exact(4).map(|rgba| luma(rgba[0], rgba[1], rgba[2])).collect();
        Ok(Grey { width, height, luma })
    }

    pub(super) fn colour(&self, page: usize, long: u32) -> Result<RgbImage, PageTrouble> {
        let page = self.page(page)?;
        let pixmap = draw(page, target(page)?.max(DRAWN).min(long));
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

/// Draws a page with the given long edge, on white.
fn draw(page: &Page<'_>, long: u32) -> Pixmap {
    let (width, height) = page.render_dimensions();
    let scale = |edge: f32| {
        let pixels = (edge / width.max(height) * long as f32).round().max(1.0);
        // A hair more, because the drawing cuts off what is behind the point.
        (pixels + 0.01) / edge
    };
    let size = PixmapSettings { x_scale: scale(width), y_scale: scale(height), bg_color: WHITE };
    // A cache of its own for each page: what it keeps would grow with the file.
    hayro::render(page, &RenderCache::new(), &InterpreterSettings::default(), &RenderSettings::default(), &size)
}

/// The long edge to draw a page with: that of the picture which covers it, so that every scanned point is drawn once.
fn target(page: &Page<'_>) -> Result<u32, PageTrouble> {
    let (width, height) = page.base_dimensions();
    let mut strips: BTreeMap<u32, u32> = BTreeMap::new();
    for (across, down) in pictures(page) {
        affordable(across, down)?;
        let strip = strips.entry(across).or_default();
        *strip = strip.saturating_add(down);
    }
    let shape = height / width;
    let covers = |across: u32, down: u32| (down as f32 / across as f32 / shape - 1.0).abs() < ALIKE;
    let long = strips.into_iter().rev().find(|(across, down)| covers(*across, *down)).map_or(DRAWN, |(across, down)| across.max(down));
    Ok(long.max(DRAWN / 3) / long.div_ceil(MOST_LONG).max(1))
}

/// The sizes of the pictures among a page's resources. Some scanners cut a page into strips of one width.
fn pictures(page: &Page<'_>) -> Vec<(u32, u32)> {
    let objects = &page.resources().x_objects;
    let streams = objects.keys().filter_map(|name| objects.get::<Stream<'_>>(name));
    let size = |stream: Stream<'_>| {
        let dict = stream.dict();
        let image = dict.get::<hayro::hayro_syntax::object::Name<'_>>(SUBTYPE).is_some_and(|name| &*name == IMAGE);
        image.then(|| Some((dict.get::<u32>(WIDTH)?, dict.get::<u32>(HEIGHT)?))).flatten()
    };
    streams.filter_map(size).collect()
}
