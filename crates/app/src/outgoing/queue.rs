//! What an officer does with the queue: puts a letter in, looks, has one tried again, takes one out.

use super::Outlet;
use super::record::DROPPED;
use crate::error::AppError;
use crate::office::Office;
use crate::ports::Printer;
use sandika_domain::case::{PrintEnd, printable};
use sandika_domain::fact::Moment;
use sandika_domain::ids::LetterId;
use sandika_domain::letter::model::Paper;
use sandika_store::{AgendaBookPrintRow, LetterRow, Outgoing, OutgoingState, PrintFilter, PrintRow, Way};
use std::cmp::Reverse;
use std::sync::Arc;
use uuid::Uuid;

/// A letter in the queue.
#[derive(Clone, Debug)]
pub struct OutgoingLetter {
    /// Its place in the queue.
    pub outgoing: Outgoing,
    /// The letter, in the version that is sent.
    pub letter: LetterRow,
}

/// What is known of a letter before it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterPrinting {
    /// Its newest version, which would go out.
    pub version: u32,
    /// Copies of this version that were printed.
    pub printed: u32,
    /// Sending it again asks for a reason.
    pub reason_needed: bool,
    /// Its paper; none where it cannot be read.
    pub paper: Option<Paper>,
}

/// A line of the print log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintLine {
    /// A letter.
    Letter(PrintRow),
    /// An agenda book.
    Book(AgendaBookPrintRow),
}

impl PrintLine {
    /// Cursor: the page after this line is asked for with it.
    pub fn born(&self) -> i64 {
        match self {
            Self::Letter(row) => row.born,
            Self::Book(row) => row.born,
        }
    }
}

impl Office {
    /// Puts the newest version of a letter into the queue. `reason` says why, where it was printed before or is on its way already.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Rejected`] where it may not be printed; [`AppError::Input`] where no outgoing folder is chosen.
    pub fn send_letter(&mut self, id: LetterId, copies: u32, way: Way, reason: &str) -> Result<OutgoingLetter, AppError> {
        let letter = self.letter(id, None)?;
        // The rules are asked first, so that nothing leaves that could not be recorded.
        let reason = self.may_go_out(&letter, copies, reason)?;
        self.carrier(&way)?;
        let now = self.now();
        let outgoing = Outgoing {
            id: self.fresh_id()?,
            letter: id,
            version: letter.version,
            copies,
            way,
            reason,
            state: OutgoingState::Waiting,
            tries: 0,
            problem: None,
            queued_at: now,
            due_at: now,
        };
        self.store.keep_outgoing(&outgoing)?;
        Ok(OutgoingLetter { outgoing, letter })
    }

    /// What carries what goes out this way.
    ///
    /// # Errors
    /// [`AppError::Input`] where no outgoing folder is chosen.
    pub(crate) fn carrier(&self, way: &Way) -> Result<Arc<dyn Printer>, AppError> {
        let carrier = match way {
            Way::Printer(_) => Some(self.ports.printer.clone()),
            Way::Folder => self.ports.folder.clone(),
        };
        carrier.ok_or_else(|| {
            let text = "Folder keluaran belum dipilih. Pilih foldernya di Pengaturan, bagian Folder dan printer, atau cetak lewat printer.";
            AppError::Input { field: "way", text: text.to_owned() }
        })
    }

    /// Asks the rules whether a letter may go out, in its newest version. Answers with the reason to be recorded.
    pub(super) fn may_go_out(&self, letter: &LetterRow, copies: u32, reason: &str) -> Result<String, AppError> {
        let case = letter.case.ok_or_else(|| AppError::not_found("letter", "Perkara surat", letter.id))?;
        Ok(printable(&self.case_state(case)?, (letter.id, letter.version), copies, reason, self.underway(letter)?)?)
    }

    /// Whether a version of a letter is on its way. One that was refused has left nothing behind, as far as is known.
    fn underway(&self, letter: &LetterRow) -> Result<bool, AppError> {
        let same = |outgoing: &Outgoing| (outgoing.letter, outgoing.version) == (letter.id, letter.version);
        Ok(self.read().outgoing()?.iter().any(|outgoing| same(outgoing) && outgoing.state != OutgoingState::Failed))
    }

