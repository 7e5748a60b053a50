//! `surat periksa` and `surat contoh`: no office is needed.

use crate::support::{Run, content, sandika};
use serde_json::Value;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn check(paths: &[&Path], more: &[&str]) -> Run {
    let words = ["surat", "periksa"].into_iter().chain(more.iter().copied()).map(OsStr::new);
    sandika(&words.chain(paths.iter().map(|path| path.as_os_str())).collect::<Vec<_>>())
}

fn draw(letter: &str, to: &Path, more: &[&str]) -> Run {
    let to = to.display().to_string();
    sandika(&[&["surat", "contoh", letter, "--ke", &to], more].concat())
}

/// What one of poppler's programs says of a PDF.
fn said(tool: &str, options: &[&str], pdf: &Path) -> String {
    let mut command = Command::new(tool);
    command.args(options).arg(pdf);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{tool} {}: {output:?}", pdf.display());
    String::from_utf8(output.stdout).unwrap()
}

/// What stands across the pages, its letters sorted: no line of text is as high as they are.
fn across(pdf: &Path) -> String {
    let boxes = said("pdftotext", &["-bbox"], pdf);
    let mut letters: Vec<char> = Vec::new();
    for word in boxes.lines().map(str::trim).filter(|line| line.starts_with("<word ")) {
        let parts: Vec<&str> = word.split(['"', '<', '>']).collect();
        let [_, _, _, _, top, _, _, _, bottom, _, text, ..] = parts[..] else { panic!("{word}") };
        if bottom.parse::<f64>().unwrap() - top.parse::<f64>().unwrap() > 30.0 {
            letters.extend(text.chars());
        }
    }
    letters.sort_unstable();
    letters.into_iter().collect()
}

/// A letter of the product with one text replaced.
fn changed(folder: &Path, name: &str, from: &str, to: &str) -> PathBuf {
    let text = fs::read_to_string(content("letters/lembar-disposisi.toml")).unwrap();
    assert!(text.contains(from), "{from}");
    let path = folder.join(name);
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    path
}

#[test]
fn the_shipped_letters_have_no_fault() {
    let run = check(&[&content("letters")], &[]);
    assert_eq!((run.status, run.err.as_str(), run.out.as_str()), (Some(0), "", "12 berkas diperiksa: 0 galat.\n"));
    assert_eq!(check(&[&content("letters")], &["--json"]).out, "[]\n");
}

#[test]
fn every_fault_of_every_file_is_told_with_its_line_and_its_part() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, from: &str, to: &str| changed(folder.path(), name, from, to);
    let files = [
        file("isian.toml", "{perkara.pengirim}", "{perkara.pengrim}"),
        file("gambar.toml", "LEMBAR DISPOSISI", "LEMBAR 😀 DISPOSISI"),
        file("syarat.toml", "jenis = \"lembar\"", "jenis = \"lembar\"\nbila = { \"perkara.cuaca\" = [\"hujan\"] }"),
        file("kunci.toml", "bentuk = \"judul\"", "bentuk = \"judul\"\nulangi = 3"),
        folder.path().join("hilang.toml"),
    ];
    let paths = files.each_ref().map(AsRef::as_ref);
    let run = check(&paths, &[]);
    assert_eq!((run.status, run.err.as_str()), (Some(1), ""));
    let line = |file: usize, words: &str| {
        let text = fs::read_to_string(&files[file]).unwrap();
        text.lines().position(|line| line.contains(words)).unwrap() + 1
    };
    for (file, line, code, words) in [
        (0, line(0, "pengrim"), "L003 (bagian 1, baris 1, sel 1, teks)", "Mungkin maksudnya `perkara.pengirim`"),
        (1, line(1, "😀"), "L011 (kepala, judul)", "(U+1F600) yang dipakai pada kepala surat"),
        (2, line(2, "cuaca"), "L003 (bagian 1, bila)", "`perkara.cuaca` tidak dikenal"),
        (3, line(3, "ulangi"), "L001", "ulangi"),
        (4, 1, "L001", "berkas tidak ditemukan"),
    ] {
        let start = format!("{}:{line}: galat {code} ", files[file].display());
        assert!(run.out.lines().any(|line| line.starts_with(&start) && line.contains(words)), "{start}{words}\n{}", run.out);
    }
    // A glyph that is missing on every paper is told once.
    assert_eq!(run.out.matches("L011").count(), 1, "{}", run.out);

    let told: Vec<Value> = serde_json::from_str(&check(&paths, &["--json"]).out).unwrap();
    assert_eq!(told.len() + 1, run.out.lines().count());
    assert_eq!((told[0]["kode"].as_str(), told[0]["bagian"].as_str()), (Some("L003"), Some("bagian 1, baris 1, sel 1, teks")));
}

