//! Days on which the office is closed, and spans of dates.

use chrono::NaiveDate;
use serde::Serialize;

use crate::document::word_enum;

word_enum! {
    /// Who declared a holiday; spelled as in the files of `content/calendar`.
    HolidayKind {
        /// A national holiday (SKB Tiga Menteri).
        National = "nasional",
        /// Joint leave of state employees (SKB Tiga Menteri).
        JointLeave = "cuti-bersama",
        /// Declared by the region.
        Local = "lokal",
    }
}

/// One day on which nobody works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// What it is: "Hari Suci Nyepi".
    pub name: String,
    /// Who declared it.
    pub kind: HolidayKind,
    /// The decree that says so, as the file cites it.
    pub source: String,
}

/// Dates from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DateRange {
    /// The first day.
    pub first: NaiveDate,
    /// The last day; not before the first.
    pub last: NaiveDate,
}

impl DateRange {
    /// Whether the day lies within.
    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.first..=self.last).contains(&date)
    }
}
