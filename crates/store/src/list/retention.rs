//! What is known of the keeping of files: the office's table, files that are held back, proposals, and what decides where each file stands.

use super::{json, rows, unreadable, word};
use crate::sql::{At, Day, Id};
use crate::{Ledger, StoreError};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row};
use sandika_domain::fact::{FileRef, Moment};
use sandika_domain::ids::{OwnerId, ProposalId};
use sandika_domain::owner::CertificateState;
use sandika_domain::retention::{ProposalState, RetentionTable};
use sandika_domain::sop::ServiceKind;
use std::collections::HashMap;

/// The table that the office recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetentionTableRow {
    /// The table.
    pub table: RetentionTable,
    /// Since when it holds.
    pub recorded_at: Moment,
    /// Who recorded it.
    pub actor: String,
}

/// A file that is held back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldRow {
    /// Whose.
    pub owner: OwnerId,
    /// Why; none once the owner is erased.
    pub reason: Option<String>,
    /// Since when.
    pub held_at: Moment,
    /// Who did it.
    pub actor: String,
}

/// A proposal to destroy files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DestructionRow {
    /// The proposal.
    pub id: ProposalId,
    /// Where it stands.
    pub state: ProposalState,
    /// When and by whom it was proposed.
    pub proposed: (Moment, String),
    /// When and by whom it was approved.
    pub approved: Option<(Moment, String)>,
    /// When and by whom it was carried out or given up.
    pub ended: Option<(Moment, String)>,
    /// The official record, once it is carried out.
    pub record: Option<FileRef>,
    /// Whose files it is about; once it is carried out, whose were destroyed.
    pub owners: Vec<OwnerId>,
}

/// The file of an owner, with what decides where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// Whose.
    pub owner: OwnerId,
    /// Name of the owner.
    pub name: String,
    /// Institution.
    pub institution: String,
    /// When the owner was last recorded.
    pub recorded_at: Moment,
    /// Every case, the oldest first.
    pub cases: Vec<KeptCase>,
    /// Every certificate that was not withdrawn.
    pub certificates: Vec<KeptCertificate>,
}

/// A case of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptCase {
    /// Its agenda number.
    pub agenda: String,
    /// What it is about.
    pub service: ServiceKind,
    /// The day on which the request came.
    pub received_on: NaiveDate,
    /// When it ended; none while it runs.
    pub ended_at: Option<Moment>,
}

/// A certificate of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptCertificate {
    /// Where it stands.
    pub state: CertificateState,
    /// Its last day.
    pub valid_until: Option<NaiveDate>,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
}

impl Ledger {
    /// The table that the office recorded, if it did.
    pub fn retention_table(&self) -> Result<Option<RetentionTableRow>, StoreError> {
        let mut statement = self.conn().prepare_cached("SELECT body, recorded_at, actor FROM retention_table")?;
        let row = statement.query_row([], |row| {
            let table = json(&row.get::<_, String>(0)?)?;
            Ok(RetentionTableRow { table, recorded_at: row.get::<_, At>(1)?.0, actor: row.get(2)? })
        });
        Ok(row.optional()?)
    }

    /// Every file that is held back, in the order in which that began.
    pub fn holds(&self) -> Result<Vec<HoldRow>, StoreError> {
        rows(self.conn(), "SELECT owner_id, reason, held_at, actor FROM retention_hold ORDER BY born", [], |row| {
            Ok(HoldRow { owner: owner_id(row)?, reason: row.get(1)?, held_at: row.get::<_, At>(2)?.0, actor: row.get(3)? })
        })
    }

    /// Every proposal, the newest first.
    pub fn destructions(&self) -> Result<Vec<DestructionRow>, StoreError> {
        let mut files: HashMap<i64, Vec<OwnerId>> = HashMap::new();
        let of = "SELECT destruction, owner_id FROM destruction_file ORDER BY destruction, place";
        for (proposal, owner) in rows(self.conn(), of, [], |row| Ok((row.get::<_, i64>(0)?, owner_id(row)?)))? {
            files.entry(proposal).or_default().push(owner);
        }
        let mut found = rows(self.conn(), "SELECT * FROM destruction ORDER BY born DESC", [], destruction)?;
        for (born, row) in &mut found {
            row.owners = files.remove(born).unwrap_or_default();
        }
        Ok(found.into_iter().map(|(_, row)| row).collect())
    }

