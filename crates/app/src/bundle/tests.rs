//! A bundle of a real case, and every way of doing harm with one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code")]

use super::*;
use crate::practice::testing::practice_office;
use sandika_store::CaseFilter;
use serde_json::Value;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::PathBuf;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A practice office, and the bundle of the case of it that has the most entries.
fn bundle() -> (TempDir, Office, PathBuf, CaseBundle) {
    let (folder, office) = practice_office();
    let cases = office.cases(&CaseFilter::default(), None, 50).unwrap();
    let case = cases.iter().max_by_key(|case| case.row.revision).unwrap().row.id;
    let path = folder.path().join("bundel.zip");
    let made = office.save_case_bundle(case, &path, &|fact, _| format!("{fact:?}").chars().take(90).collect()).unwrap();
    (folder, office, path, made)
}

type Files = Vec<(String, Vec<u8>)>;

fn files(path: &Path) -> Files {
    let mut zip = ZipArchive::new(File::open(path).unwrap()).unwrap();
    let read = |place| {
        let mut entry = zip.by_index(place).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (entry.name().unwrap().into_owned(), bytes)
    };
    (0..ZipArchive::new(File::open(path).unwrap()).unwrap().len()).map(read).collect()
}

fn stored() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Stored)
}

fn zipped(path: &Path, files: &Files, more: impl FnOnce(&mut ZipWriter<File>)) {
    let mut zip = ZipWriter::new(File::create(path).unwrap());
    for (name, bytes) in files {
        zip.start_file(name, stored()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    more(&mut zip);
    zip.finish().unwrap();
}

/// The manifest as it must be for these files: whoever tampers with a bundle can make it anew.
fn sealed_anew(files: &mut Files) {
    let hashes: Vec<(String, usize, String)> = files.iter().map(|(name, bytes)| (name.clone(), bytes.len(), sha256(bytes))).collect();
    let (_, manifest) = files.iter_mut().find(|(name, _)| name == MANIFEST).unwrap();
    let mut value: Value = serde_json::from_slice(manifest).unwrap();
    for line in value["files"].as_array_mut().unwrap() {
        let (_, size, hash) = hashes.iter().find(|(name, ..)| line["name"] == *name).unwrap();
        (line["size"], line["sha256"]) = ((*size).into(), hash.as_str().into());
    }
    *manifest = serde_json::to_vec(&value).unwrap();
}

fn codes(path: &Path) -> Vec<&'static str> {
    check_case_bundle(path).unwrap().problems.iter().map(|problem| problem.code).collect()
}

fn edited(files: &Files, name: &str, edit: impl FnOnce(&mut Vec<u8>)) -> Files {
    let mut files = files.clone();
    edit(&mut files.iter_mut().find(|(known, _)| known.starts_with(name)).unwrap().1);
    files
}

#[test]
fn a_bundle_holds_the_whole_case_and_is_proven() {
    let (folder, office, path, made) = bundle();
    let report = check_case_bundle(&path).unwrap();
    assert!(report.is_sound(), "{:?}", report.problems);
    assert_eq!((report.files, &report.seal), (made.files, &made.seal));
    assert_eq!(report.head, (office.read().journal_head().unwrap().seq, office.read().journal_head().unwrap().hash));
    let files = files(&path);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..4], [README, VERIFIER, HISTORY, ENTRIES]);
    assert_eq!(names.last(), Some(&MANIFEST));
    assert!(names.iter().any(|name| name.starts_with("surat/")) && names.iter().any(|name| name.starts_with("berkas/")), "{names:?}");
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".pdf")) {
        assert!(bytes.starts_with(b"%PDF-"), "{name}");
    }
    // What was stored comes out byte for byte.
    for (name, bytes) in files.iter().filter(|(name, _)| name.contains('/')) {
        assert_eq!(&office.read().read_blob(&sha256(bytes)).unwrap(), bytes, "{name}");
    }
    let unfinished = |name: &std::ffi::OsStr| name.to_string_lossy().ends_with(".tmp");
    assert!(fs::read_dir(folder.path()).unwrap().all(|entry| !unfinished(&entry.unwrap().file_name())));
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let (folder, office, path, made) = bundle();
    let case = check::manifest_of(&path).unwrap().case.parse().unwrap();
    let again = folder.path().join("lagi.zip");
    let tell = |fact: &sandika_domain::fact::Fact, _: &crate::cases::Timeline| format!("{fact:?}").chars().take(90).collect();
    assert_eq!(office.save_case_bundle(case, &again, &tell).unwrap(), made);
    assert!(fs::read(&path).unwrap() == fs::read(&again).unwrap(), "the clock stands still, so nothing may differ");
}

