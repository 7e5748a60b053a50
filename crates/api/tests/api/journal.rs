//! The journal by command: looked through, an entry with what it changed, a clock that was set back, verified at quiet moments.

use chrono::TimeDelta;
use sandika_app::Desk;
use sandika_testkit::{TestOffice, sample};
use serde_json::{Value, json};

const TEMPLATE: &str = "surat-rekomendasi-pencabutan";
const SENTENCE: &str = "Demikian surat rekomendasi ini dibuat untuk digunakan sebagaimana mestinya.";

fn newest(office: &mut TestOffice) -> Value {
    let rows = office.ok("journal_list", json!({ "limit": 1 }));
    office.ok("journal_show", json!({ "seq": rows[0]["cursor"] }))
}

/// `label: before → after` of every change.
fn changes(entry: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let one = |change: &Value| format!("{}: {} → {}", text(&change["label"]), text(&change["before"]), text(&change["after"]));
    entry["changes"].as_array().unwrap().iter().map(one).collect()
}

#[test]
fn every_thing_of_the_office_shows_what_it_was_and_what_it_is() {
    let mut office = TestOffice::new();
    let mut profile = sample::profile();
    profile["phone"] = json!("0773 000");
    profile["registers"]["keluar"]["classification"] = json!("555");
    office.ok("office_record", profile);
    let entry = newest(&mut office);
    assert_eq!(entry["label"], "Profil kantor dicatat");
    let told = changes(&entry);
    assert!(told.iter().any(|change| change.starts_with("Register keluar: klasifikasi: ") && change.ends_with(" → 555")), "{told:?}");
    assert!(told.iter().any(|change| change.starts_with("Telepon: ") && change.ends_with(" → 0773 000")), "{told:?}");
    assert_eq!(told.len(), 2, "only what differs: {told:?}");

    let mut owner = sample::owner(1);
    owner["owner"] = office.ok("owner_record", owner.clone());
    assert!(changes(&newest(&mut office)).iter().any(|change| change.starts_with("Nama:  → ")), "a new one has nothing before");
    owner["details"]["post"] = json!("Kepala Bidang Contoh");
    office.ok("owner_record", owner);
    assert_eq!(changes(&newest(&mut office)), ["Jabatan: Kepala Seksi Pelayanan → Kepala Bidang Contoh"]);

    let shown = office.ok("template_show", json!({ "template": TEMPLATE }));
    let text = shown["text"].as_str().unwrap();
    let mut save = |old: &str, new: &str| office.ok("template_save", json!({ "template": TEMPLATE, "text": text.replace(old, new) }));
    save(SENTENCE, "Kalimat satu.");
    save(SENTENCE, "Kalimat dua.");
    let told = changes(&newest(&mut office));
    assert!(
        matches!(&told[..], [one] if one.starts_with("Bentuk surat, mulai baris ") && one.contains("Kalimat satu.") && one.contains("Kalimat dua.")),
        "{told:?}"
    );
    office.ok("template_reset", json!({ "template": TEMPLATE }));
    assert_eq!(changes(&newest(&mut office)), ["Bentuk surat: versi kantor → bawaan"]);
}

#[test]
fn a_case_shows_its_fields_and_standing_before_and_after() {
    let mut office = TestOffice::new();
    let walker = sandika_testkit::Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    let case = walker.case.clone();
    office.ok("case_assign", json!({ "case": case, "to": "sari" }));
    office.ok("case_assign", json!({ "case": case, "to": "tono" }));
    let entry = newest(&mut office);
    assert_eq!(changes(&entry), ["Petugas: sari → tono"]);
    assert_eq!((entry["case"].as_str(), entry["facts"][0]["text"].as_str()), (Some(case.as_str()), Some("Ditugaskan kepada tono")));
    assert_eq!(entry["agenda"], office.ok("case_show", json!({ "case": case }))["agenda"]);
    let revision = office.ok("case_show", json!({ "case": case }))["revision"].clone();
    office.ok("case_withdraw", json!({ "case": case, "revision": revision, "why": "tidak jadi" }));
    assert_eq!(changes(&newest(&mut office)), ["Keadaan perkara: berjalan → dibatalkan"]);
}

