//! One request by hand, in the real window, from Ctrl+N to the archive.

use sandika_shell_tests::{Chooser, Officer, Portal, Program, Request, Window, button, paper, until};
use serde_json::json;
use std::fs;
use std::path::Path;

#[test]
fn a_revocation_by_hand_from_the_first_form_to_the_archive() {
    let start = Program::new();
    let papers = tempfile::tempdir().unwrap();
    let window = Window::open(&start);
    let request = Request::begin(&window);
    request.revocation();
    let case = request.open();

    // The first paper through the dialog that this computer really opens, all others through a portal that answers at once.
    window.click(&format!("//*[@id='berkas-form-pencabutan-se']{}", button("Pilih berkas")));
    Chooser::opened(&start.screen).choose(&paper::pdf(papers.path(), "form pencabutan.pdf", "form"));
    window.text(&button("Lihat form pencabutan.pdf"));
    let portal = Portal::stand(&start.screen);
    let officer = Officer::at(case, &window, &portal, papers.path());

    refused(&window, &officer);
    let serial = officer.view()["certificate"]["details"]["serial"].as_str().unwrap().to_owned();
    let mut steps = Vec::new();
    while officer.is_open() {
        let step = officer.step();
        if step == 7 && !steps.contains(&7) {
            ams_shows(&window, &serial.replace('9', "6"), "Beda");
            officer.send_back("Nomor seri di AMS berbeda dengan register");
        } else {
            if step == 7 {
                ams_shows(&window, &serial, "Sama");
            }
            officer.gather();
            if step == 1 {
                corrected(&officer);
            }
            if step == 2 {
                waited(&window, &officer);
            }
            officer.take_back_the_rest();
            officer.complete();
        }
        steps.push(step);
    }
    assert_eq!(steps, [1, 2, 3, 4, 5, 6, 7, 5, 6, 7, 8, 9, 10]);
    archived(&window, &officer, papers.path());
}

/// Completing what is not complete says what is missing, and leads there; nothing has changed.
fn refused(window: &Window, officer: &Officer<'_>) {
    let before = officer.view();
    officer.try_to_complete();
    let focused = "return document.activeElement.getAttribute('role');";
    until("the focus on what is missing", || (window.run(focused) == "alert").then_some(()));
    window.click("[role='alert'] button");
    let place = format!("berkas-{}", before["form"]["missing"][0]["id"].as_str().unwrap());
    until("the place of what is missing", || (window.run("return document.activeElement.id;") == place.as_str()).then_some(()));
    assert_eq!(officer.view()["revision"], before["revision"]);
}

/// A letter that was issued with a mistake gets a new version, which is the one that goes out to be signed.
fn corrected(officer: &Officer<'_>) {
    let [first] = officer.letters().try_into().unwrap();
    officer.correct(&first, "atasan.nama", "Drs. Contoh Pengganti, M.M.");
    let [second] = officer.letters().try_into().unwrap();
    assert_eq!((&first["version"], &second["version"]), (&json!(1), &json!(2)));
    assert_ne!(first["hash"], second["hash"]);
}

/// A case that waits says for what, and goes on where it was.
fn waited(window: &Window, officer: &Officer<'_>) {
    let before = officer.view();
    window.click(&button("Lainnya"));
    window.click("//*[@role='menuitem'][starts-with(normalize-space(), 'Tunggu pihak lain')]");
    window.type_into("#wait-why", "Berkas asli belum dibawa");
    window.click("dialog[open] button[type='submit']");
    until("the reason of a wait", || window.text(".waiting p").ends_with("Berkas asli belum dibawa").then_some(()));
    assert_eq!(officer.view()["waiting"]["why"], "Berkas asli belum dibawa");
    window.click(&button("Lanjutkan"));
    until("the end of a wait", || officer.view()["waiting"].is_null().then_some(()));
    assert_eq!(officer.view()["step"], before["step"]);
}

/// A serial number is typed as AMS shows it, and compared with the register at once.
fn ams_shows(window: &Window, serial: &str, result: &str) {
    window.enter("#nomor_seri", serial);
    window.text(&format!("//tr[.//*[@id='nomor_seri']]/td[normalize-space()='{result}']"));
}

/// The case has ended: the certificate is revoked, its letters are back and can be saved, and the list of closed cases has it.
fn archived(window: &Window, officer: &Officer<'_>, folder: &Path) {
    assert_eq!(window.text("[data-testid='step-heading']"), "Perkara selesai");
    let view = officer.view();
    assert_eq!((&view["status"], &view["certificate"]["state"]), (&json!("closed"), &json!("revoked")));
    let letters = officer.letters();
    assert!(!letters.is_empty() && letters.iter().all(|letter| !letter["returned"].is_null()), "{letters:?}");
    for place in officer.save_letters(folder) {
        assert!(fs::read(&place).unwrap().starts_with(b"%PDF-"), "{}", place.display());
    }
    window.go("permohonan?keadaan=closed");
    window.text(&format!("//*[@role='row'][contains(., '{}')]", view["agenda"].as_str().unwrap()));
}
