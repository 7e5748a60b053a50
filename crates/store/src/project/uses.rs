//! What facts take hold of: register numbers and stored files. Neither says anything of a person.

use super::Place;
use crate::StoreError;
use crate::sql::{At, Id};
use rusqlite::{Connection, OptionalExtension, params};
use sandika_domain::fact::{Fact, TakenNumber};
use sandika_domain::ids::LetterId;

/// Carries over the numbers and files of a fact.
///
/// # Errors
/// [`StoreError::NumberTaken`] when a number belongs to something else already.
pub(super) fn apply(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
    match fact {
        Fact::OfficeRecorded { profile } => profile.logo.iter().try_for_each(|hash| use_file(conn, place, hash)),
        Fact::CaseOpened { agenda, .. } => take_number(conn, place, agenda, None),
        Fact::LetterIssued { letter, number, file, .. } => {
            number.iter().try_for_each(|number| take_number(conn, place, number, Some(*letter)))?;
            use_file(conn, place, &file.hash)
        }
        Fact::DocumentAttached { file, .. } | Fact::LetterReturned { file, .. } => use_file(conn, place, &file.hash),
        _ => Ok(()),
    }
}

fn use_file(conn: &Connection, place: Place<'_>, hash: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO file_use (hash, born, case_id, person_id) VALUES (?1, ?2, ?3, ?4)";
    let header = place.header;
    conn.prepare_cached(sql)?.execute(params![hash, place.born, header.case.map(|id| Id(id.0)), header.person.map(|id| Id(id.0))])?;
    Ok(())
}

/// A later version of a letter keeps the letter's number.
fn take_number(conn: &Connection, place: Place<'_>, number: &TakenNumber, letter: Option<LetterId>) -> Result<(), StoreError> {
    let key = params![number.register, number.year, number.number];
    let holder: Option<Option<Id>> = conn
        .prepare_cached("SELECT letter_id FROM number_taken WHERE register = ?1 AND year = ?2 AND number = ?3")?
        .query_row(key, |row| row.get(0))
        .optional()?;
    match holder {
        Some(Some(held)) if Some(held.0) == letter.map(|letter| letter.0) => return Ok(()),
        Some(_) => return Err(StoreError::NumberTaken { register: number.register.clone(), year: number.year, number: number.number }),
        None => {}
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
