//! The part of a face that a file carries: the glyphs of the letter and no others. It is cut out, described and compressed once for many letters,
//! which costs more than the rest of a page.
//!
//! The regular cut always has all that letters are made of, and the bold one all that codes and titles are made of, so that the letters of different
//! people share them; the few glyphs more cost a file less than three kilobytes. The italic one says the same in most letters of a kind, and has what
//! the letter uses. Either way a cut follows from its letter alone.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::thread;

use allsorts::binary::read::ReadScope;
use allsorts::error::ParseError;
use allsorts::subset::whole_font;
use allsorts::tables::{FontTableProvider, OpenTypeFont};
use allsorts::tag;
use lopdf::content::Content;
use lopdf::{Document, Object, ObjectId, Stream};
use printpdf::{
    Codepoint, FontId, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfParseErrorSeverity, PdfSaveOptions, Pt,
    TextItem,
};
use rustybuzz::ttf_parser::{RawFace, Tag};
use sandika_domain::letter::FontFile;
use sandika_domain::letter::model::Typeface;

use crate::error::LetterError;
use crate::fonts::{Slots, Style, file, slot};
use crate::recent::Recent;

/// What a cut always has: for regular text what nearly every letter is made of, for bold text titles and the code beside the symbol, which is another
/// in each letter.
fn repertoire_of(style: Style) -> &'static str {
    match style {
        Style::Regular => " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;()/-@“”–",
        Style::Bold => " ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-",
        Style::Italic => "",
    }
}

/// A bulk of letters of one kind needs three; a few kinds may take turns. One is some 20 kB.
const MOST: usize = 12;

/// Files of an office's own face: the cuts of one, and of the one before it.
const OWN: usize = 6;

/// Glyphs of a face with the text that each stands for.
pub(crate) type Glyphs = BTreeMap<u16, String>;

/// A face's glyphs, ready for any file.
pub(crate) struct Cut {
    /// What a page's content writes for a glyph, sorted by glyph.
    codes: Vec<(u16, u16)>,
    /// The objects of the face alone, compressed; its catalog is the face.
    objects: Document,
}

impl Cut {
    /// What a page's content writes for a glyph.
    pub(crate) fn code(&self, glyph: u16) -> u16 {
        self.codes.binary_search_by_key(&glyph, |(known, _)| *known).map_or(0, |at| self.codes[at].1)
    }

    /// Puts the face into a document and answers with its object.
    pub(crate) fn put_into(&self, document: &mut Document) -> Result<ObjectId, lopdf::Error> {
        let mut own = self.objects.clone();
        own.renumber_objects_with(document.max_id + 1);
        document.max_id = own.max_id;
        let face = own.trailer.get(b"Root")?.as_reference()?;
        document.objects.append(&mut own.objects);
        Ok(face)
    }
}

/// Where a cut is taken from.
#[derive(Clone, Copy)]
pub(crate) enum Source<'a> {
    /// A face that ships.
    Shipped(Typeface),
    /// A file of the office's own.
    Own(&'a FontFile),
}

/// What a cut is kept under.
#[derive(Clone, PartialEq)]
struct Key {
    typeface: Typeface,
    /// Hash of the office's own file.
    own: Option<String>,
    style: Style,
    glyphs: Glyphs,
}

/// A cut that a letter needs.
pub(crate) struct Wanted<'a> {
    source: Source<'a>,
    key: Key,
}

impl<'a> Wanted<'a> {
    /// The cut of a style that holds these glyphs; `glyph_of` answers with the glyph of a character.
    pub(crate) fn of(source: Source<'a>, style: Style, mut glyphs: Glyphs, glyph_of: impl Fn(char) -> Option<u16>) -> Self {
        for (glyph, character) in repertoire_of(style).chars().filter_map(|character| Some((glyph_of(character)?, character))) {
            glyphs.entry(glyph).or_insert_with(|| character.to_string());
        }
        let (typeface, own) = match source {
            Source::Shipped(typeface) => (typeface, None),
            Source::Own(file) => (Typeface::Own, Some(file.hash().to_owned())),
        };
        Self { source, key: Key { typeface, own, style, glyphs } }
    }
}

/// Cuts faces, each parsed at its first use.
#[derive(Default)]
pub(crate) struct Cutter {
    faces: Slots<ParsedFont>,
    own: Recent<String, ParsedFont, OWN>,
    cuts: Recent<Key, Cut, MOST>,
}

