//! One request by hand, in the real window, from Ctrl+N to the archive.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop loudly")]

use sandika_shell_tests::{Chooser, Officer, Portal, Program, Request, Window, button, paper, until};
use serde_json::json;

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
    let (mut sent_back, mut steps) = (false, Vec::new());
    while officer.is_open() {
        let step = officer.step();
        steps.push(step);
        if step == 7 && !sent_back {
            officer.send_back("Nomor seri di AMS berbeda dengan register");
            sent_back = true;
        } else {
            officer.gather();
            officer.take_back_the_rest();
            officer.complete();
        }
    }

    assert!(sent_back && steps.len() > 10, "{steps:?}");
    assert_eq!(window.text("[data-testid='step-heading']"), "Perkara selesai");
    let view = officer.view();
    assert_eq!((&view["status"], &view["certificate"]["state"]), (&json!("closed"), &json!("revoked")));
    let letters = view["letters"].as_array().unwrap();
    assert!(!letters.is_empty() && letters.iter().all(|letter| !letter["returned"].is_null()), "{letters:?}");
    window.go("permohonan?keadaan=closed");
    window.text(&format!("//*[@role='row'][contains(., '{}')]", view["agenda"].as_str().unwrap()));
}

/// Completing what is not complete says what is missing, and leads there; nothing has changed.
fn refused(window: &Window, officer: &Officer<'_>) {
    let before = officer.view();
    officer.try_to_complete();
    let focused = "return document.activeElement.getAttribute('role');";
    until("the focus on what is missing", || (window.run(focused) == "alert").then_some(()));
    window.click("[role='alert'] button");
    let first = &before["form"]["missing"][0];
    let place = format!("berkas-{}", first["id"].as_str().unwrap());
    until("the place of what is missing", || (window.run("return document.activeElement.id;") == place.as_str()).then_some(()));
    assert_eq!(officer.view()["revision"], before["revision"]);
}
