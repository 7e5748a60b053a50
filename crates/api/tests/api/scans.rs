//! Scans through the desk: a file in a watched folder finds its case by the codes on its pages, or waits in the tray with its reason.

mod support;

use sandika_app::Settling;
use sandika_testkit::{SIGNER, electronically_signed};
use serde_json::json;
use std::fs;
use support::{Desk, Letter, Letters};

#[test]
fn a_signed_letter_files_itself_and_ticks_its_step() {
    let mut desk = Desk::with(&Letters { one_page: 1, two_pages: 0 });
    let scan = desk.put("SCAN0001.pdf", &[(0, 1)]);
    let letter = desk.letters[0].clone();
    desk.rest();
    assert!(!scan.exists(), "it was moved out of the way");
    assert_eq!(desk.moved(), ["SCAN0001.pdf"]);
    let row = desk.sole("tersimpan");
    assert_eq!(row["place"]["letter"], true);
    assert_eq!((&row["place"]["by_code"], &row["place"]["by"]), (&json!(true), &json!("petugas")));
    assert_eq!(row["place"]["case"], letter.case.as_str());
    let returned = desk.letter(&letter)["returned"].clone();
    assert_eq!(returned.as_str().unwrap(), letter.sent.as_ref().unwrap().as_str(), "byte for byte as it came");
    let entries = desk.ok("case_timeline", json!({ "case": letter.case }));
    assert_eq!(entries.as_array().unwrap().last().unwrap()["action"], "return_letter_by_code");
    assert_eq!(desk.list("kotak")["rows"], json!([]));
}

#[test]
fn an_electronically_signed_letter_files_itself_byte_for_byte_and_says_who_signed() {
    let mut desk = Desk::with(&Letters { one_page: 1, two_pages: 0 });
    let letter = desk.letters[0].clone();
    // As the signing service gives it back: not a scan, but the very letter with a signature behind it.
    let signed = electronically_signed(&letter.pdf);
    desk.drop_in("TTE_surat.pdf", &signed);
    desk.rest();
    let row = desk.sole("tersimpan");
    assert_eq!(
        (&row["place"]["case"], &row["place"]["by_code"], &row["signed"]),
        (&json!(letter.case), &json!(true), &json!(true)),
        "{row}"
    );
    let returned = desk.letter(&letter)["returned"].as_str().unwrap().to_owned();
    assert_eq!(returned, sandika_app::hash::sha256(&signed), "every byte is as it came");
    let found = desk.ok("document_signatures", json!({ "case": letter.case, "hash": returned }));
    assert_eq!((found.as_array().unwrap().len(), &found[0]["signer"]), (1, &json!(SIGNER)), "{found}");
    assert_eq!(found[0]["words"][0], "Isi dokumen utuh sejak ditandatangani.", "{found}");
}

#[test]
fn a_signed_file_of_several_letters_is_never_taken_apart() {
    let mut desk = Desk::with(&Letters { one_page: 2, two_pages: 0 });
    desk.drop_in("dua.pdf", &electronically_signed(&desk.pages(&[(0, 1), (1, 1)])));
    desk.rest();
    let row = desk.sole("kotak");
    assert!(row["doubts"][0].as_str().unwrap().contains("tanda tangan elektronik"), "{row}");
    assert_eq!(desk.list("tersimpan")["rows"], json!([]));
}

