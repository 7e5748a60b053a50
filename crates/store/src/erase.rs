//! Erasing a person: the key is destroyed, and with it everything that the journal says of the person. The chain, which runs over the sealed
//! bytes, stays whole.
//!
//! The journal records that it was done, when and by whom, in the same transaction. The row of the key stays, empty.

use crate::journal::{self, CASE_ENTRIES, Recording, Tip};
use crate::ledger::Ledger;
use crate::project::Projector;
use crate::sql::{Id, to_the_millisecond};
use crate::{Store, StoreError, scans, search};
use rusqlite::{Connection, Params, Transaction, TransactionBehavior};
use sandika_domain::fact::{Fact, Moment};
use sandika_domain::ids::{CaseId, EntryId, OwnerId, PersonId};

/// What the journal calls it.
const ACTION: &str = "erase_person";

/// Cases that speak of a person: those of an owner, and those with an entry that is sealed for the person.
const CASES: &str = "SELECT id FROM case_row WHERE owner_id = ?1
                     UNION SELECT case_id FROM entry WHERE person_id = ?1 AND case_id IS NOT NULL";

/// Cases, whosever they are, that are found by the serial of a certificate of the person.
const FOUND_BY: &str = "SELECT id FROM case_row WHERE certificate_id IN (SELECT id FROM certificate WHERE owner_id = ?1)";

/// Files of person `?1` that stand only on facts of persons whose keys are destroyed, and on no scan that waits.
const FILES: &str = "SELECT DISTINCT u.hash FROM file_use u WHERE u.person_id = ?1 AND NOT EXISTS (
                       SELECT 1 FROM file_use other LEFT JOIN person_key k ON k.person_id = other.person_id
                       WHERE other.hash = u.hash AND (k.person_id IS NULL OR k.wrapped IS NOT NULL))
                       AND NOT EXISTS (SELECT 1 FROM scan s WHERE s.hash = u.hash)";

/// The same of every person whose key is destroyed. They are few and looked for at every opening, so their own index leads.
const ALL_FILES: &str =
    "SELECT DISTINCT u.hash FROM person_key gone INDEXED BY person_key_destroyed CROSS JOIN file_use u ON u.person_id = gone.person_id
                         WHERE gone.wrapped IS NULL AND NOT EXISTS (
                           SELECT 1 FROM file_use other LEFT JOIN person_key k ON k.person_id = other.person_id
                           WHERE other.hash = u.hash AND (k.person_id IS NULL OR k.wrapped IS NOT NULL))
                         AND NOT EXISTS (SELECT 1 FROM scan s WHERE s.hash = u.hash)";

/// What the register tells of a person, without the person.
const BLANK: &[&str] = &[
    "UPDATE owner SET name = '', nip = '', nik = '', institution = '', details = NULL WHERE id = ?1",
    "UPDATE official SET details = NULL WHERE id = ?1",
    "UPDATE certificate SET serial = '', valid_until = NULL, details = NULL WHERE owner_id = ?1",
    "UPDATE number_range SET text = '', about = '', party = '' WHERE person_id = ?1",
    "UPDATE outgoing SET reason = '' WHERE letter_id IN
       (SELECT l.letter_id FROM letter_row l JOIN case_row c ON c.id = l.case_id WHERE c.owner_id = ?1)",
    "DELETE FROM draft WHERE person_id = ?1",
    "UPDATE retention_hold SET reason = NULL WHERE owner_id = ?1",
];

impl Store {
    /// Destroys a person's key, for good, and records that `actor` did so `now` as `entry`: entries then read as
    /// [`Personal::Erased`](sandika_domain::fact::Personal::Erased), projections and search forget the person, drafts and files that only spoke of
    /// the person are removed. The office's journal can still be verified. True if there was a key to destroy; without one nothing is recorded.
    /// What a crash interrupts is finished at the next opening. Copies made before hold the key still.
    ///
    /// # Errors
    /// [`StoreError`] when the transaction fails, and nothing has changed then; or when a file of the person cannot be removed.
    pub fn erase_person(&mut self, person: PersonId, entry: EntryId, now: Moment, actor: &str) -> Result<bool, StoreError> {
        let ledger = self.read();
        // Keys opened in work that is rolled back may stand otherwise than the database has them.
        let erased = erase(ledger, person, entry, now, actor).inspect_err(|_| ledger.persons().forget())?;
        erased.into_iter().for_each(|tip| self.note(tip));
        remove_files(self.read(), FILES, [Id(person.0)])?;
        Ok(erased.is_some())
    }
}

