//! Filling the bench office: cases open one after the other while some two hundred are under way, so that the entries of a case lie as far apart in
//! the journal as in an office at work.

use super::copy::{Copy, fresh};
use super::pattern::Pattern;
use chrono::{Datelike, TimeDelta};
use sandika_domain::fact::{Fact, Moment};
use sandika_domain::ids::{CaseId, EntryId};
use sandika_store::{Recording, Store, StoreError, Tx};
use std::time::{Duration, Instant};

/// How many cases are under way at once.
const OPEN_AT_ONCE: u64 = 200;
/// Office time between two openings.
const PACE: TimeDelta = TimeDelta::minutes(36);
/// Openings that share a transaction.
const BATCH: u64 = 500;
/// Every so many cases one is remembered, to be shown and searched.
const REMEMBERED: u64 = 7;
/// Cases that stand at the second step of their SOP when all is recorded.
const READY: u64 = 50;

/// A case that is known from outside.
pub(crate) struct Known {
    pub(crate) case: CaseId,
    pub(crate) name: String,
    pub(crate) nip: String,
    pub(crate) agenda: String,
}

/// What was filled in.
pub(crate) struct Filled {
    pub(crate) cases: u64,
    pub(crate) facts: u64,
    pub(crate) took: Duration,
    pub(crate) known: Vec<Known>,
    /// Cases that are ready to complete step 2 of the first pattern.
    pub(crate) ready: Vec<CaseId>,
}

struct Filler<'p> {
    patterns: &'p [Pattern],
    /// When the next case would have been opened after the last one.
    end: Moment,
    cases: u64,
    facts: u64,
}

/// Fills an office that has described itself with `cases` cases, the last of them opened just before `end`.
pub(crate) fn fill(store: &mut Store, patterns: &[Pattern], cases: u64, end: Moment) -> xtask::Result<Filled> {
    let begun = Instant::now();
    let mut filler = Filler { patterns, end, cases, facts: 0 };
    store.transact(filler.moment(0), "petugas", |tx| filler.adopt(tx))?;
    let mut known = Vec::new();
    for first in (0..cases).step_by(usize::try_from(BATCH)?) {
        let batch = first..(first + BATCH).min(cases);
        store.transact(filler.moment(first), "petugas", |tx| {
            for tick in batch {
                filler.tick(tx, tick)?;
                known.extend(filler.remembered(tx, tick)?);
            }
            Ok::<_, StoreError>(())
        })?;
    }
    let ready = store.transact(end, "petugas", |tx| filler.ready(tx))?;
    Ok(Filled { cases: cases + READY, facts: filler.facts, took: begun.elapsed(), known, ready })
}

impl<'p> Filler<'p> {
    fn moment(&self, number: u64) -> Moment {
        let before = i32::try_from(self.cases.saturating_sub(number)).unwrap_or(i32::MAX);
        self.end - PACE * before
    }

    fn copy(&self, number: u64) -> Option<Copy<'p>> {
        let pattern = self.patterns.get(number as usize % self.patterns.len())?;
        Some(Copy::of(pattern, number, self.moment(number)))
    }

    /// Takes the five SOPs into use.
    fn adopt(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        for (number, pattern) in (0..).zip(self.patterns) {
            let (sop, hash, text) = pattern.sop.clone();
            let facts = vec![Fact::SopAdopted { sop, hash, text }];
            let entry = EntryId(fresh(tx.now(), u64::MAX - number));
            tx.record(&Recording { entry, action: "adopt_sop".into(), case: None, person: None, facts })?;
            self.facts += 1;
        }
        Ok(())
    }

    /// Opens the next case and brings those under way on, each entry at its own distance from the opening.
    fn tick(&mut self, tx: &mut Tx<'_>, tick: u64) -> Result<(), StoreError> {
        for (place, pattern) in (0..).zip(self.patterns) {
            let entries = pattern.entries.len();
            for entry in 0..entries {
                let age = entry as u64 * OPEN_AT_ONCE / entries as u64;
                let Some(number) = tick.checked_sub(age).filter(|number| number % self.patterns.len() as u64 == place) else { continue };
                self.record(tx, number, entry)?;
            }
        }
        Ok(())
    }

    fn record(&mut self, tx: &mut Tx<'_>, number: u64, entry: usize) -> Result<(), StoreError> {
        let Some(copy) = self.copy(number) else { return Ok(()) };
        if entry == 0 {
            copy.register(tx)?;
            self.facts += 2;
        }
        copy.record(tx, entry)?;
        let of_pattern = self.patterns.get(number as usize % self.patterns.len()).and_then(|pattern| pattern.entries.get(entry));
        self.facts += of_pattern.map_or(0, |(_, facts)| facts.len() as u64);
        Ok(())
    }

    /// Cases that stand at the second step of the first pattern's SOP.
    fn ready(&mut self, tx: &mut Tx<'_>) -> Result<Vec<CaseId>, StoreError> {
        let Some(pattern) = self.patterns.first() else { return Ok(Vec::new()) };
        let kinds = self.patterns.len() as u64;
        let first = self.cases.next_multiple_of(kinds);
        let mut ready = Vec::new();
        for number in (first..).step_by(self.patterns.len()).take(READY as usize) {
            for entry in 0..pattern.entries_until(1) {
                self.record(tx, number, entry)?;
            }
            ready.extend(self.copy(number).map(|copy| copy.case));
        }
        Ok(ready)
    }

    fn remembered(&self, tx: &Tx<'_>, number: u64) -> Result<Option<Known>, StoreError> {
        let Some(copy) = self.copy(number).filter(|_| number.is_multiple_of(REMEMBERED)) else { return Ok(None) };
        let year = tx.now().year();
        let agenda = format!("{}/{year}", tx.next_number("masuk", year)?.saturating_sub(1));
        Ok(Some(Known { case: copy.case, name: copy.person.name, nip: copy.person.nip, agenda }))
    }
}
