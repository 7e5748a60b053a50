//! Text becomes glyphs: cleaned, checked against the face, kerned.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

use rustybuzz::{BufferClusterLevel, Direction, UnicodeBuffer, script};
use sandika_domain::letter::model::Typeface;

use crate::draw::{Glyph, Run};
use crate::error::{LetterError, Place};
use crate::fonts::{Face, Fonts, Style};
use crate::own::OwnFaces;

/// Keeps the words on its two sides on one line; drawn and extracted as an ordinary space.
pub(crate) const NO_BREAK_SPACE: char = '\u{a0}';

/// How a piece of text is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    pub(crate) style: Style,
    /// Font size, points.
    pub(crate) size: f64,
    /// Distance of two lines, points.
    pub(crate) line: f64,
    /// Where the text stands, for errors.
    pub(crate) place: Place,
}

/// Glyphs with the text they stand for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shaped {
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) text: String,
}

impl Shaped {
    /// Width in points at a font size.
    pub(crate) fn width(&self, size: f64) -> f64 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum::<f64>() * size / 1000.0
    }

    /// Adds other glyphs behind these.
    pub(crate) fn append(&mut self, other: &Self) {
        let at = self.text.len();
        self.text.push_str(&other.text);
        self.glyphs.extend(other.glyphs.iter().cloned().map(|mut glyph| {
            glyph.text = glyph.text.start + at..glyph.text.end + at;
            glyph
        }));
    }
}

/// Words that a letter has met, shaped: names of offices and the space between words come again and again. It lives as long as the letter is drawn and
/// no longer, so that nobody's name stays behind.
#[derive(Default)]
pub(crate) struct Memo(RefCell<[HashMap<String, Shaped>; 3]>);

/// A book of many pages begins anew after so many words of a cut.
const MOST_WORDS: usize = 4_000;

impl Memo {
    fn known(&self, style: Style, text: &str) -> Option<Shaped> {
        self.0.borrow()[style.index()].get(text).cloned()
    }

    fn keep(&self, style: Style, text: &str, shaped: &Shaped) {
        let words = &mut self.0.borrow_mut()[style.index()];
        if words.len() >= MOST_WORDS {
            words.clear();
        }
        words.insert(text.to_owned(), shaped.clone());
    }
}

/// The cuts of the one typeface that a letter is set in.
#[derive(Clone, Copy)]
pub(crate) struct TypeCase<'a> {
    pub(crate) fonts: &'a Fonts,
    pub(crate) typeface: Typeface,
    /// The faces of [`Typeface::Own`], where that is the typeface.
    pub(crate) own: Option<&'a OwnFaces<'a>>,
    /// What this letter has shaped.
    pub(crate) memo: &'a Memo,
}

impl<'a> TypeCase<'a> {
    /// The face of a cut.
    pub(crate) fn face(&self, style: Style) -> Result<&'a Face<'a>, LetterError> {
        match self.own {
            Some(own) => Ok(own.face(style)),
            None => self.fonts.face(self.typeface, style),
        }
    }

    /// A text with a question mark for each character that the face lacks.
    ///
    /// # Errors
    /// [`LetterError::Face`]
    pub(crate) fn legible<'t>(&self, text: &'t str) -> Result<Cow<'t, str>, LetterError> {
        let face = self.face(Style::Regular)?;
        let legible = |character: char| tidy(character).is_none_or(|tidied| can_set(face, plain(tidied)));
        if text.chars().all(legible) {
            return Ok(Cow::Borrowed(text));
        }
        Ok(text.chars().map(|character| if legible(character) { character } else { '?' }).collect())
    }

    /// How far below the top of its line a text's baseline lies, points.
    pub(crate) fn baseline(&self, setting: Setting) -> Result<f64, LetterError> {
        let face = self.face(setting.style)?;
        let text_height = (face.ascent + face.descent) * setting.size;
        Ok((setting.line - text_height) / 2.0 + face.ascent * setting.size)
    }

    /// Shapes text that has passed [`clean`]; a no-break space becomes a space.
    pub(crate) fn shape(&self, setting: Setting, text: &str) -> Result<Shaped, LetterError> {
        if let Some(known) = self.memo.known(setting.style, text) {
            return Ok(known);
        }
        let shaped = self.shaped(setting, text)?;
        self.memo.keep(setting.style, text, &shaped);
        Ok(shaped)
    }

    fn shaped(&self, setting: Setting, text: &str) -> Result<Shaped, LetterError> {
        let face = self.face(setting.style)?;
        let text: String = text.chars().map(plain).collect();
        if let Some(character) = text.chars().find(|c| !can_set(face, *c)) {
            return Err(LetterError::Glyph { character, place: setting.place });
        }
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
        let shaped = rustybuzz::shape_with_plan(&face.shaper, &face.plan, buffer);
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let mut glyphs = Vec::with_capacity(starts.len());
        for (at, (info, position)) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()).enumerate() {
            let start = starts[at];
            let end = starts[at + 1..].iter().copied().find(|next| *next > start).unwrap_or(text.len());
            // 16 bits hold every glyph of an sfnt face.
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            let space = &text[start..end] == " ";
            glyphs.push(Glyph { id, advance: face.thousandths(position.x_advance), nominal: face.nominal(id), text: start..end, space });
        }
        Ok(Shaped { glyphs, text })
    }

    /// One line of text that is never broken, beginning at `x`; `baseline` as given.
    pub(crate) fn run(&self, setting: Setting, text: &str, x: f64, baseline: f64) -> Result<Run, LetterError> {
        let Shaped { glyphs, text } = self.shape(setting, &clean(text))?;
        Ok(Run { style: setting.style, size: setting.size, x, baseline, glyphs, text })
    }

    /// Width of one line of text, points.
    pub(crate) fn width(&self, setting: Setting, text: &str) -> Result<f64, LetterError> {
        Ok(self.shape(setting, &clean(text))?.width(setting.size))
    }
}