#[test]
fn entries_are_listed_by_user_action_and_day_and_name_the_one_before() {
    let mut office = TestOffice::new();
    let all = office.ok("journal_list", json!({}));
    let rows = all.as_array().unwrap();
    let state = office.ok("journal_state", json!({}));
    assert_eq!(state["head"]["seq"], rows[0]["cursor"]);
    assert_eq!(state["head"]["groups"].as_array().unwrap().len(), 16);
    assert_eq!(state["problems"], json!([]));
    assert!(state["actions"].as_array().unwrap().contains(&json!({ "id": "record_office", "label": "Profil kantor dicatat" })));
    let user = state["users"][0].clone();
    assert_eq!(office.ok("journal_list", json!({ "by": user })), all);
    assert_eq!(office.ok("journal_list", json!({ "by": "orang lain" })), json!([]));
    assert!(
        office
            .ok("journal_list", json!({ "action": "record_office" }))
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["label"] == "Profil kantor dicatat")
    );
    assert_eq!(office.ok("journal_list", json!({ "until": "2000-01-01" })), json!([]));
    let second = office.ok("journal_list", json!({ "before": rows[0]["cursor"], "limit": 1 }));
    assert_eq!(second[0], rows[1]);
    let (newest, before) = (newest(&mut office), office.ok("journal_show", json!({ "seq": rows[1]["cursor"] })));
    assert_eq!((&newest["prev"], &newest["whole"]), (&before["hash"], &json!(true)));
    assert_eq!(office.refused("journal_show", json!({ "seq": 9_999 })).field.as_deref(), Some("seq"));
}

#[test]
fn a_clock_that_was_set_back_stands_in_the_timeline_and_in_the_verification() {
    let mut office = TestOffice::new();
    let case = sandika_testkit::Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1).case.clone();
    office.clock.advance(TimeDelta::days(-2));
    office.ok("case_note", json!({ "case": case, "text": "sesudah jam mundur" }));
    let timeline = office.ok("case_timeline", json!({ "case": case }));
    let texts: Vec<&str> = timeline.as_array().unwrap().iter().map(|entry| entry["facts"][0]["text"].as_str().unwrap()).collect();
    let [.., clock, note] = texts[..] else { panic!("{texts:?}") };
    assert!(clock.starts_with("Jam komputer mundur: catatan sebelumnya ") && note == "Catatan: sesudah jam mundur", "{texts:?}");
    let report = office.ok("store_verify", json!({}));
    assert_eq!((report["sound"].as_bool(), report["clock"].as_array().unwrap().len()), (Some(true), 1));
    let moved = office.ok("journal_list", json!({ "action": "clock_moved" }));
    assert_eq!((moved.as_array().unwrap().len(), &moved[0]["clock"]), (1, &json!(true)));
    let entry = office.ok("journal_show", json!({ "seq": moved[0]["cursor"] }));
    assert!(changes(&entry)[0].starts_with("Jam komputer: "), "{entry}");
}

#[test]
fn a_round_verifies_nothing_where_no_office_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let factory = Box::new(|_: &sandika_app::DeviceSettings| sandika_app::ports::Ports::folder(std::env::temp_dir()));
    let desk = std::sync::Mutex::new(Desk::new(sandika_app::Shell::new(folder.path().to_owned(), factory)));
    let rest = sandika_api::verify_round(&desk, &|event| panic!("{event:?}"));
    assert!(rest.as_secs() > 60);
    let held = desk.lock().unwrap();
    assert!(sandika_api::verify_round(&desk, &|event| panic!("{event:?}")).as_secs() < 10, "whoever holds the desk is not waited for");
    drop(held);
}
