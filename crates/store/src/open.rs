//! Making an office's folder, opening it, and what is done with one that is damaged, newer or older.

use crate::blobs::Blobs;
use crate::cipher::{self, Key};
use crate::journal::PersonKeys;
use crate::keys::{KdfCost, Keys, SlotFile};
use crate::ledger::Ledger;
use crate::lock::OfficeLock;
use crate::{Store, StoreError, files, schema};
use data_encoding::HEXLOWER;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use sandika_domain::fact::Moment;
use std::fs;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const DATABASE: &str = "sandika.db";
const KEYS: &str = "kunci.json";
const BLOBS: &str = "berkas";
const DAMAGED: &str = "rusak";
const COPIES: &str = "cadangan";
/// Name of the slot that an office begins with.
const FIRST_SLOT: &str = "utama";
/// Statements kept prepared: about all that the store has.
const STATEMENTS: usize = 128;

/// How a new office begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Creation {
    /// Id of this desk, unique among desks whose journals may one day be merged.
    pub desk: String,
    /// What it costs to try a passphrase.
    pub cost: KdfCost,
    /// Now: names the folder of whatever must be set aside.
    pub now: Moment,
}

impl Store {
    /// Makes an office in `dir`, which is made if it is not there, and opens it. The key slots are written last: a crash before leaves no office.
    ///
    /// # Errors
    /// [`StoreError::Exists`], [`StoreError::PassphraseTooShort`], [`StoreError::InUse`].
    pub fn create(dir: &Path, passphrase: &str, creation: &Creation) -> Result<Self, StoreError> {
        files::make_folder(dir)?;
        if dir.join(KEYS).exists() {
            return Err(StoreError::Exists(dir.to_owned()));
        }
        let lock = OfficeLock::take(dir)?;
        let master = cipher::new_key()?;
        let mut slots = SlotFile::new();
        slots.add(FIRST_SLOT, passphrase, creation.cost, &master)?;
        if dir.join(DATABASE).exists() {
            // A database without key slots opens for nobody; it is what an interrupted creation leaves.
            set_aside(dir, creation.now)?;
        }
        let keys = Keys::derive(&master)?;
        let mut conn = connect(&dir.join(DATABASE), &keys.database)?;
        settle(&conn)?;
        schema::migrate(&mut conn)?;
        conn.execute("INSERT INTO meta (key, value) VALUES ('desk', ?1)", [&creation.desk])?;
        slots.write(&dir.join(KEYS))?;
        Self::assemble(dir, lock, conn, keys, creation.desk.clone())
    }

    /// Opens the office in `dir`. `now` names the folder of a database that must be set aside, or of the copy that is kept before a migration.
    ///
    /// # Errors
    /// [`StoreError::NotAnOffice`], [`StoreError::InUse`], [`StoreError::WrongPassphrase`], [`StoreError::Newer`] (nothing is touched),
    /// [`StoreError::Damaged`] (the database was moved to `rusak/`), and those of missing or unreadable files.
    pub fn open(dir: &Path, passphrase: &str, now: Moment) -> Result<Self, StoreError> {
        let (database, slots) = (dir.join(DATABASE), dir.join(KEYS));
        match (slots.exists(), database.exists()) {
            (false, false) => return Err(StoreError::NotAnOffice(dir.to_owned())),
            (false, true) => return Err(StoreError::KeysMissing(slots)),
            (true, _) => {}
        }
        let lock = OfficeLock::take(dir)?;
        let master = SlotFile::read(&slots)?.unwrap_master(passphrase)?;
        if !database.exists() {
            return Err(StoreError::DatabaseMissing(database));
        }
        let keys = Keys::derive(&master)?;
        let (conn, desk) = match open_database(dir, &keys.database, now) {
            Err(error) if error.is_damage() => return Err(StoreError::Damaged { set_aside: set_aside(dir, now)? }),
            opened => opened?,
        };
        Self::assemble(dir, lock, conn, keys, desk)
    }

    fn assemble(dir: &Path, lock: OfficeLock, conn: Connection, keys: Keys, desk: String) -> Result<Self, StoreError> {
        files::sweep_unfinished(dir)?;
        let blobs = Blobs::open(dir.join(BLOBS), keys.blobs, keys.blob_names)?;
        let ledger = Ledger::new(conn, PersonKeys::new(keys.persons), blobs, desk);
        Ok(Self::new(ledger, dir.to_owned(), lock))
    }
}

