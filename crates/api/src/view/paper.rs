//! Letters and messages.

use super::{CaseView, local};
use crate::args::{PaperName, SigningName};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sandika_app::Document;
use sandika_domain::calendar::Zone;
use sandika_domain::case::IssuedLetter;
use sandika_domain::fact::LetterChoice;
use sandika_domain::letter::code::readable_id;
use sandika_store::LetterRow;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A PDF.
#[derive(Debug, Serialize, TS)]
pub(crate) struct PdfView {
    /// Its bytes, base 64.
    pub(crate) pdf: String,
}

impl PdfView {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self { pdf: STANDARD.encode(bytes) }
    }
}

/// An emblem.
#[derive(Debug, Serialize, TS)]
pub(crate) struct EmblemView {
    /// The bytes of the PNG, base 64.
    pub(crate) png: String,
}

impl EmblemView {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self { png: STANDARD.encode(bytes) }
    }
}

/// A stored file.
#[derive(Debug, Serialize, TS)]
pub(crate) struct FileView {
    /// File name as it came.
    pub(crate) name: String,
    /// Media type found in the bytes.
    pub(crate) media: String,
    /// Its bytes, base 64.
    pub(crate) bytes: String,
}

impl FileView {
    pub(crate) fn of(document: Document) -> Self {
        Self { name: document.name, media: document.media, bytes: STANDARD.encode(document.bytes) }
    }
}

/// A letter that was just issued.
#[derive(Debug, Serialize, TS)]
pub(crate) struct IssuedView {
    pub(crate) letter: String,
    pub(crate) version: u32,
    pub(crate) number: Option<String>,
    /// SHA-256 of the PDF.
    pub(crate) hash: String,
    pub(crate) case: CaseView,
}

/// What the officer said of a letter when it was issued.
#[derive(Debug, Serialize, TS)]
pub(crate) struct LetterFilledView {
    /// Role of the official who signs; none for the head of the office.
    pub(crate) signatory: Option<String>,
    /// Paper; none for the office's.
    pub(crate) paper: Option<PaperName>,
    /// Signing; none for as the template says.
    pub(crate) signing: Option<SigningName>,
    /// Values that no register held, by their names; empty once the owner is erased.
    pub(crate) values: BTreeMap<String, String>,
}

impl From<&IssuedLetter> for LetterFilledView {
    fn from(held: &IssuedLetter) -> Self {
        let LetterChoice { signatory, paper, signing } = held.choice.clone();
        let values = held.values.known().cloned().unwrap_or_default();
        Self { signatory, paper: paper.map(Into::into), signing: signing.map(Into::into), values }
    }
}

/// A version of a letter in a list.
#[derive(Debug, Serialize, TS)]
pub(crate) struct LetterView {
    pub(crate) letter: String,
    /// The identity that is printed beside the code.
    pub(crate) readable: String,
    pub(crate) version: u32,
    pub(crate) cursor: i64,
    pub(crate) case: Option<String>,
    /// Agenda number of the case; empty if it has none.
    pub(crate) agenda: String,
    /// Name of the case's owner; empty once it is erased.
    pub(crate) owner_name: String,
    pub(crate) step: u32,
    pub(crate) template: String,
    /// SHA-256 of the template's text.
    pub(crate) template_hash: String,
    pub(crate) title: String,
    pub(crate) number: Option<String>,
    pub(crate) dated: String,
    pub(crate) hash: String,
    pub(crate) pages: u32,
    pub(crate) scan_back: bool,
    /// SHA-256 of the signed letter, when it is back.
    pub(crate) returned: Option<String>,
    /// The signed letter is still awaited: asked for, not back, this version is the newest, and the case still runs.
    pub(crate) awaited: bool,
    /// When it was voided: it will not be used, and its number stays used.
    pub(crate) voided_at: Option<String>,
    /// Why; empty if it was not, or once it is erased.
    pub(crate) void_reason: String,
    /// Name of another system that numbered it; empty for none.
    pub(crate) other_system: String,
    /// The number there.
    pub(crate) other_number: String,
    /// Copies printed.
    pub(crate) printed: u32,
    pub(crate) issued_at: String,
}

impl LetterView {
    pub(crate) fn of(row: &LetterRow, zone: Zone) -> Self {
        let (voided_at, why) = row.voided.clone().unzip();
        let (other_system, other_number) = row.other.clone().unwrap_or_default();
        Self {
            voided_at: voided_at.map(|at| local(at, zone)),
            void_reason: why.unwrap_or_default(),
            other_system,
            other_number,
            letter: row.id.to_string(),
            readable: readable_id(row.id),
            version: row.version,
            cursor: row.born,
            case: row.case.map(|case| case.to_string()),
            agenda: row.agenda.clone(),
            owner_name: row.owner_name.clone(),
            step: row.step,
            template: row.template.clone(),
            template_hash: row.template_hash.clone(),
            title: row.title.clone(),
            number: row.number.as_ref().map(|number| number.text.clone()),
            dated: row.dated.to_string(),
            hash: row.file.hash.clone(),
            pages: row.pages,
            scan_back: row.scan_back,
            returned: row.returned.as_ref().map(|file| file.hash.clone()),
            awaited: row.awaited,
            printed: row.printed,
            issued_at: local(row.issued_at, zone),
        }
    }
}

/// A message ready to be copied.
#[derive(Debug, Serialize, TS)]
pub(crate) struct MessageView {
    pub(crate) subject: String,
    pub(crate) text: String,
    /// The owner's address; empty when unknown.
    pub(crate) email: String,
    /// The owner's phone, `62…`; empty when unknown.
    pub(crate) phone: String,
}

/// A message that was handed to the mail program.
#[derive(Debug, Serialize, TS)]
pub(crate) struct MailedView {
    /// Where it lies.
    pub(crate) place: String,
    pub(crate) case: CaseView,
}
