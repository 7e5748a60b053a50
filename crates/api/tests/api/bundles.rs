//! Bundles of cases and the office in open formats by command: whole, ended by whoever watches, and back again.

use sandika_app::{KdfCost, LongWork, Office, check_case_bundle, check_open_export, ports::Ports};
use sandika_testkit::{PASSPHRASE, TestOffice, Walker};
use serde_json::json;
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

    let first = office.folder().join("ekspor.zip");
    let made = office.ok("office_export", json!({ "path": first }));
    assert_eq!(check_open_export(&first).unwrap(), made["entries"].as_u64().unwrap());
    let place = office.folder().join("baru");
    let cheap = KdfCost { m_kib: 64, t: 1, p: 1 };
    Office::import_open(&place, &first, PASSPHRASE, cheap, &Ports::folder(office.folder().join("k")), "petugas").unwrap();
    let mut again = Office::open(&place, PASSPHRASE, Ports::folder(office.folder().join("k")), "petugas").unwrap();
    let second = office.folder().join("lagi.zip");
    let other: serde_json::Value =
        serde_json::from_str(&sandika_api::dispatch(&mut again, "office_export", &json!({ "path": second }).to_string()).unwrap()).unwrap();
    assert_eq!((&other["entries"], &other["files"]), (&made["entries"], &made["files"]));
    // The work goes on there: the next number is the one that the old office would have given.
    let next = |answer: String| serde_json::from_str::<serde_json::Value>(&answer).unwrap()["next"].clone();
    let asked = json!({ "register": "keluar", "year": 2026 }).to_string();
    let here = next(sandika_api::dispatch(&mut office.office, "register_show", &asked).unwrap());
    assert_eq!(next(sandika_api::dispatch(&mut again, "register_show", &asked).unwrap()), here);
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
