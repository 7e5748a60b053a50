//! Moved out of the way, or left where it is.

use crate::support::*;
use sandika_intake::folder::{AWAY, Away, Stamp, file_away, hash_of, stamp_of};
use std::fs;
use std::path::Path;

fn taken(path: &Path) -> (Stamp, String) {
    (stamp_of(path).unwrap(), hash_of(path).unwrap())
}

#[test]
fn what_was_stored_is_moved_beside_and_nothing_is_written_over() {
    let watched = Watched::new();
    for (round, expected) in ["SCAN1.pdf", "SCAN1 (2).pdf", "SCAN1 (3).pdf"].into_iter().enumerate() {
        let bytes = [PDF, &[b'0' + round as u8], b"%%EOF"].concat();
        let path = watched.put("SCAN1.pdf", &bytes);
        let (stamp, hash) = taken(&path);
        let to = watched.path(AWAY).join(expected);
        assert_eq!(file_away(&path, stamp, &hash), Away::Moved(to.clone()));
        assert_eq!(fs::read(to).unwrap(), bytes);
        assert!(!path.exists());
    }
    assert_eq!(listed(&watched.path(AWAY)).len(), 3);
}

#[test]
fn a_long_name_keeps_its_ending_beside_another_one() {
    let watched = Watched::new();
    let long = format!("{}.pdf", "é".repeat(125));
    for _ in 0..2 {
        let path = watched.put(&long, PDF);
        let (stamp, hash) = taken(&path);
        assert!(matches!(file_away(&path, stamp, &hash), Away::Moved(_)));
    }
    let names = listed(&watched.path(AWAY));
    assert!(names.iter().any(|name| name.ends_with("é (2).pdf") && name.len() <= 255), "{names:?}");
}

#[test]
fn what_is_another_file_by_now_is_not_moved() {
    let watched = Watched::new();
    let path = watched.put("SCAN1.pdf", PDF);
    let (stamp, hash) = taken(&path);
    assert_eq!(file_away(&path, Stamp { size: stamp.size + 1, ..stamp }, &hash), Away::Changed);
    assert_eq!(file_away(&path, stamp, &"0".repeat(64)), Away::Changed, "the same size and time, other bytes");
    assert!(path.exists());
    fs::remove_file(&path).unwrap();
    assert_eq!(file_away(&path, stamp, &hash), Away::Gone);
}

#[test]
fn a_file_stays_where_nothing_can_be_moved() {
    let watched = Watched::new();
    let path = watched.put("SCAN1.pdf", PDF);
    let (stamp, hash) = taken(&path);
    // A file where the folder would be made.
    watched.put(AWAY, b"bukan folder");
    assert!(matches!(file_away(&path, stamp, &hash), Away::Stays(_)));
    assert_eq!(fs::read(&path).unwrap(), PDF);
}