    /// Owners whose files were destroyed by a proposal that was carried out, but whose keys are there still: a crash came between.
    pub fn destructions_left(&self) -> Result<Vec<OwnerId>, StoreError> {
        let sql = "SELECT f.owner_id FROM destruction d JOIN destruction_file f ON f.destruction = d.born
                   JOIN person_key k ON k.person_id = f.owner_id WHERE d.state = 'dilaksanakan' AND k.wrapped IS NOT NULL ORDER BY d.born, f.place";
        rows(self.conn(), sql, [], owner_id)
    }

    /// The files of all owners who are not erased, by name.
    pub fn kept_files(&self) -> Result<Vec<KeptFile>, StoreError> {
        let sql = "SELECT owner_id, agenda_text, service, received_on, closed_at FROM case_row ORDER BY born";
        let mut cases: HashMap<OwnerId, Vec<KeptCase>> = HashMap::new();
        for (owner, one) in rows(self.conn(), sql, [], case)? {
            cases.entry(owner).or_default().push(one);
        }
        let sql = "SELECT owner_id, state, valid_until, revoked_at FROM certificate WHERE withdrawn = 0 ORDER BY born";
        let mut certificates: HashMap<OwnerId, Vec<KeptCertificate>> = HashMap::new();
        for (owner, one) in rows(self.conn(), sql, [], certificate)? {
            certificates.entry(owner).or_default().push(one);
        }
        let sql = "SELECT id AS owner_id, name, institution, recorded_at FROM owner WHERE details IS NOT NULL ORDER BY name, born";
        let mut files = rows(self.conn(), sql, [], |row| {
            let (name, institution) = (row.get("name")?, row.get("institution")?);
            let recorded_at = row.get::<_, At>("recorded_at")?.0;
            Ok(KeptFile { owner: owner_id(row)?, name, institution, recorded_at, cases: Vec::new(), certificates: Vec::new() })
        })?;
        for file in &mut files {
            file.cases = cases.remove(&file.owner).unwrap_or_default();
            file.certificates = certificates.remove(&file.owner).unwrap_or_default();
        }
        Ok(files)
    }
}

fn owner_id(row: &Row<'_>) -> rusqlite::Result<OwnerId> {
    Ok(OwnerId(row.get::<_, Id>("owner_id")?.0))
}

fn case(row: &Row<'_>) -> rusqlite::Result<(OwnerId, KeptCase)> {
    let one = KeptCase {
        agenda: row.get("agenda_text")?,
        service: word(row, "service")?,
        received_on: row.get::<_, Day>("received_on")?.0,
        ended_at: row.get::<_, Option<At>>("closed_at")?.map(|at| at.0),
    };
    Ok((owner_id(row)?, one))
}

fn certificate(row: &Row<'_>) -> rusqlite::Result<(OwnerId, KeptCertificate)> {
    let state = serde_json::Value::String(row.get("state")?);
    let one = KeptCertificate {
        state: serde_json::from_value(state).map_err(unreadable)?,
        valid_until: row.get::<_, Option<Day>>("valid_until")?.map(|day| day.0),
        revoked_at: row.get::<_, Option<At>>("revoked_at")?.map(|at| at.0),
    };
    Ok((owner_id(row)?, one))
}

fn destruction(row: &Row<'_>) -> rusqlite::Result<(i64, DestructionRow)> {
    let by = |at: &str, who: &str| -> rusqlite::Result<Option<(Moment, String)>> {
        Ok(row.get::<_, Option<At>>(at)?.map(|at| at.0).zip(row.get(who)?))
    };
    let record = match row.get("file_hash")? {
        Some(hash) => Some(FileRef { hash, size: row.get("file_size")?, media: row.get("file_media")? }),
        None => None,
    };
    let found = DestructionRow {
        id: ProposalId(row.get::<_, Id>("id")?.0),
        state: word(row, "state")?,
        proposed: (row.get::<_, At>("proposed_at")?.0, row.get("proposed_by")?),
        approved: by("approved_at", "approved_by")?,
        ended: by("ended_at", "ended_by")?,
        record,
        owners: Vec::new(),
    };
    Ok((row.get("born")?, found))
}
