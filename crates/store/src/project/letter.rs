//! Letters, one row for each version. A letter belongs to the case that issued it; what another case says of it is not heard.

use super::Place;
use crate::StoreError;
use crate::bad_entry::BadEntry;
use crate::sql::{At, Day, Id};
use rusqlite::{Connection, params};
use sandika_domain::fact::{Fact, OtherNumber};
use sandika_domain::ids::LetterId;

/// Carries over what a fact says of a letter, and names the letter if what can be searched of it changed.
///
/// # Errors
/// [`BadEntry::LetterExists`] when a version is issued twice: what was issued never changes.
pub(super) fn apply(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<Option<LetterId>, StoreError> {
    let case = place.header.case.map(|case| Id(case.0));
    match fact {
        Fact::LetterIssued { letter, .. } => {
            issue(conn, place, fact)?;
            return Ok(Some(*letter));
        }
        Fact::LetterReturned { letter, version, file, .. } => {
            let sql =
                "UPDATE letter_row SET returned_hash = ?3, returned_size = ?4, returned_media = ?5 WHERE letter_id = ?1 AND version = ?2
                       AND case_id IS ?6";
            conn.prepare_cached(sql)?.execute(params![Id(letter.0), version, file.hash, file.size, file.media, case])?;
        }
        Fact::LetterVoided { letter, version, personal } => {
            let sql = "UPDATE letter_row SET voided_at = ?3, void_reason = ?4 WHERE letter_id = ?1 AND version = ?2 AND case_id IS ?5";
            let why = personal.known().map_or("", String::as_str);
            conn.prepare_cached(sql)?.execute(params![Id(letter.0), version, At(place.header.at), why, case])?;
        }
        Fact::LetterNumberedElsewhere(OtherNumber { letter, version, system, number }) => {
            let sql = "UPDATE letter_row SET other_system = ?3, other_number = ?4 WHERE letter_id = ?1 AND version = ?2 AND case_id IS ?5";
            let system = if number.is_empty() { "" } else { system.as_str() };
            conn.prepare_cached(sql)?.execute(params![Id(letter.0), version, system, number, case])?;
            return Ok(Some(*letter));
        }
        Fact::LetterPrinted { letter, version, copies, .. } => {
            let sql = "UPDATE letter_row SET printed = printed + ?3 WHERE letter_id = ?1 AND version = ?2 AND case_id IS ?4";
            conn.prepare_cached(sql)?.execute(params![Id(letter.0), version, copies, case])?;
        }
        _ => {}
    }
    Ok(None)
}

fn issue(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
    let Fact::LetterIssued { letter, version, template, template_hash, step, number, dated, file, pages, scan_back, personal, .. } = fact
    else {
        return Ok(());
    };
    let issued = "SELECT 1 FROM letter_row WHERE letter_id = ?1 AND version = ?2";
    if conn.prepare_cached(issued)?.exists(params![Id(letter.0), version])? {
        return Err(StoreError::BadEntry { entry: place.header.id, why: BadEntry::LetterExists });
    }
    let sql =
        "INSERT INTO letter_row (born, letter_id, version, case_id, step, template, number_register, number_year, number, number_text,
               dated, title, file_hash, file_size, file_media, pages, scan_back, printed, issued_at, template_hash)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, 0, ?18, ?19)";
    let number = number.as_ref();
    conn.prepare_cached(sql)?.execute(params![
        place.born,
        Id(letter.0),
        version,
        place.header.case.map(|case| Id(case.0)),
        step,
        template,
        number.map(|number| &number.register),
        number.map(|number| number.year),
        number.map(|number| number.number),
        number.map_or("", |number| &number.text),
        Day(*dated),
        personal.known().map_or("", String::as_str),
        file.hash,
        file.size,
        file.media,
        pages,
        scan_back,
        At(place.header.at),
        template_hash,
    ])?;
    Ok(())
}
