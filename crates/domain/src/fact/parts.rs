//! What the personal parts of facts hold, and small values that several facts share.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A point in time, to the millisecond.
pub type Moment = DateTime<Utc>;

/// What was filled in, by field id. Values are canonical text: numbers as decimal digits, dates as `YYYY-MM-DD`, moments as `YYYY-MM-DDTHH:MM` of
/// the office's zone, ticks as `ya` or `tidak`; an empty text is not kept.
pub type Answers = BTreeMap<String, String>;

/// A stored file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRef {
    /// SHA-256 of its bytes, lower-case hex.
    pub hash: String,
    /// Bytes.
    pub size: u64,
    /// Media type found in the bytes, e.g. `application/pdf`.
    pub media: String,
}

/// A step whose revocation was agreed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovedStep {
    /// Step number.
    pub step: u32,
}

/// A document that was taken from a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DetachedDocument {
    /// Step number.
    pub step: u32,
    /// Document id.
    pub document: String,
    /// SHA-256 of the bytes.
    pub hash: String,
}

/// Another passphrase opens the office. Of the passphrase itself nothing is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyChange {
    /// Name of the key slot that it opens.
    pub slot: String,
}

/// How the computer's clock stood to the journal when it had moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockMove {
    /// When the last entry before was recorded.
    pub before: Moment,
    /// What the clock said now.
    pub now: Moment,
}

impl ClockMove {
    /// The clock was set back. Otherwise it went ahead, or nothing was recorded for very long.
    pub fn is_back(&self) -> bool {
        self.now < self.before
    }
}

/// A number taken from a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakenNumber {
    /// `keluar`, `masuk` …
    pub register: String,
    /// Calendar year of the counter.
    pub year: i32,
    /// Running number within the year, from 1.
    pub number: u32,
    /// As it is printed.
    pub text: String,
}

/// What became of a number that no letter of ours bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberUse {
    /// The book on paper gave it.
    Book,
    /// Another system gave it.
    OtherSystem,
    /// Nobody uses it.
    Unused,
}

/// What is known of a number that no letter of ours bears.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberNote {
    /// The number as it is printed; empty where the pattern says it, or for several numbers.
    #[serde(default)]
    pub text: String,
    /// What the letter is about, or why nobody uses the number.
    pub about: String,
    /// To whom, or from whom; may be empty.
    #[serde(default)]
    pub party: String,
}

/// What the opening of a case says of its owner.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The institution that sent the request.
    pub sender: String,
    /// Number of the incoming letter, where the channel is a letter.
    #[serde(default)]
    pub letter_number: String,
    /// Date of the incoming letter.
    #[serde(default)]
    pub letter_date: Option<NaiveDate>,
    /// Reason id of `content/reasons.toml`; revocations only.
    #[serde(default)]
    pub reason: Option<String>,
    /// Explanation of the reason.
    #[serde(default)]
    pub reason_text: String,
    /// From which day the reason holds.
    #[serde(default)]
    pub effective_on: Option<NaiveDate>,
    /// Number of the legal document (SK, certificate of death …).
    #[serde(default)]
    pub legal_number: String,
    /// Date of the legal document.
    #[serde(default)]
    pub legal_date: Option<NaiveDate>,
    /// Whether the owner can log in to AMS.
    #[serde(default)]
    pub can_log_in: Option<bool>,
}

/// Who allowed a document to be missing, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// Name or post of the one who decided.
    pub by: String,
    /// Why.
    pub why: String,
}

/// An owner as recorded, with the warnings that the officer confirmed: code → reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedOwner {
    /// The owner.
    pub details: crate::owner::OwnerDetails,
    /// Confirmed warnings.
    #[serde(default)]
    pub confirmed: BTreeMap<String, String>,
}

/// A file's name as it came, and what the officer calls it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileLabel {
    /// File name without its folder.
    pub name: String,
}
