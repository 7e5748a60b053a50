//! Printing on a real CUPS, started for the test alone with a printer whose paper is a file.

use super::Cups;
use super::command::Commands;
use sandika_app::Stop;
use sandika_app::ports::{PrintJob, Printer, Printers};
use sandika_testkit::{PrintServer, TestOffice, Walker};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

/// The commands of that server.
fn commands(server: &PrintServer) -> Commands {
    Commands { elsewhere: Some(server.socket()), kept_in: Some(server.kept_in()) }
}

fn printer(server: &PrintServer, chosen: Option<&str>) -> Cups {
    Cups { chosen: chosen.map(str::to_owned), commands: commands(server), patience: Duration::from_secs(30) }
}

fn words(pdf: &Path) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Width and height of the first page, points.
fn size(pdf: &Path) -> (f64, f64) {
    let output = Command::new("pdfinfo").arg(pdf).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let line = said.lines().find_map(|line| line.strip_prefix("Page size:")).unwrap();
    let numbers: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    (numbers[0], numbers[1])
}

/// Where each word of the first page begins and ends, points.
fn places(pdf: &Path) -> Vec<(f64, f64)> {
    let output = Command::new("pdftotext").args(["-bbox", "-l", "1"]).arg(pdf).arg("-").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let number =
        |line: &str, name: &str| line.split_once(&format!("{name}=\"")).unwrap().1.split_once('"').unwrap().0.parse::<f64>().unwrap();
    said.lines().filter(|line| line.contains("<word")).map(|line| (number(line, "xMin"), number(line, "xMax"))).collect()
}

/// An office that prints there, with a letter.
fn office_with_letter(server: &PrintServer, chosen: Option<&str>) -> (TestOffice, String) {
    let mut office = TestOffice::new();
    let letter = {
        let mut walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 0);
        loop {
            let passed = walker.pass();
            if let Some(letter) = passed.letters.first() {
                break letter.clone();
            }
        }
    };
    (office.printing_with(Arc::new(printer(server, chosen)), None), letter)
}

fn printed(office: &mut TestOffice, letter: &str) -> serde_json::Value {
    let rows = office.ok("letter_list", json!({ "limit": 200 }));
    rows.as_array().unwrap().iter().find(|row| row["letter"] == letter).unwrap()["printed"].clone()
}

#[test]
fn a_letter_reaches_the_paper_and_counts_as_printed() {
    let server = PrintServer::start();
    server.add("Ruang-TU");
    commands(&server).run("/usr/sbin/lpadmin", &["-d", "Ruang-TU"]).unwrap();
    let (mut office, letter) = office_with_letter(&server, None);
    let original = office.folder().join("asli.pdf");
    office.ok("letter_save", json!({ "letter": letter, "path": original }));
    office.print(&letter, 2).unwrap();
    assert_eq!(printed(&mut office, &letter), 2);
    let said = words(&original);
    assert!(said.len() > 200, "{said}");
    let on_paper = words(&server.paper("Ruang-TU"));
    assert_eq!(on_paper.split_whitespace().collect::<Vec<_>>(), said.split_whitespace().collect::<Vec<_>>().repeat(2));
}

/// The office's paper is F4: a printer that can be set to it prints as it was drawn; one that cannot makes it smaller, so that nothing is lost.
#[test]
fn a_letter_names_its_paper_and_is_made_smaller_only_where_the_printer_has_none_of_it() {
    let server = PrintServer::start();
    server.add_as("Bebas", "bebas.ppd");
    server.add("Sempit");
    for (printer, media, scaling, width) in [("Bebas", Some("Custom.215x330mm"), "none", 609.4), ("Sempit", None, "auto-fit", 595.0)] {
        let (mut office, letter) = office_with_letter(&server, Some(printer));
        let original = office.folder().join("asli.pdf");
        office.ok("letter_save", json!({ "letter": letter, "path": original }));
        assert!((size(&original).0 - 609.4).abs() < 1.0, "the letter is on F4");
        office.print(&letter, 1).unwrap();
        let paper = server.paper(printer);
        let options = fs::read_to_string(format!("{}.pilihan", paper.display())).unwrap();
        assert!(options.contains(&format!("print-scaling={scaling}")), "{printer}: {options}");
        assert_eq!(options.contains("Custom.215x330mm"), media.is_some(), "{printer}: {options}");
        assert!((size(&paper).0 - width).abs() < 1.0, "{printer}: {:?}", size(&paper));
        let (drawn, printed) = (places(&original), places(&paper));
        assert_eq!(drawn.len(), printed.len());
        let moved =
            drawn.iter().zip(&printed).map(|(drawn, printed)| ((drawn.1 - drawn.0) - (printed.1 - printed.0)).abs()).fold(0.0, f64::max);
        assert_eq!(moved < 0.1, media.is_some(), "{printer}: words are up to {moved} points narrower");
    }
}

#[test]
fn what_does_not_reach_the_paper_does_not_count() {
    let server = PrintServer::start();
    let (mut office, letter) = office_with_letter(&server, Some("Loket"));
    let mut refused = |what: &str, expected: &str| {
        let error = office.print(&letter, 1).unwrap_err();
        assert!(error.contains(expected), "{what}: {error}");
        assert_eq!(printed(&mut office, &letter), 0, "{what}");
    };
    refused("no such printer", "Loket");
    server.add("Loket");
    let run = |program: &str, arguments: &[&str]| drop(commands(&server).run(program, arguments).unwrap());
    run("/usr/sbin/cupsdisable", &["-r", "tinta kering", "Loket"]);
    refused("stopped", "tinta kering");
    run("/usr/sbin/cupsenable", &["Loket"]);
    run("/usr/sbin/cupsreject", &["-r", "pindah ruang", "Loket"]);
    refused("not accepting", "not accepting");
    run("/usr/sbin/cupsaccept", &["Loket"]);
    let beside = |ending: &str| std::path::PathBuf::from(format!("{}.{ending}", server.paper("Loket").display()));
    fs::write(beside("macet"), "").unwrap();
    refused("stops in the middle", "kertas macet");
    run("/usr/sbin/cupsenable", &["Loket"]);
    fs::remove_file(beside("macet")).unwrap();
    run("/usr/sbin/lpadmin", &["-p", "Loket", "-o", "printer-error-policy=abort-job"]);
    fs::write(beside("gagal"), "").unwrap();
    refused("aborted", "tinta habis");
    assert!(!server.paper("Loket").exists(), "nothing was left in the queue to come out later");
}

#[test]
fn printers_are_listed_with_their_state() {
    let server = PrintServer::start();
    let listed = || printer(&server, None).list().unwrap().into_iter();
    assert_eq!(listed().count(), 0);
    let job = PrintJob { title: "x", pdf: b"%PDF", copies: 1, paper: None, printer: None, stop: &Stop::default() };
    assert!(printer(&server, None).print(&job).unwrap_err().to_string().contains("Pilih printer"));
    server.add("Depan");
    server.add("Belakang");
    commands(&server).run("/usr/sbin/lpadmin", &["-d", "Depan"]).unwrap();
    commands(&server).run("/usr/sbin/cupsdisable", &["-r", "kertas habis", "Belakang"]).unwrap();
    let shown: Vec<_> = listed().map(|printer| (printer.name, printer.default, printer.ready, printer.detail)).collect();
    let expected = [("Belakang", false, false, "kertas habis"), ("Depan", true, true, "")];
    assert_eq!(shown, expected.map(|(name, default, ready, detail)| (name.to_owned(), default, ready, detail.to_owned())));
}
