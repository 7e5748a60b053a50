//! A process that is killed in the middle of its work loses nothing that it was told is done.

use crate::support::*;
use sandika_domain::ids::{CaseId, LetterId, OwnerId};
use sandika_store::backup::{self, Place, Share};
use sandika_store::{NumberFilter, Store, StoreError};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Says to the child which office it works in.
const OFFICE: &str = "SANDIKA_TEST_OFFICE";

/// Runs this test binary again, as a process that does nothing but the test `kill::{child}`.
fn spawn(child: &str, dir: &Path) -> std::process::Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", &format!("kill::{child}"), "--nocapture", "--include-ignored"]).env(OFFICE, dir);
    command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap()
}

/// Not a test of its own: records one owner after the other and says so, until it is killed.
#[test]
fn child() {
    let Some(dir) = std::env::var_os(OFFICE) else { return };
    let mut store = open(Path::new(&dir)).unwrap();
    loop {
        let owner = OwnerId(id());
        let entry = recording(None, Some(owner), vec![owner_recorded(owner, "Budi", "")]);
        store.transact(moment(1), "petugas", |tx| tx.record(&entry)).unwrap();
        println!("done {owner}");
        std::io::stdout().flush().unwrap();
    }
}

fn said(line: &str) -> Option<OwnerId> {
    line.split_once("done ")?.1.trim().parse().ok()
}

#[test]
fn whatever_was_committed_survives_thirty_kills() {
    let office = office();
    let dir = office.dir.path();
    drop(office.store);
    let mut owners = Vec::new();
    for trial in 0..30 {
        let mut child = spawn("child", dir);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let before = owners.len();
        while owners.len() < before + trial % 5 + 1 {
            owners.extend(said(&lines.next().unwrap().unwrap()));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What it said between our last look and its end was committed as well.
        owners.extend(lines.map_while(Result::ok).filter_map(|line| said(&line)));
        prove(&open(dir).unwrap(), &owners);
    }
}

fn prove(store: &Store, owners: &[OwnerId]) {
    let report = store.verify(&mut go_on).unwrap();
    assert_eq!(report.problems, []);
    assert!(report.entries >= owners.len() as u64, "at most the last one was committed and not said");
    for owner in owners {
        assert_eq!(store.read().owner(*owner).unwrap().unwrap().name, "Budi");
    }
}

#[test]
fn another_process_is_told_that_the_office_is_in_use() {
    let office = office();
    drop(office.store);
    let mut child = spawn("child", office.dir.path());
    // It is heard until the end: a program whose pipe is closed ends by itself.
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.by_ref().map_while(Result::ok).find_map(|line| said(&line)).is_some());
    assert_eq!(open(office.dir.path()).unwrap_err().code(), "in-use");
    child.kill().unwrap();
    child.wait().unwrap();
    open(office.dir.path()).unwrap();
}

/// Not a test of its own: issues one letter after the other as the application does, the number, the stored page and the fact in one transaction, and
/// says so, until it is killed. Every fourth letter is given up after its page was stored.
#[test]
fn issuing_child() {
    let Some(dir) = std::env::var_os(OFFICE) else { return };
    let mut store = open(Path::new(&dir)).unwrap();
    let owner = OwnerId(id());
    let case = CaseId(id());
    store
        .transact(moment(1), "petugas", |tx| {
            tx.record(&recording(None, Some(owner), vec![owner_recorded(owner, "Budi", "")]))?;
            let agenda = tx.next_number("masuk", 2026)?;
            tx.record(&recording(Some(case), Some(owner), vec![case_opened(case, owner, agenda)]))
        })
        .unwrap();
    for turn in 1u32.. {
        let issued: Result<u32, StoreError> = store.transact(moment(1), "petugas", |tx| {
            let taken = tx.next_number("keluar", 2026)?;
            let page = tx.read().put_blob(format!("%PDF surat {taken} {turn}").as_bytes(), 1_000)?;
            let facts = vec![letter_issued(LetterId(id()), 1, Some(number("keluar", taken)), &page.hash)];
            if turn.is_multiple_of(4) {
                return Err(StoreError::Stopped);
            }
            tx.record(&recording(Some(case), Some(owner), facts))?;
            Ok(taken)
        });
        if let Ok(taken) = issued {
            println!("done {taken}");
            std::io::stdout().flush().unwrap();
        }
    }
}

