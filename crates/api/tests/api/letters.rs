//! All twelve letters as an officer would see them before issuing, by the text of the real PDF.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sandika_api::ErrorCode;
use sandika_testkit::{TestOffice, Walker, sample};
use serde_json::{Value, json};
use std::process::Command;

/// Letter, the SOP of its case, the reason, and the step at which it is looked at.
const LETTERS: [(&str, &str, Option<&str>, u64); 17] = [
    ("surat-permohonan-pencabutan", "ciamis-pencabutan", Some("mutasi"), 1),
    ("surat-keterangan-alasan-pencabutan", "ciamis-pencabutan", Some("kunci-hilang"), 1),
    ("surat-keterangan-alasan-pencabutan", "natuna-pencabutan", Some("pensiun"), 1),
    ("surat-rekomendasi-pencabutan", "demak-pencabutan", Some("pensiun"), 2),
    ("surat-rekomendasi-pembaruan", "sumbar-pembaruan", None, 5),
    ("surat-permohonan-perubahan-data", "sumbar-pembaruan", None, 4),
    ("surat-pernyataan", "demak-pencabutan", Some("meninggal"), 3),
    ("lembar-disposisi", "ciamis-pencabutan", Some("mutasi"), 3),
    ("kartu-kendali", "natuna-pencabutan", Some("pensiun"), 1),
    ("tanda-terima-berkas", "natuna-pembaruan", None, 2),
    ("laporan-pembaruan", "natuna-pembaruan", None, 4),
    ("surat-pemberitahuan", "natuna-pencabutan", Some("pensiun"), 9),
    ("daftar-kelengkapan", "natuna-pencabutan", Some("pensiun"), 6),
    ("daftar-kelengkapan", "ciamis-pencabutan", Some("kunci-hilang"), 4),
    ("daftar-kelengkapan", "demak-pencabutan", Some("meninggal"), 3),
    ("daftar-kelengkapan", "sumbar-pembaruan", None, 5),
    ("daftar-kelengkapan", "natuna-pembaruan", None, 2),
];

fn text_of(pdf: &[u8], folder: &std::path::Path) -> String {
    let path = folder.join("surat.pdf");
    std::fs::write(&path, pdf).unwrap();
    let read = Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(&path).arg("-").output().unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).unwrap()
}

/// The letter's words, without the blanks that only place them, and without the slanted KONSEP of drafts.
fn words(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty() && !"KONSEP".contains(line.as_str())).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_letter_says_what_it_should() {
    let mut office = TestOffice::new();
    for (number, (template, sop, reason, step)) in (0..).zip(LETTERS) {
        let mut walker = Walker::open(&mut office, sop, reason, number);
        while walker.view()["step"] != step {
            match (sop, walker.view()["step"].as_u64()) {
                ("sumbar-pembaruan", Some(3)) => walker.decide("Perlu perubahan data", "Jabatan baru"),
                _ => drop(walker.pass()),
            }
        }
        walker.fill();
        let case = walker.case.clone();
        let preview = office.ok("letter_preview", json!({ "case": case, "template": template, "values": sample::letter_values() }));
        let pdf = STANDARD.decode(preview["pdf"].as_str().unwrap()).unwrap();
        let text = words(&text_of(&pdf, office.folder()));
        // The checklist is each SOP's own.
        let of = if template == "daftar-kelengkapan" { sop } else { reason.unwrap_or("pembaruan") };
        insta::assert_snapshot!(format!("{template}--{of}"), text);
    }
}

#[test]
fn the_same_letter_gives_the_same_bytes_and_is_kept_as_it_was() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    walker.pass();
    let request = json!({ "case": walker.case, "template": "surat-rekomendasi-pencabutan" });
    let first = walker.office.ok("letter_preview", request.clone());
    assert_eq!(walker.office.ok("letter_preview", request.clone()), first);
    let issued = walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": request }));
    let kept = walker.office.ok("letter_show", json!({ "letter": issued["letter"] }));
    let mut profile = sample::profile();
    profile["name"] = json!("Dinas Kominfo dan Statistik");
    walker.office.ok("office_record", profile);
    assert_eq!(walker.office.ok("letter_show", json!({ "letter": issued["letter"] })), kept, "an issued letter never changes");
    let path = walker.office.folder().join("simpan.pdf");
    walker.office.ok("letter_save", json!({ "letter": issued["letter"], "path": path }));
    assert_eq!(STANDARD.encode(std::fs::read(path).unwrap()), kept["pdf"].as_str().unwrap());
}

