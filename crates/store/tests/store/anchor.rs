//! A journal that has lost its end is found out, though what is left of it is sound.

use crate::support::*;
use sandika_domain::ids::OwnerId;
use sandika_store::{ProblemKind, Report, Store};
use std::fs;
use std::path::{Path, PathBuf};

/// An office with this many entries.
fn with_entries(entries: usize) -> Office {
    let mut office = office();
    (0..entries).for_each(|_| _ = office.owner("Budi", ""));
    office
}

fn record(store: &mut Store) {
    let owner = OwnerId(id());
    store.transact(moment(3), "petugas", |tx| tx.record(&recording(None, Some(owner), vec![owner_recorded(owner, "Siti", "")]))).unwrap();
}

fn report(dir: &Path) -> Report {
    open(dir).unwrap().verify(&mut go_on).unwrap()
}

fn kinds(report: &Report) -> Vec<ProblemKind> {
    report.problems.iter().map(|problem| problem.kind).collect()
}

fn kept(dir: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(dir).unwrap().map(|name| name.unwrap().path());
    paths.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("sandika.jangkar."))).collect()
}

/// An office whose last two of five entries stood only in the write-ahead log of a killed program, and the log removed.
fn cut() -> tempfile::TempDir {
    let Office { store, dir } = with_entries(3);
    drop(store);
    let mut store = open(dir.path()).unwrap();
    record(&mut store);
    record(&mut store);
    let killed = Office { store, dir }.killed();
    fs::remove_file(killed.path().join("sandika.db-wal")).unwrap();
    killed
}

#[test]
fn a_removed_log_is_found_told_and_told_again_until_the_finding_is_taken_away() {
    let dir = cut();
    let mut store = open(dir.path()).unwrap();
    assert_eq!(store.opening_problems().len(), 1);
    record(&mut store);
    drop(store);
    for _ in 0..2 {
        let report = report(dir.path());
        assert_eq!(kinds(&report), [ProblemKind::TailCut]);
        assert_eq!((report.problems[0].seq, report.head_seq), (Some(4), 4));
        let message = &report.problems[0].message;
        assert!(message.contains("Catatan nomor 4 sampai 5") && message.contains("-wal") && message.contains("cadangan"), "{message}");
    }
    let [finding] = kept(dir.path()).try_into().unwrap();
    fs::remove_file(finding).unwrap();
    assert!(report(dir.path()).is_sound());
}

#[test]
fn a_killed_program_with_its_log_has_lost_nothing() {
    let dir = with_entries(4).killed();
    let report = report(dir.path());
    assert_eq!((report.problems.as_slice(), report.entries), (&[][..], 4));
    assert!(kept(dir.path()).is_empty());
}

#[test]
fn an_older_database_in_its_place_is_found_and_the_right_one_settles_it() {
    let office = with_entries(3);
    let dir = office.dir;
    drop(office.store);
    let older = fs::read(dir.path().join("sandika.db")).unwrap();
    let mut store = open(dir.path()).unwrap();
    record(&mut store);
    drop(store);
    let newer = fs::read(dir.path().join("sandika.db")).unwrap();

    fs::write(dir.path().join("sandika.db"), older).unwrap();
    let found = report(dir.path());
    assert_eq!(kinds(&found), [ProblemKind::TailCut]);
    assert!(found.problems[0].message.contains("Catatan nomor 4 pernah disimpan"), "{}", found.problems[0]);
    fs::write(dir.path().join("sandika.db"), newer).unwrap();
    assert!(report(dir.path()).is_sound(), "the journal has again what the kept anchor names");
}

#[test]
fn a_journal_that_went_another_way_is_found() {
    let office = with_entries(3);
    let dir = office.dir;
    drop(office.store);
    let fork = copy(dir.path());
    for dir in [dir.path(), fork.path()] {
        record(&mut open(dir).unwrap());
    }
    fs::copy(fork.path().join("sandika.db"), dir.path().join("sandika.db")).unwrap();
    let found = report(dir.path());
    assert_eq!(kinds(&found), [ProblemKind::TailCut]);
    assert!(found.problems[0].message.contains("Catatan nomor 4 pada jurnal bukan lagi"), "{}", found.problems[0]);
}

#[test]
fn a_missing_or_foreign_anchor_is_told_and_an_empty_office_needs_none() {
    let foreign = office();
    for change in [None, Some(Vec::new()), Some(vec![7; 1024]), Some(fs::read(foreign.dir.path().join("sandika.jangkar")).unwrap())] {
        let office = with_entries(2);
        let dir = office.dir;
        drop(office.store);
        match &change {
            None => fs::remove_file(dir.path().join("sandika.jangkar")).unwrap(),
            Some(bytes) => fs::write(dir.path().join("sandika.jangkar"), bytes).unwrap(),
        }
        for _ in 0..2 {
            assert_eq!(kinds(&report(dir.path())), [ProblemKind::AnchorMissing]);
        }
        assert_eq!(kept(dir.path()).len(), 1);
    }
    let office = office();
    let dir = office.dir;
    drop(office.store);
    fs::remove_file(dir.path().join("sandika.jangkar")).unwrap();
    assert!(report(dir.path()).is_sound());
}

#[test]
fn an_anchor_that_lags_behind_is_no_fault() {
    let office = with_entries(1);
    let dir = office.dir;
    drop(office.store);
    let lagging = fs::read(dir.path().join("sandika.jangkar")).unwrap();
    record(&mut open(dir.path()).unwrap());
    fs::write(dir.path().join("sandika.jangkar"), lagging).unwrap();
    assert!(report(dir.path()).is_sound());
}

#[test]
fn a_torn_place_leaves_the_other_one() {
    for place in 0..2 {
        let office = with_entries(4);
        let path = office.dir.path().join("sandika.jangkar");
        let mut bytes = fs::read(&path).unwrap();
        bytes[place * 512 + 40] ^= 1;
        fs::write(&path, bytes).unwrap();
        let dir = office.killed();
        assert!(report(dir.path()).is_sound(), "place {place}");
    }
}

#[test]
fn the_end_is_told_so_that_it_can_be_noted_down() {
    let office = with_entries(0);
    assert_eq!((office.verify().head_seq, office.verify().head_hash.as_str()), (0, ""));
    let office = with_entries(3);
    let report = office.verify();
    assert_eq!((report.head_seq, report.head_hash.len()), (3, 64));
}

#[test]
fn noting_the_end_needs_no_room_on_the_disk() {
    for entries in [0, 1, 9] {
        let office = with_entries(entries);
        assert_eq!(fs::metadata(office.dir.path().join("sandika.jangkar")).unwrap().len(), 1024, "after {entries}");
    }
}
