//! Single rules of the state machine.

use super::fixture::{Bench, command, file, morning, opening, reasons, sop};
use crate::calendar::Zone;
use crate::case::rejection::named;
use crate::case::{Command, Completion, FieldFaultKind, MissingKind, OpenCase, OpeningForm, Rejection, Status, decide, open};
use crate::fact::{Fact, LetterChoice, Opening, Waiver};
use crate::sop::Channel;
use chrono::{NaiveDate, TimeDelta};
use std::collections::BTreeMap;

fn at_step(id: &str, step: u32) -> Bench {
    let mut bench = Bench::open(id, "pensiun");
    while bench.case.step != step {
        bench.pass();
    }
    bench
}

fn done(step: u32) -> Completion {
    Completion { step, ..Completion::default() }
}

#[test]
fn openings_are_refused_with_their_field() {
    type Change = fn(&mut OpenCase);
    let date = |day| NaiveDate::from_ymd_opt(2026, 11, day);
    let table: [(Change, &str); 7] = [
        (|open| open.opening.sender = " ".into(), "OPD pengirim wajib diisi."),
        (|open| open.opening.letter_number = String::new(), "Nomor surat masuk wajib diisi."),
        (|open| open.opening.letter_date = None, "Tanggal surat masuk wajib diisi."),
        (|open| open.opening.reason = None, "Alasan pencabutan wajib diisi."),
        (|open| open.received_on = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(), "Tanggal diterima tidak boleh di masa depan."),
        (|open| open.opening.letter_date = NaiveDate::from_ymd_opt(2027, 1, 1), "Tanggal surat masuk tidak boleh di masa depan."),
        (|open| open.opening.sender = "Dinas\u{0}".into(), "OPD pengirim memuat karakter kendali"),
    ];
    let today = date(20).unwrap();
    for (change, expected) in table {
        let mut attempt = command("pensiun");
        change(&mut attempt);
        let rejection = open(attempt, &sop("natuna-pencabutan"), &reasons(), today).unwrap_err();
        assert!(rejection.to_string().starts_with(expected), "{rejection}");
    }
    let only = |attempt| match open(attempt, &sop("natuna-pencabutan"), &reasons(), today) {
        Err(Rejection::Opening(faults)) if faults.len() == 1 => faults[0].clone(),
        other => unreachable!("{other:?}"),
    };
    let unknown = OpenCase { opening: opening("bosan"), ..command("pensiun") };
    assert!(matches!(only(unknown), Rejection::UnknownChoice { .. }));
    let free_text = OpenCase { opening: Opening { reason_text: String::new(), ..opening("lainnya") }, ..command("lainnya") };
    assert!(matches!(only(free_text), Rejection::OpeningNeeds(named) if named.field == "reason_text"));
    let by_mail = OpenCase {
        channel: Channel::Email,
        opening: Opening { letter_number: String::new(), letter_date: None, ..opening("pensiun") },
        ..command("pensiun")
    };
    assert!(open(by_mail, &sop("natuna-pencabutan"), &reasons(), today).is_ok());
}

#[test]
fn an_opening_is_refused_for_all_its_faults_at_once() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    let fields = |faults: &[Rejection]| faults.iter().map(|fault| fault.field().unwrap().to_owned()).collect::<Vec<_>>();
    let blank = OpenCase { opening: Opening::default(), ..command("pensiun") };
    let refused = open(blank, &sop("natuna-pencabutan"), &reasons(), today).unwrap_err();
    assert_eq!(refused.to_string(), "Ada 4 isian yang perlu diperbaiki.");
    let Rejection::Opening(faults) = refused else { unreachable!("{refused:?}") };
    assert_eq!(fields(&faults), ["sender", "letter_number", "letter_date", "reason"]);
    let tomorrow = today.succ_opt();
    let odd =
        Opening { sender: "x".repeat(300), letter_date: tomorrow, legal_date: tomorrow, reason_text: "\u{0}".into(), ..opening("lainnya") };
    let Rejection::Opening(faults) =
        open(OpenCase { opening: odd, ..command("lainnya") }, &sop("natuna-pencabutan"), &reasons(), today).unwrap_err()
    else {
        unreachable!()
    };
    assert_eq!(fields(&faults), ["sender", "letter_date", "reason_text", "legal_date"]);
    let nothing = OpeningForm { sop: None, owner: None, received_on: today, channel: None, opening: Opening::default() };
    assert_eq!(fields(&nothing.faults(&reasons(), today)), ["sop", "owner", "channel", "sender"]);
}

