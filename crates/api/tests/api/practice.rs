//! What a practice office makes says that it is practice, wherever the office lies and whatever is asked of it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sandika_api::dispatch_at;
use sandika_app::ports::Ports;
use sandika_app::{Desk, KdfCost, Shell};
use sandika_testkit::{HandClock, TestOffice, Walker, sample};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;

const SENTENCE: &str = "Surat latihan, tidak berlaku";
const BEGINNING: &str = "PESAN LATIHAN dari kantor latihan. Isinya rekaan dan tidak berlaku.\n\n";

fn desk(data: &Path) -> Desk {
    let (clock, outgoing) = (HandClock::friday_morning(), data.join("keluar"));
    let ports = move |_: &sandika_app::DeviceSettings| Ports { clock: Box::new(clock.clone()), ..Ports::folder(outgoing.clone()) };
    Desk::new(Shell { cost: KdfCost { m_kib: 64, t: 1, p: 1 }, ..Shell::new(data.to_owned(), Box::new(ports)) })
}

fn ok(desk: &mut Desk, command: &str, arguments: Value) -> Value {
    let answer: Value = serde_json::from_str(&dispatch_at(desk, command, &arguments.to_string()).unwrap()).unwrap();
    answer.get("value").cloned().unwrap_or(answer)
}

fn pages(pdf: &Value) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("surat.pdf");
    fs::write(&path, STANDARD.decode(pdf["pdf"].as_str().unwrap()).unwrap()).unwrap();
    let read = Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(&path).arg("-").output().unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).unwrap().trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// Every page of every letter, issued and as a draft, and the message of a case bear the mark.
fn everything_is_marked(desk: &mut Desk) {
    assert_eq!(ok(desk, "desk_show", json!({}))["practice"], true);
    let letters = ok(desk, "letter_list", json!({ "limit": 200 }));
    assert!(letters.as_array().unwrap().len() > 3);
    for letter in letters.as_array().unwrap() {
        let shown = ok(desk, "letter_show", json!({ "letter": letter["letter"], "version": letter["version"] }));
        assert!(pages(&shown).iter().all(|page| page.contains(SENTENCE)), "{letter}");
    }
    let case = ok(desk, "case_list", json!({ "standings": ["open"], "limit": 1 }))[0]["case"].clone();
    let draft = json!({ "case": case, "template": "kartu-kendali", "values": sample::letter_values() });
    assert!(pages(&ok(desk, "letter_preview", draft)).iter().all(|page| page.contains(SENTENCE)));
    let told = ok(desk, "message_compose", json!({ "case": case, "message": "perlu-dilengkapi", "note": "Surat permohonan" }));
    assert!(told["text"].as_str().unwrap().starts_with(BEGINNING), "{told}");
    assert!(told["subject"].as_str().unwrap().starts_with("[LATIHAN] "), "{told}");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &place);
        } else {
            fs::copy(entry.path(), place).unwrap();
        }
    }
}

#[test]
fn a_practice_office_marks_all_that_it_makes_and_cannot_be_told_not_to() {
    let data = tempfile::tempdir().unwrap();
    let mut desk = desk(data.path());
    ok(&mut desk, "desk_practice", json!({ "user": "Contoh Petugas" }));
    everything_is_marked(&mut desk);
    let profile = ok(&mut desk, "office_show", json!({}));
    ok(&mut desk, "office_record", profile.clone());
    everything_is_marked(&mut desk);
    let mut claiming = profile;
    claiming["practice"] = json!(false);
    assert!(dispatch_at(&mut desk, "office_record", &claiming.to_string()).is_err(), "an office is not told what kind it is");
}

#[test]
fn a_practice_office_that_was_copied_elsewhere_stays_one() {
    let data = tempfile::tempdir().unwrap();
    let mut first = desk(data.path());
    ok(&mut first, "desk_practice", json!({ "user": "Contoh Petugas" }));
    drop(first);
    let other = tempfile::tempdir().unwrap();
    copy(&data.path().join("latihan"), &other.path().join("kantor"));
    let mut moved = desk(other.path());
    ok(&mut moved, "desk_open", json!({ "passphrase": "kantor latihan sandika", "user": "Contoh Petugas" }));
    everything_is_marked(&mut moved);
    ok(&mut moved, "store_rebuild", json!({}));
    everything_is_marked(&mut moved);
}

#[test]
fn an_office_that_serves_marks_nothing() {
    let mut office = TestOffice::new();
    let case = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1).case;
    let letter = json!({ "case": case, "template": "kartu-kendali", "values": sample::letter_values() });
    let text = pages(&office.ok("letter_preview", letter)).concat();
    assert!(text.contains("KARTU KENDALI") && !text.to_lowercase().contains("latihan"), "{text}");
    let told = office.ok("message_compose", json!({ "case": case, "message": "perlu-dilengkapi", "note": "Surat permohonan" }));
    assert!(!told.to_string().to_lowercase().contains("latihan"), "{told}");
    assert_eq!(office.ok("office_show", json!({})).get("practice"), None);
}
