//! Starting the program when it runs already, and when it cannot run.

use sandika_shell_tests::{Manager, Program, Screen, Window, program, until};
use std::process::Stdio;

fn start_again(start: &Program) {
    let mut second = start.start().spawn().unwrap();
    let status = until("the end of the second start", || second.try_wait().unwrap());
    assert!(status.success(), "{status}");
}

#[test]
fn a_second_start_ends_and_shows_the_first_wherever_it_is() {
    let start = Program::new();
    let manager = Manager::of(&start.screen);
    let bare = manager.on_top();
    let window = Window::open(&start);
    let heading = window.text("h1");
    let first = manager.active("Sandika");

    manager.minimise(&first);
    until("the bare screen", || (manager.on_top() == bare).then_some(()));
    start_again(&start);
    let frame = until("the first window", || Some(manager.on_top()).filter(|seen| *seen != bare));
    assert_eq!(manager.active("Sandika"), first);

    let mut other = start.screen.command("zenity");
    let mut other = other.args(["--info", "--title", "Lain", "--width", "1200", "--height", "700"]).spawn().unwrap();
    manager.active("Lain");
    until("a covered window", || (manager.on_top() != frame).then_some(()));
    start_again(&start);
    until("the first window on top", || (manager.on_top() == frame).then_some(()));
    assert_eq!(manager.active("Sandika"), first);
    assert_eq!(window.text("h1"), heading);
    other.kill().unwrap();
    other.wait().unwrap();
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
