//! Stored files: what comes back, what is refused, what a crash leaves.

use crate::support::*;
use std::fs;
use std::path::{Path, PathBuf};

fn stored(dir: &Path) -> Vec<PathBuf> {
    let shelves = fs::read_dir(dir.join("berkas")).unwrap().map(|name| name.unwrap().path());
    shelves.flat_map(|shelf| fs::read_dir(shelf).unwrap()).map(|name| name.unwrap().path()).collect()
}

#[test]
fn bytes_come_back_under_their_hash() {
    let office = office();
    for bytes in [&b""[..], b"isi", &[7; 200_000]] {
        let blob = office.store.read().put_blob(bytes, 1_000_000).unwrap();
        assert_eq!(blob.size, bytes.len() as u64);
        assert_eq!(office.store.read().read_blob(&blob.hash).unwrap(), bytes);
    }
    let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(office.store.read().put_blob(b"abc", 10).unwrap().hash, known);
}

#[test]
fn storing_twice_keeps_one_and_mends_a_damaged_one() {
    let office = office();
    let blob = office.store.read().put_blob(b"isi", 10).unwrap();
    assert_eq!(office.store.read().put_blob(b"isi", 10).unwrap(), blob);
    let [path] = stored(office.dir.path()).try_into().unwrap();
    assert!(!path.to_string_lossy().contains(&blob.hash), "the name tells nothing");
    fs::write(&path, b"rusak").unwrap();
    assert_eq!(office.store.read().read_blob(&blob.hash).unwrap_err().code(), "file-changed");
    office.store.read().put_blob(b"isi", 10).unwrap();
    assert_eq!(office.store.read().read_blob(&blob.hash).unwrap(), b"isi");
    fs::remove_file(&path).unwrap();
    assert_eq!(office.store.read().read_blob(&blob.hash).unwrap_err().code(), "file-missing");
}

#[test]
fn a_file_cannot_take_the_place_of_another() {
    let office = office();
    let one = office.store.read().put_blob(b"satu", 10).unwrap();
    let [first] = stored(office.dir.path()).try_into().unwrap();
    let two = office.store.read().put_blob(b"dua", 10).unwrap();
    let second = stored(office.dir.path()).into_iter().find(|path| *path != first).unwrap();
    fs::copy(&second, &first).unwrap();
    assert_eq!(office.store.read().read_blob(&one.hash).unwrap_err().code(), "file-changed");
    assert_eq!(office.store.read().read_blob(&two.hash).unwrap(), b"dua");
}

#[test]
fn too_large_a_file_leaves_nothing() {
    let office = office();
    assert_eq!(office.store.read().put_blob(b"1234", 3).unwrap_err().code(), "file-too-large");
    assert!(stored(office.dir.path()).is_empty());
    office.store.read().put_blob(b"123", 3).unwrap();
}

#[test]
fn hashes_that_are_none_are_only_missing() {
    let office = office();
    for hash in ["", "../../kunci.json", "xyz", &"a".repeat(1000)] {
        assert_eq!(office.store.read().read_blob(hash).unwrap_err().code(), "file-missing", "{hash}");
    }
}

#[test]
fn what_a_crash_leaves_unfinished_is_swept_at_the_next_opening() {
    let Office { store, dir } = office();
    store.read().put_blob(b"isi", 10).unwrap();
    drop(store);
    let left = dir.path().join("berkas").join("0123.baru");
    fs::write(&left, b"sebagian").unwrap();
    open(dir.path()).unwrap();
    assert!(!left.exists());
    assert_eq!(stored(dir.path()).len(), 1);
}
