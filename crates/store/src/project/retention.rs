//! How long files are kept, which are held back, and what was proposed for destruction.

use super::{Place, json};
use crate::StoreError;
use crate::sql::{At, Id};
use rusqlite::{Connection, params};
use sandika_domain::document::Word;
use sandika_domain::fact::{Fact, FileRef, Retention};
use sandika_domain::ids::{OwnerId, ProposalId};
use sandika_domain::retention::ProposalState;

/// Carries over what a fact says of the keeping of files.
pub(super) fn apply(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
    let Fact::Retention(retention) = fact else { return Ok(()) };
    let (at, actor) = (At(place.header.at), &place.header.actor);
    match retention {
        Retention::TableRecorded(table) => {
            let sql = "INSERT OR REPLACE INTO retention_table (one, body, recorded_at, actor) VALUES (1, ?1, ?2, ?3)";
            conn.prepare_cached(sql)?.execute(params![json(Some(table))?, at, actor])?;
        }
        Retention::Held { owner, personal } => {
            let sql = "INSERT OR REPLACE INTO retention_hold (born, owner_id, reason, held_at, actor) VALUES (?1, ?2, ?3, ?4, ?5)";
            conn.prepare_cached(sql)?.execute(params![place.born, Id(owner.0), personal.known(), at, actor])?;
        }
        Retention::Released { owner } => {
            conn.prepare_cached("DELETE FROM retention_hold WHERE owner_id = ?1")?.execute([Id(owner.0)])?;
        }
        Retention::Proposed { proposal, owners } => {
            let sql = "INSERT INTO destruction (born, id, state, proposed_at, proposed_by) VALUES (?1, ?2, ?3, ?4, ?5)";
            conn.prepare_cached(sql)?.execute(params![place.born, Id(proposal.0), ProposalState::Proposed.word(), at, actor])?;
            list_files(conn, *proposal, owners)?;
        }
        Retention::Approved { proposal } => {
            let sql = "UPDATE destruction SET state = ?2, approved_at = ?3, approved_by = ?4 WHERE id = ?1";
            conn.prepare_cached(sql)?.execute(params![Id(proposal.0), ProposalState::Approved.word(), at, actor])?;
        }
        Retention::Dropped { proposal } => {
            let sql = "UPDATE destruction SET state = ?2, ended_at = ?3, ended_by = ?4 WHERE id = ?1";
            conn.prepare_cached(sql)?.execute(params![Id(proposal.0), ProposalState::Dropped.word(), at, actor])?;
        }
        Retention::Done { proposal, owners, record: FileRef { hash, size, media } } => {
            let sql = "UPDATE destruction SET state = ?2, ended_at = ?3, ended_by = ?4, file_hash = ?5, file_size = ?6, file_media = ?7
                       WHERE id = ?1";
            let size = i64::try_from(*size).unwrap_or(i64::MAX);
            let values = params![Id(proposal.0), ProposalState::Done.word(), at, actor, hash, size, media];
            conn.prepare_cached(sql)?.execute(values)?;
            list_files(conn, *proposal, owners)?;
        }
    }
    Ok(())
}

/// The files of a proposal from now on.
fn list_files(conn: &Connection, proposal: ProposalId, owners: &[OwnerId]) -> Result<(), StoreError> {
    let of = "(SELECT born FROM destruction WHERE id = ?1)";
    conn.prepare_cached(&format!("DELETE FROM destruction_file WHERE destruction = {of}"))?.execute([Id(proposal.0)])?;
    let mut row = conn.prepare_cached(&format!("INSERT INTO destruction_file (destruction, place, owner_id) VALUES ({of}, ?2, ?3)"))?;
    for (place, owner) in owners.iter().enumerate() {
        row.execute(params![Id(proposal.0), place as i64, Id(owner.0)])?;
    }
    Ok(())
}
