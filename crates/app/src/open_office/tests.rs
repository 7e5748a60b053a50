//! There and back: what comes out of the new office is what went into it; and what is no export is none.
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code")]

use super::*;
use crate::LongWork;
use crate::ports::Ports;
use crate::practice::testing::practice_office;
use sandika_domain::ids::EntryId;
use sandika_store::{CaseFilter, KdfCost};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::{Arc, Weak};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const CHEAP: KdfCost = KdfCost { m_kib: 64, t: 1, p: 1 };
const SECRET: &str = "kata sandi kantor hasil impor";
const ADMIN: &str = "Contoh Petugas";

type Files = BTreeMap<String, Vec<u8>>;

fn files(path: &Path) -> Files {
    let mut zip = ZipArchive::new(File::open(path).unwrap()).unwrap();
    let count = zip.len();
    let mut read = |place| {
        let mut entry = zip.by_index(place).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (entry.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(&mut read).collect()
}

/// A practice office with every SOP, one person erased, a letter of the office's own, a user more, and a content file.
fn office() -> (TempDir, Office) {
    let (folder, mut office) = practice_office();
    let cases = office.cases(&CaseFilter::default(), None, 50).unwrap();
    let erased = cases.iter().max_by_key(|case| case.row.revision).unwrap().row.owner;
    let (now, entry) = (office.now(), EntryId(office.fresh_id().unwrap()));
    assert!(office.store.erase_person(erased.into(), entry, now, ADMIN).unwrap());
    let profile = office.profile().unwrap().unwrap();
    office.describe(profile).unwrap();
    let sops = office.folder().join("content/sops");
    fs::create_dir_all(&sops).unwrap();
    fs::write(sops.join("Catatan kantor é.txt"), "isi").unwrap();
    fs::write(sops.join(format!("{}.{}", "panjang".repeat(9), "akhiran".repeat(9))), "isi").unwrap();
    (folder, office)
}

fn import(folder: &Path, from: &Path, user: &str) -> Result<Imported, AppError> {
    Office::import_open(folder, from, SECRET, CHEAP, &Ports::folder(folder.with_extension("keluar")), user)
}

fn open(folder: &Path, user: &str) -> Office {
    Office::open(folder, SECRET, Ports::folder(folder.with_extension("keluar")), user).unwrap()
}

fn exported(office: &Office, path: PathBuf) -> (PathBuf, Exported) {
    let made = office.export_open(&path).unwrap();
    (path, made)
}

/// What must be equal: everything but the manifest, which says when it was made.
fn content(path: &Path) -> Files {
    let mut files = files(path);
    files.remove(MANIFEST).unwrap();
    files
}

#[test]
fn what_comes_out_again_is_what_went_in() {
    let (folder, office) = office();
    let (first, made) = exported(&office, folder.path().join("satu.zip"));
    assert_eq!(check_open_export(&first).unwrap(), made.entries);
    let place = folder.path().join("baru");
    let imported = import(&place, &first, "contoh petugas").unwrap();
    assert_eq!((imported.entries, imported.files, imported.admitted), (made.entries, made.files, false));
    assert_eq!(imported.admin, ADMIN, "under the name that the journal knows");

    let again = open(&place, ADMIN);
    let (second, _) = exported(&again, folder.path().join("dua.zip"));
    let (one, two) = (content(&first), content(&second));
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert!(*bytes == two[name], "{name} differs");
    }
    for folder in [FILES, TABLES, CONTENT] {
        assert!(one.keys().any(|name| name.starts_with(folder)), "{folder}");
    }
    // Whoever was erased is erased, and nobody else.
    assert_eq!(again.read().erased_persons().unwrap(), office.read().erased_persons().unwrap());
    assert_eq!(office.read().erased_persons().unwrap().len(), 1);
    let lines = String::from_utf8(one[ENTRIES].clone()).unwrap();
    assert!(lines.contains("\"personal\":\"dihapus\"") && lines.contains("\"personal\":["));
    // The chain is another one, over other seals, and whole.
    assert_ne!(again.read().journal_head().unwrap().hash, office.read().journal_head().unwrap().hash);
    assert_eq!(again.read().journal_head().unwrap().seq, office.read().journal_head().unwrap().seq);
    assert!(again.verify().unwrap().is_sound());
    assert_eq!(fs::read(place.join("content/sops/Catatan kantor é.txt")).unwrap(), b"isi");
    assert!(again.is_practice().unwrap());
}

#[test]
fn whoever_imports_becomes_its_admin_by_an_entry_of_its_own() {
    let (folder, office) = office();
    let (first, made) = exported(&office, folder.path().join("satu.zip"));
    let place = folder.path().join("baru");
    let imported = import(&place, &first, "Pengelola Baru").unwrap();
    assert!(imported.admitted);
    let again = open(&place, "Pengelola Baru");
    let (second, more) = exported(&again, folder.path().join("dua.zip"));
    assert_eq!(more.entries, made.entries + 1);
    let (one, two) = (content(&first), content(&second));
    assert!(two[ENTRIES].starts_with(&one[ENTRIES]), "only its end is new");
}

#[test]
fn an_import_takes_no_place_and_leaves_nothing_where_it_fails() {
    let (folder, office) = office();
    let (first, _) = exported(&office, folder.path().join("satu.zip"));
    let taken = folder.path().join("ada");
    fs::create_dir_all(&taken).unwrap();
    fs::write(taken.join("surat.txt"), "penting").unwrap();
    let before = |folder: &TempDir| {
        let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|name| name.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let (sound, there) = (files(&first), before(&folder));
    let refused = |place: &Path, from: &Path, part: &str| {
        let text = import(place, from, ADMIN).unwrap_err().to_string();
        assert!(text.contains(part), "{part}: {text}");
    };
    refused(&taken, &first, "hanya membuat kantor baru");
    refused(&office.folder(), &first, "hanya membuat kantor baru");
    let place = folder.path().join("baru");
    let text =
        Office::import_open(&place, &first, "pendek", CHEAP, &Ports::folder(folder.path().join("k")), ADMIN).unwrap_err().to_string();
    assert!(text.contains("andi"), "{text}");

    let bad = folder.path().join("buruk.zip");
    let line = |at: usize| String::from_utf8_lossy(&sound[ENTRIES]).lines().nth(at).unwrap().to_owned();
    let with_lines = |change: &dyn Fn(&mut Vec<String>)| {
        let mut lines: Vec<String> = String::from_utf8_lossy(&sound[ENTRIES]).lines().map(str::to_owned).collect();
        change(&mut lines);
        let mut files = sound.clone();
        files.insert(ENTRIES.to_owned(), (lines.join("\n") + "\n").into_bytes());
        files
    };
    let stored = sound.keys().find(|name| name.starts_with(FILES)).unwrap().clone();
    let mut without_file = sound.clone();
    without_file.remove(&stored);
    let mut other_file = sound.clone();
    other_file.insert(stored.clone(), b"lain".to_vec());
    let mut extra = sound.clone();
    extra.insert("berkas/catatan.txt".to_owned(), b"x".to_vec());
    for (files, resealed, part) in [
        (with_lines(&|lines| drop(lines.remove(9))), true, "tidak berada pada tempat"),
        (with_lines(&|lines| lines.swap(8, 9)), true, "tidak berada pada tempat"),
        (with_lines(&|lines| lines.push(line(9))), true, "sudah terpakai"),
        (with_lines(&|lines| drop(lines.pop())), true, "jumlah catatannya"),
        (with_lines(&|lines| lines[5] = "{}".to_owned()), true, "baris 6 tidak dapat dibaca"),
        (with_lines(&|lines| lines[0] = lines[0].replace("\"version\":1", "\"version\":9")), true, "baris 1 tidak dapat dibaca"),
        (with_lines(&|lines| replace_first(lines, "\"personal\":[", "\"personal\":\"dihapus\",\"x\":[")), true, "tidak dapat dibaca"),
        (with_lines(&|lines| said(lines, "[{\"step_completed\"", json!("dihapus"), json!(["x"]))), true, "penghapusan"),
        (with_lines(&|lines| said(lines, "[{\"step_completed\"", json!(["x"]), json!("dihapus"))), true, "penghapusan"),
        (with_lines(&|lines| replace_first(lines, "\"actor\":\"", "\"actor\":\"x")), false, "hilang atau berubah"),
        (without_file, false, "ada yang hilang atau ditambahkan"),
        (other_file.clone(), false, "hilang atau berubah"),
        (other_file, true, "tidak dikenal"),
        (extra, true, "ada yang hilang atau ditambahkan"),
    ] {
        zipped(&bad, files, resealed);
        refused(&place, &bad, part);
    }
    fs::write(&bad, &fs::read(&first).unwrap()[..5_000]).unwrap();
    refused(&place, &bad, "bukan ZIP yang utuh");
    fs::remove_file(&bad).unwrap();
    assert_eq!(before(&folder), there, "nothing is left behind");
}

/// In the first entry with such facts whose personal part has this shape, puts another one in its place.
fn said(lines: &mut [String], facts: &str, from: Value, to: Value) {
    let read = |line: &String| serde_json::from_str::<Value>(line).unwrap();
    let fits = |line: &&mut String| {
        let entry = read(line);
        line.contains(facts) && entry["facts"].as_array().unwrap().len() == 1 && entry["personal"].is_array() == from.is_array()
    };
    let line = lines.iter_mut().skip(1).find(fits).unwrap();
    let mut entry = read(line);
    entry["personal"] = to;
    *line = entry.to_string();
}

fn replace_first(lines: &mut [String], from: &str, to: &str) {
    let line = lines.iter_mut().find(|line| line.contains(from)).unwrap();
    *line = line.replacen(from, to, 1);
}

/// Writes these files as an export, the journal first and the manifest last; made anew for them where that is wished.
fn zipped(path: &Path, mut files: Files, resealed: bool) {
    let mut manifest: Value = serde_json::from_slice(&files.remove(MANIFEST).unwrap()).unwrap();
    let order: Vec<String> = manifest["files"].as_array().unwrap().iter().map(|line| line["name"].as_str().unwrap().to_owned()).collect();
    if resealed {
        for line in manifest["files"].as_array_mut().unwrap() {
            let bytes = &files[line["name"].as_str().unwrap()];
            (line["size"], line["sha256"]) = (bytes.len().into(), sha256(bytes).into());
        }
    }
    let mut zip = ZipWriter::new(File::create(path).unwrap());
    let mut put = |name: &str, bytes: &[u8]| {
        zip.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
        zip.write_all(bytes).unwrap();
    };
    for name in order {
        if let Some(bytes) = files.remove(&name) {
            put(&name, &bytes);
        }
    }
    files.iter().for_each(|(name, bytes)| put(name, bytes));
    put(MANIFEST, &serde_json::to_vec(&manifest).unwrap());
    zip.finish().unwrap();
}

#[test]
fn an_import_that_is_ended_leaves_nothing() {
    let (folder, office) = office();
    let (first, _) = exported(&office, folder.path().join("satu.zip"));
    let count = || fs::read_dir(folder.path()).unwrap().count();
    let before = count();
    // At its beginning, and while entries are taken in.
    for stage in [Stage::Blobs, Stage::Journal, Stage::Projections] {
        let work = Arc::new_cyclic(|itself: &Weak<LongWork>| {
            let itself = itself.clone();
            LongWork::telling(move |progress| {
                if progress.stage == stage {
                    itself.upgrade().unwrap().stop();
                }
            })
        });
        let ports = Ports { work, ..Ports::folder(folder.path().join("keluar")) };
        let ended = Office::import_open(&folder.path().join("baru"), &first, SECRET, CHEAP, &ports, ADMIN).unwrap_err();
        assert!(matches!(ended, AppError::Store(StoreError::Stopped)), "{stage:?}: {ended}");
        assert_eq!(count(), before, "{stage:?}");
    }
}
