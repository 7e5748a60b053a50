//! The text of a PDF's page, as far as it has any: what a scanner's own reading has put behind the picture, or a letter that was never on paper.

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache, InterpreterSettings, SoftMask,
    interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Point, Rect};
use hayro_cmap::BfString;

/// Bytes of text after which a page is not listened to any more.
const MOST: usize = 16 * 1024;

/// The text of a page; a line ends where the pen leaves its baseline.
pub(super) fn words(page: &Page<'_>) -> String {
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, width.into(), height.into());
    let cache = InterpreterCache::new();
    let mut context = Context::new(Affine::IDENTITY, bounds, &cache, page.xref(), InterpreterSettings::default());
    let mut listener = Listener::default();
    interpret_page(page, &mut context, &mut listener);
    listener.text
}

/// Hears what is written and nothing of what is drawn.
#[derive(Default)]
struct Listener {
    text: String,
    /// Where the glyph before stood, and how far it reached, as far as that is known.
    before: Option<Point>,
}

impl Listener {
    fn hear(&mut self, at: Point, size: f64, letters: &str) {
        if self.text.len() >= MOST {
            return;
        }
        if let Some(before) = self.before {
            let (along, across) = (at.x - before.x, (at.y - before.y).abs());
            if across > size / 2.0 || along < -size {
                self.text.push('\n');
            } else if along > size * 1.6 {
                self.text.push(' ');
            }
        }
        self.text.push_str(letters);
        self.before = Some(at);
    }
}

impl<'a> Device<'a> for Listener {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let transform = props.transform * glyph.transform();
            let [a, b, _, _, x, y] = transform.as_coeffs();
            // Glyphs are drawn in thousandths of the font's size, or of whatever unit it has; the height of a line is all that counts here.
            let size = a.hypot(b) * 1_000.0;
            match glyph.as_unicode() {
                Some(BfString::Char(letter)) => self.hear(Point::new(x, y), size, letter.encode_utf8(&mut [0; 4])),
                Some(BfString::String(letters)) => self.hear(Point::new(x, y), size, &letters),
                None => {}
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
