//! How long files are kept, through the wire: the table, holds, and a destruction from its proposal to its official record.

use crate::desk::{SECRET, call, code, desk_with, ok};
use chrono::TimeDelta;
use sandika_app::Desk;
use sandika_testkit::{HandClock, sample};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;

const OTHER: &str = "kata sandi pengguna lain";
const BASIS: &str = "Peraturan Bupati Contoh Nomor 12 Tahun 2022";

/// An office of an admin, an operator and a head, with files of three owners: a request that was withdrawn, one that is open, and nothing at all.
struct Kept {
    desk: Desk,
    clock: HandClock,
    owners: Vec<String>,
    case: String,
}

fn kept(data: &Path) -> Kept {
    let clock = HandClock::friday_morning();
    let mut desk = desk_with(data, clock.clone());
    ok(&mut desk, "desk_create", json!({ "passphrase": SECRET, "user": "Admin Contoh" }));
    ok(&mut desk, "office_record", sample::profile());
    for official in sample::officials() {
        ok(&mut desk, "official_record", official);
    }
    for (user, role) in [("Sari", "operator"), ("Kepala", "kepala-dinas"), ("Kabid", "kepala-bidang")] {
        ok(&mut desk, "user_admit", json!({ "user": user, "role": role, "passphrase": OTHER, "own": SECRET }));
    }
    let owners: Vec<Value> = (0..3).map(|number| ok(&mut desk, "owner_record", sample::owner(number))).collect();
    let open = |desk: &mut Desk, owner: &Value| {
        let opening = json!({
            "sop": "natuna-pembaruan", "owner": owner, "channel": "surat", "sender": "Dinas Kesehatan", "letter_number": "800/1/Dinkes",
            "letter_date": "2026-11-18", "received_on": "2026-11-19",
        });
        ok(desk, "case_open", opening)
    };
    let case = open(&mut desk, &owners[0]);
    open(&mut desk, &owners[1]);
    let paper = data.join("surat permohonan.pdf");
    fs::write(&paper, b"%PDF-1.4\nisi surat permohonan").unwrap();
    let missing = case["form"]["missing"].as_array().unwrap();
    let document =
        missing.iter().find(|one| one["kind"] == "document").map(|one| one["id"].clone()).unwrap_or_else(|| panic!("{missing:?}"));
    let attach = json!({ "case": case["case"], "step": case["step"], "document": document, "path": paper });
    let case = ok(&mut desk, "case_attach", attach);
    let withdraw = json!({ "case": case["case"], "revision": case["revision"], "why": "Pemohon pindah tugas" });
    let case = ok(&mut desk, "case_withdraw", withdraw);
    ok(&mut desk, "draft_save", json!({ "key": "pemilik/1", "body": "Rahmat Hidayat", "person": owners[0] }));
    let owners = owners.iter().map(|owner| owner.as_str().unwrap().to_owned()).collect();
    Kept { desk, clock, owners, case: case["case"].as_str().unwrap().to_owned() }
}

impl Kept {
    fn later(&mut self, years: i64) {
        self.clock.advance(TimeDelta::days(366 * years));
    }

    fn sign_in(&mut self, user: &str) {
        let passphrase = if user == "Admin Contoh" { SECRET } else { OTHER };
        ok(&mut self.desk, "desk_close", json!({}));
        ok(&mut self.desk, "desk_open", json!({ "user": user, "passphrase": passphrase }));
    }

    fn ok(&mut self, command: &str, arguments: Value) -> Value {
        ok(&mut self.desk, command, arguments)
    }

    fn code(&mut self, command: &str, arguments: Value) -> String {
        code(&mut self.desk, command, arguments)
    }

    fn confirm(&mut self) {
        let mut table = self.ok("retention_show", json!({}))["table"].clone();
        (table["confirmed"], table["basis"]) = (json!(true), json!(BASIS));
        self.ok("retention_table", table);
    }

