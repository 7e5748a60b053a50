//! `cadangkan`, `pulihkan`, `pindah keluar`, `periksa --cadangan`: as a scheduled task runs them, and as a person does.

use crate::support::{Desk, Run, finish, program};
use sandika_app::Office;
use sandika_app::ports::Ports;
use sandika_testkit::{PASSPHRASE, sample};
use std::fs;
use std::path::{Path, PathBuf};

fn owners(desk: &Desk) -> usize {
    desk.ok("owner_list", &serde_json::json!({})).as_array().unwrap().len()
}

/// Every file below a folder, the largest last.
fn parts(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { found.extend(parts(&entry)) } else { found.push(entry) }
    }
    found.sort_by_key(|path| fs::metadata(path).unwrap().len());
    found
}

#[test]
fn a_backup_is_made_tested_checked_and_restored_and_the_present_comes_back() {
    let desk = Desk::new();
    desk.ok("owner_record", &sample::owner(1));
    let place = desk.path("usb");
    let gone = desk.run(&["cadangkan", "--ke", place.to_str().unwrap()]);
    assert_eq!((gone.status, gone.out.as_str()), (Some(1), ""));
    assert!(gone.err.contains("tidak terjangkau") && !place.exists(), "{}", gone.err);
    fs::create_dir(&place).unwrap();
    for folder in [vec![], vec!["--ke", place.to_str().unwrap()]] {
        let run = desk.run(&[&["cadangkan"][..], &folder].concat());
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{run:?}");
        assert!(run.out.contains("hasil baik"), "{}", run.out);
    }
    assert!(desk.path("cadangan/sandika-cadangan").is_dir(), "without a folder beside the office");
    let checked = desk.run(&["periksa", "--cadangan", place.to_str().unwrap()]);
    assert_eq!((checked.status, checked.err.as_str()), (Some(0), ""), "{checked:?}");
    assert!(checked.out.contains("Catatan jurnal") && checked.out.contains("hasil baik"), "{}", checked.out);

    desk.ok("owner_record", &sample::owner(2));
    let listed = desk.run(&["pulihkan", "--dari", place.to_str().unwrap(), "--coba"]);
    assert_eq!((listed.status, listed.out.lines().count()), (Some(0), 1), "{listed:?}");
    let stamp = listed.out.split_whitespace().next().unwrap().to_owned();
    let unknown = desk.run(&["pulihkan", "--dari", place.to_str().unwrap(), "--cadangan", "20200101T000000000Z"]);
    assert_eq!(unknown.status, Some(2), "{unknown:?}");
    assert_eq!(owners(&desk), 2);
    let restored = desk.run(&["pulihkan", "--dari", place.to_str().unwrap(), "--cadangan", &stamp]);
    assert_eq!((restored.status, restored.err.as_str()), (Some(0), ""), "{restored:?}");
    assert!(restored.out.contains("semuanya diperiksa") && restored.out.contains("--kembali"), "{}", restored.out);
    assert_eq!(owners(&desk), 1);
    assert_eq!(desk.run(&["periksa"]).status, Some(0));
    let back = desk.run(&["pulihkan", "--kembali"]);
    assert_eq!((back.status, owners(&desk)), (Some(0), 2), "{back:?}");
}

#[test]
fn a_scheduled_task_is_told_by_its_own_status_that_the_window_has_the_office_open() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["cadangkan"]).status, Some(0));
    let office = Office::open(&desk.office(), PASSPHRASE, Ports::folder(desk.path("keluar")), "uji").unwrap();
    let own = desk.path("cadangan");
    for line in [
        vec!["cadangkan"],
        vec!["periksa", "--cadangan", own.to_str().unwrap()],
        vec!["pulihkan", "--dari", own.to_str().unwrap()],
        vec!["pindah", "keluar", "pindah.zip"],
    ] {
        let run = desk.run(&line);
        assert_eq!((run.status, run.out.as_str()), (Some(3), ""), "{line:?} {run:?}");
        assert!(run.err.contains("sedang dibuka program lain"), "{}", run.err);
    }
    drop(office);
    assert_eq!(desk.run(&["cadangkan"]).status, Some(0));
}

#[test]
fn a_broken_backup_and_a_wrong_passphrase_are_told_and_change_nothing() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["cadangkan"]).status, Some(0));
    let own = desk.path("cadangan");
    let other = |passphrase: &str| -> Run {
        let mut command = program();
        command
            .env("SANDIKA_SANDI", passphrase)
            .args(["pulihkan", "--dari", own.to_str().unwrap(), "--kantor"])
            .arg(desk.path("lain/kantor"));
        finish(command, b"")
    };
    let wrong = other("bukan kata sandinya");
    assert!(wrong.status == Some(1) && wrong.err.contains("Kata sandi tidak cocok"), "{wrong:?}");
    let part = parts(&own).pop().unwrap();
    let whole = fs::read(&part).unwrap();
    let mut bytes = whole.clone();
    bytes[50] ^= 1;
    fs::write(&part, bytes).unwrap();
    let broken = other(PASSPHRASE);
    assert!(broken.status == Some(1) && broken.err.contains("tidak utuh"), "{broken:?}");
    assert!(!desk.path("lain/kantor").exists());
    fs::write(&part, &whole).unwrap();
    assert_eq!(other(PASSPHRASE).status, Some(0), "on a computer that has no office");
    // A backup whose part is lost is found, and the next one is good again.
    fs::remove_file(&part).unwrap();
    let checked = desk.run(&["periksa", "--cadangan", own.to_str().unwrap()]);
    assert!(checked.status == Some(1) && checked.out.lines().any(|line| line.starts_with("masalah cadangan: ")), "{checked:?}");
    assert_eq!(desk.run(&["cadangkan"]).status, Some(0));
}

#[test]
fn an_office_moves_as_one_file() {
    let desk = Desk::new();
    desk.ok("owner_record", &sample::owner(1));
    let file = desk.path("sandika-pindah.zip");
    let moved = desk.run(&["pindah", "keluar", file.to_str().unwrap()]);
    assert_eq!((moved.status, moved.err.as_str()), (Some(0), ""), "{moved:?}");
    assert!(moved.out.contains("sandika pulihkan --dari "), "{}", moved.out);
    fs::write(desk.path("lain.zip"), "bukan zip").unwrap();
    let arrive = |from: &Path| {
        let mut command = program();
        command.env("SANDIKA_SANDI", PASSPHRASE).arg("pulihkan").arg("--dari").arg(from).arg("--kantor").arg(desk.path("baru/kantor"));
        finish(command, b"")
    };
    let foreign = arrive(&desk.path("lain.zip"));
    assert!(foreign.status == Some(1) && foreign.err.contains("bukan berkas pindahan"), "{foreign:?}");
    let arrived = arrive(&file);
    assert_eq!((arrived.status, arrived.err.as_str()), (Some(0), ""), "{arrived:?}");
    let mut check = program();
    check.env("SANDIKA_SANDI", PASSPHRASE).arg("periksa").arg("--kantor").arg(desk.path("baru/kantor"));
    assert_eq!(finish(check, b"").status, Some(0));
}
