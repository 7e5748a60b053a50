//! The next number of a register, before it is taken.

use sandika_api::ErrorCode;
use sandika_testkit::{TestOffice, Walker, sample};
use serde_json::{Value, json};

fn next(office: &mut TestOffice, register: &str, fields: Value) -> Value {
    office.ok("number_next", json!({ "register": register, "fields": fields }))
}

#[test]
fn the_settings_show_the_number_that_the_register_gives_next() {
    let mut office = TestOffice::new();
    let registers = sample::profile()["registers"].clone();
    assert_eq!(next(&mut office, "masuk", registers["masuk"].clone()), json!({ "number": 1, "text": "1/2026", "fault": null }));
    let mut walker = Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    walker.pass();
    let letter = json!({ "case": walker.case, "template": "surat-rekomendasi-pencabutan" });
    let told = next(walker.office, "keluar", registers["keluar"].clone());
    let issued = walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": letter }));
    assert_eq!(told["text"], issued["number"], "what was shown is what was given");
    assert_eq!(next(&mut office, "masuk", json!({ "pattern": "A-{urut:4}/{bulan_romawi}/{tahun}" }))["text"], "A-0002/XI/2026");
    let typed = json!({ "pattern": "{urut}.{unit}", "unit": "Kominfo" });
    assert_eq!(next(&mut office, "keluar", typed.clone()), json!({ "number": 2, "text": "2.Kominfo", "fault": null }));
    assert_eq!(next(&mut office, "lain", typed)["number"], 1, "a register that is only being thought of");
    let used = office.ok("number_list", json!({ "register": "keluar", "year": 2026 }));
    assert_eq!(used.as_array().unwrap().len(), 1, "looking takes nothing");
}

#[test]
fn a_faulty_pattern_says_so_in_words() {
    let mut office = TestOffice::new();
    for (pattern, said) in [
        ("{urut", "Kurung kurawal pada posisi 1 tidak berpasangan. Tulis bagian nomor sebagai {nama}."),
        ("nomor", "Pola nomor harus memuat {urut}; tanpa itu semua surat bernomor sama."),
        ("{urut}/{unit}", "Nomor surat memerlukan {unit}, tetapi isinya kosong. Lengkapi di pengaturan kantor."),
    ] {
        assert_eq!(next(&mut office, "keluar", json!({ "pattern": pattern })), json!({ "number": 1, "text": null, "fault": said }));
    }
    let strange = next(&mut office, "keluar", json!({ "pattern": "{urut}/{hari}" }));
    assert!(strange["fault"].as_str().unwrap().starts_with("Bagian {hari} pada posisi 8 tidak dikenal."), "{strange}");
}

fn account(first: u32, last: u32, more: Value) -> Value {
    let mut told = json!({ "register": "keluar", "year": 2026, "first": first, "last": last, "use": "buku", "about": "Undangan rapat" });
    told.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    told
}

fn register(office: &mut TestOffice) -> Value {
    office.ok("register_show", json!({ "register": "keluar" }))
}

#[test]
fn numbers_of_the_book_on_paper_are_taken_into_the_register() {
    let mut office = TestOffice::new();
    assert_eq!(register(&mut office)["next"], 1);
    office.ok("number_account", account(1, 1024, json!({ "continues": true, "about": "Buku agenda sampai Juni" })));
    office.ok(
        "number_account",
        account(1030, 1030, json!({ "text": "000.6.5/1030/Diskominfo.05", "party": "Camat", "dated": "2026-07-01" })),
    );
    let shown = register(&mut office);
    assert_eq!((&shown["next"], &shown["gaps"], &shown["years"]), (&json!(1025), &json!([]), &json!([2026])));
    assert_eq!(shown["registers"], json!(["keluar", "masuk"]));
    let listed = office.ok("number_list", json!({ "register": "keluar", "year": 2026, "newest_first": true }));
    assert_eq!(listed[0]["text"], "000.6.5/1030/Diskominfo.05");
    assert_eq!(listed[1]["holder"], json!({ "kind": "elsewhere", "use": "buku", "continues": true }));
    let period = json!({ "register": "keluar", "year": 2026, "since": "2026-07-01", "until": "2026-07-31" });
    assert_eq!(office.ok("number_list", period).as_array().unwrap().len(), 1);
    office.ok("number_release", json!({ "register": "keluar", "year": 2026, "first": 1, "last": 1024 }));
    assert_eq!(register(&mut office)["next"], 1);
}

