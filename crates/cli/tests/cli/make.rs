//! `kantor buat`: a new office, at the cost of an office's passphrase.

use crate::support::{Run, finish, private_file, program, sandika};
use sandika_testkit::{PASSPHRASE, sample};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn make(folder: &Path, passphrase: &str, profile: Option<&Value>) -> Run {
    let mut command = program();
    command.env("SANDIKA_SANDI", passphrase).env("SANDIKA_KANTOR", folder.join("kantor baru")).args(["kantor", "buat"]);
    if let Some(profile) = profile {
        fs::write(folder.join("profil.json"), profile.to_string()).unwrap();
        command.arg("--profil").arg(folder.join("profil.json"));
    }
    finish(command, b"")
}

#[test]
fn an_office_is_made_with_its_profile_and_works() {
    let folder = tempfile::tempdir().unwrap();
    let made = make(folder.path(), PASSPHRASE, Some(&sample::profile()));
    assert_eq!((made.status, made.err.as_str()), (Some(0), ""), "{made:?}");
    for expected in ["Kantor dibuat di ", "Profil kantor sudah dicatat.", "Selanjutnya:", "kantor baru\" panggil official_record"] {
        assert!(made.out.contains(expected), "{expected}: {}", made.out);
    }
    private_file(&folder.path().join("sandi"), format!("\u{feff}{PASSPHRASE}\r\nbaris lain"));
    let mut show = program();
    show.arg("panggil").arg("office_show").arg("--kantor").arg(folder.path().join("kantor baru"));
    show.arg("--sandi-berkas").arg(folder.path().join("sandi"));
    let shown = finish(show, b"");
    let profile: Value = serde_json::from_str(&shown.out).unwrap();
    assert_eq!(profile["short_name"], "Diskominfo");
    // A second one is not made over it.
    let again = make(folder.path(), PASSPHRASE, None);
    assert_eq!(again.status, Some(1));
    assert!(again.err.starts_with("sandika: Folder ") && again.err.contains("sudah berisi data kantor"), "{}", again.err);
}

#[test]
fn a_profile_with_faults_is_told_and_the_office_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut profile = sample::profile();
    profile["name"] = json!("");
    profile["registers"] = json!({ "masuk": { "pattern": "{urut}/{tahun}" } });
    let made = make(folder.path(), PASSPHRASE, Some(&profile));
    assert_eq!((made.status, made.out.as_str()), (Some(1), ""));
    for expected in ["Kantor sudah dibuat", "  name: ", "  registers: "] {
        assert!(made.err.contains(expected), "{expected}: {}", made.err);
    }
    assert!(folder.path().join("kantor baru/kunci.json").exists());
}

#[test]
fn what_cannot_be_begun_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let faulty = folder.path().join("faulty.json");
    fs::write(&faulty, "{\n  \"name\": ,\n}").unwrap();
    let office = folder.path().join("kantor");
    let run = |passphrase: Option<&str>, profile: &Path| {
        let mut command = program();
        command.args(["kantor", "buat", "--kantor"]).arg(&office);
        passphrase.map(|passphrase| command.env("SANDIKA_SANDI", passphrase));
        if profile != Path::new("") {
            command.arg("--profil").arg(profile);
        }
        finish(command, b"")
    };
    for (passphrase, profile, expected) in [
        (None, Path::new(""), "Kata sandi belum diberikan"),
        (Some(""), Path::new(""), "SANDIKA_SANDI kosong"),
        (Some("pendek"), Path::new(""), "Kata sandi terlalu pendek"),
        (Some(PASSPHRASE), &faulty, "bukan JSON yang sah pada baris 2, kolom 11"),
        (Some(PASSPHRASE), Path::new("tidak-ada.json"), "berkas tidak ditemukan"),
    ] {
        let run = run(passphrase, profile);
        assert_eq!((run.status, run.out.as_str()), (Some(1), ""), "{expected}");
        assert!(run.err.starts_with("sandika: ") && run.err.contains(expected), "{expected}: {}", run.err);
        assert!(!office.join("kunci.json").exists(), "{expected}");
    }
    let nowhere = sandika(&["kantor", "buat"]);
    assert!(nowhere.err.contains("--kantor DIR"), "{}", nowhere.err);
}
