//! Letter templates by the office: tried before they are used, saved as versions, given up again; and issued letters that keep theirs.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sandika_testkit::{TestOffice, Walker};
use serde_json::{Value, json};
use std::fs;
use std::process::Command;

const ID: &str = "surat-rekomendasi-pencabutan";
const SENTENCE: &str = "Demikian surat rekomendasi ini dibuat untuk digunakan sebagaimana mestinya.";
const OURS: &str = "Demikian rekomendasi Dinas Kominfo ini kami sampaikan.";

fn text_of(office: &TestOffice, pdf: &Value) -> String {
    let path = office.folder().join("surat.pdf");
    fs::write(&path, STANDARD.decode(pdf["pdf"].as_str().unwrap()).unwrap()).unwrap();
    let read = Command::new("pdftotext").arg(&path).arg("-").output().unwrap();
    assert!(read.status.success());
    String::from_utf8(read.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(office: &mut TestOffice) -> Value {
    office.ok("template_show", json!({ "template": ID }))
}

/// The shipped text with one sentence in the office's own words.
fn changed(office: &mut TestOffice) -> String {
    let text = shown(office)["text"].as_str().unwrap().to_owned();
    assert!(text.contains(SENTENCE));
    text.replace(SENTENCE, OURS)
}

fn origin(office: &mut TestOffice) -> Value {
    let list = office.ok("template_list", json!({}));
    list.as_array().unwrap().iter().find(|row| row["template"] == ID).unwrap()["origin"].clone()
}

/// A case at the step that issues the letter.
fn issuing(office: &mut TestOffice, number: u32) -> Walker<'_> {
    let mut walker = Walker::open(office, "demak-pencabutan", Some("pensiun"), number);
    walker.pass();
    walker
}

fn issue(walker: &mut Walker<'_>) -> Value {
    walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": { "case": walker.case, "template": ID } }))["letter"].clone()
}

fn pdf(office: &mut TestOffice, letter: &Value) -> Value {
    office.ok("letter_show", json!({ "letter": letter }))
}

fn is_sound(office: &mut TestOffice) {
    let found = office.ok("store_verify", json!({}));
    assert_eq!(found["problems"], json!([]), "{found}");
}

#[test]
fn a_saved_text_holds_for_the_next_letter_and_the_old_letter_keeps_its_own() {
    let mut office = TestOffice::new();
    let before = issue(&mut issuing(&mut office, 1));
    let kept = pdf(&mut office, &before);
    let shipped = shown(&mut office);
    assert_eq!(origin(&mut office), "bawaan");
    let text = changed(&mut office);
    let saved = office.ok("template_save", json!({ "template": ID, "seen": shipped["hash"], "text": text }));
    assert_eq!((&saved["origin"], &saved["current"], saved["text"].as_str().unwrap()), (&json!("kantor"), &json!(true), text.as_str()));
    let after = issue(&mut issuing(&mut office, 2));
    let new = pdf(&mut office, &after);
    let words = text_of(&office, &new);
    assert!(words.contains(OURS) && !words.contains(SENTENCE), "{words}");
    assert_eq!(pdf(&mut office, &before), kept, "byte for byte");
    // What each was issued from can be read, the shipped text too.
    let rows = office.ok("letter_list", json!({}));
    for (letter, hash, origin) in [(&before, &shipped["hash"], "bawaan"), (&after, &saved["hash"], "kantor")] {
        let row = rows.as_array().unwrap().iter().find(|row| row["letter"] == *letter).unwrap();
        assert_eq!(row["template_hash"], *hash);
        let version = office.ok("template_show", json!({ "template": ID, "version": hash }));
        assert_eq!((&version["hash"], &version["origin"]), (hash, &json!(origin)));
    }
    let versions = office.ok("template_versions", json!({ "template": ID }));
    let told: Vec<(u64, &str, bool, u64)> = versions
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let number = |key: &str| row[key].as_u64().unwrap();
            (number("number"), row["origin"].as_str().unwrap(), row["current"].as_bool().unwrap(), number("letters"))
        })
        .collect();
    assert_eq!(told, [(2, "kantor", true, 1), (1, "bawaan", false, 1)]);
    is_sound(&mut office);
    office.ok("store_rebuild", json!({}));
    assert_eq!(office.ok("template_versions", json!({ "template": ID })), versions, "a rebuild gives the same");
    let mut office = office.reopened();
    assert_eq!(shown(&mut office), saved, "and so does a restart");
}

