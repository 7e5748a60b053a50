//! The office brings a letter face of its own: taken in with its licence, refused in words that help, and the same on every letter for as long as it holds.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sandika_testkit::{TestOffice, Walker, sample, scan};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A font that ships, as a file of an officer's would be.
fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../letters/fonts").join(name)
}

/// Changes the table OS/2 of a font: two bytes at a place.
fn patched(font: &str, at: usize, value: u16) -> Vec<u8> {
    let mut bytes = fs::read(shipped(font)).unwrap();
    let entry = (12..).step_by(16).find(|at| &bytes[*at..at + 4] == b"OS/2").unwrap();
    let start = u32::from_be_bytes(bytes[entry + 8..entry + 12].try_into().unwrap()) as usize;
    bytes[start + at..start + at + 2].copy_from_slice(&value.to_be_bytes());
    bytes
}

/// A font whose maker allows this much: the field `fsType`.
fn of_licence(bits: u16) -> Vec<u8> {
    patched("arimo/Arimo-Regular.ttf", 8, bits)
}

fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let below = |path: PathBuf| if path.is_dir() { files(&path) } else { BTreeSet::from([path]) };
    fs::read_dir(folder).unwrap().flat_map(|entry| below(entry.unwrap().path())).collect()
}

fn pdf(view: &Value) -> Vec<u8> {
    STANDARD.decode(view["pdf"].as_str().unwrap()).unwrap()
}

