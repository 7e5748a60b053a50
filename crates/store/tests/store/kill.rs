//! A process that is killed in the middle of its work loses nothing that it was told is done.

use crate::support::*;
use sandika_domain::ids::OwnerId;
use sandika_store::Store;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Says to the child which office it works in.
const OFFICE: &str = "SANDIKA_TEST_OFFICE";

/// Runs this test binary again, as a process that does nothing but `child`.
fn spawn(dir: &Path) -> std::process::Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "kill::child", "--nocapture", "--include-ignored"]).env(OFFICE, dir);
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
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
        let mut child = spawn(dir);
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
    let mut child = spawn(office.dir.path());
    let first = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok).find_map(|line| said(&line));
    assert!(first.is_some());
    assert_eq!(open(office.dir.path()).unwrap_err().code(), "in-use");
    child.kill().unwrap();
    child.wait().unwrap();
    open(office.dir.path()).unwrap();
}
