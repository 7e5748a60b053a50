//! The letter faces that ship with the product, parsed once and only when a letter first needs them.

use std::sync::OnceLock;

use rustybuzz::ttf_parser::GlyphId;
use rustybuzz::{Direction, Feature, ShapePlan, script, ttf_parser::Tag};
use sandika_domain::letter::model::Typeface;

use crate::error::LetterError;

/// The cuts of a face that a letter uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Style {
    Regular,
    Bold,
    Italic,
}

impl Style {
    /// Position in an array of three.
    pub(crate) fn index(self) -> usize {
        self as usize
    }
}

/// The font file of a cut and its name.
pub(crate) fn file(typeface: Typeface, style: Style) -> (&'static str, &'static [u8]) {
    match (typeface, style) {
        (Typeface::Arimo, Style::Regular) => ("Arimo", include_bytes!("../fonts/arimo/Arimo-Regular.ttf")),
        (Typeface::Arimo, Style::Bold) => ("Arimo Bold", include_bytes!("../fonts/arimo/Arimo-Bold.ttf")),
        (Typeface::Arimo, Style::Italic) => ("Arimo Italic", include_bytes!("../fonts/arimo/Arimo-Italic.ttf")),
        (Typeface::Tinos, Style::Regular) => ("Tinos", include_bytes!("../fonts/tinos/Tinos-Regular.ttf")),
        (Typeface::Tinos, Style::Bold) => ("Tinos Bold", include_bytes!("../fonts/tinos/Tinos-Bold.ttf")),
        (Typeface::Tinos, Style::Italic) => ("Tinos Italic", include_bytes!("../fonts/tinos/Tinos-Italic.ttf")),
    }
}

/// One slot for each cut of each face.
pub(crate) type Slots<T> = [[OnceLock<T>; 3]; 2];

/// The slot of a cut.
pub(crate) fn slot<T>(slots: &Slots<T>, typeface: Typeface, style: Style) -> &OnceLock<T> {
    &slots[typeface as usize][style.index()]
}

/// The faces, each parsed at its first use.
#[derive(Default)]
pub(crate) struct Fonts {
    faces: Slots<Face>,
}

impl Fonts {
    /// The face of a cut.
    pub(crate) fn face(&self, typeface: Typeface, style: Style) -> Result<&Face, LetterError> {
        let slot = slot(&self.faces, typeface, style);
        if let Some(face) = slot.get() {
            return Ok(face);
        }
        let face = Face::parse(typeface, style)?;
        Ok(slot.get_or_init(|| face))
    }
}

/// A parsed face with what layout asks of it. Heights are multiples of the font size.
pub(crate) struct Face {
    pub(crate) shaper: rustybuzz::Face<'static>,
    pub(crate) plan: ShapePlan,
    pub(crate) ascent: f64,
    pub(crate) descent: f64,
    /// Natural distance of two lines, as the face's designer set it.
    pub(crate) line: f64,
    units_per_em: f32,
}

impl Face {
    fn parse(typeface: Typeface, style: Style) -> Result<Self, LetterError> {
        let (name, bytes) = file(typeface, style);
        let shaper = rustybuzz::Face::from_slice(bytes, 0).ok_or(LetterError::Face(name))?;
        // Ligatures are off: offices' letters carry none, and a glyph that stands for one character extracts as that character everywhere.
        let off = |tag| Feature::new(Tag::from_bytes(tag), 0, ..);
        let plan = ShapePlan::new(&shaper, Direction::LeftToRight, Some(script::LATIN), None, &[off(b"liga"), off(b"clig")]);
        let em = f64::from(shaper.units_per_em());
        let (ascent, descent) = (f64::from(shaper.ascender()) / em, -f64::from(shaper.descender()) / em);
        let line = ascent + descent + f64::from(shaper.line_gap()) / em;
        let units_per_em = shaper.units_per_em() as f32;
        Ok(Self { shaper, plan, ascent, descent, line, units_per_em })
    }

    /// A glyph's own width in thousandths of the font size, cut to whole numbers exactly as the writer declares it in the file: kerning is told to
    /// the viewer as the difference to this number.
    pub(crate) fn nominal(&self, glyph: u16) -> f64 {
        let units = self.shaper.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0);
        f64::from((f32::from(units) * 1000.0 / self.units_per_em).trunc())
    }

    /// Font units as thousandths of the font size.
    pub(crate) fn thousandths(&self, units: i32) -> f64 {
        f64::from(units) * 1000.0 / f64::from(self.units_per_em)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_set_lines_at_115_percent() {
        let fonts = Fonts::default();
        for typeface in [Typeface::Arimo, Typeface::Tinos] {
            for style in [Style::Regular, Style::Bold, Style::Italic] {
                let line = fonts.face(typeface, style).unwrap().line;
                assert!((line - 1.15).abs() < 0.002, "{typeface:?} {style:?}: {line}");
            }
        }
    }
}
