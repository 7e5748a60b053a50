//! Every way of tampering with an office is found, and told by its right name.

use super::ProblemKind;
use crate::support::*;
use crate::{Stage, Store, StoreError, schema};
use ProblemKind::*;
use rusqlite::Connection;
use sandika_domain::ids::OwnerId;
use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

/// An office with six entries: two owners, a case, a stored file.
fn filled() -> Office {
    let mut office = office();
    let owner = office.owner("Budi", "196809031993022001");
    office.owner("Siti", "");
    let case = office.case(owner);
    let hash = office.store.read().put_blob(b"isi berkas", 100).unwrap().hash;
    office.record(Some(case), Some(owner), vec![attached(&hash)]).unwrap();
    office.record(Some(case), Some(owner), vec![completed(1, Some(2)), noted("catatan")]).unwrap();
    office.record(Some(case), Some(owner), vec![noted("akhir")]).unwrap();
    office
}

fn kinds(office: &Office) -> BTreeSet<ProblemKind> {
    office.verify().problems.iter().map(|problem| problem.kind).collect()
}

/// What somebody with the key and a database tool could do.
fn tamper(office: &Office, sql: &str) {
    let conn = office.store.read().conn();
    conn.execute_batch("DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_removed;").unwrap();
    conn.execute_batch(sql).unwrap();
}

#[test]
fn a_sound_office_is_sound() {
    let office = filled();
    let mut stages = Vec::new();
    let report = office
        .store
        .verify(&mut |progress| {
            stages.push(progress.stage);
            ControlFlow::Continue(())
        })
        .unwrap();
    assert!(report.is_sound(), "{:?}", report.problems);
    assert_eq!((report.entries, report.facts, report.blobs, report.unreferenced), (6, 7, 1, 0));
    stages.dedup();
    assert_eq!(stages, [Stage::Database, Stage::Journal, Stage::Blobs, Stage::Projections]);
    assert!(office.verify().is_sound(), "a verification leaves nothing behind");
}

