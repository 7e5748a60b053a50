//! The five real SOPs through the wire, from the opening form to the archived case, with their letters as PDF files.

use sandika_testkit::{TestOffice, Walker};
use serde_json::json;

const SOPS: [(&str, Option<&str>, usize); 5] = [
    ("natuna-pencabutan", Some("pensiun"), 10),
    ("ciamis-pencabutan", Some("kunci-hilang"), 11),
    ("natuna-pembaruan", None, 5),
    ("sumbar-pembaruan", None, 5),
    ("demak-pencabutan", Some("pensiun"), 7),
];

#[test]
fn every_sop_is_walked_to_its_end_and_survives_a_restart_and_a_rebuild() {
    let mut office = TestOffice::new();
    let mut cases = Vec::new();
    for (number, (sop, reason, steps)) in (0..).zip(SOPS) {
        let mut walker = Walker::open(&mut office, sop, reason, number);
        assert_eq!(walker.finish().len(), steps, "{sop}");
        let view = walker.view();
        assert_eq!(view["status"], "closed", "{sop}");
        let state = if reason.is_some() { "revoked" } else { "replaced" };
        assert_eq!(view["certificate"]["state"], state, "{sop}");
        for letter in view["letters"].as_array().unwrap() {
            let pdf = office.ok("letter_show", json!({ "letter": letter["letter"] }));
            assert!(pdf["pdf"].as_str().unwrap().starts_with("JVBERi0xLjc"), "{sop}: %PDF-1.7");
        }
        cases.push(view);
    }
    let mut office = office.reopened();
    let before = office.ok("store_verify", json!({}));
    assert_eq!((&before["sound"], &before["problems"]), (&json!(true), &json!([])));
    office.ok("store_rebuild", json!({}));
    for view in cases {
        let again = office.ok("case_show", json!({ "case": view["case"] }));
        assert_eq!(again, view);
    }
    let found = office.ok("search", json!({ "text": "lestari kesehatan", "kind": "case" }));
    assert_eq!(
        (&found[0]["title"], &found[0]["detail"]),
        (&json!("Ni Luh Ayu Lestari"), &json!("Agenda 4/2026 · Dinas Kesehatan Kabupaten Contoh"))
    );
    let letters = office.ok("search", json!({ "text": "000.6.5/1", "kind": "letter" }));
    assert_eq!(letters[0]["detail"], "000.6.5/1/Diskominfo.05 · Ahmad Fauzi");
    assert_eq!(office.ok("search", json!({ "text": "fauzi 000.6.5/1 dinkes", "kind": "letter" })), json!([]));
    assert_eq!(office.ok("search", json!({ "text": "fauzi 000.6.5/1 kesehatan", "kind": "letter" })), letters);
    let counts = office.ok("case_counts", json!({}));
    assert_eq!(
        counts,
        json!([{ "service": "pembaruan", "standing": "closed", "cases": 2 }, { "service": "pencabutan", "standing": "closed", "cases": 3 }])
    );
}

#[test]
fn mistakes_on_the_way_are_mended() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    for _ in 0..5 {
        walker.pass();
    }
    let refused = walker.office.refused_now("case_complete", json!({ "case": walker.case, "step": 6, "outcome": "Sesuai" }));
    assert_eq!(serde_json::to_value(refused.code).unwrap(), "incomplete");
    assert_eq!(refused.faults.len(), 4);
    walker.send_back("Surat keterangan belum ditandatangani");
    let message = walker.office.ok("message_compose", json!({ "case": walker.case, "message": "perlu-dilengkapi" }));
    assert!(message["text"].as_str().unwrap().contains("Surat keterangan belum ditandatangani"));
    assert!(!message["text"].as_str().unwrap().contains("19800302"), "no NIP in a message");
    walker.pass();
    walker.pass();
    walker.office.ok_now("case_undo", json!({ "case": walker.case, "why": "Keliru menekan" }));
    assert_eq!(walker.view()["step"], 6);
    walker.finish();
    let timeline = walker.office.ok("case_timeline", json!({ "case": walker.case }));
    let told: String = timeline
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|entry| entry["facts"].as_array().unwrap())
        .map(|fact| format!("{}\n", fact["text"].as_str().unwrap()))
        .collect();
    for expected in [
        "Langkah 6 dikembalikan dengan hasil “Perlu dilengkapi”",
        "Langkah 6 diurungkan: Keliru menekan",
        "Sertifikat dicabut pada",
        "Perkara ditutup",
    ] {
        assert!(told.contains(expected), "{expected}\n{told}");
    }
}
