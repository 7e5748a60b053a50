//! The window as an officer meets it.

use sandika_shell_tests::{Program, Request, Screen, Window, program, until};
use serde_json::json;

#[test]
fn the_practice_office_opens_with_title_and_heading() {
    let start = Program::new();
    let window = Window::open(&start);
    assert_eq!(window.title(), "Sandika");
    assert!(!window.text("h1").is_empty());
    assert!(start.data().join("latihan/sandika.db").exists());
}

#[test]
fn ctrl_n_is_not_lost_while_the_office_is_still_being_opened() {
    let start = Program::new();
    let window = Window::open(&start);
    Request::hurried(&window).owner("Contoh Hadi");
}

#[test]
fn a_letter_is_drawn_by_the_pages_own_viewer() {
    let start = Program::new();
    let window = Window::open(&start);
    window.text("h1");
    let letters = window.rpc("letter_list", &json!({ "limit": 1 }));
    window.go(&format!("surat/{}", letters[0]["letter"].as_str().unwrap()));
    let ink = "const page = document.querySelector('canvas'); if (!page?.width) return false;
        const dots = page.getContext('2d').getImageData(0, 0, page.width, page.height).data;
        return dots.some((value, place) => place % 4 < 3 && value < 80 && dots[place - (place % 4) + 3] > 200);";
    until("ink on the page", || (window.run(ink) == true).then_some(()));
}

#[test]
fn nothing_from_elsewhere_is_let_in() {
    let start = Program::new();
    let window = Window::open(&start);
    window.text("h1");
    let reached = "return fetch('https://example.org/').then(() => 'in', () => 'out');";
    assert_eq!(window.run(reached), "out");
    let inline = "const made = document.createElement('script'); made.textContent = 'window.crept = 1'; document.head.append(made); return window.crept ?? 'out';";
    assert_eq!(window.run(inline), "out");
    assert_eq!(window.run("return typeof window.__TAURI__"), "undefined");
}

#[test]
fn the_selftest_finds_everything_well() {
    let output = Screen::new().command(program()).arg("--selftest").output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(said.trim(), "selftest: baik");
}
