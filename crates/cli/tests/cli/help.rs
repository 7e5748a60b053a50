//! Help, versions, lists, and command lines that are wrong.

#[cfg(unix)]
use crate::support::finish;
use crate::support::{program, sandika};
use sandika_api::COMMANDS;
use serde_json::Value;
use std::process::Stdio;

const VERBS: [&str; 22] = [
    "sop periksa",
    "sop tampil",
    "surat periksa",
    "surat contoh",
    "register cetak",
    "kantor buat",
    "klasifikasi impor",
    "klasifikasi daftar",
    "bundel simpan",
    "bundel periksa",
    "pindai",
    "pantau",
    "panggil",
    "perintah",
    "periksa",
    "susun-ulang",
    "cadangkan",
    "pulihkan",
    "pindah keluar",
    "ekspor",
    "impor",
    "pembaruan periksa",
];

#[test]
fn every_verb_has_help_by_every_name_and_it_fits_the_screen() {
    for verb in VERBS {
        let words: Vec<&str> = verb.split(' ').collect();
        for asked in
            [[words.as_slice(), &["--bantuan"]].concat(), [&["-h"], words.as_slice()].concat(), [&["bantuan"], words.as_slice()].concat()]
        {
            let run = sandika(&asked);
            assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{asked:?}");
            assert!(
                run.out.contains(&format!("Pemakaian: sandika {verb}")) && run.out.contains("--sandi-berkas FILE"),
                "{asked:?}: {}",
                run.out
            );
            assert!(run.out.lines().all(|line| line.chars().count() <= 100), "{verb}");
        }
    }
    let general = sandika(&["--help"]).out;
    assert!(VERBS.iter().all(|verb| general.contains(&format!("\n  {verb}"))), "{general}");
    assert_eq!(sandika(&["--versi"]).out, format!("sandika {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_wrong_command_line_ends_with_two_and_a_sentence() {
    for line in [
        "",
        "cetak",
        "sop",
        "sop periksa",
        "surat periksa",
        "surat contoh --ke a.pdf",
        "surat contoh lembar-disposisi",
        "surat contoh lembar-disposisi --ke a.pdf --kertas kuarto",
        "bundel simpan 1/2026",
        "bundel periksa a.zip b.zip",
        "pembaruan periksa",
        "pembaruan periksa a.pembaruan b.pembaruan",
        "pembaruan periksa a.pembaruan --kunci bukan-kunci",
        "periksa --kunci x",
        "ekspor",
        "impor a.zip b.zip",
        "register cetak",
        "register cetak keluar",
        "register cetak keluar masuk --ke a.pdf",
        "register cetak keluar --ke a.pdf --dari kemarin",
        "panggil",
        "panggil a b c",
        "periksa semua",
        "cadangkan kantor",
        "pulihkan",
        "pulihkan --kembali --dari x",
        "pindah",
        "pindah keluar",
        "pindah keluar a.zip b.zip",
        "cadangkan --cadangan x",
        "pindai",
        "pindai a.pdf --lepas buang",
        "pantau",
        "pantau d --simpan lama",
        "pindai a.pdf --sekali",
        "perintah --warna",
        "periksa --kantor",
        "perintah --profil p",
        "baca-untuk-sandika --json",
    ] {
        let run = sandika(&line.split_whitespace().collect::<Vec<_>>());
        assert_eq!((run.status, run.out.as_str()), (Some(2), ""), "{line}: {run:?}");
        assert!(run.err.starts_with("sandika: ") && run.err.ends_with("Cara pakai: sandika --bantuan\n"), "{line}: {}", run.err);
    }
}

/// With a terminal in front of it the program would wait for a file that nobody types.
#[cfg(unix)]
#[test]
fn the_word_of_the_application_is_no_verb_at_a_terminal() {
    let mut terminal = std::process::Command::new("script");
    terminal.args(["--quiet", "--return", "--command", concat!(env!("CARGO_BIN_EXE_sandika"), " baca-untuk-sandika"), "/dev/null"]);
    let run = finish(terminal, b"");
    assert_eq!(run.status, Some(2), "{run:?}");
    assert!(run.out.contains("“baca-untuk-sandika” bukan perintah yang dikenal."), "{run:?}");
}

#[test]
fn commands_are_listed_by_subject_and_as_json() {
    let list = sandika(&["perintah"]).out;
    let listed: Value = serde_json::from_str(&sandika(&["perintah", "--json"]).out).unwrap();
    assert_eq!(listed.as_array().map(Vec::len), Some(COMMANDS.len()));
    for (command, listed) in COMMANDS.iter().zip(listed.as_array().unwrap()) {
        assert_eq!((listed["name"].as_str(), listed["changes"].as_bool()), (Some(command.name), Some(command.changes)));
        let star = if command.changes { " *" } else { "" };
        assert!(list.contains(&format!("\n  {}{star} (", command.name)), "{}", command.name);
    }
    assert!(list.contains("\nPERKARA\n") && list.contains("Membuka permohonan baru."));
}

#[test]
fn a_command_shows_its_shapes() {
    let detail = sandika(&["perintah", "case_complete"]).out;
    for expected in [
        "Menyelesaikan langkah",
        "Data: CompleteArgs",
        "\n  step: number,\n",
        "Jawaban: Changed<CaseView>",
        "type Answer = string",
        "type CaseView = {",
    ] {
        assert!(detail.contains(expected), "{expected}: {detail}");
    }
    let json: Value = serde_json::from_str(&sandika(&["perintah", "owner_record", "--json"]).out).unwrap();
    assert!(json["shapes"]["OwnerFields"].as_str().is_some_and(|shape| shape.contains("nik: string,")), "{json}");
    let unknown = sandika(&["perintah", "hapus_semua"]);
    assert_eq!(unknown.status, Some(1));
    assert!(unknown.err.contains("“hapus_semua” tidak dikenal"), "{}", unknown.err);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = program().arg("perintah").stdout(writer).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_an_error() {
    let full = std::fs::File::create("/dev/full").unwrap();
    let output = program().arg("perintah").stdout(full).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("Jawaban tidak dapat ditulis"));
}
