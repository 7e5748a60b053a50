//! The list of archive classification codes: tried, taken, found, given back, written out; the same after a rebuild and a restart.

use sandika_api::ErrorCode;
use sandika_testkit::TestOffice;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

fn file(office: &TestOffice, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = office.papers().join(name);
    fs::write(&path, text).unwrap();
    path
}

fn codes(office: &mut TestOffice) -> Vec<String> {
    let found = office.ok("classification_find", json!({ "limit": 30_000 }));
    found["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {}", row["code"].as_str().unwrap(), row["name"].as_str().unwrap()))
        .collect()
}

fn counts(value: &Value) -> [u64; 4] {
    ["added", "changed", "unchanged", "removed"].map(|name| value[name].as_u64().unwrap())
}

#[test]
fn a_list_is_looked_at_taken_and_given_back() {
    let mut office = TestOffice::new();
    let none = json!({ "current": null, "before": null });
    assert_eq!(office.ok("classification_list", json!({})), none);
    let nothing = office.refused("classification_restore", json!({}));
    assert_eq!((nothing.code, nothing.field.as_deref()), (ErrorCode::InvalidFields, Some("list")));

    let path = file(&office, "daftar.csv", "kode;uraian\n000.10;Humas\n000.2;Rapat\n555;Pos\n");
    let checked = office.ok("classification_check", json!({ "path": path }));
    assert_eq!((counts(&checked["counts"]), &checked["faulty"]), ([3, 0, 0, 0], &json!(0)));
    assert_eq!(codes(&mut office), [""; 0], "looking takes nothing");
    let taken = office.call("classification_import", json!({ "path": path, "seen": checked["seen"] })).unwrap();
    assert_eq!((counts(&taken["value"]), &taken["changed"]), ([3, 0, 0, 0], &json!(["office"])));
    assert_eq!(codes(&mut office), ["000.2 Rapat", "000.10 Humas", "555 Pos"]);

    let path = file(&office, "daftar.csv", "555;Pos dan telekomunikasi\n556;Radio\n");
    let other = office.refused("classification_import", json!({ "path": path, "seen": checked["seen"] }));
    assert_eq!((other.code, other.field.as_deref()), (ErrorCode::Conflict, Some("seen")));
    let checked = office.ok("classification_check", json!({ "path": path, "replace": true }));
    assert_eq!(counts(&checked["counts"]), [1, 1, 0, 2]);
    assert_eq!(checked["renamed"][0]["before"]["name"], "Pos");
    assert_eq!(checked["removed"][1], json!({ "code": "000.10", "name": "Humas", "note": "" }));
    assert_eq!(counts(&office.ok("classification_import", json!({ "path": path }))), [1, 1, 0, 0]);
    let merged = ["000.2 Rapat", "000.10 Humas", "555 Pos dan telekomunikasi", "556 Radio"];
    assert_eq!(codes(&mut office), merged);
    assert_eq!(counts(&office.ok("classification_import", json!({ "path": path }))), [0, 0, 2, 0], "nothing to record");

    let list = office.ok("classification_list", json!({}));
    assert_eq!((&list["current"]["codes"], &list["before"]["codes"], &list["current"]["actor"]), (&json!(4), &json!(3), &json!("petugas")));
    office.ok("classification_restore", json!({}));
    assert_eq!(codes(&mut office), ["000.2 Rapat", "000.10 Humas", "555 Pos"]);
    office.ok("classification_restore", json!({}));
    assert_eq!(codes(&mut office), merged, "going back can be taken back");

    office.ok("store_rebuild", json!({}));
    assert_eq!(office.ok("store_verify", json!({}))["sound"], true);
    let mut office = office.reopened();
    assert_eq!(codes(&mut office), merged);
    assert_eq!(office.ok("classification_list", json!({}))["before"]["codes"], 3);
}

#[test]
fn the_first_list_is_given_back_to_none() {
    let mut office = TestOffice::new();
    let path = file(&office, "daftar.csv", "555;Pos\n");
    office.ok("classification_import", json!({ "path": path }));
    assert_eq!(office.ok("classification_restore", json!({}))["current"]["codes"], 0);
    assert_eq!(codes(&mut office), [""; 0]);
    assert_eq!(office.ok("classification_restore", json!({}))["current"]["codes"], 1);
}

