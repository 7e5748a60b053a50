//! The last pass over the file: version, language, title, dates, identity, colours, compression: what archives ask of a PDF.

mod char_set;
mod metadata;
mod profile;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, Stream, StringFormat, text_string};
use sandika_domain::letter::LetterModel;
use sha2::{Digest, Sha256};
use std::io::Write;

use crate::error::LetterError;

const PRODUCER: &str = "Sandika";
const LANGUAGE: &str = "id-ID";

/// The archive standard that a file keeps to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Conformance {
    /// PDF/A-2b (ISO 19005-2): what every letter is.
    #[default]
    A2b,
    /// PDF/A-1b (ISO 19005-1): the same letter by older and narrower rules, for which there is a validator that tests can run.
    A1b,
}

/// What the file says of itself. All of it comes from the model, so that the same letter gives the same bytes.
pub(crate) struct Facts {
    title: String,
    /// Date of the letter: `2026-11-21`.
    day: String,
    /// Identity of the file: the first 16 bytes of a SHA-256 over the model, its emblem and its own face.
    id: Vec<u8>,
}

impl Facts {
    /// The facts of a letter.
    ///
    /// # Errors
    /// [`LetterError::Date`] when its date is no `YYYY-MM-DD`.
    pub(crate) fn of(model: &LetterModel) -> Result<Self, LetterError> {
        let mut hash = Sha256::new();
        hash.update(serde_json::to_vec(model).map_err(|error| LetterError::Write(error.to_string()))?);
        // The emblem and the files of the face are not part of the serialised model.
        if let Some(logo) = model.letterhead.as_ref().and_then(|letterhead| letterhead.logo_png.as_deref()) {
            hash.update(logo);
        }
        let face = model.face.iter().flat_map(|face| [Some(&face.regular), face.bold.as_ref(), face.italic.as_ref()]);
        face.for_each(|file| hash.update(file.map_or("-", |file| file.hash())));
        let id = hash.finalize()[..16].to_vec();
        Ok(Self { title: model.title.clone(), day: checked(&model.date)?.to_owned(), id })
    }
}

/// A date that is year, month and day.
fn checked(date: &str) -> Result<&str, LetterError> {
    let wrong = || LetterError::Date(date.to_owned());
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else { return Err(wrong()) };
    let number = |part: &str, length: usize, least: u32, most: u32| {
        let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        digits && part.parse().is_ok_and(|value: u32| (least..=most).contains(&value))
    };
    if number(year, 4, 1, 9999) && number(month, 2, 1, 12) && number(day, 2, 1, 31) { Ok(date) } else { Err(wrong()) }
}

/// A day as PDF writes it, without an hour: `D:20261121`.
fn pdf_date(day: &str) -> String {
    format!("D:{}", day.replace('-', ""))
}

/// Completes the document and gives its bytes.
pub(crate) fn finish(mut document: Document, facts: &Facts, conformance: Conformance) -> Result<Vec<u8>, LetterError> {
    let failed = |error: lopdf::Error| LetterError::Write(error.to_string());
    document.version = version(conformance).to_owned();
    let metadata = metadata::stream(facts, conformance);
    let metadata = document.add_object(metadata);
    let intent = profile::intent(&mut document);
    let catalog = document.catalog_mut().map_err(failed)?;
    catalog.set("Lang", Object::string_literal(LANGUAGE));
    let mut preferences = Dictionary::new();
    preferences.set("DisplayDocTitle", true);
    catalog.set("ViewerPreferences", preferences);
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", intent);
    let info = document.add_object(info(facts));
    document.trailer.set("Info", Object::Reference(info));
    let id = Object::String(facts.id.clone(), StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    if conformance == Conformance::A1b {
        char_set::add(&mut document).map_err(failed)?;
    }
    document.prune_objects();
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && !stream.dict.has_type(b"Metadata")
        {
            pack(stream).map_err(failed)?;
        }
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).map_err(|error| LetterError::Write(error.to_string()))?;
    Ok(bytes)
}

/// Packs what only this file has, mostly its pages, unless it is packed already. The tightest packing would take twice as long for two bytes in a hundred;
/// it is for what many files share.
pub(crate) fn pack(stream: &mut Stream) -> Result<(), lopdf::Error> {
    if stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    packer.write_all(&stream.content)?;
    stream.set_content(packer.finish()?);
    stream.dict.set("Filter", "FlateDecode");
    Ok(())
}

fn version(conformance: Conformance) -> &'static str {
    match conformance {
        Conformance::A2b => "1.7",
        Conformance::A1b => "1.4",
    }
}

/// Replaces the writer's own information, which speaks of a print standard that a letter does not follow.
fn info(facts: &Facts) -> Dictionary {
    let mut info = Dictionary::new();
    info.set("Title", text_string(&facts.title));
    info.set("Creator", text_string(PRODUCER));
    info.set("Producer", text_string(PRODUCER));
    info.set("CreationDate", Object::string_literal(pdf_date(&facts.day)));
    info.set("ModDate", Object::string_literal(pdf_date(&facts.day)));
    info
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_year_month_day() {
        assert_eq!(pdf_date(checked("2026-11-21").unwrap()), "D:20261121");
        for wrong in ["", "2026-11", "2026-13-01", "2026-11-32", "21-11-2026", "2026-11-2１", "+026-11-21", "2026-11-21-1"] {
            assert_eq!(checked(wrong), Err(LetterError::Date(wrong.into())), "{wrong}");
        }
    }
}
