//! What a correction says of the letter that it replaces.

use super::model::{Align, Block, Head};
use crate::words::date_long;
use chrono::NaiveDate;

/// The version of a letter that a correction replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Its number, if it had one.
    pub number: Option<String>,
    /// Its date.
    pub dated: NaiveDate,
    /// Its version, from 1.
    pub version: u32,
}

impl Replaced {
    /// The first part of the correction's body: below the number of a titled letter, before the text of any other.
    pub(super) fn part(&self, head: &Head) -> Block {
        let align = if matches!(head, Head::Title { .. }) { Align::Centre } else { Align::Flush };
        Block::Paragraph { text: self.sentence(), align, bold: false }
    }

    fn sentence(&self) -> String {
        let number = self.number.as_ref().map(|number| format!(" Nomor {number}")).unwrap_or_default();
        format!(
            "Surat ini menggantikan surat{number} tanggal {} (versi\u{a0}{}).",
            date_long(self.dated).replacen(' ', "\u{a0}", 1),
            self.version
        )
    }
}