#[test]
fn the_reason_tells_whether_the_owner_logs_in_when_nobody_says() {
    for (reason, expected) in [("mutasi", Some(true)), ("meninggal", Some(false))] {
        let silent = OpenCase { opening: Opening { can_log_in: None, ..opening(reason) }, ..command(reason) };
        let facts = open(silent, &sop("natuna-pencabutan"), &reasons(), NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()).unwrap();
        let Fact::CaseOpened { personal, .. } = &facts[0] else { unreachable!() };
        assert_eq!(personal.known().unwrap().can_log_in, expected, "{reason}");
    }
}

#[test]
fn an_incomplete_step_names_everything_that_is_missing() {
    let mut bench = Bench::open("natuna-pencabutan", "pensiun");
    let Err(Rejection::Incomplete(open)) = bench.act(Command::Complete(done(1))) else { unreachable!() };
    let ids: Vec<_> = open.iter().map(|item| (item.kind, item.id.as_str())).collect();
    assert_eq!(ids, [(MissingKind::Document, "form-pencabutan-se"), (MissingKind::Document, "surat-keterangan-alasan")]);
    assert_eq!(bench.case.path.len(), 0);
}

#[test]
fn a_missing_document_is_waived_in_writing_only() {
    let mut bench = Bench::open("natuna-pencabutan", "pensiun");
    let waive = |document: &str, by: &str, why: &str| Command::Waive {
        step: 1,
        document: document.into(),
        waiver: Waiver { by: by.into(), why: why.into() },
    };
    assert_eq!(
        bench.act(waive("form-pencabutan-se", " ", "Formulir menyusul")),
        Err(Rejection::TextNeeded(named("by", "Yang memberi pengecualian")))
    );
    assert_eq!(bench.act(waive("form-pencabutan-se", "Kabid", "")), Err(Rejection::TextNeeded(named("why", "Alasan pengecualian"))));
    assert_eq!(bench.act(waive("bukti-unggah", "Kabid", "x")), Err(Rejection::UnknownDocument("bukti-unggah".into())));
    for document in ["form-pencabutan-se", "surat-keterangan-alasan"] {
        bench.act(waive(document, "Kepala Bidang", "Menyusul besok")).unwrap();
    }
    bench.act(Command::Complete(done(1))).unwrap();
    assert_eq!(bench.case.step, 2);
}

#[test]
fn a_certificate_is_not_revoked_without_the_evidence_of_its_reason() {
    let mut bench = at_step("natuna-pencabutan", 8);
    let answers = bench.answers();
    let Err(Rejection::Incomplete(open)) = bench.act(Command::Complete(Completion { answers, ..done(8) })) else { unreachable!() };
    assert_eq!(open.iter().map(|item| (item.kind, item.id.as_str())).collect::<Vec<_>>(), [(MissingKind::ReasonEvidence, "sk-pensiun")]);
    bench.act(Command::Attach { step: 1, document: "sk-pensiun".into(), file: file("d"), name: "SK.pdf".into() }).unwrap();
    bench.pass();
    assert_eq!(bench.case.step, 9);
}

