//! `bundel simpan`, `bundel periksa`, `ekspor`, `impor`: as a person runs them.

use crate::support::{Desk, Run, finish, private_file, program, sandika};
use serde_json::json;
use std::fs;
use std::path::Path;

fn desk() -> (Desk, String) {
    let desk = Desk::new();
    let view = desk.case();
    desk.ok("case_note", &json!({ "case": view["case"], "text": "Catatan pertama" }));
    (desk, view["agenda"].as_str().unwrap().to_owned())
}

fn check(file: &Path) -> Run {
    sandika(&["bundel".as_ref(), "periksa".as_ref(), file.as_os_str()])
}

#[test]
fn a_bundle_is_saved_by_agenda_number_and_checked_without_the_office() {
    let (desk, agenda) = desk();
    let to = desk.path("bundel.zip");
    let run = desk.run(&["bundel", "simpan", &agenda, to.to_str().unwrap()]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{run:?}");
    let seal = run.out.lines().find_map(|line| line.strip_prefix("Sidik bundel: ")).unwrap().to_owned();
    let run = check(&to);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{run:?}");
    assert!(run.out.ends_with("Bundel perkara utuh.\n") && run.out.contains(&format!("Sidik bundel: {seal}\n")), "{}", run.out);
    assert!(run.out.contains(&format!("nomor agenda {agenda}")), "{}", run.out);

    // One letter of a remark in the journal, exchanged for another.
    let mut bytes = fs::read(&to).unwrap();
    let at = bytes.windows(15).position(|window| window == b"Catatan pertama").unwrap();
    bytes[at] = b'K';
    let bad = desk.path("ubah.zip");
    fs::write(&bad, &bytes).unwrap();
    let run = check(&bad);
    assert_eq!(run.status, Some(1), "{run:?}");
    assert!(run.out.contains("masalah changed: jurnal.jsonl") && run.out.ends_with("Bundel perkara bermasalah.\n"), "{}", run.out);
    fs::write(&bad, &bytes[..bytes.len() / 2]).unwrap();
    let run = check(&bad);
    assert!(run.status == Some(1) && run.err.contains("ditolak: susunannya bukan ZIP yang utuh"), "{run:?}");

    let run = desk.run(&["bundel", "simpan", "999/1999", to.to_str().unwrap()]);
    assert!(run.status == Some(1) && run.err.contains("tidak ada"), "{run:?}");
    fs::write(&bad, "bukan bundel").unwrap();
    let run = desk.run(&["bundel", "simpan", &agenda, bad.to_str().unwrap()]);
    assert!(run.status == Some(1) && run.err.contains("sudah ada berkas lain"), "{run:?}");
    assert_eq!(fs::read(&bad).unwrap(), b"bukan bundel");
}

#[test]
fn an_office_leaves_in_open_formats_and_comes_back() {
    let (desk, agenda) = desk();
    let to = desk.path("ekspor.zip");
    let run = desk.run(&["ekspor", to.to_str().unwrap()]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{run:?}");
    assert!(run.out.contains("tidak terenkripsi"), "{}", run.out);

    let place = desk.path("lain");
    private_file(&desk.path("sandi-lain"), "kata sandi kantor yang lain");
    let elsewhere = |arguments: &[&str]| {
        let mut command = program();
        command.arg("--kantor").arg(&place).arg("--sandi-berkas").arg(desk.path("sandi-lain")).args(arguments);
        finish(command, b"")
    };
    let run = elsewhere(&["impor", to.to_str().unwrap(), "--pengguna", "uji"]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{run:?}");
    assert!(run.out.contains("semuanya diperiksa") && run.out.contains("uji tetap adminnya"), "{}", run.out);
    let run = elsewhere(&["periksa"]);
    assert!(run.status == Some(0) && run.out.contains("Data kantor utuh."), "{run:?}");
    let bundle = desk.path("bundel.zip");
    assert_eq!(elsewhere(&["bundel", "simpan", &agenda, bundle.to_str().unwrap()]).status, Some(0));
    assert_eq!(check(&bundle).status, Some(0));

    let run = elsewhere(&["impor", to.to_str().unwrap()]);
    assert!(run.status == Some(1) && run.err.contains("hanya membuat kantor baru"), "{run:?}");
    let run = desk.run(&["impor", bundle.to_str().unwrap()]);
    assert!(run.status == Some(1) && run.err.contains("hanya membuat kantor baru"), "an office is never written over: {run:?}");
}
