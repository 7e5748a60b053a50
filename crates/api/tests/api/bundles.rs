//! Bundles of cases and the office in open formats by command: whole, ended by whoever watches, and back again.

use sandika_app::{KdfCost, LongWork, Office, check_case_bundle, check_open_export, ports::Ports};
use sandika_testkit::{PASSPHRASE, TestOffice, Walker};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};

/// Walks one case to its end; answers with it.
fn walked(office: &mut TestOffice, sop: &str, reason: Option<&str>, number: u32) -> String {
    let mut walker = Walker::open(office, sop, reason, number);
    walker.finish();
    walker.case
}

#[test]
fn every_sop_gives_a_whole_bundle_and_the_office_comes_back_from_its_export() {
    let mut office = TestOffice::new();
    let sops = [
        ("natuna-pencabutan", Some("pensiun")),
        ("ciamis-pencabutan", Some("pensiun")),
        ("demak-pencabutan", Some("pensiun")),
        ("natuna-pembaruan", None),
        ("sumbar-pembaruan", None),
    ];
    for (number, (sop, reason)) in (1..).zip(sops) {
        let case = walked(&mut office, sop, reason, number);
        let path = office.folder().join(format!("{sop}.zip"));
        let saved = office.ok("case_bundle_save", json!({ "case": case, "path": path }));
        let report = check_case_bundle(&path).unwrap();
        assert!(report.is_sound(), "{sop}: {:?}", report.problems);
        assert_eq!(saved["seal"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect::<String>(), report.seal);
        assert_eq!(saved["files"], report.files);
        let shown = office.ok("case_show", json!({ "case": case }));
        assert_eq!(report.agenda, shown["agenda"].as_str().unwrap());
    }

    let taken = office.ok("journal_list", json!({ "action": "data_taken" }));
    assert_eq!(taken.as_array().unwrap().len(), sops.len(), "whoever takes personal data out is named");
    everything_else(&mut office);

    let first = office.folder().join("ekspor.zip");
    let made = office.ok("office_export", json!({ "path": first }));
    assert_eq!(check_open_export(&first).unwrap(), made["entries"].as_u64().unwrap());
    let place = office.folder().join("baru");
    let cheap = KdfCost { m_kib: 64, t: 1, p: 1 };
    Office::import_open(&place, &first, PASSPHRASE, cheap, &Ports::folder(office.folder().join("k")), "petugas").unwrap();
    let mut again = Office::open(&place, PASSPHRASE, Ports::folder(office.folder().join("k")), "petugas").unwrap();
    let second = office.folder().join("lagi.zip");
    let other: Value =
        serde_json::from_str(&sandika_api::dispatch(&mut again, "office_export", &json!({ "path": second }).to_string()).unwrap()).unwrap();
    let other = &other["value"];
    assert_eq!((&other["entries"], &other["files"]), (&made["entries"], &made["files"]));
    let (one, two) = (manifest(&first), manifest(&second));
    assert_eq!(one["files"], two["files"], "every file by its name, size and hash");
    assert_ne!(one["head"]["hash"], two["head"]["hash"], "chained anew");
    // The work goes on there: the next number is the one that the old office would have given.
    let next = |answer: String| serde_json::from_str::<Value>(&answer).unwrap()["next"].clone();
    let asked = json!({ "register": "keluar", "year": 2026 }).to_string();
    let here = next(sandika_api::dispatch(&mut office.office, "register_show", &asked).unwrap());
    assert_eq!(next(sandika_api::dispatch(&mut again, "register_show", &asked).unwrap()), here);
}

/// Facts of other kinds than those that a walk along an SOP records.
fn everything_else(office: &mut TestOffice) {
    let shown = office.ok("template_show", json!({ "template": "surat-rekomendasi-pencabutan" }));
    let text = shown["text"].as_str().unwrap().replace("Demikian surat rekomendasi ini", "Demikianlah surat rekomendasi ini");
    office.ok("template_save", json!({ "template": "surat-rekomendasi-pencabutan", "text": text }));
    let list = office.folder().join("daftar.csv");
    fs::write(&list, "000.2;Rapat\n555;=Pos\n").unwrap();
    office.ok("classification_import", json!({ "path": list }));
    let account =
        json!({ "register": "keluar", "year": 2026, "first": 900, "last": 901, "use": "buku", "about": "Buku manual", "continues": true });
    office.ok("number_account", account);
    let shared: Vec<String> = (30..33)
        .map(|number| {
            let mut walker = Walker::open(office, "demak-pencabutan", Some("pensiun"), number);
            walker.pass();
            walker.case
        })
        .collect();
    office.ok("letter_batch", json!({ "cases": shared, "shape": "bersama", "template": "surat-rekomendasi-pencabutan" }));
    // One paper, about three cases: each bundle has it.
    for (number, case) in shared.iter().enumerate() {
        let path = office.folder().join(format!("bersama-{number}.zip"));
        office.ok("case_bundle_save", json!({ "case": case, "path": path }));
        let report = check_case_bundle(&path).unwrap();
        assert!(report.is_sound(), "{:?}", report.problems);
        assert!(fs::read(&path).unwrap().windows(45).any(|window| window == b"-surat-rekomendasi-pencabutan-sertifikat-elek"), "{case}");
    }
    let open: Vec<String> = (20..23).map(|number| Walker::open(office, "natuna-pencabutan", Some("pensiun"), number).case).collect();
    for case in &open {
        office.ok("case_note", json!({ "case": case, "text": "=HYPERLINK(\"x\") dan 3199990101900001" }));
        office.ok("case_assign", json!({ "case": case, "to": "petugas" }));
    }
    office.ok_now("case_withdraw", json!({ "case": open[0], "why": "tidak jadi" }));
    office.ok("draft_save", json!({ "key": "uji", "body": "ketikan" }));
    office.clock.advance(chrono::TimeDelta::days(-2));
    office.ok("case_note", json!({ "case": open[1], "text": "sesudah jam dimundurkan" }));
}

/// The manifest of an export, which lies in it as it is.
fn manifest(path: &Path) -> Value {
    let bytes = fs::read(path).unwrap();
    let begin = b"{\n  \"format\": \"sandika-ekspor\"";
    let at = bytes.windows(begin.len()).rposition(|window| window == begin).unwrap();
    serde_json::Deserializer::from_slice(&bytes[at..]).into_iter().next().unwrap().unwrap()
}

#[test]
fn a_bundle_and_an_export_that_are_ended_leave_nothing() {
    let ends = Arc::new(AtomicBool::new(false));
    let work = Arc::new_cyclic(|itself: &Weak<LongWork>| {
        let (itself, ends) = (itself.clone(), ends.clone());
        LongWork::telling(move |_| {
            if ends.load(Ordering::Relaxed) {
                itself.upgrade().unwrap().stop();
            }
        })
    });
    let mut office = TestOffice::new().watched_by(work);
    let case = walked(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    let names = |folder: &Path| {
        let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|name| name.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = names(office.folder());
    let path = office.folder().join("a.zip");
    ends.store(true, Ordering::Relaxed);
    for (command, arguments) in [("case_bundle_save", json!({ "case": case, "path": path })), ("office_export", json!({ "path": path }))] {
        let error = office.refused(command, arguments);
        assert_eq!(serde_json::to_value(error.code).unwrap(), "stopped", "{command}");
        assert_eq!(names(office.folder()), before, "{command}");
    }
    ends.store(false, Ordering::Relaxed);
    office.ok("case_bundle_save", json!({ "case": case, "path": path }));
    let error = office.refused("case_bundle_save", json!({ "case": case, "path": office.folder().join("a.pdf") }));
    assert!(error.message.contains("berakhiran .zip"), "{}", error.message);
}
