//! `jurnal ekspor` and `jurnal periksa`: the file, and every way of tampering with it, by this program and by the standalone script alike.

use crate::support::{Desk, Run, sandika};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// An office with a dozen entries, some of them with personal parts.
fn desk() -> Desk {
    let desk = Desk::new();
    let case = desk.case()["case"].clone();
    for note in 0..6 {
        desk.ok("case_note", &json!({ "case": case, "text": format!("Catatan ke-{note}") }));
    }
    desk
}

fn exported(desk: &Desk, more: &[&str]) -> (PathBuf, Run) {
    let to = desk.path("jurnal.jsonl");
    let run = desk.run(&[&["jurnal", "ekspor", "--ke", to.to_str().unwrap()], more].concat());
    (to, run)
}

fn lines(path: &Path) -> Vec<String> {
    fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect()
}

fn sha256(text: &str) -> String {
    sandika_app::hash::sha256(text.as_bytes())
}

/// The words after `masalah`, of either verifier.
fn codes(out: &str) -> BTreeSet<String> {
    let code = |line: &str| Some(line.strip_prefix("masalah ")?.split_once(':')?.0.to_owned());
    out.lines().filter_map(code).collect()
}

fn script() -> Command {
    let mut python = Command::new("python3");
    python.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/jurnal-periksa.py"));
    python
}

