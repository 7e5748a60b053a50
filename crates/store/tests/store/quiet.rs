//! What is wrong is said in this program's own words: nothing else reaches the officer's terminal.

use crate::support::*;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Says to the child which office it looks at.
const OFFICE: &str = "SANDIKA_TEST_DAMAGED";

/// Not a test of its own: opens a damaged office and verifies it as far as it opens.
#[test]
fn child() {
    let Some(dir) = std::env::var_os(OFFICE) else { return };
    match open(Path::new(&dir)) {
        Err(error) => println!("found {}", error.code()),
        Ok(store) => println!("found {}", store.verify(&mut go_on).unwrap().problems[0].kind.code()),
    }
}

#[test]
fn a_damaged_database_says_nothing_past_the_program() {
    for (at, found) in [(100, "found store-damaged"), (5 * 4096 + 100, "found database")] {
        let office = office();
        let dir = office.dir;
        drop(office.store);
        let mut bytes = fs::read(dir.path().join("sandika.db")).unwrap();
        bytes[at] ^= 1;
        fs::write(dir.path().join("sandika.db"), bytes).unwrap();
        let mut command = Command::new(std::env::current_exe().unwrap());
        let output = command.args(["--exact", "quiet::child", "--nocapture"]).env(OFFICE, dir.path()).output().unwrap();
        assert!(String::from_utf8_lossy(&output.stdout).contains(found), "{output:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "byte {at}");
    }
}
