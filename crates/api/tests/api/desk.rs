//! The desk through the wire: no office, a locked one, an open one, the practice office, and what this computer remembers.

use sandika_api::{ApiError, carry_due, dispatch, dispatch_at};
use sandika_app::outside::FolderPrinter;
use sandika_app::ports::{Ports, Printer};
use sandika_app::{Desk, KdfCost, Outlet, Shell};
use sandika_testkit::{HandClock, TestOffice};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

pub(crate) const SECRET: &str = "kata sandi kantor contoh";

pub(crate) fn desk(data: &Path) -> Desk {
    desk_with(data, HandClock::friday_morning())
}

pub(crate) fn desk_with(data: &Path, clock: HandClock) -> Desk {
    let outgoing = data.join("keluar");
    let ports = move |settings: &sandika_app::DeviceSettings| {
        let folder = settings.outgoing.clone().map(|folder| Arc::new(FolderPrinter::existing(folder)) as Arc<dyn Printer>);
        Ports { clock: Box::new(clock.clone()), folder, ..Ports::folder(outgoing.clone()) }
    };
    let cost = KdfCost { m_kib: 64, t: 1, p: 1 };
    Desk::new(Shell { cost, ..Shell::new(data.to_owned(), Box::new(ports)) })
}

pub(crate) fn call(desk: &mut Desk, command: &str, arguments: Value) -> Result<Value, ApiError> {
    dispatch_at(desk, command, &arguments.to_string()).map(|answer| serde_json::from_str(&answer).unwrap())
}

pub(crate) fn ok(desk: &mut Desk, command: &str, arguments: Value) -> Value {
    let answer = call(desk, command, arguments).unwrap();
    answer.get("value").cloned().unwrap_or(answer)
}

pub(crate) fn code(desk: &mut Desk, command: &str, arguments: Value) -> String {
    let error = call(desk, command, arguments).unwrap_err();
    assert!(!serde_json::to_string(&error).unwrap().contains(SECRET));
    serde_json::to_value(error.code).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn an_office_lies_in_no_folder_that_is_copied_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path());
    let synced = folder.path().join("OneDrive - Pemkab Contoh/kantor");
    let there = json!({ "passphrase": SECRET, "user": "Contoh", "folder": synced.display().to_string() });
    assert_eq!(code(&mut desk, "desk_create", there.clone()), "invalid-fields");
    assert!(!synced.exists(), "nothing was made");
    // One that was carried there is not opened either, and is as it was once it is back.
    let kept = folder.path().join("tersimpan");
    ok(&mut desk, "desk_create", json!({ "passphrase": SECRET, "user": "Contoh", "folder": kept.display().to_string() }));
    ok(&mut desk, "desk_close", json!({}));
    fs::create_dir_all(synced.parent().unwrap()).unwrap();
    fs::rename(&kept, &synced).unwrap();
    let error = call(&mut desk, "desk_open", there).unwrap_err();
    assert!(error.message.contains("OneDrive") && error.message.contains("dipindahkan"), "{}", error.message);
    fs::rename(&synced, &kept).unwrap();
    ok(&mut desk, "desk_open", json!({ "passphrase": SECRET, "user": "Contoh", "folder": kept.display().to_string() }));
}

#[test]
fn the_passphrase_is_changed_by_whoever_knows_it() {
    const NEW: &str = "kata sandi kantor pengganti";
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path());
    let change = |old: &str, new: &str| json!({ "old": old, "new": new });
    assert_eq!(code(&mut desk, "desk_passphrase", change(SECRET, NEW)), "office-closed");
    ok(&mut desk, "desk_create", json!({ "passphrase": SECRET, "user": "Contoh" }));
    for (old, new, expected) in
        [("bukan kata sandinya", NEW, "wrong-passphrase"), (SECRET, "pendek", "passphrase-too-short"), (SECRET, SECRET, "invalid-fields")]
    {
        assert_eq!(code(&mut desk, "desk_passphrase", change(old, new)), expected);
    }
    ok(&mut desk, "desk_passphrase", change(SECRET, NEW));
    ok(&mut desk, "desk_close", json!({}));
    assert_eq!(code(&mut desk, "desk_open", json!({ "passphrase": SECRET, "user": "Contoh" })), "wrong-passphrase");
    ok(&mut desk, "desk_open", json!({ "passphrase": NEW, "user": "Contoh" }));
    assert_eq!(ok(&mut desk, "store_verify", json!({}))["problems"], json!([]));
    ok(&mut desk, "desk_practice", json!({ "user": "Contoh" }));
    assert_eq!(code(&mut desk, "desk_passphrase", change(NEW, SECRET)), "invalid-fields");
}

