//! The database held still, without anybody having to wait for it.
//!
//! With the write-ahead log carried over and empty, a reader that begins now reads the database file alone (SQLite's read mark 0), and as long as it
//! reads, no checkpoint may write into that file: whatever is committed meanwhile stays in the log. So the file itself can be read piece by piece,
//! while the office works on. Pages that nobody wrote are the same bytes as in the backup before, because SQLCipher encrypts a page anew only when
//! it is written.

use super::error::BackupError;
use super::manifest::Counts;
use crate::journal::Tip;
use crate::keys::Keys;
use crate::open::{self, DATABASE, KEYS};
use crate::{Store, StoreError, schema};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use data_encoding::HEXLOWER;
use rusqlite::Connection;
use sandika_domain::fact::Moment;
use serde::Deserialize;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a statement of the office waits for another connection, as rusqlite sets it.
const PATIENCE: Duration = Duration::from_secs(5);

/// An office held still: its database as it was at one moment, its key slots, and where its stored files lie.
pub struct Snapshot {
    /// Holds the read transaction; dropped when the file has been read.
    conn: Connection,
    pub(super) file: File,
    pub(super) size: u64,
    pub(super) dir: PathBuf,
    pub(super) keys: Keys,
    pub(super) slots: Vec<u8>,
    pub(super) office: String,
    pub(super) made_at: Moment,
    pub(super) desk: String,
    pub(super) mark: String,
}

/// What the snapshot's own reading transaction tells.
pub(super) struct Read {
    pub(super) schema: i64,
    pub(super) head_seq: i64,
    pub(super) head_hash: String,
    /// Everything but the stored files.
    pub(super) counts: Counts,
}

/// What of `kunci.json` is of use here.
#[derive(Deserialize)]
struct Slots {
    office: String,
}

impl Store {
    /// Holds the office still for a backup. Takes as long as carrying over the log; the rest is done without the store.
    ///
    /// # Errors
    /// [`BackupError::UnderWay`] while another backup reads the database; those of files that cannot be read.
    pub fn snapshot(&self, now: Moment) -> Result<Snapshot, StoreError> {
        Snapshot::over(self.read().conn(), self.dir(), self.keys(), self.read().desk(), self.mark()?, now)
    }

    /// The office's random id, 32 hexadecimal digits: its backups lie under it.
    ///
    /// # Errors
    /// [`StoreError::KeysUnreadable`], [`StoreError::Io`].
    pub fn office_id(&self) -> Result<String, StoreError> {
        let path = self.dir().join(KEYS);
        office_of(&fs::read(&path).map_err(StoreError::at(&path))?, &path)
    }

    /// A text that differs as soon as anything is recorded, typed, scanned or queued: two equal marks need no backup between them.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be read.
    pub fn mark(&self) -> Result<String, StoreError> {
        let conn = self.read().conn();
        let tip = Tip::of(conn)?;
        let beside =
            "SELECT concat_ws('.', (SELECT count(*) FROM draft), (SELECT max(saved_at) FROM draft), (SELECT count(*) FROM outgoing),
                             (SELECT group_concat(state || n) FROM (SELECT state, count(*) AS n FROM scan GROUP BY state)))";
        let beside: String = conn.prepare_cached(beside)?.query_row([], |row| row.get(0))?;
        Ok(format!("{}.{}.{beside}", tip.seq, &HEXLOWER.encode(&tip.hash)[..16]))
    }
}

/// Carries the log over into the file, without waiting for a reader.
fn carry_over(conn: &Connection) -> Result<(), StoreError> {
    conn.busy_timeout(Duration::ZERO)?;
    let busy = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0));
    conn.busy_timeout(PATIENCE)?;
    if busy? { Err(BackupError::UnderWay.into()) } else { Ok(()) }
}

fn office_of(slots: &[u8], path: &Path) -> Result<String, StoreError> {
    let unreadable = |why: String| StoreError::KeysUnreadable { path: path.to_owned(), why };
    let Slots { office } = serde_json::from_slice(slots).map_err(|error| unreadable(error.to_string()))?;
    let office = BASE64.decode(office).map_err(|error| unreadable(error.to_string()))?;
    Ok(HEXLOWER.encode(&office))
}

impl Snapshot {
    /// Holds the database of `conn` still, whatever its schema.
    pub(super) fn over(conn: &Connection, dir: &Path, keys: &Keys, desk: &str, mark: String, now: Moment) -> Result<Self, StoreError> {
        let path = dir.join(DATABASE);
        let slots = fs::read(dir.join(KEYS)).map_err(StoreError::at(&dir.join(KEYS)))?;
        carry_over(conn)?;
        let conn = open::connect(&path, &keys.database)?;
        conn.execute_batch("PRAGMA query_only = ON; BEGIN")?;
        conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        let log = path.with_extension("db-wal");
        if fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
            return Err(BackupError::UnderWay.into());
        }
        let file = File::open(&path).map_err(StoreError::at(&path))?;
        let size = file.metadata().map_err(StoreError::at(&path))?.len();
        let office = office_of(&slots, &dir.join(KEYS))?;
        let (dir, keys, desk) = (dir.to_owned(), keys.clone(), desk.to_owned());
        Ok(Self { conn, file, size, dir, keys, slots, office, made_at: now, desk, mark })
    }

    /// What the database holds.
    pub(super) fn read(&self) -> Result<Read, StoreError> {
        let tip = Tip::of(&self.conn)?;
        let head_hash = if tip.seq == 0 { String::new() } else { HEXLOWER.encode(&tip.hash) };
        Ok(Read { schema: schema::version(&self.conn)?, head_seq: tip.seq, head_hash, counts: counts(&self.conn)? })
    }

    /// Lets the database go on: its log may be carried over again.
    pub(super) fn release(self) {
        // A rollback of a reading transaction cannot lose anything.
        let _ = self.conn.execute_batch("ROLLBACK");
    }
}

/// Everything but the stored files.
pub(super) fn counts(conn: &Connection) -> Result<Counts, StoreError> {
    let count = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, u64>(0));
    Ok(Counts {
        entries: count("SELECT count(*) FROM entry")?,
        facts: count("SELECT coalesce(sum(facts), 0) FROM head")?,
        cases: count("SELECT count(*) FROM case_row")?,
        owners: count("SELECT count(*) FROM owner")?,
        letters: count("SELECT count(*) FROM letter_row")?,
        blobs: 0,
        erased: count("SELECT count(*) FROM person_key WHERE wrapped IS NULL")?,
        restores: count("SELECT count(*) FROM entry WHERE action = 'restore_office'")?,
    })
}