#[test]
fn several_letters_in_one_file_go_their_ways_and_what_is_unsure_waits() {
    let mut desk = Desk::with(&Letters { one_page: 1, two_pages: 2 });
    // The one-page letter, a page without a code, one of two pages, and the other letter in the wrong order.
    desk.put("tumpukan.pdf", &[(0, 1), (9, 1), (1, 2), (2, 2), (2, 1)]);
    desk.rest();
    let filed = desk.list("tersimpan")["rows"].as_array().unwrap().clone();
    assert_eq!(filed.len(), 2, "{filed:?}");
    let of =
        |letter: &Letter| filed.iter().find(|row| row["place"]["case"] == letter.case.as_str()).unwrap()["id"].as_str().unwrap().to_owned();
    let (first, last) = (of(&desk.letters[0]), of(&desk.letters[2]));
    assert_eq!(desk.show(&first)["row"]["name"], "tumpukan (hal. 1).pdf");
    let waiting = desk.list("kotak")["rows"].clone();
    let mut told: Vec<(&str, &str)> =
        waiting.as_array().unwrap().iter().map(|row| (row["name"].as_str().unwrap(), row["doubts"][0].as_str().unwrap())).collect();
    told.sort_unstable();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].0 == "tumpukan (hal. 2).pdf" && told[0].1.starts_with("Halaman ini tidak memuat kode surat."), "{told:?}");
    assert!(told[1].0 == "tumpukan (hal. 3).pdf" && told[1].1.starts_with("Halaman 1 dari 2 tidak ada."), "{told:?}");
    // The letter in the wrong order is in its own order now; the original is kept whole.
    let made = desk.show(&last);
    assert_eq!((&made["pages"][0]["code"], &made["pages"][1]["code"]), (&json!("halaman 1 dari 2"), &json!("halaman 2 dari 2")));
    assert_eq!(desk.ok("store_verify", json!({}))["problems"], json!([]));
}

#[test]
fn what_does_not_fit_waits_with_its_reason_and_nothing_else_changes() {
    let mut desk = Desk::with(&Letters { one_page: 4, two_pages: 0 });
    let [older, voided, closed, twice] = [0, 1, 2, 3].map(|at: usize| desk.letters[at].clone());
    desk.correct(&older);
    desk.ok_now("letter_void", json!({ "case": voided.case, "letter": voided.id, "version": 1, "why": "salah nomor" }));
    desk.ok_now("case_withdraw", json!({ "case": closed.case, "why": "pemohon membatalkan" }));
    desk.put("A.pdf", &[(3, 1)]);
    desk.rest();
    for (name, pages, reason) in [
        ("B.pdf", &[(0, 1)][..], "Yang dipindai versi 1, padahal surat ini sudah dikoreksi menjadi versi 2."),
        ("C.pdf", &[(1, 1)], "Surat ini sudah dibatalkan"),
        ("D.pdf", &[(2, 1)], "Perkara surat ini sudah selesai atau dibatalkan."),
        ("E.pdf", &[(3, 1), (3, 1)], "Halaman 1 terpindai lebih dari sekali."),
        ("F.pdf", &[(9, 1)], "Tidak ada kode surat yang terbaca"),
    ] {
        desk.put(name, pages);
        desk.rest();
        let row = desk.list("kotak")["rows"][0].clone();
        assert_eq!(row["name"], name);
        assert!(row["doubts"][0].as_str().unwrap().starts_with(reason), "{name}: {row}");
    }
    assert_eq!(desk.list("kotak")["counts"]["tray"], 5);
    assert_eq!(desk.list("tersimpan")["counts"]["filed"], 1, "{twice:?}");
}

#[test]
fn the_same_file_again_is_named_and_not_filed_twice() {
    let mut desk = Desk::with(&Letters { one_page: 1, two_pages: 0 });
    let bytes = desk.pages(&[(0, 1)]);
    for name in ["SCAN1.pdf", "SCAN2.pdf"] {
        desk.drop_in(name, &bytes);
        desk.rest();
    }
    desk.drop_in("SCAN3.pdf", b"%PDF-1.4 bukan halaman %%EOF");
    desk.rest();
    desk.drop_in("SCAN4.pdf", b"%PDF-1.4 bukan halaman %%EOF");
    desk.rest();
    let rows = desk.list("kotak")["rows"].clone();
    let reasons: Vec<&str> = rows.as_array().unwrap().iter().map(|row| row["doubts"][0].as_str().unwrap()).collect();
    assert!(reasons[0].starts_with("Berkas yang sama sudah ada di Kotak Pindai sebagai SCAN3.pdf"), "{reasons:?}");
    assert!(reasons[1].starts_with("Isi berkas rusak"), "{reasons:?}");
    assert!(reasons[2].starts_with("Berkas yang sama sudah ada di perkara "), "{reasons:?}");
    assert_eq!(desk.moved().len(), 4, "nothing is deleted");
}