/// What both verifiers say of a file; they must agree.
fn verdict(path: &Path) -> BTreeSet<String> {
    let ours = sandika(&["jurnal".as_ref(), "periksa".as_ref(), path.as_os_str()]);
    let output = script().arg(path).output().expect("python3 is missing: the standalone verifier cannot be tested without it");
    let theirs = codes(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(codes(&ours.out), theirs, "{}\n{}", ours.out, String::from_utf8_lossy(&output.stderr));
    let status = if theirs.is_empty() { 0 } else { 1 };
    assert_eq!((ours.status, output.status.code()), (Some(status), Some(status)), "{ours:?}");
    theirs
}

/// The closing line as it must be for these lines: whoever tampers with a file can make it anew.
fn closed(lines: &[String]) -> Vec<String> {
    let entries: Vec<Value> = lines[1..].iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let last = entries.last().unwrap();
    let whole: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let foot = json!({ "count": entries.len(), "head_seq": last["seq"], "head_hash": last["hash"], "sha256": sha256(&whole) });
    [lines, &[foot.to_string()]].concat()
}

#[test]
fn the_journal_comes_out_whole_and_is_verified_without_the_office() {
    let desk = desk();
    let (to, run) = exported(&desk, &[]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{run:?}");
    let lines = lines(&to);
    assert!(run.out.contains(&format!("{} catatan", lines.len() - 2)), "{}", run.out);
    let head: Value = serde_json::from_str(&lines[0]).unwrap();
    assert_eq!(
        (head["format"].as_str(), head["version"].as_u64(), head["personal"].as_str()),
        (Some("sandika-jurnal"), Some(1), Some("ada"))
    );
    assert!(lines.iter().any(|line| line.contains("Catatan ke-3")), "personal parts are opened");
    assert_eq!(verdict(&to), BTreeSet::new());
    let run = sandika(&["jurnal", "periksa", to.to_str().unwrap()]);
    assert!(run.out.ends_with("Berkas jurnal utuh.\n"), "{}", run.out);

    let (to, run) = exported(&desk, &["--tanpa-data-pribadi"]);
    assert_eq!(run.status, Some(0), "{run:?}");
    let text = fs::read_to_string(&to).unwrap();
    assert!(!text.contains("Catatan ke-") && text.contains("\"personal\":\"tidak\""), "nothing personal is in it");
    assert_eq!(verdict(&to), BTreeSet::new());
}

#[test]
fn the_end_is_compared_with_what_was_noted_elsewhere() {
    let desk = desk();
    let noted = desk.run(&["periksa"]).out;
    let end = noted.lines().find_map(|line| line.split_once(", sidik ")).unwrap().1;
    let (to, _) = exported(&desk, &[]);
    let with = |file: &Path, end: &str| sandika(&["jurnal", "periksa", file.to_str().unwrap(), "--ujung", end]);
    assert_eq!(with(&to, &end.to_uppercase()).status, Some(0));
    // Cut and closed anew, the file is sound in itself; only what was noted elsewhere tells.
    let mut cut = lines(&to);
    cut.truncate(cut.len() - 3);
    let shorter = desk.path("pendek.jsonl");
    let mut head: Value = serde_json::from_str(&cut[0]).unwrap();
    head["last"] = json!(head["last"].as_i64().unwrap() - 2);
    cut[0] = head.to_string();
    fs::write(&shorter, closed(&cut).join("\n") + "\n").unwrap();
    assert_eq!(verdict(&shorter), BTreeSet::new());
    let run = with(&shorter, end);
    assert_eq!((run.status, codes(&run.out)), (Some(1), BTreeSet::from(["other-end".to_owned()])), "{run:?}");
    assert_eq!(script().arg(&shorter).arg(end).status().unwrap().code(), Some(1));
    assert_eq!(with(&to, "abc").status, Some(2));
}

#[test]
fn every_way_of_tampering_is_found_by_both_verifiers() {
    let desk = desk();
    let (to, _) = exported(&desk, &[]);
    let sound = lines(&to);
    let entry = |line: &str| serde_json::from_str::<Value>(line).unwrap();
    let edited = |line: &str, rehashed: bool| {
        let mut value = entry(line);
        let body = value["body"].as_str().unwrap().replace("\"actor\":\"", "\"actor\":\"x");
        if rehashed {
            value["hash"] = json!(sha256(&body));
        }
        value["body"] = json!(body);
        value.to_string()
    };
    let bodies = sound.len() - 2;
    let mut tried = 0;
    // The sweep over every entry is `cargo xtask faults journal`; here both verifiers must agree.
    for at in [1, bodies / 2, bodies - 1, bodies] {
        let with = |change: &dyn Fn(&mut Vec<String>)| {
            let mut lines = sound[..=bodies].to_vec();
            change(&mut lines);
            lines
        };
        let mut ways = vec![
            ("body-changed", with(&|lines| lines[at] = edited(&lines[at], false))),
            ("repeated", with(&|lines| lines.insert(at, lines[at].clone()))),
            ("unreadable", with(&|lines| lines[at] = lines[at][..lines[at].len() / 2].to_owned())),
        ];
        if at < bodies {
            ways.push(("missing", with(&|lines| drop(lines.remove(at)))));
            ways.push(("chain-broken", with(&|lines| drop(lines.remove(at)))));
            ways.push(("order", with(&|lines| lines.swap(at, at + 1))));
            ways.push(("chain-broken", with(&|lines| lines[at] = edited(&lines[at], true))));
        }
        for (code, lines) in ways {
            tried += 1;
            let tampered = desk.path("ubah.jsonl");
            let readable = code != "unreadable";
            // Whoever tampers makes the closing line anew where that can be done.
            let lines = if readable { closed(&lines) } else { [&lines[..], &sound[bodies + 1..]].concat() };
            fs::write(&tampered, lines.join("\n") + "\n").unwrap();
            assert!(verdict(&tampered).contains(code), "{code} at {at}: {:?}", verdict(&tampered));
        }
    }
    assert_eq!(tried, 4 * 3 + 3 * 4);
    // The end, and what follows it.
    for (code, lines) in [
        ("cut", sound[..=bodies].to_vec()),
        ("cut", sound[..bodies].to_vec()),
        ("after-end", [&sound[..], &sound[bodies..=bodies]].concat()),
        ("end", [&sound[..bodies], &sound[bodies + 1..]].concat()),
        ("count", [&sound[..bodies], &sound[bodies + 1..]].concat()),
        ("file-changed", [&[sound[0].replace("\"program\":\"sandika", "\"program\":\"lain")], &sound[1..]].concat()),
        ("header", sound[1..].to_vec()),
        ("header", vec!["{\"format\":\"sandika-jurnal\",\"version\":2}".to_owned()]),
    ] {
        let tampered = desk.path("ubah.jsonl");
        fs::write(&tampered, lines.join("\n") + "\n").unwrap();
        assert!(verdict(&tampered).contains(code), "{code}: {:?}", verdict(&tampered));
    }
    fs::write(desk.path("kosong.jsonl"), "").unwrap();
    assert_eq!(verdict(&desk.path("kosong.jsonl")), BTreeSet::from(["header".to_owned()]));
}

#[test]
fn what_cannot_be_is_refused_and_other_files_are_spared() {
    let desk = desk();
    let notes = desk.path("jurnal.jsonl");
    fs::write(&notes, "bukan jurnal").unwrap();
    let (to, run) = exported(&desk, &[]);
    assert!(run.status == Some(1) && run.err.contains("sudah ada dan tidak diganti"), "{run:?}");
    assert_eq!(fs::read_to_string(&to).unwrap(), "bukan jurnal");
    fs::remove_file(&to).unwrap();
    let (to, run) = exported(&desk, &["--dari", "2000-01-01", "--sampai", "2000-12-31"]);
    assert_eq!((run.status, verdict(&to)), (Some(0), BTreeSet::new()), "a period without entries");
    let run = sandika(&["jurnal", "periksa", desk.path("tidak-ada.jsonl").to_str().unwrap()]);
    assert!(run.status == Some(1) && run.err.contains("tidak dapat dipakai"), "{run:?}");
    assert_eq!(desk.run(&["jurnal", "ekspor"]).status, Some(2));
}