#[test]
fn a_key_is_bound_to_an_account_only_where_a_sheet_can_still_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path());
    let bind = |passphrase: &str, on: bool| json!({ "passphrase": passphrase, "on": on });
    assert_eq!(code(&mut desk, "desk_account_record", bind(SECRET, true)), "office-closed");
    ok(&mut desk, "desk_create", json!({ "passphrase": SECRET, "user": "Contoh" }));
    let now = ok(&mut desk, "desk_account", json!({}));
    assert_eq!(now, json!({ "bound": cfg!(windows).then_some(false) }));
    let refused = call(&mut desk, "desk_account_record", bind(SECRET, true)).unwrap_err();
    assert!(refused.message.contains("lembar pemulihan"), "{}", refused.message);
    ok(&mut desk, "recovery_make", json!({ "own": SECRET }));
    assert_eq!(code(&mut desk, "desk_account_record", bind("bukan kata sandinya", true)), "wrong-passphrase");
    if cfg!(windows) {
        assert_eq!(ok(&mut desk, "desk_account_record", bind(SECRET, true)), json!({ "bound": true }));
        let change = json!({ "old": SECRET, "new": "kata sandi kantor pengganti" });
        ok(&mut desk, "desk_passphrase", change);
        assert_eq!(ok(&mut desk, "desk_account", json!({})), json!({ "bound": true }), "another passphrase of one's own changes nothing");
        ok(&mut desk, "desk_close", json!({}));
        ok(&mut desk, "desk_open", json!({ "passphrase": "kata sandi kantor pengganti", "user": "Contoh" }));
        assert_eq!(ok(&mut desk, "desk_account_record", bind("kata sandi kantor pengganti", false)), json!({ "bound": false }));
    } else {
        assert_eq!(code(&mut desk, "desk_account_record", bind(SECRET, true)), "account");
        ok(&mut desk, "desk_close", json!({}));
        ok(&mut desk, "desk_open", json!({ "passphrase": SECRET, "user": "Contoh" }));
    }
    ok(&mut desk, "desk_practice", json!({ "user": "Contoh" }));
    assert_eq!(ok(&mut desk, "desk_account", json!({})), json!({ "bound": null }), "everybody may enter a practice office");
}

#[test]
fn an_office_is_made_closed_and_opened() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path());
    let shown = ok(&mut desk, "desk_show", json!({}));
    assert_eq!((&shown["state"], &shown["today"], &shown["now"]), (&json!("none"), &json!("2026-11-20"), &json!("2026-11-20T09:00")));
    assert_eq!(shown["settings"], json!({ "printer": null, "outgoing": null, "theme": "sistem", "stays": null, "autostart": null }));
    assert_eq!(code(&mut desk, "case_list", json!({})), "office-closed");
    assert_eq!(code(&mut desk, "tidak_ada", json!({})), "unknown-command");
    assert_eq!(code(&mut desk, "desk_open", json!({ "passphrase": SECRET, "user": "Contoh" })), "not-an-office");
    for (arguments, expected) in [
        (json!({ "passphrase": "pendek", "user": "Contoh" }), "passphrase-too-short"),
        (json!({ "passphrase": SECRET, "user": "  " }), "invalid-fields"),
        (json!({ "passphrase": SECRET, "user": "a".repeat(61) }), "invalid-fields"),
        (json!({ "passphrase": SECRET, "user": "Contoh", "folder": "relatif" }), "invalid-fields"),
        (json!({ "passphrase": SECRET }), "bad-arguments"),
    ] {
        assert_eq!(code(&mut desk, "desk_create", arguments), expected);
    }
    let created = call(&mut desk, "desk_create", json!({ "passphrase": SECRET, "user": " Contoh Petugas " })).unwrap();
    assert_eq!((&created["value"]["state"], &created["value"]["user"]), (&json!("open"), &json!("Contoh Petugas")));
    assert!(created["changed"].as_array().unwrap().contains(&json!("desk")));
    assert_eq!(ok(&mut desk, "case_list", json!({})), json!([]));
    assert_eq!(code(&mut desk, "desk_create", json!({ "passphrase": SECRET, "user": "Contoh" })), "office-exists");
    assert_eq!(ok(&mut desk, "desk_show", json!({}))["state"], "open", "what was open stays open");
    assert_eq!(ok(&mut desk, "desk_close", json!({}))["state"], "locked");
    assert_eq!(code(&mut desk, "desk_open", json!({ "passphrase": "kata sandi yang lain", "user": "Contoh Petugas" })), "wrong-passphrase");
    assert_eq!(code(&mut desk, "desk_open", json!({ "passphrase": SECRET, "user": "Contoh Kedua" })), "no-such-user");
    assert_eq!(code(&mut desk, "case_list", json!({})), "office-closed");
    assert_eq!(ok(&mut desk, "desk_open", json!({ "passphrase": SECRET, "user": "contoh petugas" }))["user"], "Contoh Petugas");
    assert_eq!(ok(&mut desk, "desk_open", json!({ "passphrase": SECRET, "user": "Contoh Petugas" }))["state"], "open", "again is no harm");
}