#[test]
fn a_difference_to_the_register_is_confirmed_with_a_reason() {
    let mut bench = at_step("natuna-pencabutan", 7);
    let mut answers = bench.answers();
    answers.insert("nomor_seri".into(), "7714 0925 5501 38".into());
    let cocok = |confirmed: BTreeMap<String, String>| {
        Command::Complete(Completion { answers: answers.clone(), outcome: Some("Cocok".into()), confirmed, ..done(7) })
    };
    let Err(Rejection::Unconfirmed(warnings)) = bench.act(cocok(BTreeMap::new())) else { unreachable!() };
    assert_eq!(warnings.iter().map(|warning| warning.code.as_str()).collect::<Vec<_>>(), ["register-differs:nomor_seri"]);
    assert!(matches!(bench.act(cocok([("register-differs:nomor_seri".into(), " ".into())].into())), Err(Rejection::TextNeeded(_))));
    bench.act(cocok([("register-differs:nomor_seri".into(), "Register salah ketik".into())].into())).unwrap();
    assert_eq!(bench.case.step, 8);
}

#[test]
fn a_difference_asks_for_no_reason_where_the_outcome_follows_from_it() {
    let mut bench = at_step("sumbar-pembaruan", 3);
    let mut answers = bench.answers();
    answers.insert("jabatan_ams".into(), "Staf".into());
    let complete = |outcome: &str| Command::Complete(Completion { answers: answers.clone(), outcome: Some(outcome.into()), ..done(3) });
    assert!(matches!(bench.act(complete("Sesuai")), Err(Rejection::Unconfirmed(_))));
    bench.act(complete("Perlu perubahan data")).unwrap();
    assert_eq!(bench.case.step, 4);
}

#[test]
fn the_way_back_does_not_ask_for_what_is_missing() {
    let mut bench = at_step("natuna-pencabutan", 7);
    bench.act(Command::Complete(Completion { outcome: Some("Tidak cocok".into()), note: "Nomor seri berbeda".into(), ..done(7) })).unwrap();
    assert_eq!(bench.case.step, 5);
    assert!(bench.case.path.last().unwrap().returned);
}

#[test]
fn fields_are_refused_one_by_one() {
    let now = Zone::Wib.local(morning());
    let soon = (now + TimeDelta::hours(1)).format("%Y-%m-%dT%H:%M").to_string();
    for (step, field, value, expected) in [
        (1, "tanggal_tiket", "2026-02-30", FieldFaultKind::NoSuchDate),
        (1, "nomor_tiket", "a\u{7}b", FieldFaultKind::ControlCharacter),
        (1, "nomor_tiket", "passphrase: rahasia", FieldFaultKind::Secret),
        (1, "tidak_ada", "x", FieldFaultKind::Unknown),
        (2, "login_berhasil", "mungkin", FieldFaultKind::NotATick),
        (3, "waktu_permohonan", "kemarin", FieldFaultKind::NoSuchMoment),
        (3, "waktu_permohonan", &soon, FieldFaultKind::InFuture),
        (7, "subjek_dn", "Contoh Pemilik", FieldFaultKind::NotADn),
        (7, "nomor_seri", "77-xx", FieldFaultKind::NotASerial),
    ] {
        let mut bench = at_step("natuna-pencabutan", step);
        let before = bench.case.clone();
        let Err(Rejection::Answers(faults)) = bench.act(Command::Fill { step, answers: [(field.to_owned(), value.to_owned())].into() })
        else {
            unreachable!("{field}")
        };
        assert_eq!(faults.iter().map(|fault| (fault.field.as_str(), &fault.fault)).collect::<Vec<_>>(), [(field, &expected)]);
        assert_eq!(bench.case, before);
    }
    let mut bench = at_step("natuna-pencabutan", 1);
    let long = "x".repeat(256);
    assert!(matches!(bench.act(Command::Fill { step: 1, answers: [("nomor_tiket".to_owned(), long)].into() }), Err(Rejection::Answers(_))));
}