fn with(letter: &Value, key: &str, value: &Value) -> Value {
    let mut letter = letter.clone();
    letter[key] = value.clone();
    letter
}

fn pdf(office: &mut TestOffice, letter: &Value, version: u32) -> Vec<u8> {
    let shown = office.ok("letter_show", json!({ "letter": letter, "version": version }));
    STANDARD.decode(shown["pdf"].as_str().unwrap()).unwrap()
}

#[test]
fn a_correction_is_a_new_version_with_its_own_number() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    walker.pass();
    let letter = json!({ "case": walker.case, "template": "surat-rekomendasi-pencabutan" });
    let first = walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": letter }));
    let second = walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": with(&letter, "corrects", &first["letter"]) }));
    assert_eq!((&first["number"], &second["number"]), (&json!("000.6.5/1/Diskominfo.05"), &json!("000.6.5/2/Diskominfo.05")));
    assert_eq!((&second["letter"], &second["version"]), (&first["letter"], &json!(2)));
    let old = walker.office.ok("letter_show", json!({ "letter": first["letter"], "version": 1 }));
    let new = walker.office.ok("letter_show", json!({ "letter": first["letter"] }));
    assert_ne!(old, new);
    let used = walker.office.ok("number_list", json!({ "register": "keluar", "year": 2026 }));
    assert_eq!(used.as_array().unwrap().iter().map(|row| row["number"].as_u64().unwrap()).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_correction_names_what_it_replaces_and_a_draft_shows_a_provisional_number() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    walker.pass();
    let letter = json!({ "case": walker.case, "template": "surat-rekomendasi-pencabutan" });
    let draft = |office: &mut TestOffice, letter: &Value| {
        let preview = office.ok("letter_preview", letter.clone());
        words(&text_of(&STANDARD.decode(preview["pdf"].as_str().unwrap()).unwrap(), office.folder()))
    };
    let seen = draft(walker.office, &letter);
    assert!(seen.contains("NOMOR 000.6.5/1/Diskominfo.05 (sementara)"), "{seen}");
    let first = walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": letter }));
    let folder = walker.office.folder().to_owned();
    let text = words(&text_of(&pdf(walker.office, &first["letter"], 1), &folder));
    assert!(!text.contains("sementara") && !text.contains("menggantikan") && !text.contains("versi"), "{text}");

    let correction = with(&letter, "corrects", &first["letter"]);
    let replaces = "Surat ini menggantikan surat Nomor 000.6.5/1/Diskominfo.05 tanggal 20 November 2026 (versi 1).";
    let seen = draft(walker.office, &correction);
    assert!(seen.contains("NOMOR 000.6.5/2/Diskominfo.05 (sementara)") && seen.replace('\n', " ").contains(replaces), "{seen}");
    walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": correction }));
    let text = words(&text_of(&pdf(walker.office, &first["letter"], 2), &folder));
    assert!(text.replace('\n', " ").contains(replaces) && text.contains(" · versi 2"), "{text}");
}

#[test]
fn a_correction_begins_with_what_was_said_of_the_letter() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "ciamis-pencabutan", Some("kunci-hilang"), 1);
    walker.fill();
    let asked =
        json!({ "case": walker.case, "template": "surat-keterangan-alasan-pencabutan", "values": sample::letter_values(), "paper": "a4" });
    let first = walker.office.ok_now("letter_issue", json!({ "step": 1, "letter": asked }));
    let place = json!({ "case": walker.case, "letter": first["letter"] });
    let filled = walker.office.ok("letter_filled", place.clone());
    assert_eq!(filled, json!({ "values": asked["values"], "paper": "a4", "signatory": null, "signing": null }));

    let mut values = sample::letter_values();
    values["atasan.nama"] = json!("dr. Contoh Pengganti");
    let again =
        json!({ "case": walker.case, "template": asked["template"], "values": values, "signing": "basah", "corrects": first["letter"] });
    walker.office.ok_now("letter_issue", json!({ "step": 1, "letter": again }));
    let filled = walker.office.ok("letter_filled", place);
    assert_eq!(filled, json!({ "values": values, "paper": null, "signatory": null, "signing": "basah" }), "of the newest version");

    let stranger = walker.office.refused("letter_filled", json!({ "case": walker.case, "letter": walker.case }));
    assert_eq!(stranger.code, ErrorCode::NotFound);
}
