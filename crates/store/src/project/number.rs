//! Numbers of registers: taken by cases and letters, or accounted for otherwise. No number is ever held twice.

use super::Place;
use crate::StoreError;
use crate::bad_entry::BadEntry;
use crate::sql::{At, Day, Id};
use rusqlite::{Connection, OptionalExtension, params};
use sandika_domain::fact::{Fact, NumberNote, NumberRange, NumberUse, NumbersAccount, TakenNumber};
use sandika_domain::ids::LetterId;

/// Carries over the numbers of a fact.
///
/// # Errors
/// [`StoreError::NumberTaken`] when a number belongs to something else already; [`BadEntry::NoSuchNumbers`] when numbers are released that nobody
/// accounted for.
pub(super) fn apply(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
    match fact {
        Fact::CaseOpened { agenda, .. } => take(conn, place, agenda, None),
        // The number of a shared letter is taken by the case that issued it.
        Fact::LetterIssued { letter, number: Some(number), .. } => take(conn, place, number, Some(*letter)),
        Fact::NumbersAccounted(_) => account(conn, place, fact),
        Fact::NumbersReleased(NumberRange { register, year, first, last }) => {
            let sql = "DELETE FROM number_range WHERE register = ?1 AND year = ?2 AND first = ?3 AND last = ?4";
            match conn.prepare_cached(sql)?.execute(params![register, year, first, last])? {
                0 => Err(StoreError::BadEntry { entry: place.header.id, why: BadEntry::NoSuchNumbers }),
                _ => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

/// A later version of a letter keeps the letter's number.
fn take(conn: &Connection, place: Place<'_>, number: &TakenNumber, letter: Option<LetterId>) -> Result<(), StoreError> {
    let key = params![number.register, number.year, number.number];
    let holder: Option<Option<Id>> = conn
        .prepare_cached("SELECT letter_id FROM number_taken WHERE register = ?1 AND year = ?2 AND number = ?3")?
        .query_row(key, |row| row.get(0))
        .optional()?;
    match holder {
        Some(Some(held)) if Some(held.0) == letter.map(|letter| letter.0) => return Ok(()),
        Some(_) => return Err(taken(&number.register, number.year, number.number)),
        None => {}
    }
    if let Some(held) = accounted(conn, &number.register, number.year, number.number, number.number)? {
        return Err(taken(&number.register, number.year, held));
    }
    let sql = "INSERT INTO number_taken (register, year, number, text, case_id, letter_id, taken_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    conn.prepare_cached(sql)?.execute(params![
        number.register,
        number.year,
        number.number,
        number.text,
        place.header.case.map(|case| Id(case.0)),
        letter.map(|letter| Id(letter.0)),
        At(place.header.at),
    ])?;
    Ok(())
}

fn account(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
    let Fact::NumbersAccounted(NumbersAccount { register, year, first, last, used, dated, continues, personal }) = fact else {
        return Ok(());
    };
    if *first == 0 || last < first {
        return Err(StoreError::BadEntry { entry: place.header.id, why: BadEntry::NoSuchNumbers });
    }
    let held = "SELECT min(number) FROM number_taken WHERE register = ?1 AND year = ?2 AND number BETWEEN ?3 AND ?4";
    let held: Option<u32> = conn.prepare_cached(held)?.query_row(params![register, year, first, last], |row| row.get(0))?;
    if let Some(number) = held.or(accounted(conn, register, *year, *first, *last)?) {
        return Err(taken(register, *year, number));
    }
    let nothing = NumberNote::default();
    let note = personal.known().unwrap_or(&nothing);
    let sql = "INSERT INTO number_range (born, register, year, first, last, used, dated, continues, person_id, text, about, party, told_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
    conn.prepare_cached(sql)?.execute(params![
        place.born,
        register,
        year,
        first,
        last,
        word(*used),
        dated.map(Day),
        continues,
        place.header.person.map(|person| Id(person.0)),
        note.text,
        note.about,
        note.party,
        At(place.header.at),
    ])?;
    Ok(())
}

/// The first number of a range that is accounted for already.
fn accounted(conn: &Connection, register: &str, year: i32, first: u32, last: u32) -> Result<Option<u32>, StoreError> {
    let sql = "SELECT min(max(first, ?3)) FROM number_range WHERE register = ?1 AND year = ?2 AND first <= ?4 AND last >= ?3";
    Ok(conn.prepare_cached(sql)?.query_row(params![register, year, first, last], |row| row.get(0))?)
}

fn taken(register: &str, year: i32, number: u32) -> StoreError {
    StoreError::NumberTaken { register: register.to_owned(), year, number }
}

/// How a use stands in its column.
fn word(used: NumberUse) -> &'static str {
    match used {
        NumberUse::Book => "book",
        NumberUse::OtherSystem => "other_system",
        NumberUse::Unused => "unused",
    }
}
