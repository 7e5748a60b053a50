//! The database file: every page by its own authentication code, then its tables and indexes.

use super::problem::{Findings, ProblemKind};
use crate::StoreError;
use crate::ledger::Ledger;
use crate::progress::Stage;
use rusqlite::Connection;

/// Checks every page and every index.
///
/// # Errors
/// [`StoreError::Stopped`].
pub(super) fn run(ledger: &Ledger, findings: &mut Findings<'_>) -> Result<(), StoreError> {
    let conn = ledger.conn();
    findings.progress(Stage::Database, 0, 2)?;
    // Pages still in the write-ahead log are not in the file yet; a failure to move them shows in the checks below.
    let _ = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    note(findings, complaints(conn, "PRAGMA cipher_integrity_check"));
    findings.progress(Stage::Database, 1, 2)?;
    note(findings, complaints(conn, "PRAGMA integrity_check(20)"));
    findings.progress(Stage::Database, 2, 2)
}

fn complaints(conn: &Connection, pragma: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare(pragma)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn note(findings: &mut Findings<'_>, complaints: Result<Vec<String>, StoreError>) {
    let complaints = complaints.unwrap_or_else(|error| vec![error.what()]);
    for complaint in complaints.iter().filter(|complaint| *complaint != "ok") {
        findings.add(ProblemKind::Database, format!("Berkas data rusak ({complaint}). Pulihkan data dari cadangan."));
    }
}
