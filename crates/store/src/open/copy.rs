//! The copy that is kept before a migration: whole and proven, or not there at all.

use super::aside::{stamp, unused};
use super::database::{connect, prove};
use crate::cipher::Key;
use crate::journal::Tip;
use crate::{StoreError, files, schema};
use rusqlite::{Connection, OptionalExtension};
use sandika_domain::fact::Moment;
use std::io;
use std::path::Path;

const COPIES: &str = "cadangan";

/// Keeps a copy of the database in `cadangan/`, encrypted with the same key. It gets its name only after it has been flushed, opened and compared.
pub(super) fn keep(dir: &Path, conn: &Connection, key: &Key, now: Moment) -> Result<(), StoreError> {
    let folder = dir.join(COPIES);
    files::make_folder(&folder)?;
    files::sweep_unfinished(&folder)?;
    let version = schema::version(conn)?;
    let copy = unused(&folder.join(format!("sandika-v{version}-{}.db", stamp(now))));
    let unfinished = copy.with_extension(files::UNFINISHED);
    files::touch(&unfinished)?;
    conn.execute("VACUUM INTO ?1", [text(&unfinished)?])?;
    let flushed = files::private().open(&unfinished).and_then(|file| file.sync_all());
    flushed.map_err(StoreError::at(&unfinished))?;
    compare(conn, &connect(&unfinished, key)?, &unfinished)?;
    files::rename(&unfinished, &copy)
}

/// Proves that every page of the copy reads, and that it is of the same schema and ends with the same entry.
fn compare(conn: &Connection, copy: &Connection, path: &Path) -> Result<(), StoreError> {
    prove(copy)?;
    let broken: Option<String> = copy.query_row("PRAGMA cipher_integrity_check", [], |row| row.get(0)).optional()?;
    if broken.is_none() && schema::version(copy)? == schema::version(conn)? && Tip::of(copy)? == Tip::of(conn)? {
        return Ok(());
    }
    let differs = io::Error::new(io::ErrorKind::InvalidData, "salinan data sebelum pembaruan tidak sama dengan aslinya");
    Err(StoreError::at(path)(differs))
}

fn text(path: &Path) -> Result<&str, StoreError> {
    let unfit = || io::Error::new(io::ErrorKind::InvalidInput, "nama folder tidak dapat dituliskan sebagai teks");
    path.to_str().ok_or_else(unfit).map_err(StoreError::at(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cipher;
    use crate::open::database::make;
    use std::fs;

    const ENTRY: &str = "INSERT INTO entry VALUES (1, x'01', 'm', 1, 0, 'p', 'a', NULL, NULL, '{}', zeroblob(32))";

    #[test]
    fn a_copy_that_is_not_the_same_is_never_taken_for_one() {
        let dir = tempfile::tempdir().unwrap();
        let key = cipher::new_key().unwrap();
        let conn = make(&dir.path().join("asli.db"), &key, "meja-1").unwrap();
        conn.execute(ENTRY, []).unwrap();
        type Change = fn(&Path, &Connection);
        let changes: [(&str, Change, bool); 4] = [
            ("none", |_, _| (), true),
            ("an entry less", |_, copy| copy.execute_batch("DROP TRIGGER entry_is_never_removed; DELETE FROM entry").unwrap(), false),
            ("another schema", |_, copy| copy.execute_batch("PRAGMA user_version = 700").unwrap(), false),
            ("a flipped byte", flip_the_last_page, false),
        ];
        for (what, change, same) in changes {
            let path = dir.path().join("salinan.db");
            conn.execute("VACUUM INTO ?1", [path.to_str().unwrap()]).unwrap();
            change(&path, &connect(&path, &key).unwrap());
            assert_eq!(compare(&conn, &connect(&path, &key).unwrap(), &path).is_ok(), same, "{what}");
            fs::remove_file(&path).unwrap();
        }
    }

    fn flip_the_last_page(path: &Path, _: &Connection) {
        let mut bytes = fs::read(path).unwrap();
        let at = bytes.len() - 1000;
        bytes[at] ^= 1;
        fs::write(path, bytes).unwrap();
    }
}
