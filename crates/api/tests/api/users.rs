//! The door, through the wire: who signs in, what each role may do, the locked desk, waits after failures, and the recovery sheet.

use crate::desk::{SECRET, call, code, desk, desk_with, ok};
use sandika_api::{COMMANDS, carry_due, dispatch_at};
use sandika_app::{Desk, Outlet};
use sandika_domain::user::Right;
use sandika_testkit::HandClock;
use serde_json::{Value, json};
use std::fs;
use std::sync::Mutex;

const OTHER: &str = "kata sandi pengguna lain";
const NEW: &str = "kata sandi yang baru sekali";

/// An office whose admin is at the desk.
fn office(data: &std::path::Path) -> Desk {
    let mut desk = desk(data);
    ok(&mut desk, "desk_create", json!({ "passphrase": SECRET, "user": "Admin Contoh" }));
    desk
}

fn admit(desk: &mut Desk, user: &str, role: &str) -> Value {
    ok(desk, "user_admit", json!({ "user": user, "role": role, "passphrase": OTHER, "own": SECRET }))
}

fn sign_in(desk: &mut Desk, user: &str, passphrase: &str) -> Result<Value, String> {
    call(desk, "desk_open", json!({ "user": user, "passphrase": passphrase }))
        .map(|answer| answer["value"].clone())
        .map_err(|error| serde_json::to_value(error.code).unwrap().as_str().unwrap().to_owned())
}

#[test]
fn users_are_admitted_sign_in_with_their_own_passphrase_and_are_dismissed() {
    let data = tempfile::tempdir().unwrap();
    let mut desk = office(data.path());
    let list = admit(&mut desk, "Sari Dewi", "operator");
    assert_eq!(list["users"].as_array().unwrap().len(), 2);
    assert_eq!(
        code(&mut desk, "user_admit", json!({ "user": "SARI DEWI", "role": "operator", "passphrase": OTHER, "own": SECRET })),
        "conflict"
    );
    assert_eq!(
        code(&mut desk, "user_admit", json!({ "user": "Budi", "role": "operator", "passphrase": OTHER, "own": OTHER })),
        "wrong-passphrase"
    );
    assert_eq!(
        code(&mut desk, "user_admit", json!({ "user": "*x", "role": "operator", "passphrase": OTHER, "own": SECRET })),
        "invalid-fields"
    );
    assert_eq!(
        code(&mut desk, "user_admit", json!({ "user": "Budi", "role": "operator", "passphrase": "pendek", "own": SECRET })),
        "passphrase-too-short"
    );
    ok(&mut desk, "desk_close", json!({}));
    assert_eq!(ok(&mut desk, "desk_users", json!({})), json!(["Admin Contoh", "Sari Dewi"]));

    assert_eq!(sign_in(&mut desk, "Sari Dewi", SECRET).unwrap_err(), "wrong-passphrase", "that of another");
    assert_eq!(sign_in(&mut desk, "Budi", OTHER).unwrap_err(), "no-such-user");
    let view = sign_in(&mut desk, "sari dewi", OTHER).unwrap();
    assert_eq!((&view["user"], &view["role"]), (&json!("Sari Dewi"), &json!("operator")));
    assert_eq!(view["may"], json!(["work", "reveal", "keep"]));
    assert_eq!(code(&mut desk, "user_dismiss", json!({ "user": "Admin Contoh" })), "forbidden");
    assert_eq!(code(&mut desk, "user_admit", json!({ "user": "Budi", "role": "admin", "passphrase": OTHER, "own": OTHER })), "forbidden");

    sign_in(&mut desk, "Admin Contoh", SECRET).unwrap();
    assert_eq!(code(&mut desk, "user_dismiss", json!({ "user": "Admin Contoh" })), "invalid-fields", "not oneself");
    assert_eq!(code(&mut desk, "user_role", json!({ "user": "Admin Contoh", "role": "operator" })), "invalid-fields", "not the last admin");
    let slots = fs::read(data.path().join("kantor/kunci.json")).unwrap();
    let list = ok(&mut desk, "user_dismiss", json!({ "user": "Sari Dewi" }));
    assert_eq!(list["users"][1]["active"], json!(false));
    assert_eq!(sign_in(&mut desk, "Sari Dewi", OTHER).unwrap_err(), "no-such-user");
    // Whoever kept the old slot file comes no further: the journal says that they were dismissed.
    fs::write(data.path().join("kantor/kunci.json"), slots).unwrap();
    assert_eq!(sign_in(&mut desk, "Sari Dewi", OTHER).unwrap_err(), "no-such-user");
    assert_eq!(sign_in(&mut desk, "Admin Contoh", SECRET).unwrap()["state"], "open");
    assert_eq!(admit(&mut desk, "sari dewi", "kepala-dinas")["users"][1]["name"], "Sari Dewi", "a name stays one user's");
    assert!(ok(&mut desk, "store_verify", json!({}))["sound"].as_bool().unwrap());
}

