//! A page as bands of drawn rows, one after the other, so that the page never lies in memory as a whole.

use crate::picture::{Picture, picture};
use crate::place::Place;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_interpret::{InterpreterSettings, InterpreterWarning};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Bytes of the drawn dots of one band, about.
const BYTES: usize = 8 * 1024 * 1024;
/// Bytes of one drawn dot.
const DOT: usize = 4;

/// Draws a page and shows each band that is not white, from the top: the picture with its place among the drawn dots of the page.
///
/// # Errors
/// What `show` answers, and where a picture of the page cannot be drawn: a page with a gap is not handed out as whole.
pub(crate) fn bands(page: &Page<'_>, place: &Place, show: &mut dyn FnMut(Picture) -> io::Result<()>) -> io::Result<()> {
    let (width, height) = place.size;
    let rows = u16::try_from(BYTES / (usize::from(width) * DOT)).unwrap_or(u16::MAX).max(1);
    let pen = Pen::new();
    // What is kept of glyphs serves every band of the page, and goes with it.
    let cache = RenderCache::new();
    for top in (0..height).step_by(usize::from(rows)) {
        let pixmap = pen.draw(page, &cache, place, top, rows.min(height - top))?;
        if let Some(found) = picture(pixmap.data_as_u8_slice(), usize::from(width)) {
            show(Picture { at: (found.at.0, found.at.1 + usize::from(top)), ..found })?;
        }
    }
    Ok(())
}

/// Draws, and notices what cannot be.
struct Pen {
    settings: InterpreterSettings,
    left_out: Arc<AtomicBool>,
}

impl Pen {
    fn new() -> Self {
        let left_out = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&left_out);
        let warning_sink = Arc::new(move |warning| {
            if matches!(warning, InterpreterWarning::ImageDecodeFailure) {
                told.store(true, Ordering::Relaxed);
            }
        });
        Self { settings: InterpreterSettings { warning_sink, ..InterpreterSettings::default() }, left_out }
    }

    fn draw<'p>(&self, page: &'p Page<'p>, cache: &RenderCache<'p>, place: &Place, top: u16, rows: u16) -> io::Result<Pixmap> {
        let mut context = RenderContext::new(place.size.0, rows);
        let scale = Affine::scale_non_uniform(place.scale.0, place.scale.1) * page.initial_transform(true).to_kurbo();
        let settings = RenderSettings { hinting: false, ..RenderSettings::default() };
        render_into(page, cache, &self.settings, &settings, &mut context, Affine::translate((0.0, -f64::from(top))) * scale);
        context.flush();
        let mut pixmap = Pixmap::new(place.size.0, rows);
        let white = RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..RasterizerSettings::default() };
        context.render_with(&mut pixmap, &mut Resources::default(), white);
        if self.left_out.load(Ordering::Relaxed) {
            return Err(io::Error::other(
                "sebuah gambar di dalam dokumen rusak, sehingga dokumen tidak dicetak. Periksa berkas gambarnya, misalnya lambang pada kop",
            ));
        }
        Ok(pixmap)
    }
}
