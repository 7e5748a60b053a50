//! The moving file, and a restored office that takes the place of the present one.

use crate::backup::{Kept, restore};
use crate::support::*;
use sandika_store::backup::{self, BackupSource, aside_of, put_back, put_in_place, recover, waiting_folder};
use sandika_store::{Store, StoreError};
use std::fs;
use std::path::{Path, PathBuf};

/// A moving file of an office.
fn moving(kept: &Kept) -> PathBuf {
    let made = kept.back_up();
    let path = kept.at("sandika-pindah.zip");
    backup::write_moving_file(&kept.office.store.backup_keys().unwrap(), &kept.place(), &made.stamp, &path, &mut go_on).unwrap();
    path
}

fn restored(path: &Path, kept: &Kept) -> Result<Store, StoreError> {
    restore(&BackupSource::MovingFile(path.to_owned()), PASSPHRASE, &kept.at("pulih"))
}

fn open_code(path: &Path, kept: &Kept) -> &'static str {
    let code = restored(path, kept).map_or_else(|error| error.code(), |_| "ok");
    assert_eq!(kept.at("pulih").exists(), code == "ok", "{code}");
    code
}

#[test]
fn an_office_moves_as_one_file() {
    let kept = Kept::new();
    let path = moving(&kept);
    assert!(backup::is_moving_file(&path));
    let about = BackupSource::MovingFile(path.clone()).describe().unwrap();
    assert_eq!((about.counts.cases, about.made_at), (3, moment(100)));
    let wrong = restore(&BackupSource::MovingFile(path.clone()), "bukan kata sandinya", &kept.at("pulih"));
    assert_eq!(wrong.unwrap_err().code(), "wrong-passphrase");
    assert!(!kept.at("pulih").exists());
    let store = restored(&path, &kept).unwrap();
    assert_eq!(store.verify(&mut go_on).unwrap(), kept.office.verify());
}

#[test]
fn a_moving_file_with_a_changed_byte_or_cut_anywhere_is_refused_and_leaves_nothing() {
    let kept = Kept::new();
    let path = moving(&kept);
    let whole = fs::read(&path).unwrap();
    let step = whole.len() / 150;
    for at in (0..whole.len()).step_by(step) {
        let mut changed = whole.clone();
        changed[at] ^= 0x10;
        fs::write(&path, changed).unwrap();
        // A byte that says when or on which system an entry was packed is of no account; what comes out is the office all the same.
        match restored(&path, &kept) {
            Err(_) => assert!(!kept.at("pulih").exists(), "byte {at}"),
            Ok(store) => assert_eq!(store.verify(&mut go_on).unwrap(), kept.office.verify(), "byte {at}"),
        }
        let _ = fs::remove_dir_all(kept.at("pulih"));
    }
    for length in (0..whole.len()).step_by(step) {
        fs::write(&path, &whole[..length]).unwrap();
        assert_eq!(open_code(&path, &kept), "not-a-moving-file", "cut at {length}");
    }
}

