//! The shipped files are whole; a broken one is reported line by line.

use chrono::Datelike;

use crate::calendar::testing::{HOURS, calendar};
use crate::calendar::{Calendar, HolidayKind};

const EMPTY_DAY: &str = "[normal]\nsenin = [\"08.00-12.00\"]\n[ramadan]\nsenin = [\"08.00-11.00\"]\n";

fn faults(hours: &str, holidays: &str) -> Vec<String> {
    let found = Calendar::parse(("jam.toml", hours.as_bytes()), &[("libur.toml", holidays.as_bytes())]).err().unwrap_or_default();
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn each_year_has_its_rows_and_every_row_its_source() {
    let calendar = calendar();
    for (year, national, leave) in [(2025, 17, 11), (2026, 17, 8), (2027, 18, 8)] {
        let count = |kind| calendar.holidays().iter().filter(|day| day.date.year() == year && day.kind == kind).count();
        assert_eq!((count(HolidayKind::National), count(HolidayKind::JointLeave)), (national, leave), "{year}");
    }
    assert!(calendar.holidays().iter().all(|day| day.source.starts_with("SKB") && !day.name.is_empty()));
}

#[test]
fn faults_of_hours_have_their_lines() {
    let head = "format = 1\nsumber = \"Perbup\"\n";
    for (body, expected) in [
        (EMPTY_DAY.to_owned(), &[][..]),
        (format!("jam = 1\n{EMPTY_DAY}"), &["jam.toml:3: galat S001 Kunci `jam`"]),
        (
            EMPTY_DAY.replace("[ramadan]", "senen = []\n[ramadan]"),
            &["jam.toml:5: galat S001 Kunci `senen` di `normal` tidak dikenal. Mungkin maksudnya `senin`."],
        ),
        (EMPTY_DAY.replace("11.00", "sebelas"), &["jam.toml:6: galat S001 Hari Senin: Jam kerja tidak dapat dibaca."]),
        (
            format!("{EMPTY_DAY}selasa = [\n \"08.00-12.00\",\n \"11.00-15.00\"]\n"),
            &["jam.toml:7: galat S001 Jam kerja hari Selasa bertumpang tindih"],
        ),
        ("[normal]\n[ramadan]\nsenin = [\"08.00-11.00\"]\n".to_owned(), &["jam.toml:3: galat S001 Tidak ada satu pun hari kerja."]),
        ("[normal]\nsenin = [\"08.00-11.00\"]\n".to_owned(), &["jam.toml:1: galat S001 Kunci `ramadan` tidak ada"]),
        (
            format!("{EMPTY_DAY}[[tanggal_ramadan]]\nmulai = \"2026-03-20\"\nsampai = \"2026-02-19\"\nsumber = \"Edaran\"\n"),
            &["jam.toml:9: galat S001 Tanggal `sampai` mendahului"],
        ),
    ] {
        expect(&faults(&format!("{head}{body}"), "format = 1\ntahun = 2026\nlibur = []"), expected);
    }
}

#[test]
fn faults_of_holidays_have_their_lines() {
    let row = |date, kind| format!("[[libur]]\ntanggal = \"{date}\"\nnama = \"N\"\njenis = \"{kind}\"\nsumber = \"S\"\n");
    for (rows, expected) in [
        (row("2026-01-01", "nasional") + &row("2026-01-02", "lokal"), &[][..]),
        (row("2027-01-01", "nasional"), &["libur.toml:4: galat S001 Tanggal 1 Januari 2027 bukan tahun 2026."]),
        (row("2026-02-30", "nasional"), &["libur.toml:4: galat S001 Kunci `tanggal` bukan tanggal yang ada."]),
        (row("2026-1-1", "nasional"), &["libur.toml:4: galat S001 Kunci `tanggal` bukan tanggal yang ada."]),
        (row("2026-01-01", "libur"), &["libur.toml:6: galat S001 Kunci `jenis` tidak boleh bernilai `libur`."]),
        (
            row("2026-01-01", "lokal") + &row("2026-01-01", "lokal"),
            &["libur.toml:9: galat S001 Tanggal 1 Januari 2026 sudah ada pada baris 4."],
        ),
        ("[[libur]]\ntanggal = 2026-01-01\n".to_owned(), &["libur.toml:3", "libur.toml:3", "libur.toml:3", "libur.toml:4"]),
    ] {
        expect(&faults(HOURS, &format!("format = 1\ntahun = 2026\n{rows}")), expected);
    }
}

#[test]
fn faults_of_all_files_come_at_once() {
    let found = faults("format = 2\n", "format = 1\ntahun = 2026\n[[libur]\n");
    assert!(found.iter().any(|fault| fault.starts_with("jam.toml:1:")) && found.iter().any(|fault| fault.starts_with("libur.toml:3:")));
}

fn expect(found: &[String], expected: &[&str]) {
    let fits = found.len() == expected.len() && expected.iter().all(|begin| found.iter().any(|fault| fault.starts_with(begin)));
    assert!(fits, "expected {expected:#?}\nfound {found:#?}");
}
