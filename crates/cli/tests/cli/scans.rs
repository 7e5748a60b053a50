//! `pindai` and `pantau`: the real programs over real files and a real office.

use crate::support::{Run, finish, private_file, program, sandika};
use sandika_testkit::{AwaitedLetter, PASSPHRASE, TestOffice, awaited_letter, photographed, scan};
use serde_json::Value;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// An office with a letter that waits to come back, and a folder that scans are put into.
struct Post {
    folder: TempDir,
    letter: AwaitedLetter,
}

impl Post {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut office = TestOffice::staying_in(folder.path());
        let letter = awaited_letter(&mut office, 0);
        drop(office);
        fs::create_dir(folder.path().join("pindai")).unwrap();
        private_file(&folder.path().join("sandi"), PASSPHRASE);
        Self { folder, letter }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The signed letter, as a scanner gives it.
    fn signed(&self) -> Vec<u8> {
        photographed(&[(&self.letter.pdf, 1)])
    }

    fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Run {
        let mut command = program();
        command.args(arguments).arg("--kantor").arg(self.path("kantor")).arg("--sandi-berkas").arg(self.path("sandi"));
        finish(command, b"")
    }

    /// Takes in what is in the folder.
    fn take_in(&self) -> Run {
        self.run(&["pantau".as_ref(), self.path("pindai").as_os_str(), "--sekali".as_ref()])
    }
}

fn signed_fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../intake/tests/fixtures/signed").join(name)
}

fn examined(path: &Path) -> (Option<i32>, Value) {
    let run = sandika(&["pindai".as_ref(), path.as_os_str(), "--json".as_ref()]);
    assert_eq!(run.err, "", "{}", path.display());
    let told: Value = serde_json::from_str(&run.out).unwrap();
    (run.status, told[0].clone())
}

#[test]
fn every_file_is_told_whatever_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| {
        fs::write(folder.path().join(name), bytes).unwrap();
        folder.path().join(name)
    };
    let pdf = scan(folder.path(), "permohonan", "surat permohonan");
    let cut = fs::read(&pdf).unwrap();
    for (path, status, kind, fault) in [
        (pdf, 0, Some("PDF"), ""),
        (put("terpotong.pdf", &cut[..cut.len() - 8]), 1, Some("PDF"), "Bagian akhirnya belum ada"),
        (put("rusak.pdf", b"%PDF-1.4 bukan halaman %%EOF"), 1, Some("PDF"), "Isi berkas rusak"),
        (put("kosong.pdf", b""), 1, None, "Berkas kosong"),
        (put("surat.docx", b"PK\x03\x04 dokumen"), 1, None, "Bukan PDF"),
        (
            put("kunci.pem", b"-----BEGIN PRIVATE KEY-----\nMII=\n-----END PRIVATE KEY-----\n"),
            1,
            None,
            "Berkas ini memuat atau lazim memuat kunci",
        ),
        (folder.path().join("hilang.pdf"), 1, None, "Berkas "),
        (signed_fixture("sertifikat/pemilik.cer"), 0, Some("sertifikat"), ""),
        (signed_fixture("p256.pdf"), 0, Some("PDF"), ""),
    ] {
        let (found, told) = examined(&path);
        assert_eq!((found, told["kind"].as_str()), (Some(status), kind), "{told}");
        assert!(told["fault"].as_str().unwrap_or_default().starts_with(fault) && (told["fault"].is_null() == fault.is_empty()), "{told}");
    }
}

#[test]
fn the_json_of_a_file_has_keys_that_scripts_can_rely_on() {
    let (_, told) = examined(&signed_fixture("p256.pdf"));
    let keys: Vec<&str> = told.as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected = ["file", "size", "kind", "sha256", "pages", "signed", "signatures", "certificates", "fault", "plan"];
    expected.sort_unstable();
    let mut found = keys;
    found.sort_unstable();
    assert_eq!(found, expected);
    assert!(told["signed"] == true && told["pages"][0]["width"].as_u64() > Some(0), "{told}");
    let signature = &told["signatures"][0];
    assert!(signature["signer"].is_string() && signature["verdict"] == "Isi dokumen utuh sejak ditandatangani.", "{signature}");
    assert_eq!((&signature["trusted"], signature["words"].as_array().unwrap().is_empty()), (&Value::Bool(false), false));
    let (_, told) = examined(&signed_fixture("sertifikat/pemilik.cer"));
    let certificate = &told["certificates"][0];
    for key in ["name", "serial", "subject", "issuer", "not_before", "not_after", "fingerprint"] {
        assert!(certificate[key].as_str().is_some_and(|value| !value.is_empty()), "{key}: {certificate}");
    }
}

#[test]
fn signatures_are_judged_by_the_roots_in_the_folder_of_an_office_that_stays_shut() {
    let office = tempfile::tempdir().unwrap();
    let roots = office.path().join("content/kepercayaan");
    fs::create_dir_all(&roots).unwrap();
    let told = || {
        let mut command = program();
        command.env("SANDIKA_KANTOR", office.path()).arg("pindai").arg(signed_fixture("rsa.pdf")).arg("--json");
        let run = finish(command, b"");
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
        serde_json::from_str::<Value>(&run.out).unwrap()[0]["signatures"][0]["trusted"].clone()
    };
    assert_eq!(told(), false);
    fs::copy(signed_fixture("sertifikat/akar.cer"), roots.join("akar.cer")).unwrap();
    assert_eq!(told(), true);
}

