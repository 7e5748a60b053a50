//! A desk with letters that wait to come back, and a watched folder.

use sandika_api::{ApiError, dispatch_at, scan_round};
use sandika_app::ports::Ports;
use sandika_app::{DeviceSettings, KdfCost, Scanner, Settling, Shell, Stop};
use sandika_domain::scan::LoosePages;
use sandika_testkit::{AwaitedLetter, HandClock, PASSPHRASE, TestOffice, awaited_letter, photographed, reader, sample, scan};
use serde_json::{Value, json};
use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tempfile::TempDir;

/// How many letters wait to come back.
pub(crate) struct Letters {
    pub(crate) one_page: usize,
    pub(crate) two_pages: usize,
}

/// A letter that waits to come back.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    pub(crate) id: String,
    pub(crate) case: String,
    pub(crate) pdf: Vec<u8>,
    /// Hash of the scan of it alone that was put into the folder last.
    pub(crate) sent: Option<String>,
}

pub(crate) struct Desk {
    desk: Mutex<sandika_app::Desk>,
    scanner: Scanner,
    clock: HandClock,
    data: TempDir,
    pub(crate) letters: Vec<Letter>,
    /// A page without a code.
    plain: Vec<u8>,
}

/// Seconds of the clock that the folders are looked at by. Each test runs in a process of its own.
static SECONDS: AtomicU64 = AtomicU64::new(0);

impl Desk {
    pub(crate) fn with(wanted: &Letters) -> Self {
        let data = tempfile::tempdir().unwrap();
        let mut office = TestOffice::staying_in(data.path());
        let mut letters: Vec<Letter> = (0..wanted.one_page).map(|number| issue(&mut office, number as u32)).collect();
        if wanted.two_pages > 0 {
            office.ok("office_record", wide_profile());
        }
        letters.extend((0..wanted.two_pages).map(|number| issue(&mut office, (wanted.one_page + number) as u32)));
        let plain = fs::read(scan(&office.papers(), "tanpa-kode", "halaman tanpa kode apa pun")).unwrap();
        let clock = office.clock.clone();
        drop(office);
        fs::create_dir(data.path().join("pindai")).unwrap();
        let mut desk = Self { desk: opened(data.path(), &clock), scanner: scanner(), clock, data, letters, plain };
        let folder = desk.folder().display().to_string();
        desk.ok("scan_folders_record", json!({ "folders": [folder], "keep_days": 30, "loose": "tray" }));
        desk
    }

    /// The same after the program was ended and started again.
    pub(crate) fn restarted(self) -> Self {
        let Self { desk, clock, data, letters, plain, .. } = self;
        drop(desk);
        Self { desk: opened(data.path(), &clock), scanner: scanner(), clock, data, letters, plain }
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.data.path().join("pindai")
    }

    /// A scan of pages of letters, each its letter's place and its page; a place where none is gives a page without a code.
    pub(crate) fn pages(&self, pages: &[(usize, u32)]) -> Vec<u8> {
        let page = |(place, page): &(usize, u32)| {
            self.letters.get(*place).map_or((self.plain.as_slice(), 1), |letter| (letter.pdf.as_slice(), *page))
        };
        photographed(&pages.iter().map(page).collect::<Vec<_>>())
    }

    /// Puts a scan into the folder.
    pub(crate) fn put(&mut self, name: &str, pages: &[(usize, u32)]) -> PathBuf {
        let bytes = self.pages(pages);
        if let [(place, _)] = pages
            && let Some(letter) = self.letters.get_mut(*place)
        {
            letter.sent = Some(sandika_app::hash::sha256(&bytes));
        }
        self.drop_in(name, &bytes)
    }