#[test]
fn a_letter_that_was_not_signed_is_not_taken_for_one_that_was() {
    let mut desk = Desk::with(&Letters { one_page: 1, two_pages: 0 });
    let issued = desk.letters[0].pdf.clone();
    desk.drop_in("surat.pdf", &issued);
    desk.rest();
    // Its bytes are with the case already, as what was issued.
    assert!(desk.sole("kotak")["doubts"][0].as_str().unwrap().starts_with("Berkas yang sama sudah ada di perkara "));
    assert!(desk.letter(&desk.letters[0].clone())["returned"].is_null());
}

#[test]
fn a_crash_between_the_record_and_the_move_files_nothing_twice() {
    let mut desk = Desk::with(&Letters { one_page: 1, two_pages: 0 });
    let scan = desk.put("SCAN1.pdf", &[(0, 1)]);
    // As if the program had been killed after the record: the folder lets nothing be moved.
    fs::write(desk.folder().join("Diproses"), b"").unwrap();
    desk.rest();
    assert!(scan.exists());
    assert_eq!(desk.list("tersimpan")["counts"]["filed"], 1);
    fs::remove_file(desk.folder().join("Diproses")).unwrap();
    let mut desk = desk.restarted();
    desk.rest();
    assert_eq!((scan.exists(), desk.moved()), (false, vec!["SCAN1.pdf".to_owned()]), "only the move was left");
    assert_eq!(desk.list("tersimpan")["counts"]["filed"], 1);
    assert_eq!(desk.list("kotak")["counts"]["tray"], 0);
}

#[test]
fn moved_files_go_in_time_and_no_others() {
    let mut desk = Desk::with(&Letters { one_page: 2, two_pages: 0 });
    desk.put("SCAN1.pdf", &[(0, 1)]);
    desk.put("SCAN2.pdf", &[(1, 1)]);
    desk.rest();
    fs::write(desk.folder().join("Diproses/milik-orang.pdf"), b"%PDF-1.4 lain %%EOF").unwrap();
    fs::write(desk.folder().join("Diproses/SCAN2.pdf"), b"%PDF-1.4 diganti %%EOF").unwrap();
    desk.pass_days(29);
    desk.rest();
    assert_eq!(desk.moved(), ["SCAN1.pdf", "SCAN2.pdf", "milik-orang.pdf"]);
    desk.pass_days(2);
    desk.rest();
    assert_eq!(desk.moved(), ["SCAN2.pdf", "milik-orang.pdf"], "what somebody has changed is theirs");
    assert_eq!(desk.list("tersimpan")["counts"]["filed"], 2);
}

#[test]
fn an_officer_places_puts_away_and_brings_back() {
    let mut desk = Desk::with(&Letters { one_page: 1, two_pages: 0 });
    let letter = desk.letters[0].clone();
    desk.put("SK.pdf", &[(9, 1)]);
    desk.rest();
    let id = desk.sole("kotak")["id"].as_str().unwrap().to_owned();
    desk.ok("scan_discard", json!({ "id": id }));
    assert_eq!(desk.sole("disisihkan")["discarded"]["by"], "petugas");
    desk.ok("scan_restore", json!({ "id": id }));
    let places = desk.ok("scan_places", json!({ "case": letter.case }));
    assert_eq!((&places[0]["as"], &places[0]["awaited"]), (&json!("letter"), &json!(true)));
    let other = places.as_array().unwrap().iter().find(|place| place["document"] == "lainnya").unwrap();
    let to = json!({ "as": "document", "case": letter.case, "step": other["step"], "document": "lainnya" });
    desk.ok("scan_file", json!({ "id": id, "to": to }));
    assert_eq!(desk.refused("scan_file", json!({ "id": id, "to": to })), "conflict");
    desk.ok("scan_unfile", json!({ "id": id }));
    let signed = json!({ "as": "letter", "letter": letter.id, "version": 1 });
    desk.ok("scan_file", json!({ "id": id, "to": signed }));
    assert!(desk.letter(&letter)["returned"].is_string());
    assert_eq!(desk.refused("scan_unfile", json!({ "id": id })), "conflict");
    assert_eq!(desk.sole("tersimpan")["place"]["by_code"], false);
}