#[test]
fn an_opening_may_be_prepared_at_any_time_and_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path());
    let state = |desk: &mut Desk| ok(desk, "desk_show", json!({}))["state"].clone();
    for (step, expected) in [("", "none"), ("desk_create", "open"), ("desk_close", "locked"), ("desk_open", "open")] {
        let arguments = if step == "desk_close" { json!({}) } else { json!({ "passphrase": SECRET, "user": "Contoh" }) };
        if !step.is_empty() {
            ok(&mut desk, step, arguments);
        }
        assert_eq!(call(&mut desk, "desk_prepare", json!({})).unwrap(), json!(null));
        assert_eq!(state(&mut desk), expected);
    }
    ok(&mut desk, "desk_close", json!({}));
    assert_eq!(ok(&mut desk, "desk_prepare", json!({})), json!(null));
    assert_eq!(code(&mut desk, "desk_open", json!({ "passphrase": "kata sandi yang lain", "user": "Contoh" })), "wrong-passphrase");
}

#[test]
fn an_office_made_elsewhere_is_found_again() {
    let (data, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let place = elsewhere.path().join("kantor kami");
    ok(&mut desk(data.path()), "desk_create", json!({ "folder": place, "passphrase": SECRET, "user": "Contoh" }));
    let mut again = desk(data.path());
    let shown = ok(&mut again, "desk_show", json!({}));
    assert_eq!((&shown["state"], &shown["folder"], &shown["user"]), (&json!("locked"), &json!(place), &json!("Contoh")));
    ok(&mut again, "desk_open", json!({ "passphrase": SECRET, "user": "Contoh" }));
    let kept = fs::read_to_string(data.path().join("setelan.json")).unwrap();
    assert!(!kept.contains(SECRET), "{kept}");
}

#[test]
fn the_settings_of_this_computer_are_kept_and_followed() {
    let data = tempfile::tempdir().unwrap();
    let out = data.path().join("ke luar");
    fs::create_dir(&out).unwrap();
    let mut first = desk(data.path());
    assert_eq!(code(&mut first, "device_record", json!({ "printer": null, "outgoing": "/tidak/ada", "theme": "gelap" })), "invalid-fields");
    assert_eq!(code(&mut first, "device_record", json!({ "printer": null, "outgoing": null, "theme": "ungu" })), "bad-arguments");
    ok(&mut first, "desk_practice", json!({ "user": "Contoh" }));
    let fields = json!({ "printer": "Printer Contoh", "outgoing": out, "theme": "gelap", "stays": null, "autostart": null });
    assert_eq!(ok(&mut first, "device_record", fields.clone())["settings"], fields);
    let letter = ok(&mut first, "letter_list", json!({}))[0]["letter"].clone();
    ok(&mut first, "letter_send", json!({ "letter": letter, "copies": 1, "way": "folder" }));
    let first = Mutex::new(first);
    carry_due(&first, Outlet::Folder, &|_| ());
    let mut first = first.into_inner().unwrap();
    assert_eq!(fs::read_dir(&out).unwrap().count(), 1, "the open office drops where it was told to");
    assert_eq!(ok(&mut first, "printer_list", json!({})), json!([]));
    drop(first);
    assert_eq!(ok(&mut desk(data.path()), "desk_show", json!({}))["settings"], fields);
    fs::write(data.path().join("setelan.json"), "{rusak").unwrap();
    assert_eq!(ok(&mut desk(data.path()), "desk_show", json!({}))["settings"]["theme"], "sistem");
    assert!(data.path().join("setelan.rusak-1.json").exists());
}

#[test]
fn the_practice_office_is_marked_and_lies_apart() {
    let data = tempfile::tempdir().unwrap();
    let mut desk = desk(data.path());
    let opened = ok(&mut desk, "desk_practice", json!({ "user": "Contoh Petugas" }));
    assert_eq!((&opened["state"], &opened["practice"]), (&json!("open"), &json!(true)));
    assert_eq!((&opened["region"], &opened["user"]), (&json!("Kabupaten Contoh"), &json!("Contoh Petugas")));
    let cases = ok(&mut desk, "case_list", json!({}));
    let one = cases[0]["case"].clone();
    ok(&mut desk, "case_note", json!({ "case": one, "text": "Catatan latihan" }));
    assert_eq!(ok(&mut desk, "desk_close", json!({}))["state"], "none", "the practice office is not the office");
    ok(&mut desk, "desk_practice", json!({ "user": "Contoh Petugas" }));
    assert!(ok(&mut desk, "case_show", json!({ "case": one })).to_string().contains("Catatan latihan"), "it is made once");
    ok(&mut desk, "desk_create", json!({ "passphrase": SECRET, "user": "Contoh Petugas" }));
    let shown = ok(&mut desk, "desk_show", json!({}));
    assert_eq!((&shown["state"], &shown["practice"]), (&json!("open"), &json!(false)));
}

#[test]
fn commands_of_the_desk_are_not_those_of_an_office() {
    let mut office = TestOffice::new();
    let error = dispatch(&mut office.office, "desk_show", "{}").unwrap_err();
    assert!(error.message.contains("jendela"), "{}", error.message);
    fn travels<T: Send>() {}
    travels::<Desk>();
}
