//! `panggil`: a case by JSON, and everything that is refused changes nothing.

use crate::support::{Desk, finish};
use sandika_testkit::sample;
use serde_json::{Value, json};

#[test]
fn a_case_is_opened_filled_and_carried_on_from_the_command_line() {
    let desk = Desk::new();
    for official in sample::officials() {
        desk.ok("official_record", &official);
    }
    let opened = desk.case();
    let case = &opened["case"];
    assert_eq!((&opened["step"], &opened["sop"]), (&json!(1), &json!("demak-pencabutan")));
    let scan = sandika_testkit::scan(&desk.path(""), "permohonan", "surat permohonan");
    let attached = desk.ok("case_attach", &json!({ "case": case, "step": 1, "document": "surat-permohonan-pencabutan", "path": scan }));
    let answers = json!({ "nomor_surat_masuk": "800/1/Dinkes", "tanggal_surat_masuk": "2025-01-06" });
    let done = desk.ok("case_complete", &json!({ "case": case, "revision": attached["revision"], "step": 1, "answers": answers }));
    assert_eq!(done["step"], 2);
    let shown = desk.ok("case_show", &json!({ "case": case }));
    assert_eq!(shown["revision"], done["revision"]);
    assert_eq!(desk.ok("case_counts", &json!({}))[0]["cases"], 1);
}

/// Everything that a change would show in.
fn state(desk: &Desk, case: &Value) -> [Value; 4] {
    let case = json!({ "case": case });
    [("case_show", &case), ("case_timeline", &case), ("case_list", &json!({})), ("store_verify", &json!({}))]
        .map(|(command, arguments)| desk.ok(command, arguments))
}

#[test]
fn what_is_refused_has_a_code_and_a_field_and_changes_nothing() {
    let desk = Desk::new();
    let opened = desk.case();
    let case = opened["case"].as_str().unwrap();
    let owner = &opened["owner"]["owner"];
    let with = |base: Value, key: &str, value: Value| {
        let mut changed = base;
        changed[key] = value;
        changed.to_string()
    };
    let note = |text: &str| json!({ "case": case, "text": text }).to_string();
    let before = state(&desk, &opened["case"]);
    let opening = || crate::support::opening(owner);
    for (command, arguments, code, field) in [
        ("case_show", "{".to_owned(), "bad-json", "arguments"),
        ("case_show", format!(r#"{{"case":"{case}"}} {{}}"#), "bad-json", "arguments"),
        ("case_show", "[1]".to_owned(), "bad-json", "arguments"),
        ("case_show", "{}".to_owned(), "bad-arguments", "case"),
        ("case_show", format!(r#"{{"case":"{case}","lain":1}}"#), "bad-arguments", "lain"),
        ("case_show", r#"{"case":"bukan id"}"#.to_owned(), "bad-arguments", "case"),
        ("case_show", r#"{"case":"019a0000-0000-7000-8000-000000000000"}"#.to_owned(), "not-found", "case"),
        ("hapus_semua", "{}".to_owned(), "unknown-command", "command"),
        ("case_withdraw", json!({ "case": case, "revision": 0, "why": "keliru" }).to_string(), "stale", "revision"),
        ("case_note", note(&"x".repeat(100_000)), "text-too-long", "text"),
        ("case_note", note("a\u{7}b"), "control-character", "text"),
        ("case_note", note(" "), "text-needed", "text"),
        ("case_open", with(opening(), "received_on", json!("2026-02-30")), "bad-arguments", "received_on"),
        ("case_open", with(opening(), "sop", json!("tidak-ada")), "not-found", "sop"),
        ("case_open", with(opening(), "channel", json!("merpati")), "unknown-choice", "channel"),
        ("case_complete", json!({ "case": case, "revision": 1, "step": 9 }).to_string(), "other-step", "step"),
        (
            "case_complete",
            json!({ "case": case, "revision": 1, "step": 1, "done_at": "2026-02-30T10:00" }).to_string(),
            "bad-arguments",
            "done_at",
        ),
        (
            "case_fill",
            json!({ "case": case, "step": 1, "answers": { "tanggal_surat_masuk": "2026-02-30" } }).to_string(),
            "invalid-fields",
            "answers",
        ),
        ("owner_record", with(sample::owner(2), "confirmed", json!(7)), "bad-arguments", "confirmed"),
    ] {
        let mut program = desk.program();
        program.args(["panggil", command, "-"]);
        let error = finish(program, arguments.as_bytes()).error();
        assert_eq!(
            (error["code"].as_str(), error["field"].as_str()),
            (Some(code), Some(field)),
            "{command} {}: {error}",
            &arguments[..arguments.len().min(80)]
        );
        assert!(error["message"].as_str().is_some_and(|message| message.ends_with('.')), "{error}");
    }
    assert_eq!(state(&desk, &opened["case"]), before);
}

#[test]
fn input_that_is_no_text_or_too_much_is_refused() {
    let desk = Desk::new();
    let call = |input: &[u8]| {
        let mut program = desk.program();
        program.args(["panggil", "case_counts", "-"]);
        finish(program, input)
    };
    assert_eq!(call(b"\xff\xfe{}").code(), "bad-json");
    assert_eq!(call(&vec![b' '; 1024 * 1024 + 1]).code(), "too-large");
    assert_eq!(call(b"\xef\xbb\xbf{}").out, "[]\n");
    assert_eq!(call(b"").out, "[]\n");
    assert_eq!(desk.run(&["panggil", "case_counts"]).out, "[]\n");
    assert_eq!(desk.run(&["panggil", "case_counts", "{}"]).out, "[]\n");
}
