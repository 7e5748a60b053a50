//! Letters for many requests: one each, or one about all, by the journal, the register and the text of the real PDF.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sandika_app::LongWork;
use sandika_testkit::{TestOffice, Walker, scan};
use serde_json::{Value, json};
use std::process::Command;
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

const TEMPLATE: &str = "surat-rekomendasi-pencabutan";

/// So many cases that stand at the step of the recommendation.
fn cases(office: &mut TestOffice, count: u32) -> Vec<String> {
    let walked = (1..=count).map(|number| {
        let mut walker = Walker::open(office, "demak-pencabutan", Some("pensiun"), number);
        walker.pass();
        walker.case
    });
    walked.collect()
}

fn batch(cases: &[String], shape: &str) -> Value {
    json!({ "cases": cases, "shape": shape, "template": TEMPLATE })
}

fn numbers(office: &mut TestOffice) -> Vec<String> {
    let used = office.ok("number_list", json!({ "register": "keluar", "year": 2026 }));
    used.as_array().unwrap().iter().map(|row| row["text"].as_str().unwrap().to_owned()).collect()
}

/// The recommendations of a case, as its screen shows them.
fn letters(office: &mut TestOffice, case: &str) -> Vec<Value> {
    let mut held = office.ok("case_show", json!({ "case": case }))["letters"].as_array().unwrap().clone();
    assert_eq!(office.ok("letter_list", json!({ "case": case })).as_array().unwrap(), &held);
    held.retain(|letter| letter["template"] == TEMPLATE);
    held
}

/// The newest version's text, page by page.
fn pages(office: &mut TestOffice, letter: &Value) -> Vec<String> {
    let shown = office.ok("letter_show", json!({ "letter": letter }));
    let path = office.folder().join("surat.pdf");
    std::fs::write(&path, STANDARD.decode(shown["pdf"].as_str().unwrap()).unwrap()).unwrap();
    let read = Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output().unwrap();
    assert!(read.status.success());
    String::from_utf8(read.stdout).unwrap().trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

fn is_sound(office: &mut TestOffice) {
    office.ok("store_rebuild", json!({}));
    let report = office.ok("store_verify", json!({}));
    assert_eq!(report["sound"], true, "{report}");
}

#[test]
fn each_request_gets_its_letter_and_one_that_cannot_stops_no_other() {
    let mut office = TestOffice::new();
    let mut chosen = cases(&mut office, 3);
    chosen.insert(1, Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 9).case);
    let check = office.ok("letter_batch_check", batch(&chosen, "satuan"));
    assert_eq!(check["ready"], true);
    let free: Vec<bool> = check["lines"].as_array().unwrap().iter().map(|line| line["why"].as_array().unwrap().is_empty()).collect();
    assert_eq!(free, [true, false, true, true]);
    assert!(check["lines"][1]["why"][0].as_str().unwrap().contains("tidak disediakan pada langkah ini"), "{check}");
    assert!(numbers(&mut office).is_empty(), "a check takes no number");

    let done = office.ok("letter_batch", batch(&chosen, "satuan"));
    assert_eq!((&done["stopped"], &done["lines"][1]["issued"]), (&json!(false), &Value::Null));
    assert_eq!(numbers(&mut office), ["000.6.5/1/Diskominfo.05", "000.6.5/2/Diskominfo.05", "000.6.5/3/Diskominfo.05"]);
    for (line, number) in [(0, 1), (2, 2), (3, 3)] {
        let line = &done["lines"][line];
        assert_eq!(line["issued"]["number"], json!(format!("000.6.5/{number}/Diskominfo.05")));
        let held = letters(&mut office, line["case"].as_str().unwrap());
        assert_eq!((held.len(), &held[0]["letter"]), (1, &line["issued"]["letter"]));
        let owner = line["owner"].as_str().unwrap();
        assert!(pages(&mut office, &line["issued"]["letter"]).concat().contains(owner), "{owner}");
    }

    let again = office.ok("letter_batch_check", batch(&chosen, "satuan"));
    assert_eq!(again["ready"], false);
    assert!(again["lines"][0]["why"][0].as_str().unwrap().contains("sudah diterbitkan pada langkah 2 dengan nomor 000.6.5/1"), "{again}");
    let done = office.ok("letter_batch", batch(&chosen, "satuan"));
    assert!(done["lines"].as_array().unwrap().iter().all(|line| line["issued"].is_null()));
    assert_eq!(numbers(&mut office).len(), 3);
    is_sound(&mut office);
}

