//! What may be recorded, and what a refused or panicking change leaves: nothing.

use crate::support::*;
use sandika_domain::fact::{Fact, Personal};
use sandika_domain::ids::{CaseId, CertificateId, EntryId, OwnerId};
use sandika_store::{BadEntry, Recorded, StoreError};
use std::panic::{AssertUnwindSafe, catch_unwind};

#[test]
fn entries_come_back_as_they_were_recorded() {
    let mut office = office();
    let owner = office.owner("Budi", "196809031993022001");
    let case = office.case(owner);
    let facts = vec![noted("Telepon pemilik"), Fact::CaseAssigned { to: Some("siti".into()) }, noted("null")];
    let recorded = office.record(Some(case), Some(owner), facts.clone()).unwrap();
    assert_eq!(recorded, Recorded { seq: 3, desk_seq: 3 });
    let entries = office.store.read().case_entries(case).unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[1].facts, facts);
    let header = &entries[1].header;
    assert_eq!((header.seq, header.desk.as_str(), header.actor.as_str(), header.action.as_str()), (3, "meja-1", "petugas", "contoh"));
    assert_eq!((header.at, header.case, header.person), (moment(5), Some(case), Some(owner.into())));
}

#[test]
fn a_replayed_case_is_the_one_its_facts_made() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let case = office.case(owner);
    office.record(Some(case), Some(owner), vec![completed(1, Some(2)), noted("lanjut")]).unwrap();
    let replayed = office.store.read().case(case).unwrap().unwrap();
    assert_eq!((replayed.id, replayed.step, replayed.revision), (case, 2, 2));
    assert_eq!(replayed.notes[0].text, Personal::Known("lanjut".into()));
    assert!(office.store.read().case(CaseId(id())).unwrap().is_none());
}

#[test]
fn entries_that_do_not_hold_together_are_refused() {
    let mut office = office();
    let (owner, other) = (office.owner("Budi", ""), office.owner("Siti", ""));
    let case = office.case(owner);
    let unknown = CaseId(id());
    let table = [
        ("nothing", None, None, vec![], BadEntry::FactCount),
        ("too much", Some(case), None, vec![Fact::CaseClosed {}; sandika_store::MAX_FACTS + 1], BadEntry::FactCount),
        ("personal, no person", Some(case), None, vec![noted("x")], BadEntry::PersonRequired),
        ("another person", None, Some(other), vec![owner_recorded(owner, "Budi", "")], BadEntry::WrongPerson),
        ("another owner", None, Some(other), vec![certificate_recorded(CertificateId(id()), owner, "1")], BadEntry::WrongPerson),
        ("no case", None, Some(owner), vec![noted("x")], BadEntry::WrongCase),
        ("another case", Some(case), Some(owner), vec![case_opened(unknown, owner, 9)], BadEntry::WrongCase),
        ("opened twice", Some(case), Some(owner), vec![case_opened(case, owner, 9)], BadEntry::CaseExists),
    ];
    for (what, case, owner, facts, expected) in table {
        match office.record(case, owner, facts) {
            Err(StoreError::BadEntry { why, .. }) => assert_eq!(why, expected, "{what}"),
            other => panic!("{what}: {other:?}"),
        }
    }
    assert!(matches!(office.record(Some(unknown), Some(owner), vec![noted("x")]), Err(StoreError::UnknownCase(case)) if case == unknown));
    assert_eq!(office.verify().entries, 3);
    assert!(office.verify().is_sound());
}

#[test]
fn an_entry_is_recorded_once() {
    let mut office = office();
    let mut entry = recording(None, None, vec![Fact::CertificateRevoked { certificate: CertificateId(id()), at: moment(1) }]);
    entry.entry = EntryId(id());
    office.store.transact(moment(1), "petugas", |tx| tx.record(&entry)).unwrap();
    let twice = office.store.transact(moment(2), "petugas", |tx| tx.record(&entry));
    assert!(matches!(twice, Err(StoreError::BadEntry { why: BadEntry::Duplicate, .. })));
}

#[test]
fn an_error_a_panic_or_a_refusal_swallowed_leaves_nothing() {
    let mut office = office();
    let owner = OwnerId(id());
    let first = recording(None, Some(owner), vec![owner_recorded(owner, "Budi", "")]);
    let empty = recording(None, None, vec![]);

    let failed: Result<(), StoreError> = office.store.transact(moment(1), "petugas", |tx| {
        tx.record(&first)?;
        Err(StoreError::TooLong)
    });
    assert_eq!(failed.unwrap_err().code(), "too-long");
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        office.store.transact::<(), StoreError>(moment(1), "petugas", |tx| {
            tx.record(&first)?;
            panic!("di tengah jalan")
        })
    }));
    assert!(panicked.is_err());
    let swallowed: Result<(), StoreError> = office.store.transact(moment(1), "petugas", |tx| {
        tx.record(&first)?;
        assert!(tx.record(&empty).is_err());
        Ok(())
    });
    assert_eq!(swallowed.unwrap_err().code(), "abandoned");

    assert_eq!(office.verify().entries, 0);
    assert!(office.store.read().owner(owner).unwrap().is_none());
    office.store.transact(moment(1), "petugas", |tx| tx.record(&first)).unwrap();
    assert_eq!(office.store.read().owner(owner).unwrap().unwrap().name, "Budi", "a key made in vain is not used");
    assert!(office.verify().is_sound());
}

#[test]
fn a_transaction_sees_what_it_has_recorded() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let case = CaseId(id());
    let seen = office.store.transact(moment(7), "petugas", |tx| {
        tx.record(&recording(Some(case), Some(owner), vec![case_opened(case, owner, 1)]))?;
        tx.record(&recording(Some(case), Some(owner), vec![completed(1, Some(2))]))?;
        Ok::<_, StoreError>((
            tx.case(case)?.unwrap().step,
            tx.read().case_row(case)?.unwrap().step,
            tx.next_number("masuk", 2026)?,
            tx.now(),
        ))
    });
    assert_eq!(seen.unwrap(), (2, 2, 2, moment(7)));
}
