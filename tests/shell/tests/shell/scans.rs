//! A letter's whole way in the real window: printed on a real printer, signed, scanned badly, dropped into the scanner folder. Its step ticks itself.

use sandika_shell_tests::{Program, Window, until};
use sandika_testkit::{PASSPHRASE, PrintServer, TestOffice, Walker, sample, worn};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;

/// An office of this computer with a letter that waits to come back; answers with the case and the letter.
fn office(data: &Path) -> (String, String) {
    let mut office = TestOffice::staying_in(data);
    let mut walker = Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    let offer = loop {
        let offers = walker.view()["form"]["letters"].as_array().unwrap().clone();
        match offers.into_iter().find(|offer| offer["scan_back"] == true) {
            Some(offer) => break offer,
            None => drop(walker.pass()),
        }
    };
    walker.fill();
    let (case, step) = (walker.case.clone(), walker.view()["step"].clone());
    let letter = json!({ "case": case, "template": offer["template"], "values": sample::letter_values() });
    let issued = walker.office.ok_now("letter_issue", json!({ "step": step, "letter": letter }));
    (case, issued["letter"].as_str().unwrap().to_owned())
}

/// Pictures of the pages of what came out of the printer, as a poor scanner gives them.
fn scanned(paper: &Path, folder: &Path) -> Vec<u8> {
    let made = Command::new("pdftoppm").args(["-r", "200", "-gray", "-png"]).arg(paper).arg(folder.join("hal")).status().unwrap();
    assert!(made.success());
    let mut pages: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    pages.sort();
    worn(&pages.iter().map(|page| fs::read(page).unwrap()).collect::<Vec<_>>(), 200)
}

#[test]
fn a_letter_is_printed_signed_scanned_and_its_step_ticks_itself() {
    let own = tempfile::tempdir().unwrap();
    let (case, letter) = office(own.path());
    let [scanner, pages] = ["pindai", "kertas"].map(|name| own.path().join(name));
    [&scanner, &pages].into_iter().for_each(|folder| fs::create_dir(folder).unwrap());
    let settings = json!({ "user": "petugas", "printer": "Ruang-TU", "scan": { "folders": [scanner] } });
    fs::write(own.path().join("setelan.json"), settings.to_string()).unwrap();
    let server = PrintServer::start();
    server.add_as("Ruang-TU", "bebas.ppd");
    let start = Program::of("sandika-desktop", &["--data"], own.path())
        .seeing("CUPS_SERVER", &server.socket())
        .seeing("CUPS_SERVERROOT", &server.kept_in());
    let window = Window::open(&start);
    window.type_into("input[type=password]", PASSPHRASE);
    window.click("form button[type=submit]");
    until("the first page", || (window.text("h1") == "Beranda").then_some(()));

    window.go(&format!("surat/{letter}"));
    window.click("aside form button[type=submit]");
    let row = || window.rpc("letter_list", &json!({ "letter": letter }))[0].clone();
    until("the print", || (row()["printed"] == 1).then_some(()));
    let scan = scanned(&server.paper("Ruang-TU"), &pages);

    window.go(&format!("permohonan/{case}"));
    let missing = || {
        let view = window.rpc("case_show", &json!({ "case": case }));
        view["form"]["missing"].as_array().unwrap().iter().any(|missing: &Value| missing["kind"] == "scan")
    };
    assert!(missing());
    window.text("//*[contains(normalize-space(), 'Menunggu pindaian')]");
    fs::write(scanner.join("SCAN0001.PDF"), &scan).unwrap();

    until("the tick of the step", || (!missing()).then_some(()));
    // Nobody has touched the window: it has heard of it by itself.
    window.text("//*[contains(normalize-space(), 'Sudah kembali')]");
    assert!(row()["returned"].is_string());
    assert!(!scanner.join("SCAN0001.PDF").exists() && scanner.join("Diproses/SCAN0001.PDF").exists());
    window.go("pindai");
    until("an empty tray", || window.text("main").contains("Tidak ada").then_some(()));
}
