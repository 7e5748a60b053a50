//! Backups: made, tested, restored; incremental; still while the office works on; pruned.

use crate::support::*;
use sandika_domain::calendar::Zone;
use sandika_domain::fact::Moment;
use sandika_store::backup::{self, BackupSource, Counted, Place, Share, TestReport, Unlocked};
use sandika_store::{Progress, Stage, Store, StoreError};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// An office with work in it and a place for its backups.
pub(crate) struct Kept {
    pub(crate) office: Office,
    pub(crate) room: tempfile::TempDir,
}

impl Kept {
    pub(crate) fn new() -> Self {
        let mut office = office();
        for (number, name) in ["Budi", "Siti", "Wayan"].into_iter().enumerate() {
            let owner = office.owner(name, "");
            let case = office.case(owner);
            let stored = office.store.read().put_blob(format!("isi berkas {number}").repeat(9_000).as_bytes(), 1 << 20).unwrap();
            office.record(Some(case), Some(owner), vec![attached(&stored.hash)]).unwrap();
        }
        let own = office.dir.path().join("content/sops");
        fs::create_dir_all(&own).unwrap();
        fs::write(own.join("sop-kami.toml"), "isi SOP milik kantor").unwrap();
        let room = tempfile::tempdir().unwrap();
        fs::create_dir(room.path().join("tempat")).unwrap();
        Self { office, room }
    }

    pub(crate) fn place(&self) -> Place {
        Place::at(&self.room.path().join("tempat"))
    }

    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.room.path().join(name)
    }

    /// The folder of this office's backups.
    pub(crate) fn root(&self) -> PathBuf {
        self.at("tempat/sandika-cadangan").join(self.office.store.office_id().unwrap())
    }

    pub(crate) fn back_up_at(&self, now: Moment) -> backup::Made {
        backup::make(self.office.store.snapshot(now).unwrap(), &self.place(), &mut go_on).unwrap()
    }

    pub(crate) fn back_up(&self) -> backup::Made {
        self.back_up_at(moment(100))
    }

    pub(crate) fn test(&self, stamp: &str) -> TestReport {
        test(&self.office.store, &self.place(), stamp, Share::All, &self.at("uji"))
    }

    pub(crate) fn source(&self, stamp: &str) -> BackupSource {
        BackupSource::Place { place: self.place(), office: self.office.store.office_id().unwrap(), stamp: stamp.to_owned() }
    }

    pub(crate) fn restore(&self, stamp: &str) -> Result<Store, StoreError> {
        restore(&self.source(stamp), PASSPHRASE, &self.at("pulih"))
    }

    pub(crate) fn listing(&self) -> backup::Listing {
        self.place().backups(&self.office.store.office_id().unwrap()).unwrap()
    }

    pub(crate) fn grow(&mut self) {
        self.office.owner("Tambahan", "");
    }
}

pub(crate) fn test(store: &Store, place: &Place, stamp: &str, share: Share, scratch: &Path) -> TestReport {
    backup::test(&store.backup_keys().unwrap(), place, stamp, scratch, share, moment(200), &mut go_on).unwrap()
}

pub(crate) fn restore(from: &BackupSource, passphrase: &str, folder: &Path) -> Result<Store, StoreError> {
    Unlocked::open(from, passphrase, folder)?.raise(moment(300), &mut go_on)
}

#[test]
fn a_backup_is_made_tested_and_restored_whole() {
    let kept = Kept::new();
    let made = kept.back_up();
    assert_eq!((made.made_at, made.shrink.len(), made.left.len()), (moment(100), 0, 0));
    let report = kept.test(&made.stamp);
    assert_eq!((report.problems.as_slice(), report.files_read, report.files), (&[][..], 3, 3));
    assert!(!kept.at("uji").exists(), "nothing is left of a test");
    let [listed] = kept.listing().backups.try_into().unwrap();
    assert_eq!((listed.counts.entries, listed.counts.cases, listed.counts.owners, listed.counts.blobs), (9, 3, 3, 3));
    assert_eq!((listed.test, listed.mark), (Some(report), kept.office.store.mark().unwrap()));

    let unlocked = Unlocked::open(&kept.source(&made.stamp), PASSPHRASE, &kept.at("pulih")).unwrap();
    let fact = unlocked.fact();
    assert_eq!((fact.head_seq, fact.made_at), (9, moment(100)));
    let store = unlocked.raise(moment(300), &mut go_on).unwrap();
    assert_eq!(store.opening_problems(), [], "nobody takes the older end for a loss");
    let restored = store.verify(&mut go_on).unwrap();
    assert_eq!(restored, kept.office.verify());
    drop(store);
    assert!(open(&kept.at("pulih")).unwrap().verify(&mut go_on).unwrap().is_sound(), "and it opens with its passphrase");
    assert_eq!(fs::read_to_string(kept.at("pulih/content/sops/sop-kami.toml")).unwrap(), "isi SOP milik kantor");
}

