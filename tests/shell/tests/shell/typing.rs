//! What is typed in the window is never lost, whichever way the window goes.

use sandika_shell_tests::{Manager, Program, Request, Window, until};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What is being typed, as the store keeps it.
fn draft_holds(window: &Window, words: &str) -> bool {
    let drafts = window.rpc("draft_list", &json!({}));
    drafts.as_array().unwrap().iter().any(|draft| draft["body"].as_str().is_some_and(|body| body.contains(words)))
}

#[test]
fn a_power_cut_in_a_new_request_loses_no_key() {
    // The field, what is typed or chosen in it, and what stands in it when it is read again.
    let fields = [
        ("received_on", "5/1/2026", "5 Januari 2026"),
        ("channel", "surat", "surat"),
        ("sender", "; loket 2 “Contoh”", "Dinas Pertanian Kabupaten Contoh; loket 2 “Contoh”"),
        ("letter_number", "800/15/Dinkes", "800/15/Dinkes"),
        ("letter_date", "02-01-26", "2 Januari 2026"),
        ("reason", "pensiun", "pensiun"),
        ("effective_on", "1 Feb 2026", "1 Februari 2026"),
        ("legal_date", "31/2/2026", "31/2/2026"),
        (
            "reason_text",
            "Purna tugas; SK menyusul — sudah diketahui atasan langsung",
            "Purna tugas; SK menyusul — sudah diketahui atasan langsung",
        ),
    ];
    let start = Program::new();
    let window = Window::open(&start);
    let request = Request::begin(&window);
    request.sop("natuna-pencabutan");
    request.owner("Contoh Hadi");
    for (field, typed, _) in fields {
        request.field(field, typed);
    }
    let (.., last) = fields[fields.len() - 1];
    until("the draft", || draft_holds(&window, last).then_some(()));
    window.cut_off();

    let window = Window::open(&start);
    window.go("permohonan/baru");
    for (field, _, value) in fields {
        until(field, || (window.value(&format!("[id='{field}']")) == value).then_some(()));
    }
    assert_eq!(window.value("input[name='sop'][value='natuna-pencabutan']"), "true");
    assert!(window.says("Contoh Hadi"));
    assert!(window.says("dikembalikan"));
}

#[test]
fn a_power_cut_in_the_steps_of_cases_loses_no_key() {
    let start = Program::new();
    let window = Window::open(&start);
    let mut kinds = BTreeSet::new();
    let mut typed: Vec<(Value, String, Typed)> = Vec::new();
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
        let (_, id, Typed { kept, .. }) = typed.last().unwrap();
        until(id, || (draft_holds(&window, kept) || holds(&window.case(&case), id, kept)).then_some(()));
    }
    let wanted = ["centang", "paragraf", "pilihan", "tanggal", "teks"];
    assert!(wanted.iter().all(|kind| kinds.contains(*kind)), "the practice office has no longer a field of every kind: {kinds:?}");
    window.cut_off();

    let window = Window::open(&start);
    window.text("h1");
    for (case, id, Typed { shown, .. }) in typed {
        window.show_case(&case);
        until(&id, || (window.value(&format!("[id='{id}']")) == shown).then_some(()));
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

/// What was typed or chosen: as it stands in its control, and as it is kept.
struct Typed {
    shown: String,
    kept: String,
}

/// Types or chooses something that the field may hold.
fn fill(window: &Window, field: &Value) -> Typed {
    let control = format!("[id='{}']", field["id"].as_str().unwrap());
    let date = |typed: &str, kept: &str| Typed { shown: window.enter(&control, typed), kept: kept.to_owned() };
    let same = |value: &str| Typed { shown: value.to_owned(), kept: value.to_owned() };
    match (kind(field).as_str(), field["kind"].as_str().unwrap()) {
        ("centang", _) => {
            window.click(&control);
            Typed { shown: "true".to_owned(), kept: "ya".to_owned() }
        }
        ("pilihan", _) => {
            let value = field["choices"][0]["value"].as_str().unwrap();
            window.choose(&control, value);
            same(value)
        }
        (_, "tanggal") => date("05-01-2026", "2026-01-05"),
        (_, "waktu") => date("5/1/26 9.30", "2026-01-05T09:30"),
        (_, kind) => {
            let typed = match kind {
                "paragraf" => "Diterima di loket; map biru nomor 7 — lengkap",
                "angka" => "3",
                "serial" => "7714092555100099",
                _ => "Contoh Petugas, A.Md.",
            };
            window.type_into(&control, typed);
            same(typed)
        }
    }
}

fn holds(case: &Value, id: &str, value: &str) -> bool {
    case["form"]["fields"].as_array().is_some_and(|fields| fields.iter().any(|field| field["id"] == id && field["value"] == value))
}

#[test]
fn closing_the_window_right_after_a_key_keeps_it() {
    closed_and_kept(|_, manager| manager.close());
}

/// As it does before an update.
#[test]
fn a_page_that_closes_its_window_right_after_a_key_keeps_it() {
    let close = "window.__TAURI_INTERNALS__.invoke('plugin:window|close', { label: 'main' })";
    closed_and_kept(|window, _| drop(window.run(&format!("setTimeout(() => void {close}, 0);"))));
}

fn closed_and_kept(close: impl FnOnce(&Window, &Manager<'_>)) {
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
    close(&window, &manager);
    until("the end of the program", || (!start.runs()).then_some(()));
    drop(window);

    let window = Window::open(&start);
    window.text("h1");
    window.show_case(&case);
    until("what was typed", || (window.value(&format!("[id='{field}']")) == typed).then_some(()));
}
