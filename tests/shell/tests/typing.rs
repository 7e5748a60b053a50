//! What is typed in the window is never lost, whichever way the window goes.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop loudly")]

use sandika_shell_tests::{Manager, Program, Window, until};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What is being typed, as the store keeps it.
fn draft_holds(window: &Window, words: &str) -> bool {
    let drafts = window.rpc("draft_list", &json!({}));
    drafts.as_array().unwrap().iter().any(|draft| draft["body"].as_str().is_some_and(|body| body.contains(words)))
}

#[test]
fn a_power_cut_in_the_steps_of_cases_loses_no_key() {
    let start = Program::new();
    let window = Window::open(&start);
    let mut kinds = BTreeSet::new();
    let mut typed: Vec<(Value, String, String)> = Vec::new();
    for case in window.open_cases() {
        let fields: Vec<&Value> = case["form"]["fields"].as_array().unwrap().iter().filter(|field| field["value"] == "").collect();
        if fields.iter().all(|field| kinds.contains(&kind(field))) {
            continue;
        }
        window.show_case(&case);
        for field in fields {
            let id = field["id"].as_str().unwrap();
            kinds.insert(kind(field));
            typed.push((case.clone(), id.to_owned(), fill(&window, field)));
        }
        // The last of them has not been left; the store holds it as a draft.
        let (_, id, value) = typed.last().unwrap();
        until(id, || (draft_holds(&window, value) || holds(&window.case(&case), id, value)).then_some(()));
    }
    let wanted = ["centang", "paragraf", "pilihan", "tanggal", "teks"];
    assert!(wanted.iter().all(|kind| kinds.contains(*kind)), "the practice office has no longer a field of every kind: {kinds:?}");
    window.cut_off();

    let window = Window::open(&start);
    window.text("h1");
    for (case, id, value) in typed {
        window.show_case(&case);
        until(&id, || (window.value(&format!("[id='{id}']")) == value).then_some(()));
    }
}

/// The kinds of controls; times are typed like dates, reasons chosen like choices.
fn kind(field: &Value) -> String {
    let chosen = field["choices"].as_array().is_some_and(|choices| !choices.is_empty());
    match field["kind"].as_str().unwrap() {
        "centang" => "centang",
        _ if chosen => "pilihan",
        "waktu" | "tanggal" => "tanggal",
        "paragraf" => "paragraf",
        _ => "teks",
    }
    .to_owned()
}

/// Types or chooses something that the field may hold; answers with what then stands in its control.
fn fill(window: &Window, field: &Value) -> String {
    let control = format!("[id='{}']", field["id"].as_str().unwrap());
    match (kind(field).as_str(), field["kind"].as_str().unwrap()) {
        ("centang", _) => {
            window.click(&control);
            "true".to_owned()
        }
        ("pilihan", _) => {
            let value = field["choices"][0]["value"].as_str().unwrap();
            window.choose(&control, value);
            value.to_owned()
        }
        (_, "tanggal") => window.date(&control, "2026-01-05"),
        (_, "waktu") => window.date(&control, "2026-01-05T09:30"),
        (_, kind) => {
            let typed = match kind {
                "paragraf" => "Diterima di loket; map biru nomor 7 — lengkap",
                "angka" => "3",
                "serial" => "7714092555100099",
                _ => "Contoh Petugas, A.Md.",
            };
            window.type_into(&control, typed);
            typed.to_owned()
        }
    }
}

fn holds(case: &Value, id: &str, value: &str) -> bool {
    let stored = if value == "true" { "ya" } else { value };
    case["form"]["fields"].as_array().is_some_and(|fields| fields.iter().any(|field| field["id"] == id && field["value"] == stored))
}

#[test]
fn closing_the_window_right_after_a_key_keeps_it() {
    let typed = "TIKET-2026-0";
    let start = Program::new();
    let manager = Manager::of(&start.screen);
    let window = Window::open(&start);
    let is_text = |field: &&Value| field["kind"] == "teks" && field["value"] == "";
    let field = |case: &Value| Some(case["form"]["fields"].as_array()?.iter().find(is_text)?["id"].as_str()?.to_owned());
    let (case, field) = window.open_cases().into_iter().find_map(|case| Some((field(&case)?, case))).map(|(id, case)| (case, id)).unwrap();
    window.show_case(&case);
    manager.active("Sandika");
    window.type_into(&format!("[id='{field}']"), typed);
    manager.close();
    until("the end of the program", || (!start.runs()).then_some(()));
    drop(window);

    let window = Window::open(&start);
    window.text("h1");
    window.show_case(&case);
    until("what was typed", || (window.value(&format!("[id='{field}']")) == typed).then_some(()));
}
