//! A real office in a temporary folder: real SQLCipher, real letters; only the clock is ours, and a passphrase costs little.

use crate::{HandClock, sample};
use sandika_api::{ApiError, dispatch};
use sandika_app::fonts::FolderFonts;
use sandika_app::ports::{Ports, Printer};
use sandika_app::{KdfCost, LongWork, Office};
use sandika_intake::reader::Reader;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// The passphrase of every test office.
pub const PASSPHRASE: &str = "kata sandi untuk uji coba";

/// Cheap on purpose: tests open many offices.
const CHEAP: KdfCost = KdfCost { m_kib: 64, t: 1, p: 1 };

/// An office that goes away with its folder.
pub struct TestOffice {
    /// The office.
    pub office: Office,
    /// Its clock.
    pub clock: HandClock,
    folder: PathBuf,
    /// Goes away with the office, unless the office was made in a folder that stays.
    temporary: Option<TempDir>,
}

impl TestOffice {
    /// A new office with profile and officials.
    pub fn new() -> Self {
        Self::bare().described()
    }

    /// The same in a folder that stays: `kantor` is the office, `keluar` what it sends out.
    pub fn staying_in(folder: &Path) -> Self {
        Self::made_in(folder.to_owned(), None).described()
    }

    fn described(self) -> Self {
        let mut office = self;
        office.ok("office_record", sample::profile());
        for official in sample::officials() {
            office.ok("official_record", official);
        }
        office
    }

    /// A new office that has not described itself.
    pub fn bare() -> Self {
        let temporary = tempfile::tempdir().unwrap();
        Self::made_in(temporary.path().to_owned(), Some(temporary))
    }

    fn made_in(folder: PathBuf, temporary: Option<TempDir>) -> Self {
        let clock = HandClock::friday_morning();
        let office = Office::create(&folder.join("kantor"), PASSPHRASE, CHEAP, ports(&folder, &clock), "petugas").unwrap();
        Self { office, clock, folder, temporary }
    }

    /// One that was made in a folder that stays, opened again.
    pub fn held_in(folder: &Path) -> Self {
        let clock = HandClock::friday_morning();
        let office = Office::open(&folder.join("kantor"), PASSPHRASE, ports(folder, &clock), "petugas").unwrap();
        Self { office, clock, folder: folder.to_owned(), temporary: None }
    }

    /// Its folder and those beside it: `kantor`, `keluar`.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where papers from outside are put before an officer attaches them.
    pub fn papers(&self) -> PathBuf {
        let papers = self.folder.join("masuk");
        fs::create_dir_all(&papers).unwrap();
        papers
    }

    /// Closes the office and opens it again, as after a restart.
    pub fn reopened(self) -> Self {
        let Self { office, clock, folder, temporary } = self;
        drop(office);
        let office = Office::open(&folder.join("kantor"), PASSPHRASE, ports(&folder, &clock), "petugas").unwrap();
        Self { office, clock, folder, temporary }
    }

    /// Closes the office and opens it again with another printer, and with an outgoing folder if one is given.
    pub fn printing_with(self, printer: Arc<dyn Printer>, outgoing: Option<Arc<dyn Printer>>) -> Self {
        let Self { office, clock, folder, temporary } = self;
        drop(office);
        let ports = Ports { printer, folder: outgoing, ..ports(&folder, &clock) };
        let office = Office::open(&folder.join("kantor"), PASSPHRASE, ports, "petugas").unwrap();
        Self { office, clock, folder, temporary }
    }

    /// Closes the office and opens it again with somebody who watches its long work.
    pub fn watched_by(self, work: Arc<LongWork>) -> Self {
        let Self { office, clock, folder, temporary } = self;
        drop(office);
        let ports = Ports { work, ..ports(&folder, &clock) };
        let office = Office::open(&folder.join("kantor"), PASSPHRASE, ports, "petugas").unwrap();
        Self { office, clock, folder, temporary }
    }

    /// Carries a command out.
    pub fn call(&mut self, command: &str, arguments: Value) -> Result<Value, ApiError> {
        dispatch(&mut self.office, command, &arguments.to_string()).map(|answer| serde_json::from_str(&answer).unwrap())
    }

    /// Carries a command out that must succeed; answers with its value.
    pub fn ok(&mut self, command: &str, arguments: Value) -> Value {
        match self.call(command, arguments) {
            Ok(mut answer) if answer.get("changed").is_some() => answer["value"].take(),
            Ok(answer) => answer,
            Err(error) => panic!("{command}: {error:?}"),
        }
    }

    /// Sends a letter to the printer and waits until it has left.
    ///
    /// # Errors
    /// Why it did not.
    pub fn print(&mut self, letter: &str, copies: u32) -> Result<(), String> {
        let sent = self.ok("letter_send", json!({ "letter": letter, "copies": copies, "way": "printer", "reason": "uji coba" }));
        self.office.carry_one(sent["id"].as_str().unwrap().parse().unwrap()).map_err(|error| error.to_string())
    }

    /// The same with the case's present revision, as a screen that was just read would send it.
    pub fn ok_now(&mut self, command: &str, arguments: Value) -> Value {
        let arguments = self.with_revision(arguments);
        self.ok(command, arguments)
    }

    /// A command with the case's present revision that must be refused.
    pub fn refused_now(&mut self, command: &str, arguments: Value) -> ApiError {
        let arguments = self.with_revision(arguments);
        self.refused(command, arguments)
    }

    /// Arguments with the present revision of the case that they name, at the top or within `letter`.
    pub fn with_revision(&mut self, mut arguments: Value) -> Value {
        let case = if arguments["case"].is_null() { arguments["letter"]["case"].clone() } else { arguments["case"].clone() };
        arguments["revision"] = self.ok("case_show", json!({ "case": case }))["revision"].clone();
        arguments
    }

    /// Carries a command out that must be refused.
    pub fn refused(&mut self, command: &str, arguments: Value) -> ApiError {
        match self.call(command, arguments) {
            Ok(answer) => panic!("{command} was carried out: {answer}"),
            Err(error) => error,
        }
    }
}

impl Default for TestOffice {
    fn default() -> Self {
        Self::new()
    }
}

/// The program that reads foreign files, as it was built: tests lie in a folder below it.
pub fn reader() -> Arc<Reader> {
    let mut reader = Reader::beside_this_program();
    if !reader.program.exists() {
        let name = reader.program.file_name().unwrap().to_owned();
        reader.program = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join(name);
    }
    assert!(reader.program.exists(), "{} was not built: cargo build --bin sandika", reader.program.display());
    Arc::new(reader)
}

/// The computer of a test: what is installed on it lies in the folder `huruf`.
fn ports(folder: &Path, clock: &HandClock) -> Ports {
    let fonts = Arc::new(FolderFonts(folder.join("huruf")));
    Ports { clock: Box::new(clock.clone()), fonts, reader: reader(), ..Ports::folder(folder.join("keluar")) }
}
