//! Nobody enters who does not belong: the window is locked with the computer, and no way leads in from outside.

use sandika_shell_tests::{Program, Saver, Window, until};
use serde_json::json;
use std::path::Path;

const PASSPHRASE: &str = "kata sandi untuk uji coba";

/// The window over a real office, with somebody signed in.
fn at_work(program: &Program) -> Window {
    let window = Window::open(program);
    window.text("h1");
    window.rpc("desk_create", &json!({ "passphrase": PASSPHRASE, "user": "Contoh Petugas" }));
    window.run("location.reload()");
    until("the open office", || window.shows("nav[aria-label='Utama']").then_some(()));
    window
}

fn program(data: &Path) -> Program {
    Program::of("sandika-desktop", &["--data"], data)
}

#[test]
fn the_desk_is_locked_with_the_computer_and_goes_on_where_it_was() {
    let data = tempfile::tempdir().unwrap();
    let program = program(data.path());
    let window = at_work(&program);
    window.go("pemilik/baru");
    window.type_into("#name", "Ketikan yang belum selesai");
    Saver::of(&program.screen).tell(false);
    assert_eq!(window.rpc("desk_show", &json!({}))["state"], "open", "a screen that is unlocked locks nothing");
    Saver::of(&program.screen).tell(true);
    until("the locked desk", || window.shows("#passphrase").then_some(()));
    assert_eq!(window.rpc("desk_show", &json!({}))["state"], "locked");
    assert!(!window.says("Ketikan yang belum selesai"));
    window.type_into("#passphrase", PASSPHRASE);
    window.press("\u{e007}");
    until("what was typed", || (window.value("#name") == "Ketikan yang belum selesai").then_some(()));
}

#[test]
fn the_program_listens_on_no_port() {
    let data = tempfile::tempdir().unwrap();
    let program = program(data.path());
    // Started as officers start it: a driver would open a port of its own.
    let mut process = program.start().spawn().unwrap();
    until("the program", || data.path().join("webview").exists().then_some(()));
    let ours = until("its web process", || Some(program.family()).filter(|family| family.len() > 1));
    let ports = listening(&ours);
    process.kill().unwrap();
    process.wait().unwrap();
    assert_eq!(ports, [""; 0], "of {} processes", ours.len());
}

/// Lines of the system's tables of sockets that some processes hold and that wait for others: TCP that listens, UDP that is bound.
fn listening(processes: &[u32]) -> Vec<String> {
    let held: Vec<String> = processes
        .iter()
        .filter_map(|process| std::fs::read_dir(format!("/proc/{process}/fd")).ok())
        .flatten()
        .filter_map(|file| std::fs::read_link(file.ok()?.path()).ok())
        .filter_map(|target| Some(target.to_str()?.strip_prefix("socket:[")?.trim_end_matches(']').to_owned()))
        .collect();
    assert!(!held.is_empty(), "they hold sockets: of the screen at least");
    let mut found = Vec::new();
    for table in ["tcp", "tcp6", "udp", "udp6"] {
        let text = std::fs::read_to_string(format!("/proc/net/{table}")).unwrap_or_default();
        let waiting = |line: &&str| {
            let cells: Vec<&str> = line.split_whitespace().collect();
            let listens = table.starts_with("udp") || cells.get(3) == Some(&"0A");
            listens && cells.get(9).is_some_and(|inode| held.iter().any(|one| one == inode))
        };
        found.extend(text.lines().skip(1).filter(waiting).map(|line| format!("{table} {line}")));
    }
    found
}
