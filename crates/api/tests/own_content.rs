//! An office's own files: they join in, take the place of shipped ones, and never touch a running case.

#![allow(clippy::unwrap_used, reason = "test code")]

use sandika_testkit::{TestOffice, Walker, sample};
use serde_json::json;
use std::fs;

const SHIPPED: &str = include_str!("../../../content/sops/natuna-pencabutan.toml");

fn put(office: &TestOffice, place: &str, text: &str) {
    let path = office.folder().join("kantor/content").join(place);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn a_running_case_keeps_the_sop_that_it_began_with() {
    let office = TestOffice::new();
    let own = SHIPPED.replace("id = \"natuna-pencabutan\"", "id = \"kantor-kami\"");
    put(&office, "sops/kantor-kami.toml", &own);
    let mut office = office.reopened();
    let mut walker = Walker::open(&mut office, "kantor-kami", Some("pensiun"), 1);
    walker.pass();
    let (case, before) = (walker.case.clone(), walker.view());
    let changed =
        own.replace("waktu = \"20 menit\"", "waktu = \"40 menit\"").replace("Pemohon login ke dalam aplikasi AMS", "Pemohon masuk ke AMS");
    assert_ne!(changed, own);
    put(&office, "sops/kantor-kami.toml", &changed);
    let mut office = office.reopened();
    assert_eq!(office.ok("case_show", json!({ "case": case })), before, "editing an SOP touches no running case");
    let mut newer = Walker::open(&mut office, "kantor-kami", Some("pensiun"), 2);
    assert_ne!(newer.view()["sop_hash"], before["sop_hash"]);
    assert_eq!(newer.view()["steps"][0]["standard"], 40);
    fs::remove_file(office.folder().join("kantor/content/sops/kantor-kami.toml")).unwrap();
    let mut office = office.reopened();
    let mut walker = Walker { office: &mut office, case, pace: chrono::TimeDelta::minutes(1) };
    walker.finish();
    assert_eq!(walker.view()["status"], "closed", "the pinned text is enough, though the file is gone");
}

#[test]
fn a_faulty_file_is_left_aside_with_its_findings_and_the_shipped_one_holds() {
    let office = TestOffice::new();
    put(&office, "sops/natuna-pencabutan.toml", &SHIPPED.replace("ke = 7", "ke = 70").replace("wajib = true", "wajib = ya"));
    put(&office, "reasons.toml", "format = 1\n[[alasan]]\n");
    put(&office, "letters/surat-pernyataan.toml", "format = 1\nid = \"surat-pernyataan\"\n");
    put(&office, "calendar/libur-2026.toml", "rusak");
    put(&office, "sop/salah-tempat.toml", SHIPPED);
    let mut office = office.reopened();
    let findings = office.ok("content_findings", json!({}));
    let files: std::collections::BTreeSet<&str> =
        findings.as_array().unwrap().iter().map(|finding| finding["file"].as_str().unwrap()).collect();
    assert_eq!(
        files.into_iter().collect::<Vec<_>>(),
        [
            "calendar/libur-2026.toml",
            "letters/surat-pernyataan.toml",
            "reasons.toml",
            "sop/salah-tempat.toml",
            "sops/natuna-pencabutan.toml"
        ]
    );
    let mut walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    assert_eq!(walker.finish().len(), 10);
    assert_eq!(office.ok("holiday_list", json!({ "year": 2026 })).as_array().unwrap().len(), 25);
}

#[test]
fn an_office_changes_a_letter_and_adds_a_holiday() {
    let office = TestOffice::new();
    let letter = include_str!("../../../content/letters/kartu-kendali.toml").replace("\"KARTU KENDALI\"", "\"KARTU KENDALI SURAT\"");
    put(&office, "letters/kartu-kendali.toml", &letter);
    let holidays = include_str!("../../../content/calendar/libur-2026.toml");
    let local = "\n[[libur]]\ntanggal = \"2026-10-12\"\nnama = \"Hari jadi kabupaten\"\njenis = \"lokal\"\nsumber = \"Keputusan Bupati\"\n";
    put(&office, "calendar/libur-2026.toml", &format!("{holidays}{local}"));
    let mut office = office.reopened();
    assert_eq!(office.ok("content_findings", json!({})), json!([]));
    let days = office.ok("holiday_list", json!({ "year": 2026 }));
    assert!(days.as_array().unwrap().iter().any(|day| day["date"] == "2026-10-12" && day["kind"] == "local"), "{days}");
    let walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    let issued = json!({ "step": 1, "letter": { "case": walker.case, "template": "kartu-kendali", "values": sample::letter_values() } });
    let letter = walker.office.ok_now("letter_issue", issued);
    assert!(letter["case"]["letters"][0]["title"].as_str().unwrap().contains("Kartu Kendali"), "{}", letter["case"]["letters"][0]["title"]);
}

#[test]
fn two_own_files_with_one_id_are_named() {
    let office = TestOffice::new();
    let own = SHIPPED.replace("id = \"natuna-pencabutan\"", "id = \"sama\"");
    put(&office, "sops/a.toml", &own);
    put(&office, "sops/b.toml", &own);
    let mut office = office.reopened();
    let findings = office.ok("content_findings", json!({}));
    assert_eq!(findings[0]["file"], "sops/b.toml");
    assert!(findings[0]["message"].as_str().unwrap().contains("sops/a.toml"), "{findings}");
}