    /// What is known of a letter before it is printed.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn printing_of(&self, id: LetterId) -> Result<LetterPrinting, AppError> {
        let letter = self.letter(id, None)?;
        let reason_needed = letter.printed > 0 || self.underway(&letter)?;
        // A file that is missing or changed is told when the letter is sent.
        let paper = self.read().read_blob(&letter.file.hash).ok().and_then(|pdf| sandika_letters::paper_of(&pdf));
        Ok(LetterPrinting { version: letter.version, printed: letter.printed, reason_needed, paper })
    }

    /// A page of the print log, newest first. `before` is the `born` of the last row of the page before.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn print_log(&self, filter: &PrintFilter, before: Option<i64>, limit: usize) -> Result<Vec<PrintLine>, AppError> {
        let limit = limit.clamp(1, crate::PAGE);
        let letters = self.read().print_log(filter, before, limit)?.into_iter().map(PrintLine::Letter);
        let books = self.read().agenda_book_prints(filter, before, limit)?.into_iter().map(PrintLine::Book);
        let mut lines: Vec<PrintLine> = letters.chain(books).collect();
        lines.sort_by_key(|line| Reverse(line.born()));
        lines.truncate(limit);
        Ok(lines)
    }

    /// Every letter on its way out, the longest waiting first.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn outgoing(&self) -> Result<Vec<OutgoingLetter>, AppError> {
        let known = |outgoing: Outgoing| {
            let letter = self.letter(outgoing.letter, Some(outgoing.version))?;
            Ok(OutgoingLetter { outgoing, letter })
        };
        self.read().outgoing()?.into_iter().map(known).collect()
    }

    /// When the next letter of a outlet is to be tried.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn next_outgoing(&self, outlet: Outlet) -> Result<Option<Moment>, AppError> {
        Ok(self.waiting(outlet)?.map(|outgoing| outgoing.due_at).min())
    }

    /// Has a letter tried again now: one that was refused, or one that waits for its folder.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when it has left meanwhile or was taken out; [`AppError::Conflict`] while it is being sent.
    pub fn retry_outgoing(&mut self, id: Uuid) -> Result<(), AppError> {
        let mut outgoing = self.in_queue(id)?;
        if outgoing.state == OutgoingState::Sending {
            let text = "Surat ini sedang dikirim. Tunggu hasilnya, atau hentikan dahulu.".to_owned();
            return Err(AppError::Conflict { field: "id", text });
        }
        (outgoing.state, outgoing.due_at) = (OutgoingState::Waiting, self.now());
        Ok(self.store.keep_outgoing(&outgoing)?)
    }

    /// Takes a letter out of the queue, which the print log tells. One that is being sent is stopped if it can still be; whoever carries it then takes
    /// it out.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when it has left meanwhile or was taken out.
    pub fn drop_outgoing(&mut self, id: Uuid) -> Result<(), AppError> {
        let outgoing = self.in_queue(id)?;
        match self.carried.get(&id) {
            Some(stop) if outgoing.state == OutgoingState::Sending => stop.stop(),
            _ => {
                let why =
                    outgoing.problem.as_ref().map_or_else(|| DROPPED.to_owned(), |problem| format!("{DROPPED}; sebelumnya: {problem}"));
                self.record_end(&outgoing, PrintEnd::Stopped(why))?;
            }
        }
        Ok(())
    }

    pub(super) fn waiting(&self, outlet: Outlet) -> Result<impl Iterator<Item = Outgoing>, AppError> {
        let all = self.read().outgoing()?.into_iter();
        Ok(all.filter(move |outgoing| outgoing.state == OutgoingState::Waiting && outlet.takes(&outgoing.way)))
    }

    pub(super) fn in_queue(&self, id: Uuid) -> Result<Outgoing, AppError> {
        self.read().outgoing_one(id)?.ok_or_else(|| AppError::not_found("id", "Antrean surat", id))
    }
}
