//! The office's own register: its profile, its officials, the SOPs that it has taken into use.

use super::{Place, json};
use crate::StoreError;
use crate::sql::{At, Id};
use rusqlite::{Connection, params};
use sandika_domain::fact::Fact;

/// Carries over what a fact says of the office.
pub(super) fn apply(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
    let at = At(place.header.at);
    match fact {
        Fact::OfficeRecorded { profile } => {
            let sql = "INSERT INTO office (one, profile, recorded_at) VALUES (1, ?1, ?2)
                       ON CONFLICT (one) DO UPDATE SET profile = ?1, recorded_at = ?2";
            conn.prepare_cached(sql)?.execute(params![json(Some(profile))?, at])?;
        }
        Fact::OfficialRecorded { official, personal } => {
            let sql = "INSERT INTO official (born, id, details, recorded_at) VALUES (?1, ?2, ?3, ?4)
                       ON CONFLICT (id) DO UPDATE SET details = ?3, recorded_at = ?4";
            conn.prepare_cached(sql)?.execute(params![place.born, Id(official.0), json(personal.known())?, at])?;
        }
        Fact::SopAdopted { sop, hash, text } => {
            // A version that comes into use again is the newest again.
            let sql = "INSERT INTO sop_version (born, hash, sop, text, adopted_at) VALUES (?1, ?2, ?3, ?4, ?5)
                       ON CONFLICT (hash) DO UPDATE SET adopted_at = ?5";
            conn.prepare_cached(sql)?.execute(params![place.born, hash, sop, text, at])?;
        }
        _ => {}
    }
    Ok(())
}
