//! What facts say of numbers that no letter of ours bears.

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
