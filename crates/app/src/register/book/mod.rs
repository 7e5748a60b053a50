//! The agenda book of a register: the numbers of a period as a book on paper tells them, drawn as PDF, saved or printed. It is no letter: it takes no
//! number, and is made anew whenever it is wanted.

mod page;
mod rows;

use crate::error::AppError;
use crate::office::Office;
use crate::outgoing::{HALTED, aim};
use crate::plain::words;
use crate::ports::PrintJob;
use chrono::NaiveDate;
use sandika_domain::case::possible_copies;
use sandika_domain::fact::{AgendaBookEnd, AgendaBookPrint, Fact};
use sandika_domain::letter::LetterModel;
use sandika_domain::letter::model::{Orientation, Paper};
use sandika_domain::number::AgendaBookPeriod;
use sandika_letters::{Rendered, Typesetter};
use sandika_store::{Progress, Stage, StoreError, Way};
use std::ops::ControlFlow;
use std::path::Path;

/// Which book is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaBookRequest {
    /// `keluar`, `masuk` …
    pub register: String,
    /// First day of the period; the beginning of the year if none.
    pub since: Option<NaiveDate>,
    /// Last day; the end of the year if none. Without either day the book is that of the present year.
    pub until: Option<NaiveDate>,
}

/// A book that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgendaBookMade {
    /// How many numbers it tells of.
    pub numbers: u32,
    /// How many pages it has.
    pub pages: u32,
}

/// A book before it is handed on.
struct Book {
    period: AgendaBookPeriod,
    /// What the job or the file is called.
    name: String,
    pdf: Vec<u8>,
    paper: Paper,
    made: AgendaBookMade,
}

/// What a book is called in a sentence: "Buku agenda surat keluar, tahun 2026".
pub fn agenda_book_title(register: &str, since: NaiveDate, until: NaiveDate) -> String {
    let period = AgendaBookPeriod::new(Some(since), Some(until), since).map(|period| period.words()).unwrap_or_default();
    format!("Buku agenda {}, {period}", page::register_name(register))
}

/// Is told how far the book is.
type Watch<'w> = dyn FnMut(Progress) -> ControlFlow<()> + 'w;

impl Office {
    /// Writes an agenda book to a file of the officer's choice. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::Input`] for a register that the office does not keep, a period that cannot be, or one without numbers; [`AppError::File`] when it
    /// cannot be written; [`AppError::Store`] when it was stopped. Nothing half-written is left.
    pub fn save_agenda_book(&self, request: &AgendaBookRequest, path: &Path) -> Result<AgendaBookMade, AppError> {
        let work = self.ports.work.clone();
        let book = self.book(request, &mut work.begin())?;
        self.ports.files.write(path, &book.pdf).map_err(|source| AppError::File { path: path.to_owned(), source })?;
        Ok(book.made)
    }

    /// Prints an agenda book, or puts it into the outgoing folder, and waits until it is out; what came of it is recorded. Long work: it is watched.
    ///
    /// # Errors
    /// As [`Office::save_agenda_book`]; [`AppError::Rejected`] for an odd number of copies; [`AppError::Input`] where no outgoing folder is chosen;
    /// [`AppError::Outside`] when it did not come out.
    pub fn print_agenda_book(&mut self, request: &AgendaBookRequest, copies: u32, way: &Way) -> Result<AgendaBookMade, AppError> {
        possible_copies(copies)?;
        let carrier = self.carrier(way)?;
        let work = self.ports.work.clone();
        let mut watch = work.begin();
        let book = self.book(request, &mut watch)?;
        if watch(Progress { stage: Stage::Printing, done: 0, total: 0 }).is_break() {
            return Err(StoreError::Stopped.into());
        }
        let printer = if let Way::Printer(name) = way { name.as_deref() } else { None };
        let stop = work.wish();
        let job = PrintJob { title: &book.name, pdf: &book.pdf, copies, paper: Some(book.paper), printer, stop: &stop };
        let outcome = carrier.print(&job);
        let (end, by, why) = match &outcome {
            Ok(by) => (AgendaBookEnd::Printed, by.clone(), String::new()),
            Err(_) if stop.is_wished() => (AgendaBookEnd::Stopped, aim(way), HALTED.to_owned()),
            Err(error) => (AgendaBookEnd::Failed, aim(way), words(error)),
        };
        let (since, until, AgendaBookMade { numbers, pages }) = (book.period.since(), book.period.until(), book.made);
        let register = request.register.clone();
        let fact = Fact::AgendaBookPrinted(AgendaBookPrint { register, since, until, numbers, pages, printer: by, copies, end, why });
        self.record("print_agenda_book", None, None, vec![fact])?;
        match outcome {
            Ok(_) => Ok(book.made),
            Err(_) if end == AgendaBookEnd::Stopped => Err(StoreError::Stopped.into()),
            Err(source) => Err(AppError::Outside { what: "Pencetakan buku agenda", source }),
        }
    }

    /// Draws a book.
    fn book(&self, request: &AgendaBookRequest, watch: &mut Watch<'_>) -> Result<Book, AppError> {
        let profile = self.needed_profile()?;
        let now = profile.zone.local(self.now());
        let period = AgendaBookPeriod::new(request.since, request.until, now.date())
            .map_err(|fault| AppError::Input { field: fault.field(), text: fault.to_string() })?;
        let face = self.letter_face(&profile.page, profile.own_face.as_ref())?;
        let legible = Typesetter::shared().legible(profile.page.typeface, face.as_deref())?;
        let (rows, counts) = self.book_rows(&request.register, &period, &legible, watch)?;
        if rows.is_empty() {
            let text = format!(
                "Tidak ada nomor pada register {} untuk {}, sehingga bukunya tidak dibuat. Pilih kurun lain.",
                page::register_name(&request.register),
                period.words()
            );
            return Err(AppError::Input { field: "since", text });
        }
        let numbers = counts.all();
        let model =
            LetterModel { face: face.clone(), ..self.book_page(&request.register, &period, &profile, now, (rows, &counts), &legible)? };
        let drawn = Typesetter::shared().render_long(&model, Orientation::Landscape, &mut |done, total| {
            watch(Progress { stage: Stage::Book, done: done as u64, total: total as u64 })
        });
        let Rendered { bytes: pdf, pages } = drawn?;
        Ok(Book {
            period,
            name: model.title,
            pdf,
            paper: profile.page.paper,
            made: AgendaBookMade { numbers, pages: u32::try_from(pages).unwrap_or(u32::MAX) },
        })
    }
}
