//! Every real SOP from its opening to the archived case.

use super::fixture::{Bench, SOPS};
use crate::case::{CertificateEffect, Command, Completion, Status};
use crate::document::Word;
use crate::fact::Fact;
use crate::sop::ServiceKind;

#[test]
fn all_five_sops_are_walked_to_their_end_for_every_reason() {
    for (id, _) in SOPS {
        for reason in super::fixture::reasons().ids() {
            let mut bench = Bench::open(id, &reason);
            let path: Vec<u32> = bench.sop.main_path().iter().map(|step| step.number).collect();
            while bench.case.status == Status::Open {
                bench.later(3);
                bench.pass();
            }
            let walked: Vec<u32> = bench.case.path.iter().map(|passed| passed.step).collect();
            assert_eq!(walked, path, "{id}, {reason}");
            assert_eq!(bench.case, bench.replayed(), "{id}, {reason}");
            let effects: Vec<_> = bench.case.path.iter().flat_map(|passed| &passed.effects).collect();
            let revoked = matches!(effects[..], [CertificateEffect::Revoked(_)]);
            let renewed = matches!(effects[..], [CertificateEffect::Replaced(..)]);
            assert_eq!((revoked, renewed), (bench.sop.kind == ServiceKind::Revocation, bench.sop.kind == ServiceKind::Renewal), "{id}");
        }
    }
}

#[test]
fn an_owner_who_cannot_log_in_still_gets_the_certificate_revoked() {
    for id in ["natuna-pencabutan", "ciamis-pencabutan"] {
        let mut bench = Bench::open(id, "meninggal");
        bench.case.opening = crate::fact::Opening { can_log_in: Some(false), ..super::fixture::opening("meninggal") }.into();
        while bench.case.status == Status::Open {
            bench.later(1);
            bench.pass();
        }
        assert!(bench.case.steps.values().all(|record| !record.answers.contains_key("login_berhasil")), "{id}");
    }
}

#[test]
fn every_return_of_every_sop_goes_back_with_its_note_and_keeps_what_was_gathered() {
    let mut returns = 0;
    for (id, _) in SOPS {
        let mut bench = Bench::open(id, "pensiun");
        while bench.case.status == Status::Open {
            let step = bench.sop.step(bench.case.step).unwrap().clone();
            for outcome in step.outcomes.iter().filter(|outcome| outcome.returns) {
                let before = bench.case.steps.clone();
                let complete = |note: &str| {
                    Command::Complete(Completion {
                        step: step.number,
                        outcome: Some(outcome.name.clone()),
                        note: note.into(),
                        ..Default::default()
                    })
                };
                assert!(bench.act(complete("  ")).is_err(), "{id} {}: a return without its note", step.number);
                bench.act(complete("Surat belum ditandatangani")).unwrap();
                assert_eq!(bench.case.step, outcome.to, "{id}");
                assert_eq!(bench.case.steps, before, "{id}");
                while bench.case.step != step.number {
                    bench.pass();
                }
                returns += 1;
            }
            bench.pass();
        }
    }
    assert_eq!(returns, 6, "natuna 6 and 7, ciamis 5 and 9, natuna 2, demak 4");
}

#[test]
fn the_way_with_a_change_of_data_calls_step_four_of_sumatera_barat() {
    let mut bench = Bench::open("sumbar-pembaruan", "lainnya");
    bench.pass();
    bench.pass();
    let answers = bench.answers();
    bench
        .act(Command::Complete(Completion {
            step: 3,
            answers,
            outcome: Some("Perlu perubahan data".into()),
            note: "Jabatan baru".into(),
            ..Default::default()
        }))
        .unwrap();
    assert_eq!(bench.case.step, 4);
    bench.pass();
    assert_eq!(bench.case.step, 5);
}

#[test]
fn the_revocation_is_dated_as_bsre_reports_it() {
    let mut bench = Bench::open("demak-pencabutan", "pensiun");
    while bench.case.step != 7 {
        bench.later(20);
        bench.pass();
    }
    let reported = bench.case.answer(5, "waktu_pencabutan").unwrap().to_owned();
    bench.later(600);
    bench.gather();
    let facts = bench.act(Command::Close(Completion { step: 7, ..Default::default() })).unwrap();
    let at = facts.iter().find_map(|fact| match fact {
        Fact::CertificateRevoked { at, .. } => Some(*at),
        _ => None,
    });
    assert_eq!(crate::calendar::Zone::Wib.local(at.unwrap()).format("%Y-%m-%dT%H:%M").to_string(), reported);
    assert_eq!(bench.sop.kind.word(), "pencabutan");
}