impl Ledger {
    /// Everybody whose key was destroyed.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be read.
    pub fn erased_persons(&self) -> Result<Vec<PersonId>, StoreError> {
        let gone = column::<Id>(self.conn(), "SELECT person_id FROM person_key WHERE wrapped IS NULL ORDER BY person_id", [])?;
        Ok(gone.into_iter().map(|Id(person)| PersonId(person)).collect())
    }
}

/// Finishes what a crash left between the destruction of a key and the removal of the person's files; removes, too, what came back with a backup.
pub(crate) fn finish(ledger: &Ledger) -> Result<(), StoreError> {
    remove_files(ledger, ALL_FILES, [])
}

fn remove_files(ledger: &Ledger, sql: &str, params: impl Params) -> Result<(), StoreError> {
    scans::erase::remove_files(ledger)?;
    for hash in column::<String>(ledger.conn(), sql, params)? {
        ledger.blobs().remove(&hash)?;
    }
    // The old page with the wrapped key must not outlive this in the write-ahead log.
    ledger.conn().query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// Answers with where the journal ends then, or with nothing if there was no key to destroy.
fn erase(ledger: &Ledger, person: PersonId, entry: EntryId, now: Moment, actor: &str) -> Result<Option<Tip>, StoreError> {
    let open = Transaction::new_unchecked(ledger.conn(), TransactionBehavior::Immediate)?;
    if !ledger.persons().destroy(&open, person)? {
        return Ok(None);
    }
    let facts = vec![Fact::PersonErased { person }];
    let recording = Recording { entry, action: ACTION.to_owned(), case: None, person: Some(person), facts };
    let (_, tip) = journal::record(ledger, to_the_millisecond(now), actor, &recording)?;
    forget(ledger, &open, person)?;
    scans::erase::forget(&open, person)?;
    search::forget_the_past(&open)?;
    open.commit()?;
    Ok(Some(tip))
}

fn forget(ledger: &Ledger, conn: &Connection, person: PersonId) -> Result<(), StoreError> {
    for sql in BLANK {
        conn.execute(sql, [Id(person.0)])?;
    }
    let mut projector = Projector::new(conn);
    projector.stale().owners.insert(OwnerId(person.0));
    projector.stale().cases.extend(column::<Id>(conn, FOUND_BY, [Id(person.0)])?.into_iter().map(|Id(case)| CaseId(case)));
    for Id(case) in column::<Id>(conn, CASES, [Id(person.0)])? {
        forget_in_case(ledger, &mut projector, CaseId(case))?;
    }
    projector.finish()
}

/// Makes the rows of one case anew: what is sealed for others in it stays.
fn forget_in_case(ledger: &Ledger, projector: &mut Projector<'_>, case: CaseId) -> Result<(), StoreError> {
    let conn = ledger.conn();
    conn.execute("DELETE FROM draft WHERE case_id = ?1", [Id(case.0)])?;
    conn.execute("DELETE FROM letter_row WHERE case_id = ?1", [Id(case.0)])?;
    conn.execute("DELETE FROM print_log WHERE case_id = ?1", [Id(case.0)])?;
    projector.stale().cases.insert(case);
    journal::for_each(conn, ledger.persons(), CASE_ENTRIES, [Id(case.0)], |entry| projector.case_entry(&entry.header, &entry.facts))
}

fn column<T: rusqlite::types::FromSql>(conn: &Connection, sql: &str, params: impl Params) -> Result<Vec<T>, StoreError> {
    let mut statement = conn.prepare(sql)?;
    Ok(statement.query_map(params, |row| row.get(0))?.collect::<Result<_, _>>()?)
}
