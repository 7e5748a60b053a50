//! The files that scans came from.

use crate::sql::{At, Id};
use crate::{Ledger, StoreError, Tx};
use rusqlite::{OptionalExtension, Row, params};
use sandika_domain::fact::Moment;
use uuid::Uuid;

/// A file of a watched folder that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScanSource {
    /// Its path as the system has it (`OsStr::as_encoded_bytes`), which need not be text.
    pub path: Vec<u8>,
    /// Its size, bytes.
    pub size: u64,
    /// Its time, nanoseconds since 1970.
    pub modified: i64,
    /// SHA-256 of its bytes, lower-case hex.
    pub hash: String,
    /// The scan that it became.
    pub scan: Uuid,
    /// When.
    pub taken_at: Moment,
    /// Where it was moved to, in the same form, and when.
    pub moved: Option<(Vec<u8>, Moment)>,
}

impl Tx<'_> {
    /// Notes a file that was taken in.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn note_scan_source(&mut self, source: &ScanSource) -> Result<(), StoreError> {
        let sql = "INSERT INTO scan_source (path, size, modified, hash, scan_id, taken_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let ScanSource { path, size, modified, hash, scan, taken_at, .. } = source;
        self.read().conn().prepare_cached(sql)?.execute(params![path, size, modified, hash, Id(*scan), At(*taken_at)])?;
        Ok(())
    }

    /// Notes that a file was moved; one that nobody moved is only not there any more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scan_source_moved(&mut self, scan: Uuid, to: &[u8]) -> Result<(), StoreError> {
        let sql = "UPDATE scan_source SET moved_to = ?2, moved_at = ?3 WHERE scan_id = ?1 AND moved_at IS NULL";
        self.read().conn().prepare_cached(sql)?.execute(params![Id(scan), to, At(self.now())])?;
        Ok(())
    }

    /// Forgets the file that a scan came from.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn forget_scan_source(&mut self, scan: Uuid) -> Result<(), StoreError> {
        self.read().conn().prepare_cached("DELETE FROM scan_source WHERE scan_id = ?1")?.execute([Id(scan)])?;
        Ok(())
    }
}

impl Ledger {
    /// The file of this path, size and time, if it was taken in and not moved since.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scan_source(&self, path: &[u8], size: u64, modified: i64) -> Result<Option<ScanSource>, StoreError> {
        let sql = "SELECT * FROM scan_source WHERE path = ?1 AND size = ?2 AND modified = ?3 AND moved_at IS NULL ORDER BY id DESC LIMIT 1";
        Ok(self.conn().prepare_cached(sql)?.query_row(params![path, size, modified], of).optional()?)
    }

    /// Files that were moved before a moment, the longest ago first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scan_sources_moved_before(&self, moment: Moment, limit: usize) -> Result<Vec<ScanSource>, StoreError> {
        let sql = format!("SELECT * FROM scan_source WHERE moved_at < ?1 ORDER BY moved_at LIMIT {limit}");
        let mut statement = self.conn().prepare_cached(&sql)?;
        Ok(statement.query_map([At(moment)], of)?.collect::<Result<_, _>>()?)
    }
}

fn of(row: &Row<'_>) -> rusqlite::Result<ScanSource> {
    Ok(ScanSource {
        path: row.get("path")?,
        size: row.get("size")?,
        modified: row.get("modified")?,
        hash: row.get("hash")?,
        scan: row.get::<_, Id>("scan_id")?.0,
        taken_at: row.get::<_, At>("taken_at")?.0,
        moved: row.get::<_, Option<Vec<u8>>>("moved_to")?.zip(row.get::<_, Option<At>>("moved_at")?.map(|at| at.0)),
    })
}
