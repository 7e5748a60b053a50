//! The port itself: a PDF goes to a printer, and counts as printed when the queue says so.

use crate::document::Document;
use crate::drawing::draw;
use crate::refusal::{said, told};
use crate::status;
use crate::system::System;
use crate::watch::Watch;
use std::io;
use std::time::Duration;

/// A PDF to be printed.
pub struct Job<'j> {
    /// What it is called in the queue.
    pub title: &'j str,
    /// Its bytes.
    pub pdf: &'j [u8],
    /// Copies, at least 1.
    pub copies: u32,
    /// The printer by name; the usual one if none.
    pub printer: Option<&'j str>,
    /// Says that the officer changed their mind.
    pub stop: &'j dyn Fn() -> bool,
}

/// How long is waited.
#[derive(Clone, Copy)]
pub(crate) struct Patience {
    /// For a job: longer than a letter takes, shorter than an officer waits.
    pub(crate) whole: Duration,
    /// While something keeps it: longer than a printer takes to wake.
    pub(crate) held: Duration,
    /// For what printers tell of themselves, all together.
    pub(crate) list: Duration,
}

const PATIENCE: Patience = Patience { whole: Duration::from_secs(90), held: Duration::from_secs(10), list: Duration::from_secs(2) };

/// The printers of a system.
pub struct Port<S> {
    /// By name; the system's own choice if none.
    pub(crate) chosen: Option<String>,
    pub(crate) system: S,
    pub(crate) patience: Patience,
}

impl<S: System> Port<S> {
    /// Prints on the chosen printer, or on the one that the system takes when none is chosen.
    pub fn new(system: S, chosen: Option<String>) -> Self {
        Self { chosen, system, patience: PATIENCE }
    }

    /// Prints, and waits until it is printed. Answers with the printer's name.
    ///
    /// # Errors
    /// In words for the officer when it did not come out, or was stopped; then it was taken back from the queue, or the words say that it was not.
    pub fn print(&self, job: &Job<'_>) -> io::Result<String> {
        let printer = self.printer(job.printer)?;
        let refused = |error| told(&printer, error);
        let described = self.system.describe(&printer).map_err(refused)?;
        if let Some(why) = status::closed(&described) {
            return Err(said("printer tidak dapat dipakai", why));
        }
        let document = Document::open(job.pdf)?;
        let abilities = self.system.abilities(&printer, &described.port).map_err(refused)?;
        let number = draw(&self.system, (&printer, job.title), (&document, job.copies.max(1)), &abilities, job.stop).map_err(refused)?;
        Watch { system: &self.system, printer: &printer, number, patience: self.patience }.printed(job.stop)?;
        Ok(printer)
    }

    fn printer(&self, named: Option<&str>) -> io::Result<String> {
        let none = || io::Error::other("belum ada printer yang dipilih. Pilih printer di Pengaturan");
        let chosen = named.or(self.chosen.as_deref()).map(str::to_owned);
        chosen.or_else(|| self.system.default_printer()).ok_or_else(none)
    }
}