#[test]
fn nothing_of_an_office_lies_readable_in_its_place() {
    let kept = Kept::new();
    kept.back_up();
    let mut looked = 0;
    for file in files(&kept.root()) {
        let bytes = fs::read(&file).unwrap();
        for secret in ["Budi", "3201010101800001", "isi berkas", "isi SOP", "Dinas Kesehatan"] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "{secret}: {}", file.display());
        }
        looked += 1;
    }
    assert!(looked > 5);
}

#[test]
fn a_second_backup_writes_what_is_new_and_one_without_a_change_next_to_nothing() {
    let mut kept = Kept::new();
    let first = kept.back_up();
    let again = kept.back_up();
    assert_ne!(again.stamp, first.stamp, "two in one millisecond have two names");
    assert_eq!((again.parts, again.bytes), (0, 0));
    kept.grow();
    let second = kept.back_up_at(moment(101));
    assert!(second.parts > 0 && second.parts < first.parts, "{second:?} {first:?}");
    for made in [first, again, second] {
        assert!(kept.test(&made.stamp).is_good());
    }
}

#[test]
fn the_office_works_on_while_it_is_read_and_the_backup_is_of_one_moment() {
    let mut kept = Kept::new();
    let snapshot = kept.office.store.snapshot(moment(100)).unwrap();
    for _ in 0..400 {
        kept.grow();
    }
    assert_eq!(kept.office.store.snapshot(moment(100)).err().unwrap().code(), "backup-under-way", "one at a time");
    // Half-way more is written, enough for SQLite to want to carry its log over more than once.
    let mut calls = 0;
    let office = &mut kept.office;
    let place = Place::at(&kept.room.path().join("tempat"));
    let made = backup::make(snapshot, &place, &mut |_: Progress| {
        calls += 1;
        if calls % 3 == 0 {
            office.owner("Sela", "");
        }
        ControlFlow::Continue(())
    });
    let made = made.unwrap();
    let listed = kept.listing().backups.remove(0);
    assert_eq!((listed.head_seq, listed.counts.owners), (9, 3), "as it was when it was held still");
    assert!(kept.test(&made.stamp).is_good());
    // Let go, the log is carried over again and does not grow for ever.
    assert!(kept.office.verify().is_sound());
    let log = fs::metadata(kept.office.dir.path().join("sandika.db-wal")).unwrap().len();
    assert!(log < 8 << 20, "{log}");
    let after = kept.back_up_at(moment(101));
    assert!(kept.test(&after.stamp).is_good());
}

#[test]
fn a_test_of_a_share_goes_on_where_it_stopped_and_reads_new_files_first() {
    let mut kept = Kept::new();
    let stamps: Vec<String> = (0..3).map(|at| kept.back_up_at(moment(100 + at)).stamp).collect();
    let share = |kept: &Kept, stamp: &str| test(&kept.office.store, &kept.place(), stamp, Share::Bytes(1), &kept.at("uji"));
    let mut shelves = Vec::new();
    for stamp in &stamps {
        let report = share(&kept, stamp);
        assert_eq!((report.is_good(), report.files_read, report.files), (true, 1, 3));
        shelves.push(report.next_shelf);
    }
    shelves.dedup();
    assert_eq!(shelves.len(), 3, "each test read another one");
    let owner = kept.office.owner("Baru", "");
    let case = kept.office.case(owner);
    let stored = kept.office.store.read().put_blob(b"berkas baru", 1 << 20).unwrap();
    kept.office.record(Some(case), Some(owner), vec![attached(&stored.hash)]).unwrap();
    let made = kept.back_up_at(moment(110));
    let newest: Vec<PathBuf> =
        files(&kept.root().join("objek")).into_iter().filter(|path| fs::metadata(path).unwrap().len() < 200).collect();
    // The one small part is the new file: break it, and the share of one file finds it.
    for path in newest {
        let mut bytes = fs::read(&path).unwrap();
        bytes[30] ^= 1;
        fs::write(&path, bytes).unwrap();
    }
    assert!(!share(&kept, &made.stamp).is_good());
}

