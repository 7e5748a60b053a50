//! Whether letters can be set in a font that an officer chose, and what it is.

use rustybuzz::ttf_parser::{self, name_id};

use super::fault::FontFault;
use super::licence;
use crate::cut;
use crate::fonts::{Face, Heights};
use crate::shape::can_set;

/// What every letter may need: what a keyboard writes, and the punctuation that the letters of the offices are set with.
const NEEDED: &str = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~“”‘’–—";
/// Of so many missing characters the first are told.
const TOLD: usize = 8;
/// Distance of two lines as a multiple of the font size.
const LINES: std::ops::RangeInclusive<f64> = 0.8..=2.0;
/// Names of families are shown in one line.
const NAME_LENGTH: usize = 60;
/// English as Windows numbers it.
const ENGLISH: u16 = 0x0409;

/// The cuts that a family has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontCut {
    /// Upright, of ordinary weight.
    Regular,
    /// Upright, bold.
    Bold,
    /// Slanted.
    Italic,
    /// Slanted and bold; no letter uses it.
    BoldItalic,
}

/// What a font says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontFacts {
    /// Name of its family.
    pub family: String,
    /// Which cut of the family it is.
    pub cut: FontCut,
}

/// What one look at an installed font tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontGlance {
    /// What it says of itself.
    pub facts: FontFacts,
    /// Why letters cannot be set in it, as far as one look tells.
    pub fault: Option<FontFault>,
}

/// Looks at a font file among many: everything that [`check_font`] does, but for the trial with the PDF writer, which takes most of its time. Of a
/// collection the first font is looked at. None when it is no font at all.
pub fn glance_at_font(file: &[u8]) -> Option<FontGlance> {
    let face = ttf_parser::Face::parse(file, 0).ok()?;
    Some(FontGlance { facts: facts(&face), fault: fit(file).err() })
}

/// Judges a font file: that it is one font with outlines, that its maker lets documents carry a part of it, that it has the characters of a letter,
/// and that the PDF writer can cut them out.
///
/// # Errors
/// [`FontFault`], the first that is found.
pub fn check_font(file: &[u8]) -> Result<FontFacts, FontFault> {
    let face = fit(file)?;
    cut::trial(file, NEEDED, |character| face.shaper.glyph_index(character).map(|glyph| glyph.0)).ok_or(FontFault::Broken)?;
    Ok(facts(&face.shaper))
}

/// The face of a file by whose tables letters can be set.
fn fit(file: &[u8]) -> Result<Face<'_>, FontFault> {
    kind(file)?;
    let face = Face::parse(file, Heights::Line).ok_or(FontFault::Broken)?;
    if !is_whole(&face.shaper, file.len()) {
        return Err(FontFault::Broken);
    }
    if face.shaper.is_variable() {
        return Err(FontFault::Variable);
    }
    let tables = face.shaper.tables();
    if tables.glyf.is_none() && tables.cff.is_none() {
        return Err(FontFault::Pictures);
    }
    licence::allows(&face.shaper)?;
    let missing: Vec<String> = NEEDED.chars().filter(|character| !can_set(&face, *character)).map(String::from).collect();
    if !missing.is_empty() {
        return Err(FontFault::Lacks(missing.into_iter().take(TOLD).collect::<Vec<_>>().join(" ")));
    }
    if !LINES.contains(&face.line) {
        return Err(FontFault::Heights);
    }
    Ok(face)
}

fn facts(face: &ttf_parser::Face<'_>) -> FontFacts {
    let cut = match (face.is_bold(), face.is_italic() || face.is_oblique()) {
        (false, false) => FontCut::Regular,
        (true, false) => FontCut::Bold,
        (false, true) => FontCut::Italic,
        (true, true) => FontCut::BoldItalic,
    };
    FontFacts { family: family(face), cut }
}

/// What a file is, by its first bytes.
fn kind(file: &[u8]) -> Result<(), FontFault> {
    match file.get(..4) {
        _ if file.is_empty() => Err(FontFault::Empty),
        Some(b"\0\x01\0\0" | b"OTTO" | b"true") => Ok(()),
        Some(b"ttcf") => Err(FontFault::Collection),
        Some(b"wOFF" | b"wOF2") => Err(FontFault::Web),
        _ => Err(FontFault::Foreign),
    }
}

/// Whether every table lies inside the file: readers leave out those that do not.
fn is_whole(face: &ttf_parser::Face<'_>, length: usize) -> bool {
    let mut records = face.raw_face().table_records.into_iter();
    records.all(|record| u64::from(record.offset) + u64::from(record.length) <= length as u64)
}

