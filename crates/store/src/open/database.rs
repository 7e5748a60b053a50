//! The database file: connecting to it, making it, proving it, bringing it up to date.

use super::{DATABASE, copy};
use crate::StoreError;
use crate::cipher::Key;
use crate::files;
use crate::journal::Tip;
use crate::schema::{self, Schema};
use data_encoding::HEXLOWER;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use sandika_domain::fact::Moment;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use zeroize::Zeroizing;

/// Statements kept prepared: about all that the store has.
const STATEMENTS: usize = 128;
/// Characters of a key as SQLCipher takes it: `x'`, 64 digits, `'`.
const RAW_KEY: usize = 67;

/// An opened database.
pub(crate) struct Opened {
    pub(crate) conn: Connection,
    pub(crate) desk: String,
    pub(crate) tip: Tip,
}

/// Makes the database of a new office; everything of it stands in the file itself as this returns.
pub(super) fn make(path: &Path, key: &Key, desk: &str) -> Result<Connection, StoreError> {
    let mut conn = connect(path, key)?;
    settle(&conn)?;
    schema::OURS.migrate(&mut conn)?;
    conn.execute("INSERT INTO meta (key, value) VALUES ('desk', ?1)", [desk])?;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(conn)
}

/// Opens the database, refuses a newer one, brings an older one up to date.
pub(crate) fn open(dir: &Path, key: &Key, now: Moment, schema: Schema) -> Result<Opened, StoreError> {
    let mut conn = connect(&dir.join(DATABASE), key)?;
    // Until the database has proven itself, closing it must not write to it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let version = schema::version(&conn)?;
    if version > schema.newest() {
        return Err(StoreError::Newer { store: version, program: schema.newest() });
    }
    prove(&conn)?;
    let tip = Tip::of(&conn)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    settle(&conn)?;
    if version < schema.newest() {
        copy::keep(dir, &conn, key, now)?;
        schema.migrate(&mut conn)?;
    }
    let desk = conn.query_row("SELECT value FROM meta WHERE key = 'desk'", [], |row| row.get(0))?;
    Ok(Opened { conn, desk, tip })
}

/// Has SQLCipher set itself up, for which the first connection of a program would wait.
pub(super) fn make_ready() -> Result<(), StoreError> {
    let conn = Connection::open_in_memory()?;
    use_key(&conn, &Key::default())?;
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(())
}

/// Connects to a database file with its raw key: SQLCipher derives nothing, the key is random already.
pub(crate) fn connect(path: &Path, key: &Key) -> Result<Connection, StoreError> {
    // SQLite gives the log beside a database the rights of the database.
    files::touch(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    use_key(&conn, key)?;
    Ok(conn)
}

fn use_key(conn: &Connection, key: &Key) -> Result<(), StoreError> {
    // What is wrong with a database is for this program to say; SQLCipher would write it to the officer's terminal.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    let mut pragma = Zeroizing::new(String::with_capacity(RAW_KEY + 32));
    pragma.push_str("PRAGMA key = \"");
    pragma.push_str(&raw_key(key));
    pragma.push('"');
    Ok(conn.execute_batch(&pragma)?)
}

/// A key as SQLCipher takes it without deriving anything from it.
pub(crate) fn raw_key(key: &Key) -> Zeroizing<String> {
    // Room for all of it: a text that moves as it grows leaves itself behind.
    let mut text = Zeroizing::new(String::with_capacity(RAW_KEY));
    text.push_str("x'");
    HEXLOWER.encode_append(key.as_slice(), &mut text);
    text.push('\'');
    text
}

/// The random salt that a database file begins with; nothing of it is secret.
pub(crate) fn salt(path: &Path) -> Result<[u8; 16], StoreError> {
    let mut salt = [0; 16];
    File::open(path).and_then(|mut file| file.read_exact(&mut salt)).map_err(StoreError::at(path))?;
    Ok(salt)
}

/// How the connection behaves: durable, forgetful of what is deleted, nothing unencrypted on the disk.
pub(crate) fn settle(conn: &Connection) -> Result<(), StoreError> {
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
pub(super) fn prove(conn: &Connection) -> Result<(), StoreError> {
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
