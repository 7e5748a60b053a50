//! The first page, the queues of due cases, and documents that are shown.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use sandika_testkit::{TestOffice, Walker};
use serde_json::{Value, json};

fn cases(part: &Value) -> Vec<&str> {
    part["rows"].as_array().unwrap().iter().map(|row| row["case"].as_str().unwrap()).collect()
}

fn queue(office: &mut TestOffice, queue: &str, limit: u32) -> Vec<String> {
    let (mut found, mut before) = (Vec::new(), Value::Null);
    loop {
        let page = office.ok("case_list", json!({ "queue": queue, "before": before, "limit": limit }));
        let rows = page.as_array().unwrap();
        found.extend(rows.iter().map(|row| row["case"].as_str().unwrap().to_owned()));
        match rows.last() {
            Some(last) if rows.len() == limit as usize => before = last["cursor"].clone(),
            _ => return found,
        }
    }
}

#[test]
fn the_first_page_tells_what_wants_doing() {
    let mut office = TestOffice::new();
    let empty = office.ok("home_show", json!({}));
    assert_eq!(empty["overdue"], json!({ "count": 0, "rows": [] }));
    // 09.00: one hour for step 2, ten minutes for step 1.
    let mut later = Walker::open(&mut office, "natuna-pembaruan", None, 1);
    later.pass();
    let later = later.case;
    let soon = Walker::open(&mut office, "natuna-pembaruan", None, 2).case;
    let mut waits = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 3);
    waits.pass();
    let waiting = waits.case;
    office.ok_now("case_wait", json!({ "case": waiting, "party": "pemohon", "why": "Berkas asli" }));
    office.ok("case_assign", json!({ "case": soon, "to": "petugas" }));
    office.ok("draft_save", json!({ "key": "perkara/1", "body": "ketikan", "case": soon }));
    let home = office.ok("home_show", json!({}));
    assert_eq!(home["overdue"]["count"], 0);
    assert_eq!(cases(&home["due_today"]), [soon.as_str(), later.as_str()], "soonest first, none whose clock rests: {home}");
    assert_eq!(cases(&home["mine"]), [soon.as_str()]);
    let wait = &home["waiting"]["rows"][0];
    assert_eq!((&wait["case"]["case"], &wait["party"], &wait["clock"]), (&json!(waiting), &json!("Pemohon"), &json!("rests")));
    assert_eq!((&home["drafts"]["count"], &home["drafts"]["rows"][0]["key"]), (&json!(1), &json!("perkara/1")));
    office.clock.advance(TimeDelta::minutes(30));
    let home = office.ok("home_show", json!({}));
    assert_eq!(cases(&home["overdue"]), [soon.as_str()]);
    assert!(!cases(&home["overdue"]).contains(&waiting.as_str()), "the working clock rests while a case waits");
    office.ok_now("case_resume", json!({ "case": waiting }));
    let home = office.ok("home_show", json!({}));
    assert!(cases(&home["due_today"]).contains(&waiting.as_str()), "a wait that is over is not counted against the step: {home}");
    office.clock.advance(TimeDelta::days(1));
    office.clock.advance(TimeDelta::days(2));
    assert_eq!(office.ok("home_show", json!({}))["overdue"]["count"], 3, "on Monday all are late");
    let totals = office.ok("home_show", json!({}))["counts"].clone();
    assert_eq!(totals, office.ok("case_counts", json!({})));
}

#[test]
fn queues_are_paged_and_agree_with_the_list() {
    let mut office = TestOffice::new();
    for number in 0..9 {
        let sop = if number % 2 == 0 { "natuna-pembaruan" } else { "demak-pencabutan" };
        let reason = (number % 2 == 1).then_some("pensiun");
        let mut walker = Walker::open(&mut office, sop, reason, number);
        if number % 3 == 0 {
            walker.pass();
        }
    }
    office.clock.advance(TimeDelta::hours(2));
    let all = office.ok("case_list", json!({ "limit": 200 }));
    let late: Vec<&str> =
        all.as_array().unwrap().iter().filter(|row| row["overdue"] == true).map(|row| row["case"].as_str().unwrap()).collect();
    assert!(late.len() > 3, "{all}");
    for limit in [1, 2, 50] {
        assert_eq!(queue(&mut office, "overdue", limit), late, "pages of {limit}");
    }
    let none = office.ok("case_list", json!({ "queue": "overdue", "standings": ["closed"] }));
    assert_eq!(none, json!([]));
    assert_eq!(office.ok("home_show", json!({}))["overdue"]["count"], late.len());
    let error = office.refused("case_list", json!({ "queue": "besok" }));
    assert_eq!(serde_json::to_value(error.code).unwrap(), "bad-arguments");
}

#[test]
fn documents_are_shown_as_they_came() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "natuna-pembaruan", None, 1);
    walker.attach_missing();
    let view = walker.view();
    let case = walker.case;
    let held = &view["form"]["documents"][0]["files"][0];
    let shown = office.ok("document_show", json!({ "case": case, "hash": held["hash"] }));
    assert_eq!((&shown["name"], &shown["media"]), (&json!("surat-permohonan.pdf"), &json!("application/pdf")));
    let bytes = STANDARD.decode(shown["bytes"].as_str().unwrap()).unwrap();
    assert_eq!(bytes, std::fs::read(office.papers().join("surat-permohonan.pdf")).unwrap());
    let error = office.refused("document_show", json!({ "case": case, "hash": "ff" }));
    assert_eq!((serde_json::to_value(error.code).unwrap(), error.field.as_deref()), (json!("not-found"), Some("hash")));
}