#[test]
fn pages_are_put_together_anew_and_the_whole_letter_files_itself() {
    let mut desk = Desk::with(&Letters { one_page: 0, two_pages: 1 });
    desk.put("A.pdf", &[(0, 1)]);
    desk.put("B.pdf", &[(9, 1), (0, 2)]);
    desk.rest();
    let rows = desk.list("kotak")["rows"].clone();
    let named = |name: &str| rows.as_array().unwrap().iter().find(|row| row["name"] == name).unwrap()["id"].clone();
    let (one, two) = (named("A.pdf"), named("B.pdf"));
    for pieces in [json!([]), json!([[]]), json!([[{ "id": one, "page": 2 }]])] {
        assert_eq!(desk.refused("scan_compose", json!({ "pieces": pieces, "instead": true })), "invalid-fields");
    }
    // Upside down first: undone, and made once more as it should be.
    let turned = json!([[{ "id": one, "page": 1, "turns": 2 }]]);
    let made = desk.ok("scan_compose", json!({ "pieces": turned, "instead": true }))[0].clone();
    desk.rest();
    assert_eq!(desk.show(made.as_str().unwrap())["sources"].as_array().map(Vec::len), Some(1));
    desk.ok("scan_compose_undo", json!({ "id": made }));
    let whole = json!([[{ "id": one, "page": 1 }, { "id": two, "page": 2 }], [{ "id": two, "page": 1 }]]);
    let made = desk.ok("scan_compose", json!({ "pieces": whole, "instead": true }));
    desk.rest();
    let shown = desk.show(made[0].as_str().unwrap());
    assert_eq!(shown["row"]["state"], "tersimpan", "the letter is whole now");
    let sources: Vec<&str> = shown["sources"].as_array().unwrap().iter().map(|source| source["name"].as_str().unwrap()).collect();
    assert_eq!(sources, ["A.pdf", "B.pdf"]);
    assert_eq!(desk.sole("kotak")["id"], made[1]);
    assert_eq!(desk.show(one.as_str().unwrap())["row"]["state"], "dipisah");
    assert!(desk.letter(&desk.letters[0].clone())["returned"].is_string());
    assert_eq!(desk.refused("scan_compose_undo", json!({ "id": made[0] })), "conflict", "it is with its case");
    assert_eq!(desk.ok("store_verify", json!({}))["problems"], json!([]));
}

#[test]
fn a_scan_that_is_dealt_with_while_it_is_read_is_left_alone() {
    let mut desk = Desk::with(&Letters { one_page: 0, two_pages: 0 });
    desk.put("A.pdf", &[(9, 1)]);
    desk.rest();
    let pieces = json!([[{ "id": desk.sole("kotak")["id"], "page": 1, "turns": 2 }]]);
    let made = desk.ok("scan_compose", json!({ "pieces": pieces, "instead": true }))[0].clone();
    // The scanner must not look at it for ever: it waits no more.
    let settling = desk.settle_after(|desk| drop(desk.ok("scan_compose_undo", json!({ "id": made }))));
    assert_eq!(settling, Settling::Gone);
    assert_eq!(desk.show(made.as_str().unwrap())["row"]["state"], "disisihkan");
}

#[test]
fn pages_without_a_code_stay_with_the_letter_before_where_the_officer_wants_it() {
    let mut desk = Desk::with(&Letters { one_page: 1, two_pages: 0 });
    let folder = desk.folder().display().to_string();
    desk.ok("scan_folders_record", json!({ "folders": [folder], "keep_days": 0, "loose": "letter-before" }));
    desk.put("SCAN1.pdf", &[(0, 1), (9, 1)]);
    desk.rest();
    assert_eq!((&desk.sole("tersimpan")["pages"], desk.list("kotak")["counts"]["tray"].clone()), (&json!(2), json!(0)));
}

