//! Files of different offices, or of different times, in one folder.

use crate::support::*;
use sandika_store::StoreError;
use std::fs;
use std::path::Path;

fn names(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(dir).unwrap().map(|name| name.unwrap().path()).filter(|path| path.is_file());
    let mut all: Vec<_> = files.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap())).collect();
    all.sort();
    all
}

#[test]
fn keys_of_another_office_are_told_as_such_and_nothing_is_moved() {
    let (office, other) = (office(), office());
    let (dir, other) = (office.dir, other.dir);
    drop(office.store);
    fs::copy(other.path().join("kunci.json"), dir.path().join("kunci.json")).unwrap();
    for anchored in [true, false] {
        if !anchored {
            fs::remove_file(dir.path().join("sandika.jangkar")).unwrap();
        }
        let before = names(dir.path());
        let error = open(dir.path()).unwrap_err();
        assert!(matches!(error, StoreError::KeysForeign { .. }), "{error}");
        assert!(error.to_string().contains("bukan milik data kantor ini"));
        assert_eq!(names(dir.path()), before);
        assert!(!dir.path().join("rusak").exists());
    }
}

#[test]
fn a_damaged_database_without_an_anchor_is_still_told_from_a_foreign_one_by_its_salt() {
    let office = office();
    let dir = office.dir;
    drop(office.store);
    fs::remove_file(dir.path().join("sandika.jangkar")).unwrap();
    let mut bytes = fs::read(dir.path().join("sandika.db")).unwrap();
    bytes[2000] ^= 1;
    fs::write(dir.path().join("sandika.db"), bytes).unwrap();
    assert_eq!(open(dir.path()).unwrap_err().code(), "store-damaged");
}

/// An office with two entries in its database, and a copy of the database from before, while two more stand in the log of a killed program.
fn killed_with_a_log() -> (tempfile::TempDir, Vec<u8>) {
    let mut office = office();
    office.owner("Budi", "");
    let Office { store, dir } = office;
    drop(store);
    let backup = fs::read(dir.path().join("sandika.db")).unwrap();
    let mut office = Office { store: open(dir.path()).unwrap(), dir };
    for name in ["Siti", "Tono", "Wati"] {
        office.owner(name, "");
    }
    (office.killed(), backup)
}

#[test]
fn a_log_without_its_database_is_set_aside_before_another_database_comes() {
    let (dir, backup) = killed_with_a_log();
    let log = fs::read(dir.path().join("sandika.db-wal")).unwrap();
    fs::remove_file(dir.path().join("sandika.db")).unwrap();
    assert_eq!(open(dir.path()).unwrap_err().code(), "database-missing");
    assert!(!dir.path().join("sandika.db-wal").exists());
    let folder = fs::read_dir(dir.path().join("rusak")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(fs::read(folder.join("sandika.db-wal")).unwrap(), log);
    fs::write(dir.path().join("sandika.db"), backup).unwrap();
    let report = open(dir.path()).unwrap().verify(&mut go_on).unwrap();
    assert_eq!(report.entries, 1, "the backup as it was");
    assert_eq!(report.problems.iter().map(|problem| problem.kind.code()).collect::<Vec<_>>(), ["tail-cut"]);
}

#[test]
fn a_log_played_into_a_restored_database_loses_nothing_in_silence() {
    let (dir, backup) = killed_with_a_log();
    fs::write(dir.path().join("sandika.db"), backup).unwrap();
    match open(dir.path()) {
        Ok(store) => {
            let report = store.verify(&mut go_on).unwrap();
            assert!(report.entries == 4 || !report.is_sound(), "{report:?}");
        }
        Err(error) => assert_eq!(error.code(), "store-damaged"),
    }
}

#[test]
fn a_damaged_database_is_set_aside_together_with_its_log() {
    let (dir, _) = killed_with_a_log();
    let log = fs::read(dir.path().join("sandika.db-wal")).unwrap();
    let mut bytes = fs::read(dir.path().join("sandika.db")).unwrap();
    bytes[..16].fill(0);
    fs::write(dir.path().join("sandika.db"), bytes).unwrap();
    let StoreError::Damaged { set_aside } = open(dir.path()).unwrap_err() else { panic!("told otherwise") };
    assert_eq!(fs::read(set_aside.join("sandika.db-wal")).unwrap(), log);
    assert!(!dir.path().join("sandika.db-wal").exists());
}
