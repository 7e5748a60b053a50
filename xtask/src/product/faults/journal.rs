//! `cargo xtask faults journal`: every kind of tampering with every single entry of a long journal. First in the file that an office exports, by the
//! verifier that needs only the file; then in the store itself, by the store's own test, which alone can reach behind its encryption.
//!
//! What a verifier has found is never withdrawn, so each tampering is looked at from shortly before its place on: the whole takes minutes, not days.

use chrono::Utc;
use lexopt::prelude::*;
use sandika_app::hash::sha256;
use sandika_app::ports::Ports;
use sandika_app::{JournalCheck, JournalWanted, Office};
use sandika_domain::fact::{Fact, RecordedOwner};
use sandika_domain::ids::{EntryId, OwnerId};
use sandika_domain::owner::{Employment, OwnerDetails};
use sandika_store::{Creation, KdfCost, Recording, Store};
use sandika_testkit::PASSPHRASE;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;
use uuid::Uuid;
use xtask::Result;
use xtask::repo::Repo;

/// Trying a known passphrase need not cost anything.
const COST: KdfCost = KdfCost { m_kib: 64, t: 1, p: 1 };
/// Lines that are read after the place of a tampering.
const ON: usize = 3;

/// What somebody can do to the line of an entry.
const KINDS: [&str; 8] = [
    "a byte of the text",
    "the text with its hash",
    "the hash",
    "the place",
    "removed",
    "swapped with the next",
    "repeated",
    "the rest cut off, closed anew",
];

/// Entries of a quick run.
const FEW: usize = 300;

/// Tampers as often as is asked for.
pub(super) fn faults(mut arguments: lexopt::Parser) -> Result {
    let mut entries = 10_000;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("jumlah") => entries = arguments.value()?.parse()?,
            Long("cepat") => entries = FEW,
            other => return Err(other.unexpected().into()),
        }
    }
    let target = Repo::here()?.root.join("target/faults");
    fs::create_dir_all(&target)?;
    run(tempfile::Builder::new().prefix("jurnal-").tempdir_in(&target)?.path(), entries)
}

/// Tampers, counts, and runs the store's own sweep.
fn run(folder: &Path, entries: usize) -> Result {
    let began = Instant::now();
    let file = exported(&folder.join("kantor"), entries)?;
    let lines: Vec<String> = fs::read_to_string(&file)?.lines().map(str::to_owned).collect();
    let bodies = lines.len().checked_sub(2).ok_or("the file is empty")?;
    let noted = field(lines.last().ok_or("no line")?, "head_hash")?;
    println!("{bodies} entries made and exported in {:.0} s", began.elapsed().as_secs_f64());
    let began = Instant::now();
    let mut counts = KINDS.map(|_| (0_u64, 0_u64));
    let mut so_far = JournalCheck::default();
    so_far.line(lines[0].as_bytes());
    for at in 1..=bodies {
        for (kind, count) in counts.iter_mut().enumerate() {
            let Some(tampered) = tampered(kind, &lines[at..=bodies.min(at + ON)], at == bodies)? else { continue };
            let mut check = so_far.clone();
            tampered.iter().for_each(|line| check.line(line.as_bytes()));
            let report = check.finish();
            let ends = at + ON >= bodies || KINDS[kind].starts_with("the rest");
            let found = report.problems.iter().any(|problem| problem.code != "cut") || (ends && report.head_hash != noted);
            *count = (count.0 + 1, count.1 + u64::from(found));
        }
        so_far.line(lines[at].as_bytes());
    }
    for (kind, (done, found)) in KINDS.iter().zip(counts) {
        println!("{done:>8} {found:>8} found  {kind}{}", if done == found { "" } else { "  FAULT" });
    }
    println!("in the file, in {:.0} s", began.elapsed().as_secs_f64());
    if counts.iter().any(|(done, found)| done != found) {
        return Err("not every tampering was found".into());
    }
    in_the_store(entries)
}