    pub(crate) fn drop_in(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// A file somewhere else on the computer.
    pub(crate) fn outside(&self, name: &str, pages: &[(usize, u32)]) -> PathBuf {
        self.outside_bytes(name, &self.pages(pages))
    }

    pub(crate) fn outside_bytes(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.data.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Files that were moved out of the way.
    pub(crate) fn moved(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder().join("Diproses"))
            .map(|files| files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect())
            .unwrap_or_default();
        names.sort();
        names
    }

    pub(crate) fn pass_days(&self, days: i64) {
        self.clock.advance(chrono::TimeDelta::days(days));
    }

    /// Sends the scanner round until it has nothing more to do.
    pub(crate) fn rest(&mut self) {
        self.clock.advance(chrono::TimeDelta::seconds(5));
        let told = Cell::new(0_u32);
        for _ in 0..3 {
            while scan_round(&self.desk, &mut self.scanner, &|_| told.set(told.get() + 1)) == Some(Duration::ZERO) {}
            SECONDS.fetch_add(2, Ordering::Relaxed);
        }
    }

    /// Reads the scan that waits longest, does something in the meantime, and tries to record what became of it.
    pub(crate) fn settle_after(&mut self, meanwhile: impl FnOnce(&mut Self)) -> Settling {
        let job = self.desk.lock().unwrap().office().unwrap().begin_scan().unwrap().unwrap();
        let seen = job.look(&reader(), &Stop::default(), &|_| ()).unwrap();
        meanwhile(self);
        self.desk.lock().unwrap().opened().unwrap().settle_scan(&job, &seen, LoosePages::Tray, None).unwrap()
    }

    pub(crate) fn call(&mut self, command: &str, arguments: Value) -> Result<Value, ApiError> {
        dispatch_at(&mut self.desk.lock().unwrap(), command, &arguments.to_string()).map(|answer| serde_json::from_str(&answer).unwrap())
    }

    pub(crate) fn ok(&mut self, command: &str, arguments: Value) -> Value {
        let answer = self.call(command, arguments).unwrap_or_else(|error| panic!("{command}: {error:?}"));
        if answer.get("changed").is_some() { answer["value"].clone() } else { answer }
    }

    /// With the case's present revision.
    pub(crate) fn ok_now(&mut self, command: &str, mut arguments: Value) -> Value {
        arguments["revision"] = self.ok("case_show", json!({ "case": arguments["case"] }))["revision"].clone();
        self.ok(command, arguments)
    }

    /// The code of a refusal.
    pub(crate) fn refused(&mut self, command: &str, arguments: Value) -> String {
        let error = self.call(command, arguments).unwrap_err();
        serde_json::to_value(error.code).unwrap().as_str().unwrap().to_owned()
    }

    pub(crate) fn list(&mut self, shelf: &str) -> Value {
        self.ok("scan_list", json!({ "shelf": shelf }))
    }

    /// The only scan of a shelf.
    pub(crate) fn sole(&mut self, shelf: &str) -> Value {
        let rows = self.list(shelf)["rows"].clone();
        assert_eq!(rows.as_array().unwrap().len(), 1, "{rows}");
        rows[0].clone()
    }

    pub(crate) fn show(&mut self, id: &str) -> Value {
        self.ok("scan_show", json!({ "id": id }))
    }

    /// A letter as its list shows it, in its newest version.
    pub(crate) fn letter(&mut self, letter: &Letter) -> Value {
        let rows = self.ok("letter_list", json!({ "case": letter.case }));
        rows.as_array().unwrap().iter().find(|row| row["letter"] == letter.id.as_str()).unwrap().clone()
    }

    /// Issues a letter once more, as its next version.
    pub(crate) fn correct(&mut self, letter: &Letter) {
        let row = self.letter(letter);
        let again = json!({ "case": letter.case, "template": row["template"], "corrects": letter.id, "values": sample::letter_values() });
        let revision = self.ok("case_show", json!({ "case": letter.case }))["revision"].clone();
        self.ok("letter_issue", json!({ "step": row["step"], "revision": revision, "letter": again }));
    }
}

fn scanner() -> Scanner {
    Scanner::timed(|| (), || Duration::from_secs(SECONDS.load(Ordering::Relaxed)))
}

fn opened(data: &Path, clock: &HandClock) -> Mutex<sandika_app::Desk> {
    let (out, clock) = (data.join("keluar"), clock.clone());
    let ports = move |_: &DeviceSettings| Ports { clock: Box::new(clock.clone()), reader: reader(), ..Ports::folder(out.clone()) };
    let shell = Shell { cost: KdfCost { m_kib: 64, t: 1, p: 1 }, ..Shell::new(data.to_owned(), Box::new(ports)) };
    let mut desk = sandika_app::Desk::new(shell);
    desk.open(None, PASSPHRASE, "petugas").unwrap();
    Mutex::new(desk)
}

fn issue(office: &mut TestOffice, number: u32) -> Letter {
    let AwaitedLetter { letter, case, pdf } = awaited_letter(office, number);
    Letter { id: letter, case, pdf, sent: None }
}

/// The profile with a face that is so wide that the letters take two pages.
fn wide_profile() -> Value {
    let mut profile = sample::profile();
    profile["typeface"] = json!("bonum");
    profile["font_size"] = json!(12.0);
    profile
}
