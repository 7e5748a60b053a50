//! What another program or the disk refuses: reads go on, writing says why and changes nothing, and it goes on as soon as it can.
//!
//! Only on Unix: the other program holds a single byte of a file by a call that Windows does not have.

#![cfg(unix)]

use crate::support::*;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};

/// Holds the byte by which SQLite lets one program write at a time, as a program that scans or copies the files would: from another process, by a lock
/// of the system.
const HOLD: &str = "import fcntl, sys
log = open(sys.argv[1], 'r+b')
fcntl.lockf(log, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 120)
print('held', flush=True)
sys.stdin.read()";

struct Holder(Child, Option<ChildStdin>);

impl Holder {
    fn of(office: &Office) -> Self {
        let mut child = Command::new("python3")
            .args(["-c", HOLD])
            .arg(office.dir.path().join("sandika.db-shm"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert_eq!(line.trim(), "held");
        let stdin = child.stdin.take();
        Self(child, stdin)
    }

    fn let_go(mut self) {
        drop(self.1.take());
        self.0.wait().unwrap();
    }
}

#[test]
fn while_another_program_holds_the_files_reads_go_on_and_writing_says_so() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let holder = Holder::of(&office);
    let again = |office: &mut Office| office.record(None, Some(owner), vec![owner_recorded(owner, "Budi Baru", "")]);
    let error = again(&mut office).unwrap_err();
    assert_eq!(error.code(), "held", "{error}");
    assert!(error.to_string().contains("antivirus") && error.to_string().contains("tidak ada yang diubah"));
    assert_eq!(office.store.read().owner(owner).unwrap().unwrap().name, "Budi", "reads go on");
    holder.let_go();
    again(&mut office).unwrap();
    assert_eq!(office.store.read().owner(owner).unwrap().unwrap().name, "Budi Baru");
    assert!(office.verify().is_sound());
}
