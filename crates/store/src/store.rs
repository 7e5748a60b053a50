//! The store of one office, held by one process.

use crate::StoreError;
use crate::anchor::Anchor;
use crate::bad_entry::BadEntry;
use crate::journal::{self, Recorded, Recording, Tip};
use crate::keys::Keys;
use crate::ledger::Ledger;
use crate::lock::OfficeLock;
use crate::schema;
use crate::sql::to_the_millisecond;
use crate::verify::{Marks, Problem};
use rusqlite::{Transaction, TransactionBehavior};
use sandika_domain::case::Case;
use sandika_domain::fact::{Fact, Moment};
use sandika_domain::ids::CaseId;
use std::path::{Path, PathBuf};

/// The store of one office. Made by [`Store::create`] and [`Store::open`].
///
/// The database is closed first, then the anchor notes that it was, then the lock is given back: the order of the fields is the order in which
/// they are dropped.
#[derive(Debug)]
pub struct Store {
    ledger: Ledger,
    anchor: Anchor,
    problems: Vec<Problem>,
    marks: Marks,
    keys: Keys,
    place: Place,
    _lock: OfficeLock,
}

/// Where a store lies, and who opened it.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) dir: PathBuf,
    pub(crate) user: String,
}

impl Store {
    pub(crate) fn new(ledger: Ledger, anchor: Anchor, marks: Marks, keys: Keys, place: Place, lock: OfficeLock) -> Self {
        Self { ledger, anchor, problems: Vec::new(), marks, keys, place, _lock: lock }
    }

    /// Schema version that this program writes, and up to which it reads.
    pub fn newest_schema() -> i64 {
        schema::OURS.newest()
    }

    /// What was found wrong when the office was opened, or since: the journal's end is not where it was, an entry is not as it was recorded. Reading
    /// and recording go on; a verification reports these too.
    pub fn opening_problems(&self) -> &[Problem] {
        &self.problems
    }

    pub(crate) fn problems_mut(&mut self) -> &mut Vec<Problem> {
        &mut self.problems
    }

    pub(crate) fn marks(&self) -> &Marks {
        &self.marks
    }

    pub(crate) fn marks_mut(&mut self) -> &mut Marks {
        &mut self.marks
    }

    /// Notes in the journal that the clock was set back since the last entry, or far ahead; entries that are recorded note it by themselves. True if
    /// it has moved.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be recorded.
    pub fn note_clock(&mut self, now: Moment, actor: &str) -> Result<bool, StoreError> {
        let noted = self.transact(now, actor, |tx| {
            let tip = journal::note_clock(tx.ledger, tx.now, tx.actor)?;
            tx.tip = tip.or(tx.tip);
            Ok::<_, StoreError>(tip.is_some())
        })?;
        Ok(noted)
    }

    /// Notes beside the database where the journal ends after a commit.
    pub(crate) fn note(&mut self, tip: Tip) {
        self.anchor.note(tip);
    }

    /// Everything that can be read.
    pub fn read(&self) -> &Ledger {
        &self.ledger
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The office's folder.
    pub fn dir(&self) -> &Path {
        &self.place.dir
    }

    /// Whose passphrase opened it, by the name of their slot.
    pub fn user(&self) -> &str {
        &self.place.user
    }

    /// One change, whole and durable or not at all: when `work` succeeds, what it recorded is on the disk as this returns; when it fails or panics,
    /// nothing has changed.
    ///
    /// # Errors
    /// What `work` answers, and [`StoreError`] when the transaction cannot begin or end.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        now: Moment,
        actor: &str,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let (value, tip) = Tx::begin(&self.ledger, now, actor)?.run(work)?;
        tip.into_iter().for_each(|tip| self.note(tip));
        Ok(value)
    }
}

/// A transaction under way. It ends with [`Store::transact`].
pub struct Tx<'s> {
    ledger: &'s Ledger,
    now: Moment,
    actor: &'s str,
    /// Rolls back when it is dropped, unless the database says that there is nothing to roll back.
    open: Transaction<'s>,
    /// An entry was refused half-way: nothing of this transaction may stay.
    refused: bool,
    /// Where the journal ends with what was recorded.
    tip: Option<Tip>,
    committed: bool,
}

impl<'s> Tx<'s> {
    fn begin(ledger: &'s Ledger, now: Moment, actor: &'s str) -> Result<Self, StoreError> {
        let open = Transaction::new_unchecked(ledger.conn(), TransactionBehavior::Immediate)?;
        Ok(Self { ledger, now: to_the_millisecond(now), actor, open, refused: false, tip: None, committed: false })
    }

    fn run<T, E: From<StoreError>>(mut self, work: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<(T, Option<Tip>), E> {
        let value = work(&mut self)?;
        if self.refused {
            return Err(StoreError::Abandoned.into());
        }
        self.open.execute_batch("COMMIT").map_err(StoreError::from)?;
        self.committed = true;
        Ok((value, self.tip))
    }

    /// The moment of this transaction, to the millisecond: every entry of it bears it.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Everything that can be read, with what this transaction has recorded so far.
    pub fn read(&self) -> &Ledger {
        self.ledger
    }

    /// A case as its facts have made it; see [`Ledger::case`].
    pub fn case(&self, case: CaseId) -> Result<Option<Case>, StoreError> {
        self.ledger.case(case)
    }

    /// The number that a register gives next; see [`Ledger::next_number`].
    pub fn next_number(&self, register: &str, year: i32) -> Result<u32, StoreError> {
        self.ledger.next_number(register, year)
    }

    /// Appends one entry to the journal and carries its facts into every projection.
    ///
    /// # Errors
    /// [`StoreError::BadEntry`] when the entry does not hold together, [`StoreError::UnknownCase`], [`StoreError::NumberTaken`],
    /// [`StoreError::PersonErased`]. After an error the transaction cannot be committed any more.
    pub fn record(&mut self, recording: &Recording) -> Result<Recorded, StoreError> {
        let recorded = self.append(recording);
        self.refused |= recorded.is_err();
        recorded
    }

    fn append(&mut self, recording: &Recording) -> Result<Recorded, StoreError> {
        if recording.facts.iter().any(|fact| matches!(fact, Fact::PersonErased { .. })) {
            return Err(StoreError::BadEntry { entry: recording.entry, why: BadEntry::ErasureAlone });
        }
        let (recorded, tip) = journal::record(self.ledger, self.now, self.actor, recording)?;
        self.tip = Some(tip);
        Ok(recorded)
    }
}

impl Drop for Tx<'_> {
    fn drop(&mut self) {
        // Keys of persons made in work that is rolled back do not exist.
        if !self.committed {
            self.ledger.persons().forget();
        }
    }
}
