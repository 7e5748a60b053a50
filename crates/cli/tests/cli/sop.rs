//! `sop periksa` and `sop tampil`: no office is needed.

use crate::support::{content, sandika};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn check(paths: &[&Path], more: &[&str]) -> crate::support::Run {
    let mut arguments: Vec<&std::ffi::OsStr> = vec!["sop".as_ref(), "periksa".as_ref()];
    arguments.extend(paths.iter().map(|path| path.as_os_str()));
    arguments.extend(more.iter().map(AsRef::<std::ffi::OsStr>::as_ref));
    sandika(&arguments)
}

#[test]
fn the_shipped_sops_have_the_defects_of_their_documents_and_no_errors() {
    let run = check(&[&content("sops")], &[]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    for (file, code, words) in [
        ("ciamis-pencabutan.toml", "S105", "Lupa Passphrase"),
        ("ciamis-pencabutan.toml", "S106", "No 82 Tahun 2012"),
        ("demak-pencabutan.toml", "S103", "Langkah 1 tidak mempunyai waktu"),
        ("demak-pencabutan.toml", "S108", "Langkah 5 dan 6"),
        ("natuna-pembaruan.toml", "S106", "tahun 219 tidak mungkin"),
        ("natuna-pencabutan.toml", "S104", "Keterkaitan kosong"),
        ("sumbar-pembaruan.toml", "S101", "adalah 35 menit"),
        ("sumbar-pembaruan.toml", "S102", "Judul sampul"),
    ] {
        let found =
            run.out.lines().any(|line| line.contains(file) && line.contains(&format!(": peringatan {code} ")) && line.contains(words));
        assert!(found, "{file} {code} {words}: {}", run.out);
    }
    let last = run.out.lines().last().unwrap();
    assert!(last.starts_with("5 berkas diperiksa: 0 galat, ") && last.ends_with(" peringatan."), "{last}");
}

/// Three files, each broken in another way, and one that is not there.
fn broken(folder: &Path) -> [std::path::PathBuf; 4] {
    let demak = fs::read_to_string(content("sops/demak-pencabutan.toml")).unwrap();
    let slips = demak
        .replacen("waktu = \"15 menit\"", "waktu = \"sebentar\"", 1)
        .replacen("pelaksana = [\"bssn\"]", "pelaksana = [\"bssm\"]", 1)
        .replacen("id = \"surat-rekomendasi-pencabutan\"", "id = \"surat-yang-tidak-ada\"", 1);
    let syntax = "format = 1\nid = tanpa kutip\njenis = \"pencabutan\"\nlain = \"\n";
    for (name, text) in
        [("slips.toml", slips.as_bytes()), ("syntax.toml", syntax.as_bytes()), ("bytes.toml", b"format = 1\nid = \"\xff\"\n")]
    {
        fs::write(folder.join(name), text).unwrap();
    }
    ["slips.toml", "syntax.toml", "bytes.toml", "hilang.toml"].map(|name| folder.join(name))
}

#[test]
fn every_fault_of_every_file_is_told_at_once_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let files = broken(folder.path());
    let run = check(&files.each_ref().map(AsRef::as_ref), &[]);
    assert_eq!((run.status, run.err.as_str()), (Some(1), ""));
    let text = fs::read_to_string(&files[0]).unwrap();
    let line = |words: &str| text.lines().position(|line| line.contains(words)).unwrap() + 1;
    for (file, line, code) in [
        (0, line("sebentar"), "S007"),
        (0, line("bssm"), "S003"),
        (0, line("surat-yang-tidak-ada"), "S009"),
        (1, 2, "S001"),
        (1, 4, "S001"),
        (2, 2, "S001"),
        (3, 1, "S001"),
    ] {
        let start = format!("{}:{line}: galat {code} ", files[file].display());
        assert!(run.out.lines().any(|line| line.starts_with(&start)), "{start}\n{}", run.out);
    }
    assert!(run.out.contains("berkas tidak ditemukan"), "{}", run.out);
    assert!(run.out.lines().last().unwrap().starts_with("4 berkas diperiksa: "), "{}", run.out);
}

