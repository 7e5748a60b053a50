//! From the first creation to a damaged file: what opens, what does not, and what is said.

use crate::support::*;
use sandika_store::{Creation, MIN_PASSPHRASE_CHARS, Store, StoreError};
use std::fs;
use std::path::Path;

#[test]
fn what_was_recorded_is_there_after_opening_again() {
    let Office { mut store, dir } = office();
    let owner = sandika_domain::ids::OwnerId(id());
    store.transact(moment(2), "petugas", |tx| tx.record(&recording(None, Some(owner), vec![owner_recorded(owner, "Budi", "")]))).unwrap();
    drop(store);
    let store = open(dir.path()).unwrap();
    assert_eq!(store.read().owner(owner).unwrap().unwrap().name, "Budi");
    assert_eq!(store.read().desk(), "meja-1");
    assert!(store.verify(&mut go_on).unwrap().is_sound());
}

#[test]
fn nothing_on_the_disk_is_readable_without_the_key() {
    let Office { mut store, dir } = office();
    store.read().put_blob(b"isi surat rahasia", 100).unwrap();
    let owner = sandika_domain::ids::OwnerId(id());
    let entry = recording(None, Some(owner), vec![owner_recorded(owner, "Nama Rahasia", "196809031993022001")]);
    store.transact(moment(2), "petugas", |tx| tx.record(&entry)).unwrap();
    for clear in [&b"rahasia"[..], b"Rahasia", b"196809031993022001", b"CREATE TABLE", b"SQLite format"] {
        assert!(!anywhere(dir.path(), clear), "{}", String::from_utf8_lossy(clear));
    }
}

#[test]
fn a_store_may_be_handed_to_another_thread() {
    let Office { store, dir } = office();
    std::thread::spawn(move || drop(store)).join().unwrap();
    open(dir.path()).unwrap();
}

fn anywhere(folder: &Path, needle: &[u8]) -> bool {
    fs::read_dir(folder).unwrap().map(|name| name.unwrap().path()).any(|path| match path.is_dir() {
        true => anywhere(&path, needle),
        false => fs::read(path).unwrap().windows(needle.len()).any(|window| window == needle),
    })
}

#[test]
fn folders_that_do_not_open_say_why_and_stay_as_they_are() {
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(open(empty.path()).unwrap_err().code(), "not-an-office");
    assert_eq!(fs::read_dir(empty.path()).unwrap().count(), 0);

    let office = office();
    let dir = office.dir.path();
    drop(office.store);
    assert_eq!(Store::create(dir, PASSPHRASE, &creation()).unwrap_err().code(), "office-exists");
    assert_eq!(Store::open(dir, "sandi kantor lain", moment(1)).unwrap_err().code(), "wrong-passphrase");
    assert_eq!(Store::open(dir, "", moment(1)).unwrap_err().code(), "wrong-passphrase");
    fs::rename(dir.join("kunci.json"), dir.join("simpan.json")).unwrap();
    assert_eq!(open(dir).unwrap_err().code(), "keys-missing");
    fs::write(dir.join("kunci.json"), "{").unwrap();
    assert_eq!(open(dir).unwrap_err().code(), "keys-unreadable");
    fs::rename(dir.join("simpan.json"), dir.join("kunci.json")).unwrap();
    fs::rename(dir.join("sandika.db"), dir.join("simpan.db")).unwrap();
    assert_eq!(open(dir).unwrap_err().code(), "database-missing");
    fs::rename(dir.join("simpan.db"), dir.join("sandika.db")).unwrap();
    open(dir).unwrap();
}

#[test]
fn a_short_passphrase_makes_no_office() {
    for passphrase in ["", "123456789"] {
        let dir = tempfile::tempdir().unwrap();
        let error = Store::create(dir.path(), passphrase, &creation()).unwrap_err();
        assert!(matches!(error, StoreError::PassphraseTooShort { least: MIN_PASSPHRASE_CHARS }));
        assert_eq!(open(dir.path()).unwrap_err().code(), "not-an-office");
        create(dir.path());
    }
}

#[test]
fn the_default_cost_opens_too() {
    let dir = tempfile::tempdir().unwrap();
    let creation = Creation { cost: Default::default(), ..creation() };
    drop(Store::create(dir.path(), PASSPHRASE, &creation).unwrap());
    open(dir.path()).unwrap();
}