#[test]
fn a_faulty_file_changes_nothing_and_every_fault_is_told() {
    let mut office = TestOffice::new();
    let sound = file(&office, "baik.csv", "555;Pos\n");
    office.ok("classification_import", json!({ "path": sound }));
    let path = file(&office, "salah.csv", "kode,uraian\n000.1,Umum\n,Tanpa kode\n000.2,\n000.1,Lain\n");
    let checked = office.ok("classification_check", json!({ "path": path, "replace": true }));
    let lines: Vec<u64> = checked["faults"].as_array().unwrap().iter().map(|fault| fault["line"].as_u64().unwrap()).collect();
    assert_eq!((lines, counts(&checked["counts"]), &checked["faulty"]), (vec![3, 4, 5], [0; 4], &json!(3)));
    let refused = office.refused("classification_import", json!({ "path": path, "replace": true }));
    assert_eq!((refused.code, refused.faults.len()), (ErrorCode::InvalidFields, 3));
    assert!(refused.message.contains("3 kesalahan") && refused.faults[0].text.starts_with("Baris 3: Kode kosong."), "{refused:?}");
    assert_eq!(codes(&mut office), ["555 Pos"]);

    for (name, bytes, said) in [
        ("buku.xlsx", &b"PK\x03\x04..."[..], "buku kerja Excel"),
        ("kosong.csv", b"", "tidak berisi satu kode pun"),
        ("gambar.csv", b"\x89PNG\r\n\x1a\n\0\0\0", "bukan teks CSV"),
    ] {
        let path = file(&office, name, bytes);
        let checked = office.ok("classification_check", json!({ "path": path }));
        assert_eq!((&checked["faults"][0]["line"], &checked["faulty"]), (&json!(0), &json!(1)), "{name}");
        assert!(checked["faults"][0]["text"].as_str().unwrap().contains(said), "{checked}");
    }
    let great = file(&office, "besar.csv", vec![b'x'; 5 * 1024 * 1024 + 1]);
    let refused = office.refused("classification_check", json!({ "path": great }));
    assert_eq!(refused.code, ErrorCode::File);
    assert!(refused.message.contains("terlalu besar, paling banyak 5 MB"), "{}", refused.message);
}

#[test]
fn a_code_is_found_while_it_is_typed() {
    let mut office = TestOffice::new();
    assert_eq!(office.ok("classification_find", json!({ "text": "555" })), json!({ "codes": 0, "matched": 0, "exact": null, "rows": [] }));
    let path = file(&office, "daftar.csv", "555;Pos\n555.4;Telekomunikasi;lama\n000.5;Kearsipan\n");
    office.ok("classification_import", json!({ "path": path }));
    let found = office.ok("classification_find", json!({ "text": "555", "limit": 1 }));
    assert_eq!((&found["codes"], &found["matched"], found["rows"].as_array().unwrap().len()), (&json!(3), &json!(2), 1));
    assert_eq!(found["exact"]["name"], "Pos");
    let found = office.ok("classification_find", json!({ "text": "tele lama" }));
    assert_eq!((&found["exact"], &found["rows"][0]["code"]), (&json!(null), &json!("555.4")));
}

#[test]
fn the_sample_and_what_is_saved_are_files_that_can_be_taken() {
    let mut office = TestOffice::new();
    let to = office.papers().join("keluar.csv");
    let nothing = office.refused("classification_save", json!({ "path": to }));
    assert!(nothing.message.contains("masih kosong") && !to.exists(), "{nothing:?}");
    office.ok("classification_sample", json!({ "path": to }));
    assert_eq!(counts(&office.ok("classification_import", json!({ "path": to }))), [2, 0, 0, 0]);
    let path = file(&office, "daftar.csv", "kode,uraian,keterangan\n555,\"Pos; \"\"lama\"\" \",1\n");
    office.ok("classification_import", json!({ "path": path, "replace": true }));
    office.ok("classification_save", json!({ "path": to }));
    assert_eq!(fs::read_to_string(&to).unwrap(), "\u{feff}kode;uraian;keterangan\r\n555;\"Pos; \"\"lama\"\"\";1\r\n");
    assert_eq!(counts(&office.ok("classification_import", json!({ "path": to, "replace": true }))), [0, 0, 1, 0]);
}

#[test]
fn a_list_of_the_whole_country_is_taken_and_searched() {
    let mut office = TestOffice::new();
    let text: String = (0..10_000).map(|number| format!("{}.{};Uraian klasifikasi nomor {number}\n", number / 100, number % 100)).collect();
    let path = file(&office, "nasional.csv", text);
    assert_eq!(counts(&office.ok("classification_import", json!({ "path": path }))), [10_000, 0, 0, 0]);
    assert_eq!(office.ok("classification_find", json!({ "text": "nomor 9999" }))["rows"][0]["code"], "99.99");
    assert_eq!(office.ok("store_verify", json!({}))["sound"], true);
}
