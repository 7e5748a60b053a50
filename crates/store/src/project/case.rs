//! Cases, folded in memory and written back.
//!
//! The fold repeats, for the few columns of the list, what [`sandika_domain::case::Case`] does with the same facts; a property test holds the two
//! together.

use super::Place;
use super::case_row::{self, CaseRow, Standing};
use crate::StoreError;
use crate::sql::to_the_millisecond;
use rusqlite::Connection;
use sandika_domain::fact::{Fact, Moment};
use sandika_domain::ids::CaseId;
use std::collections::{BTreeMap, HashMap};

/// Rows at hand, with what the database has of each.
#[derive(Default)]
pub(super) struct Cases {
    held: HashMap<CaseId, Held>,
}

struct Held {
    row: CaseRow,
    /// What the database has; none before the row is first written.
    stored: Option<CaseRow>,
}

impl Cases {
    /// How many rows are at hand.
    pub(super) fn held(&self) -> usize {
        self.held.len()
    }

    /// Folds one fact into its case. True when what can be searched of the case may have changed.
    pub(super) fn apply(&mut self, conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<bool, StoreError> {
        let Some(case) = place.header.case else { return Ok(false) };
        if let Some(row) = CaseRow::opened(place.born, place.header.at, fact) {
            let stored = case_row::load(conn, case)?;
            self.held.insert(case, Held { row, stored });
            return Ok(true);
        }
        let Some(held) = self.hold(conn, case)? else { return Ok(false) };
        let before = held.row.certificate;
        fold(&mut held.row, place.header.at, fact);
        Ok(before != held.row.certificate)
    }

    /// Counts an entry of a case.
    pub(super) fn end_entry(&mut self, conn: &Connection, case: CaseId, at: Moment) -> Result<(), StoreError> {
        if let Some(held) = self.hold(conn, case)? {
            held.row.revision += 1;
            held.row.updated_at = at;
        }
        Ok(())
    }

    /// Writes every changed row and lets them all go. Oldest first, so that a rebuild writes its tables front to back.
    pub(super) fn write(&mut self, conn: &Connection) -> Result<(), StoreError> {
        let mut held: Vec<Held> = std::mem::take(&mut self.held).into_values().collect();
        held.sort_unstable_by_key(|held| held.row.born);
        let mut counts: BTreeMap<(String, Standing), i64> = BTreeMap::new();
        for Held { row, stored } in held.iter().filter(|held| held.stored.as_ref() != Some(&held.row)) {
            case_row::store(conn, row, stored.as_ref())?;
            if let Some(stored) = stored {
                *counts.entry((stored.service.to_string(), stored.standing)).or_default() -= 1;
            }
            *counts.entry((row.service.to_string(), row.standing)).or_default() += 1;
        }
        for ((service, standing), change) in counts.into_iter().filter(|(_, change)| *change != 0) {
            case_row::count(conn, &service, standing, change)?;
        }
        Ok(())
    }

    fn hold(&mut self, conn: &Connection, case: CaseId) -> Result<Option<&mut Held>, StoreError> {
        if !self.held.contains_key(&case)
            && let Some(row) = case_row::load(conn, case)?
        {
            self.held.insert(case, Held { stored: Some(row.clone()), row });
        }
        Ok(self.held.get_mut(&case))
    }
}

fn fold(row: &mut CaseRow, at: Moment, fact: &Fact) {
    match fact {
        Fact::CertificateRecorded { certificate, .. } | Fact::CertificateRevoked { certificate, .. } => {
            row.certificate.get_or_insert(*certificate);
        }
        Fact::CertificateRestored { withdrawn, .. } if row.certificate == *withdrawn => row.certificate = None,
        Fact::StepCompleted { next, done_at, .. } => {
            row.trail.push(row.entered_at.timestamp_millis());
            if let Some(next) = next {
                row.step = *next;
                row.entered_at = to_the_millisecond(*done_at);
            }
        }
        Fact::StepUndone { step, .. } => {
            if let Some(entered) = row.trail.pop().and_then(Moment::from_timestamp_millis) {
                row.entered_at = entered;
            }
            row.step = *step;
            row.reopen();
        }
        Fact::WaitStarted { party, .. } => row.wait(party, at),
        Fact::WaitEnded { .. } => row.end_wait(),
        Fact::CaseClosed {} => row.end(Standing::Closed, at),
        Fact::CaseWithdrawn { .. } => {
            row.end_wait();
            row.end(Standing::Withdrawn, at);
        }
        Fact::CaseReopened { step, .. } => {
            row.step = *step;
            row.entered_at = at;
            row.reopen();
        }
        Fact::CaseAssigned { to } => row.assignee.clone_from(to),
        _ => {}
    }
}
