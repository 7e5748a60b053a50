//! What facts say of numbers that no letter of ours bears, and of agenda books.

use super::{NumberNote, NumberUse, Personal};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What became of numbers that no letter of ours bears.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NumbersAccount {
    /// `keluar`, `masuk` …
    pub register: String,
    /// Calendar year of the counter.
    pub year: i32,
    /// First number.
    pub first: u32,
    /// Last number, the same as the first for a single one.
    pub last: u32,
    /// What became of them.
    #[serde(rename = "use")]
    pub used: NumberUse,
    /// Day of the letter or of the entry in the book, if it is known.
    pub dated: Option<NaiveDate>,
    /// The register goes on after the last number. Otherwise its counter stays where it is and jumps over them when it comes there.
    pub continues: bool,
    /// What is known of the letter, or why.
    #[serde(skip)]
    pub personal: Personal<NumberNote>,
}

/// Numbers of a register that follow one another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NumberRange {
    /// `keluar`, `masuk` …
    pub register: String,
    /// Calendar year of the counter.
    pub year: i32,
    /// First number.
    pub first: u32,
    /// Last number.
    pub last: u32,
}

/// An agenda book that was sent to a printer or a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaBookPrint {
    /// `keluar`, `masuk` …
    pub register: String,
    /// First day of its period.
    pub since: NaiveDate,
    /// Last day of its period.
    pub until: NaiveDate,
    /// How many numbers it tells of.
    pub numbers: u32,
    /// How many pages it has.
    pub pages: u32,
    /// Name of the printer or folder; empty for the computer's usual printer where nothing came out.
    pub printer: String,
    /// How many copies were wanted.
    pub copies: u32,
    /// How it ended.
    pub end: AgendaBookEnd,
    /// The system's words where it did not come out, in Indonesian; nothing personal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// How the printing of an agenda book ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgendaBookEnd {
    /// It came out.
    Printed,
    /// It was refused.
    Failed,
    /// An officer stopped it.
    Stopped,
}
