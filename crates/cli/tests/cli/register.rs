//! `register cetak`: the agenda book of a register and a period.

use crate::support::{Desk, Run};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::process::Command;

fn printed(desk: &Desk, to: &Path, more: &[&str]) -> Run {
    desk.run(&[&["register", "cetak", "keluar", "--ke", to.to_str().unwrap()], more].concat())
}

fn text(pdf: &Path) -> String {
    let output = Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_book_of_a_period_is_written_as_pdf() {
    let desk = Desk::new();
    let told = |first: u32, dated: &str, about: &str| json!({ "register": "keluar", "year": 2025, "first": first, "use": "buku", "about": about, "dated": dated, "party": "Camat" });
    // The clock is the computer's own: numbers of a year that has passed can be told whatever it shows.
    for (first, dated, about) in [(1, "2025-01-05", "Undangan rapat"), (2, "2025-02-03", "Nota dinas"), (4, "2025-02-10", "Surat tugas")] {
        let mut fields = told(first, dated, about);
        fields["continues"] = json!(first == 4);
        desk.ok("number_account", &fields);
    }
    let to = desk.path("agenda.pdf");
    let run = printed(&desk, &to, &["--dari", "1 Februari 2025", "--sampai", "2025-02-28"]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{run:?}");
    assert_eq!(run.out, format!("Buku agenda ditulis ke {}: 3 nomor, 1 halaman.\n", to.display()));
    let book = text(&to);
    assert!(book.contains("BUKU AGENDA SURAT KELUAR") && book.contains("1 Februari 2025 sampai dengan 28 Februari 2025"), "{book}");
    assert!(book.contains("Nota dinas") && book.contains("Kosong, belum dijelaskan") && !book.contains("Undangan rapat"), "{book}");
    // A PDF is replaced.
    assert_eq!(printed(&desk, &to, &["--dari", "2025-01-01", "--sampai", "2025-12-31"]).status, Some(0));
    assert!(text(&to).contains("Undangan rapat"));
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    let desk = Desk::new();
    let to = desk.path("agenda.pdf");
    for (more, said) in [
        (&["--dari", "2024-01-01", "--sampai", "2024-12-31"][..], "Tidak ada nomor pada register surat keluar untuk tahun 2024"),
        (&["--dari", "2026-06-30", "--sampai", "2026-01-01"], "mendahului awalnya"),
        (&["--dari", "2025-06-30", "--sampai", "2026-01-01"], "dalam satu tahun"),
    ] {
        let run = printed(&desk, &to, more);
        assert_eq!((run.status, run.out.as_str()), (Some(1), ""), "{more:?}");
        assert!(run.err.contains(said), "{more:?}: {}", run.err);
        assert!(!to.exists(), "{more:?}");
    }
    let run = desk.run(&["register", "cetak", "nota", "--ke", to.to_str().unwrap()]);
    assert!(run.status == Some(1) && run.err.contains("Register “nota” belum diatur"), "{run:?}");
    let notes = desk.path("catatan.txt");
    fs::write(&notes, "bukan PDF").unwrap();
    let run = printed(&desk, &notes, &[]);
    assert!(run.status == Some(1) && run.err.contains("sudah ada dan tidak diganti"), "{run:?}");
    assert_eq!(fs::read_to_string(&notes).unwrap(), "bukan PDF");
}
