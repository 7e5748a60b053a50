//! Certificates.

use super::{Place, json};
use crate::StoreError;
use crate::sql::{At, Day, Id, to_the_millisecond};
use rusqlite::{Connection, params};
use sandika_domain::fact::Fact;
use sandika_domain::ids::OwnerId;

/// Carries over what a fact says of a certificate, and names the owner whose texts changed.
pub(super) fn apply(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<Option<OwnerId>, StoreError> {
    let at = At(place.header.at);
    match fact {
        Fact::CertificateRecorded { certificate, owner, personal } => {
            let sql = "INSERT INTO certificate (born, id, owner_id, state, serial, valid_until, withdrawn, details, recorded_at)
                       VALUES (?1, ?2, ?3, 'active', ?4, ?5, 0, ?6, ?7)
                       ON CONFLICT (id) DO UPDATE SET owner_id = ?3, serial = ?4, valid_until = ?5, withdrawn = 0, details = ?6, recorded_at = ?7";
            let details = personal.known();
            conn.prepare_cached(sql)?.execute(params![
                place.born,
                Id(certificate.0),
                Id(owner.0),
                details.map_or("", |details| &details.serial),
                details.and_then(|details| details.valid_until).map(Day),
                json(details)?,
                at,
            ])?;
            return Ok(Some(*owner));
        }
        Fact::CertificateRevoked { certificate, at: revoked } => {
            let sql = "UPDATE certificate SET state = 'revoked', revoked_at = ?2, recorded_at = ?3 WHERE id = ?1";
            conn.prepare_cached(sql)?.execute(params![Id(certificate.0), At(to_the_millisecond(*revoked)), at])?;
        }
        Fact::CertificateReplaced { certificate, by } => {
            let sql = "UPDATE certificate SET state = 'replaced', replaced_by = ?2, recorded_at = ?3 WHERE id = ?1";
            conn.prepare_cached(sql)?.execute(params![Id(certificate.0), Id(by.0), at])?;
        }
        Fact::CertificateRestored { certificate, withdrawn } => {
            let sql = "UPDATE certificate SET state = 'active', revoked_at = NULL, replaced_by = NULL, recorded_at = ?2 WHERE id = ?1";
            conn.prepare_cached(sql)?.execute(params![Id(certificate.0), at])?;
            if let Some(renewed) = withdrawn {
                let sql = "UPDATE certificate SET withdrawn = 1, recorded_at = ?2 WHERE id = ?1";
                conn.prepare_cached(sql)?.execute(params![Id(renewed.0), at])?;
            }
        }
        _ => {}
    }
    Ok(None)
}
