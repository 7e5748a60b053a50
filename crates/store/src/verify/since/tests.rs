//! The chain verified bit by bit: every tampering is found after a restart, nothing is verified more often than it must be, and nobody is kept out.

use super::*;
use crate::Store;
use crate::support::*;
use sandika_domain::ids::OwnerId;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The environment may ask for more entries than a quick run has.
const PROGRAMMED: &str = "SANDIKA_JOURNAL_ENTRIES";

const FREE: &str = "DROP TRIGGER IF EXISTS entry_is_never_changed; DROP TRIGGER IF EXISTS entry_is_never_removed;";

fn with_entries(entries: usize) -> Office {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let case = office.case(owner);
    let notes: Vec<_> = (2..entries).map(|note| recording(Some(case), Some(owner), vec![noted(&format!("catatan {note}"))])).collect();
    office.store.transact(moment(6), "petugas", |tx| notes.iter().try_for_each(|note| tx.record(note).map(drop))).unwrap();
    office
}

fn reopened(office: Office) -> Office {
    let Office { store, dir } = office;
    drop(store);
    Office { store: open(dir.path()).unwrap(), dir }
}

fn tamper(office: &Office, sql: &str) {
    office.store.read().conn().execute_batch(&format!("{FREE} {sql}")).unwrap();
}

fn found(store: &Store) -> BTreeSet<(ProblemKind, Option<i64>)> {
    store.opening_problems().iter().map(|problem| (problem.kind, problem.seq)).collect()
}

/// Slices until nothing is due; answers with how many entries they verified.
fn to_the_end(store: &mut Store, now: Moment, most: usize) -> usize {
    let mut entries = 0;
    loop {
        match store.verify_slice(now, most).unwrap().entries {
            0 => return entries,
            some => entries += some,
        }
    }
}

#[test]
fn an_opening_verifies_what_was_recorded_since_and_no_more() {
    let office = with_entries(30);
    assert_eq!(office.store.verified().unwrap(), Verified { up_to: 0, head: 30, round_ended: Some(moment(0)) });
    let mut office = reopened(office);
    assert_eq!(office.store.verified().unwrap().up_to, 30);
    office.owner("Siti", "");
    tamper(&office, "UPDATE entry SET actor = 'lain' WHERE seq IN (7, 31)");
    let mut office = reopened(office);
    let at_31 = BTreeSet::from([(ProblemKind::ColumnsDiffer, Some(31))]);
    assert_eq!(found(&office.store), at_31, "the seventh was verified before");
    // Nobody is kept out, and what was found is told at every opening until it is mended.
    office.owner("Tono", "");
    let office = reopened(office);
    assert_eq!(found(&office.store), at_31);
    tamper(&office, "UPDATE entry SET actor = 'petugas' WHERE seq = 31");
    assert_eq!(found(&reopened(office).store), BTreeSet::new());
}

#[test]
fn once_a_week_everything_is_verified_once_more() {
    let office = reopened(with_entries(30));
    tamper(&office, "UPDATE entry SET actor = 'lain' WHERE seq = 7");
    let mut office = reopened(office);
    let soon = moment(1) + ROUND - TimeDelta::seconds(2);
    assert_eq!((to_the_end(&mut office.store, soon, 4), found(&office.store)), (0, BTreeSet::new()));
    let then = moment(1) + ROUND;
    assert_eq!(office.store.verify_slice(then, 4).unwrap(), Slice { entries: 4, found: 0 });
    // A round goes on after a restart where it was.
    let mut office = reopened(office);
    assert_eq!(office.store.verify_slice(then, 4).unwrap(), Slice { entries: 4, found: 1 });
    assert_eq!(found(&office.store), BTreeSet::from([(ProblemKind::ColumnsDiffer, Some(7))]));
    assert_eq!(to_the_end(&mut office.store, then, 4), 22);
    assert_eq!(office.store.verified().unwrap().round_ended, Some(then));
    assert_eq!(to_the_end(&mut office.store, then + ROUND - TimeDelta::seconds(1), 4), 0);
    // A clock that was set back behind the last round puts none off.
    assert_eq!(to_the_end(&mut office.store, then - TimeDelta::days(1), 100), 30);
    let office = reopened(office);
    assert_eq!(found(&office.store), BTreeSet::from([(ProblemKind::ColumnsDiffer, Some(7))]), "told at the next opening");
    assert_eq!(office.verify().problems.len(), 1, "and told once");
}