    fn names(&mut self, list: &str) -> Vec<String> {
        let shown = self.ok("retention_list", json!({ "list": list }));
        shown["files"].as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn files_stand_in_the_list_of_their_time() {
    let data = tempfile::tempdir().unwrap();
    let mut kept = kept(data.path());
    assert_eq!(kept.names("active"), ["Rahmat Hidayat", "Yohanes Siregar"]);
    assert_eq!(kept.names("running"), ["Siti Aminah"], "its case is open");
    kept.later(2);
    assert_eq!(kept.names("inactive"), ["Rahmat Hidayat", "Yohanes Siregar"]);
    kept.later(4);
    assert_eq!(kept.names("destroy"), ["Rahmat Hidayat", "Yohanes Siregar"]);
    let counts = kept.ok("retention_show", json!({}))["counts"].clone();
    assert_eq!(counts, json!({ "running": 1, "active": 0, "inactive": 0, "destroy": 2, "review": 0, "keep": 0, "held": 0 }));
    let found = kept.ok("retention_list", json!({ "list": "destroy", "text": "YOHAN", "limit": 1 }));
    assert_eq!((&found["total"], &found["files"][0]["name"]), (&json!(1), &json!("Yohanes Siregar")));
    assert_eq!(kept.ok("retention_list", json!({ "list": "destroy", "skip": 1 }))["files"][0]["name"], "Yohanes Siregar");
    let path = data.path().join("daftar.pdf");
    kept.ok("retention_list_save", json!({ "list": "destroy", "path": path }));
    let text = text_of(&path);
    assert!(text.contains("DAFTAR ARSIP USUL MUSNAH") && text.contains("Rahmat Hidayat") && text.contains("belum ditetapkan"), "{text}");
    assert_eq!(kept.code("retention_list_save", json!({ "list": "keep", "path": path })), "invalid-fields", "an empty list");
}

#[test]
fn the_table_is_the_offices_own_and_the_journal_says_what_changed() {
    let data = tempfile::tempdir().unwrap();
    let mut kept = kept(data.path());
    let shown = kept.ok("retention_show", json!({}));
    assert_eq!((&shown["table"]["confirmed"], &shown["recorded_by"]), (&json!(false), &Value::Null));
    let mut table = shown["table"].clone();
    table["confirmed"] = json!(true);
    let refused = call(&mut kept.desk, "retention_table", table.clone()).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("basis"), "{}", refused.message);
    table["basis"] = json!(BASIS);
    table["rules"][1]["active"] = json!(200);
    assert_eq!(kept.code("retention_table", table.clone()), "invalid-fields");
    table["rules"][1]["active"] = json!(7);
    table["rules"][1]["fate"] = json!("selamanya");
    assert_eq!(kept.code("retention_table", table.clone()), "unknown-choice");
    table["rules"][1]["fate"] = json!("permanen");
    let stored = kept.ok("retention_table", table.clone());
    assert_eq!((&stored["table"], &stored["recorded_by"]), (&table, &json!("Admin Contoh")));
    let head = kept.ok("journal_state", json!({}))["head"]["seq"].clone();
    kept.ok("retention_table", table);
    assert_eq!(kept.ok("journal_state", json!({}))["head"]["seq"], head, "the same table is no change");
    let entry = kept.ok("journal_show", json!({ "seq": head })).to_string();
    assert!(entry.contains("7 tahun aktif, 3 tahun inaktif, permanen, terbatas") && entry.contains("Sesuai JRA daerah"), "{entry}");
    kept.later(20);
    assert_eq!(kept.names("keep"), ["Rahmat Hidayat", "Yohanes Siregar"], "without a case the strongest of all fates holds");
    kept.sign_in("Sari");
    let table = kept.ok("retention_show", json!({}))["table"].clone();
    assert_eq!(kept.code("retention_table", table), "forbidden");
}

#[test]
fn what_is_held_back_is_not_destroyed() {
    let data = tempfile::tempdir().unwrap();
    let mut kept = kept(data.path());
    kept.later(6);
    let owners = kept.owners.clone();
    assert_eq!(kept.code("destruction_propose", json!({ "owners": [owners[0]] })), "retention", "the table is nobody's yet");
    kept.confirm();
    for (owner, reason, expected) in [
        (&owners[0], "  ", "invalid-fields"),
        (&owners[0], &*"a".repeat(501), "invalid-fields"),
        (&uuid::Uuid::nil().to_string(), "a", "not-found"),
    ] {
        assert_eq!(kept.code("retention_hold", json!({ "owner": owner, "reason": reason })), expected);
    }
    kept.ok("retention_hold", json!({ "owner": owners[0], "reason": "Diminta Inspektorat <b>segera</b>" }));
    assert_eq!(kept.names("held"), ["Rahmat Hidayat"]);
    let file = kept.ok("retention_list", json!({ "list": "destroy" }))["files"][0].clone();
    assert_eq!(file["hold"]["reason"], "Diminta Inspektorat <b>segera</b>");
    for (chosen, expected) in [(vec![&owners[0]], "retention"), (vec![], "retention"), (vec![&owners[1]], "retention")] {
        assert_eq!(kept.code("destruction_propose", json!({ "owners": chosen })), expected, "held, nothing, in use");
    }
    kept.ok("retention_release", json!({ "owner": owners[0] }));
    let proposal = kept.ok("destruction_propose", json!({ "owners": [owners[0], owners[0]] }))["proposals"][0].clone();
    assert_eq!((&proposal["state"], &proposal["files"]), (&json!("proposed"), &json!(1)));
    assert_eq!(kept.code("destruction_propose", json!({ "owners": [owners[0]] })), "retention", "it stands in a proposal already");
    assert_eq!(kept.code("retention_hold", json!({ "owner": owners[0], "reason": "terlambat" })), "conflict");
    kept.ok("destruction_drop", json!({ "proposal": proposal["id"] }));
    assert_eq!(kept.code("destruction_drop", json!({ "proposal": proposal["id"] })), "retention");
    kept.ok("destruction_propose", json!({ "owners": [owners[0]] }));
    assert!(kept.ok("store_verify", json!({}))["sound"].as_bool().unwrap(), "the tables are as a rebuild makes them");
}

#[test]
fn a_destruction_takes_two_persons_leaves_a_record_and_nothing_of_the_person() {
    let data = tempfile::tempdir().unwrap();
    let mut kept = kept(data.path());
    kept.later(6);
    kept.confirm();
    let owners = kept.owners.clone();
    kept.sign_in("Kabid");
    let shown = kept.ok("destruction_propose", json!({ "owners": [owners[0], owners[2]] }));
    let proposal = json!({ "proposal": shown["proposals"][0]["id"] });
    assert_eq!(kept.code("destruction_approve", proposal.clone()), "retention", "not one's own");
    let carry = json!({
        "proposal": proposal["proposal"], "number": "000.5.6/7/Diskominfo", "consent": "Surat Bupati Nomor 045/12", "witness_1": "Contoh Saksi, S.H.",
        "witness_1_post": "Kepala Bagian Hukum", "witness_2": "", "witness_2_post": "",
    });
    assert_eq!(kept.code("destruction_carry_out", carry.clone()), "retention", "not approved");
    kept.sign_in("Sari");
    assert_eq!(kept.code("destruction_approve", proposal.clone()), "forbidden");
    kept.sign_in("Kepala");
    assert!(kept.ok("retention_show", json!({}))["proposals"][0]["may_approve"].as_bool().unwrap());
    assert_eq!(kept.ok("destruction_files", proposal.clone()).as_array().unwrap().len(), 2);
    assert_eq!(kept.ok("destruction_approve", proposal.clone())["proposals"][0]["approved"]["by"], "Kepala");
    assert_eq!(kept.code("destruction_carry_out", carry.clone()), "forbidden");
    assert_eq!(kept.code("destruction_record", proposal.clone()), "not-found");
    kept.sign_in("Admin Contoh");
    // Since then somebody asked for one of the two, so that it stays.
    kept.ok("owner_record", json!({ "owner": owners[2], "details": sample::owner(2)["details"] }));
    let before = walk(&data.path().join("kantor/berkas"));
    assert_eq!(before.len(), 1);
    let shown = kept.ok("destruction_carry_out", carry.clone());
    assert_eq!((&shown["proposals"][0]["state"], &shown["proposals"][0]["files"], &shown["left"]), (&json!("done"), &json!(1), &json!(0)));
    assert_eq!(kept.code("destruction_carry_out", carry), "retention", "once only");

    let after = walk(&data.path().join("kantor/berkas"));
    assert!(after.len() == 1 && after != before, "its file is gone, and the record is there: {before:?} {after:?}");
    assert_eq!(kept.names("active"), ["Yohanes Siregar"]);
    for kind in ["owner", "case", "letter"] {
        assert_eq!(kept.ok("search", json!({ "text": "Rahmat", "kind": kind })), json!([]));
    }
    let case = kept.ok("case_show", json!({ "case": kept.case }));
    let timeline = kept.ok("case_timeline", json!({ "case": kept.case }));
    let owner = kept.ok("owner_show", json!({ "owner": owners[0] }));
    for shown in [&case, &timeline, &owner, &kept.ok("draft_list", json!({})), &kept.ok("journal_list", json!({ "limit": 200 }))] {
        let text = shown.to_string();
        for secret in ["Rahmat", "317101", "198003", "pindah tugas", "800/1/Dinkes"] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
    let path = data.path().join("acara.pdf");
    kept.ok("destruction_record_save", json!({ "proposal": proposal["proposal"], "path": path }));
    let text = text_of(&path);
    for told in
        ["000.5.6/7/Diskominfo", "1/2026", "Contoh Saksi, S.H.", "Kabid", "Kepala", BASIS, "1 berkas pemilik", "Surat Bupati Nomor 045/12"]
    {
        assert!(text.contains(told), "{told} not in {text}");
    }
    assert!(!text.contains("Rahmat") && !text.contains("Siregar"), "{text}");
    assert!(kept.ok("store_verify", json!({}))["sound"].as_bool().unwrap());
    kept.ok("store_rebuild", json!({}));
    assert!(kept.ok("store_verify", json!({}))["sound"].as_bool().unwrap());
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

fn text_of(pdf: &Path) -> String {
    let out = Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-").output().unwrap();
    String::from_utf8(out.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}
