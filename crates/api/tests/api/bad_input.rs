//! Bad input: a code and a field, and nothing changed.

use sandika_api::{ARGUMENTS_LIMIT, ApiError, COMMANDS, dispatch, typescript};
use sandika_testkit::{TestOffice, Walker, sample};
use serde_json::{Value, json};

fn code(error: &ApiError) -> String {
    serde_json::to_value(error.code).unwrap().as_str().unwrap().to_owned()
}

/// A case at its first step.
fn case(office: &mut TestOffice) -> String {
    Walker::open(office, "natuna-pencabutan", Some("pensiun"), 1).case
}

#[test]
fn text_that_is_no_json_and_json_that_does_not_fit() {
    let mut office = TestOffice::new();
    let case = case(&mut office);
    let unknown = "01936d2e-0000-7000-8000-000000000000";
    let long = "x".repeat(5_000);
    for (command, arguments, expected, field) in [
        ("case_show", "{".to_owned(), "bad-json", "arguments"),
        ("case_show", "[1,2".to_owned(), "bad-json", "arguments"),
        ("case_show", "{} {}".to_owned(), "bad-arguments", "case"),
        ("case_show", r#"{"case":5}"#.to_owned(), "bad-arguments", "case"),
        ("case_show", r#"{"case":"x","lain":1}"#.to_owned(), "bad-arguments", "lain"),
        ("case_show", r#"{"case":"bukan uuid"}"#.to_owned(), "bad-arguments", "case"),
        ("case_show", format!(r#"{{"case":"{unknown}"}}"#), "not-found", "case"),
        ("tidak_ada", "{}".to_owned(), "unknown-command", "command"),
        ("case_note", json!({ "case": case, "text": "bel\u{7}" }).to_string(), "control-character", "text"),
        ("case_note", json!({ "case": case, "text": long }).to_string(), "text-too-long", "text"),
        ("case_note", json!({ "case": case, "text": "  " }).to_string(), "text-needed", "text"),
        ("case_withdraw", json!({ "case": case, "revision": 0, "why": "batal" }).to_string(), "stale", "revision"),
        (
            "case_fill",
            json!({ "case": case, "step": 1, "answers": { "tanggal_tiket": "2026-02-30" } }).to_string(),
            "invalid-fields",
            "answers",
        ),
        ("case_complete", json!({ "case": case, "step": 1 }).to_string(), "bad-arguments", "revision"),
        ("case_complete", json!({ "case": case, "revision": 1, "step": 1, "done_at": "2026-13-01T10:00" }).to_string(), "bad-arguments", "done_at"),
        ("case_complete", json!({ "case": case, "revision": 1, "step": 9 }).to_string(), "other-step", "step"),
        (
            "case_attach",
            json!({ "case": case, "step": 1, "document": "form-pencabutan-se", "path": "/tidak/ada.pdf" }).to_string(),
            "file",
            "path",
        ),
        ("letter_issue", json!({ "revision": 1, "step": 1, "letter": { "case": case, "template": "surat-cinta" } }).to_string(), "not-found", "template"),
        (
            "letter_issue",
            json!({ "revision": 1, "step": 1, "letter": { "case": case, "template": "surat-keterangan-alasan-pencabutan", "dated": "2026-02-30" } })
                .to_string(),
            "bad-arguments",
            "letter.dated",
        ),
        (
            "letter_issue",
            json!({ "revision": 1, "step": 1, "letter": { "case": case, "template": "kartu-kendali", "values": { "pemilik.nik": "1" } } }).to_string(),
            "invalid-fields",
            "values",
        ),
        ("draft_save", json!({ "key": "a b", "body": "" }).to_string(), "invalid-fields", "key"),
        ("search", json!({ "text": "x".repeat(201), "kind": "case" }).to_string(), "invalid-fields", "text"),
    ] {
        let before = office.ok("case_show", json!({ "case": case }));
        let error = dispatch(&mut office.office, command, &arguments).unwrap_err();
        assert_eq!((code(&error).as_str(), error.field.as_deref()), (expected, Some(field)), "{command} {arguments}: {error:?}");
        assert!(error.message.ends_with(['.', '!']), "{}", error.message);
        assert_eq!(office.ok("case_show", json!({ "case": case })), before, "{command} changed the case");
    }
    let huge = format!(r#"{{"key":"k","body":"{}"}}"#, "x".repeat(ARGUMENTS_LIMIT));
    assert_eq!(code(&dispatch(&mut office.office, "draft_save", &huge).unwrap_err()), "too-large");
}

#[test]
fn openings_that_cannot_be() {
    let mut office = TestOffice::new();
    let owner = office.ok("owner_record", sample::owner(1));
    let good = json!({ "sop": "natuna-pencabutan", "owner": owner, "channel": "e-mail", "sender": "Dinas", "reason": "pensiun" });
    let with = |key: &str, value: Value| {
        let mut changed = good.clone();
        changed[key] = value;
        changed
    };
    for (arguments, expected, field) in [
        (with("sop", json!("tidak-ada")), "not-found", "sop"),
        (with("owner", json!("01936d2e-0000-7000-8000-000000000000")), "not-found", "owner"),
        (with("channel", json!("merpati")), "unknown-choice", "channel"),
        (with("received_on", json!("2026-11-31")), "bad-arguments", "received_on"),
        (with("received_on", json!("2027-01-01")), "invalid-fields", "received_on"),
        (with("reason", json!("bosan")), "invalid-fields", "reason"),
        (with("sender", json!("")), "invalid-fields", "sender"),
        (with("channel", json!("surat")), "invalid-fields", "letter_number"),
    ] {
        let error = office.refused("case_open", arguments);
        assert_eq!((code(&error).as_str(), error.field.as_deref()), (expected, Some(field)), "{error:?}");
    }
    let fields = |error: &ApiError| error.faults.iter().map(|fault| fault.field.clone()).collect::<Vec<_>>();
    for (arguments, expected) in [
        (json!({}), vec!["sop", "owner", "channel", "sender"]),
        (json!({ "sop": "", "owner": "", "channel": "", "sender": " " }), vec!["sop", "owner", "channel", "sender"]),
        (json!({ "sop": "natuna-pencabutan", "channel": "surat" }), vec!["owner", "sender", "letter_number", "letter_date", "reason"]),
        (
            json!({ "sop": "natuna-pencabutan", "owner": owner, "channel": "surat", "sender": "", "letter_date": "2027-01-01", "reason": "lainnya" }),
            vec!["sender", "letter_number", "letter_date", "reason_text"],
        ),
    ] {
        let error = office.refused("case_open", arguments);
        assert_eq!(
            (code(&error).as_str(), fields(&error)),
            ("invalid-fields", expected.iter().map(|field| (*field).to_owned()).collect()),
            "{error:?}"
        );
        assert!(error.faults.iter().all(|fault| fault.text.ends_with('.')), "{error:?}");
    }
    assert_eq!(office.ok("case_list", json!({})), json!([]));
    assert_eq!(office.ok("number_list", json!({ "register": "masuk", "year": 2026 })), json!([]), "no number was used up");
    office.ok("case_open", good);
}

#[test]
fn an_ended_case_is_left_alone() {
    let mut office = TestOffice::new();
    let case = case(&mut office);
    office.ok_now("case_withdraw", json!({ "case": case, "why": "Dibatalkan pemohon" }));
    for (command, arguments) in [
        ("case_fill", json!({ "case": case, "step": 1, "answers": {} })),
        ("case_complete", json!({ "case": case, "step": 1 })),
        ("case_undo", json!({ "case": case })),
        ("case_assign", json!({ "case": case, "to": "budi" })),
    ] {
        let seen = matches!(command, "case_complete" | "case_undo");
        let error = if seen { office.refused_now(command, arguments) } else { office.refused(command, arguments) };
        assert_eq!((code(&error).as_str(), error.field.as_deref()), ("case-withdrawn", Some("case")), "{command}");
    }
}

#[test]
fn owners_are_checked_and_warnings_need_a_reason() {
    let mut office = TestOffice::new();
    let mut owner = sample::owner(1);
    owner["details"]["nik"] = json!("3171010203800001");
    let error = office.refused("owner_record", owner.clone());
    assert_eq!(code(&error), "unconfirmed");
    assert_eq!(error.faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["nik-nip-sex-differs"]);
    owner["confirmed"] = json!({ "nik-nip-sex-differs": "KTP dan SK sudah diperiksa" });
    office.ok("owner_record", owner.clone());
    let again = office.refused("owner_record", owner);
    assert_eq!((code(&again).as_str(), again.field.as_deref()), ("conflict", Some("nik")));
    let mut broken = sample::owner(2);
    broken["details"]["nip"] = json!("123");
    broken["details"]["email"] = json!("bukan alamat");
    let error = office.refused("owner_record", broken);
    assert_eq!(error.faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["nip", "email"]);
}

#[test]
fn a_letter_that_lacks_a_value_uses_no_number() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    walker.pass();
    let case = walker.case.clone();
    let letter =
        |values: Value| json!({ "step": 2, "letter": { "case": case, "template": "surat-rekomendasi-pencabutan", "values": values } });
    let mut profile = sample::profile();
    profile["region"] = json!("Kabupaten 漢字");
    office.ok("office_record", profile);
    let error = office.refused_now("letter_issue", letter(json!({})));
    assert_eq!(code(&error), "letter-incomplete", "no glyph for a character: {error:?}");
    office.ok("office_record", sample::profile());
    let issued = office.ok_now("letter_issue", letter(json!({})));
    assert_eq!(issued["number"], "000.6.5/1/Diskominfo.05", "the first number is not lost");
    let missing = json!({ "step": 2, "letter": { "case": case, "template": "kartu-kendali", "signatory": "camat" } });
    office.ok_now("letter_issue", missing);
}

#[test]
fn a_file_with_a_private_key_or_nothing_in_it_is_refused() {
    let mut office = TestOffice::new();
    let case = case(&mut office);
    for (name, bytes) in [("kosong.pdf", &b""[..]), ("kunci.pem", b"-----BEGIN PRIVATE KEY-----\nMIIE")] {
        let path = office.folder().join(name);
        std::fs::write(&path, bytes).unwrap();
        let error = office.refused("case_attach", json!({ "case": case, "step": 1, "document": "form-pencabutan-se", "path": path }));
        assert_eq!((code(&error).as_str(), error.field.as_deref()), ("invalid-fields", Some("path")), "{name}");
    }
}

#[test]
fn what_is_no_file_or_too_large_is_told_in_plain_words() {
    let mut office = TestOffice::new();
    let case = case(&mut office);
    let folder = office.folder().to_owned();
    let huge = folder.join("besar.pdf");
    std::fs::File::create(&huge).unwrap().set_len(500_000_000).unwrap();
    for (path, words) in [(folder.clone(), "bukan berkas"), (folder.join("hilang.pdf"), "tidak ditemukan"), (huge, "terlalu besar")] {
        let error = office.refused("case_attach", json!({ "case": case, "step": 1, "document": "form-pencabutan-se", "path": path }));
        assert_eq!(code(&error), "file");
        assert!(error.message.contains(words) && !error.message.contains("os error"), "{}", error.message);
    }
}

#[test]
fn every_command_has_a_shape_and_a_description() {
    let shapes = typescript();
    for command in COMMANDS {
        assert!(shapes.contains(&format!("  {}: {{ args: ", command.name)), "{}", command.name);
        assert!(command.description.ends_with('.'), "{}", command.name);
    }
    for shape in ["CaseView", "ErrorCode", "Topic", "CaseOpenArgs"] {
        assert!(shapes.contains(&format!("export type {shape} = ")), "{shape}");
    }
}

#[test]
fn messages_are_handed_over_without_identity_numbers() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "natuna-pembaruan", None, 2);
    walker.pass();
    walker.send_back("Surat belum bertanggal");
    walker.pass();
    let mailed = walker.office.ok("message_mail", json!({ "case": walker.case, "step": 2, "message": "asistensi-pembaruan" }));
    let text = std::fs::read_to_string(mailed["place"].as_str().unwrap()).unwrap();
    for part in ["To: ", "pegawai2@contohkab.go.id", "X-Unsent: 1"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("19800303") && !text.contains("3171010"), "{text}");
    let letter = {
        let step = walker.view()["step"].clone();
        let issued = walker
            .office
            .ok_now("letter_issue", json!({ "step": step, "letter": { "case": walker.case, "template": "tanda-terima-berkas" } }));
        issued["letter"].as_str().unwrap().to_owned()
    };
    walker.office.print(&letter, 2).unwrap();
    assert_eq!(walker.view()["letters"].as_array().unwrap().iter().map(|letter| letter["printed"].as_u64().unwrap()).max(), Some(2));
    assert_eq!(std::fs::read_dir(walker.office.folder().join("keluar/Cetak")).unwrap().count(), 2);
}
