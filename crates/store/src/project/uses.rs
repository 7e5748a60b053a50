//! Which stored files facts stand on. That says nothing of a person.

use super::Place;
use crate::StoreError;
use crate::sql::Id;
use rusqlite::{Connection, params};
use sandika_domain::fact::{Fact, Retention, SharedLetter};

/// Carries over the files of a fact.
pub(super) fn apply(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
    match fact {
        Fact::OfficeRecorded { profile } => {
            let fonts = profile.own_face.iter().flat_map(|face| face.files());
            profile.logo.iter().chain(fonts).try_for_each(|hash| use_file(conn, place, hash))
        }
        Fact::LetterIssued { file, .. }
        | Fact::LetterShared(SharedLetter { file, .. })
        | Fact::DocumentAttached { file, .. }
        | Fact::LetterReturned { file, .. }
        | Fact::Retention(Retention::Done { record: file, .. }) => use_file(conn, place, &file.hash),
        _ => Ok(()),
    }
}

fn use_file(conn: &Connection, place: Place<'_>, hash: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO file_use (hash, born, case_id, person_id) VALUES (?1, ?2, ?3, ?4)";
    let header = place.header;
    conn.prepare_cached(sql)?.execute(params![hash, place.born, header.case.map(|id| Id(id.0)), header.person.map(|id| Id(id.0))])?;
    Ok(())
}
