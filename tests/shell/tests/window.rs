//! The window as an officer meets it.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test may stop loudly")]

use sandika_shell_tests::{Program, Screen, Window, program, until};
use serde_json::{Value, json};

#[test]
fn the_practice_office_opens_with_title_and_heading() {
    let start = Program::new();
    let window = Window::open(&start);
    assert_eq!(window.title(), "Sandika");
    assert!(!window.text("h1").is_empty());
    assert!(start.data().join("latihan/sandika.db").exists());
}

#[test]
fn a_second_start_ends_and_leaves_the_first() {
    let start = Program::new();
    let window = Window::open(&start);
    let heading = window.text("h1");
    let mut second = start.start().spawn().unwrap();
    let status = until("the end of the second start", || second.try_wait().unwrap());
    assert!(status.success(), "{status}");
    assert_eq!(window.text("h1"), heading);
}

#[test]
fn a_power_cut_in_the_middle_of_a_form_loses_no_typing() {
    let typed = "Diterima di loket; map biru nomor 7 — lengkap";
    let start = Program::new();
    let window = Window::open(&start);
    let (case, field) = form_with_text(&window);
    let (place, field) = (format!("permohonan/{case}"), format!("[id='{field}']"));
    window.go(&place);
    window.type_into(&field, typed);
    until("the draft", || {
        let drafts = window.rpc("draft_list", &json!({}));
        drafts.as_array()?.iter().any(|draft| draft["body"].as_str().is_some_and(|body| body.contains(typed))).then_some(())
    });
    window.cut_off();

    let window = Window::open(&start);
    window.go(&place);
    until("what was typed", || (window.value(&field) == typed).then_some(()));
}

/// An open case of the practice office, with an empty text field of the step that it stands at.
fn form_with_text(window: &Window) -> (String, String) {
    window.text("h1");
    let cases = window.rpc("case_list", &json!({ "limit": 50 }));
    let fields = cases.as_array().unwrap().iter().flat_map(|case| {
        let shown = window.rpc("case_show", &json!({ "case": case["case"] }));
        let fields = shown["form"]["fields"].as_array().cloned().unwrap_or_default();
        fields.into_iter().map(|field| (case["case"].clone(), field)).collect::<Vec<_>>()
    });
    let is_text = |field: &Value| ["teks", "paragraf"].iter().any(|kind| field["kind"] == *kind) && field["value"] == "";
    let (case, field) = fields.into_iter().find(|(_, field)| is_text(field)).expect("the practice office has a form with a text");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (text(&case), text(&field["id"]))
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