#[test]
fn each_role_may_do_what_the_table_says() {
    let data = tempfile::tempdir().unwrap();
    let mut desk = office(data.path());
    for role in ["operator", "verifikator", "kepala-bidang", "kepala-dinas"] {
        admit(&mut desk, role, role);
    }
    for (role, may) in [
        ("operator", &["work", "reveal", "keep"][..]),
        ("verifikator", &["work", "approve", "reveal", "keep"]),
        ("kepala-bidang", &["work", "approve", "reveal", "keep", "destroy", "setup"]),
        ("kepala-dinas", &["approve", "reveal", "destroy"]),
    ] {
        assert_eq!(sign_in(&mut desk, role, OTHER).unwrap()["may"], json!(may));
        for command in COMMANDS {
            let Some(right) = command.right else { continue };
            // A right is looked at before the arguments.
            let error = dispatch_at(&mut desk, command.name, "[]").unwrap_err();
            let refused = serde_json::to_value(error.code).unwrap() == "forbidden";
            assert_eq!(refused, !may.contains(&sandika_domain::document::Word::word(right)), "{role}: {}", command.name);
        }
    }
}

#[test]
fn every_command_that_changes_the_office_takes_a_right() {
    let free: Vec<&str> =
        COMMANDS.iter().filter(|command| command.changes && command.right.is_none()).map(|command| command.name).collect();
    let of_the_desk = [
        "desk_create",
        "desk_open",
        "desk_practice",
        "desk_passphrase",
        "desk_account_record",
        "desk_lock",
        "desk_recover",
        "user_admit",
        "user_passphrase",
        "recovery_make",
        "desk_import",
        "desk_close",
        "device_record",
        "scan_folders_record",
        "scan_folders_hurry",
    ];
    let of_everybody = ["case_note", "draft_save", "draft_discard"];
    assert_eq!(free, [&of_the_desk[..], &of_everybody].concat());
    assert!(COMMANDS.iter().any(|command| command.right == Some(Right::Approve)));
}

#[test]
fn a_locked_desk_answers_nobody_and_works_on() {
    let data = tempfile::tempdir().unwrap();
    let mut desk = office(data.path());
    admit(&mut desk, "Sari", "operator");
    let view = ok(&mut desk, "desk_lock", json!({}));
    assert_eq!((&view["state"], &view["resting"]), (&json!("locked"), &json!(true)));
    let answered = ["desk_show", "desk_prepare", "desk_users", "desk_open", "desk_recover", "desk_lock", "desk_close"];
    for command in COMMANDS.iter().filter(|command| !answered.contains(&command.name)) {
        let error = dispatch_at(&mut desk, command.name, "{}").unwrap_err();
        assert_eq!(serde_json::to_value(error.code).unwrap(), "office-closed", "{}", command.name);
    }
    let held = Mutex::new(desk);
    assert_eq!(carry_due(&held, Outlet::Folder, &|_| {}), None, "what goes out is still looked after");
    let mut desk = held.into_inner().unwrap();
    assert!(desk.opened().is_ok());
    assert_eq!(sign_in(&mut desk, "Sari", SECRET).unwrap_err(), "wrong-passphrase");
    assert_eq!(ok(&mut desk, "desk_show", json!({}))["state"], "locked");
    let view = sign_in(&mut desk, "Sari", OTHER).unwrap();
    assert_eq!((&view["state"], &view["user"], &view["resting"]), (&json!("open"), &json!("Sari"), &json!(false)));
}

