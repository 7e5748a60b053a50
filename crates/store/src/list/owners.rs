//! Owners and their certificates.

use super::{personal, rows, unreadable};
use crate::sql::{At, Day, Id};
use crate::{Ledger, StoreError};
use chrono::NaiveDate;
use rusqlite::Row;
use sandika_domain::fact::{Moment, Personal, RecordedOwner};
use sandika_domain::ids::{CertificateId, OwnerId};
use sandika_domain::owner::{CertificateDetails, CertificateState};

/// An owner as recorded last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerRow {
    /// Cursor, together with the name: the page after this row is asked for with both.
    pub born: i64,
    /// The owner.
    pub id: OwnerId,
    /// Name without titles; empty once it is erased.
    pub name: String,
    /// Details as they hold now.
    pub recorded: Personal<RecordedOwner>,
    /// Since when.
    pub recorded_at: Moment,
}

/// A certificate as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateRow {
    /// The certificate.
    pub id: CertificateId,
    /// Its owner.
    pub owner: OwnerId,
    /// Details as they hold now.
    pub details: Personal<CertificateDetails>,
    /// Where it stands.
    pub state: CertificateState,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
    /// The one that replaced it.
    pub replaced_by: Option<CertificateId>,
    /// It was recorded by a step that was undone, and does not hold.
    pub withdrawn: bool,
    /// When it last changed.
    pub recorded_at: Moment,
}

impl Ledger {
    /// A page of owners by name. Hand in the last row's name and `born` as `after` for the next page.
    pub fn owners(&self, after: Option<(&str, i64)>, limit: usize) -> Result<Vec<OwnerRow>, StoreError> {
        let sql = format!("SELECT * FROM owner WHERE (name, born) > (?1, ?2) ORDER BY name, born LIMIT {limit}");
        let (name, born) = after.unwrap_or(("", i64::MIN));
        rows(self.conn(), &sql, (name, born), owner)
    }

    /// An owner.
    pub fn owner(&self, id: OwnerId) -> Result<Option<OwnerRow>, StoreError> {
        Ok(rows(self.conn(), "SELECT * FROM owner WHERE id = ?1", [Id(id.0)], owner)?.pop())
    }

    /// Owners with this NIK (16 digits): more than one only if the same person was recorded twice.
    pub fn owners_with_nik(&self, nik: &str) -> Result<Vec<OwnerRow>, StoreError> {
        rows(self.conn(), "SELECT * FROM owner WHERE nik = ?1 AND nik <> '' ORDER BY born", [nik], owner)
    }

    /// Owners with this NIP (18 digits).
    pub fn owners_with_nip(&self, nip: &str) -> Result<Vec<OwnerRow>, StoreError> {
        rows(self.conn(), "SELECT * FROM owner WHERE nip = ?1 AND nip <> '' ORDER BY born", [nip], owner)
    }

    /// A certificate.
    pub fn certificate(&self, id: CertificateId) -> Result<Option<CertificateRow>, StoreError> {
        Ok(rows(self.conn(), "SELECT * FROM certificate WHERE id = ?1", [Id(id.0)], certificate)?.pop())
    }

    /// An owner's certificates, in the order in which they were recorded first, those that were withdrawn among them.
    pub fn certificates_of(&self, owner: OwnerId) -> Result<Vec<CertificateRow>, StoreError> {
        rows(self.conn(), "SELECT * FROM certificate WHERE owner_id = ?1 ORDER BY born", [Id(owner.0)], certificate)
    }

    /// Active certificates whose last day is `until` or before, the soonest first.
    pub fn certificates_ending(&self, until: NaiveDate, limit: usize) -> Result<Vec<CertificateRow>, StoreError> {
        let sql = format!(
            "SELECT * FROM certificate WHERE state = 'active' AND valid_until <= ?1 AND withdrawn = 0 ORDER BY valid_until, born LIMIT {limit}"
        );
        rows(self.conn(), &sql, [Day(until)], certificate)
    }
}

fn owner(row: &Row<'_>) -> rusqlite::Result<OwnerRow> {
    Ok(OwnerRow {
        born: row.get("born")?,
        id: OwnerId(row.get::<_, Id>("id")?.0),
        name: row.get("name")?,
        recorded: personal(row, "details")?,
        recorded_at: row.get::<_, At>("recorded_at")?.0,
    })
}

fn certificate(row: &Row<'_>) -> rusqlite::Result<CertificateRow> {
    let state = serde_json::Value::String(row.get("state")?);
    Ok(CertificateRow {
        id: CertificateId(row.get::<_, Id>("id")?.0),
        owner: OwnerId(row.get::<_, Id>("owner_id")?.0),
        details: personal(row, "details")?,
        state: serde_json::from_value(state).map_err(unreadable)?,
        revoked_at: row.get::<_, Option<At>>("revoked_at")?.map(|at| at.0),
        replaced_by: row.get::<_, Option<Id>>("replaced_by")?.map(|id| CertificateId(id.0)),
        withdrawn: row.get("withdrawn")?,
        recorded_at: row.get::<_, At>("recorded_at")?.0,
    })
}
