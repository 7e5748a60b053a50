//! Arguments of commands about letters and messages.

use chrono::NaiveDate;
use sandika_app::BatchShape;
use sandika_domain::letter::model::{Paper, Signing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Paper of a letter.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PaperName {
    /// 210 × 297 mm.
    A4,
    /// 215 × 330 mm.
    F4,
    /// 215.9 × 355.6 mm.
    Legal,
}

impl From<PaperName> for Paper {
    fn from(name: PaperName) -> Self {
        match name {
            PaperName::A4 => Self::A4,
            PaperName::F4 => Self::F4,
            PaperName::Legal => Self::Legal,
        }
    }
}

impl From<Paper> for PaperName {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self::A4,
            Paper::F4 => Self::F4,
            Paper::Legal => Self::Legal,
        }
    }
}

/// How a letter is signed.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SigningName {
    /// By hand.
    Basah,
    /// Electronically.
    Elektronik,
}

impl From<SigningName> for Signing {
    fn from(name: SigningName) -> Self {
        match name {
            SigningName::Basah => Self::Wet,
            SigningName::Elektronik => Self::Electronic,
        }
    }
}

impl From<Signing> for SigningName {
    fn from(signing: Signing) -> Self {
        match signing {
            Signing::Wet => Self::Basah,
            Signing::Electronic => Self::Elektronik,
        }
    }
}

/// A letter of a case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseLetterArgs {
    /// Case id.
    pub(crate) case: String,
    /// Letter id; its newest version is looked at.
    pub(crate) letter: String,
}

/// A letter to be composed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct LetterArgs {
    /// Case id.
    pub(crate) case: String,
    /// Template id.
    pub(crate) template: String,
    /// Role of the signer; the head of the office if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) signatory: Option<String>,
    /// Date of the letter; today if none.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) dated: Option<NaiveDate>,
    /// Paper, if not the office's.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) paper: Option<PaperName>,
    /// Signing, if not the template's.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) signing: Option<SigningName>,
    /// Running number that was left free, for a letter of a day that has passed; the next one if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) sequence: Option<u32>,
    /// Values that no register holds, such as `atasan.nama`, `sistem`, `kegunaan`.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) values: BTreeMap<String, String>,
    /// Letter that this one corrects, as its next version.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) corrects: Option<String>,
}

/// Whether many requests get a letter each, or one about all.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum BatchShapeName {
    /// A letter for each request.
    Satuan,
    /// One letter about all.
    Bersama,
}

impl From<BatchShapeName> for BatchShape {
    fn from(name: BatchShapeName) -> Self {
        match name {
            BatchShapeName::Satuan => Self::Each,
            BatchShapeName::Bersama => Self::Together,
        }
    }
}

/// Letters for many requests at their current steps.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct LetterBatchArgs {
    /// Case ids, in the order of their numbers or rows.
    pub(crate) cases: Vec<String>,
    /// A letter each, or one about all.
    pub(crate) shape: BatchShapeName,
    /// Template id.
    pub(crate) template: String,
    /// Role of the signer; the head of the office if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) signatory: Option<String>,
    /// Date of the letters; today if none.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) dated: Option<NaiveDate>,
    /// Paper, if not the office's.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) paper: Option<PaperName>,
    /// Signing, if not the template's.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) signing: Option<SigningName>,
    /// Values that no register holds, the same in all letters.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) values: BTreeMap<String, String>,
}

/// A letter to be issued.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct LetterIssueArgs {
    /// Revision that the user saw.
    pub(crate) revision: u64,
    /// Step number.
    pub(crate) step: u32,
    /// The letter.
    pub(crate) letter: LetterArgs,
}

/// A page of letters.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct LetterListArgs {
    /// Case id; all cases if none.
    #[ts(optional)]
    pub(crate) case: Option<String>,
    /// Letter id, for all its versions.
    #[ts(optional)]
    pub(crate) letter: Option<String>,
    /// Only letters whose signed scan is awaited: asked for, not back, not replaced by a correction, in a case that still runs.
    #[ts(optional, as = "Option<_>")]
    pub(crate) scan_missing: bool,
    /// Cursor of the last row of the page before.
    #[ts(optional)]
    pub(crate) before: Option<i64>,
    /// Most rows; 50 if none.
    #[ts(optional)]
    pub(crate) limit: Option<u32>,
}

/// A version of a letter.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct LetterVersionArgs {
    /// Letter id.
    pub(crate) letter: String,
    /// Version; the newest if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) version: Option<u32>,
}

/// A letter to be written to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct LetterSaveArgs {
    /// Letter id.
    pub(crate) letter: String,
    /// Version; the newest if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) version: Option<u32>,
    /// Where to.
    pub(crate) path: String,
}

/// A signed letter that came back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct LetterReturnArgs {
    /// Case id.
    pub(crate) case: String,
    /// Revision that the user saw.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) revision: Option<u64>,
    /// Letter id.
    pub(crate) letter: String,
    /// Version that was signed.
    pub(crate) version: u32,
    /// The scan or signed PDF on this computer.
    pub(crate) path: String,
}

/// A message to be composed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct MessageArgs {
    /// Case id.
    pub(crate) case: String,
    /// Message id.
    pub(crate) message: String,
    /// What is missing, or a remark; the note of the last return if empty.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) note: String,
}

/// A message to be handed to the mail program.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct MessageMailArgs {
    /// Case id.
    pub(crate) case: String,
    /// Revision that the user saw.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) revision: Option<u64>,
    /// Step number.
    pub(crate) step: u32,
    /// Message id.
    pub(crate) message: String,
    /// What is missing, or a remark; the note of the last return if empty.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) note: String,
}

/// A message that was told in another way.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct MessageRecordArgs {
    /// Case id.
    pub(crate) case: String,
    /// Revision that the user saw.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) revision: Option<u64>,
    /// Step number.
    pub(crate) step: u32,
    /// Message id.
    pub(crate) message: String,
    /// `e-mail`, `whatsapp`, `telepon` or `langsung`.
    pub(crate) way: String,
    /// The text as it was told.
    pub(crate) text: String,
}
