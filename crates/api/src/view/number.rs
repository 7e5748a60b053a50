//! Number registers.

use super::local;
use crate::args::NumberUseName;
use sandika_app::{AgendaBookMade, RegisterYear};
use sandika_domain::calendar::Zone;
use sandika_store::{NumberHolder, NumberRow};
use serde::Serialize;
use ts_rs::TS;

/// Where a register stands in a year.
#[derive(Debug, Serialize, TS)]
pub(crate) struct RegisterView {
    pub(crate) register: String,
    pub(crate) year: i32,
    /// Registers that the office keeps.
    pub(crate) registers: Vec<String>,
    /// Years that can be looked at, the newest first.
    pub(crate) years: Vec<i32>,
    /// The running number that comes next.
    pub(crate) next: u32,
    /// First and last of each range of numbers below it that nothing accounts for.
    pub(crate) gaps: Vec<(u32, u32)>,
}

impl RegisterView {
    pub(crate) fn of(register: String, year: i32, registers: Vec<String>, found: RegisterYear) -> Self {
        let gaps = found.gaps.into_iter().map(|gap| (*gap.start(), *gap.end())).collect();
        Self { register, year, registers, years: found.years, next: found.next, gaps }
    }
}

/// An agenda book that was made.
#[derive(Debug, Serialize, TS)]
pub(crate) struct AgendaBookView {
    /// How many numbers it tells of.
    pub(crate) numbers: u32,
    /// How many pages it has.
    pub(crate) pages: u32,
}

impl From<AgendaBookMade> for AgendaBookView {
    fn from(AgendaBookMade { numbers, pages }: AgendaBookMade) -> Self {
        Self { numbers, pages }
    }
}

/// What holds a number.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum NumberHolderView {
    /// A request, in the agenda of incoming letters.
    Case {
        /// Case id.
        case: String,
    },
    /// A letter, in the newest version that bears the number.
    Letter {
        /// Case id.
        case: String,
        /// Letter id.
        letter: String,
        /// Version.
        version: u32,
        /// It will not be used.
        voided: bool,
        /// A later version has taken its place.
        replaced: bool,
    },
    /// Nothing of ours.
    Elsewhere {
        /// What became of it.
        #[serde(rename = "use")]
        used: NumberUseName,
        /// The register goes on after it.
        continues: bool,
    },
}

impl From<NumberHolder> for NumberHolderView {
    fn from(holder: NumberHolder) -> Self {
        match holder {
            NumberHolder::Case(case) => Self::Case { case: case.to_string() },
            NumberHolder::Letter { letter, version, case, voided_at, replaced } => {
                Self::Letter { case: case.to_string(), letter: letter.to_string(), version, voided: voided_at.is_some(), replaced }
            }
            NumberHolder::Elsewhere { used, continues } => Self::Elsewhere { used: used.into(), continues },
        }
    }
}

/// A number of a register, or several that were accounted for at once.
#[derive(Debug, Serialize, TS)]
pub(crate) struct NumberView {
    /// The number, or the first of several.
    pub(crate) number: u32,
    /// The last number.
    pub(crate) last: u32,
    /// As it is printed; empty where it was not told.
    pub(crate) text: String,
    pub(crate) holder: NumberHolderView,
    /// Day of the letter, or day of arrival.
    pub(crate) dated: Option<String>,
    /// Title of the letter, number of the incoming letter, or what was told; empty once it is erased.
    pub(crate) about: String,
    /// To whom or from whom; empty once it is erased.
    pub(crate) party: String,
    /// Name of another system that numbered it; empty for none.
    pub(crate) other_system: String,
    /// The number there.
    pub(crate) other_number: String,
    pub(crate) taken_at: String,
}

impl NumberView {
    pub(crate) fn of(row: &NumberRow, zone: Zone) -> Self {
        Self {
            number: row.number.number,
            last: row.last,
            text: row.number.text.clone(),
            holder: row.holder.into(),
            dated: row.dated.map(|day| day.to_string()),
            about: row.about.clone(),
            party: row.party.clone(),
            other_system: row.other.0.clone(),
            other_number: row.other.1.clone(),
            taken_at: local(row.taken_at, zone),
        }
    }
}
