//! The yardstick for whatever must be durable: one row in an encrypted database with the settings of the office's own, on the same disk.

use rusqlite::Connection;
use std::path::Path;
use xtask::Result;

/// A database with one plain table.
pub(crate) struct Bare(Connection);

impl Bare {
    /// Makes it in `folder`.
    pub(crate) fn make(folder: &Path) -> Result<Self> {
        let conn = Connection::open(folder.join("pembanding.db"))?;
        conn.pragma_update(None, "key", format!("x'{}'", "5a".repeat(32)))?;
        conn.execute_batch(
            "PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             PRAGMA foreign_keys = ON;
             PRAGMA secure_delete = ON;
             PRAGMA temp_store = MEMORY;
             PRAGMA cache_size = -65536;
             CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;",
        )?;
        Ok(Self(conn))
    }

    /// One row, on the disk as this returns.
    pub(crate) fn commit(&self) -> Result<()> {
        self.0.prepare_cached("INSERT INTO line (text) VALUES (?1)")?.execute(["Langkah 6 selesai dengan hasil Sesuai"])?;
        Ok(())
    }
}