#[test]
fn going_back_to_what_ships_keeps_every_version() {
    let mut office = TestOffice::new();
    let nothing = office.refused("template_reset", json!({ "template": ID }));
    assert!(nothing.message.contains("tidak diubah di Pengaturan"), "{}", nothing.message);
    let (shipped, text) = (shown(&mut office), changed(&mut office));
    let saved = office.ok("template_save", json!({ "template": ID, "text": text }));
    assert_eq!(office.ok("template_reset", json!({ "template": ID })), shipped);
    assert_eq!(origin(&mut office), "bawaan");
    let old = office.ok("template_show", json!({ "template": ID, "version": saved["hash"] }));
    assert_eq!((old["text"].as_str().unwrap(), &old["current"]), (text.as_str(), &json!(false)));
    // An old version comes back by saving it anew; saving what ships gives the own one up.
    office.ok("template_save", json!({ "template": ID, "text": old["text"] }));
    assert_eq!(shown(&mut office), saved);
    office.ok("template_save", json!({ "template": ID, "text": shipped["text"] }));
    assert_eq!(shown(&mut office), shipped);
    let versions = office.ok("template_versions", json!({ "template": ID }));
    assert_eq!(versions.as_array().unwrap().len(), 1, "the same text is the same version");
    is_sound(&mut office);
    let mut office = office.reopened();
    assert_eq!(shown(&mut office), shipped);
}

#[test]
fn parts_are_as_good_as_text() {
    let mut office = TestOffice::new();
    let mut form = shown(&mut office)["form"].clone();
    form["bagian"][6]["teks"] = json!(OURS);
    let check = office.ok("template_check", json!({ "template": ID, "form": form }));
    assert_eq!((&check["faults"], &check["form"]), (&json!([]), &form));
    let by_form = office.ok("template_preview", json!({ "template": ID, "form": form }));
    let by_text = office.ok("template_preview", json!({ "template": ID, "text": check["text"] }));
    assert_eq!(by_form, by_text);
    let words = text_of(&office, &by_form);
    assert!(words.contains(OURS) && words.contains("PEMERINTAH KABUPATEN") && words.contains("Contoh Pemilik, S.Kom."), "{words}");
    let saved = office.ok("template_save", json!({ "template": ID, "form": form }));
    assert_eq!((&saved["text"], &saved["form"]), (&check["text"], &form));
    for both in
        [json!({ "template": ID }), json!({ "template": ID, "text": "", "form": form }), json!({ "template": ID, "form": { "x": 1 } })]
    {
        assert_eq!(serde_json::to_value(office.refused("template_check", both).code).unwrap(), "bad-arguments");
    }
}

#[test]
fn a_preview_shows_the_values_of_a_case_as_well() {
    let mut office = TestOffice::new();
    let text = changed(&mut office);
    let case = issuing(&mut office, 1).case.clone();
    let sketch = office.ok("template_preview", json!({ "template": ID, "text": text, "case": case }));
    let words = text_of(&office, &sketch);
    assert!(words.contains(OURS) && words.contains("800/1/Dinkes") && words.contains("...................."), "{words}");
    let letter = issue(&mut Walker { office: &mut office, case, pace: chrono::TimeDelta::minutes(1) });
    let printed = pdf(&mut office, &letter);
    assert!(text_of(&office, &printed).contains(SENTENCE), "a preview changes nothing");
}