#[test]
fn one_letter_about_all_stands_in_every_case_under_one_number() {
    let mut office = TestOffice::new();
    let chosen = cases(&mut office, 20);
    assert_eq!(office.ok("letter_batch_check", batch(&chosen, "bersama"))["ready"], true);
    let done = office.ok("letter_batch", batch(&chosen, "bersama"));
    let letter = done["lines"][0]["issued"]["letter"].clone();
    assert!(done["lines"].as_array().unwrap().iter().all(|line| line["issued"]["letter"] == letter));
    assert_eq!(numbers(&mut office), ["000.6.5/1/Diskominfo.05"]);

    let pages = pages(&mut office, &letter);
    assert!(pages[0].contains("20 (dua puluh) orang") && pages.last().unwrap().contains("LAMPIRAN") == (pages.len() == 2), "{}", pages[0]);
    let attachment: String = pages[1..].concat();
    for line in done["lines"].as_array().unwrap() {
        let family = line["owner"].as_str().unwrap().split([' ', ',']).nth(1).unwrap().to_owned();
        assert!(attachment.contains(&family) && !pages[0].contains(line["owner"].as_str().unwrap()), "{line}");
    }
    for case in &chosen {
        let held = letters(&mut office, case);
        assert_eq!((held.len(), &held[0]["letter"], &held[0]["step"]), (1, &letter, &json!(2)));
        let missing = office.ok("case_show", json!({ "case": case }))["form"]["missing"].clone();
        assert!(missing.to_string().contains("belum kembali") && !missing.to_string().contains("belum diterbitkan"), "{missing}");
    }
    let timeline = office.ok("case_timeline", json!({ "case": chosen[7] })).to_string();
    assert!(timeline.contains("000.6.5/1/Diskominfo.05 diterbitkan untuk 20 permohonan sekaligus"), "{timeline}");

    // One case ends before the letter comes back; to the others it comes back through any of them.
    let revision = office.ok("case_show", json!({ "case": chosen[4] }))["revision"].clone();
    office.ok("case_withdraw", json!({ "case": chosen[4], "revision": revision, "why": "Permohonan ditarik" }));
    let signed = scan(&office.papers(), "bertanda-tangan.pdf", "Surat yang sudah ditandatangani");
    office.ok("letter_return", json!({ "case": chosen[3], "letter": letter, "version": 1, "path": signed }));
    for (at, case) in chosen.iter().enumerate() {
        let held = letters(&mut office, case);
        assert_eq!((held[0]["returned"].is_null(), &held[0]["awaited"]), (at == 4, &json!(false)), "{at}");
    }
    Walker { office: &mut office, case: chosen[11].clone(), pace: chrono::TimeDelta::minutes(3) }.pass();
    assert_eq!(office.ok("case_show", json!({ "case": chosen[11] }))["step"], 3);
    is_sound(&mut office);
}

#[test]
fn a_letter_about_all_is_corrected_for_all() {
    let mut office = TestOffice::new();
    let chosen = cases(&mut office, 3);
    let letter = office.ok("letter_batch", batch(&chosen, "bersama"))["lines"][0]["issued"]["letter"].clone();
    let correction = json!({ "case": chosen[1], "template": TEMPLATE, "corrects": letter });
    office.ok("letter_preview", correction.clone());
    let issued = office.ok_now("letter_issue", json!({ "step": 2, "letter": correction }));
    assert_eq!((&issued["letter"], &issued["version"]), (&letter, &json!(2)));
    assert_eq!(issued["case"]["case"], json!(chosen[1]));
    assert_eq!(numbers(&mut office).len(), 2);
    for case in &chosen {
        let versions: Vec<Value> = letters(&mut office, case).into_iter().map(|held| held["version"].clone()).collect();
        assert_eq!(versions, [2, 1]);
    }
    let text = pages(&mut office, &letter).concat();
    assert!(
        text.contains("3 (tiga) orang") && text.contains("menggantikan surat Nomor 000.6.5/1/Diskominfo.05") && text.contains("versi 2")
    );
    is_sound(&mut office);
}

