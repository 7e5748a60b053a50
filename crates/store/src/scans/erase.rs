//! Scans of a person who is erased: those that went to a case of the person, and those that these were taken from.

use crate::StoreError;
use crate::ledger::Ledger;
use crate::sql::Id;
use rusqlite::Connection;
use sandika_domain::ids::PersonId;

/// What goes, as `gone`: scans filed with a case of person `?1`, and the scans that they were taken from. What waits for an officer stays.
const GONE: &str = "CREATE TEMP TABLE gone AS WITH RECURSIVE gone (id) AS (
    SELECT id FROM scan WHERE case_id IN (SELECT id FROM case_row WHERE owner_id = ?1)
    UNION SELECT p.source_id FROM scan_part p JOIN gone ON p.scan_id = gone.id)
    SELECT id FROM gone";

/// Bytes that nobody may read any more, unless a fact of somebody else or another scan stands on them.
const FILES: &str = "SELECT hash FROM scan_erased e WHERE NOT EXISTS (SELECT 1 FROM scan s WHERE s.hash = e.hash)
    AND NOT EXISTS (SELECT 1 FROM file_use u LEFT JOIN person_key k ON k.person_id = u.person_id
                    WHERE u.hash = e.hash AND (k.person_id IS NULL OR k.wrapped IS NOT NULL))";

/// Forgets them within the transaction that erases the person.
pub(crate) fn forget(conn: &Connection, person: PersonId) -> Result<(), StoreError> {
    conn.execute(GONE, [Id(person.0)])?;
    conn.execute_batch(
        "INSERT OR IGNORE INTO scan_erased SELECT hash FROM scan WHERE id IN (SELECT id FROM gone);
         DELETE FROM scan_page WHERE scan_id IN (SELECT id FROM gone);
         DELETE FROM scan_part WHERE scan_id IN (SELECT id FROM gone);
         DELETE FROM scan_source WHERE scan_id IN (SELECT id FROM gone);
         DELETE FROM scan WHERE id IN (SELECT id FROM gone);
         DROP TABLE gone;",
    )?;
    Ok(())
}

/// Removes their bytes; what a crash interrupts is finished at the next opening.
pub(crate) fn remove_files(ledger: &Ledger) -> Result<(), StoreError> {
    let conn = ledger.conn();
    let hashes: Vec<String> = conn.prepare(FILES)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for hash in hashes {
        ledger.blobs().remove(&hash)?;
    }
    conn.execute("DELETE FROM scan_erased", [])?;
    Ok(())
}