#[test]
fn marks_that_are_lost_forged_or_old_only_mean_more_work() {
    let office = reopened(with_entries(30));
    let marks = office.dir.path().join("sandika.teruji");
    let old = fs::read(&marks).unwrap();
    let mut office = reopened(office);
    office.owner("Siti", "");
    let mut office = reopened(office);
    for bytes in [None, Some(b"bukan tanda".to_vec()), Some(old)] {
        let Office { store, dir } = office;
        drop(store);
        bytes.map_or_else(|| fs::remove_file(&marks), |bytes| fs::write(&marks, bytes)).unwrap();
        office = Office { store: open(dir.path()).unwrap(), dir };
        assert_eq!((found(&office.store), office.store.verified().unwrap().up_to), (BTreeSet::new(), 31));
    }
    tamper(&office, "UPDATE entry SET hash = zeroblob(32) WHERE seq = 31");
    let office = reopened(office);
    assert!(found(&office.store).contains(&(ProblemKind::VerifiedChanged, Some(31))), "{:?}", found(&office.store));
}

#[test]
fn a_long_journal_that_nobody_verified_is_left_to_quiet_moments() {
    let office = with_entries(AT_OPENING + 100);
    let mut office = reopened(office);
    let before = office.store.verified().unwrap();
    assert_eq!(before.up_to, AT_OPENING as i64);
    assert_eq!(to_the_end(&mut office.store, moment(2), 64), 100);
    assert_eq!(office.store.verified().unwrap(), Verified { up_to: before.head, head: before.head, round_ended: Some(moment(2)) });
}

/// What somebody with the key and a database tool can do to entry `?`, or to it and the next one. `chain_hash(…)` recomputes a hash.
const SINGLE: &[(&str, &str)] = &[
    ("a byte of the text", "UPDATE entry SET body = replace(body, '\"facts\"', '\"Facts\"') WHERE seq = ?"),
    (
        "the text with its hash",
        "UPDATE entry SET body = replace(body, '\"actor\":\"petugas\"', '\"actor\":\"lain\"') WHERE seq = ?; UPDATE entry SET actor = 'lain', hash = chain_hash(body) WHERE seq = ?",
    ),
    ("the user's column", "UPDATE entry SET actor = 'lain' WHERE seq = ?"),
    ("the time's column", "UPDATE entry SET at = at + 1 WHERE seq = ?"),
    ("the action's column", "UPDATE entry SET action = 'lain' WHERE seq = ?"),
    ("the case's column", "UPDATE entry SET case_id = randomblob(16) WHERE seq = ?"),
    ("the person's column", "UPDATE entry SET person_id = NULL WHERE seq = ?"),
    ("the hash", "UPDATE entry SET hash = randomblob(32) WHERE seq = ?"),
    ("removed", "DELETE FROM entry WHERE seq = ?"),
    ("removed, the rest moved up", "DELETE FROM entry WHERE seq = ?; UPDATE entry SET seq = seq - 1 WHERE seq = ? + 1"),
    (
        "swapped with the next",
        "UPDATE entry SET seq = -1 WHERE seq = ?; UPDATE entry SET seq = ? WHERE seq = ? + 1; UPDATE entry SET seq = ? + 1 WHERE seq = -1",
    ),
    (
        "a copy of the one before",
        "CREATE TEMP TABLE twin AS SELECT * FROM entry WHERE seq = ? - 1; DELETE FROM entry WHERE seq = ?; UPDATE twin SET seq = ?, id = randomblob(16); INSERT INTO entry SELECT * FROM twin; DROP TABLE twin",
    ),
];

