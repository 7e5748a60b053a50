//! Look by look.

use crate::support::*;
use sandika_intake::folder::{Wait, read_whole};
use std::fs::{self, File};
use std::io::Write;

#[test]
fn a_file_is_read_once_it_has_been_still() {
    let mut watched = Watched::new();
    watched.put("SCAN1.pdf", PDF);
    assert_eq!(watched.after(0), [""; 0], "seen for the first time");
    assert_eq!(watched.after(1), [""; 0]);
    let arrived = watched.read(1).unwrap();
    assert_eq!((arrived.bytes.as_slice(), name(&arrived.path).as_str()), (PDF, "SCAN1.pdf"));
    assert_eq!(arrived.hash.len(), 64);
}

#[test]
fn a_slow_writer_is_waited_for() {
    let mut watched = Watched::new();
    let path = watched.put("SCAN1.pdf", &PDF[..10]);
    watched.after(0);
    let mut file = File::options().append(true).open(&path).unwrap();
    for piece in PDF[10..].chunks(12) {
        file.write_all(piece).unwrap();
        assert_eq!(watched.after(30), [""; 0], "it has grown since the last look");
    }
    // On Windows, a file that somebody writes is not read.
    drop(file);
    assert_eq!(watched.read(2).unwrap().bytes, PDF);
}

#[test]
fn a_file_that_stops_short_waits_and_is_read_when_its_end_comes() {
    let mut watched = Watched::new();
    let path = watched.put("SCAN1.pdf", &PDF[..20]);
    watched.after(0);
    assert_eq!(watched.read(2).unwrap_err(), Wait::Unfinished);
    assert_eq!(watched.waiting(), [("SCAN1.pdf".to_owned(), Wait::Unfinished)]);
    assert_eq!(watched.after(1), [""; 0], "not tried at every look");
    fs::write(&path, PDF).unwrap();
    watched.after(1);
    assert_eq!(watched.read(2).unwrap().bytes, PDF);
}

#[test]
fn what_waits_is_tried_for_ever_at_growing_pauses() {
    let mut watched = Watched::new();
    watched.put("SCAN1.pdf", &PDF[..20]);
    watched.after(0);
    let mut tries = 0;
    for _ in 0..600 {
        for (path, stamp) in watched.ready(1) {
            tries += 1;
            let why = read_whole(&path, stamp, LIMIT).unwrap_err();
            watched.watch.waits(&path, why, watched.now);
        }
    }
    assert!((10..=20).contains(&tries), "{tries} in ten minutes");
    watched.watch.hurry();
    assert_eq!(watched.after(0), ["SCAN1.pdf"], "unless an officer asks for it");
}

#[test]
fn names_that_are_being_written_are_left_until_they_are_renamed() {
    let mut watched = Watched::new();
    let written = watched.put("SCAN1.pdf.tmp", PDF);
    watched.put(".SCAN2.pdf", PDF);
    fs::create_dir(watched.path("Diproses")).unwrap();
    fs::write(watched.path("Diproses").join("SCAN0.pdf"), PDF).unwrap();
    assert_eq!((watched.after(0), watched.after(10)), (vec![], vec![]));
    fs::rename(written, watched.path("SCAN1.pdf")).unwrap();
    watched.after(0);
    assert_eq!(watched.after(2), ["SCAN1.pdf"]);
}

#[test]
fn each_file_waits_for_its_own_reason() {
    let limit = LIMIT as usize;
    for (name, bytes, expected) in [
        ("kosong.pdf", Vec::new(), Wait::Empty),
        ("besar.pdf", vec![0; limit + 1], Wait::TooLarge { limit: LIMIT }),
        ("surat.docx", b"PK\x03\x04 sebuah dokumen".to_vec(), Wait::NotAScan),
        ("catatan.pdf", b"bukan pdf".to_vec(), Wait::NotAScan),
        ("putus.jpg", b"\xff\xd8\xff\xe0 tanpa akhir".to_vec(), Wait::Unfinished),
    ] {
        let mut watched = Watched::new();
        watched.put(name, &bytes);
        watched.after(0);
        assert_eq!(watched.read(2).unwrap_err(), expected, "{name}");
        assert_eq!(listed(watched.folder.path()), [name], "it stays where it is");
    }
}