#[test]
fn a_practice_office_is_closed_when_the_desk_is_locked() {
    let data = tempfile::tempdir().unwrap();
    let mut desk = desk(data.path());
    ok(&mut desk, "desk_practice", json!({ "user": "Siapa Saja" }));
    assert_eq!(
        code(&mut desk, "user_admit", json!({ "user": "Budi", "role": "admin", "passphrase": OTHER, "own": OTHER })),
        "invalid-fields"
    );
    assert_eq!(ok(&mut desk, "desk_lock", json!({}))["state"], "none");
}

#[test]
fn after_some_failures_there_is_a_wait_and_the_journal_tells_them() {
    let data = tempfile::tempdir().unwrap();
    let clock = HandClock::friday_morning();
    let mut desk = desk_with(data.path(), clock.clone());
    ok(&mut desk, "desk_create", json!({ "passphrase": SECRET, "user": "Admin Contoh" }));
    ok(&mut desk, "desk_close", json!({}));
    for _ in 0..5 {
        assert_eq!(sign_in(&mut desk, "Admin Contoh", "kata sandi yang keliru").unwrap_err(), "wrong-passphrase");
    }
    assert_eq!(sign_in(&mut desk, "Admin Contoh", SECRET).unwrap_err(), "too-many-tries", "even the right one has to wait");
    let mut again = desk_with(data.path(), clock.clone());
    assert_eq!(sign_in(&mut again, "Admin Contoh", SECRET).unwrap_err(), "too-many-tries", "also after a restart");
    clock.advance(chrono::TimeDelta::seconds(31));
    sign_in(&mut again, "Admin Contoh", SECRET).unwrap();
    // The failures stand in the journal: its admission, and they.
    assert_eq!(ok(&mut again, "store_verify", json!({}))["entries"], 2);
    ok(&mut again, "desk_lock", json!({}));
    for _ in 0..5 {
        assert_eq!(sign_in(&mut again, "Admin Contoh", "kata sandi yang keliru").unwrap_err(), "wrong-passphrase");
    }
    assert_eq!(sign_in(&mut again, "Admin Contoh", SECRET).unwrap_err(), "too-many-tries", "a locked desk is no other door");
}

#[test]
fn an_admin_sets_a_forgotten_passphrase_and_the_old_one_opens_no_more() {
    let data = tempfile::tempdir().unwrap();
    let mut desk = office(data.path());
    admit(&mut desk, "Sari", "operator");
    assert_eq!(code(&mut desk, "user_passphrase", json!({ "user": "Sari", "passphrase": NEW, "own": OTHER })), "wrong-passphrase");
    ok(&mut desk, "user_passphrase", json!({ "user": "Sari", "passphrase": NEW, "own": SECRET }));
    assert_eq!(sign_in(&mut desk, "Sari", OTHER).unwrap_err(), "wrong-passphrase");
    sign_in(&mut desk, "Sari", NEW).unwrap();
}

