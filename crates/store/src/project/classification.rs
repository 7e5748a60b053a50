//! The office's list of archive classification codes, and the one before it, to which the office can go back. Older ones are in the journal alone.

use super::Place;
use crate::StoreError;
use crate::sql::At;
use rusqlite::{Connection, params};
use sandika_domain::classification::RecordedList;
use sandika_domain::fact::Fact;

/// Carries a new list over.
pub(super) fn apply(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
    let Fact::ClassificationsRecorded(RecordedList { codes }) = fact else { return Ok(()) };
    // The newest one so far becomes the one before; what was before it goes.
    let old = "DELETE FROM classification_list WHERE born < (SELECT max(born) FROM classification_list)";
    conn.prepare_cached(old)?.execute([])?;
    conn.prepare_cached("DELETE FROM classification WHERE list NOT IN (SELECT born FROM classification_list)")?.execute([])?;
    let list = "INSERT INTO classification_list (born, recorded_at, actor, codes) VALUES (?1, ?2, ?3, ?4)";
    conn.prepare_cached(list)?.execute(params![place.born, At(place.header.at), place.header.actor, codes.len() as i64])?;
    let mut row = conn.prepare_cached("INSERT INTO classification (list, place, code, name, note) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (index, one) in codes.iter().enumerate() {
        row.execute(params![place.born, index as i64, one.code, one.name, one.note])?;
    }
    Ok(())
}