/// The store's own test, with as many entries.
fn in_the_store(entries: usize) -> Result {
    let test = ["test", "--locked", "-p", "sandika-store", "--lib", "every_kind_of_tampering", "--", "--nocapture"];
    let status = Command::new("cargo").args(test).env("SANDIKA_JOURNAL_ENTRIES", entries.to_string()).status()?;
    if status.success() { Ok(()) } else { Err("the store's own sweep failed".into()) }
}

/// The lines from the place on as somebody has changed them; `None` where there is nothing to do it with.
fn tampered(kind: usize, lines: &[String], last: bool) -> Result<Option<Vec<String>>> {
    let mut changed = lines.to_vec();
    match KINDS[kind] {
        "a byte of the text" => changed[0] = edited(&lines[0], |entry| entry["body"] = json!(other_text(entry)))?,
        "the text with its hash" => {
            changed[0] = edited(&lines[0], |entry| {
                let text = other_text(entry);
                (entry["hash"], entry["body"]) = (json!(sha256(text.as_bytes())), json!(text));
            })?;
        }
        "the hash" => changed[0] = edited(&lines[0], |entry| entry["hash"] = json!(sha256(b"lain")))?,
        "the place" => changed[0] = edited(&lines[0], |entry| entry["seq"] = json!(entry["seq"].as_i64().unwrap_or_default() + 1))?,
        "removed" => drop(changed.remove(0)),
        "swapped with the next" if last => return Ok(None),
        "swapped with the next" => changed.swap(0, 1),
        "repeated" => changed.insert(0, lines[0].clone()),
        _ => changed.clear(),
    }
    Ok(Some(changed))
}

fn edited(line: &str, change: impl FnOnce(&mut Value)) -> Result<String> {
    let mut entry = serde_json::from_str(line)?;
    change(&mut entry);
    Ok(entry.to_string())
}

fn other_text(entry: &Value) -> String {
    entry["body"].as_str().unwrap_or_default().replacen("\"actor\":\"", "\"actor\":\"x", 1)
}

fn field(line: &str, name: &str) -> Result<String> {
    let value: Value = serde_json::from_str(line)?;
    Ok(value[name].as_str().ok_or("no such field")?.to_owned())
}

/// An office with so many entries, and its journal as a file.
fn exported(folder: &Path, entries: usize) -> Result<std::path::PathBuf> {
    let now = Utc::now();
    let creation = Creation { desk: "meja-uji".to_owned(), user: "petugas".to_owned(), cost: COST, now };
    let mut store = Store::create(folder, PASSPHRASE, &creation)?;
    let owner = OwnerId(Uuid::from_u128(1));
    store.transact(now, "petugas", |tx| (0..entries).try_for_each(|number| tx.record(&recorded(owner, number)).map(drop)))?;
    drop(store);
    let file = folder.with_extension("jsonl");
    let office = Office::open(folder, PASSPHRASE, Ports::folder(folder.join("keluar")), "petugas")?;
    office.export_journal(&file, &JournalWanted { from: None, until: None, personal: true })?;
    Ok(file)
}

fn recorded(owner: OwnerId, number: usize) -> Recording {
    let blank = String::new;
    let details = OwnerDetails {
        name: format!("Contoh Pemilik {number}"),
        title_before: blank(),
        title_after: blank(),
        nik: blank(),
        nip: blank(),
        employment: Employment::Lainnya,
        rank: blank(),
        grade: blank(),
        post: blank(),
        unit: blank(),
        institution: "Dinas Contoh".to_owned(),
        email: blank(),
        phone: blank(),
        ams_user: blank(),
    };
    let facts = vec![Fact::OwnerRecorded { owner, personal: RecordedOwner { details, confirmed: Default::default() }.into() }];
    let entry = EntryId(Uuid::from_u128(1 << 64 | number as u128));
    Recording { entry, action: "record_owner".to_owned(), case: None, person: Some(owner.into()), facts }
}