/// Opens the database, refuses a newer one, brings an older one up to date, and answers with its desk.
fn open_database(dir: &Path, key: &Key, now: Moment) -> Result<(Connection, String), StoreError> {
    let mut conn = connect(&dir.join(DATABASE), key)?;
    // Until the database has proven itself, closing it must not write to it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let version = schema::version(&conn)?;
    if version > schema::newest() {
        return Err(StoreError::Newer { store: version, program: schema::newest() });
    }
    prove(&conn)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    settle(&conn)?;
    if version < schema::newest() {
        keep_copy(dir, &conn, version, now)?;
        schema::migrate(&mut conn)?;
    }
    let desk = conn.query_row("SELECT value FROM meta WHERE key = 'desk'", [], |row| row.get(0))?;
    Ok((conn, desk))
}

/// Opens a database file with its raw key: SQLCipher derives nothing, the key is random already.
pub(crate) fn connect(path: &Path, key: &Key) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    conn.pragma_update(None, "key", raw_key(key).as_str())?;
    Ok(conn)
}

/// A key as SQLCipher takes it without deriving anything from it.
pub(crate) fn raw_key(key: &Key) -> Zeroizing<String> {
    let digits = Zeroizing::new(HEXLOWER.encode(key.as_slice()));
    Zeroizing::new(format!("x'{}'", digits.as_str()))
}

/// How the connection behaves: durable, forgetful of what is deleted, nothing unencrypted on the disk.
fn settle(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -65536;",
    )?;
    Ok(())
}

/// Reads the tables that the rest hangs on; in constant time, whatever the size.
fn prove(conn: &Connection) -> Result<(), StoreError> {
    let tables = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('meta', 'entry', 'head', 'person_key')";
    let found: i64 = conn.query_row(tables, [], |row| row.get(0))?;
    if found != 4 {
        return Err(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT), None).into());
    }
    conn.query_row("SELECT count(*) FROM meta", [], |_| Ok(()))?;
    conn.query_row("SELECT count(*) FROM head", [], |_| Ok(()))?;
    conn.query_row("SELECT max(seq) FROM entry", [], |_| Ok(()))?;
    Ok(())
}

/// Moves a database and what belongs to it to `rusak/<now>/`, with a copy of the key slots; answers with that folder.
fn set_aside(dir: &Path, now: Moment) -> Result<PathBuf, StoreError> {
    let folder = unused(&dir.join(DAMAGED).join(stamp(now)));
    files::make_folder(&folder)?;
    for name in [DATABASE.to_owned(), format!("{DATABASE}-wal"), format!("{DATABASE}-shm")] {
        if dir.join(&name).exists() {
            files::rename(&dir.join(&name), &folder.join(&name))?;
        }
    }
    if dir.join(KEYS).exists() {
        fs::copy(dir.join(KEYS), folder.join(KEYS)).map_err(StoreError::at(&folder))?;
    }
    files::sync_folder(&folder)?;
    files::sync_folder(dir)?;
    Ok(folder)
}

/// Keeps a copy of the database as it is before a migration.
fn keep_copy(dir: &Path, conn: &Connection, version: i64, now: Moment) -> Result<(), StoreError> {
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    let folder = dir.join(COPIES);
    files::make_folder(&folder)?;
    let copy = unused(&folder.join(format!("sandika-v{version}-{}.db", stamp(now))));
    fs::copy(dir.join(DATABASE), &copy).and_then(|_| fs::File::open(&copy)?.sync_all()).map_err(StoreError::at(&copy))?;
    files::sync_folder(&folder)
}

fn stamp(now: Moment) -> String {
    now.format("%Y%m%dT%H%M%S%3fZ").to_string()
}

/// The path itself, or with a number after it if it is there already.
fn unused(path: &Path) -> PathBuf {
    let mut found = path.to_owned();
    for number in 2.. {
        if !found.exists() {
            break;
        }
        found = PathBuf::from(format!("{}-{number}", path.display()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copy_before_a_migration_opens_with_the_same_key() {
        let dir = tempfile::tempdir().unwrap();
        let key = cipher::new_key().unwrap();
        let mut conn = connect(&dir.path().join(DATABASE), &key).unwrap();
        settle(&conn).unwrap();
        schema::migrate(&mut conn).unwrap();
        conn.execute("INSERT INTO meta VALUES ('desk', 'meja-1')", []).unwrap();
        let now = Moment::from_timestamp_millis(1_763_700_000_123).unwrap();
        keep_copy(dir.path(), &conn, 1, now).unwrap();
        keep_copy(dir.path(), &conn, 1, now).unwrap();
        let mut names: Vec<_> = fs::read_dir(dir.path().join(COPIES)).unwrap().map(|name| name.unwrap().path()).collect();
        names.sort();
        assert_eq!(names.len(), 2, "a second copy never overwrites the first");
        for name in names {
            let copy = connect(&name, &key).unwrap();
            let desk: String = copy.query_row("SELECT value FROM meta", [], |row| row.get(0)).unwrap();
            assert_eq!(desk, "meja-1");
        }
    }
}
