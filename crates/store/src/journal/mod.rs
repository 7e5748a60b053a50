//! The journal: entries in one order, chained by their hashes, with the personal parts sealed.

mod ahead;
pub(crate) mod chain;
pub(crate) mod clock;
mod export;
mod opened;
mod persons;
mod read;
mod seal;
#[cfg(test)]
pub(crate) mod testing;
mod tip;
mod write;

pub use export::{ExportedEntry, ExportedParts};
pub use opened::{Loose, OpenEntry};

pub(crate) use ahead::{Reader, for_each_ahead};
pub(crate) use persons::{PersonKey, PersonKeys};
pub(crate) use read::{CASE_ENTRIES, RawEntry, for_each, for_each_row, read};
pub(crate) use tip::Tip;
pub(crate) use write::{note_clock, record, take_in};

use sandika_domain::fact::{Fact, Moment};
use sandika_domain::ids::{CaseId, EntryId, PersonId};

/// Most facts of one entry: `seq * MAX_FACTS + index` names every fact by one number.
pub const MAX_FACTS: usize = 4096;

/// What the caller says of an entry; when, by whom and at which desk is said once for the transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Recording {
    /// The entry's id, made by the caller (UUID v7).
    pub entry: EntryId,
    /// The command of the user, e.g. `complete_step`.
    pub action: String,
    /// The case it belongs to. Facts of a case stand only in entries of that case.
    pub case: Option<CaseId>,
    /// Whose key seals the personal parts. Required as soon as a fact has one.
    pub person: Option<PersonId>,
    /// What happened, in order; 1 … [`MAX_FACTS`].
    pub facts: Vec<Fact>,
}

/// Where an entry came to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Place in this store's journal, from 1.
    pub seq: i64,
    /// Place among the entries of its desk, from 1.
    pub desk_seq: i64,
}

/// Who did what, when and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryHeader {
    /// Place in this store's journal, from 1.
    pub seq: i64,
    /// Unique across all desks.
    pub id: EntryId,
    /// The desk.
    pub desk: String,
    /// Place among the entries of the desk, from 1.
    pub desk_seq: i64,
    /// When, to the millisecond.
    pub at: Moment,
    /// User name.
    pub actor: String,
    /// The command of the user.
    pub action: String,
    /// The case, if it belongs to one.
    pub case: Option<CaseId>,
    /// Whose key seals the personal parts.
    pub person: Option<PersonId>,
}

/// An entry as it is read: personal parts are opened, or [`sandika_domain::fact::Personal::Erased`] if the person's key was destroyed.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Who, when, what.
    pub header: EntryHeader,
    /// The facts, in order.
    pub facts: Vec<Fact>,
}

/// The number that names one fact of an entry; rows made by it are ordered by it.
pub(crate) fn born(seq: i64, index: usize) -> i64 {
    seq.saturating_mul(MAX_FACTS as i64).saturating_add(index as i64)
}
