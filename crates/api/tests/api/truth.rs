//! Letters and messages say what happened, no more and no earlier.

use sandika_testkit::{TestOffice, Walker, sample};
use serde_json::json;

#[test]
fn a_notice_waits_for_the_outcome_that_it_tells() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    let notice = |step: u32, case: &str| json!({ "step": step, "letter": { "case": case, "template": "surat-pemberitahuan" } });
    let case = walker.case.clone();
    let early = walker.office.refused_now("letter_issue", notice(1, &case));
    assert_eq!(early.faults.len(), 1, "{early:?}");
    assert!(early.faults[0].text.contains("perkara.hasil"), "{early:?}");
    walker.finish();
    let issued = walker.office.ok_now("letter_issue", notice(10, &case));
    assert_eq!(issued["number"], "000.6.5/1/Diskominfo.05", "the refused letter used no number, and a closed case still gives notice");
}

#[test]
fn a_request_that_was_given_up_is_told_with_its_reason() {
    let mut office = TestOffice::new();
    let walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    let case = walker.case;
    office.ok_now("case_withdraw", json!({ "case": case, "why": "Dibatalkan pemohon" }));
    let letter = json!({ "case": case, "template": "surat-pemberitahuan", "values": { "perkara.catatan": "Permohonan ditarik kembali oleh pemohon." } });
    office.ok_now("letter_issue", json!({ "step": 1, "letter": letter }));
}

#[test]
fn a_message_tells_when_bsre_revoked_and_until_when_the_new_certificate_holds() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    while walker.view()["step"] != 8 {
        walker.pass();
    }
    let answers = json!({ "waktu_pencabutan": "2026-11-20T08:00" });
    walker.office.ok("case_fill", json!({ "case": walker.case, "step": 8, "answers": answers }));
    walker.attach_missing();
    walker.office.ok_now("case_complete", json!({ "case": walker.case, "step": 8 }));
    let told = walker.office.ok("message_compose", json!({ "case": walker.case, "message": "sertifikat-telah-dicabut" }));
    assert!(told["text"].as_str().unwrap().contains("20 November 2026 pukul 08.00"), "{}", told["text"]);

    let mut walker = Walker::open(&mut office, "natuna-pembaruan", None, 2);
    while walker.view()["step"] != 4 {
        walker.pass();
    }
    let told = walker.office.ok("message_compose", json!({ "case": walker.case, "message": "sertifikat-telah-diperbarui" }));
    assert!(told["text"].as_str().unwrap().contains("20 November 2028"), "{}", told["text"]);
}

#[test]
fn letters_are_dated_between_the_request_and_today() {
    let mut office = TestOffice::new();
    let case = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1).case;
    for (dated, code) in [("2999-01-01", "in-future"), ("1900-01-01", "too-early"), ("2026-11-18", "too-early")] {
        let letter = json!({ "case": case, "template": "kartu-kendali", "dated": dated, "values": sample::letter_values() });
        let error = office.refused_now("letter_issue", json!({ "step": 1, "letter": letter }));
        assert_eq!((serde_json::to_value(error.code).unwrap(), error.field.as_deref()), (json!(code), Some("dated")));
    }
}

#[test]
fn whoever_signs_in_anothers_name_says_in_whose() {
    let mut office = TestOffice::new();
    let official = |acting: &str, behalf: serde_json::Value| json!({ "details": { "role": "kepala-dinas", "name": "Contoh Sekretaris", "post": "Sekretaris", "acting": acting, "on_behalf_of": behalf } });
    for (acting, behalf) in
        [("atas-nama", json!([])), ("untuk-beliau", json!(["Bupati"])), ("plt", json!(["Bupati"])), ("atas-nama", json!([" "]))]
    {
        let error = office.refused("official_record", official(acting, behalf));
        assert_eq!(error.field.as_deref(), Some("on_behalf_of"), "{acting}");
    }
    office.ok("official_record", official("atas-nama", json!(["Kepala Dinas Komunikasi dan Informatika"])));
}

#[test]
fn a_profile_that_letters_could_not_be_made_with_is_refused() {
    let mut office = TestOffice::bare();
    for (field, value) in [
        ("phone", json!("0999\u{7}")),
        ("logo", json!("0".repeat(64))),
        ("email_endings", json!([" "])),
        ("registers", json!({ "keluar": { "pattern": "{klasifikasi}/x" }, "masuk": { "pattern": "{urut}" } })),
        ("city", json!("")),
    ] {
        let mut profile = sample::profile();
        profile[field] = value;
        let error = office.refused("office_record", profile);
        assert!(error.faults.iter().any(|fault| fault.field == field), "{field}: {error:?}");
    }
    assert_eq!(office.ok("office_show", json!({})), json!(null));
    let nothing = office.refused(
        "case_open",
        json!({ "sop": "natuna-pencabutan", "owner": "01936d2e-0000-7000-8000-000000000000", "channel": "surat", "sender": "x" }),
    );
    assert_eq!(serde_json::to_value(nothing.code).unwrap(), "no-profile");
}

#[test]
fn what_is_sent_on_an_old_view_is_not_sent() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "natuna-pembaruan", None, 2);
    walker.pass();
    walker.send_back("Surat belum bertanggal");
    walker.pass();
    let stale = json!({ "case": walker.case, "revision": 1, "step": 2, "message": "asistensi-pembaruan" });
    let error = office.refused("message_mail", stale);
    assert_eq!(serde_json::to_value(error.code).unwrap(), "stale");
    assert!(!office.folder().join("keluar/Surel").exists(), "nothing was handed to the mail program");
}
