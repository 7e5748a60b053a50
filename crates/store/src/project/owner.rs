//! Owners.

use super::{Place, json};
use crate::StoreError;
use crate::sql::{At, Id};
use rusqlite::{Connection, params};
use sandika_domain::fact::Fact;
use sandika_domain::ids::OwnerId;

/// Carries over what a fact says of an owner, and names the owner whose texts changed.
pub(super) fn apply(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<Option<OwnerId>, StoreError> {
    let Fact::OwnerRecorded { owner, personal } = fact else { return Ok(None) };
    let details = personal.known().map(|recorded| &recorded.details);
    let text = |pick: fn(&sandika_domain::owner::OwnerDetails) -> &String| details.map(pick).map(String::as_str).unwrap_or_default();
    let sql = "INSERT INTO owner (born, id, name, nip, nik, institution, details, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
               ON CONFLICT (id) DO UPDATE SET name = ?3, nip = ?4, nik = ?5, institution = ?6, details = ?7, recorded_at = ?8";
    conn.prepare_cached(sql)?.execute(params![
        place.born,
        Id(owner.0),
        text(|details| &details.name),
        text(|details| &details.nip),
        text(|details| &details.nik),
        text(|details| &details.institution),
        json(personal.known())?,
        At(place.header.at),
    ])?;
    Ok(Some(*owner))
}
