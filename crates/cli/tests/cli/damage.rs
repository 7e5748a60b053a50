//! `periksa` and `susun-ulang`: what is sound, and what a flipped byte does.

use crate::support::Desk;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

/// An office with a case that has a document.
fn desk() -> Desk {
    let desk = Desk::new();
    let case = desk.case()["case"].clone();
    let scan = sandika_testkit::scan(&desk.path(""), "permohonan", "surat permohonan");
    desk.ok("case_attach", &json!({ "case": case, "step": 1, "document": "surat-permohonan-pencabutan", "path": scan }));
    desk
}

/// The one stored file.
fn stored(desk: &Desk) -> PathBuf {
    let shelf = fs::read_dir(desk.office().join("berkas")).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_dir()).unwrap();
    fs::read_dir(shelf).unwrap().next().unwrap().unwrap().path()
}

#[test]
fn a_sound_office_is_sound_before_and_after_a_rebuild() {
    let desk = desk();
    for verb in ["periksa", "susun-ulang", "periksa"] {
        let run = desk.run(&[verb]);
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{verb}: {run:?}");
        let expected = if verb == "periksa" { "Data kantor utuh." } else { "disusun ulang dari jurnal: " };
        assert!(run.out.contains(expected), "{verb}: {}", run.out);
    }
    let counts = desk.run(&["periksa"]).out;
    assert!(counts.lines().any(|line| line.starts_with("Berkas tersimpan ") && line.ends_with(" 1")), "{counts}");
}

#[test]
fn a_flipped_byte_in_a_stored_file_is_found() {
    let desk = desk();
    flip(&stored(&desk), 100);
    let run = desk.run(&["periksa"]);
    assert_eq!((run.status, run.err.as_str()), (Some(1), ""));
    assert_eq!(run.out.lines().filter(|line| line.starts_with("masalah file-changed: ")).count(), 1, "{}", run.out);
    assert!(run.out.contains("Data kantor bermasalah: 1 hal ditemukan."), "{}", run.out);
    fs::remove_file(stored(&desk)).unwrap();
    let run = desk.run(&["periksa"]);
    assert!(run.status == Some(1) && run.out.contains("masalah file-missing: "), "{}", run.out);
}

#[test]
fn a_flipped_byte_anywhere_in_the_database_is_found() {
    let size = fs::metadata(desk().office().join("sandika.db")).unwrap().len() as usize;
    for at in [200, size / 4, size / 2, size * 3 / 4, size - 100] {
        let desk = desk();
        let database = desk.office().join("sandika.db");
        flip(&database, at.min(fs::metadata(&database).unwrap().len() as usize - 1));
        let run = desk.run(&["periksa"]);
        assert_eq!(run.status, Some(1), "{at}: {run:?}");
        let set_aside = run.err.contains("telah disisihkan ke ") && desk.office().join("rusak").is_dir();
        assert!(set_aside || run.out.contains("masalah database: "), "{at}: {run:?}");
    }
}