#[test]
fn a_live_office_that_lost_its_keys_is_never_hidden_by_a_new_one() {
    for lost in [&["kunci.json"][..], &["kunci.json", "sandika.db"]] {
        let office = office();
        let dir = office.dir.path();
        office.store.read().put_blob(b"isi", 10).unwrap();
        drop(office.store);
        let kept = tempfile::tempdir().unwrap();
        for name in lost {
            fs::rename(dir.join(name), kept.path().join(name)).unwrap();
        }
        assert_eq!(Store::create(dir, PASSPHRASE, &creation()).unwrap_err().code(), "keys-missing", "{lost:?}");
        assert!(!dir.join("rusak").exists());
        for name in lost {
            fs::rename(kept.path().join(name), dir.join(name)).unwrap();
        }
        assert!(open(dir).unwrap().verify(&mut go_on).unwrap().is_sound());
    }
}

#[test]
fn a_folder_of_that_name_with_other_things_in_it_is_no_office() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("berkas").join("surat lama")).unwrap();
    drop(create(dir.path()));
    open(dir.path()).unwrap();
}

#[test]
fn an_interrupted_creation_leaves_no_office_and_is_done_over() {
    let office = office();
    let dir = office.dir.path();
    drop(office.store);
    fs::remove_file(dir.join("kunci.json")).unwrap();
    fs::remove_dir(dir.join("berkas")).unwrap();
    fs::write(dir.join("kunci.baru"), "{").unwrap();
    assert_eq!(open(dir).unwrap_err().code(), "keys-missing");
    drop(create(dir));
    open(dir).unwrap();
    assert!(!dir.join("kunci.baru").exists());
    assert_eq!(set_aside(dir), ["sandika.db", "sandika.jangkar"], "what was there is kept");
}

#[test]
fn a_second_opening_is_told_until_the_first_ends() {
    let office = office();
    assert_eq!(open(office.dir.path()).unwrap_err().code(), "in-use");
    drop(office.store);
    open(office.dir.path()).unwrap();
}

#[test]
fn a_damaged_database_is_set_aside_whole_and_the_rest_stays() {
    type Damage = fn(&mut Vec<u8>);
    let damages: [(&str, Damage); 5] = [
        ("garbage header", |bytes| bytes[..16].copy_from_slice(b"bukan basis data")),
        ("flipped byte in page 1", |bytes| bytes[2000] ^= 1),
        ("empty file", Vec::clear),
        ("half a page", |bytes| bytes.truncate(1000)),
        ("zeros", |bytes| bytes.fill(0)),
    ];
    for (what, damage) in damages {
        let office = office();
        let dir = office.dir.path();
        let blob = office.store.read().put_blob(b"isi", 10).unwrap();
        drop(office.store);
        let mut bytes = fs::read(dir.join("sandika.db")).unwrap();
        damage(&mut bytes);
        fs::write(dir.join("sandika.db"), &bytes).unwrap();
        let keys = fs::read(dir.join("kunci.json")).unwrap();

        let StoreError::Damaged { set_aside: folder } = open(dir).unwrap_err() else { panic!("{what}") };
        assert_eq!(fs::read(folder.join("sandika.db")).unwrap(), bytes, "{what}: not a byte is lost");
        assert_eq!(fs::read(folder.join("kunci.json")).unwrap(), keys, "{what}");
        assert_eq!(fs::read(dir.join("kunci.json")).unwrap(), keys, "{what}");
        assert_eq!(fs::read_dir(dir.join("berkas")).unwrap().count(), 1, "{what}: {}", blob.hash);
        let missing = open(dir).unwrap_err();
        assert_eq!(missing.code(), "database-missing", "{what}");
        assert!(missing.to_string().contains(&dir.join("rusak").display().to_string()), "{missing}");
    }
}

#[test]
fn two_damaged_databases_at_one_moment_are_both_kept() {
    let office = office();
    let dir = office.dir.path();
    drop(office.store);
    for _ in 0..2 {
        fs::write(dir.join("sandika.db"), [7; 8192]).unwrap();
        assert_eq!(open(dir).unwrap_err().code(), "store-damaged");
    }
    assert_eq!(fs::read_dir(dir.join("rusak")).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn everything_in_an_office_is_for_its_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    fn walk(folder: &Path) {
        for path in fs::read_dir(folder).unwrap().map(|name| name.unwrap().path()) {
            let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
            if path.is_dir() {
                walk(&path);
            }
        }
    }
    let office = office();
    office.store.read().put_blob(b"isi", 10).unwrap();
    assert!(office.dir.path().join("sandika.db-wal").exists());
    walk(office.dir.path());
    let Office { store, dir } = office;
    drop(store);
    let inner = dir.path().join("kantor").join("utama");
    drop(create(&inner));
    fs::write(inner.join("sandika.db"), [7; 8192]).unwrap();
    open(&inner).unwrap_err();
    walk(&dir.path().join("kantor"));
}

fn set_aside(dir: &Path) -> Vec<String> {
    let folder = fs::read_dir(dir.join("rusak")).unwrap().next().unwrap().unwrap().path();
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|name| name.unwrap().file_name().into_string().unwrap()).collect();
    names.sort_unstable();
    names
}