#[test]
fn other_files_are_spared_and_a_stop_leaves_nothing() {
    let (folder, office, path, _) = bundle();
    let case = check::manifest_of(&path).unwrap().case.parse().unwrap();
    let save = |path: &Path| office.save_case_bundle(case, path, &|_, _| "x".to_owned());
    let notes = folder.path().join("catatan.zip");
    fs::write(&notes, "bukan bundel").unwrap();
    for (path, part) in [
        (notes.as_path(), "sudah ada berkas lain"),
        (&folder.path().join("a.pdf"), "berakhiran .zip"),
        (&office.folder().join("a.zip"), "di dalam folder kantor"),
    ] {
        let text = save(path).unwrap_err().to_string();
        assert!(text.contains(part), "{text}");
    }
    assert_eq!(fs::read(&notes).unwrap(), b"bukan bundel");
    save(&path).unwrap();

    let before = fs::read_dir(folder.path()).unwrap().count();
    let mut zip = ArchiveWriter::create(&folder.path().join("putus.zip")).unwrap();
    zip.put("a.txt", b"a").unwrap();
    assert!(zip.finish(|_| Err(StoreError::Stopped.into())).is_err());
    drop(ArchiveWriter::create(&folder.path().join("putus.zip")).unwrap());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), before, "nothing half-written is left");
}

#[test]
fn what_was_changed_taken_away_or_added_is_told() {
    let (folder, _office, path, _) = bundle();
    let (sound, other) = (files(&path), folder.path().join("lain.zip"));
    let flipped = |bytes: &mut Vec<u8>| bytes[9] ^= 1;
    let without = |name: &str| sound.iter().filter(|(known, _)| !known.starts_with(name)).cloned().collect::<Files>();
    let added = |name: &str| [sound.clone(), vec![(name.to_owned(), b"x".to_vec())]].concat();
    let mut swapped = edited(&sound, "surat/001", flipped);
    sealed_anew(&mut swapped);
    let mut told = edited(&sound, ENTRIES, |lines| {
        *lines = String::from_utf8_lossy(lines).replacen("\\\"actor\\\":\\\"", "\\\"actor\\\":\\\"x", 1).into()
    });
    sealed_anew(&mut told);
    for (files, expected) in [
        (sound.clone(), &[][..]),
        (edited(&sound, "surat/001", flipped), &["changed"]),
        (edited(&sound, "berkas/001", Vec::clear), &["changed"]),
        (edited(&sound, "periksa.html", flipped), &["changed"]),
        (without("surat/001"), &["missing"]),
        (without(ENTRIES), &["missing"]),
        (added("surat/999-sisipan.pdf"), &["extra"]),
        // A manifest made anew does not help: no entry names that letter.
        (swapped, &["unnamed", "missing"]),
        (told, &["body-changed", "file-changed"]),
    ] {
        zipped(&other, &files, |_| ());
        assert_eq!(codes(&other), expected);
    }
}