/// No number is doubled, none is missing, and each belongs to a letter whose page is there; whatever was said to be done is among them.
#[test]
fn numbers_survive_thirty_kills_without_a_gap_or_a_double() {
    let office = office();
    let dir = office.dir.path();
    drop(office.store);
    let mut told: Vec<u32> = Vec::new();
    for trial in 0..30 {
        let mut child = spawn("issuing_child", dir);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let said = |line: &str| line.split_once("done ")?.1.trim().parse::<u32>().ok();
        let before = told.len();
        while told.len() < before + trial % 7 + 1 {
            told.extend(said(&lines.next().unwrap().unwrap()));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        told.extend(lines.map_while(Result::ok).filter_map(|line| said(&line)));
        prove_numbers(&open(dir).unwrap(), &told);
    }
}

fn prove_numbers(store: &Store, told: &[u32]) {
    let read = store.read();
    let held = read.numbers(&NumberFilter::all("keluar", 2026), false, 1_000_000).unwrap();
    let numbers: Vec<u32> = held.iter().map(|row| row.number.number).collect();
    assert_eq!(numbers, (1..=numbers.len() as u32).collect::<Vec<_>>(), "one after the other");
    assert_eq!(read.number_gaps("keluar", 2026).unwrap(), []);
    assert!(told.iter().all(|number| numbers.contains(number)), "what was said to be done is there");
    assert_eq!(told.len(), told.iter().collect::<std::collections::BTreeSet<_>>().len(), "no number was given twice");
    let report = store.verify(&mut go_on).unwrap();
    assert_eq!(report.problems, [], "and every letter's page is stored");
}

/// Not a test of its own: makes one backup after the other and says so, until it is killed.
#[test]
fn backing_up_child() {
    let Some(dir) = std::env::var_os(OFFICE) else { return };
    let dir = Path::new(&dir);
    let mut store = open(dir).unwrap();
    let place = Place::at(&dir.with_extension("tempat"));
    for second in 0.. {
        let owner = OwnerId(id());
        let entry = recording(None, Some(owner), vec![owner_recorded(owner, "Budi", "")]);
        store.transact(moment(1), "petugas", |tx| tx.record(&entry)).unwrap();
        let begun = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis();
        let now = sandika_domain::fact::Moment::from_timestamp_millis(i64::try_from(begun).unwrap() + second).unwrap();
        let made = backup::make(store.snapshot(now).unwrap(), &place, &mut go_on).unwrap();
        println!("made {}", made.stamp);
        std::io::stdout().flush().unwrap();
    }
}

#[test]
fn a_backup_that_is_killed_leaves_the_earlier_ones_whole_and_the_next_succeeds() {
    let office = office();
    let dir = office.dir.path();
    drop(office.store);
    let place_folder = dir.with_extension("tempat");
    fs::create_dir(&place_folder).unwrap();
    let place = Place::at(&place_folder);
    let said = |line: &str| line.split_once("made ").map(|(_, stamp)| stamp.trim().to_owned());
    let mut made = Vec::new();
    for trial in 0..12 {
        let mut child = spawn("backing_up_child", dir);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let before = made.len();
        while made.len() < before + trial % 3 + 1 {
            made.extend(said(&lines.next().unwrap().unwrap()));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        made.extend(lines.map_while(Result::ok).filter_map(|line| said(&line)));
    }
    let store = open(dir).unwrap();
    let keys = store.backup_keys().unwrap();
    let listing = place.backups(keys.office()).unwrap();
    assert_eq!(listing.unreadable, []);
    assert!(made.iter().all(|stamp| listing.backups.iter().any(|backup| backup.stamp == *stamp)), "what was said to be made is there");
    let next = backup::make(store.snapshot(moment(0)).unwrap(), &place, &mut go_on).unwrap();
    let stamps = listing.backups.iter().map(|backup| backup.stamp.clone()).chain([next.stamp]);
    for stamp in stamps {
        let scratch = place_folder.join("uji");
        let report = backup::test(&keys, &place, &stamp, &scratch, Share::All, moment(1), &mut go_on).unwrap();
        assert_eq!(report.problems, [""; 0], "{stamp}");
    }
    fs::remove_dir_all(place_folder).unwrap();
}
