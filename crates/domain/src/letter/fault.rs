//! What is wrong with a letter template, or with the values that it is to be filled with.

use crate::document::{Finding, word_enum};
use serde::Serialize;
use std::fmt;

word_enum! {
    /// The kinds of fault.
    FaultCode {
        /// The file cannot be read: not TOML, unknown or missing key, wrong type, a word that is not allowed, keys that contradict each other.
        File = "L001",
        /// A text breaks the grammar of placeholders (see [`super::placeholder`]).
        Grammar = "L002",
        /// A placeholder or a condition names a value that letters do not have.
        Unknown = "L003",
        /// A placeholder that must be filled has no value.
        Empty = "L004",
        /// A value holds a control character or one that turns the reading direction.
        Control = "L005",
        /// A name that belongs to the rows of a set stands outside their repetition, or the set does not exist.
        Row = "L006",
        /// A repetition has no rows.
        NoRows = "L007",
        /// A table row has more or fewer cells than the table has columns.
        Cells = "L008",
        /// The office has not yet set up what the letter needs (letterhead).
        Setup = "L009",
        /// Nothing is left of the letter's body.
        Blank = "L010",
        /// The letter cannot be drawn: a character without glyph, a part higher than a page, no room for text.
        Drawing = "L011",
        /// A condition compares a value of a closed list with a word that is not in it.
        Choice = "L012",
        /// The text is of another letter: it names another `id`, or is shaped otherwise than its letter may be.
        Identity = "L013",
    }
}

/// One fault, with the place in the template where it shows. Prints as `FILE:LINE: galat KODE pesan`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct TemplateFault {
    /// The template's file name, as it was handed in.
    pub file: String,
    /// Line in the template, from 1.
    pub line: u32,
    /// Which part of the template, e.g. `bagian 2, baris 1, teks`; empty for faults of the file as a whole.
    #[serde(rename = "bagian")]
    pub field: String,
    /// Which kind of fault it is.
    #[serde(rename = "kode")]
    pub code: FaultCode,
    /// An Indonesian sentence: what, why, what to do.
    #[serde(rename = "pesan")]
    pub message: String,
}

impl From<Finding> for TemplateFault {
    /// The findings of the TOML reader all speak of the file's shape.
    fn from(finding: Finding) -> Self {
        Self { file: finding.file, line: finding.line, field: String::new(), code: FaultCode::File, message: finding.message }
    }
}

impl fmt::Display for TemplateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: galat {} ", self.file, self.line, self.code)?;
        if !self.field.is_empty() {
            write!(f, "({}) ", self.field)?;
        }
        f.write_str(&self.message)
    }
}

/// Faults by line, each once: a placeholder that is empty in a repeated row would otherwise be told for every row.
pub(super) fn in_order(mut faults: Vec<TemplateFault>) -> Vec<TemplateFault> {
    faults.sort_by(|a, b| (a.line, a.code, &a.field, &a.message).cmp(&(b.line, b.code, &b.field, &b.message)));
    faults.dedup();
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_prints_on_one_line_and_is_told_once() {
        let fault = |line, field: &str| TemplateFault {
            file: "surat.toml".into(),
            line,
            field: field.into(),
            code: FaultCode::Empty,
            message: "Isian kosong.".into(),
        };
        assert_eq!(fault(7, "kepala, hal").to_string(), "surat.toml:7: galat L004 (kepala, hal) Isian kosong.");
        assert_eq!(fault(1, "").to_string(), "surat.toml:1: galat L004 Isian kosong.");
        assert_eq!(in_order(vec![fault(9, "b"), fault(2, "a"), fault(9, "b")]), [fault(2, "a"), fault(9, "b")]);
    }
}