#[test]
fn the_recovery_sheet_opens_the_office_once_its_passphrase_is_forgotten() {
    let data = tempfile::tempdir().unwrap();
    let mut desk = office(data.path());
    admit(&mut desk, "Sari", "operator");
    assert_eq!(code(&mut desk, "recovery_make", json!({ "own": OTHER })), "wrong-passphrase");
    assert!(!ok(&mut desk, "recovery_make", json!({ "own": SECRET }))["pdf"].as_str().unwrap().is_empty());
    let first = desk.sheet().unwrap().words.join(" ");
    ok(&mut desk, "recovery_make", json!({ "own": SECRET }));
    let words = desk.sheet().unwrap().words.join(" ");
    let saved = data.path().join("lembar.pdf");
    ok(&mut desk, "recovery_save", json!({ "path": saved.display().to_string() }));
    assert!(fs::read(&saved).unwrap().starts_with(b"%PDF"));
    ok(&mut desk, "recovery_put_away", json!({}));
    assert_eq!(code(&mut desk, "recovery_save", json!({ "path": saved.display().to_string() })), "not-found", "it is shown once");
    assert!(ok(&mut desk, "user_list", json!({}))["recovery_at"].is_string());
    ok(&mut desk, "desk_close", json!({}));
    assert_eq!(ok(&mut desk, "desk_users", json!({})), json!(["Admin Contoh", "Sari"]), "the sheet is nobody");

    let recover = |words: &str, user: &str| json!({ "words": words, "user": user, "passphrase": NEW });
    assert_eq!(code(&mut desk, "desk_recover", recover("satu dua tiga", "Admin Contoh")), "invalid-fields");
    assert_eq!(code(&mut desk, "desk_recover", recover(&first, "Admin Contoh")), "wrong-passphrase", "an older sheet");
    assert_eq!(code(&mut desk, "desk_recover", recover(&words, "Sari")), "invalid-fields", "no admin");
    assert_eq!(ok(&mut desk, "desk_show", json!({}))["state"], "locked");
    let view = ok(&mut desk, "desk_recover", recover(&words.to_uppercase(), "admin contoh"));
    assert_eq!((&view["state"], &view["user"]), (&json!("open"), &json!("Admin Contoh")));
    ok(&mut desk, "desk_close", json!({}));
    assert_eq!(sign_in(&mut desk, "Admin Contoh", SECRET).unwrap_err(), "wrong-passphrase");
    sign_in(&mut desk, "Admin Contoh", NEW).unwrap();
    assert!(ok(&mut desk, "store_verify", json!({}))["sound"].as_bool().unwrap());
}

#[test]
fn a_nik_is_masked_and_whoever_sees_it_is_recorded() {
    let mut office = sandika_testkit::TestOffice::new();
    let owner = office.ok("owner_record", sandika_testkit::sample::owner(1));
    let shown = office.ok("owner_show", json!({ "owner": owner }));
    let masked = shown["details"]["nik"].as_str().unwrap().to_owned();
    assert!(masked.contains('•') && masked.chars().count() == 16, "{masked}");
    let before = office.ok("store_verify", json!({}))["entries"].as_u64().unwrap();
    let nik = office.ok("owner_reveal", json!({ "owner": owner }));
    assert!(nik.as_str().unwrap().chars().all(|digit| digit.is_ascii_digit()));
    assert_eq!(office.ok("store_verify", json!({}))["entries"].as_u64().unwrap(), before + 1);
}

#[test]
fn two_persons_are_asked_for_only_where_there_are_two() {
    let data = tempfile::tempdir().unwrap();
    let mut desk = office(data.path());
    assert_eq!(code(&mut desk, "door_rule", json!({ "two_persons": true })), "invalid-fields");
    admit(&mut desk, "Sari", "operator");
    assert_eq!(code(&mut desk, "door_rule", json!({ "two_persons": true })), "invalid-fields", "an operator cannot agree");
    admit(&mut desk, "Kepala", "kepala-bidang");
    assert_eq!(ok(&mut desk, "door_rule", json!({ "two_persons": true }))["two_persons"], true);
    assert_eq!(ok(&mut desk, "door_rule", json!({ "two_persons": false }))["two_persons"], false);
}
