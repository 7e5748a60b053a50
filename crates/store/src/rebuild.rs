//! Making every projection anew from the journal.

use crate::journal;
use crate::ledger::Ledger;
use crate::project::Projector;
use crate::schema::PROJECTIONS;
use crate::{Store, StoreError, search};
use rusqlite::{Connection, Transaction, TransactionBehavior};

/// What a rebuild went through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Entries.
    pub entries: u64,
    /// Facts in them.
    pub facts: u64,
}

impl Store {
    /// Empties every projection and refills it from the journal, in one transaction: afterwards the rows are those that the facts make, whatever
    /// they were before. Reads the journal once, in constant memory.
    ///
    /// # Errors
    /// [`StoreError::EntryUnreadable`] at the first broken entry; nothing is changed then.
    pub fn rebuild(&mut self) -> Result<Rebuilt, StoreError> {
        let ledger = self.read();
        let open = Transaction::new_unchecked(ledger.conn(), TransactionBehavior::Immediate)?;
        for (table, _) in PROJECTIONS.iter().filter(|(table, _)| !table.starts_with("search_")) {
            open.execute(&format!("DELETE FROM {table}"), [])?;
        }
        search::clear(&open)?;
        let rebuilt = fill(ledger, &open)?;
        open.commit()?;
        Ok(rebuilt)
    }
}

/// Fills the empty projections of `target` from the journal of `ledger`.
pub(crate) fn fill(ledger: &Ledger, target: &Connection) -> Result<Rebuilt, StoreError> {
    let mut rebuilt = Rebuilt::default();
    let mut projector = Projector::in_bulk(target);
    journal::for_each_ahead(ledger.conn(), ledger.persons(), |entry| {
        rebuilt.entries += 1;
        rebuilt.facts += entry.facts.len() as u64;
        projector.entry(&entry.header, &entry.facts)
    })?;
    projector.finish()?;
    search::fill(target)?;
    Ok(rebuilt)
}
