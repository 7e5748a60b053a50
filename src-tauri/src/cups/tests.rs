//! Printing on a real CUPS, started for the test alone with a printer whose paper is a file.

use super::Cups;
use super::command::Commands;
use sandika_app::Stop;
use sandika_app::ports::{PrintJob, Printer, Printers};
use sandika_testkit::{TestOffice, Walker};
use serde_json::json;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A backend, as CUPS wants it; a file beside the paper stops the printer in the middle, or has it give up.
const BACKEND: &str = r#"#!/bin/sh
[ $# -eq 0 ] && { echo 'file berkas "Unknown" "Berkas"'; exit 0; }
paper="${DEVICE_URI#berkas:}"
echo "$5" > "$paper.pilihan"
[ -e "$paper.macet" ] && { echo "ERROR: kertas macet" >&2; exit 4; }
[ -e "$paper.gagal" ] && { echo "ERROR: tinta habis" >&2; exit 1; }
cat "${6:--}" > "$paper"
"#;

/// What a printer description says besides, where the printer takes paper of any size.
const ANY_SIZE: &str = r#"
*HWMargins: 0 0 0 0
*VariablePaperSize: True
*MaxMediaWidth: "1000"
*MaxMediaHeight: "1500"
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]>>setpagedevice"
*ParamCustomPageSize Width: 1 points 100 1000
*ParamCustomPageSize Height: 2 points 100 1500
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 0
"#;

struct Server {
    folder: TempDir,
    process: Child,
}

