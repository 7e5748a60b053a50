//! An office on the disk that is measured: with the passphrase's full cost, and a clock that stands on the morning after its last case.

use super::fill::{self, Filled};
use super::pattern::Pattern;
use sandika_api::dispatch;
use sandika_app::ports::Ports;
use sandika_app::{KdfCost, Office};
use sandika_domain::fact::Moment;
use sandika_store::{Store, StoreError};
use sandika_testkit::{HandClock, PASSPHRASE, sample};
use serde_json::Value;
use std::path::{Path, PathBuf};
use xtask::Result;

/// A filled office, closed.
pub(crate) struct BenchOffice {
    folder: PathBuf,
    clock: HandClock,
    pub(crate) filled: Filled,
}

/// An office that is open, as an application holds it.
pub(crate) struct Opened<'o> {
    pub(crate) office: Office,
    pub(crate) clock: HandClock,
    pub(crate) filled: &'o Filled,
}

impl BenchOffice {
    /// Makes an office of `cases` cases in `folder`.
    pub(crate) fn make(folder: &Path, patterns: &[Pattern], cases: u64) -> Result<Self> {
        let clock = HandClock::friday_morning();
        let mut office = Office::create(folder, PASSPHRASE, KdfCost::default(), ports(folder, &clock), "petugas")?;
        call(&mut office, "office_record", &sample::profile())?;
        for official in sample::officials() {
            call(&mut office, "official_record", &official)?;
        }
        let now = office.now();
        drop(office);
        let mut store = Store::open(folder, PASSPHRASE, now)?;
        let filled = fill::fill(&mut store, patterns, cases, now)?;
        Ok(Self { folder: folder.to_owned(), clock, filled })
    }

    /// Opens the store alone, as long as `passphrase` is right.
    pub(crate) fn store(&self, passphrase: &str) -> std::result::Result<Store, StoreError> {
        Store::open(&self.folder, passphrase, self.now())
    }

    /// Opens the office as an application does.
    pub(crate) fn open(&self) -> Result<Opened<'_>> {
        let office = Office::open(&self.folder, PASSPHRASE, ports(&self.folder, &self.clock), "petugas")?;
        Ok(Opened { office, clock: self.clock.clone(), filled: &self.filled })
    }

    /// Megabytes of the database.
    pub(crate) fn megabytes(&self) -> u64 {
        std::fs::metadata(self.folder.join("sandika.db")).map_or(0, |file| file.len() / 1_000_000)
    }

    /// The morning after its last case.
    pub(crate) fn now(&self) -> Moment {
        sandika_app::ports::Clock::now(&self.clock)
    }
}

impl Opened<'_> {
    /// Carries a command out; answers with its text.
    pub(crate) fn call(&mut self, command: &str, arguments: &Value) -> Result<String> {
        call(&mut self.office, command, arguments)
    }
}

fn call(office: &mut Office, command: &str, arguments: &Value) -> Result<String> {
    dispatch(office, command, &arguments.to_string()).map_err(|error| format!("{command}: {} {:?}", error.message, error.faults).into())
}

fn ports(folder: &Path, clock: &HandClock) -> Ports {
    Ports { clock: Box::new(clock.clone()), ..Ports::folder(folder.join("keluar")) }
}