#[test]
fn a_file_that_could_do_harm_is_refused_as_a_whole() {
    let (folder, _office, path, _) = bundle();
    let (sound, other) = (files(&path), folder.path().join("jahat.zip"));
    let refused = |part: &str| {
        let text = check_case_bundle(&other).unwrap_err().to_string();
        assert!(text.contains("ditolak: ") && text.contains(part), "{part}: {text}");
    };
    for (name, part) in [
        ("../jahat.txt", "ke luar folder tujuan"),
        ("surat/../../jahat.txt", "ke luar folder tujuan"),
        ("..\\jahat.txt", "ke luar folder tujuan"),
        ("/etc/passwd", "tempat tertentu di komputer"),
        ("C:\\jahat.txt", "tempat tertentu di komputer"),
        ("surat/con.pdf", "tidak dapat dipakai pada Windows"),
        ("SURAT/001.PDF ", "tidak dapat dipakai pada Windows"),
        ("MANIFEST.JSON", "dua kali"),
    ] {
        zipped(&other, &[sound.clone(), vec![(name.to_owned(), b"x".to_vec())]].concat(), |_| ());
        refused(part);
    }
    zipped(&other, &sound, |zip| zip.add_symlink("surat/tautan.pdf", "/etc/passwd", stored()).unwrap());
    refused("tautan");
    zipped(&other, &sound, |zip| zip.add_directory("kosong", stored()).unwrap());
    refused("folder kosong");
    // Many names for the same bytes: a file of some kilobytes would unpack to any size.
    zipped(&other, &sound, |zip| zip.shallow_copy_file(HISTORY, "surat/salinan.pdf").unwrap());
    refused("tidak sesuai dengan isinya");
    zipped(&other, &sound, |zip| zip.set_comment("isi lain").unwrap());
    refused("bukan ZIP yang utuh");

    let whole = fs::read(&path).unwrap();
    let patched = |from: &[u8], to: &[u8]| {
        let mut bytes = whole.clone();
        let places: Vec<usize> = (0..bytes.len() - from.len()).filter(|at| bytes[*at..].starts_with(from)).collect();
        places.iter().for_each(|at| bytes[*at..*at + to.len()].copy_from_slice(to));
        assert!(!places.is_empty());
        fs::write(&other, bytes).unwrap();
    };
    patched(b"BACA-SAYA.txt", b"manifest.json");
    refused("dua kali");
    // Every entry says that it is packed: what it would unpack to nobody knows before.
    let mut packed = whole.clone();
    for (begin, method) in [(b"PK\x03\x04", 8), (b"PK\x01\x02", 10)] {
        let places: Vec<usize> = (0..packed.len() - 4).filter(|at| packed[*at..].starts_with(begin)).collect();
        assert_eq!(places.len(), sound.len());
        places.iter().for_each(|at| packed[at + method] = 8);
    }
    fs::write(&other, packed).unwrap();
    refused("dimampatkan");
    for more in [&b"lampiran"[..], b"PK\x05\x06"] {
        fs::write(&other, [&whole[..], more].concat()).unwrap();
        refused("bukan ZIP yang utuh");
        fs::write(&other, [more, &whole[..]].concat()).unwrap();
        assert!(check_case_bundle(&other).is_err(), "something before the files");
    }
    for length in [0, 1, 21, 22, 100, whole.len() / 2, whole.len() - 22, whole.len() - 1] {
        fs::write(&other, &whole[..length]).unwrap();
        refused("bukan ZIP yang utuh");
    }
}

#[test]
fn what_claims_too_much_is_refused_before_it_is_taken_in() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("besar.zip");
    let refused = |part: &str| {
        let text = check_case_bundle(&other).unwrap_err().to_string();
        assert!(text.contains(part), "{part}: {text}");
    };
    let many: Files = (0..LIMITS.files + 1).map(|number| (format!("{number}"), Vec::new())).collect();
    zipped(&other, &many, |_| ());
    refused("isinya terlalu banyak");
    // A directory of garbage: longer than all names that there may be.
    let mut end = vec![0_u8; 3 << 20];
    end.extend(b"PK\x05\x06\0\0\0\0\xff\xff\xff\xff");
    end.extend([0_u8; 10]);
    fs::write(&other, end).unwrap();
    refused("daftar isinya terlalu panjang");
    // It takes no room on the disk, and would take all of it unpacked.
    let file = File::create(&other).unwrap();
    file.set_len(1 << 40).unwrap();
    refused("melebihi batas");
}

#[test]
fn whatever_byte_is_flipped_it_is_found_or_says_nothing() {
    let (folder, _office, path, _) = bundle();
    let (whole, sound, other) = (fs::read(&path).unwrap(), files(&path), folder.path().join("cacat.zip"));
    let headers = whole.len() - 4_000;
    for at in (0..whole.len()).step_by(whole.len() / 60).chain((headers..whole.len()).step_by(41)) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x20;
        fs::write(&other, bytes).unwrap();
        let unseen = check_case_bundle(&other).is_ok_and(|report| report.is_sound());
        assert!(!unseen || files(&other) == sound, "byte {at}");
    }
}