impl Server {
    fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("cups").tempdir_in("/tmp").unwrap();
        let process = Self::configured(folder.path());
        let server = Self { folder, process };
        server.until_it_runs();
        server
    }

    /// Everything that CUPS reads and writes lies in the folder, so that it needs no rights and meets no other.
    fn configured(folder: &Path) -> Child {
        for name in ["root", "state", "cache", "spool", "tmp", "paper", "bin/backend"] {
            fs::create_dir_all(folder.join(name)).unwrap();
        }
        for part in ["filter", "daemon", "driver", "monitor", "notifier", "cgi-bin"] {
            symlink(Path::new("/usr/lib/cups").join(part), folder.join("bin").join(part)).unwrap();
        }
        write(&folder.join("bin/backend/berkas"), BACKEND, 0o755);
        // Where root starts CUPS, it prints as another user.
        open_to_all(folder);
        open_to_all(&folder.join("paper"));
        let at = folder.display();
        let files = format!(
            "ServerRoot {at}/root\nStateDir {at}/state\nCacheDir {at}/cache\nRequestRoot {at}/spool\nTempDir {at}/tmp\nServerBin {at}/bin\n\
             AccessLog {at}/access.log\nErrorLog {at}/error.log\nPageLog {at}/page.log\nPrintcap\n"
        );
        write(&folder.join("cups-files.conf"), &files, 0o644);
        let config = format!(
            "Listen {at}/cups.sock\nBrowsing Off\nWebInterface No\nDefaultAuthType None\n<Location />\nAllow all\n</Location>\n\
             <Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n"
        );
        write(&folder.join("cupsd.conf"), &config, 0o644);
        let ppd = include_str!("berkas.ppd");
        write(&folder.join("berkas.ppd"), ppd, 0o644);
        write(&folder.join("bebas.ppd"), &format!("{ppd}{ANY_SIZE}"), 0o644);
        let mut cupsd = Command::new("/usr/sbin/cupsd");
        cupsd.arg("-f").arg("-c").arg(folder.join("cupsd.conf")).arg("-s").arg(folder.join("cups-files.conf"));
        cupsd.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    fn until_it_runs(&self) {
        let started = Instant::now();
        while !self.commands().run("lpstat", &["-r"]).is_ok_and(|said| said.contains("is running")) {
            assert!(started.elapsed() < Duration::from_secs(20), "cupsd does not run: {}", self.log());
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// A printer that has A4 and nothing else.
    fn add(&self, name: &str) {
        self.add_as(name, "berkas.ppd");
    }

    fn add_as(&self, name: &str, ppd: &str) {
        let device = format!("berkas:{}", self.paper(name).display());
        let ppd = self.folder.path().join(ppd);
        self.commands().run("/usr/sbin/lpadmin", &["-p", name, "-E", "-v", &device, "-P", ppd.to_str().unwrap()]).unwrap();
    }

    fn paper(&self, name: &str) -> PathBuf {
        self.folder.path().join("paper").join(name)
    }

    fn commands(&self) -> Commands {
        let within = |name: &str| Some(self.folder.path().join(name).display().to_string());
        Commands { elsewhere: within("cups.sock"), kept_in: within("root") }
    }

    fn printer(&self, chosen: Option<&str>) -> Cups {
        Cups { chosen: chosen.map(str::to_owned), commands: self.commands(), patience: Duration::from_secs(30) }
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("error.log")).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn write(path: &Path, text: &str, mode: u32) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn open_to_all(folder: &Path) {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o777)).unwrap();
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
fn office_with_letter(server: &Server, chosen: Option<&str>) -> (TestOffice, String) {
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
    (office.printing_with(Arc::new(server.printer(chosen)), None), letter)
}

fn printed(office: &mut TestOffice, letter: &str) -> serde_json::Value {
    let rows = office.ok("letter_list", json!({ "limit": 200 }));
    rows.as_array().unwrap().iter().find(|row| row["letter"] == letter).unwrap()["printed"].clone()
}

#[test]
fn a_letter_reaches_the_paper_and_counts_as_printed() {
    let server = Server::start();
    server.add("Ruang-TU");
    server.commands().run("/usr/sbin/lpadmin", &["-d", "Ruang-TU"]).unwrap();
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
    let server = Server::start();
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
    let server = Server::start();
    let (mut office, letter) = office_with_letter(&server, Some("Loket"));
    let mut refused = |what: &str, expected: &str| {
        let error = office.print(&letter, 1).unwrap_err();
        assert!(error.contains(expected), "{what}: {error}");
        assert_eq!(printed(&mut office, &letter), 0, "{what}");
    };
    refused("no such printer", "Loket");
    server.add("Loket");
    let run = |program: &str, arguments: &[&str]| drop(server.commands().run(program, arguments).unwrap());
    run("/usr/sbin/cupsdisable", &["-r", "tinta kering", "Loket"]);
    refused("stopped", "tinta kering");
    run("/usr/sbin/cupsenable", &["Loket"]);
    run("/usr/sbin/cupsreject", &["-r", "pindah ruang", "Loket"]);
    refused("not accepting", "not accepting");
    run("/usr/sbin/cupsaccept", &["Loket"]);
    let beside = |ending: &str| PathBuf::from(format!("{}.{ending}", server.paper("Loket").display()));
    write(&beside("macet"), "", 0o644);
    refused("stops in the middle", "kertas macet");
    run("/usr/sbin/cupsenable", &["Loket"]);
    fs::remove_file(beside("macet")).unwrap();
    run("/usr/sbin/lpadmin", &["-p", "Loket", "-o", "printer-error-policy=abort-job"]);
    write(&beside("gagal"), "", 0o644);
    refused("aborted", "tinta habis");
    assert!(!server.paper("Loket").exists(), "nothing was left in the queue to come out later");
}

#[test]
fn printers_are_listed_with_their_state() {
    let server = Server::start();
    let listed = || server.printer(None).list().unwrap().into_iter();
    assert_eq!(listed().count(), 0);
    let job = PrintJob { title: "x", pdf: b"%PDF", copies: 1, paper: None, printer: None, stop: &Stop::default() };
    assert!(server.printer(None).print(&job).unwrap_err().to_string().contains("Pilih printer"));
    server.add("Depan");
    server.add("Belakang");
    server.commands().run("/usr/sbin/lpadmin", &["-d", "Depan"]).unwrap();
    server.commands().run("/usr/sbin/cupsdisable", &["-r", "kertas habis", "Belakang"]).unwrap();
    let shown: Vec<_> = listed().map(|printer| (printer.name, printer.default, printer.ready, printer.detail)).collect();
    let expected = [("Belakang", false, false, "kertas habis"), ("Depan", true, true, "")];
    assert_eq!(shown, expected.map(|(name, default, ready, detail)| (name.to_owned(), default, ready, detail.to_owned())));
}