fn holds(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

fn set_in(face: &Value) -> Value {
    let mut profile = sample::profile();
    (profile["typeface"], profile["own_face"]) = (json!("own"), face.clone());
    profile
}

#[test]
fn letters_are_set_in_the_files_that_the_office_brought() {
    let mut office = TestOffice::new();
    let paths = ["tinos/Tinos-Italic.ttf", "tinos/Tinos-Bold.ttf", "tinos/Tinos-Regular.ttf"].map(shipped);
    let face = office.ok("typeface_store", json!({ "paths": paths }));
    assert_eq!(face["family"], "Tinos");
    office.ok("office_record", set_in(&face));
    assert_eq!(office.ok("office_show", json!({}))["own_face"], face);
    let found = office.ok("store_verify", json!({}));
    assert_eq!((&found["sound"], &found["files"], &found["unreferenced"]), (&json!(true), &json!(3), &json!(0)), "{found}");

    let mut walker = Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    walker.pass();
    let letter = json!({ "case": walker.case, "template": "surat-rekomendasi-pencabutan" });
    let issued = walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": letter }));
    let mut office = office.reopened();
    let version = json!({ "letter": issued["letter"] });
    let of_own = pdf(&office.ok("letter_show", version.clone()));
    assert!(holds(&of_own, "SNDREG+Tinos") && holds(&of_own, "SNDBLD+Tinos-Bold"));

    // Another face holds for what comes after; the letter stays as it is, and so do the files.
    let mut profile = set_in(&face);
    profile["typeface"] = json!("bonum");
    office.ok("office_record", profile);
    let draft = pdf(&office.ok("letter_preview", letter.clone()));
    assert!(holds(&draft, "SNDREG+TeXGyreBonum-Regular") && holds(&draft, "/CIDFontType0C"));
    office.ok("store_rebuild", json!({}));
    assert!(pdf(&office.ok("letter_show", version)) == of_own);
    assert_eq!(office.ok("office_show", json!({}))["own_face"], face);

    // Removed, it is the office's no more; what ships takes its place.
    office.ok("office_record", sample::profile());
    assert_eq!(office.ok("office_show", json!({}))["own_face"], json!(null));
    assert!(holds(&pdf(&office.ok("letter_preview", letter)), "SNDREG+Arimo"));
    assert_eq!(office.ok("store_verify", json!({}))["problems"], json!([]));
}

#[test]
fn one_file_is_enough_and_a_bold_italic_one_is_left_aside() {
    let mut office = TestOffice::new();
    let face = office.ok("typeface_store", json!({ "paths": [shipped("bonum/texgyrebonum-regular.otf")] }));
    assert_eq!((&face["family"], &face["bold"], &face["italic"]), (&json!("TeX Gyre Bonum"), &json!(null), &json!(null)));
    // Bold and slanted at once: both bits of the field `fsSelection`.
    let path = office.papers().join("Tebal Miring.ttf");
    fs::write(&path, patched("tinos/Tinos-Bold.ttf", 62, 0x0021)).unwrap();
    let face = office.ok("typeface_store", json!({ "paths": [shipped("tinos/Tinos-Regular.ttf"), path] }));
    assert_eq!((&face["bold"], &face["italic"]), (&json!(null), &json!(null)));
}

#[test]
fn what_cannot_be_a_letter_face_is_refused_and_nothing_is_kept() {
    let mut office = TestOffice::new();
    let papers = office.papers();
    let put = |name: &str, bytes: &[u8]| {
        let path = papers.join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let arimo = fs::read(shipped("arimo/Arimo-Regular.ttf")).unwrap();
    let regular = shipped("arimo/Arimo-Regular.ttf");
    let before = files(&office.folder().join("kantor"));
    for (paths, text) in [
        (
            vec![put("a.ttf", &of_licence(2))],
            "Berkas “a.ttf” tidak dapat dipakai: pembuatnya melarang huruf ini dimuat dalam dokumen. \
             Pilih huruf lain, atau huruf bawaan Sandika yang boleh dipakai pada semua surat.",
        ),
        (vec![put("b.ttf", &of_licence(0x100))], "pembuatnya melarang sebagian saja huruf ini dimuat dalam dokumen"),
        (vec![put("c.ttf", &of_licence(0x208))], "pembuatnya hanya mengizinkan gambar titik huruf ini dimuat dalam dokumen."),
        (
            vec![put("d.ttf", &arimo[..arimo.len() / 2])],
            "Berkas “d.ttf” tidak dapat dipakai: berkasnya rusak atau terpotong. Salin ulang berkas itu dari komputer asalnya, atau pilih huruf lain.",
        ),
        (vec![put("e.ttf", b"")], "berkasnya kosong. Pilih berkas huruf yang berisi."),
        (vec![put("f.ttc", b"ttcf\0\x01\0\0")], "berkasnya kumpulan beberapa huruf (TTC)."),
        (
            vec![put("g.woff2", b"wOF2\0\x01\0\0")],
            "berkasnya huruf untuk laman web (WOFF), yang tidak dapat dimuat dalam surat. Pilih berkas berakhiran .ttf atau .otf.",
        ),
        (vec![put("h.pdf", b"%PDF-1.7")], "berkasnya bukan huruf TrueType atau OpenType."),
        (vec![shipped("arimo/Arimo-Bold.ttf")], "Huruf biasa belum ada di antara berkas yang dipilih."),
        (
            vec![regular.clone(), put("i.ttf", &arimo)],
            "Berkas “Arimo-Regular.ttf” dan “i.ttf” sama-sama huruf biasa. Pilih salah satu saja.",
        ),
        (
            vec![regular.clone(), shipped("tinos/Tinos-Bold.ttf")],
            "Berkas “Arimo-Regular.ttf” dari keluarga huruf Arimo, sedangkan “Tinos-Bold.ttf” dari keluarga Tinos. Pilih berkas dari satu keluarga.",
        ),
        (vec![], "Pilih 1 sampai 4 berkas huruf sekaligus"),
        (vec![regular; 5], "Pilih 1 sampai 4 berkas huruf sekaligus"),
    ] {
        let error = office.refused("typeface_store", json!({ "paths": paths }));
        assert!(error.message.contains(text), "{}", error.message);
        assert_eq!((error.field.as_deref(), serde_json::to_value(error.code).unwrap()), (Some("paths"), json!("invalid-fields")), "{text}");
    }
    let huge = put("besar.ttf", b"");
    fs::OpenOptions::new().write(true).open(&huge).unwrap().set_len(11 << 20).unwrap();
    let error = office.refused("typeface_store", json!({ "paths": [huge] }));
    assert!(error.message.contains("berkas terlalu besar, paling banyak 10 MB"), "{}", error.message);
    assert_eq!(files(&office.folder().join("kantor")), before, "a refused font left something in the office");
}

#[test]
fn a_profile_names_no_face_that_letters_cannot_be_set_in() {
    let mut office = TestOffice::new();
    let face = office.ok("typeface_store", json!({ "paths": [shipped("tinos/Tinos-Regular.ttf")] }));
    let with = |key: &str, value: Value| {
        let mut face = face.clone();
        face[key] = value;
        face
    };
    let paper = scan(&office.papers(), "catatan.pdf", "bukan huruf");
    let walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    let view = walker.office.ok("case_attach", json!({ "case": walker.case, "step": 1, "document": "lainnya", "path": paper }));
    let paper = view["steps"][0]["documents"][0]["hash"].clone();
    for (face, field, text) in [
        (json!(null), "typeface", "Huruf kantor sendiri belum ada. Pilih berkas hurufnya dahulu, atau pilih huruf bawaan."),
        (with("bold", json!("0".repeat(64))), "own_face", "Berkas huruf belum tersimpan. Pilih berkasnya dahulu, lalu simpan."),
        (with("regular", json!("../kunci.json")), "own_face", "Berkas huruf belum tersimpan. Pilih berkasnya dahulu, lalu simpan."),
        (with("bold", face["regular"].clone()), "own_face", "Satu berkas huruf disebut dua kali. Pilih ulang berkas-berkasnya."),
        (
            with("italic", paper),
            "own_face",
            "Berkas huruf tidak dapat dipakai: berkasnya bukan huruf TrueType atau OpenType. Pilih berkas berakhiran .ttf atau .otf.",
        ),
        (with("family", json!("  ")), "own_face", "Nama keluarga huruf kosong atau terlalu panjang. Pilih ulang berkas-berkasnya."),
    ] {
        let error = walker.office.refused("office_record", set_in(&face));
        assert!(error.faults.iter().any(|fault| fault.field == field && fault.text == text), "{text}: {error:?}");
    }
    let held = walker.office.ok("office_show", json!({}));
    assert_eq!((&held["own_face"], &held["typeface"]), (&json!(null), &json!("arimo")));
}

#[test]
fn a_page_is_looked_at_before_it_is_saved() {
    let mut office = TestOffice::new();
    let paths = ["tinos/Tinos-Regular.ttf", "tinos/Tinos-Bold.ttf"].map(shipped);
    let face = office.ok("typeface_store", json!({ "paths": paths }));
    let page = |typeface: &str, face: &Value| json!({ "paper": "f4", "typeface": typeface, "own_face": face, "font_size": 12, "margins": [20, 20, 38, 30] });
    for (typeface, expected) in [("arimo", "SNDREG+Arimo"), ("bonum", "SNDREG+TeXGyreBonum-Regular"), ("own", "SNDREG+Tinos")] {
        let view = office.ok("letter_sample", page(typeface, &face));
        assert!(holds(&pdf(&view), expected), "{typeface}");
    }
    let error = office.refused("letter_sample", page("own", &json!(null)));
    assert!(error.message.starts_with("Huruf kantor sendiri belum ada."), "{}", error.message);
    let mut large = page("bonum", &json!(null));
    large["font_size"] = json!(20);
    assert_eq!(office.refused("letter_sample", large).field.as_deref(), Some("font_size"));
    assert_eq!(office.ok("office_show", json!({}))["typeface"], json!("arimo"));
    // An office that has not described itself is shown the letterhead of the fictitious one.
    let view = TestOffice::bare().ok("letter_sample", page("tinos", &json!(null)));
    assert!(holds(&pdf(&view), "SNDREG+Tinos"));
}

#[test]
fn installed_fonts_are_listed_by_family_with_what_keeps_them_from_letters() {
    let mut office = TestOffice::new();
    assert_eq!(office.ok("typeface_list", json!({})), json!([]));
    let shelf = office.folder().join("huruf");
    fs::create_dir_all(shelf.join("lain")).unwrap();
    for (from, to) in [
        ("tinos/Tinos-Italic.ttf", "a.ttf"),
        ("tinos/Tinos-Bold.ttf", "b.ttf"),
        ("tinos/Tinos-Regular.ttf", "lain/c.ttf"),
        ("bonum/texgyrebonum-regular.otf", "d.otf"),
        // Without a regular cut it is no family for letters.
        ("arimo/Arimo-Bold.ttf", "e.ttf"),
    ] {
        fs::copy(shipped(from), shelf.join(to)).unwrap();
    }
    let whole = fs::read(shipped("tinos/Tinos-Regular.ttf")).unwrap();
    for (name, bytes) in [("kosong.ttf", &b""[..]), ("teks.ttf", b"bukan huruf"), ("separuh.ttf", &whole[..whole.len() / 2])] {
        fs::write(shelf.join(name), bytes).unwrap();
    }
    let path = |name: &str| json!(shelf.join(name.replace('/', std::path::MAIN_SEPARATOR_STR)));
    let tinos = json!({ "family": "Tinos", "paths": [path("lain/c.ttf"), path("b.ttf"), path("a.ttf")], "refused": null });
    let bonum = json!({ "family": "TeX Gyre Bonum", "paths": [path("d.otf")], "refused": null });
    assert_eq!(office.ok("typeface_list", json!({})), json!([bonum, tinos]));

    // Installed while the program runs: the regular cut, whose maker keeps it from documents; then another copy of it that is free.
    fs::write(shelf.join("f.ttf"), of_licence(2)).unwrap();
    let arimo = json!({ "family": "Arimo", "paths": [], "refused": "pembuatnya melarang huruf ini dimuat dalam dokumen" });
    assert_eq!(office.ok("typeface_list", json!({})), json!([arimo, bonum, tinos]));
    fs::copy(shipped("arimo/Arimo-Regular.ttf"), shelf.join("g.ttf")).unwrap();
    assert_eq!(office.ok("typeface_list", json!({}))[0]["paths"], json!([path("g.ttf"), path("e.ttf")]));

    let face = office.ok("typeface_store", json!({ "paths": tinos["paths"] }));
    assert_eq!((&face["family"], face["bold"].is_string(), face["italic"].is_string()), (&json!("Tinos"), true, true));
}