/// What is typed, and how the refusal begins that names template, part and placeholder.
#[test]
fn nothing_faulty_is_saved_and_each_fault_says_where() {
    let mut office = TestOffice::new();
    let before = shown(&mut office);
    let text = before["text"].as_str().unwrap().to_owned();
    let long = format!("{SENTENCE} {}", "kata ".repeat(4_100));
    for (old, new, expected) in [
        (
            SENTENCE,
            "Untuk {pemilik.nma}.",
            "surat-rekomendasi-pencabutan:96: galat L003 (bagian 9, teks) Isian `pemilik.nma` tidak dikenal. Mungkin maksudnya `pemilik.nama`.",
        ),
        (SENTENCE, "Untuk {pemilik.nama.", "galat L002 (bagian 9, teks) "),
        (SENTENCE, "Isi {{pemilik.nama} {{{pemilik.nik}}}", "galat L002 (bagian 9, teks) "),
        (SENTENCE, "[[[[{pemilik.nip?}]]]]", "(bagian 9, teks) Kurung siku bersusun terlalu dalam"),
        (SENTENCE, "Sah 😀.", "galat L011 (bagian 9, teks) Huruf surat tidak memiliki tanda “😀”"),
        (SENTENCE, long.as_str(), "terlalu panjang; paling banyak 20000 karakter"),
        (SENTENCE, "\u{202e}terbalik", "karakter kendali U+202E"),
        ("[\"!lainnya\"]", "[\"pensiunn\"]", "galat L012 (bagian 7, bila) Syarat `perkara.alasan` membandingkan dengan `pensiunn`"),
        (
            "\"perkara.alasan\" = [\"!lainnya\"]",
            "\"perkara.cuaca\" = [\"*\"]",
            "galat L003 (bagian 7, bila) Isian `perkara.cuaca` tidak dikenal.",
        ),
        ("jenis = \"identitas\"", "jenis = \"identitas\"\nuntuk_setiap = \"bagian\"", "untuk_setiap"),
        ("[kepala]", "sertakan = \"surat-rekomendasi-pencabutan\"\n[kepala]", "sertakan"),
        (
            "id = \"surat-rekomendasi-pencabutan\"",
            "id = \"surat-pernyataan\"",
            "galat L013 (id) Kode surat `surat-pernyataan` lain dari surat yang diubah.",
        ),
        ("[kepala]", "[kepala", "galat L001"),
    ] {
        assert!(text.contains(old), "{old}");
        let faulty = text.replacen(old, new, 1);
        let refusal = office.refused("template_save", json!({ "template": ID, "text": faulty }));
        let told: Vec<&str> = refusal.faults.iter().map(|fault| fault.text.as_str()).collect();
        assert!(told.iter().any(|text| text.starts_with("surat-rekomendasi-pencabutan:") && text.contains(expected)), "{new}: {told:#?}");
        let check = office.ok("template_check", json!({ "template": ID, "text": faulty }));
        assert_eq!(check["faults"].as_array().unwrap().len(), told.len(), "the check tells the same beforehand");
        assert_eq!(shown(&mut office), before);
    }
    let megabyte = office.call("template_save", json!({ "template": ID, "text": text.repeat(300) })).unwrap_err();
    assert!(
        megabyte.message.contains("terlalu besar") || megabyte.faults.iter().any(|fault| fault.text.contains("terlalu besar")),
        "{megabyte:?}"
    );
    assert_eq!(shown(&mut office), before);
    assert_eq!(office.ok("template_versions", json!({ "template": ID })), json!([]), "nothing half-written");
    is_sound(&mut office);
}

#[test]
fn whoever_began_with_an_older_text_is_told() {
    let mut office = TestOffice::new();
    let (first, text) = (shown(&mut office), changed(&mut office));
    office.ok("template_save", json!({ "template": ID, "seen": first["hash"], "text": text }));
    let late = office.refused("template_save", json!({ "template": ID, "seen": first["hash"], "text": text.replace(OURS, SENTENCE) }));
    assert_eq!((serde_json::to_value(late.code).unwrap(), late.field.as_deref()), (json!("conflict"), Some("seen")));
    assert!(office.refused("template_show", json!({ "template": "surat-lain" })).message.contains("tidak ditemukan"));
    let foreign = json!({ "template": "surat-pernyataan", "version": first["hash"] });
    assert!(office.refused("template_show", foreign).message.contains("tidak ditemukan"), "a version belongs to its letter");
}

