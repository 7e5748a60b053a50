//! Register numbers: unique, without gaps, whatever is rolled back.

use crate::support::*;
use sandika_domain::ids::{CaseId, LetterId};
use sandika_store::StoreError;

#[test]
fn numbers_run_without_gaps_though_every_second_case_is_given_up() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    for round in 0..10 {
        let case = CaseId(id());
        let opened: Result<(), StoreError> = office.store.transact(moment(round), "petugas", |tx| {
            let next = tx.next_number("masuk", 2026)?;
            tx.record(&recording(Some(case), Some(owner), vec![case_opened(case, owner, next)]))?;
            if round % 2 == 1 { Err(StoreError::TooLong) } else { Ok(()) }
        });
        assert_eq!(opened.is_ok(), round % 2 == 0);
    }
    let numbers: Vec<u32> = office.store.read().numbers("masuk", 2026, 1..=100).unwrap().iter().map(|row| row.number.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5]);
    assert_eq!(office.store.read().next_number("masuk", 2026).unwrap(), 6);
    assert_eq!(office.store.read().next_number("masuk", 2027).unwrap(), 1);
    assert_eq!(office.store.read().next_number("keluar", 2026).unwrap(), 1);
}

#[test]
fn a_number_belongs_to_one_case_or_letter() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let case = office.case(owner);
    let taken = office.record(Some(CaseId(id())), Some(owner), vec![case_opened(CaseId(id()), owner, 1)]);
    assert!(taken.is_err());
    let another = CaseId(id());
    let taken = office.record(Some(another), Some(owner), vec![case_opened(another, owner, 1)]);
    assert!(matches!(taken, Err(StoreError::NumberTaken { year: 2026, number: 1, .. })));

    let letter = LetterId(id());
    let issue = |letter, version| vec![letter_issued(letter, version, Some(number("keluar", 7)), "aa")];
    office.record(Some(case), Some(owner), issue(letter, 1)).unwrap();
    office.record(Some(case), Some(owner), issue(letter, 2)).unwrap();
    assert_eq!(office.record(Some(case), Some(owner), issue(letter, 2)).unwrap_err().code(), "bad-entry");
    let taken = office.record(Some(case), Some(owner), issue(LetterId(id()), 1));
    assert!(matches!(taken, Err(StoreError::NumberTaken { number: 7, .. })));
    let rows = office.store.read().numbers("keluar", 2026, 0..=u32::MAX).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].letter, rows[0].case), (Some(letter), Some(case)));
    assert!(office.verify().problems.iter().all(|problem| problem.hash.is_some()), "only the letters' files are not there");
}
