//! Projections: each table against the one that the journal makes in a database of its own, which is encrypted with a key that nobody keeps and
//! removed afterwards.

use super::problem::{Findings, ProblemKind};
use crate::progress::Stage;
use crate::schema::PROJECTIONS;
use crate::{Store, StoreError, cipher, files, open, rebuild, schema};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

/// Removes the database of the comparison, however the comparison ends.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed now is swept at the next opening.
        let _ = fs::remove_file(&self.0);
    }
}

/// Compares every table.
pub(super) fn run(store: &Store, findings: &mut Findings<'_>) -> Result<(), StoreError> {
    let scratch = Scratch(store.dir().join(format!("pemeriksaan.{}", files::UNFINISHED)));
    let _ = fs::remove_file(&scratch.0);
    let key = cipher::new_key()?;
    if let Err(error) = fill(store, &scratch.0, &key, findings) {
        return match error {
            StoreError::Full | StoreError::Io { .. } | StoreError::NoRandomness | StoreError::Stopped => Err(error),
            _ => {
                findings.add(ProblemKind::ProjectionDiffers, unbuildable(&error));
                Ok(())
            }
        };
    }
    let conn = store.read().conn();
    conn.execute("ATTACH DATABASE ?1 AS rebuilt KEY ?2", (scratch.0.to_string_lossy(), open::raw_key(&key).as_str()))?;
    let compared = PROJECTIONS.iter().try_for_each(|(table, keys)| {
        note(findings, table, compare(conn, table, keys));
        // The comparisons are short beside the filling, so they only ask whether to go on.
        findings.progress(Stage::Projections, 1, 1)
    });
    conn.execute_batch("DETACH DATABASE rebuilt")?;
    compared
}

fn unbuildable(error: &StoreError) -> String {
    format!("Daftar tidak dapat disusun ulang dari jurnal ({}). Pulihkan data dari cadangan; jangan mencatat dahulu.", error.what())
}

/// Fills a fresh database with the projections of the journal. It need not survive a crash, so nothing of it is flushed.
fn fill(store: &Store, path: &Path, key: &cipher::Key, findings: &mut Findings<'_>) -> Result<(), StoreError> {
    let mut conn = open::connect(path, key)?;
    conn.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;")?;
    schema::OURS.migrate(&mut conn)?;
    let filling = conn.transaction()?;
    rebuild::fill(store.read(), &filling, findings.watcher)?;
    filling.commit()?;
    Ok(())
}

/// How many rows differ: changed or too many here, or missing.
fn compare(conn: &Connection, table: &str, keys: &str) -> Result<u64, StoreError> {
    let columns = columns(conn, table)?;
    let list = |side: &str| columns.iter().map(|column| format!("{side}.{column}")).collect::<Vec<_>>().join(", ");
    let same = keys.split(", ").map(|key| format!("a.{key} = b.{key}")).collect::<Vec<_>>().join(" AND ");
    let (here, there) = (list("a"), list("b"));
    let differing = format!(
        "SELECT (SELECT count(*) FROM main.{table} a LEFT JOIN rebuilt.{table} b ON {same} WHERE ({here}) IS NOT ({there}))
              + (SELECT count(*) FROM rebuilt.{table} b WHERE NOT EXISTS (SELECT 1 FROM main.{table} a WHERE {same}))"
    );
    Ok(conn.query_row(&differing, [], |row| row.get(0))?)
}

fn columns(conn: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare("SELECT name FROM pragma_table_info(?1)")?;
    Ok(statement.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn note(findings: &mut Findings<'_>, table: &str, differing: Result<u64, StoreError>) {
    match differing {
        Ok(0) => {}
        Ok(rows) => findings.add(
            ProblemKind::ProjectionDiffers,
            format!("Daftar {table} tidak sesuai dengan jurnal ({rows} baris). Susun ulang daftar dari jurnal; jurnal tidak berubah."),
        ),
        Err(error) => findings
            .add(ProblemKind::Database, format!("Daftar {table} tidak dapat dibaca ({}). Pulihkan data dari cadangan.", error.what())),
    }
}