#[test]
fn numbers_that_cannot_be_so_are_refused_and_change_nothing() {
    let mut office = TestOffice::new();
    office.ok("number_account", account(5, 6, json!({})));
    for (told, code, field) in [
        (account(5, 5, json!({})), ErrorCode::Number, None),
        (account(1, 9, json!({})), ErrorCode::Number, None),
        (account(0, 1, json!({})), ErrorCode::InvalidFields, Some("first")),
        (account(9, 8, json!({})), ErrorCode::InvalidFields, Some("last")),
        (account(7, 7, json!({ "about": " " })), ErrorCode::InvalidFields, Some("about")),
        (account(7, 7, json!({ "year": 2027 })), ErrorCode::InvalidFields, Some("year")),
        (account(7, 7, json!({ "dated": "2025-12-31" })), ErrorCode::InvalidFields, Some("dated")),
        (account(7, 7, json!({ "register": "nota" })), ErrorCode::InvalidFields, Some("register")),
    ] {
        let refused = office.refused("number_account", told.clone());
        assert_eq!((refused.code, refused.field.as_deref()), (code, field), "{told}");
    }
    let nothing = office.refused("number_release", json!({ "register": "keluar", "year": 2026, "first": 5, "last": 5 }));
    assert_eq!(nothing.code, ErrorCode::NotFound);
    assert_eq!(office.ok("number_list", json!({ "register": "keluar", "year": 2026 })).as_array().unwrap().len(), 1);
}

#[test]
fn a_void_letter_keeps_its_number_and_the_step_asks_for_another() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    walker.pass();
    let (case, letter) = (walker.case.clone(), json!({ "case": walker.case, "template": "surat-rekomendasi-pencabutan" }));
    let issued = walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": letter }));
    let void = json!({ "case": case, "letter": issued["letter"], "version": 1, "why": "Nama pejabat salah" });
    let silent = walker.office.refused("letter_void", json!({ "case": case, "letter": issued["letter"], "version": 1, "why": " " }));
    assert_eq!((silent.code, silent.field.as_deref()), (ErrorCode::TextNeeded, Some("why")));
    let elsewhere = json!({ "case": case, "letter": issued["letter"], "version": 1, "system": "SRIKANDI", "number": "B-12/2026" });
    walker.office.ok("letter_number_elsewhere", elsewhere.clone());
    let after = walker.office.ok("letter_void", void.clone());
    assert_eq!(
        (&after["letters"][0]["void_reason"], &after["letters"][0]["other_number"]),
        (&json!("Nama pejabat salah"), &json!("B-12/2026"))
    );
    assert!(after["form"]["missing"].to_string().contains("belum diterbitkan"), "{}", after["form"]["missing"]);
    let offer = after["form"]["letters"].as_array().unwrap().iter().find(|offer| offer["template"] == letter["template"]).unwrap();
    assert_eq!(offer["issued"], false, "the step offers it again");
    let mut correction = letter.clone();
    correction["corrects"] = issued["letter"].clone();
    for (command, arguments) in [
        ("letter_void", void),
        ("letter_number_elsewhere", elsewhere),
        ("letter_send", json!({ "letter": issued["letter"], "copies": 1, "way": "printer" })),
        ("letter_issue", json!({ "revision": after["revision"], "step": 2, "letter": correction })),
    ] {
        assert_eq!(walker.office.refused(command, arguments).code, ErrorCode::Letter, "{command}");
    }
    let again = walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": letter }));
    assert_ne!(again["number"], issued["number"]);
    let listed = walker.office.ok("number_list", json!({ "register": "keluar", "year": 2026 }));
    assert_eq!((&listed[0]["holder"]["voided"], &listed[1]["holder"]["voided"]), (&json!(true), &json!(false)));
    let told = walker.office.ok("case_timeline", json!({ "case": case })).to_string();
    assert!(told.contains("Surat dibatalkan: Nama pejabat salah") && told.contains("Surat bernomor B-12/2026 pada SRIKANDI"));
}

#[test]
fn a_letter_of_a_day_that_has_passed_takes_a_number_that_was_left_free() {
    let mut office = TestOffice::new();
    office.ok("number_account", account(1, 2, json!({})));
    office.ok("number_account", account(5, 6, json!({ "continues": true })));
    assert_eq!(register(&mut office)["gaps"], json!([[3, 4]]));
    let mut walker = Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    walker.pass();
    let letter = |sequence: u32| json!({ "case": walker.case, "template": "surat-rekomendasi-pencabutan", "sequence": sequence });
    for held in [1, 6, 8] {
        let revision = walker.office.ok("case_show", json!({ "case": walker.case }))["revision"].clone();
        let refused = walker.office.refused("letter_issue", json!({ "revision": revision, "step": 2, "letter": letter(held) }));
        assert_eq!(refused.field.as_deref(), Some("sequence"));
        assert!(refused.message.contains("Yang masih kosong: 3–4; nomor berikutnya 7."), "{}", refused.message);
    }
    let issued = walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": letter(4) }));
    assert!(issued["number"].as_str().unwrap().contains("/4/"), "{issued}");
    assert_eq!((&register(walker.office)["gaps"], &register(walker.office)["next"]), (&json!([[3, 3]]), &json!(7)));
}
