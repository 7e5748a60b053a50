//! Starting the program when it runs already, and when it cannot run.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop loudly")]

use sandika_shell_tests::{Program, Screen, Window, program, until};
use std::process::Stdio;

fn start_again(start: &Program) {
    let mut second = start.start().spawn().unwrap();
    let status = until("the end of the second start", || second.try_wait().unwrap());
    assert!(status.success(), "{status}");
}

#[test]
fn a_second_start_ends_and_leaves_the_first() {
    let start = Program::new();
    let window = Window::open(&start);
    let heading = window.text("h1");
    start_again(&start);
    assert_eq!(window.text("h1"), heading);
}

#[test]
fn a_start_that_cannot_be_is_told_in_a_dialog_of_its_own() {
    let screen = Screen::new();
    let taken = tempfile::NamedTempFile::new().unwrap();
    let mut start = screen.command(program());
    let mut process = start.arg("--data").arg(taken.path()).stderr(Stdio::piped()).spawn().unwrap();
    screen.dismiss("Sandika");
    let status = until("the end of the program", || process.try_wait().unwrap());
    let said = std::io::read_to_string(process.stderr.take().unwrap()).unwrap();
    assert!(!status.success(), "{status}");
    assert!(said.contains("Sandika tidak dapat dijalankan: "), "{said}");
}
