//! Backups under fire: changed bytes, places that vanish, full disks, foreign offices.

use crate::backup::{Kept, files, restore};
use crate::support::*;
use sandika_store::backup::{self, BackupError, BackupSource, Share};
use sandika_store::{Stage, StoreError};
use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

fn code<T>(result: Result<T, StoreError>) -> &'static str {
    result.map_or_else(|error| error.code(), |_| "ok")
}

#[test]
fn a_changed_a_cut_and_a_lost_part_of_every_kind_is_found_named_and_healed() {
    let kept = Kept::new();
    let mut made = kept.back_up_at(moment(0)).stamp;
    let mut told = BTreeSet::new();
    type Harm = fn(&Path);
    let harms: [Harm; 3] = [
        |path| {
            let mut bytes = fs::read(path).unwrap();
            let at = bytes.len() / 2;
            bytes[at] ^= 1;
            fs::write(path, bytes).unwrap();
        },
        |path| {
            let bytes = fs::read(path).unwrap();
            fs::write(path, &bytes[..bytes.len() - 1]).unwrap();
        },
        |path| fs::remove_file(path).unwrap(),
    ];
    let parts: Vec<_> = files(&kept.root().join("objek"));
    let mut second = 0;
    for (number, part) in parts.iter().enumerate() {
        harms[number % 3](part);
        let report = kept.test(&made);
        assert!(!report.is_good(), "{}", part.display());
        told.extend(
            report
                .problems
                .iter()
                .map(|problem| problem.split(" ini ").nth(1).unwrap_or(problem).split([' ']).take(2).collect::<Vec<_>>().join(" ")),
        );
        assert_ne!(code(kept.restore(&made)), "ok", "it is not restored either");
        assert!(!kept.at("pulih").exists());
        second += 1;
        made = kept.back_up_at(moment(second)).stamp;
        assert_eq!(kept.test(&made).problems, [""; 0], "the next backup has written the part anew: {}", part.display());
    }
    let expected = ["Berkas tersimpan", "bagian data", "berkas isi", "berkas kunci", "berkas tersimpan", "daftar bagian", "daftar berkas"];
    assert_eq!(told.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

#[test]
fn a_manifest_with_any_changed_byte_is_no_backup_of_this_office() {
    let kept = Kept::new();
    let made = kept.back_up();
    let path = kept.root().join("cadangan").join(format!("{}.json", made.stamp));
    let whole = fs::read(&path).unwrap();
    for at in (0..whole.len()).step_by(7) {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        fs::write(&path, changed).unwrap();
        let found = code(kept.restore(&made.stamp));
        assert!(
            ["backup-foreign", "backup-broken", "backup-newer", "wrong-passphrase", "keys-unreadable"].contains(&found),
            "byte {at}: {found}"
        );
        assert!(!kept.test(&made.stamp).is_good(), "byte {at}");
    }
    for length in [0, 1, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        assert_eq!(code(kept.restore(&made.stamp)), "backup-broken");
        assert_eq!(kept.listing().unreadable.len(), 1);
    }
    let newer = String::from_utf8(whole).unwrap().replace("\"format\":1", "\"format\":2");
    fs::write(&path, newer).unwrap();
    let error = kept.restore(&made.stamp).unwrap_err();
    assert_eq!(error.code(), "backup-newer");
    assert!(error.to_string().contains("Perbarui program"), "{error}");
}

#[test]
fn only_its_own_passphrase_opens_a_backup_and_one_that_was_changed_later_does_not() {
    let kept = Kept::new();
    let before = kept.back_up_at(moment(1));
    const NEW: &str = "kata sandi yang baru";
    let mut slots = kept.office.store.change_slots().unwrap();
    slots.put(("petugas", PASSPHRASE), "petugas", NEW, CHEAP).unwrap();
    slots.put_in_force().unwrap();
    let after = kept.back_up_at(moment(2));
    for (stamp, passphrase, expected) in [
        (&before.stamp, PASSPHRASE, "ok"),
        (&before.stamp, NEW, "wrong-passphrase"),
        (&after.stamp, NEW, "ok"),
        (&after.stamp, PASSPHRASE, "wrong-passphrase"),
        (&after.stamp, "", "wrong-passphrase"),
    ] {
        assert_eq!(code(restore(&kept.source(stamp), passphrase, &kept.at("pulih"))), expected, "{stamp} {passphrase}");
        assert_eq!(kept.at("pulih").exists(), expected == "ok");
        let _ = fs::remove_dir_all(kept.at("pulih"));
    }
}

#[test]
fn a_foreign_backup_in_the_folder_of_this_office_is_told_as_such_and_takes_nothing_away() {
    let (mut kept, other) = (Kept::new(), Kept::new());
    for at in 0..5 {
        kept.grow();
        kept.back_up_at(moment(at));
    }
    let foreign = other.back_up_at(moment(9));
    let name = format!("cadangan/{}.json", foreign.stamp);
    fs::copy(other.root().join(&name), kept.root().join(&name)).unwrap();
    for part in files(&other.root().join("objek")) {
        let to = kept.root().join("objek").join(part.strip_prefix(other.root().join("objek")).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(part, to).unwrap();
    }
    assert!(kept.test(&foreign.stamp).problems[0].contains("bukan milik kantor ini"));
    let parts = files(&kept.root().join("objek")).len();
    let keys = kept.office.store.backup_keys().unwrap();
    backup::prune(&keys, &kept.place(), Default::default(), moment(90 * 86_400)).unwrap();
    assert_eq!(files(&kept.root().join("objek")).len(), parts, "parts stay while a manifest is in doubt");
    // And no name leads out of the place.
    for stamp in ["../../x", "", "20261120T0000000Z", "20261120T000000000Z/..", "\u{1b}[2J"] {
        assert_eq!(code(kept.restore(stamp)), "backup-unknown", "{stamp:?}");
    }
    for office in ["..", "", "zz", &"A".repeat(32)] {
        let source = BackupSource::Place { place: kept.place(), office: office.to_owned(), stamp: foreign.stamp.clone() };
        assert_eq!(code(restore(&source, PASSPHRASE, &kept.at("pulih"))), "backup-unknown", "{office}");
    }
}

#[test]
fn a_place_that_is_not_there_or_vanishes_is_told_and_the_office_goes_on() {
    let mut kept = Kept::new();
    let earlier = kept.back_up_at(moment(1));
    let (here, away) = (kept.at("tempat"), kept.at("dicabut"));
    fs::rename(&here, &away).unwrap();
    let gone = backup::make(kept.office.store.snapshot(moment(2)).unwrap(), &kept.place(), &mut go_on).unwrap_err();
    assert!(matches!(gone, StoreError::Backup(BackupError::PlaceGone(_))), "{gone}");
    assert!(gone.to_string().contains("Pasang medianya"), "{gone}");
    assert!(!here.exists(), "nothing is made where the medium was");
    fs::rename(&away, &here).unwrap();
    for stage in [Stage::Database, Stage::Blobs] {
        kept.grow();
        let vanished = backup::make(kept.office.store.snapshot(moment(3)).unwrap(), &kept.place(), &mut |progress| {
            if progress.stage == stage && here.exists() {
                fs::rename(&here, &away).unwrap();
            }
            ControlFlow::Continue(())
        });
        let vanished = vanished.map(|made| made.stamp);
        assert!(!here.exists(), "nothing is made where the medium was");
        fs::rename(&away, &here).unwrap();
        assert!(matches!(vanished, Err(StoreError::Backup(BackupError::PlaceGone(_)))), "{stage:?} {vanished:?}");
    }
    // It vanishes while a test is all but done.
    let keys = kept.office.store.backup_keys().unwrap();
    let tested = backup::test(&keys, &kept.place(), &earlier.stamp, &kept.at("uji"), Share::All, moment(5), &mut |progress| {
        if progress.stage == Stage::Blobs && progress.done == progress.total && here.exists() {
            fs::rename(&here, &away).unwrap();
        }
        ControlFlow::Continue(())
    });
    assert_eq!((code(tested), here.exists()), ("place-gone", false));
    fs::rename(&away, &here).unwrap();
    assert_eq!(kept.listing().backups.len(), 1);
    assert!(kept.test(&earlier.stamp).is_good());
    assert!(kept.office.verify().is_sound());
    let after = kept.back_up_at(moment(4));
    assert!(kept.test(&after.stamp).is_good());
}

#[test]
fn a_place_that_somebody_works_in_is_busy() {
    let kept = Kept::new();
    kept.back_up_at(moment(1));
    let lock = fs::File::options().write(true).open(kept.root().join("tempat.lock")).unwrap();
    lock.lock().unwrap();
    let busy = backup::make(kept.office.store.snapshot(moment(2)).unwrap(), &kept.place(), &mut go_on);
    assert_eq!(code(busy), "place-busy");
    drop(lock);
    kept.back_up_at(moment(3));
}

/// `/dev/full` takes nothing, as a full disk does: what is about to be written is led there.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_leaves_the_earlier_backups() {
    let mut kept = Kept::new();
    let earlier = kept.back_up_at(moment(1));
    kept.grow();
    let unfinished = kept.root().join("cadangan").join(format!("{}.baru", moment(2).format("%Y%m%dT%H%M%S%3fZ")));
    let full = backup::make(kept.office.store.snapshot(moment(2)).unwrap(), &kept.place(), &mut |progress| {
        if progress.stage == Stage::Blobs && !unfinished.is_symlink() {
            std::os::unix::fs::symlink("/dev/full", &unfinished).unwrap();
        }
        ControlFlow::Continue(())
    });
    assert_eq!(code(full), "disk-full");
    assert_eq!(kept.listing().backups.len(), 1);
    assert!(kept.test(&earlier.stamp).is_good());
    let after = kept.back_up_at(moment(3));
    assert!(kept.test(&after.stamp).is_good());
}