/// The family by the name that all of its four cuts have in common.
fn family(face: &ttf_parser::Face<'_>) -> String {
    let names = || face.names().into_iter().filter(|name| name.name_id == name_id::FAMILY && name.is_unicode());
    let name = names().find(|name| name.language_id == ENGLISH).or_else(|| names().next()).and_then(|name| name.to_string());
    let shown: String = name.unwrap_or_default().chars().filter(|character| !character.is_control()).take(NAME_LENGTH).collect();
    if shown.trim().is_empty() { "Tanpa nama".to_owned() } else { shown.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::{Style, file};
    use sandika_domain::letter::model::Typeface;

    /// A font that ships, with one table changed.
    fn changed(typeface: Typeface, tag: &[u8; 4], change: impl FnOnce(&mut [u8])) -> Vec<u8> {
        let mut bytes = file(typeface, Style::Regular).unwrap().1.to_vec();
        let number = |bytes: &[u8], at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        let tables = usize::from(u16::from_be_bytes([bytes[4], bytes[5]]));
        let entry = (0..tables).map(|at| 12 + 16 * at).find(|at| &bytes[*at..at + 4] == tag).unwrap();
        let (start, length) = (number(&bytes, entry + 8), number(&bytes, entry + 12));
        change(&mut bytes[start..start + length]);
        bytes
    }

    /// The same without a table: its name is one that nobody knows.
    fn without(typeface: Typeface, tag: &[u8; 4]) -> Vec<u8> {
        let mut bytes = file(typeface, Style::Regular).unwrap().1.to_vec();
        let at = bytes.windows(4).position(|four| four == tag).unwrap();
        bytes[at..at + 4].copy_from_slice(b"zzzz");
        bytes
    }

    fn of_licence(bits: u16) -> Vec<u8> {
        changed(Typeface::Arimo, b"OS/2", |table| table[8..10].copy_from_slice(&bits.to_be_bytes()))
    }

    #[test]
    fn the_cuts_of_a_family_are_told_apart() {
        for (typeface, family) in [(Typeface::Arimo, "Arimo"), (Typeface::Tinos, "Tinos"), (Typeface::Bonum, "TeX Gyre Bonum")] {
            for (style, cut) in [(Style::Regular, FontCut::Regular), (Style::Bold, FontCut::Bold), (Style::Italic, FontCut::Italic)] {
                let found = check_font(file(typeface, style).unwrap().1);
                assert_eq!(found, Ok(FontFacts { family: family.into(), cut }), "{typeface:?} {style:?}");
            }
        }
    }

    #[test]
    fn what_its_maker_forbids_is_refused() {
        for (bits, expected) in [
            (0x0000, None),
            (0x0004, None),
            (0x0008, None),
            (0x0002, Some(FontFault::Restricted)),
            (0x0108, Some(FontFault::WholeOnly)),
            (0x0208, Some(FontFault::BitmapsOnly)),
        ] {
            assert_eq!(check_font(&of_licence(bits)).err(), expected, "{bits:#06x}");
        }
        assert_eq!(check_font(&without(Typeface::Tinos, b"OS/2")), Err(FontFault::Unlicensed));
    }

    #[test]
    fn what_is_no_font_for_letters_is_refused_by_name() {
        let whole = file(Typeface::Arimo, Style::Regular).unwrap().1;
        let cff = file(Typeface::Bonum, Style::Regular).unwrap().1;
        let nowhere = changed(Typeface::Arimo, b"cmap", |table| table[2..].fill(0));
        // A place in the list of outlines; the writer panics over where it leads.
        let astray = changed(Typeface::Bonum, b"CFF ", |table| table[21_233] = 0xea);
        let tall = changed(Typeface::Arimo, b"hhea", |table| table[4..6].copy_from_slice(&9000_i16.to_be_bytes()));
        for (what, file, fault) in [
            ("nothing", Vec::new(), FontFault::Empty),
            ("a text", b"bukan huruf".to_vec(), FontFault::Foreign),
            ("a Type 1 font", b"%!PS-AdobeFont-1.0".to_vec(), FontFault::Foreign),
            ("two bytes", vec![0, 1], FontFault::Foreign),
            ("a font for the web", b"wOF2\0\x01\0\0".to_vec(), FontFault::Web),
            ("a collection", b"ttcf\0\x01\0\0\0\0\0\x02".to_vec(), FontFault::Collection),
            ("a font's first bytes", whole[..12].to_vec(), FontFault::Broken),
            ("half a font", whole[..whole.len() / 2].to_vec(), FontFault::Broken),
            ("half an OpenType font", cff[..cff.len() / 2].to_vec(), FontFault::Broken),
            ("a font whose outlines lead astray", astray, FontFault::Broken),
            ("a font without outlines", without(Typeface::Arimo, b"glyf"), FontFault::Pictures),
            ("a font without characters", nowhere, FontFault::Lacks("  ! \" # $ % & '".into())),
            ("a font of tall lines", tall, FontFault::Heights),
        ] {
            assert_eq!(check_font(&file), Err(fault), "{what}");
        }
    }
}
