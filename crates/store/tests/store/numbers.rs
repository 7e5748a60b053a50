//! Register numbers: unique, without gaps, whatever is rolled back.

use crate::support::*;
use sandika_domain::fact::{Fact, NumberNote, NumberRange, NumberUse, NumbersAccount, OtherNumber};
use sandika_domain::ids::{CaseId, LetterId, OwnerId};
use sandika_store::{NumberFilter, NumberHolder, StoreError};

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
    let numbers: Vec<u32> =
        office.store.read().numbers(&NumberFilter::all("masuk", 2026), false, 100).unwrap().iter().map(|row| row.number.number).collect();
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
    let rows = office.store.read().numbers(&NumberFilter::all("keluar", 2026), false, 100).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].holder, NumberHolder::Letter { letter, version: 2, case, voided_at: None, replaced: false });
    assert!(office.verify().problems.iter().all(|problem| problem.hash.is_some()), "only the letters' files are not there");
}

/// Numbers of the book on paper, whose note is sealed for somebody who need not be an owner.
fn account(office: &mut Office, (first, last): (u32, u32), used: NumberUse, continues: bool) -> Result<OwnerId, StoreError> {
    let note = NumberNote { text: String::new(), about: "Undangan rapat".to_owned(), party: "Camat".to_owned() };
    let (register, somebody) = ("keluar".to_owned(), OwnerId(id()));
    let fact =
        Fact::NumbersAccounted(NumbersAccount { register, year: 2026, first, last, used, dated: None, continues, personal: note.into() });
    office.record(None, Some(somebody), vec![fact]).map(|_| somebody)
}

fn release(office: &mut Office, (first, last): (u32, u32)) -> Result<(), StoreError> {
    let fact = Fact::NumbersReleased(NumberRange { register: "keluar".to_owned(), year: 2026, first, last });
    office.record(None, None, vec![fact]).map(|_| ())
}

fn next(office: &Office) -> u32 {
    office.store.read().next_number("keluar", 2026).unwrap()
}

fn gaps(office: &Office) -> Vec<(u32, u32)> {
    let gaps = office.store.read().number_gaps("keluar", 2026).unwrap();
    gaps.into_iter().map(|gap| (*gap.start(), *gap.end())).collect()
}

fn issue(office: &mut Office, taken: u32) -> Result<LetterId, StoreError> {
    let owner = office.owner("Budi", "");
    let case = office.case(owner);
    let letter = LetterId(id());
    office.record(Some(case), Some(owner), vec![letter_issued(letter, 1, Some(number("keluar", taken)), "aa")]).map(|_| letter)
}

#[test]
fn a_number_of_the_book_far_ahead_does_not_move_the_counter_and_is_jumped_over() {
    let mut office = office();
    issue(&mut office, 1).unwrap();
    account(&mut office, (500, 500), NumberUse::Book, false).unwrap();
    assert_eq!((next(&office), gaps(&office)), (2, vec![]));
    account(&mut office, (2, 3), NumberUse::OtherSystem, false).unwrap();
    assert_eq!((next(&office), gaps(&office)), (4, vec![]));
    issue(&mut office, 499).unwrap();
    assert_eq!((next(&office), gaps(&office)), (501, vec![(4, 498)]));
}

#[test]
fn a_register_that_was_kept_on_paper_goes_on_where_the_book_ends() {
    let mut office = office();
    account(&mut office, (1, 1024), NumberUse::Book, true).unwrap();
    assert_eq!((next(&office), gaps(&office)), (1025, vec![]));
    release(&mut office, (1, 1024)).unwrap();
    assert_eq!(next(&office), 1);
    assert_eq!(release(&mut office, (1, 1024)).unwrap_err().code(), "bad-entry");
}

#[test]
fn gaps_are_told_until_they_are_explained() {
    let mut office = office();
    for taken in [2, 3, 7] {
        issue(&mut office, taken).unwrap();
    }
    assert_eq!((next(&office), gaps(&office)), (8, vec![(1, 1), (4, 6)]));
    account(&mut office, (4, 5), NumberUse::Unused, false).unwrap();
    assert_eq!(gaps(&office), [(1, 1), (6, 6)]);
    for held in [(3, 3), (5, 6), (1, 4), (0, 1), (6, 5)] {
        assert!(account(&mut office, held, NumberUse::Unused, false).is_err(), "{held:?}");
    }
    assert!(matches!(issue(&mut office, 4), Err(StoreError::NumberTaken { number: 4, .. })));
    issue(&mut office, 6).unwrap();
    assert_eq!((next(&office), gaps(&office)), (8, vec![(1, 1)]));
    assert!(office.verify().problems.iter().all(|problem| problem.hash.is_some()), "only the letters' files are not there");
}

#[test]
fn what_is_told_of_a_number_can_be_erased_and_the_number_stays() {
    let mut office = office();
    let somebody = account(&mut office, (1, 1), NumberUse::Book, false).unwrap();
    let told = |office: &Office| office.store.read().numbers(&NumberFilter::all("keluar", 2026), true, 10).unwrap().remove(0);
    assert_eq!((told(&office).about.as_str(), told(&office).party.as_str()), ("Undangan rapat", "Camat"));
    assert!(office.erase(somebody).unwrap());
    assert_eq!((told(&office).about.as_str(), told(&office).party.as_str()), ("", ""));
    assert_eq!(told(&office).holder, NumberHolder::Elsewhere { used: NumberUse::Book, continues: false });
    assert_eq!(office.verify().problems, []);
}

#[test]
fn a_void_letter_keeps_its_number() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let case = office.case(owner);
    let letter = LetterId(id());
    office.record(Some(case), Some(owner), vec![letter_issued(letter, 1, Some(number("keluar", 1)), "aa")]).unwrap();
    let void = Fact::LetterVoided { letter, version: 1, personal: String::from("Salah nama").into() };
    let elsewhere = Fact::LetterNumberedElsewhere(OtherNumber { letter, version: 1, system: "SRIKANDI".into(), number: "B-77".into() });
    office.record(Some(case), Some(owner), vec![elsewhere, void]).unwrap();
    let row = office.store.read().numbers(&NumberFilter::all("keluar", 2026), true, 10).unwrap().remove(0);
    assert!(matches!(row.holder, NumberHolder::Letter { voided_at: Some(_), .. }));
    assert_eq!(row.other, ("SRIKANDI".to_owned(), "B-77".to_owned()));
    assert_eq!(next(&office), 2);
    let listed = office.store.read().letter(letter).unwrap().remove(0);
    assert_eq!((listed.voided.unwrap().1.as_str(), listed.awaited), ("Salah nama", false));
    assert_eq!(office.store.read().search("b-77", sandika_store::HitKind::Letter, None, 10).unwrap().len(), 1);
}