impl Cutter {
    /// The cuts of a letter. A first letter of its kind needs all of them, which are made side by side.
    pub(crate) fn cuts(&self, wanted: Vec<Wanted<'_>>) -> Result<Vec<(Style, Arc<Cut>)>, LetterError> {
        if wanted.iter().filter(|wanted| !self.cuts.has(&wanted.key)).count() < 2 {
            return wanted.iter().map(|wanted| self.cut(wanted)).collect();
        }
        thread::scope(|scope| {
            let work: Vec<_> = wanted.iter().map(|wanted| scope.spawn(|| self.cut(wanted))).collect();
            work.into_iter().map(|cut| cut.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
        })
    }

    fn cut(&self, Wanted { source, key }: &Wanted<'_>) -> Result<(Style, Arc<Cut>), LetterError> {
        let cut = self.cuts.get_or_make(key, || match source {
            Source::Shipped(typeface) => made(self.face(*typeface, key.style)?, key.style, &key.glyphs),
            Source::Own(file) => {
                let face = self.own.get_or_make(file.hash(), || parsed(file.bytes()).ok_or(LetterError::OwnFace))?;
                made(&face, key.style, &key.glyphs)
            }
        })?;
        Ok((key.style, cut))
    }

    fn face(&self, typeface: Typeface, style: Style) -> Result<&ParsedFont, LetterError> {
        let slot = slot(&self.faces, typeface, style).ok_or(LetterError::NoOwnFace)?;
        if let Some(face) = slot.get() {
            return Ok(face);
        }
        let (name, bytes) = file(typeface, style).ok_or(LetterError::NoOwnFace)?;
        let face = parsed(bytes).ok_or(LetterError::Face(name))?;
        Ok(slot.get_or_init(|| face))
    }
}

fn parsed(bytes: &[u8]) -> Option<ParsedFont> {
    ParsedFont::from_bytes(bytes, 0, &mut Vec::new())
}

/// Whether the writer can cut these characters out of a file. It panics over some fonts that contradict themselves deep inside; that is the font's fault,
/// and is told as such.
pub(crate) fn trial(bytes: &[u8], characters: &str, glyph: impl Fn(char) -> Option<u16>) -> Option<()> {
    let glyphs = characters.chars().filter_map(|character| Some((glyph(character)?, character.to_string()))).collect();
    let cut = || made(&parsed(bytes)?, Style::Regular, &glyphs).ok().map(|_| ());
    catch_unwind(AssertUnwindSafe(cut)).ok().flatten()
}

/// Six capitals: the writer takes them as the tag that a subset's name must begin with. The pages' contents call the face by it, too.
pub(crate) fn name(style: Style) -> &'static str {
    ["SNDREG", "SNDBLD", "SNDITA"][style.index()]
}

/// Has the writer draw the glyphs on a page of their own, and keeps of that document the face and the codes that the page's content got.
fn made(face: &ParsedFont, style: Style, glyphs: &Glyphs) -> Result<Cut, LetterError> {
    let font = FontId(name(style).to_owned());
    let shown = glyphs.iter().map(|(glyph, text)| Codepoint { gid: *glyph, offset: 0.0, cid: Some(text.clone()) }).collect();
    let ops = vec![
        Op::StartTextSection,
        Op::SetFont { font: PdfFontHandle::External(font.clone()), size: Pt(10.0) },
        Op::ShowText { items: vec![TextItem::GlyphIds(shown)] },
        Op::EndTextSection,
    ];
    let mut sample = PdfDocument::new("");
    sample.resources.fonts.map.insert(font, PdfFont::new(face.clone()));
    sample.with_pages(vec![PdfPage::new(Mm(100.0), Mm(100.0), ops)]);
    let mut remarks = Vec::new();
    let mut objects = sample.to_lopdf_document(&PdfSaveOptions::default(), &mut remarks);
    if let Some(fault) = remarks.into_iter().find(|remark| remark.severity == PdfParseErrorSeverity::Error) {
        return Err(LetterError::Write(fault.msg));
    }
    let failed = |error: lopdf::Error| LetterError::Write(error.to_string());
    let codes = glyphs.keys().copied().zip(codes(&objects).map_err(failed)?).collect();
    keep_face(&mut objects, style).map_err(failed)?;
    Ok(Cut { codes, objects })
}