#[test]
fn old_backups_go_by_the_ladder_and_what_is_left_restores() {
    let mut kept = Kept::new();
    let keys = kept.office.store.backup_keys().unwrap();
    let day = |at: i64| moment(at * 86_400);
    for at in 0..40 {
        kept.grow();
        kept.back_up_at(day(at));
    }
    let parts = files(&kept.root().join("objek")).len();
    let gone = backup::prune(&keys, &kept.place(), Zone::Wib, day(40)).unwrap();
    let left = kept.listing().backups;
    assert_eq!(gone + left.len(), 40);
    assert!((12..20).contains(&left.len()), "{}", left.len());
    assert!(files(&kept.root().join("objek")).len() < parts, "and their parts went with them");
    for backup in &left {
        assert_eq!(kept.test(&backup.stamp).problems, [""; 0], "{}", backup.stamp);
    }
    assert_eq!(backup::prune(&keys, &kept.place(), Zone::Wib, day(40)).unwrap(), 0);
}

#[test]
fn the_newest_backup_that_was_found_good_stays_whatever_the_ladder_says() {
    let mut kept = Kept::new();
    let keys = kept.office.store.backup_keys().unwrap();
    let good = kept.back_up_at(moment(0));
    assert!(kept.test(&good.stamp).is_good());
    for at in 1..60 {
        kept.grow();
        kept.back_up_at(moment(at * 60));
    }
    backup::prune(&keys, &kept.place(), Zone::Wib, moment(9 * 86_400)).unwrap();
    let left = kept.listing().backups;
    assert_eq!((left.len(), left.last().map(|backup| backup.stamp.as_str())), (2, Some(good.stamp.as_str())));
}

#[test]
fn an_office_that_holds_less_is_told_and_nothing_is_pruned_until_somebody_has_looked() {
    let mut kept = Kept::new();
    let keys = kept.office.store.backup_keys().unwrap();
    let first = kept.back_up_at(moment(0));
    for at in 1..6 {
        kept.grow();
        kept.back_up_at(moment(at * 60));
    }
    // An older database in the place of the office's own.
    let older = kept.restore(&first.stamp).unwrap();
    let smaller = backup::make(older.snapshot(moment(1_000)).unwrap(), &kept.place(), &mut go_on).unwrap();
    let fallen: Vec<Counted> = smaller.shrink.iter().map(|fallen| fallen.what).collect();
    assert_eq!(fallen, [Counted::Entries, Counted::Owners]);
    let late = moment(30 * 86_400);
    assert_eq!(backup::prune(&keys, &kept.place(), Zone::Wib, late).unwrap(), 0);
    assert_eq!(kept.listing().standing_shrink().unwrap().stamp, smaller.stamp);
    kept.place().accept(keys.office(), &smaller.stamp).unwrap();
    assert_eq!(kept.listing().standing_shrink(), None);
    assert!(backup::prune(&keys, &kept.place(), Zone::Wib, late).unwrap() > 0);
}

#[test]
fn the_mark_moves_with_what_is_recorded_and_with_what_is_typed() {
    let mut kept = Kept::new();
    let before = kept.office.store.mark().unwrap();
    assert_eq!(kept.office.store.mark().unwrap(), before);
    kept.grow();
    let after = kept.office.store.mark().unwrap();
    assert_ne!(after, before);
    let draft = sandika_store::Draft { key: "a".into(), subject: Default::default(), body: "ketikan".into(), saved_at: moment(7) };
    kept.office.store.save_draft(&draft).unwrap();
    assert_ne!(kept.office.store.mark().unwrap(), after);
}

#[test]
fn the_work_is_told_stage_by_stage_and_can_be_ended() {
    let kept = Kept::new();
    let mut stages = Vec::new();
    let made = backup::make(kept.office.store.snapshot(moment(1)).unwrap(), &kept.place(), &mut |progress: Progress| {
        stages.push(progress.stage);
        ControlFlow::Continue(())
    });
    stages.dedup();
    assert_eq!((made.is_ok(), stages), (true, vec![Stage::Database, Stage::Blobs]));
    let stopped = backup::make(kept.office.store.snapshot(moment(2)).unwrap(), &kept.place(), &mut |_| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(StoreError::Stopped)));
    assert_eq!(kept.listing().backups.len(), 1);
    let restored = Unlocked::open(&kept.source(&made.unwrap().stamp), PASSPHRASE, &kept.at("pulih")).unwrap();
    assert!(matches!(restored.raise(moment(3), &mut |_| ControlFlow::Break(())), Err(StoreError::Stopped)));
    assert!(!kept.at("pulih").exists(), "what was begun is not left behind");
}

/// Every file below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { found.extend(files(&entry)) } else { found.push(entry) }
    }
    found.sort();
    found
}