fn plain(character: char) -> char {
    match character {
        NO_BREAK_SPACE => ' ',
        '\u{2011}' => '-',
        other => other,
    }
}

/// Right-to-left scripts are refused though the faces hold some of their letters: they would be drawn in the wrong order.
pub(crate) fn can_set(face: &Face<'_>, character: char) -> bool {
    let right_to_left = matches!(u32::from(character), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE);
    !right_to_left && face.shaper.glyph_index(character).is_some_and(|id| id.0 != 0)
}

/// Text as it can be set: every kind of white space and control character is one kind of space, runs of spaces are one, invisible characters
/// (soft hyphens, joiners, variation selectors, byte order marks, which pasted text is full of) are gone. No-break spaces stay.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let is_clean = !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ") && text.chars().all(|c| tidy(c) == Some(c));
    if is_clean {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars().filter_map(tidy) {
        if character != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(character);
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    Cow::Owned(out)
}

fn tidy(character: char) -> Option<char> {
    match character {
        NO_BREAK_SPACE | '\u{202f}' => Some(NO_BREAK_SPACE),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => {
            None
        }
        space if space.is_whitespace() || space.is_control() => Some(' '),
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Result<Shaped, LetterError> {
        let fonts = Fonts::default();
        let case = TypeCase { fonts: &fonts, typeface: Typeface::Arimo, own: None, memo: &Memo::default() };
        case.shape(Setting { style: Style::Regular, size: 10.0, line: 12.0, place: Place::Body }, text)
    }

    #[test]
    fn cleaning_leaves_single_spaces_and_visible_characters() {
        for (input, expected) in [
            ("", ""),
            ("Nomor 5", "Nomor 5"),
            ("  dua\t kata \n", "dua kata"),
            ("soft\u{ad}hyphen\u{200b}", "softhyphen"),
            ("©\u{fe0f} 2026\u{fe00}", "© 2026"),
            ("NIP\u{a0}1968\u{202f}0903", "NIP\u{a0}1968\u{a0}0903"),
            ("a\u{0}b", "a b"),
        ] {
            assert_eq!(clean(input), expected, "{input:?}");
        }
    }

    #[test]
    fn pairs_are_kerned() {
        let pair = shape("AV").unwrap().width(10.0);
        let apart = shape("A").unwrap().width(10.0) + shape("V").unwrap().width(10.0);
        assert!(pair < apart - 0.5, "{pair} {apart}");
    }

    #[test]
    fn every_glyph_knows_its_text() {
        for text in ["Surat efisien", "“Baik” – Ñandú Ş", "e\u{301}a"] {
            let shaped = shape(text).unwrap();
            let read: String = shaped.glyphs.iter().map(|glyph| &shaped.text[glyph.text.clone()]).collect();
            assert_eq!(read, text);
            assert!(shaped.glyphs.iter().all(|glyph| glyph.id != 0));
        }
        assert_eq!(shape("NIP\u{a0}1968").unwrap().text, "NIP 1968");
    }

    #[test]
    fn what_the_face_lacks_is_named() {
        for character in ['😀', '漢', 'א', '\u{e000}'] {
            let expected = LetterError::Glyph { character, place: Place::Body };
            assert_eq!(shape(&format!("kata {character}")).unwrap_err(), expected);
        }
    }
}
