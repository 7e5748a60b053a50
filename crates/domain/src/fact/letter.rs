//! What facts say of letters and their templates, where it is more than a line or two.

use super::{FileRef, Personal, TakenNumber};
use crate::ids::{CaseId, LetterId};
use crate::letter::TemplateOrigin;
use crate::letter::model::{Paper, Signing};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The text of a letter template.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AdoptedTemplate {
    /// The template's id.
    pub template: String,
    /// SHA-256 of the text, lower-case hex.
    pub hash: String,
    /// The template's text.
    pub text: String,
    /// Where the text came from. [`TemplateOrigin::Office`] takes it into use; the others only keep what a letter was issued from.
    pub origin: TemplateOrigin,
}

/// Why a version was to be printed again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReasonedReprint {
    /// The letter.
    pub letter: LetterId,
    /// Version.
    pub version: u32,
    /// Why.
    #[serde(skip)]
    pub personal: Personal<String>,
}

/// A letter that another case has issued for this one too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SharedLetter {
    /// The letter.
    pub letter: LetterId,
    /// Version, from 1.
    pub version: u32,
    /// Template id.
    pub template: String,
    /// Step number in this case.
    pub step: u32,
    /// Number, if the template draws one.
    pub number: Option<TakenNumber>,
    /// Date of the letter.
    pub dated: NaiveDate,
    /// The PDF.
    pub file: FileRef,
    /// The step of this case asks for the signed scan.
    pub scan_back: bool,
    /// The cases that the paper is about; the first has issued it.
    pub cases: Vec<CaseId>,
}

/// What the officer said of a letter when it was issued: a correction begins with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FilledLetter {
    /// The letter.
    pub letter: LetterId,
    /// Version.
    pub version: u32,
    /// What was chosen.
    #[serde(flatten)]
    pub choice: LetterChoice,
    /// Values that no register held, by their names.
    #[serde(skip)]
    pub personal: Personal<BTreeMap<String, String>>,
}

/// What was chosen for a letter instead of what is usual.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterChoice {
    /// Role of the official who signs; none for the head of the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatory: Option<String>,
    /// Paper; none for the office's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<Paper>,
    /// How it is signed; none for as the template says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing: Option<Signing>,
}

/// A letter that did not come out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FailedPrint {
    /// The letter.
    pub letter: LetterId,
    /// Version.
    pub version: u32,
    /// Name of the printer or folder; empty for the computer's usual printer.
    pub printer: String,
    /// How many copies were wanted.
    pub copies: u32,
    /// The system's words, in Indonesian; nothing personal.
    pub why: String,
    /// An officer stopped it or took it out of the queue. Otherwise it was refused.
    pub stopped: bool,
}

/// The number of another system, beside ours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OtherNumber {
    /// The letter.
    pub letter: LetterId,
    /// Version.
    pub version: u32,
    /// Name of the other system.
    pub system: String,
    /// The number there; empty takes it back.
    pub number: String,
}