/// Every kind of tampering with every single entry, each in a transaction that is taken back: what follows the chain from shortly before it finds it.
/// Whoever begins earlier finds it too, because nothing that was found is ever withdrawn.
#[test]
fn every_kind_of_tampering_with_every_single_entry_is_found() {
    let entries: usize = std::env::var(PROGRAMMED).ok().and_then(|count| count.parse().ok()).unwrap_or(60);
    let office = reopened(with_entries(entries));
    let conn = office.store.read().conn();
    conn.execute_batch(FREE).unwrap();
    hashing(conn);
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for seq in 1..=entries as i64 {
        for (kind, sql) in SINGLE {
            // There is none before the first, and none after the last.
            if (seq == 1 && kind.contains("before")) || (seq == entries as i64 && (kind.contains("next") || kind.contains("moved"))) {
                continue;
            }
            conn.execute_batch("BEGIN").unwrap();
            conn.execute_batch(&sql.replace('?', &seq.to_string())).unwrap();
            let told = walked(&office.store, (seq - 2).max(0), 4).unwrap().1.len() + usize::from(!ends_well(&office.store));
            conn.execute_batch("ROLLBACK").unwrap();
            let count = counts.entry(kind).or_default();
            *count = (count.0 + 1, count.1 + usize::from(told > 0));
        }
    }
    println!("{entries} entries:");
    counts.iter().for_each(|(kind, (done, found))| println!("{done:>8} {found:>8} found  {kind}"));
    assert!(counts.values().all(|(done, found)| done == found), "{counts:?}");
    assert_eq!(walked(&office.store, 0, usize::MAX).unwrap(), (entries, vec![]), "everything was taken back");
}

/// The last entry is the one that the ends kept beside the journal, and the anchor, know.
fn ends_well(store: &Store) -> bool {
    Tip::of(store.read().conn()).unwrap().is_the_known_end(store.read().conn()).unwrap()
}

fn hashing(conn: &rusqlite::Connection) {
    let flags = rusqlite::functions::FunctionFlags::SQLITE_UTF8 | rusqlite::functions::FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("chain_hash", 1, flags, |context| Ok(crate::journal::chain::hash(&context.get::<String>(0)?).to_vec()))
        .unwrap();
}

#[test]
fn every_kind_is_found_in_the_real_store_after_a_restart() {
    for (kind, sql) in SINGLE {
        for seq in [2, 5, 9] {
            let office = reopened(with_entries(10));
            hashing(office.store.read().conn());
            tamper(&office, &sql.replace('?', &seq.to_string()));
            let mut office = reopened(office);
            let at_once = office.store.opening_problems().len();
            to_the_end(&mut office.store, moment(1) + ROUND, 3);
            let later = office.store.opening_problems().len();
            assert!(later > 0, "{kind}, entry {seq}: {at_once} at the opening");
            let report = office.verify();
            assert!(!report.is_sound(), "{kind}, entry {seq}");
            // Work goes on.
            let owner = OwnerId(id());
            office.record(None, Some(owner), vec![owner_recorded(owner, "Siti", "")]).unwrap();
        }
    }
}

#[test]
fn a_cut_tail_is_found_after_a_restart_however_well_it_was_hidden() {
    for left in 0..10 {
        let office = reopened(with_entries(10));
        let head = format!(
            "DELETE FROM entry WHERE seq > {left}; DELETE FROM head;
             INSERT INTO head SELECT desk, seq, desk_seq, hash, {left} FROM entry ORDER BY seq DESC LIMIT 1"
        );
        tamper(&office, &head);
        // The anchor of a program that was killed meanwhile still names the tenth.
        let left_behind = office.killed();
        let store = open(left_behind.path()).unwrap();
        assert!(found(&store).iter().any(|(kind, _)| *kind == ProblemKind::TailCut), "{left}: {:?}", found(&store));
    }
}