/// The codes that the only page shows, in order.
fn codes(document: &Document) -> Result<Vec<u16>, lopdf::Error> {
    let page = document.page_iter().next().ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let content = Content::decode(&document.get_page_content(page))?;
    let shown = content.operations.iter().filter(|operation| operation.operator == "TJ").flat_map(|operation| &operation.operands);
    let strings = shown.filter_map(|operand| operand.as_array().ok()).flatten().filter_map(|item| item.as_str().ok());
    Ok(strings.flat_map(|bytes| bytes.chunks_exact(2).map(|code| u16::from_be_bytes([code[0], code[1]]))).collect())
}

/// Leaves the face alone in the document, compressed.
fn keep_face(document: &mut Document, style: Style) -> Result<(), lopdf::Error> {
    let page = document.page_iter().next().ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let resources = document.dereference(document.get_dictionary(page)?.get(b"Resources")?)?.1.as_dict()?;
    let faces = document.dereference(resources.get(b"Font")?)?.1.as_dict()?;
    let face = faces.get(name(style).as_bytes())?.as_reference()?;
    document.trailer = lopdf::dictionary! { "Root" => Object::Reference(face) };
    document.prune_objects();
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object {
            bare(stream)?;
            stream.compress()?;
        }
    }
    Ok(())
}

/// Leaves in an embedded face what readers need of it there.
fn bare(stream: &mut Stream) -> Result<(), lopdf::Error> {
    if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"OpenType") {
        outlines_alone(stream);
    } else if stream.dict.has(b"Length1") {
        needed_tables(stream)?;
    }
    Ok(())
}

/// A face with PostScript outlines stands in the file as these outlines alone. The writer packs tables around them that no reader needs there, and
/// that the first part of the archive standard does not know.
fn outlines_alone(stream: &mut Stream) {
    if let Some(outlines) = RawFace::parse(&stream.content, 0).ok().and_then(|face| face.table(Tag::from_bytes(b"CFF "))) {
        let outlines = outlines.to_vec();
        stream.set_plain_content(outlines);
        stream.dict.set("Subtype", "CIDFontType0C");
    }
}

/// What a TrueType face in a file consists of (ISO 32000-1, 9.9), and the characters of its glyphs. Its names and licence, which the writer takes
/// along, are a kilobyte in each file that nobody can see; the descriptor names the face.
const TABLES: [u32; 10] = [tag::CMAP, tag::CVT, tag::FPGM, tag::GLYF, tag::HEAD, tag::HHEA, tag::HMTX, tag::LOCA, tag::MAXP, tag::PREP];

fn needed_tables(stream: &mut Stream) -> Result<(), lopdf::Error> {
    let unreadable = |error: ParseError| lopdf::Error::InvalidStream(error.to_string());
    let face = ReadScope::new(&stream.content).read::<OpenTypeFont<'_>>().map_err(unreadable)?;
    let tables = face.table_provider(0).map_err(unreadable)?;
    let there: Vec<u32> = TABLES.into_iter().filter(|table| tables.has_table(*table)).collect();
    let face = whole_font(&tables, &there).map_err(|error| lopdf::Error::InvalidStream(error.to_string()))?;
    stream.dict.set("Length1", i64::try_from(face.len()).unwrap_or_default());
    stream.set_plain_content(face);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::Fonts;
    use sandika_domain::ids::LetterId;
    use sandika_domain::letter::code::readable_id;
    use uuid::Uuid;

    #[test]
    fn letters_share_the_bold_cut_whatever_their_codes_are() {
        let fonts = Fonts::default();
        for typeface in [Typeface::Arimo, Typeface::Tinos, Typeface::Bonum] {
            let shaper = &fonts.face(typeface, Style::Bold).unwrap().shaper;
            let glyph_of = |character| shaper.glyph_index(character).map(|glyph| glyph.0);
            let key = |code: &str| {
                let text = format!("SURAT REKOMENDASI {code}");
                let glyphs = text.chars().filter_map(|character| Some((glyph_of(character)?, character.to_string()))).collect();
                Wanted::of(Source::Shipped(typeface), Style::Bold, glyphs, glyph_of).key
            };
            let first = key("0000-0000-0000-0000");
            for number in 1..200_u128 {
                let code = readable_id(LetterId(Uuid::from_u128(number.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835))));
                assert!(key(&code) == first, "{typeface:?} {code}");
            }
        }
    }
}