#[test]
fn a_letter_about_all_is_void_for_all() {
    let mut office = TestOffice::new();
    let chosen = cases(&mut office, 3);
    let letter = office.ok("letter_batch", batch(&chosen, "bersama"))["lines"][0]["issued"]["letter"].clone();
    office.ok_now("case_withdraw", json!({ "case": chosen[2], "why": "Batal pensiun" }));
    // Another case than the one that issued it.
    office.ok("letter_void", json!({ "case": chosen[1], "letter": letter, "version": 1, "why": "SK dicabut" }));
    for case in &chosen {
        let held = letters(&mut office, case).remove(0);
        assert_eq!((&held["void_reason"], &held["awaited"]), (&json!("SK dicabut"), &json!(false)), "{case}");
        let again = office.refused("letter_void", json!({ "case": case, "letter": letter, "version": 1, "why": "Lagi" }));
        assert_eq!(again.code, sandika_api::ErrorCode::Letter);
    }
    let missing = office.ok("case_show", json!({ "case": chosen[1] }))["form"]["missing"].to_string();
    assert!(missing.contains("belum diterbitkan"), "{missing}");
    assert_eq!(office.ok("number_list", json!({ "register": "keluar", "year": 2026 }))[0]["holder"]["voided"], true);
    assert_eq!(office.ok("letter_batch_check", batch(&chosen[..2], "bersama"))["ready"], true, "those that go on can have another");
    is_sound(&mut office);
}

#[test]
fn one_letter_about_all_is_issued_for_all_or_none() {
    let mut office = TestOffice::new();
    let mut chosen = cases(&mut office, 2);
    chosen.push(Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 9).case);
    assert_eq!(office.ok("letter_batch_check", batch(&chosen, "bersama"))["ready"], false);
    let refused = office.refused("letter_batch", batch(&chosen, "bersama"));
    assert!(refused.message.contains("1 permohonan belum dapat dimuat"), "{refused:?}");
    let unfit = json!({ "cases": chosen[..2], "shape": "bersama", "template": "kartu-kendali" });
    let check = office.ok("letter_batch_check", unfit.clone());
    assert!(check["why"][0].as_str().unwrap().contains("tidak memiliki daftar pemilik"), "{check}");
    office.refused("letter_batch", unfit);
    for (cases, word) in [(vec![], "Belum ada"), (vec![chosen[0].clone()], "dua permohonan"), (vec![chosen[0].clone(); 2], "dua kali")] {
        assert!(office.refused("letter_batch", batch(&cases, "bersama")).message.contains(word), "{word}");
    }
    assert!(numbers(&mut office).is_empty());
}

#[test]
fn what_is_issued_before_an_end_from_outside_stays() {
    let mut office = TestOffice::new();
    let chosen = cases(&mut office, 4);
    let work = Arc::new_cyclic(|itself: &Weak<LongWork>| {
        let itself = itself.clone();
        LongWork::telling(move |progress| {
            if progress.done == 0 {
                // News is told some ten times a second: after this the next letter's is told, too.
                let began = Instant::now();
                while began.elapsed() < Duration::from_millis(150) {
                    std::thread::yield_now();
                }
            } else {
                itself.upgrade().unwrap().stop();
            }
        })
    });
    let mut office = office.watched_by(work);
    let done = office.ok("letter_batch", batch(&chosen, "satuan"));
    assert_eq!(done["stopped"], true);
    assert!(done["lines"][3]["why"][0].as_str().unwrap().contains("dihentikan"), "{done}");
    let issued = done["lines"].as_array().unwrap().iter().filter(|line| !line["issued"].is_null()).count();
    assert_eq!((issued, numbers(&mut office).len()), (1, 1));
    let stopped = office.refused("letter_batch", batch(&chosen[1..], "bersama"));
    assert_eq!(serde_json::to_value(&stopped).unwrap()["code"], "stopped");
    assert_eq!(numbers(&mut office).len(), 1);
}