#[test]
fn whoever_watches_may_end_it_at_every_turn() {
    let mut office = filled();
    let before = office.store.read().queue_counts().unwrap();
    let turns = |office: &Office, until: usize| {
        let mut turn = 0;
        let outcome = office.store.verify(&mut |_| {
            turn += 1;
            if turn == until { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        (turn, outcome)
    };
    let (all, sound) = turns(&office, usize::MAX);
    assert!(sound.unwrap().is_sound());
    for until in 1..=all {
        let (turn, outcome) = turns(&office, until);
        assert_eq!((turn, outcome.unwrap_err().code()), (until, "stopped"));
    }
    assert!(office.verify().is_sound(), "an ended verification leaves nothing behind");
    for until in [1, 2] {
        let mut turn = 0;
        let outcome = office.store.rebuild(&mut |_| {
            turn += 1;
            if turn == until { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(outcome.unwrap_err().code(), "stopped");
        assert_eq!(office.store.read().queue_counts().unwrap(), before, "the tables are as they were");
    }
    assert!(office.verify().is_sound());
}

#[test]
fn the_journal_cannot_be_changed_by_accident() {
    let office = filled();
    let conn = office.store.read().conn();
    assert!(conn.execute("UPDATE entry SET actor = 'x'", []).is_err());
    assert!(conn.execute("DELETE FROM entry", []).is_err());
}

#[test]
fn every_change_of_the_journal_is_found() {
    let swap = |columns: &str| {
        let set: Vec<String> = columns.split(' ').map(|c| format!("{c} = (SELECT {c} FROM kept k WHERE k.seq = 7 - entry.seq)")).collect();
        format!(
            "CREATE TEMP TABLE kept AS SELECT * FROM entry; UPDATE entry SET id = randomblob(16) WHERE seq IN (3, 4);
                 UPDATE entry SET {} WHERE seq IN (3, 4); DROP TABLE kept;",
            set.join(", ")
        )
    };
    let table: Vec<(&str, String, Vec<ProblemKind>)> = vec![
        (
            "a flipped byte",
            "UPDATE entry SET body = replace(body, '\"desk_seq\":5', '\"desk_seq\":6') WHERE seq = 5".into(),
            vec![BodyChanged, ColumnsDiffer],
        ),
        (
            "a byte of a fact",
            "UPDATE entry SET body = replace(body, '\"next\":2', '\"next\":3') WHERE seq = 5".into(),
            vec![BodyChanged, ProjectionDiffers],
        ),
        ("no JSON", "UPDATE entry SET body = 'x' WHERE seq = 5".into(), vec![BodyChanged, BodyUnreadable, HeadDiffers, ProjectionDiffers]),
        ("a hash", "UPDATE entry SET hash = zeroblob(32) WHERE seq = 3".into(), vec![BodyChanged, ChainBroken]),
        ("no hash at all", "UPDATE entry SET hash = x'00' WHERE seq = 3".into(), vec![BodyChanged, ChainBroken]),
        ("one removed", "DELETE FROM entry WHERE seq = 2".into(), vec![SequenceGap, DeskGap, ChainBroken, HeadDiffers, ProjectionDiffers]),
        (
            "the first removed",
            "DELETE FROM entry WHERE seq = 1".into(),
            vec![SequenceGap, DeskGap, ChainBroken, HeadDiffers, ProjectionDiffers],
        ),
        ("two exchanged", swap("id desk_seq at actor action case_id person_id body hash"), vec![DeskGap, ChainBroken, ProjectionDiffers]),
        ("the last cut off", "DELETE FROM entry WHERE seq = 6".into(), vec![HeadDiffers, ProjectionDiffers]),
        ("all cut off", "DELETE FROM entry".into(), vec![HeadDiffers, ProjectionDiffers]),
        ("the head moved", "UPDATE head SET hash = zeroblob(32)".into(), vec![HeadDiffers]),
        ("the head removed", "DELETE FROM head".into(), vec![HeadDiffers]),
        ("an actor", "UPDATE entry SET actor = 'orang lain' WHERE seq = 4".into(), vec![ColumnsDiffer]),
        ("a case", "UPDATE entry SET case_id = NULL WHERE seq = 6".into(), vec![ColumnsDiffer]),
        ("a time", "UPDATE entry SET at = at + 1 WHERE seq = 6".into(), vec![ColumnsDiffer]),
        (
            "an impossible time",
            "UPDATE entry SET at = 9223372036854775807 WHERE seq = 4".into(),
            vec![ColumnsDiffer, ChainBroken, DeskGap, HeadDiffers],
        ),
        ("an id that is none", "UPDATE entry SET id = x'01' WHERE seq = 4".into(), vec![ColumnsDiffer, ChainBroken, DeskGap, HeadDiffers]),
        ("a key removed", "DELETE FROM person_key".into(), vec![SealBroken, ProjectionDiffers]),
        (
            "a key destroyed from outside",
            "UPDATE person_key SET wrapped = NULL WHERE person_id = (SELECT person_id FROM entry WHERE seq = 2)".into(),
            vec![SealBroken, ProjectionDiffers],
        ),
        ("a key changed", "UPDATE person_key SET wrapped = zeroblob(72)".into(), vec![SealBroken, ProjectionDiffers]),
    ];
    for (what, sql, expected) in table {
        let office = filled();
        tamper(&office, &sql);
        assert_eq!(kinds(&office), expected.into_iter().collect(), "{what}");
    }
}

#[test]
fn a_key_that_comes_back_after_its_erasure_is_found() {
    let mut office = filled();
    let conn = office.store.read().conn();
    conn.execute_batch("CREATE TEMP TABLE kept AS SELECT * FROM person_key").unwrap();
    let siti = conn.query_row("SELECT person_id FROM entry WHERE seq = 2", [], |row| row.get::<_, crate::sql::Id>(0)).unwrap();
    office.erase(OwnerId(siti.0)).unwrap();
    assert!(office.verify().is_sound());
    tamper(&office, "UPDATE person_key SET wrapped = (SELECT k.wrapped FROM kept k WHERE k.person_id = person_key.person_id)");
    assert!(kinds(&office).contains(&SealBroken));
}

#[test]
fn no_finding_of_a_verification_asks_for_a_verification() {
    let office = filled();
    tamper(&office, "UPDATE entry SET body = 'x' WHERE seq = 5");
    for problem in office.verify().problems {
        assert!(!problem.message.contains("Jalankan pemeriksaan"), "{problem}");
    }
}

#[test]
fn an_end_that_does_not_agree_is_found_at_the_opening_and_told_once() {
    let office = filled();
    tamper(&office, "UPDATE head SET hash = zeroblob(32)");
    let Office { store, dir } = office;
    drop(store);
    let store = Store::open(dir.path(), PASSPHRASE, moment(1)).unwrap();
    assert_eq!(store.opening_problems().iter().map(|problem| problem.kind).collect::<Vec<_>>(), [HeadDiffers]);
    let report = store.verify(&mut go_on).unwrap();
    assert_eq!(report.problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [HeadDiffers]);
}

#[test]
fn a_rewritten_entry_breaks_the_chain_though_its_own_hash_is_right() {
    let office = filled();
    let conn = office.store.read().conn();
    let body: String = conn.query_row("SELECT body FROM entry WHERE seq = 5", [], |row| row.get(0)).unwrap();
    let forged = body.replace("\"next\":2", "\"next\":3");
    tamper(&office, "");
    conn.execute("UPDATE entry SET body = ?1, hash = ?2 WHERE seq = 5", (&forged, crate::journal::chain::hash(&forged))).unwrap();
    assert_eq!(kinds(&office), [ChainBroken, ProjectionDiffers].into());
    let broken = office.verify().problems.into_iter().find(|problem| problem.kind == ChainBroken).unwrap();
    assert_eq!(broken.seq, Some(6));
    assert!(broken.message.contains("Catatan nomor 6"));
}

#[test]
fn every_changed_projection_is_found_and_mended_by_a_rebuild() {
    for sql in [
        "UPDATE case_row SET step = 9",
        "UPDATE case_row SET sender = 'x'",
        "DELETE FROM case_row",
        "UPDATE case_count SET cases = 7",
        "INSERT INTO number_taken VALUES ('keluar', 2026, 1, '1', NULL, NULL, 0)",
        "DELETE FROM number_taken",
        "UPDATE owner SET details = NULL WHERE name = 'Siti'",
        "INSERT INTO official (born, id, recorded_at) VALUES (1, x'00', 0)",
        "UPDATE search_owner SET text = 'lain'",
        "DELETE FROM search_case",
    ] {
        let mut office = filled();
        tamper(&office, sql);
        assert_eq!(kinds(&office), [ProjectionDiffers].into(), "{sql}");
        office.store.rebuild(&mut go_on).unwrap();
        assert!(office.verify().is_sound(), "{sql}");
    }
}

fn stored(office: &Office) -> PathBuf {
    let shelf = fs::read_dir(office.dir.path().join("berkas")).unwrap().next().unwrap().unwrap().path();
    fs::read_dir(shelf).unwrap().next().unwrap().unwrap().path()
}

#[test]
fn a_file_that_was_swapped_for_another_one_is_found() {
    let mut office = filled();
    let (case, owner) = (office.store.read().journal_entry(3).unwrap().unwrap().entry.header.case, OwnerId(id()));
    let first = stored(&office);
    let hash = office.store.read().put_blob(b"isi lain", 100).unwrap().hash;
    office.record(case, Some(owner), vec![attached(&hash)]).unwrap();
    let files = |office: &Office| -> Vec<PathBuf> {
        let within = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|name| name.unwrap().path());
        within(office.dir.path().join("berkas")).filter(|path| path.is_dir()).flat_map(within).collect()
    };
    let other = files(&office).into_iter().find(|path| *path != first).unwrap();
    // Both are sound in themselves, sealed with the office's own key.
    let kept = (fs::read(&first).unwrap(), fs::read(&other).unwrap());
    fs::write(&first, &kept.1).unwrap();
    fs::write(&other, &kept.0).unwrap();
    let report = office.verify();
    assert_eq!(report.problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [BlobChanged, BlobChanged]);
}

#[test]
fn changed_and_missing_files_are_found_by_their_hash() {
    let office = filled();
    let mut bytes = fs::read(stored(&office)).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(stored(&office), bytes).unwrap();
    assert_eq!(kinds(&office), [BlobChanged].into());
    fs::remove_file(stored(&office)).unwrap();
    assert_eq!(kinds(&office), [BlobMissing].into());
    assert_eq!(office.verify().problems[0].hash.as_deref().map(str::len), Some(64));
    office.store.read().put_blob(b"isi berkas", 100).unwrap();
    office.store.read().put_blob(b"tanpa fakta", 100).unwrap();
    let report = office.verify();
    assert!(report.is_sound());
    assert_eq!((report.blobs, report.unreferenced), (1, 1));
}

#[test]
fn a_flipped_byte_anywhere_in_the_file_is_found_without_a_panic() {
    let office = filled();
    let (dir, path) = (office.dir, "sandika.db");
    drop(office.store);
    let whole = fs::read(dir.path().join(path)).unwrap();
    for page in 0..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 1234] ^= 1;
        fs::write(dir.path().join(path), &bytes).unwrap();
        match Store::open(dir.path(), PASSPHRASE, moment(1)) {
            Err(error) => assert_eq!(error.code(), "store-damaged", "page {page}"),
            Ok(store) => {
                let report = store.verify(&mut go_on).unwrap();
                assert!(report.problems.iter().any(|problem| problem.kind == Database), "page {page}");
            }
        }
        let _ = fs::remove_file(dir.path().join("sandika.db-wal"));
    }
}

#[test]
fn a_newer_store_is_refused_and_not_a_byte_is_touched() {
    let office = office();
    office.store.read().conn().execute_batch("PRAGMA user_version = 99; CREATE TABLE masa_depan (x);").unwrap();
    let dir = office.dir;
    drop(office.store);
    let before = fs::read(dir.path().join("sandika.db")).unwrap();
    let error = Store::open(dir.path(), PASSPHRASE, moment(1)).unwrap_err();
    assert!(matches!(error, StoreError::Newer { store: 99, program } if program == schema::OURS.newest()), "{error}");
    assert_eq!(fs::read(dir.path().join("sandika.db")).unwrap(), before);
    assert!(!dir.path().join("rusak").exists());
}

#[test]
fn a_full_disk_is_told_and_changes_nothing() {
    let mut office = filled();
    let before = office.verify();
    let pages = |conn: &Connection| conn.query_row("PRAGMA page_count", [], |row| row.get::<_, i64>(0)).unwrap();
    let conn = office.store.read().conn();
    let full = pages(conn) + 2;
    conn.query_row(&format!("PRAGMA max_page_count = {full}"), [], |_| Ok(())).unwrap();
    let owner = OwnerId(id());
    let name = "panjang ".repeat(5000);
    assert_eq!(office.record(None, Some(owner), vec![owner_recorded(owner, &name, "")]).unwrap_err().code(), "disk-full");
    office.store.read().conn().query_row("PRAGMA max_page_count = 4294967294", [], |_| Ok(())).unwrap();
    assert_eq!(office.verify(), before);
    office.record(None, Some(owner), vec![owner_recorded(owner, &name, "")]).unwrap();
}