#[test]
fn filling_records_changes_only_and_an_empty_text_clears() {
    let mut bench = Bench::open("natuna-pencabutan", "pensiun");
    let mut fill =
        |value: &str| bench.act(Command::Fill { step: 1, answers: [("nomor_tiket".to_owned(), value.to_owned())].into() }).unwrap().len();
    assert_eq!((fill("T-1"), fill("T-1"), fill(""), fill("")), (1, 0, 1, 0));
    assert_eq!(bench.case.answer(1, "nomor_tiket"), None);
}

#[test]
fn the_last_step_is_undone_until_a_number_was_used() {
    let mut bench = at_step("demak-pencabutan", 2);
    bench.act(Command::Undo { why: "Salah berkas".into() }).unwrap();
    assert_eq!((bench.case.step, bench.case.path.len()), (1, 0));
    assert_eq!(bench.act(Command::Undo { why: String::new() }), Err(Rejection::NothingToUndo));
    bench.pass();
    bench.issue(2, "surat-rekomendasi-pencabutan", Some(7));
    assert_eq!(bench.act(Command::Undo { why: String::new() }), Err(Rejection::NumberUsed("000.6.5/7".into())));
}

#[test]
fn an_unnumbered_letter_does_not_stand_in_the_way_of_undo() {
    let mut bench = at_step("demak-pencabutan", 1);
    bench.issue(1, "lembar-disposisi", None);
    bench.pass();
    bench.act(Command::Undo { why: String::new() }).unwrap();
    assert_eq!(bench.case.step, 1);
}

#[test]
fn undoing_a_revocation_gives_the_certificate_back() {
    let mut bench = at_step("natuna-pencabutan", 9);
    let facts = bench.act(Command::Undo { why: "Belum dicabut di AMS".into() }).unwrap();
    assert!(matches!(facts[..], [Fact::CertificateRestored { withdrawn: None, .. }, Fact::StepUndone { step: 8, .. }]), "{facts:?}");
    bench.pass();
    assert_eq!(bench.case.step, 9);
}

#[test]
fn a_closed_case_takes_notes_and_reopening_only_and_does_not_revoke_twice() {
    let mut bench = at_step("demak-pencabutan", 7);
    bench.pass();
    assert_eq!(bench.case.status, Status::Closed);
    assert_eq!(bench.act(Command::Withdraw { why: "x".into() }), Err(Rejection::Closed));
    assert_eq!(bench.act(Command::Fill { step: 7, answers: BTreeMap::new() }), Err(Rejection::Closed));
    bench.act(Command::Note { text: "Berkas dipinjam auditor".into() }).unwrap();
    assert_eq!(bench.act(Command::Reopen { why: String::new() }), Err(Rejection::TextNeeded(named("why", "Alasan membuka kembali"))));
    bench.act(Command::Reopen { why: "Bukti kurang jelas".into() }).unwrap();
    assert_eq!(bench.act(Command::Reopen { why: "lagi".into() }), Err(Rejection::StillOpen));
    let facts = bench.act(Command::Close(done(7))).unwrap();
    assert!(!facts.iter().any(|fact| matches!(fact, Fact::CertificateRevoked { .. })), "{facts:?}");
    assert_eq!(bench.case.status, Status::Closed);
}

#[test]
fn withdrawal_needs_a_reason_and_can_be_taken_up_again() {
    let mut bench = at_step("natuna-pencabutan", 3);
    assert!(matches!(bench.act(Command::Withdraw { why: "  ".into() }), Err(Rejection::TextNeeded(_))));
    bench.act(Command::Withdraw { why: "Dibatalkan pemohon".into() }).unwrap();
    assert_eq!(bench.act(Command::Complete(done(3))), Err(Rejection::Withdrawn));
    bench.act(Command::Reopen { why: "Diajukan lagi".into() }).unwrap();
    assert_eq!((bench.case.status, bench.case.step), (Status::Open, 3));
}

