//! Getting in: passphrases, folders, and one process at a time.

use crate::support::{Desk, Run, finish, private_file, program};
use sandika_app::Office;
use sandika_app::ports::Ports;
use sandika_testkit::PASSPHRASE;
use serde_json::json;
use std::path::Path;

fn with_passphrase_file(desk: &Desk, file: &Path, verb: &[&str]) -> Run {
    let mut command = program();
    command.arg("--kantor").arg(desk.office()).arg("--sandi-berkas").arg(file).args(verb);
    finish(command, b"")
}

#[test]
fn a_passphrase_that_does_not_open_is_told_both_ways() {
    let desk = Desk::new();
    let long = "x".repeat(5000);
    for (content, code, words) in [
        (&b"kata sandi yang lain\n"[..], "wrong-passphrase", "Kata sandi tidak cocok"),
        (b"", "bad-arguments", "kosong pada baris pertamanya"),
        (b"\r\nkata sandi untuk uji coba", "bad-arguments", "kosong pada baris pertamanya"),
        (b"\xff\xfe\xff", "bad-arguments", "bukan teks UTF-8"),
        (long.as_bytes(), "bad-arguments", "terlalu panjang"),
    ] {
        let file = desk.path("coba");
        private_file(&file, content);
        let wire = with_passphrase_file(&desk, &file, &["panggil", "case_counts"]);
        assert_eq!(wire.code(), code, "{words}");
        let person = with_passphrase_file(&desk, &file, &["periksa"]);
        assert_eq!((person.status, person.out.as_str()), (Some(1), ""), "{words}");
        assert!(person.err.starts_with("sandika: ") && person.err.contains(words), "{words}: {}", person.err);
    }
    let missing = with_passphrase_file(&desk, &desk.path("tidak-ada"), &["panggil", "case_counts"]).error();
    assert_eq!((&missing["code"], &missing["field"]), (&json!("file"), &json!("sandi-berkas")));
}

#[cfg(unix)]
#[test]
fn a_passphrase_file_open_to_all_is_warned_of_but_never_within_json() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let file = desk.path("sandi");
    for (mode, warned) in [(0o600, false), (0o640, false), (0o644, true)] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        let person = desk.run(&["periksa"]);
        assert_eq!((person.status, person.err.contains("Peringatan: berkas kata sandi")), (Some(0), warned), "{mode:o}: {person:?}");
        assert_eq!(desk.call("case_show", &json!({})).code(), "bad-arguments");
    }
}

#[test]
fn what_is_missing_is_named_before_anything_is_opened() {
    let desk = Desk::new();
    let run = |arguments: &[&str], passphrase: Option<&str>| {
        let mut command = program();
        command.args(arguments);
        passphrase.map(|passphrase| command.env("SANDIKA_SANDI", passphrase));
        finish(command, b"").error()
    };
    let office = desk.office().display().to_string();
    let empty = desk.path("").display().to_string();
    for (arguments, passphrase, code, field) in [
        (vec!["panggil", "case_counts"], Some(PASSPHRASE), "not-an-office", json!("kantor")),
        (vec!["panggil", "case_counts", "--kantor", &office], None, "bad-arguments", json!("sandi-berkas")),
        (vec!["panggil", "case_counts", "--kantor", &empty], Some(PASSPHRASE), "not-an-office", json!(null)),
    ] {
        let error = run(&arguments, passphrase);
        assert_eq!((error["code"].as_str(), &error["field"]), (Some(code), &field), "{error}");
    }
}

#[test]
fn a_second_process_is_told_and_a_waiting_one_keeps_nobody_out() {
    let desk = Desk::new();
    let held = Office::open(&desk.office(), PASSPHRASE, Ports::folder(desk.path("keluar")), "uji").unwrap();
    assert_eq!(desk.call("case_counts", &json!({})).code(), "in-use");
    let person = desk.run(&["periksa"]);
    assert!(person.err.contains("sedang dibuka oleh program lain"), "{}", person.err);
    drop(held);
    // One that still waits for its input has not opened the office.
    let mut waiting = desk.program();
    waiting.args(["panggil", "case_counts", "-"]).stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let waiting = waiting.spawn().unwrap();
    assert_eq!(desk.ok("case_counts", &json!({})), json!([]));
    // Its input ends when `wait_with_output` closes it.
    assert_eq!(String::from_utf8(waiting.wait_with_output().unwrap().stdout).unwrap(), "[]\n");
}

#[test]
fn the_journal_names_whoever_the_passphrase_is_of() {
    let desk = Desk::new();
    let case = desk.case();
    let note = json!({ "case": case["case"], "text": "Berkas diterima." }).to_string();
    let run = |arguments: &[&str]| {
        let mut command = desk.program();
        command.args(arguments).args(["panggil", "case_note", &note]).env("USER", "budi");
        finish(command, b"")
    };
    for named in [&["--pengguna", "UJI"][..], &[]] {
        assert_eq!(run(named).status, Some(0), "{named:?}");
    }
    assert_eq!(run(&["--pengguna", "sari"]).error()["code"], "no-such-user");
    let notes = desk.ok("case_show", &json!({ "case": case["case"] }))["notes"].clone();
    let by: Vec<&str> = notes.as_array().unwrap().iter().map(|note| note["by"].as_str().unwrap()).collect();
    assert_eq!(by, ["uji", "uji"]);
}
