//! The system's file dialogs, from the window's side and from the officer's.

use sandika_shell_tests::{Chooser, Portal, Program, Window, button, paper, until};
use serde_json::{Value, json};

/// Shows an open case of the practice office.
fn case(window: &Window) -> Value {
    let case = window.open_cases().remove(0);
    window.show_case(&case);
    case
}

/// The names of the files at the step where the case stands.
fn files(window: &Window, case: &Value) -> Vec<String> {
    let view = window.case(case);
    let here = view["steps"].as_array().unwrap().iter().find(|step| step["step"] == view["step"]).unwrap();
    here["documents"].as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap().to_owned()).collect()
}

/// The window draws and answers.
fn lives(window: &Window) {
    window.go("surat");
    assert_eq!(window.text("h1"), "Surat");
}

const OTHER: &str =
    "//*[@id='berkas-lainnya']//button[starts-with(@aria-label, 'Pilih berkas') or starts-with(@aria-label, 'Tambah berkas')]";

#[test]
fn a_path_typed_into_the_systems_own_dialog_attaches_the_file() {
    let start = Program::new();
    let scan = paper::pdf(start.data(), "SCAN.PDF", "pindaian");
    let window = Window::open(&start);
    let case = case(&window);
    window.click(OTHER);
    Chooser::opened(&start.screen).choose(&scan);
    until("the file", || files(&window, &case).contains(&"SCAN.PDF".to_owned()).then_some(()));
    window.text(&button("Lihat SCAN.PDF"));
}

#[test]
fn a_change_of_mind_changes_nothing_and_the_window_goes_on_meanwhile() {
    let start = Program::new();
    let window = Window::open(&start);
    let case = case(&window);
    window.click(OTHER);
    let chooser = Chooser::opened(&start.screen);
    lives(&window);
    window.show_case(&case);
    window.click(OTHER);
    until("why no second dialog opens", || window.says("masih terbuka").then_some(()));
    chooser.cancel();

    // The next dialog opens: the first has ended for the window too.
    let next = until("the next dialog", || {
        window.click(OTHER);
        Chooser::soon(&start.screen)
    });
    next.cancel();
    assert_eq!(window.case(&case)["revision"], case["revision"]);
    assert!(!window.shows("[role='alert']"));
}

#[test]
fn the_portal_is_told_what_may_be_chosen_and_several_files_come_back() {
    let start = Program::new();
    let portal = Portal::stand(&start.screen);
    let (first, second) = (paper::pdf(start.data(), "surat|asli 1%.pdf", "satu"), paper::pdf(start.data(), "ñ 日本.pdf", "dua"));
    let window = Window::open(&start);
    let case = case(&window);
    window.click(OTHER);
    let asked = portal.asked();
    assert_eq!((asked.method, asked.many, asked.title.as_str()), ("OpenFile", true, "Pilih berkas: Berkas lain"));
    assert!(asked.parent.starts_with("x11:") && asked.parent != "x11:0", "{asked:?}");
    lives(&window);
    window.show_case(&case);
    portal.answer(&asked, &[&first, &second]);
    until("both files", || {
        let names = files(&window, &case);
        ["surat|asli 1%.pdf", "ñ 日本.pdf"].iter().all(|name| names.iter().any(|held| held == name)).then_some(())
    });

    // Cancelled, and opened once more.
    for _ in 0..2 {
        let asked = portal.opened_by(|| window.click(OTHER));
        portal.answer(&asked, &[]);
    }
    assert_eq!(files(&window, &case).len(), 2);
}

#[test]
fn scans_in_capitals_are_offered_and_a_letter_is_saved_under_its_name() {
    let start = Program::new();
    let portal = Portal::stand(&start.screen);
    let window = Window::open(&start);
    window.text("h1");
    let letters = window.rpc("letter_list", &json!({ "scan_missing": true, "limit": 1 }));
    window.go(&format!("surat/{}", letters[0]["letter"].as_str().unwrap()));
    window.click("//button[contains(., 'pilih pindaian') or starts-with(@aria-label, 'Pilih berkas')]");
    let asked = portal.asked();
    assert!(["*.pdf", "*.PDF", "*.jpg", "*.JPG"].iter().all(|pattern| asked.patterns.iter().any(|held| held == pattern)), "{asked:?}");
    assert!(!asked.many);
    portal.answer(&asked, &[]);

    let asked = portal.opened_by(|| window.click(&button("Simpan PDF")));
    assert_eq!(asked.method, "SaveFile");
    assert!(asked.name.ends_with(".pdf"), "{asked:?}");
    let place = start.data().join("salinan surat.pdf");
    portal.answer(&asked, &[&place]);
    until("the copy", || std::fs::read(&place).ok().filter(|bytes| bytes.starts_with(b"%PDF-")).map(drop));
}

#[test]
fn a_computer_without_file_dialogs_is_told_what_to_install() {
    let start = Program::on_a_bare_computer();
    let window = Window::open(&start);
    let case = case(&window);
    window.click(OTHER);
    until("the name of the package", || window.says("“zenity”").then_some(()));
    assert_eq!(window.case(&case)["revision"], case["revision"]);

    // With a portal it needs no Zenity.
    let portal = Portal::stand(&start.screen);
    let scan = paper::pdf(start.data(), "pindaian.pdf", "pindaian");
    window.click(OTHER);
    portal.choose(&[&scan]);
    until("the file", || files(&window, &case).contains(&"pindaian.pdf".to_owned()).then_some(()));
}