#[test]
fn waiting_begins_once_and_a_completion_ends_it() {
    let mut bench = at_step("natuna-pencabutan", 3);
    let wait = || Command::Wait { party: "pemohon".into(), why: "Akun terkunci".into() };
    assert_eq!(bench.act(Command::Resume), Err(Rejection::NotWaiting));
    bench.act(wait()).unwrap();
    assert_eq!(bench.act(wait()), Err(Rejection::AlreadyWaiting));
    bench.later(30);
    bench.pass();
    assert!(bench.case.waiting.is_none());
    assert_eq!(bench.case.waits.len(), 1);
}

#[test]
fn other_steps_and_outcomes_are_refused() {
    let mut bench = at_step("natuna-pencabutan", 6);
    assert_eq!(bench.act(Command::Complete(done(5))), Err(Rejection::OtherStep { asked: 5, current: 6 }));
    assert!(
        matches!(bench.act(Command::Complete(done(6))), Err(Rejection::OutcomeNeeded(known)) if known == ["Sesuai", "Perlu dilengkapi"])
    );
    let strange = Completion { outcome: Some("Entah".into()), ..done(6) };
    assert!(matches!(bench.act(Command::Complete(strange)), Err(Rejection::OutcomeUnknown { .. })));
    assert_eq!(bench.act(Command::Close(done(6))), Err(Rejection::NotLastStep(6)));
    let early = Command::Attach { step: 8, document: "bukti-pencabutan".into(), file: file("e"), name: "x.pdf".into() };
    assert_eq!(bench.act(early), Err(Rejection::StepNotReached(8)));
}

#[test]
fn a_stale_view_changes_nothing() {
    let bench = at_step("natuna-pencabutan", 2);
    let rejection = decide(&bench.case, Some(bench.case.revision - 1), Command::Note { text: "x".into() }, &bench.desk());
    assert!(matches!(rejection, Err(Rejection::Stale { .. })));
}

#[test]
fn work_of_others_is_dated_when_it_was_done() {
    let mut bench = at_step("natuna-pencabutan", 4);
    bench.later(120);
    let answers = bench.answers();
    let at = |minutes: i64| Some(morning() + TimeDelta::minutes(minutes));
    let complete = |done_at| Command::Complete(Completion { answers: answers.clone(), done_at, ..done(4) });
    assert_eq!(bench.act(complete(at(600))), Err(Rejection::InFuture(named("done_at", "Waktu penyelesaian langkah"))));
    assert_eq!(bench.act(complete(at(-1))), Err(Rejection::TooEarly(named("done_at", "Waktu penyelesaian langkah"))));
    bench.act(complete(at(30))).unwrap();
    assert_eq!(bench.case.entered_at, morning() + TimeDelta::minutes(30));
}

#[test]
fn letters_are_taken_where_the_sop_offers_them_and_versions_follow_each_other() {
    let mut bench = at_step("demak-pencabutan", 2);
    bench.issue(2, "surat-rekomendasi-pencabutan", Some(1));
    let held = bench.case.letters[0].clone();
    let issue = |template: &str, version| {
        Command::IssueLetter(crate::case::LetterIssue {
            cases: Vec::new(),
            letter: held.letter,
            version,
            template: template.into(),
            anywhere: false,
            template_hash: String::new(),
            step: 2,
            number: None,
            dated: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
            file: file("f"),
            pages: 1,
            title: "Perbaikan".into(),
            choice: LetterChoice::default(),
            values: BTreeMap::new(),
        })
    };
    assert_eq!(bench.act(issue("surat-pernyataan", 2)), Err(Rejection::UnknownLetter("surat-pernyataan".into())));
    assert_eq!(bench.act(issue("surat-rekomendasi-pencabutan", 3)), Err(Rejection::LetterVersion { expected: 2 }));
    bench.act(issue("surat-rekomendasi-pencabutan", 2)).unwrap();
    let stale = Command::ReturnLetter { letter: held.letter, version: 1, file: file("a"), name: "lama.pdf".into() };
    assert_eq!(bench.act(stale), Err(Rejection::NoSuchLetter));
}
