//! The print log: one row for each printing, whether it came out or not. As with letters, only what the letter's own case says is heard.

use super::Place;
use crate::StoreError;
use crate::journal::born;
use crate::list::PrintResult;
use crate::sql::{At, Day, Id};
use rusqlite::{Connection, params};
use sandika_domain::document::Word;
use sandika_domain::fact::{AgendaBookEnd, AgendaBookPrint, Fact, FailedPrint, ReasonedReprint};
use sandika_domain::ids::LetterId;

/// One printing, as a fact tells it.
struct Printing<'f> {
    letter: LetterId,
    version: u32,
    printer: &'f str,
    copies: u32,
    result: PrintResult,
    why: &'f str,
    reprint: bool,
}

/// Carries over what a fact says of a printing.
pub(super) fn apply(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
    match fact {
        Fact::LetterPrinted { letter, version, printer, copies, reprint } => {
            let result = PrintResult::Printed;
            insert(
                conn,
                place,
                &Printing { letter: *letter, version: *version, printer, copies: *copies, result, why: "", reprint: *reprint },
            )
        }
        Fact::LetterPrintFailed(FailedPrint { letter, version, printer, copies, why, stopped }) => {
            let result = if *stopped { PrintResult::Stopped } else { PrintResult::Failed };
            insert(conn, place, &Printing { letter: *letter, version: *version, printer, copies: *copies, result, why, reprint: false })
        }
        Fact::AgendaBookPrinted(print) => book(conn, place, print),
        Fact::LetterReprintReasoned(ReasonedReprint { letter, version, personal }) => {
            reason(conn, place, (*letter, *version), personal.known().map_or("", String::as_str))
        }
        _ => Ok(()),
    }
}

fn insert(conn: &Connection, place: Place<'_>, printing: &Printing<'_>) -> Result<(), StoreError> {
    let sql = "INSERT INTO print_log (born, case_id, letter_id, version, at, actor, printer, copies, result, why, reprint, reason)
               SELECT ?1, case_id, letter_id, version, ?5, ?6, ?7, ?8, ?9, ?10, ?11, '' FROM letter_row
               WHERE letter_id = ?2 AND version = ?3 AND case_id = ?4";
    conn.prepare_cached(sql)?.execute(params![
        place.born,
        Id(printing.letter.0),
        printing.version,
        place.header.case.map(|case| Id(case.0)),
        At(place.header.at),
        place.header.actor,
        printing.printer,
        printing.copies,
        printing.result.word(),
        printing.why,
        printing.reprint,
    ])?;
    Ok(())
}

/// A book belongs to no case.
fn book(conn: &Connection, place: Place<'_>, print: &AgendaBookPrint) -> Result<(), StoreError> {
    let sql = "INSERT INTO agenda_book_print (born, register, since, until, at, actor, printer, copies, pages, result, why)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let result = match print.end {
        AgendaBookEnd::Printed => PrintResult::Printed,
        AgendaBookEnd::Failed => PrintResult::Failed,
        AgendaBookEnd::Stopped => PrintResult::Stopped,
    };
    conn.prepare_cached(sql)?.execute(params![
        place.born,
        print.register,
        Day(print.since),
        Day(print.until),
        At(place.header.at),
        place.header.actor,
        print.printer,
        print.copies,
        print.pages,
        result.word(),
        print.why,
    ])?;
    Ok(())
}

/// The reason belongs to the last printing of the letter within the same entry; it was one of a version that had been printed before, whatever became of it.
fn reason(conn: &Connection, place: Place<'_>, (letter, version): (LetterId, u32), why: &str) -> Result<(), StoreError> {
    let sql = "UPDATE print_log SET reason = ?4, reprint = 1 WHERE born =
               (SELECT max(born) FROM print_log WHERE letter_id = ?1 AND version = ?2 AND born >= ?3 AND case_id = ?5)";
    let entry = born(place.header.seq, 0);
    conn.prepare_cached(sql)?.execute(params![Id(letter.0), version, entry, why, place.header.case.map(|case| Id(case.0))])?;
    Ok(())
}
