//! One letter about several cases.

use super::fixture::{Bench, file};
use crate::case::{Command, LetterIssue, Rejection, decide};
use crate::fact::{Fact, FilledLetter, LetterChoice, SharedLetter};
use crate::ids::{CaseId, LetterId};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use uuid::Uuid;

#[test]
fn a_letter_about_several_cases_is_issued_by_the_first_and_shared_by_the_others() {
    let mut bench = Bench::open("demak-pencabutan", "pensiun");
    bench.pass();
    let (own, other) = (bench.case.id, CaseId(Uuid::from_u128(77)));
    let letter = LetterId(Uuid::from_u128(78));
    let issue = |version, cases: &[CaseId]| {
        Command::IssueLetter(LetterIssue {
            cases: cases.to_vec(),
            letter,
            version,
            template: "surat-rekomendasi-pencabutan".into(),
            anywhere: false,
            template_hash: String::new(),
            step: 2,
            number: None,
            dated: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
            file: file("f"),
            pages: 2,
            title: "Bersama".into(),
            choice: LetterChoice { signatory: Some("sekretaris".into()), ..LetterChoice::default() },
            values: BTreeMap::from([("sistem".into(), "e-office".into())]),
        })
    };
    let facts = decide(&bench.case, None, issue(1, &[own, other]), &bench.desk()).unwrap();
    assert!(matches!(&facts[..], [Fact::LetterIssued { cases, .. }, Fact::LetterFilled(_)] if *cases == [own, other]));
    let facts = decide(&bench.case, None, issue(1, &[other, own]), &bench.desk()).unwrap();
    assert!(
        matches!(&facts[..], [Fact::LetterShared(SharedLetter { scan_back: true, cases, .. }), Fact::LetterFilled(FilledLetter { version: 1, .. })] if *cases == [other, own])
    );

    bench.act(issue(1, &[other, own])).unwrap();
    assert_eq!((bench.case.letters[0].version, bench.case.letters[0].cases.len()), (1, 2));
    assert_eq!(bench.case.letters[0].values.known().unwrap()["sistem"], "e-office");
    assert_eq!(bench.act(issue(2, &[])), Err(Rejection::SharedLetter(2)));
    bench.act(issue(2, &[other, own])).unwrap();
    assert_eq!(bench.case.letters.iter().map(|held| held.version).collect::<Vec<_>>(), [2]);
}