#[test]
fn a_file_that_somebody_holds_is_waited_for() {
    let mut watched = Watched::new();
    let path = watched.put("SCAN1.pdf", PDF);
    watched.after(0);
    let held = File::options().write(true).open(&path).unwrap();
    held.lock().unwrap();
    assert_eq!(watched.read(2).unwrap_err(), Wait::Locked);
    drop(held);
    assert_eq!(watched.read(2).unwrap().bytes, PDF);
}

#[test]
fn a_file_that_changes_or_goes_between_look_and_read_is_not_read() {
    let mut watched = Watched::new();
    let path = watched.put("SCAN1.pdf", PDF);
    watched.after(0);
    let (_, stamp) = watched.ready(2)[0].clone();
    fs::write(&path, [PDF, b"lagi"].concat()).unwrap();
    assert_eq!(read_whole(&path, stamp, LIMIT).unwrap_err(), Wait::Growing);
    fs::remove_file(&path).unwrap();
    assert!(matches!(read_whole(&path, stamp, LIMIT).unwrap_err(), Wait::Unreadable(_)));
    assert_eq!(watched.after(1), [""; 0]);
    assert_eq!(watched.waiting(), [], "what is gone is not spoken of");
}

#[test]
fn a_folder_that_is_away_says_so_and_comes_back_with_its_files() {
    let mut watched = Watched::new();
    watched.put("SCAN1.pdf", PDF);
    watched.after(0);
    let (here, away) = (watched.folder.path().to_owned(), watched.folder.path().with_extension("cabut"));
    fs::rename(&here, &away).unwrap();
    assert_eq!(watched.after(2), [""; 0]);
    assert!(watched.watch.status(watched.now)[0].trouble.is_some());
    fs::rename(&away, &here).unwrap();
    assert_eq!(watched.after(1), ["SCAN1.pdf"]);
    assert_eq!(watched.watch.status(watched.now)[0].trouble, None);
}

#[test]
fn a_file_that_stays_is_not_read_again_until_it_changes() {
    let mut watched = Watched::new();
    let path = watched.put("SCAN1.pdf", PDF);
    watched.after(0);
    assert_eq!(watched.after(2), ["SCAN1.pdf"]);
    watched.watch.leave(&path);
    assert_eq!((watched.after(60), watched.waiting()), (vec![], vec![]));
    fs::write(&path, [PDF, b"%%EOF"].concat()).unwrap();
    watched.after(1);
    assert_eq!(watched.after(2), ["SCAN1.pdf"]);
}

#[test]
fn other_folders_are_watched_without_forgetting_those_that_stay() {
    let mut watched = Watched::new();
    watched.put("SCAN1.pdf", PDF);
    watched.after(0);
    let other = tempfile::tempdir().unwrap();
    fs::write(other.path().join("SCAN2.pdf"), PDF).unwrap();
    watched.watch.watch(&[other.path().to_owned(), watched.folder.path().to_owned()]);
    assert_eq!(watched.after(2), ["SCAN1.pdf"], "the new one is seen for the first time");
    watched.watch.watch(&[other.path().to_owned()]);
    assert_eq!(watched.after(2), ["SCAN2.pdf"]);
}

#[cfg(unix)]
#[test]
fn names_need_not_be_text_and_may_be_as_long_as_they_can() {
    use std::os::unix::ffi::OsStrExt;
    let mut watched = Watched::new();
    let strange = std::ffi::OsStr::from_bytes(b"SCAN\xff.pdf");
    fs::write(watched.folder.path().join(strange), PDF).unwrap();
    watched.put(&format!("{}.pdf", "é".repeat(125)), PDF);
    watched.after(0);
    for (path, stamp) in watched.ready(2) {
        assert_eq!(read_whole(&path, stamp, LIMIT).unwrap().bytes, PDF, "{path:?}");
    }
    assert_eq!(watched.waiting().len(), 2);
}