#[test]
fn a_person_reads_it_under_the_name_of_each_file_and_one_bad_file_hinders_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let good = scan(folder.path(), "baik", "surat");
    let run = sandika(&["pindai".as_ref(), folder.path().join("hilang.pdf").as_os_str(), good.as_os_str()]);
    assert_eq!((run.status, run.err.as_str()), (Some(1), ""));
    assert!(run.out.contains("\n  Halaman 1 ") && run.out.contains("tanpa kode") && run.out.contains("\n  Masalah "), "{}", run.out);
    assert!(run.out.lines().filter(|line| line.starts_with(' ')).all(|line| line.chars().count() <= 100));
}

#[test]
fn with_an_office_it_is_said_what_would_happen_and_nothing_does() {
    let post = Post::new();
    let plain = fs::read(scan(post.folder.path(), "tanpa-kode", "halaman tanpa kode")).unwrap();
    for (name, bytes, fate) in [
        ("utuh.pdf", post.signed(), "files"),
        ("tumpukan.pdf", photographed(&[(&post.letter.pdf, 1), (&plain, 1)]), "apart"),
        ("lain.pdf", plain.clone(), "tray"),
        ("terbit.pdf", post.letter.pdf.clone(), "tray"),
    ] {
        fs::write(post.path(name), bytes).unwrap();
        let run = post.run(&["pindai".as_ref(), post.path(name).as_os_str(), "--json".as_ref()]);
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{name}");
        let told: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(told[0]["plan"]["fate"], fate, "{name}: {told}");
        let letter = if fate == "apart" { &told[0]["plan"]["pieces"][0]["letter"] } else { &told[0]["plan"]["letter"] };
        assert_eq!(letter["letter"] == post.letter.letter.as_str(), fate != "tray", "{name}: {told}");
    }
    let listed = post.run(&["panggil", "scan_list", r#"{"shelf":"kotak"}"#]);
    assert!(listed.out.contains("\"rows\":[]"), "{listed:?}");
}

#[test]
fn what_lies_in_the_folder_is_taken_in_and_told_line_by_line() {
    let post = Post::new();
    let put = |name: &str, bytes: &[u8]| fs::write(post.path("pindai").join(name), bytes).unwrap();
    put("SCAN1.pdf", &post.signed());
    put("SCAN2.pdf", &fs::read(scan(post.folder.path(), "tanpa-kode", "halaman tanpa kode")).unwrap());
    let run = post.take_in();
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{run:?}");
    for expected in
        ["masuk      SCAN1.pdf", "tersimpan  SCAN1.pdf → perkara ", "kotak      SCAN2.pdf: Tidak ada kode", "2 masuk, 1 tersimpan, 1 di"]
    {
        assert_eq!(run.out.matches(expected).count(), 1, "{expected}: {}", run.out);
    }
    put("surat.docx", b"PK\x03\x04 dokumen");
    put("SCAN3.pdf", &post.signed());
    let run = post.take_in();
    assert_eq!((run.status, run.err.as_str()), (Some(1), ""), "{run:?}");
    for expected in ["kotak      SCAN3.pdf: Berkas yang sama sudah ada", "menunggu   surat.docx: Bukan PDF"] {
        assert!(run.out.contains(expected), "{expected}: {}", run.out);
    }
    assert!(post.run(&["periksa"]).out.contains("Data kantor utuh."));
}

#[test]
fn a_folder_that_cannot_be_watched_is_told() {
    let post = Post::new();
    let gone = post.run(&["pantau".as_ref(), post.path("hilang").as_os_str(), "--sekali".as_ref()]);
    assert_eq!((gone.status, gone.err.as_str()), (Some(1), ""));
    assert!(gone.out.contains("menunggu   ") && gone.out.contains("Folder tidak dapat dibuka"), "{}", gone.out);
    let file = post.run(&["pantau".as_ref(), post.path("sandi").as_os_str()]);
    assert_eq!((file.status, file.out.as_str()), (Some(1), ""));
    assert!(file.err.starts_with("sandika: Folder pindai tidak dapat dipakai."), "{}", file.err);
}

#[cfg(unix)]
#[test]
fn a_wish_of_the_system_ends_it_cleanly() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    let post = Post::new();
    fs::write(post.path("pindai/surat.docx"), b"PK\x03\x04 dokumen").unwrap();
    for signal in ["-TERM", "-INT"] {
        let mut command = program();
        command
            .arg("pantau")
            .arg(post.path("pindai"))
            .arg("--kantor")
            .arg(post.path("kantor"))
            .arg("--sandi-berkas")
            .arg(post.path("sandi"));
        let mut running = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(running.stdout.take().unwrap()).lines();
        assert!(lines.next().unwrap().unwrap().contains("menunggu   surat.docx"), "it is under way");
        assert!(Command::new("kill").arg(signal).arg(running.id().to_string()).status().unwrap().success());
        let rest: Vec<String> = lines.map_while(Result::ok).collect();
        assert_eq!(running.wait().unwrap().code(), Some(0), "{signal}");
        assert!(rest.last().unwrap().contains("selesai    0 masuk"), "{rest:?}");
    }
}
