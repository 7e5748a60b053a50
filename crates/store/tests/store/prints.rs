//! The print log: who printed what, when, where, how it ended and why again; the same after a rebuild, and without the words about an erased person.

use crate::support::*;
use sandika_domain::fact::{AgendaBookEnd, AgendaBookPrint, Fact, FailedPrint, ReasonedReprint};
use sandika_domain::ids::{CaseId, LetterId, OwnerId};
use sandika_store::{Outgoing, OutgoingState, PrintFilter, PrintResult, Way};

/// A letter of a case that was printed, refused, stopped, and printed again with a reason.
fn printed(office: &mut Office) -> (OwnerId, CaseId, LetterId) {
    let owner = office.owner("Budi Santoso", "196809031993022001");
    let (case, letter) = (office.case(owner), LetterId(id()));
    let hash = office.store.read().put_blob(b"surat", 100).unwrap().hash;
    let (version, copies) = (1, 2);
    let failed = |why: &str, stopped| {
        Fact::LetterPrintFailed(FailedPrint { letter, version, printer: "Loket".into(), copies, why: why.into(), stopped })
    };
    let out = |reprint| Fact::LetterPrinted { letter, version, printer: "Loket".into(), copies, reprint };
    let reasoned = |why: &str| Fact::LetterReprintReasoned(ReasonedReprint { letter, version, personal: why.to_owned().into() });
    for facts in [
        vec![letter_issued(letter, 1, Some(number("keluar", 1)), &hash)],
        vec![failed("kertas habis", false)],
        vec![out(false)],
        vec![failed("dihentikan", true), reasoned("hilang di jalan")],
        vec![out(true), reasoned("cetakan Pak Budi rusak")],
    ] {
        office.record(Some(case), Some(owner), facts).unwrap();
    }
    (owner, case, letter)
}

fn told(office: &Office) -> Vec<(PrintResult, String, bool, String)> {
    let rows = office.store.read().print_log(&PrintFilter::default(), None, 100).unwrap();
    rows.into_iter().map(|row| (row.result, row.why, row.reprint, row.reason)).collect()
}

#[test]
fn every_printing_is_told_with_its_end_and_its_reason_after_a_rebuild_too() {
    let mut office = office();
    let (owner, case, letter) = printed(&mut office);
    let row = |result, why: &str, reprint, reason: &str| (result, why.to_owned(), reprint, reason.to_owned());
    let expected = [
        row(PrintResult::Printed, "", true, "cetakan Pak Budi rusak"),
        row(PrintResult::Stopped, "dihentikan", true, "hilang di jalan"),
        row(PrintResult::Printed, "", false, ""),
        row(PrintResult::Failed, "kertas habis", false, ""),
    ];
    assert_eq!(told(&office), expected);
    let first = &office.store.read().print_log(&PrintFilter::default(), None, 1).unwrap()[0];
    let what = (first.letter, first.version, first.case, first.printer.as_str(), first.copies, first.actor.as_str());
    assert_eq!(what, (letter, 1, case, "Loket", 2, "petugas"));
    assert_eq!((first.title.is_empty(), first.number.is_empty(), first.agenda.is_empty()), (false, false, false));
    assert_eq!(office.store.read().letter(letter).unwrap()[0].printed, 4, "only what came out counts");
    // What another case says of the letter is not heard.
    let (other, owners) = (office.case(owner), Some(owner));
    let stranger = Fact::LetterPrinted { letter, version: 1, printer: "Lain".into(), copies: 1, reprint: false };
    office.record(Some(other), owners, vec![stranger]).unwrap();
    assert_eq!(told(&office), expected);
    office.store.rebuild(&mut go_on).unwrap();
    assert_eq!(told(&office), expected);
    assert!(office.verify().is_sound());
}