#[test]
fn every_letter_is_drawn_on_every_paper_as_a_draft() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("contoh.pdf");
    for (paper, shown, size) in [("a4", "A4", "595.276 x 841.89"), ("F4", "F4", "609.449 x 935.433"), ("legal", "Legal", "612 x 1008")] {
        for file in fs::read_dir(content("letters")).unwrap() {
            let id = file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
            let run = draw(&id, &to, &["--kertas", paper]);
            assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{id}");
            assert!(run.out.ends_with(&format!("halaman, kertas {shown}.\n")), "{}", run.out);
            let info = said("pdfinfo", &[], &to);
            assert!(info.contains(size), "{id} {paper}: {info}");
            let pages: usize = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap();
            assert!(run.out.contains(&format!(": {pages} halaman")), "{}", run.out);
            assert_eq!(across(&to), "EKNOPS".chars().flat_map(|letter| std::iter::repeat_n(letter, pages)).collect::<String>(), "{id}");
            assert!(!said("pdftotext", &[], &to).contains("Kode ini"), "{id}: a draft has no code");
        }
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn given_values_take_the_place_of_the_fictitious_ones() {
    let folder = tempfile::tempdir().unwrap();
    let (to, data) = (folder.path().join("contoh.pdf"), folder.path().join("data.json"));
    fs::write(
        &data,
        r#"{"isian": {"pemilik.nama_lengkap": "Sri Uji Coba, S.Kom.", "kantor.nama": "Dinas Uji Coba"},
            "baris": {"perubahan": [{"perihal": "Jabatan", "semula": "Lama Sekali", "menjadi": "Baru Sekali"}]}}"#,
    )
    .unwrap();
    let file = content("letters/surat-permohonan-perubahan-data.toml").display().to_string();
    assert_eq!(draw(&file, &to, &["--data", &data.display().to_string()]).status, Some(0));
    let text = said("pdftotext", &[], &to);
    for words in ["Sri Uji Coba, S.Kom.", "Lama Sekali", "Baru Sekali"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("Contoh Pemilik, S.Kom."), "{text}");

    // The letterhead too is that of the office that is named.
    assert_eq!(draw("lembar-disposisi", &to, &["--data", &data.display().to_string()]).status, Some(0));
    let text = said("pdftotext", &[], &to);
    assert!(text.contains("DINAS UJI COBA") && !text.contains("DINAS KOMUNIKASI"), "{text}");
}

#[test]
fn what_is_wrong_is_said_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("catatan.txt"), "jangan hilang").unwrap();
    fs::write(path("salah.json"), "{\n \"isian\": 3}").unwrap();
    fs::write(path("asing.json"), r#"{"isian": {"pemilik.nma": "x"}}"#).unwrap();
    fs::write(path("baris.json"), r#"{"baris": {"cuaca": []}}"#).unwrap();
    fs::write(path("emoji.json"), r#"{"isian": {"perkara.pengirim": "Dinas 😀"}}"#).unwrap();
    let faulty = changed(folder.path(), "rusak.toml", "{perkara.pengirim}", "{perkara.pengirim");
    let data = |name: &str| path(name).display().to_string();
    for (letter, to, more, code) in [
        ("lembar-disposisi", "catatan.txt", vec![], "tidak diganti: isinya bukan PDF"),
        ("lembar-disposisi", "tidak/ada.pdf", vec![], "tidak ditemukan"),
        ("lembar-disposi", "a.pdf", vec![], "“lembar-disposi” tidak ada. Yang ada: daftar-kelengkapan, kartu-kendali, "),
        ("lembar-disposisi", "a.pdf", vec!["--data".to_owned(), data("salah.json")], "salah.json, baris 2 kolom"),
        ("lembar-disposisi", "a.pdf", vec!["--data".to_owned(), data("asing.json")], "Mungkin maksudnya `pemilik.nama`"),
        (
            "lembar-disposisi",
            "a.pdf",
            vec!["--data".to_owned(), data("baris.json")],
            "`baris` tidak mengenal `cuaca`. Pilihannya: pemilik, ",
        ),
        ("lembar-disposisi", "a.pdf", vec!["--data".to_owned(), data("emoji.json")], "(U+1F600) yang dipakai pada lembar isian"),
        ("lembar-disposisi", "a.pdf", vec!["--data".to_owned(), data("hilang.json")], "berkas tidak ditemukan"),
        (&faulty.display().to_string(), "a.pdf", vec![], "galat L002"),
    ] {
        let more: Vec<&str> = more.iter().map(String::as_str).collect();
        let run = draw(letter, &path(to), &more);
        assert_eq!((run.status, run.out.as_str()), (Some(1), ""), "{to} {more:?}: {run:?}");
        assert!(run.err.contains(code), "{code}: {}", run.err);
        assert!(!path("a.pdf").exists());
    }
    assert_eq!(fs::read_to_string(path("catatan.txt")).unwrap(), "jangan hilang");
}
