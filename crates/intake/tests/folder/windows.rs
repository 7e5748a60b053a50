//! What only Windows knows: who else has a file open, network drives, long paths, names that differ in the size of their letters alone.

use crate::support::*;
use sandika_intake::folder::{AWAY, Away, Wait, file_away};
use std::env;
use std::fs::{self, File};
use std::os::windows::fs::OpenOptionsExt;
use std::path::PathBuf;

/// Names a folder of a network drive, `\\server\share`, that may be written.
const SHARE: &str = "SANDIKA_TEST_SHARE";

/// Takes the only file of a folder in, and moves it away as the product does once it is stored.
fn taken(watched: &mut Watched) -> PathBuf {
    watched.after(0);
    taken_after(watched, 2)
}

/// The same with a file that was seen and has been still for so long since.
fn taken_after(watched: &mut Watched, seconds: u64) -> PathBuf {
    let arrived = watched.read(seconds).unwrap();
    match file_away(&arrived.path, arrived.stamp, &arrived.hash) {
        Away::Moved(to) => to,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_somebody_has_open_is_left_until_it_is_closed() {
    for (how, sharing) in [("writing and letting read", 7), ("alone", 0)] {
        let mut watched = Watched::new();
        let path = watched.put("SCAN1.pdf", PDF);
        let held = File::options().read(true).append(true).share_mode(sharing).open(&path).unwrap();
        watched.after(0);
        assert_eq!(watched.read(2).unwrap_err(), Wait::Locked, "{how}");
        assert_eq!(watched.waiting(), [("SCAN1.pdf".to_owned(), Wait::Locked)], "{how}");
        drop(held);
        watched.watch.hurry();
        assert_eq!(watched.read(0).unwrap().bytes, PDF, "{how}");
    }
}

#[test]
fn a_folder_of_a_network_drive_is_watched_like_any_other() {
    let share = env::var(SHARE).unwrap_or_else(|_| panic!(r"{SHARE} names no folder of a network drive, \\server\share"));
    assert!(share.starts_with(r"\\"), "{share}");
    let mut watched = Watched::within(tempfile::tempdir_in(share).unwrap());
    let path = watched.put("SCAN1.pdf", PDF);
    assert_eq!((watched.after(0), watched.after(4)), (vec![], vec![]), "a network may hold back what is written");
    let to = taken_after(&mut watched, 1);
    assert_eq!((path.exists(), fs::read(to).unwrap()), (false, PDF.to_vec()));
}

#[test]
fn a_path_longer_than_windows_once_took_is_watched() {
    let outer = tempfile::tempdir().unwrap();
    let deep = (0..6).fold(outer.path().to_owned(), |folder, _| folder.join("Bidang Persandian dan Statistik, Hasil Pindai Berkas"));
    fs::create_dir_all(&deep).unwrap();
    let mut watched = Watched::within(tempfile::tempdir_in(&deep).unwrap());
    let path = watched.put("SCAN1.pdf", PDF);
    assert!(path.as_os_str().len() > 300, "{}", path.display());
    let to = taken(&mut watched);
    assert_eq!((path.exists(), fs::read(to).unwrap()), (false, PDF.to_vec()));
}

#[test]
fn names_that_differ_in_the_size_of_letters_are_one_name() {
    let mut watched = Watched::new();
    for (name, moved) in [("SCAN1.PDF", "SCAN1.PDF"), ("scan1.pdf", "scan1 (2).pdf"), ("Scan1.Pdf", "Scan1 (3).Pdf")] {
        watched.put(name, &[PDF, name.as_bytes(), b"\n%%EOF\n"].concat());
        assert_eq!(taken(&mut watched), watched.path(AWAY).join(moved));
    }
    assert_eq!(listed(&watched.path(AWAY)).len(), 3);
}

#[test]
fn a_name_that_windows_keeps_for_a_device_is_a_file_all_the_same() {
    let mut watched = Watched::new();
    // As a scanner lays it down over the network; Windows itself makes none.
    for name in ["COM1.pdf", "nul.pdf", "Con.pdf"] {
        fs::write(format!(r"\\?\{}\{name}", watched.folder.path().display()), PDF).unwrap();
        let to = taken(&mut watched);
        assert_eq!(to.file_name().unwrap(), name);
    }
    assert_eq!(listed(&watched.path(AWAY)).len(), 3);
}
