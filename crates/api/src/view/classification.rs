//! Classification codes.

use super::{count, local};
use sandika_app::{FoundCodes, ListCheck};
use sandika_domain::calendar::Zone;
use sandika_domain::classification::{Classification, Difference, Renamed};
use sandika_store::ClassificationListRow;
use serde::Serialize;
use ts_rs::TS;

/// Most changes of one kind, and most faults, that are told one by one.
const TOLD: usize = 100;

/// A code and what it stands for.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ClassificationView {
    pub(crate) code: String,
    pub(crate) name: String,
    /// May be empty.
    pub(crate) note: String,
}

/// Codes that fit what was typed.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ClassificationFoundView {
    /// How many codes the list has; 0 where the office has none.
    pub(crate) codes: u32,
    /// How many fit.
    pub(crate) matched: u32,
    /// The code that was typed, if the list has it.
    pub(crate) exact: Option<ClassificationView>,
    pub(crate) rows: Vec<ClassificationView>,
}

/// The list that holds and the one before it.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ClassificationListView {
    /// None where the office never took one.
    pub(crate) current: Option<ClassificationListInfo>,
    pub(crate) before: Option<ClassificationListInfo>,
}

/// When a list was recorded, and by whom.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ClassificationListInfo {
    pub(crate) codes: u32,
    pub(crate) recorded_at: String,
    pub(crate) actor: String,
}

/// A file that was looked at.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ClassificationCheckView {
    /// Hash of the file, for `classification_import`.
    pub(crate) seen: String,
    pub(crate) counts: ClassificationDoneView,
    /// The first of them.
    pub(crate) added: Vec<ClassificationView>,
    /// The first of them.
    pub(crate) renamed: Vec<ClassificationChangeView>,
    /// The first of them.
    pub(crate) removed: Vec<ClassificationView>,
    /// The first of them.
    pub(crate) faults: Vec<ClassificationFaultView>,
    /// How many faults there are; nothing can be taken while there is one.
    pub(crate) faulty: u32,
}

/// A code that stands for something else.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ClassificationChangeView {
    pub(crate) before: ClassificationView,
    pub(crate) after: ClassificationView,
}

/// What is wrong with a line.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ClassificationFaultView {
    /// From 1; 0 where the file as a whole is meant.
    pub(crate) line: u32,
    pub(crate) text: String,
}

/// How many codes changed in which way.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ClassificationDoneView {
    pub(crate) added: u32,
    pub(crate) changed: u32,
    pub(crate) unchanged: u32,
    pub(crate) removed: u32,
}

impl From<&Classification> for ClassificationView {
    fn from(row: &Classification) -> Self {
        let Classification { code, name, note } = row.clone();
        Self { code, name, note }
    }
}

impl From<FoundCodes> for ClassificationFoundView {
    fn from(found: FoundCodes) -> Self {
        Self {
            codes: count(found.codes),
            matched: count(found.matched),
            exact: found.exact.as_ref().map(Into::into),
            rows: found.best.iter().map(Into::into).collect(),
        }
    }
}

impl ClassificationListView {
    pub(crate) fn of(lists: &[ClassificationListRow], zone: Zone) -> Self {
        let info = |row: &ClassificationListRow| ClassificationListInfo {
            codes: row.codes,
            recorded_at: local(row.recorded_at, zone),
            actor: row.actor.clone(),
        };
        Self { current: lists.first().map(info), before: lists.get(1).map(info) }
    }
}

impl From<ListCheck> for ClassificationCheckView {
    fn from(check: ListCheck) -> Self {
        let ListCheck { seen, difference, faults } = check;
        let change = |renamed: &Renamed| ClassificationChangeView { before: (&renamed.before).into(), after: (&renamed.after).into() };
        let told = faults.iter().take(TOLD);
        Self {
            seen,
            counts: (&difference).into(),
            added: difference.added.iter().take(TOLD).map(Into::into).collect(),
            renamed: difference.changed.iter().take(TOLD).map(change).collect(),
            removed: difference.removed.iter().take(TOLD).map(Into::into).collect(),
            faults: told.map(|fault| ClassificationFaultView { line: count(fault.line), text: fault.kind.to_string() }).collect(),
            faulty: count(faults.len()),
        }
    }
}

impl From<&Difference> for ClassificationDoneView {
    fn from(difference: &Difference) -> Self {
        Self {
            added: count(difference.added.len()),
            changed: count(difference.changed.len()),
            unchanged: count(difference.unchanged),
            removed: count(difference.removed.len()),
        }
    }
}
