//! Parsed faces; those that ship with the product are parsed once, and only when a letter first needs them.

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

/// A font file that ships with the product, and its name.
type Shipped = (&'static str, &'static [u8]);

// Statics, not constants: those are laid down once for each part of the program that uses them, megabytes each time.
static ARIMO: [Shipped; 3] = [
    ("Arimo", include_bytes!("../fonts/arimo/Arimo-Regular.ttf")),
    ("Arimo Bold", include_bytes!("../fonts/arimo/Arimo-Bold.ttf")),
    ("Arimo Italic", include_bytes!("../fonts/arimo/Arimo-Italic.ttf")),
];
static TINOS: [Shipped; 3] = [
    ("Tinos", include_bytes!("../fonts/tinos/Tinos-Regular.ttf")),
    ("Tinos Bold", include_bytes!("../fonts/tinos/Tinos-Bold.ttf")),
    ("Tinos Italic", include_bytes!("../fonts/tinos/Tinos-Italic.ttf")),
];
static BONUM: [Shipped; 3] = [
    ("Bonum", include_bytes!("../fonts/bonum/texgyrebonum-regular.otf")),
    ("Bonum Bold", include_bytes!("../fonts/bonum/texgyrebonum-bold.otf")),
    ("Bonum Italic", include_bytes!("../fonts/bonum/texgyrebonum-italic.otf")),
];

/// The file of a cut; none for the office's own face.
pub(crate) fn file(typeface: Typeface, style: Style) -> Option<Shipped> {
    let cuts = match typeface {
        Typeface::Arimo => &ARIMO,
        Typeface::Tinos => &TINOS,
        Typeface::Bonum => &BONUM,
        Typeface::Own => return None,
    };
    Some(cuts[style.index()])
}

/// One slot for each cut of each face that ships.
pub(crate) type Slots<T> = [[OnceLock<T>; 3]; 3];

/// The slot of a cut; none for the office's own face, whose files come with a letter.
pub(crate) fn slot<T>(slots: &Slots<T>, typeface: Typeface, style: Style) -> Option<&OnceLock<T>> {
    let [arimo, tinos, bonum] = slots;
    let cuts = match typeface {
        Typeface::Arimo => arimo,
        Typeface::Tinos => tinos,
        Typeface::Bonum => bonum,
        Typeface::Own => return None,
    };
    Some(&cuts[style.index()])
}

/// The faces, each parsed at its first use.
#[derive(Default)]
pub(crate) struct Fonts {
    faces: Slots<Face<'static>>,
}

impl Fonts {
    /// The face of a cut.
    pub(crate) fn face(&self, typeface: Typeface, style: Style) -> Result<&Face<'static>, LetterError> {
        let slot = slot(&self.faces, typeface, style).ok_or(LetterError::NoOwnFace)?;
        if let Some(face) = slot.get() {
            return Ok(face);
        }
        let (name, bytes) = file(typeface, style).ok_or(LetterError::NoOwnFace)?;
        let heights = if typeface == Typeface::Bonum { Heights::Typographic } else { Heights::Line };
        let face = Face::parse(bytes, heights).ok_or(LetterError::Face(name))?;
        Ok(slot.get_or_init(|| face))
    }
}

/// Which of a face's heights make its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heights {
    /// Those that text programs go by.
    Line,
    /// Those of the design. In Bonum the others are the box of its tallest glyphs, capitals with two accents, a third more than a line.
    Typographic,
}

/// A parsed face with what layout asks of it. Heights are multiples of the font size.
pub(crate) struct Face<'a> {
    pub(crate) shaper: rustybuzz::Face<'a>,
    pub(crate) plan: ShapePlan,
    pub(crate) ascent: f64,
    pub(crate) descent: f64,
    /// Natural distance of two lines, as the face's designer set it.
    pub(crate) line: f64,
    units_per_em: f32,
}

impl<'a> Face<'a> {
    /// The face of a file; none when it cannot be read.
    pub(crate) fn parse(bytes: &'a [u8], heights: Heights) -> Option<Self> {
        let shaper = rustybuzz::Face::from_slice(bytes, 0)?;
        // Ligatures are off: offices' letters carry none, and a glyph that stands for one character extracts as that character everywhere.
        let off = |tag| Feature::new(Tag::from_bytes(tag), 0, ..);
        let plan = ShapePlan::new(&shaper, Direction::LeftToRight, Some(script::LATIN), None, &[off(b"liga"), off(b"clig")]);
        let em = f64::from(shaper.units_per_em());
        let usual = (shaper.ascender(), shaper.descender(), shaper.line_gap());
        let (ascender, descender, gap) = match heights {
            Heights::Line => usual,
            Heights::Typographic => designed(&shaper).unwrap_or(usual),
        };
        let (ascent, descent) = (f64::from(ascender) / em, -f64::from(descender) / em);
        let line = ascent + descent + f64::from(gap) / em;
        let units_per_em = shaper.units_per_em() as f32;
        Some(Self { shaper, plan, ascent, descent, line, units_per_em })
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

/// Ascender, descender and line gap of the design.
fn designed(face: &rustybuzz::Face<'_>) -> Option<(i16, i16, i16)> {
    Some((face.typographic_ascender()?, face.typographic_descender()?, face.typographic_line_gap()?))
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

    #[test]
    fn bonum_sets_lines_as_it_was_designed() {
        let fonts = Fonts::default();
        for style in [Style::Regular, Style::Bold, Style::Italic] {
            let face = fonts.face(Typeface::Bonum, style).unwrap();
            assert!((face.line - 1.2).abs() < 0.002 && (face.ascent + face.descent - 1.0).abs() < 0.002, "{style:?}: {}", face.line);
        }
        assert_eq!(fonts.face(Typeface::Own, Style::Regular).err(), Some(LetterError::NoOwnFace));
    }
}