#[test]
fn the_same_as_one_json_array() {
    let folder = tempfile::tempdir().unwrap();
    let files = broken(folder.path());
    let paths = files.each_ref().map(AsRef::as_ref);
    let run = check(&paths, &["--json"]);
    assert_eq!((run.status, run.err.as_str()), (Some(1), ""));
    let findings: Vec<Value> = serde_json::from_str(&run.out).unwrap();
    let told: Vec<String> = findings
        .iter()
        .map(|found| {
            let text = |key: &str| found[key].as_str().unwrap();
            format!("{}:{}: {} {} {}", text("file"), found["line"], text("tingkat"), text("kode"), text("pesan"))
        })
        .collect();
    let lines = check(&paths, &[]).out;
    let lines: Vec<&str> = lines.lines().collect();
    assert_eq!(told, lines[..lines.len() - 1]);
    assert_eq!(check(&[&content("sops")], &["--json"]).status, Some(0));
}

#[test]
fn a_folder_without_sops_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let run = check(&[folder.path()], &[]);
    assert_eq!(run.status, Some(1));
    assert!(run.out.contains("tidak berisi berkas SOP"), "{}", run.out);
}

#[test]
fn an_offices_own_letters_count_without_its_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let letters = folder.path().join("kantor/content/letters");
    fs::create_dir_all(&letters).unwrap();
    let own = fs::read_to_string(content("letters/lembar-disposisi.toml"))
        .unwrap()
        .replace("id = \"lembar-disposisi\"", "id = \"lembar-kantor\"");
    fs::write(letters.join("lembar-kantor.toml"), own).unwrap();
    fs::write(letters.join("rusak.toml"), "format = 1\n").unwrap();
    let sop =
        fs::read_to_string(content("sops/demak-pencabutan.toml")).unwrap().replace("id = \"lembar-disposisi\"", "id = \"lembar-kantor\"");
    let file = folder.path().join("sop.toml");
    fs::write(&file, sop).unwrap();
    assert_eq!(check(&[&file], &[]).status, Some(1));
    let office = folder.path().join("kantor").display().to_string();
    let run = check(&[&file], &["--kantor", &office]);
    assert_eq!(run.status, Some(0), "{run:?}");
    assert!(run.err.contains("letters/rusak.toml:1: galat S001"), "{}", run.err);
    let gone = check(&[&file], &["--kantor", "/tidak/ada"]);
    assert_eq!((gone.status, gone.out.as_str()), (Some(1), ""));
    assert!(gone.err.contains("tidak ditemukan"), "{}", gone.err);
}

#[test]
fn an_sop_is_shown_from_the_library_and_from_a_file() {
    let file = content("sops/demak-pencabutan.toml").display().to_string();
    let page = sandika(&["sop", "tampil", "demak-pencabutan"]);
    assert_eq!((page.status, page.err.as_str()), (Some(0), ""));
    assert_eq!(page.out, sandika(&["sop", "tampil", &file]).out);
    assert!(page.out.lines().all(|line| line.chars().count() <= 100));
    for expected in [
        "PERMOHONAN PENCABUTAN AKUN SERTIFIKAT ELEKTRONIK\n",
        "Nomor               Dinkominfo/ 4 / 3 / 83\n",
        "  BSSN        pihak luar\n",
        "  4. BSrE memverifikasi permohonan, pencabutan sertifikat elektronik\n     Pelaksana     BSSN\n     Simbol        keputusan\n",
        "     Waktu         24 jam (waktu kalender)\n",
        "                   Ditolak → langkah 3 (dikembalikan; catatan wajib)\n",
        "     Berkas        SK Pensiun (wajib; bila perkara.alasan = pensiun)\n",
        "     Akibat        sertifikat.dicabut\n",
    ] {
        assert!(page.out.contains(expected), "{expected}\n{}", page.out);
    }
    assert!(sandika(&["sop", "tampil", "sumbar-pembaruan"]).out.contains("Dengan Perubahan Data: 30 menit (langkah 1, 2, 3, 4, 5, 6)"));
    let json: Value = serde_json::from_str(&sandika(&["sop", "tampil", "demak-pencabutan", "--json"]).out).unwrap();
    assert_eq!(json.pointer("/langkah/3/keputusan/1/hasil"), Some(&Value::from("Ditolak")));
}

#[test]
fn what_cannot_be_shown_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let files = broken(folder.path());
    let file = |index: usize| files[index].display().to_string();
    for (wanted, expected) in [
        ("tidak-ada".to_owned(), "Yang ada: ciamis-pencabutan, demak-pencabutan"),
        (file(0), "galat S007"),
        (file(1), ":4: galat S001"),
        (file(3), "berkas tidak ditemukan"),
    ] {
        let run = sandika(&["sop", "tampil", &wanted]);
        assert_eq!((run.status, run.out.as_str()), (Some(1), ""), "{wanted}");
        assert!(run.err.contains(expected), "{wanted}: {}", run.err);
    }
}
