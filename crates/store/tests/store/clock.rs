//! A clock that was set back or far ahead is noted before the entry that shows it, and refuses no work.

use crate::support::*;
use chrono::TimeDelta;
use sandika_domain::fact::{ClockMove, Fact, Moment};
use sandika_domain::ids::OwnerId;
use sandika_store::{JournalFilter, Recorded};

fn record(office: &mut Office, now: Moment) -> Recorded {
    let owner = OwnerId(id());
    office.store.transact(now, "petugas", |tx| tx.record(&recording(None, Some(owner), vec![owner_recorded(owner, "Siti", "")]))).unwrap()
}

fn moves(office: &Office) -> Vec<(i64, ClockMove)> {
    let entries = office.store.read().clock_moves().unwrap();
    let of = |fact: &Fact| if let Fact::ClockMoved(clock) = fact { *clock } else { panic!("{fact:?}") };
    entries.iter().map(|entry| (entry.header.seq, of(&entry.facts[0]))).collect()
}

#[test]
fn a_clock_set_back_is_noted_in_the_same_transaction_and_once() {
    let mut office = office();
    assert_eq!(record(&mut office, moment(0)).seq, 1, "a journal without entries knows no time");
    // A time server's correction is none.
    assert_eq!(record(&mut office, moment(-60)).seq, 2);
    let back = moment(-60) - TimeDelta::days(3);
    assert_eq!(record(&mut office, back), Recorded { seq: 4, desk_seq: 4 });
    assert_eq!(record(&mut office, back + TimeDelta::seconds(5)).seq, 5);
    assert_eq!(moves(&office), [(3, ClockMove { before: moment(-60), now: back })]);
    // Two entries of one transaction are noted once; a transaction that fails notes nothing.
    let owner = OwnerId(id());
    let note = |name: &str| recording(None, Some(owner), vec![owner_recorded(owner, name, "")]);
    let further = back - TimeDelta::hours(1);
    let failed = office.store.transact(further, "petugas", |tx| {
        tx.record(&note("Budi"))?;
        tx.record(&recording(None, None, vec![]))
    });
    assert_eq!((failed.unwrap_err().code(), moves(&office).len()), ("bad-entry", 1));
    office.store.transact(further, "petugas", |tx| tx.record(&note("Budi")).and_then(|_| tx.record(&note("Budiman")))).unwrap();
    assert_eq!(moves(&office)[1..], [(6, ClockMove { before: back + TimeDelta::seconds(5), now: further })]);
    let report = office.verify();
    assert!(report.is_sound(), "{:?}", report.problems);
    assert_eq!((report.clock, report.entries), (moves(&office), 8));
    // The order stays that of the recording.
    let seqs: Vec<i64> = office.store.read().journal(&JournalFilter::default(), None, 10).unwrap().iter().map(|row| row.seq).collect();
    assert_eq!(seqs, [8, 7, 6, 5, 4, 3, 2, 1]);
}

#[test]
fn a_long_pause_is_nothing_and_more_than_a_year_is_worth_a_note() {
    let mut office = office();
    record(&mut office, moment(0));
    record(&mut office, moment(0) + TimeDelta::days(300));
    assert_eq!(moves(&office), []);
    let (before, now) = (moment(0) + TimeDelta::days(300), moment(0) + TimeDelta::days(700));
    assert_eq!(record(&mut office, now).seq, 4);
    assert_eq!(moves(&office), [(3, ClockMove { before, now })]);
}

#[test]
fn an_erasure_and_an_opening_note_it_too() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    assert!(!office.store.note_clock(moment(4), "petugas").unwrap());
    let back = moment(0) - TimeDelta::hours(2);
    assert!(office.store.note_clock(back, "petugas").unwrap());
    assert!(!office.store.note_clock(back, "petugas").unwrap());
    office.store.erase_person(owner.into(), sandika_domain::ids::EntryId(id()), back - TimeDelta::hours(1), "kepala").unwrap();
    assert_eq!(moves(&office).len(), 2);
    let Office { store, dir } = office;
    drop(store);
    assert_eq!(open(dir.path()).unwrap().opening_problems(), [], "the anchor knows the entry that the opening made");
}