#[test]
fn names_that_lead_elsewhere_are_never_looked_up_and_a_bomb_is_not_unpacked() {
    use std::io::Write;
    use zip::write::SimpleFileOptions;
    let kept = Kept::new();
    let whole = fs::read(moving(&kept)).unwrap();
    let path = kept.at("jahat.zip");
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    // Nothing but names that lead elsewhere.
    let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    for name in ["../../jahat.txt", "/etc/jahat.txt", "..\\jahat.txt", "objek/../../jahat.txt"] {
        zip.start_file(name, options).unwrap();
        zip.write_all(b"jahat").unwrap();
    }
    zip.finish().unwrap();
    assert_eq!(open_code(&path, &kept), "not-a-moving-file");
    assert!(!kept.at("jahat.txt").exists() && !kept.room.path().parent().unwrap().join("jahat.txt").exists());
    // A whole file with a stranger in it: the stranger is not touched.
    fs::write(&path, &whole).unwrap();
    let mut zip = zip::ZipWriter::new_append(fs::File::options().read(true).write(true).open(&path).unwrap()).unwrap();
    zip.start_file("../jahat.txt", options).unwrap();
    zip.write_all(b"jahat").unwrap();
    zip.finish().unwrap();
    assert_eq!(open_code(&path, &kept), "ok");
    assert!(!kept.at("jahat.txt").exists());
    fs::remove_dir_all(kept.at("pulih")).unwrap();
    // Every entry claims to be packed: 42 KB that would become gigabytes are not even begun.
    let packed = patched(&whole, b"PK\x01\x02", 10, &[8, 0]);
    fs::write(&path, patched(&packed, b"PK\x03\x04", 8, &[8, 0])).unwrap();
    assert_eq!(open_code(&path, &kept), "not-a-moving-file");
    // Every entry claims four gigabytes.
    fs::write(&path, patched(&whole, b"PK\x01\x02", 24, &0xffff_fff0_u32.to_le_bytes())).unwrap();
    assert_eq!(open_code(&path, &kept), "not-a-moving-file");
    for garbage in [&b""[..], b"PK", b"bukan zip", &[0; 4096]] {
        fs::write(&path, garbage).unwrap();
        assert_eq!(open_code(&path, &kept), "not-a-moving-file");
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(open_code(&path, &kept), "io", "a file that is not there is told as that");
}

/// Bytes at a distance behind every occurrence of a signature.
fn patched(bytes: &[u8], signature: &[u8], distance: usize, value: &[u8]) -> Vec<u8> {
    let mut patched = bytes.to_vec();
    let places: Vec<usize> =
        bytes.windows(signature.len()).enumerate().filter(|(_, window)| *window == signature).map(|(at, _)| at).collect();
    for at in places {
        patched[at + distance..at + distance + value.len()].copy_from_slice(value);
    }
    patched
}

/// An office in a folder of its own and another one that waits beside it; each holds as many owners as is said.
fn two_offices(room: &Path) -> (PathBuf, PathBuf) {
    let office = room.join("kantor");
    let coming = waiting_folder(&office);
    for (folder, owners) in [(&office, 1), (&coming, 2)] {
        let mut store = create(folder);
        for _ in 0..owners {
            let owner = sandika_domain::ids::OwnerId(id());
            let entry = recording(None, Some(owner), vec![owner_recorded(owner, "Budi", "")]);
            store.transact(moment(1), "petugas", |tx| tx.record(&entry)).unwrap();
        }
    }
    (office, coming)
}

fn owners(folder: &Path) -> u64 {
    open(folder).unwrap().verify(&mut go_on).unwrap().entries
}

#[test]
fn a_restored_office_takes_the_place_and_can_be_taken_back_and_forth() {
    let room = tempfile::tempdir().unwrap();
    let (office, coming) = two_offices(room.path());
    assert_eq!(put_back(&office, moment(1)).unwrap_err().code(), "nothing-aside");
    let held = open(&office).unwrap();
    assert_eq!(put_in_place(&office, &coming, moment(1)).unwrap_err().code(), "in-use");
    drop(held);
    let aside = put_in_place(&office, &coming, moment(2)).unwrap().unwrap();
    assert_eq!((owners(&office), owners(&aside), coming.exists()), (2, 1, false));
    assert_eq!(aside_of(&office).unwrap().folder, aside);
    // In the same millisecond: what is put aside gets a name of its own.
    put_back(&office, moment(2)).unwrap();
    assert_eq!((owners(&office), aside.exists()), (1, false));
    put_back(&office, moment(4)).unwrap();
    assert_eq!(owners(&office), 2);
    recover(&office).unwrap();
    assert_eq!(owners(&office), 2);
}

#[test]
fn wherever_the_power_is_cut_one_of_the_two_is_in_the_place_at_the_next_start() {
    for steps in 0..=2 {
        let room = tempfile::tempdir().unwrap();
        let (office, coming) = two_offices(room.path());
        let going = room.path().join("kantor.sebelum-pulih-20261120T000000000Z");
        let note = r#"{"coming":"kantor.pulih","going":"kantor.sebelum-pulih-20261120T000000000Z"}"#;
        fs::write(room.path().join("kantor.pulih.json"), note).unwrap();
        if steps >= 1 {
            fs::rename(&office, &going).unwrap();
        }
        if steps >= 2 {
            fs::rename(&coming, &office).unwrap();
        }
        for _ in 0..2 {
            recover(&office).unwrap();
            assert_eq!(owners(&office), if steps == 0 { 1 } else { 2 }, "after {steps} renames");
        }
        assert!(!room.path().join("kantor.pulih.json").exists());
    }
    // The restored one is lost as well: the old one comes back. A note of strange names does nothing.
    let room = tempfile::tempdir().unwrap();
    let (office, coming) = two_offices(room.path());
    let going = room.path().join("kantor.sebelum-pulih-x");
    fs::rename(&office, &going).unwrap();
    fs::remove_dir_all(&coming).unwrap();
    fs::write(room.path().join("kantor.pulih.json"), r#"{"coming":"../jahat","going":"kantor.sebelum-pulih-x"}"#).unwrap();
    recover(&office).unwrap();
    assert!(!office.exists());
    fs::write(room.path().join("kantor.pulih.json"), r#"{"coming":"kantor.pulih","going":"kantor.sebelum-pulih-x"}"#).unwrap();
    recover(&office).unwrap();
    assert_eq!(owners(&office), 1);
}
