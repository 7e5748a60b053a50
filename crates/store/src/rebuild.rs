//! Making every projection anew from the journal.

use crate::journal;
use crate::ledger::Ledger;
use crate::progress::{self, Stage, Watcher};
use crate::project::{Projector, shows_personal};
use crate::schema::PROJECTIONS;
use crate::{Store, StoreError, open, search};
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
    /// they were before. Reads the journal once, in constant memory. `watcher` is told now and then.
    ///
    /// # Errors
    /// [`StoreError::Stopped`] when `watcher` ends it; [`StoreError::EntryUnreadable`] at the first entry that is broken in what the projections need of it; nothing is changed then. Sealed parts
    /// that no projection shows stay closed: proving them is what a verification is for.
    pub fn rebuild(&mut self, watcher: &mut Watcher<'_>) -> Result<Rebuilt, StoreError> {
        let ledger = self.read();
        let bulk = Bulk::begin(ledger.conn())?;
        let open = Transaction::new_unchecked(ledger.conn(), TransactionBehavior::Immediate)?;
        for (table, _) in PROJECTIONS.iter().filter(|(table, _)| !table.starts_with("search_")) {
            open.execute(&format!("DELETE FROM {table}"), [])?;
        }
        search::clear(&open)?;
        let rebuilt = fill(ledger, &open, watcher)?;
        overwrite_free_pages(&open)?;
        open.commit()?;
        drop(bulk);
        Ok(rebuilt)
    }
}

/// Fills the empty projections of `target` from the journal of `ledger`.
pub(crate) fn fill(ledger: &Ledger, target: &Connection, watcher: &mut Watcher<'_>) -> Result<Rebuilt, StoreError> {
    let total = progress::entries(ledger.conn());
    let mut rebuilt = Rebuilt::default();
    let mut projector = Projector::in_bulk(target);
    journal::for_each_ahead(ledger.reader()?, ledger.conn(), ledger.persons(), shows_personal, |entry| {
        progress::tell_entry(watcher, Stage::Projections, rebuilt.entries, total)?;
        rebuilt.entries += 1;
        rebuilt.facts += entry.facts.len() as u64;
        projector.entry(&entry.header, &entry.facts)
    })?;
    projector.finish()?;
    progress::tell(watcher, Stage::Projections, total, total)?;
    search::fill(target)?;
    Ok(rebuilt)
}

/// Settings of a connection for as long as it writes very much: more memory; and pages that become free are not overwritten one by one, because
/// most are filled again at once. What is left of them is for [`overwrite_free_pages`].
struct Bulk<'c>(&'c Connection);

impl<'c> Bulk<'c> {
    fn begin(conn: &'c Connection) -> Result<Self, StoreError> {
        conn.execute_batch("PRAGMA secure_delete = FAST; PRAGMA cache_size = -262144")?;
        Ok(Self(conn))
    }
}

impl Drop for Bulk<'_> {
    fn drop(&mut self) {
        // These cannot fail on an open connection.
        let _ = open::settle(self.0);
        let _ = self.0.execute_batch("PRAGMA shrink_memory");
    }
}

/// Bytes of a page. Were they others, more turns would be needed to come to the same end.
const PAGE: i64 = 4_096;

/// Writes zeros over every free page: an erased person must not live on in one.
fn overwrite_free_pages(conn: &Connection) -> Result<(), StoreError> {
    let free = || conn.query_row("PRAGMA freelist_count", [], |row| row.get::<_, i64>(0));
    conn.execute_batch("CREATE TABLE zeros (bytes BLOB)")?;
    while free()? > 0 {
        conn.execute("INSERT INTO zeros (bytes) VALUES (zeroblob(?1))", [PAGE * free()?.min(1_024)])?;
    }
    conn.execute_batch("DROP TABLE zeros")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::support::*;
    use rusqlite::Connection;

    fn setting(conn: &Connection, name: &str) -> i64 {
        conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn afterwards_the_connection_forgets_again_what_is_deleted_however_it_went() {
        let mut office = office();
        office.owner("Budi", "196809031993022001");
        let before = ["secure_delete", "cache_size"].map(|name| setting(office.store.read().conn(), name));
        assert_eq!(before[0], 1);
        for broken in [false, true] {
            if broken {
                let cut = "DROP TRIGGER entry_is_never_changed; UPDATE entry SET body = 'bukan JSON' WHERE seq = 1";
                office.store.read().conn().execute_batch(cut).unwrap();
            }
            assert_eq!(office.store.rebuild(&mut go_on).is_err(), broken);
            let after = ["secure_delete", "cache_size"].map(|name| setting(office.store.read().conn(), name));
            assert_eq!(after, before);
        }
    }
}