#[test]
fn the_log_is_paged_and_asked_by_letter_and_period() {
    let mut office = office();
    let (_, _, letter) = printed(&mut office);
    let read = |filter: &PrintFilter, before, limit| office.store.read().print_log(filter, before, limit).unwrap();
    let all = read(&PrintFilter::default(), None, 100);
    let next = read(&PrintFilter::default(), Some(all[1].born), 2);
    assert_eq!(next, all[2..]);
    let other = PrintFilter { letter: Some(LetterId(id())), ..Default::default() };
    let of_letter = PrintFilter { letter: Some(letter), ..Default::default() };
    assert_eq!((read(&other, None, 100).len(), read(&of_letter, None, 100).len()), (0, 4));
    let at = all[0].at;
    let from = PrintFilter { from: Some(at), ..Default::default() };
    let until = PrintFilter { until: Some(at), ..Default::default() };
    let (on, before) = (read(&from, None, 100), read(&until, None, 100));
    assert!(on.iter().all(|row| row.at >= at) && before.iter().all(|row| row.at < at));
    assert_eq!((on.len() + before.len(), on.first()), (4, all.first()));
}

#[test]
fn the_log_keeps_what_was_printed_but_not_the_words_about_an_erased_person() {
    let mut office = office();
    let (owner, _, letter) = printed(&mut office);
    let waiting = Outgoing {
        id: id(),
        letter,
        version: 1,
        copies: 1,
        way: Way::Folder,
        reason: "Pak Budi minta lagi".to_owned(),
        state: OutgoingState::Waiting,
        tries: 0,
        problem: None,
        queued_at: moment(1),
        due_at: moment(1),
    };
    office.store.keep_outgoing(&waiting).unwrap();
    office.erase(owner).unwrap();
    let rows = told(&office);
    assert_eq!(rows.len(), 4);
    assert!(rows.iter().all(|(_, _, _, reason)| reason.is_empty()), "{rows:?}");
    assert_eq!(rows.iter().filter(|(_, _, reprint, _)| *reprint).count(), 2, "that it was a reprint stays known");
    assert_eq!(office.store.read().outgoing().unwrap()[0].reason, "");
    assert_eq!(office.verify().problems, []);
}

#[test]
fn agenda_books_have_their_own_rows_in_the_one_order_of_the_log() {
    let mut office = office();
    let (_, case, letter) = printed(&mut office);
    let book = |end, why: &str| {
        let (register, since, until) = ("keluar".to_owned(), "2026-01-01".parse().unwrap(), "2026-06-30".parse().unwrap());
        let (printer, why) = ("Loket".to_owned(), why.to_owned());
        Fact::AgendaBookPrinted(AgendaBookPrint { register, since, until, numbers: 12, pages: 2, printer, copies: 3, end, why })
    };
    for fact in [book(AgendaBookEnd::Failed, "kertas habis"), book(AgendaBookEnd::Stopped, ""), book(AgendaBookEnd::Printed, "")] {
        office.record(None, None, vec![fact]).unwrap();
    }
    let read = |office: &Office, filter: &PrintFilter, before| office.store.read().agenda_book_prints(filter, before, 100).unwrap();
    let all = read(&office, &PrintFilter::default(), None);
    let told: Vec<_> = all.iter().map(|row| (row.result, row.why.as_str(), row.register.as_str(), row.copies, row.pages)).collect();
    assert_eq!(
        told,
        [
            (PrintResult::Printed, "", "keluar", 3, 2),
            (PrintResult::Stopped, "", "keluar", 3, 2),
            (PrintResult::Failed, "kertas habis", "keluar", 3, 2)
        ]
    );
    let letters = office.store.read().print_log(&PrintFilter::default(), None, 1).unwrap();
    assert!(all.iter().all(|row| row.born > letters[0].born), "what came later");
    assert_eq!(read(&office, &PrintFilter::default(), Some(all[0].born)), all[1..]);
    let (of_letter, at) = (PrintFilter { letter: Some(letter), ..Default::default() }, all[0].at);
    assert_eq!(read(&office, &of_letter, None), []);
    let from = read(&office, &PrintFilter { from: Some(at), ..Default::default() }, None);
    let until = read(&office, &PrintFilter { until: Some(at), ..Default::default() }, None);
    assert_eq!((from.len() + until.len(), from.first()), (3, all.first()));
    assert!(office.record(Some(case), None, vec![book(AgendaBookEnd::Printed, "")]).is_ok());
    let before = read(&office, &PrintFilter::default(), None);
    assert_eq!(before.len(), 4);
    office.store.rebuild(&mut go_on).unwrap();
    assert_eq!(read(&office, &PrintFilter::default(), None), before);
    assert!(office.verify().is_sound());
}