#[test]
fn a_saved_text_holds_over_a_file_and_the_file_is_reported() {
    let office = TestOffice::new();
    let folder = office.folder().join("kantor/content/letters");
    let mut office = office;
    let text = changed(&mut office);
    let of_file = text.replace(OURS, "Demikian menurut berkas kantor.");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(format!("{ID}.toml")), &of_file).unwrap();
    let mut office = office.reopened();
    assert_eq!((origin(&mut office), office.ok("content_findings", json!({}))), (json!("berkas"), json!([])));
    office.ok("template_save", json!({ "template": ID, "text": text }));
    assert_eq!(origin(&mut office), "kantor");
    let mut office = office.reopened();
    assert_eq!(origin(&mut office), "kantor");
    let findings = office.ok("content_findings", json!({}));
    assert!(
        findings[0]["message"].as_str().unwrap().contains("Berkas ini tidak dipakai karena surat “Surat Rekomendasi Pencabutan"),
        "{findings}"
    );
    assert_eq!(office.ok("template_reset", json!({ "template": ID }))["origin"], "berkas");
    assert_eq!(office.ok("content_findings", json!({})), json!([]));
}

#[test]
fn what_may_be_named_is_listed_with_meaning_and_sample() {
    let mut office = TestOffice::new();
    let names = office.ok("template_names", json!({}));
    let values = names["values"].as_array().unwrap();
    let of = |name: &str| values.iter().find(|value| value["name"] == name).unwrap();
    assert_eq!(of("pemilik.nip")["meaning"], "NIP pemilik sertifikat");
    assert_eq!(of("perkara.alasan_id")["choices"][0], json!(["pensiun", "Purna tugas (pensiun)"]));
    assert_eq!(of("pemilik.nama")["choices"], Value::Null);
    let set = &names["sets"][1];
    assert_eq!(
        (&set["name"], &set["values"][0]["name"], &set["values"][1]["name"]),
        (&json!("perubahan"), &json!("urutan"), &json!("perubahan.perihal"))
    );
}

#[test]
fn every_shipped_letter_passes_in_an_office_that_has_described_itself_and_in_one_that_has_not() {
    for mut office in [TestOffice::new(), TestOffice::bare()] {
        for row in office.ok("template_list", json!({})).as_array().unwrap() {
            let shown = office.ok("template_show", json!({ "template": row["template"] }));
            for source in [
                json!({ "template": row["template"], "text": shown["text"] }),
                json!({ "template": row["template"], "form": shown["form"] }),
            ] {
                assert_eq!(office.ok("template_check", source.clone())["faults"], json!([]), "{row}");
                assert!(office.ok("template_preview", source)["pdf"].as_str().unwrap().len() > 1_000);
            }
        }
    }
}

/// The words of a page with the edges of their boxes, without what only a draft or only a letter has.
fn boxes(office: &TestOffice, pdf: &Value) -> Vec<String> {
    let path = office.folder().join("surat.pdf");
    fs::write(&path, STANDARD.decode(pdf["pdf"].as_str().unwrap()).unwrap()).unwrap();
    let read = Command::new("pdftotext").args(["-bbox"]).arg(&path).arg("-").output().unwrap();
    let text = String::from_utf8(read.stdout).unwrap();
    let words = text.lines().map(str::trim).filter(|line| line.starts_with("<word "));
    words.map(str::to_owned).collect()
}

#[test]
fn every_word_of_a_preview_stands_where_it_is_printed() {
    let mut office = TestOffice::new();
    let text = changed(&mut office);
    office.ok("template_save", json!({ "template": ID, "text": text }));
    let mut walker = issuing(&mut office, 1);
    let case = walker.case.clone();
    let sketch = walker.office.ok("template_preview", json!({ "template": ID, "text": text, "case": case }));
    let letter = issue(&mut walker);
    let printed = pdf(&mut office, &letter);
    let (sketch, printed) = (boxes(&office, &sketch), boxes(&office, &printed));
    let only = |these: &[String], those: &[String]| -> Vec<String> {
        let word = |line: &String| line.split(['>', '<']).nth(2).unwrap().to_owned();
        these.iter().filter(|line| !those.contains(line)).map(word).collect()
    };
    let (of_sketch, of_print) = (only(&sketch, &printed), only(&printed, &sketch));
    assert!(printed.len() > 150, "{}", printed.len());
    // The letters of the mark, the dots of the number, and "NOMOR", which is centred with them.
    assert!(
        of_sketch.iter().all(|word| "KONSEP".contains(word.as_str()) || ["NOMOR", "...................."].contains(&word.as_str())),
        "{of_sketch:?}"
    );
    // The number, and the line beside the code.
    assert!(of_print.contains(&"NOMOR".to_owned()) && of_print.len() < 12, "{of_print:?}");
}
