//! Erasing a person: the key is destroyed, and with it everything that the journal says of the person. The chain, which runs over the sealed
//! bytes, stays whole.
//!
//! The destruction itself is not a fact yet: the journal has no kind of fact for it. The row of the key stays, empty, and says that it was done.

use crate::journal::{self, CASE_ENTRIES};
use crate::ledger::Ledger;
use crate::project::Projector;
use crate::sql::Id;
use crate::{Store, StoreError, search};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use sandika_domain::ids::{CaseId, OwnerId, PersonId};

/// Cases that speak of a person: those of an owner, and those with an entry that is sealed for the person.
const CASES: &str = "SELECT id FROM case_row WHERE owner_id = ?1
                     UNION SELECT case_id FROM entry WHERE person_id = ?1 AND case_id IS NOT NULL";

/// Files that stand only on facts of persons whose keys are destroyed, this person among them.
const FILES: &str = "SELECT DISTINCT u.hash FROM file_use u WHERE u.person_id = ?1 AND NOT EXISTS (
                       SELECT 1 FROM file_use other LEFT JOIN person_key k ON k.person_id = other.person_id
                       WHERE other.hash = u.hash AND (k.person_id IS NULL OR k.wrapped IS NOT NULL))";

/// What the register tells of a person, without the person.
const BLANK: &[&str] = &[
    "UPDATE owner SET name = '', nip = '', nik = '', institution = '', details = NULL WHERE id = ?1",
    "UPDATE official SET details = NULL WHERE id = ?1",
    "UPDATE certificate SET serial = '', valid_until = NULL, details = NULL WHERE owner_id = ?1",
    "DELETE FROM draft WHERE person_id = ?1",
];

impl Store {
    /// Destroys a person's key, for good: entries then read as [`Personal::Erased`](sandika_domain::fact::Personal::Erased), projections and search
    /// forget the person, drafts and files that only spoke of the person are removed. The office's journal can still be verified. True if there was
    /// a key to destroy; doing it twice is no harm, and finishes what a crash interrupted. Copies made before hold the key still.
    pub fn destroy_person_key(&mut self, person: PersonId) -> Result<bool, StoreError> {
        let ledger = self.read();
        // Keys opened in work that is rolled back may stand otherwise than the database has them.
        let destroyed = destroy(ledger, person).inspect_err(|_| ledger.persons().forget())?;
        for hash in column::<String>(ledger.conn(), FILES, person)? {
            ledger.blobs().remove(&hash)?;
        }
        // The old page with the wrapped key must not outlive this in the write-ahead log.
        ledger.conn().query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(destroyed)
    }
}

fn destroy(ledger: &Ledger, person: PersonId) -> Result<bool, StoreError> {
    let open = Transaction::new_unchecked(ledger.conn(), TransactionBehavior::Immediate)?;
    let destroyed = ledger.persons().destroy(&open, person)?;
    if destroyed {
        forget(ledger, &open, person)?;
        search::forget_the_past(&open)?;
    }
    open.commit()?;
    Ok(destroyed)
}

fn forget(ledger: &Ledger, conn: &Connection, person: PersonId) -> Result<(), StoreError> {
    for sql in BLANK {
        conn.execute(sql, [Id(person.0)])?;
    }
    let mut projector = Projector::new(conn);
    projector.stale().owners.insert(OwnerId(person.0));
    for Id(case) in column::<Id>(conn, CASES, person)? {
        forget_in_case(ledger, &mut projector, CaseId(case))?;
    }
    projector.finish()
}

/// Makes the rows of one case anew: what is sealed for others in it stays.
fn forget_in_case(ledger: &Ledger, projector: &mut Projector<'_>, case: CaseId) -> Result<(), StoreError> {
    let conn = ledger.conn();
    conn.execute("DELETE FROM draft WHERE case_id = ?1", [Id(case.0)])?;
    conn.execute("DELETE FROM letter_row WHERE case_id = ?1", [Id(case.0)])?;
    projector.stale().cases.insert(case);
    journal::for_each(conn, ledger.persons(), CASE_ENTRIES, [Id(case.0)], |entry| projector.case_entry(&entry.header, &entry.facts))
}

fn column<T: rusqlite::types::FromSql>(conn: &Connection, sql: &str, person: PersonId) -> Result<Vec<T>, StoreError> {
    let mut statement = conn.prepare(sql)?;
    Ok(statement.query_map([Id(person.0)], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
