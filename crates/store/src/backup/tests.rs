//! Backups of every schema that was ever released: each one restores in this program.

use super::snapshot::Snapshot;
use super::*;
use crate::keys::{Keys, SlotFile};
use crate::open::{DATABASE, KEYS, connect, raw_key, salt, settle};
use crate::schema::{OURS, Schema, version};
use crate::support::*;
use rusqlite::Connection;
use std::fs;
use std::path::Path;

/// What the journal and the register consist of, in every version.
const TABLES: [&str; 12] = [
    "meta",
    "entry",
    "head",
    "person_key",
    "owner",
    "case_row",
    "case_count",
    "number_taken",
    "file_use",
    "user",
    "door",
    "journal_subject",
];
const SEARCHED: [&str; 3] = ["search_case", "search_owner", "search_letter"];

/// Makes of a closed office one whose database is of an older version, with the same entries.
fn age(dir: &Path, keys: &Keys, to: usize) -> Connection {
    let (path, newer) = (dir.join(DATABASE), dir.join("baru.db"));
    fs::rename(&path, &newer).unwrap();
    let mut conn = connect(&path, &keys.database).unwrap();
    settle(&conn).unwrap();
    Schema(&OURS.0[..to]).migrate(&mut conn).unwrap();
    conn.execute(&format!("ATTACH ?1 AS newer KEY \"{}\"", raw_key(&keys.database).as_str()), [newer.to_str().unwrap()]).unwrap();
    for table in TABLES {
        let columns = "SELECT group_concat(o.name) FROM pragma_table_info(?1, 'main') o JOIN pragma_table_info(?1, 'newer') n USING (name)";
        // An older version has not all of them.
        let Some(columns) = conn.query_row(columns, [table], |row| row.get::<_, Option<String>>(0)).unwrap() else { continue };
        conn.execute(&format!("INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}"), []).unwrap();
    }
    for table in SEARCHED {
        let texts = table.replace("search_", "");
        conn.execute(&format!("INSERT INTO main.{table} (rowid, text) SELECT born, text FROM main.{texts}_text"), []).unwrap();
    }
    conn.execute_batch("DETACH newer").unwrap();
    fs::remove_file(newer).unwrap();
    let mut slots = SlotFile::read(&dir.join(KEYS)).unwrap();
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    slots.bind(keys, &salt(&path).unwrap());
    slots.write(&dir.join(KEYS)).unwrap();
    conn
}

#[test]
fn a_backup_of_every_released_schema_is_tested_and_restored() {
    for to in 1..=OURS.0.len() {
        let mut office = office();
        let owner = office.owner("Budi", "");
        let stored = office.store.read().put_blob(b"isi berkas", 1 << 20).unwrap();
        let case = office.case(owner);
        office.record(Some(case), Some(owner), vec![attached(&stored.hash)]).unwrap();
        let (keys, own) = (office.store.keys().clone(), office.store.backup_keys().unwrap());
        let Office { store, dir } = office;
        drop(store);
        let conn = age(dir.path(), &keys, to);
        assert_eq!(version(&conn).unwrap(), to as i64);
        let room = tempfile::tempdir().unwrap();
        let place = Place::at(room.path());
        let snapshot = Snapshot::over(&conn, dir.path(), &keys, "meja-1", String::new(), moment(1)).unwrap();
        let made = make(snapshot, &place, &mut go_on).unwrap();
        let report = test(&own, &place, &made.stamp, &room.path().join("uji"), Share::All, moment(2), &mut go_on).unwrap();
        assert_eq!(report.problems, [""; 0], "version {to}");
        let source = BackupSource::Place { place, office: own.office().to_owned(), stamp: made.stamp };
        assert_eq!(source.describe().unwrap().schema, to as i64);
        let store = Unlocked::open(&source, PASSPHRASE, &room.path().join("pulih")).unwrap().raise(moment(3), &mut go_on).unwrap();
        assert_eq!(version(store.read().conn()).unwrap(), OURS.newest());
        let report = store.verify(&mut go_on).unwrap();
        assert_eq!((report.problems.as_slice(), report.entries, report.blobs), (&[][..], 3, 1), "version {to}");
        assert_eq!(store.read().owner(owner).unwrap().unwrap().name, "Budi");
    }
}

#[test]
fn a_backup_of_a_newer_schema_says_so_and_leaves_nothing() {
    let office = office();
    let own = office.store.backup_keys().unwrap();
    let room = tempfile::tempdir().unwrap();
    let place = Place::at(room.path());
    office.store.read().conn().execute_batch("PRAGMA user_version = 700").unwrap();
    let made = make(office.store.snapshot(moment(1)).unwrap(), &place, &mut go_on).unwrap();
    let report = test(&own, &place, &made.stamp, &room.path().join("uji"), Share::All, moment(2), &mut go_on).unwrap();
    assert!(report.problems[0].contains("lebih baru"), "{:?}", report.problems);
    let source = BackupSource::Place { place, office: own.office().to_owned(), stamp: made.stamp };
    let raised = Unlocked::open(&source, PASSPHRASE, &room.path().join("pulih")).unwrap().raise(moment(3), &mut go_on);
    assert_eq!(raised.unwrap_err().code(), "store-newer");
    assert!(!room.path().join("pulih").exists());
}
