//! What cases do to certificates, and never do twice or falsely.

use super::fixture::{Bench, file, morning};
use crate::case::{CertificateEffect, Command, Completion, FieldFaultKind, Rejection, announced_certificate};
use crate::fact::{Fact, Opening};
use crate::ids::CertificateId;
use crate::owner::{CertificateDetails, CertificateState};
use chrono::TimeDelta;
use std::collections::BTreeMap;
use uuid::Uuid;

fn at_step(id: &str, step: u32, change: impl FnOnce(&mut Bench)) -> Bench {
    let mut bench = Bench::open(id, "pensiun");
    change(&mut bench);
    while bench.case.step != step {
        bench.pass();
    }
    bench
}

fn complete(bench: &mut Bench, confirmed: &[(&str, &str)]) -> Result<Vec<Fact>, Rejection> {
    bench.gather();
    let step = bench.case.step;
    let answers = bench.answers();
    let confirmed: BTreeMap<String, String> = confirmed.iter().map(|(code, why)| ((*code).to_owned(), (*why).to_owned())).collect();
    bench.act(Command::Complete(Completion { step, answers, confirmed, ..Completion::default() }))
}

fn open_warnings(result: Result<Vec<Fact>, Rejection>) -> Vec<String> {
    match result {
        Err(Rejection::Unconfirmed(warnings)) => warnings.into_iter().map(|warning| warning.code).collect(),
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn a_confirmation_holds_for_the_value_that_it_was_given_for() {
    let mut bench = at_step("natuna-pencabutan", 7, |_| ());
    let cocok = |bench: &mut Bench, serial: &str, why: Option<&str>| {
        let mut answers = bench.answers();
        answers.insert("nomor_seri".into(), serial.into());
        let confirmed = why.map(|why| ("register-differs:nomor_seri".to_owned(), why.to_owned())).into_iter().collect();
        bench.act(Command::Complete(Completion { step: 7, answers, outcome: Some("Cocok".into()), confirmed, ..Completion::default() }))
    };
    cocok(&mut bench, "222", Some("Register salah ketik")).unwrap();
    bench.act(Command::Undo { why: String::new() }).unwrap();
    cocok(&mut bench, "222", None).unwrap();
    bench.act(Command::Undo { why: String::new() }).unwrap();
    assert_eq!(open_warnings(cocok(&mut bench, "999999", None)), ["register-differs:nomor_seri"]);
}

#[test]
fn a_certificate_that_another_case_ended_is_not_touched_again() {
    let mut bench = at_step("natuna-pencabutan", 8, |bench| bench.state = CertificateState::Revoked);
    assert_eq!(open_warnings(complete(&mut bench, &[])), ["certificate-ended"]);
    let facts = complete(&mut bench, &[("certificate-ended", "Perkara ini hanya mendokumentasikan")]).unwrap();
    assert!(!facts.iter().any(|fact| matches!(fact, Fact::CertificateRevoked { .. })), "{facts:?}");
    let undone = bench.act(Command::Undo { why: String::new() }).unwrap();
    assert!(matches!(undone[..], [Fact::StepUndone { .. }]), "the other case's revocation stays: {undone:?}");
}

#[test]
fn a_certificate_is_found_by_the_serial_that_ams_showed() {
    let known = CertificateId(Uuid::from_u128(77));
    let held = CertificateDetails { serial: "00:77:14:09:25:55:10:38".into(), ..CertificateDetails::default() };
    let mut bench = at_step("natuna-pencabutan", 8, |bench| bench.case.certificate = None);
    bench.held = vec![(known, held)];
    let facts = complete(&mut bench, &[]).unwrap();
    assert!(facts.iter().any(|fact| matches!(fact, Fact::CertificateRevoked { certificate, .. } if *certificate == known)), "{facts:?}");
    assert!(!facts.iter().any(|fact| matches!(fact, Fact::CertificateRecorded { .. })), "no twin: {facts:?}");
}

#[test]
fn a_renewal_of_an_unknown_certificate_is_taken_back_by_undo() {
    let mut bench = at_step("natuna-pembaruan", 3, |bench| bench.case.certificate = None);
    complete(&mut bench, &[]).unwrap();
    let effects: Vec<_> = bench.case.path.iter().flat_map(|passed| passed.effects.clone()).collect();
    let [CertificateEffect::Recorded(recorded)] = effects[..] else { unreachable!("{effects:?}") };
    let undone = bench.act(Command::Undo { why: String::new() }).unwrap();
    assert!(matches!(undone[0], Fact::CertificateRestored { withdrawn: Some(withdrawn), .. } if withdrawn == recorded), "{undone:?}");
    assert_eq!(bench.case.certificate, None);
    complete(&mut bench, &[]).unwrap();
    assert_eq!(bench.case.path.iter().flat_map(|passed| &passed.effects).count(), 1);
    assert!(announced_certificate(&bench.case, &bench.sop).is_some());
}

#[test]
fn what_took_effect_is_undone_before_the_request_is_given_up() {
    let mut bench = at_step("natuna-pencabutan", 9, |_| ());
    let withdraw = || Command::Withdraw { why: "Pemohon berubah pikiran".into() };
    assert_eq!(bench.act(withdraw()), Err(Rejection::EffectStands));
    bench.act(Command::Undo { why: String::new() }).unwrap();
    bench.act(withdraw()).unwrap();
}

#[test]
fn a_change_of_data_reaches_the_register_before_the_letter_is_written() {
    let mut bench = at_step("sumbar-pembaruan", 3, |_| ());
    let answers = bench.answers();
    let differs = Completion { step: 3, answers, outcome: Some("Perlu perubahan data".into()), ..Completion::default() };
    bench.act(Command::Complete(differs)).unwrap();
    bench.owner_recorded_at = morning() - TimeDelta::hours(1);
    bench.later(5);
    assert_eq!(open_warnings(complete(&mut bench, &[])), ["owner-not-updated"]);
    bench.owner_recorded_at = bench.now;
    complete(&mut bench, &[]).unwrap();
}

#[test]
fn a_revocation_lies_within_the_life_of_its_certificate() {
    let mut bench = at_step("natuna-pencabutan", 8, |_| ());
    bench.gather();
    let answers = [("waktu_pencabutan".to_owned(), "1950-01-01T10:00".to_owned())].into();
    let attempt = bench.act(Command::Complete(Completion { step: 8, answers, ..Completion::default() }));
    assert!(matches!(attempt, Err(Rejection::Answers(faults)) if faults[0].fault == FieldFaultKind::BeforeCertificate));
}

#[test]
fn a_reason_that_the_office_gave_up_does_not_revoke_without_evidence() {
    let mut bench = at_step("natuna-pencabutan", 8, |_| ());
    bench.reasons.0.retain(|reason| reason.id != "pensiun");
    let answers = bench.answers();
    let attempt = bench.act(Command::Complete(Completion { step: 8, answers, ..Completion::default() }));
    let Err(Rejection::Incomplete(open)) = attempt else { unreachable!("{attempt:?}") };
    assert!(open[0].label.contains("tidak lagi dikenal"), "{open:?}");
}

#[test]
fn the_signed_letter_is_another_file_than_the_issued_one_and_a_page() {
    let mut bench = at_step("demak-pencabutan", 2, |_| ());
    bench.issue(2, "surat-rekomendasi-pencabutan", Some(1));
    let held = bench.case.letters[0].clone();
    let back = |file| Command::ReturnLetter { letter: held.letter, version: 1, file, name: "kembali.pdf".into() };
    assert_eq!(bench.act(back(held.file.clone())), Err(Rejection::NotSigned));
    let text = crate::fact::FileRef { media: "application/octet-stream".into(), ..file("9") };
    assert_eq!(bench.act(back(text)), Err(Rejection::NotAPage));
    bench.act(back(file("9"))).unwrap();
}

#[test]
fn no_text_of_a_case_takes_a_passphrase() {
    let mut bench = Bench::open("natuna-pencabutan", "pensiun");
    for command in [
        Command::Note { text: "passphrase: Rahasia123!".into() },
        Command::Wait { party: "pemohon".into(), why: "kata sandi: abc".into() },
        Command::Withdraw { why: "-----BEGIN PRIVATE KEY-----".into() },
    ] {
        assert!(matches!(bench.act(command), Err(Rejection::Secret(_))));
    }
    let opening = Opening { reason_text: "password=abc".into(), ..super::fixture::opening("pensiun") };
    let attempt = crate::case::OpenCase { opening, ..super::fixture::command("pensiun") };
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    let refused = crate::case::open(attempt, &bench.sop, &bench.reasons, today).unwrap_err();
    assert!(matches!(refused, Rejection::Opening(faults) if matches!(faults[..], [Rejection::Secret(_)])));
}

#[test]
fn only_lanes_are_waited_for_because_the_journal_keeps_them_open() {
    let mut bench = Bench::open("natuna-pencabutan", "pensiun");
    let attempt = bench.act(Command::Wait { party: "Bapak Contoh, NIP 19800301".into(), why: String::new() });
    assert!(matches!(attempt, Err(Rejection::UnknownChoice { known, .. }) if known == ["pemohon", "bsre-op"]));
}
