//! Letters on their way out.

use super::local;
use crate::args::paper_word;
use sandika_app::{LetterPrinting, OutgoingLetter, PrintLine, agenda_book_title};
use sandika_domain::calendar::Zone;
use sandika_store::{AgendaBookPrintRow, OutgoingState, PrintResult, PrintRow, Way};
use serde::Serialize;
use ts_rs::TS;

/// How far a letter is on its way.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OutgoingStateView {
    /// It waits for its turn, or for the folder to be there again.
    Menunggu,
    /// It is being sent.
    Dikirim,
    /// It was refused, and waits for a decision.
    Gagal,
}

/// A letter on its way out.
#[derive(Debug, Serialize, TS)]
pub(crate) struct OutgoingView {
    pub(crate) id: String,
    pub(crate) letter: String,
    pub(crate) version: u32,
    pub(crate) title: String,
    pub(crate) number: Option<String>,
    pub(crate) case: Option<String>,
    /// Agenda number of the case; empty if it has none.
    pub(crate) agenda: String,
    /// Name of the case's owner; empty once it is erased.
    pub(crate) owner_name: String,
    pub(crate) copies: u32,
    /// `printer` or `folder`.
    pub(crate) way: &'static str,
    /// The printer that was chosen; the computer's usual one if none.
    pub(crate) printer: Option<String>,
    /// Why it goes out again; empty where it does not.
    pub(crate) reason: String,
    pub(crate) state: OutgoingStateView,
    /// How often it was tried in vain.
    pub(crate) tries: u32,
    /// What was said the last time.
    pub(crate) problem: Option<String>,
    pub(crate) queued_at: String,
    /// When it is tried again, while it waits after a try in vain.
    pub(crate) tried_again_at: Option<String>,
}

impl OutgoingView {
    pub(crate) fn of(sent: &OutgoingLetter, zone: Zone) -> Self {
        let OutgoingLetter { outgoing, letter } = sent;
        let again = outgoing.state == OutgoingState::Waiting && outgoing.tries > 0;
        Self {
            id: outgoing.id.to_string(),
            letter: letter.id.to_string(),
            version: letter.version,
            title: letter.title.clone(),
            number: letter.number.as_ref().map(|number| number.text.clone()),
            case: letter.case.map(|case| case.to_string()),
            agenda: letter.agenda.clone(),
            owner_name: letter.owner_name.clone(),
            copies: outgoing.copies,
            way: if outgoing.way == Way::Folder { "folder" } else { "printer" },
            printer: match &outgoing.way {
                Way::Printer(name) => name.clone(),
                Way::Folder => None,
            },
            reason: outgoing.reason.clone(),
            state: match outgoing.state {
                OutgoingState::Waiting => OutgoingStateView::Menunggu,
                OutgoingState::Sending => OutgoingStateView::Dikirim,
                OutgoingState::Failed => OutgoingStateView::Gagal,
            },
            tries: outgoing.tries,
            problem: outgoing.problem.clone(),
            queued_at: local(outgoing.queued_at, zone),
            tried_again_at: again.then(|| local(outgoing.due_at, zone)),
        }
    }
}

/// What is known of a letter before it is printed.
#[derive(Debug, Serialize, TS)]
pub(crate) struct LetterPrintView {
    /// Its newest version, which would go out.
    pub(crate) version: u32,
    /// Copies of this version that were printed.
    pub(crate) printed: u32,
    /// It was printed before or is on its way: sending it again asks for a reason.
    pub(crate) reason_needed: bool,
    /// Its paper: `a4`, `f4` or `legal`; none where it cannot be read.
    pub(crate) paper: Option<String>,
}

impl From<LetterPrinting> for LetterPrintView {
    fn from(printing: LetterPrinting) -> Self {
        let LetterPrinting { version, printed, reason_needed, paper } = printing;
        Self { version, printed, reason_needed, paper: paper.map(paper_word) }
    }
}

/// How a printing ended.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PrintResultView {
    /// It came out.
    Tercetak,
    /// It was refused.
    Gagal,
    /// An officer stopped it or took it out of the queue.
    Dihentikan,
}

impl From<PrintResult> for PrintResultView {
    fn from(result: PrintResult) -> Self {
        match result {
            PrintResult::Printed => Self::Tercetak,
            PrintResult::Failed => Self::Gagal,
            PrintResult::Stopped => Self::Dihentikan,
        }
    }
}

/// A row of the print log.
#[derive(Debug, Serialize, TS)]
pub(crate) struct PrintLogView {
    pub(crate) cursor: i64,
    pub(crate) at: String,
    /// User name.
    pub(crate) by: String,
    /// The letter; none for an agenda book.
    pub(crate) letter: Option<String>,
    /// Version of the letter; 0 for an agenda book.
    pub(crate) version: u32,
    /// Empty once it is erased.
    pub(crate) title: String,
    /// Empty if it has none.
    pub(crate) number: String,
    /// Its case; none for an agenda book.
    pub(crate) case: Option<String>,
    /// Agenda number of the case; empty if it has none.
    pub(crate) agenda: String,
    /// Printer or folder; empty for the computer's usual printer, where nothing came out.
    pub(crate) printer: String,
    pub(crate) copies: u32,
    pub(crate) result: PrintResultView,
    /// The system's words where it did not print.
    pub(crate) why: String,
    /// This version had been printed before.
    pub(crate) reprint: bool,
    /// Why it was printed again; empty once it is erased.
    pub(crate) reason: String,
}

impl PrintLogView {
    pub(crate) fn of(line: &PrintLine, zone: Zone) -> Self {
        match line {
            PrintLine::Letter(row) => Self::letter(row, zone),
            PrintLine::Book(row) => Self::book(row, zone),
        }
    }

    fn book(row: &AgendaBookPrintRow, zone: Zone) -> Self {
        Self {
            cursor: row.born,
            at: local(row.at, zone),
            by: row.actor.clone(),
            letter: None,
            version: 0,
            title: agenda_book_title(&row.register, row.since, row.until),
            number: String::new(),
            case: None,
            agenda: String::new(),
            printer: row.printer.clone(),
            copies: row.copies,
            result: row.result.into(),
            why: row.why.clone(),
            reprint: false,
            reason: String::new(),
        }
    }

    fn letter(row: &PrintRow, zone: Zone) -> Self {
        Self {
            cursor: row.born,
            at: local(row.at, zone),
            by: row.actor.clone(),
            letter: Some(row.letter.to_string()),
            version: row.version,
            title: row.title.clone(),
            number: row.number.clone(),
            case: Some(row.case.to_string()),
            agenda: row.agenda.clone(),
            printer: row.printer.clone(),
            copies: row.copies,
            result: row.result.into(),
            why: row.why.clone(),
            reprint: row.reprint,
            reason: row.reason.clone(),
        }
    }
}
