//! Another passphrase for an office: its key slot is made anew, and nothing else.

use crate::support::*;
use sandika_domain::fact::{Fact, KeyChange};
use sandika_store::{SlotChange, Store, StoreError};
use std::fs;
use std::path::Path;

const NEW: &str = "kata sandi yang baru";

fn opened(dir: &Path, passphrase: &str) -> Option<Store> {
    match Store::open(dir, passphrase, moment(2)) {
        Ok(store) => Some(store),
        Err(StoreError::WrongPassphrase) => None,
        Err(error) => panic!("{error}"),
    }
}

/// Changes the passphrase as the application does; answers with what `work` made of it.
fn change(store: &mut Store, refuse: bool) -> Result<(), StoreError> {
    let mut new = store.change_slots().unwrap();
    new.put(("petugas", PASSPHRASE), "petugas", NEW, CHEAP).unwrap();
    let fact = Fact::PassphraseChanged(KeyChange { slot: store.user().to_owned() });
    let done = store.transact(moment(1), "petugas", |tx| {
        tx.record(&recording(None, None, vec![fact]))?;
        new.put_in_force()?;
        if refuse { Err(StoreError::Abandoned) } else { Ok(()) }
    });
    if done.is_err() {
        new.take_back().unwrap();
    }
    done
}

#[test]
fn the_new_one_opens_and_the_old_one_does_not() {
    let mut office = office();
    let owner = office.owner("Siti Aminah", "198003012005012001");
    let case = office.case(owner);
    let salt = |dir: &Path| fs::read(dir.join("sandika.db")).unwrap()[..16].to_vec();
    let before = salt(office.dir.path());
    change(&mut office.store, false).unwrap();
    let Office { store, dir } = office;
    drop(store);
    assert_eq!(salt(dir.path()), before, "nothing is encrypted anew");
    assert!(opened(dir.path(), PASSPHRASE).is_none());
    let store = opened(dir.path(), NEW).unwrap();
    let report = store.verify(&mut go_on).unwrap();
    assert_eq!((report.problems, report.entries, store.read().case_entries(case).unwrap().len()), (vec![], 3, 1));
}

#[test]
fn what_cannot_be_recorded_is_taken_back() {
    let mut office = office();
    let before = fs::read(office.dir.path().join("kunci.json")).unwrap();
    assert!(change(&mut office.store, true).is_err());
    assert_eq!(fs::read(office.dir.path().join("kunci.json")).unwrap(), before);
    assert_eq!(office.verify().entries, 0);
}

#[test]
fn refusals_change_nothing() {
    let office = office();
    let path = office.dir.path().join("kunci.json");
    let before = fs::read(&path).unwrap();
    for (opener, old, new, code) in [
        ("petugas", "salah sekali kata sandi", NEW, "wrong-passphrase"),
        ("orang lain", PASSPHRASE, NEW, "no-such-user"),
        ("petugas", PASSPHRASE, "pendek", "passphrase-too-short"),
    ] {
        let refused = office.store.change_slots().unwrap().put((opener, old), "petugas", new, CHEAP).err().map(|error| error.code());
        assert_eq!(refused, Some(code));
    }
    fs::remove_file(&path).unwrap();
    assert!(office.store.change_slots().is_err(), "slots that are gone are not made up");
    fs::write(&path, &before).unwrap();
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn others_are_let_in_and_kept_out_by_their_names() {
    let office = office();
    let change = |work: &dyn Fn(&mut SlotChange)| {
        let mut change = office.store.change_slots().unwrap();
        work(&mut change);
        change.put_in_force().unwrap();
    };
    change(&|slots| slots.put(("petugas", PASSPHRASE), "Sari", NEW, CHEAP).unwrap());
    let Office { store, dir } = office;
    drop(store);
    assert_eq!(Store::users_at(dir.path()).unwrap(), ["petugas", "Sari"]);
    assert!(matches!(Store::open_as(dir.path(), "sari", PASSPHRASE, moment(2)), Err(StoreError::WrongPassphrase)));
    assert!(matches!(Store::open_as(dir.path(), "budi", NEW, moment(2)), Err(StoreError::NoSuchUser { .. })));
    let store = Store::open_as(dir.path(), "sari", NEW, moment(2)).unwrap();
    assert_eq!(store.user(), "Sari");
    let mut change = store.change_slots().unwrap();
    assert!(change.has("SARI") && change.remove("sari"));
    change.put_in_force().unwrap();
    drop(store);
    assert_eq!(Store::open(dir.path(), PASSPHRASE, moment(3)).unwrap().user(), "petugas");
    assert!(matches!(Store::open(dir.path(), NEW, moment(3)), Err(StoreError::WrongPassphrase)));
}