#[test]
fn folders_say_what_waits_in_them() {
    let mut desk = Desk::with(&Letters { one_page: 0, two_pages: 0 });
    desk.drop_in("surat.docx", b"PK\x03\x04 dokumen");
    desk.drop_in("putus.pdf", b"%PDF-1.4 tanpa akhir");
    desk.rest();
    let shown = desk.ok("scan_folders", json!({}));
    let waiting: Vec<&str> = shown["folders"][0]["waiting"].as_array().unwrap().iter().map(|file| file["why"].as_str().unwrap()).collect();
    assert!(waiting[0].starts_with("Bagian akhirnya belum ada.") && waiting[1].starts_with("Bukan PDF"), "{waiting:?}");
    // Renamed: what is removed is there for wine until nobody watches it any more.
    fs::rename(desk.folder(), desk.folder().with_extension("pindah")).unwrap();
    desk.rest();
    let trouble = desk.ok("scan_folders", json!({}))["folders"][0]["trouble"].clone();
    assert!(trouble.as_str().unwrap().starts_with("Folder tidak dapat dibuka: "), "{trouble}");
    for (folders, code) in [(json!(["relatif"]), "invalid-fields"), (json!(["/a", "/a/b"]), "invalid-fields")] {
        assert_eq!(desk.refused("scan_folders_record", json!({ "folders": folders, "keep_days": 30, "loose": "tray" })), code);
    }
}

#[test]
fn the_practice_office_takes_nothing_from_the_folders_of_the_real_one() {
    let mut desk = Desk::with(&Letters { one_page: 1, two_pages: 0 });
    let scan = desk.put("SCAN1.pdf", &[(0, 1)]);
    desk.ok("desk_practice", json!({ "user": "petugas" }));
    desk.rest();
    assert!(scan.exists());
    assert_eq!(desk.ok("scan_folders", json!({}))["folders"], json!([]));
    desk.ok("desk_close", json!({}));
    desk.rest();
    assert!(scan.exists(), "a locked office takes nothing in");
}

#[test]
fn a_file_that_an_officer_brings_is_looked_at_like_any_other() {
    let mut desk = Desk::with(&Letters { one_page: 1, two_pages: 0 });
    let outside = desk.outside("foto.pdf", &[(0, 1)]);
    desk.ok("scan_bring", json!({ "path": outside }));
    assert!(outside.exists(), "the officer's own file stays");
    assert_eq!(desk.sole("kotak")["state"], "menunggu");
    desk.rest();
    assert_eq!(desk.sole("tersimpan")["folder"], "");
    for (name, bytes, code) in [
        ("kosong.pdf", &b""[..], "invalid-fields"),
        ("kunci.pem", b"-----BEGIN PRIVATE KEY-----", "invalid-fields"),
        ("surat.docx", b"PK\x03\x04", "invalid-fields"),
        ("gambar.pdf", b"\xff\xd8\xff\xe0", "invalid-fields"),
    ] {
        let path = desk.outside_bytes(name, bytes);
        assert_eq!(desk.refused("scan_bring", json!({ "path": path })), code, "{name}");
    }
    assert_eq!(desk.list("kotak")["rows"], json!([]));
}

#[test]
fn a_scan_without_a_code_says_whose_it_may_be() {
    let mut desk = Desk::with(&Letters { one_page: 2, two_pages: 0 });
    let letter = desk.letters[0].clone();
    let name = desk.letter(&letter)["owner_name"].as_str().unwrap().to_owned();
    // The text of a letter that was never on paper, without its code: the name stands in it.
    let paper = sandika_testkit::scan(desk.folder().parent().unwrap(), "keterangan", &format!("Surat keterangan untuk {name}"));
    let bytes = fs::read(paper).unwrap();
    desk.drop_in("SCAN1.pdf", &bytes);
    desk.rest();
    let id = desk.sole("kotak")["id"].clone();
    let guesses = desk.ok("scan_guesses", json!({ "id": id }));
    assert_eq!(guesses, json!([{ "case": desk.letters[0].case, "agenda": "1/2026", "owner_name": name, "by_nip": false }]));
    assert_eq!(desk.sole("kotak")["id"], id, "nothing is filed on a guess");
    let letter = desk.letters[1].pdf.clone();
    let words = sandika_testkit::reader().words(&letter, 1).unwrap();
    for phrase in ["SURAT REKOMENDASI", "Kode ini menautkan pindaian surat dengan perkaranya."] {
        assert!(words.contains(phrase), "{words}");
    }
}
