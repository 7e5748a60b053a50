//! Letters that leave the real window: carried behind it, told to the page by events.

use sandika_shell_tests::{Program, Window, until};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Shows the newest letter of the practice office; answers with its id.
fn letter(window: &Window) -> Value {
    window.text("h1");
    let letter = window.rpc("letter_list", &json!({ "limit": 1 }))[0]["letter"].clone();
    window.go(&format!("surat/{}", letter.as_str().unwrap()));
    letter
}

fn printed(window: &Window, letter: &Value) -> u64 {
    window.rpc("letter_list", &json!({ "letter": letter }))[0]["printed"].as_u64().unwrap()
}

/// Presses the button of the form that sends.
fn send(window: &Window) {
    window.click("aside form button[type=submit]");
}

/// Waits for a word on what was done, in a box that is seen whole.
fn toast(window: &Window, words: &str) {
    let seen = "return [...document.querySelectorAll('.toasts p')].filter((toast) => {
        const { top, bottom, height } = toast.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && height < 200;
    }).map((toast) => toast.textContent).join();";
    until(words, || window.run(seen).as_str().unwrap().contains(words).then_some(()));
}

fn files(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_letter_is_dropped_into_the_outgoing_folder_and_the_page_hears_of_it() {
    let start = Program::new();
    let folder = start.data().join("folder panas");
    fs::create_dir(&folder).unwrap();
    let settings = json!({ "outgoing": folder, "user": "Petugas Contoh" });
    fs::write(start.data().join("setelan.json"), settings.to_string()).unwrap();
    let window = Window::open(&start);
    let letter = letter(&window);
    let before = printed(&window, &letter);
    window.click("aside form input[value=folder]");
    send(&window);
    toast(&window, "sudah diletakkan di folder keluaran");
    assert_eq!(printed(&window, &letter), before + 1);
    let names = files(&folder);
    assert!(names.len() == 1 && names[0].ends_with(".pdf"), "{names:?}");
    assert!(fs::read(folder.join(&names[0])).unwrap().starts_with(b"%PDF"));
}

#[test]
fn what_cannot_be_printed_is_shown_and_not_counted() {
    let start = Program::new();
    let mut window = Window::open(&start);
    let letter = letter(&window);
    let before = printed(&window, &letter);
    // No print server answers on the screen of a test.
    send(&window);
    toast(&window, "belum keluar");
    assert_eq!(printed(&window, &letter), before);
    window.cut_off();

    window = Window::open(&start);
    window.text("h1");
    let queue = window.rpc("outgoing_list", &json!({}));
    assert_eq!((&queue[0]["letter"], &queue[0]["state"]), (&letter, &json!("gagal")), "it is still there after a power cut");
    until("the mark in the head", || window.text("header button.late").contains("1 surat gagal dikirim").then_some(()));
}
