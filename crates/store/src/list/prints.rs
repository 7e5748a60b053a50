//! The print log.

use super::{Conditions, rows, word};
use crate::sql::{At, Day, Id};
use crate::{Ledger, StoreError};
use chrono::NaiveDate;
use rusqlite::Row;
use sandika_domain::document::Word;
use sandika_domain::fact::Moment;
use sandika_domain::ids::{CaseId, LetterId};

/// How a printing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintResult {
    /// It came out.
    Printed,
    /// It was refused.
    Failed,
    /// An officer stopped it, or took it out of the queue.
    Stopped,
}

impl Word for PrintResult {
    const ALL: &'static [Self] = &[Self::Printed, Self::Failed, Self::Stopped];

    fn word(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Failed => "failed",
            Self::Stopped => "stopped",
        }
    }
}

/// Which printings are asked for. Everything that is given must hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrintFilter {
    /// Of this letter, in all its versions.
    pub letter: Option<LetterId>,
    /// From this moment on.
    pub from: Option<Moment>,
    /// Before this moment.
    pub until: Option<Moment>,
}

/// One printing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintRow {
    /// Cursor: the page after this row is asked for with it.
    pub born: i64,
    /// When.
    pub at: Moment,
    /// Who: user name.
    pub actor: String,
    /// The letter.
    pub letter: LetterId,
    /// Version.
    pub version: u32,
    /// Its title; empty once it is erased.
    pub title: String,
    /// Its number as printed; empty if it has none.
    pub number: String,
    /// Its case.
    pub case: CaseId,
    /// Agenda number of that case; empty if it has none.
    pub agenda: String,
    /// Printer or folder; empty for the computer's usual printer, where nothing came out.
    pub printer: String,
    /// Copies.
    pub copies: u32,
    /// How it ended.
    pub result: PrintResult,
    /// The words of what did not print; empty where it did.
    pub why: String,
    /// The version had been printed before.
    pub reprint: bool,
    /// Why it was printed again; empty once it is erased, and where nobody was asked.
    pub reason: String,
}

/// One printing of an agenda book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaBookPrintRow {
    /// Cursor, in one order with that of [`PrintRow`].
    pub born: i64,
    /// When.
    pub at: Moment,
    /// Who: user name.
    pub actor: String,
    /// Its register.
    pub register: String,
    /// First day of its period.
    pub since: NaiveDate,
    /// Last day of its period.
    pub until: NaiveDate,
    /// Printer or folder; empty for the computer's usual printer, where nothing came out.
    pub printer: String,
    /// Copies.
    pub copies: u32,
    /// Pages.
    pub pages: u32,
    /// How it ended.
    pub result: PrintResult,
    /// The words of what did not print; empty where it did.
    pub why: String,
}

const SELECT: &str = "SELECT p.*, coalesce(l.title, '') AS title, coalesce(l.number_text, '') AS number, coalesce(c.agenda_text, '') AS agenda
    FROM print_log p LEFT JOIN letter_row l ON l.letter_id = p.letter_id AND l.version = p.version LEFT JOIN case_row c ON c.id = p.case_id";

impl Ledger {
    /// A page of the print log, the newest first. Hand in the last row's `born` as `before` for the next page.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn print_log(&self, filter: &PrintFilter, before: Option<i64>, limit: usize) -> Result<Vec<PrintRow>, StoreError> {
        let mut conditions = Conditions::default();
        conditions.begin_branch(SELECT);
        if let Some(before) = before {
            conditions.add("p.born < ?", before);
        }
        if let Some(letter) = filter.letter {
            conditions.add("p.letter_id = ?", Id(letter.0));
        }
        if let Some(from) = filter.from {
            conditions.add("p.at >= ?", At(from));
        }
        if let Some(until) = filter.until {
            conditions.add("p.at < ?", At(until));
        }
        let sql = format!("{} ORDER BY p.born DESC LIMIT {limit}", conditions.sql);
        conditions.rows(self.conn(), &sql, of)
    }

    /// A page of the printed agenda books, the newest first, between two moments. Where a letter is asked for there is none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn agenda_book_prints(
        &self,
        filter: &PrintFilter,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<AgendaBookPrintRow>, StoreError> {
        if filter.letter.is_some() {
            return Ok(Vec::new());
        }
        let sql = format!("SELECT * FROM agenda_book_print WHERE born < ?1 AND at >= ?2 AND at < ?3 ORDER BY born DESC LIMIT {limit}");
        let (from, until) = (filter.from.map_or(i64::MIN, millis), filter.until.map_or(i64::MAX, millis));
        rows(self.conn(), &sql, (before.unwrap_or(i64::MAX), from, until), book)
    }
}

fn millis(at: Moment) -> i64 {
    at.timestamp_millis()
}

fn book(row: &Row<'_>) -> rusqlite::Result<AgendaBookPrintRow> {
    Ok(AgendaBookPrintRow {
        born: row.get("born")?,
        at: row.get::<_, At>("at")?.0,
        actor: row.get("actor")?,
        register: row.get("register")?,
        since: row.get::<_, Day>("since")?.0,
        until: row.get::<_, Day>("until")?.0,
        printer: row.get("printer")?,
        copies: row.get("copies")?,
        pages: row.get("pages")?,
        result: word(row, "result")?,
        why: row.get("why")?,
    })
}

fn of(row: &Row<'_>) -> rusqlite::Result<PrintRow> {
    Ok(PrintRow {
        born: row.get("born")?,
        at: row.get::<_, At>("at")?.0,
        actor: row.get("actor")?,
        letter: LetterId(row.get::<_, Id>("letter_id")?.0),
        version: row.get("version")?,
        title: row.get("title")?,
        number: row.get("number")?,
        case: CaseId(row.get::<_, Id>("case_id")?.0),
        agenda: row.get("agenda")?,
        printer: row.get("printer")?,
        copies: row.get("copies")?,
        result: word(row, "result")?,
        why: row.get("why")?,
        reprint: row.get("reprint")?,
        reason: row.get("reason")?,
    })
}
