//! The office: profile, officials, SOPs in use.

use super::{json, personal, rows};
use crate::sql::{At, Id};
use crate::{Ledger, StoreError};
use rusqlite::{OptionalExtension, Row};
use sandika_domain::fact::{Moment, Personal};
use sandika_domain::ids::OfficialId;
use sandika_domain::office::{OfficeProfile, OfficialDetails};

/// An official as recorded last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficialRow {
    /// The official.
    pub id: OfficialId,
    /// Details as they hold now.
    pub details: Personal<OfficialDetails>,
    /// Since when.
    pub recorded_at: Moment,
}

/// A version of an SOP that was taken into use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SopRow {
    /// SOP id.
    pub sop: String,
    /// SHA-256 of its text, lower-case hex.
    pub hash: String,
    /// When it was last taken into use.
    pub adopted_at: Moment,
    /// It is the version that new cases begin with.
    pub newest: bool,
}

impl Ledger {
    /// The office's profile, once it was recorded.
    pub fn office(&self) -> Result<Option<OfficeProfile>, StoreError> {
        let mut statement = self.conn().prepare_cached("SELECT profile FROM office")?;
        Ok(statement.query_row([], |row| json(&row.get::<_, String>(0)?)).optional()?)
    }

    /// Every official, in the order in which they were recorded first.
    pub fn officials(&self) -> Result<Vec<OfficialRow>, StoreError> {
        rows(self.conn(), "SELECT * FROM official ORDER BY born", [], |row| {
            Ok(OfficialRow {
                id: OfficialId(row.get::<_, Id>("id")?.0),
                details: personal(row, "details")?,
                recorded_at: row.get::<_, At>("recorded_at")?.0,
            })
        })
    }

    /// Every version of every SOP, by SOP id, the newest first.
    pub fn sops(&self) -> Result<Vec<SopRow>, StoreError> {
        let sql = "SELECT sop, hash, adopted_at, row_number() OVER (PARTITION BY sop ORDER BY adopted_at DESC, born DESC) = 1 AS newest
                   FROM sop_version ORDER BY sop, adopted_at DESC, born DESC";
        rows(self.conn(), sql, [], |row: &Row<'_>| {
            Ok(SopRow {
                sop: row.get("sop")?,
                hash: row.get("hash")?,
                adopted_at: row.get::<_, At>("adopted_at")?.0,
                newest: row.get("newest")?,
            })
        })
    }

    /// Which version of its SOP this office has taken into use first, second, …; from 1. A version keeps its number when it comes into use again.
    pub fn sop_version(&self, hash: &str) -> Result<Option<u32>, StoreError> {
        let sql =
            "SELECT count(*) FROM sop_version AS one JOIN sop_version AS earlier ON earlier.sop = one.sop AND earlier.born <= one.born
                   WHERE one.hash = ?1";
        let count: u32 = self.conn().prepare_cached(sql)?.query_row([hash], |row| row.get(0))?;
        Ok(Some(count).filter(|count| *count > 0))
    }

    /// The text of a version of an SOP.
    pub fn sop_text(&self, hash: &str) -> Result<Option<String>, StoreError> {
        let mut statement = self.conn().prepare_cached("SELECT text FROM sop_version WHERE hash = ?1")?;
        Ok(statement.query_row([hash], |row| row.get(0)).optional()?)
    }
}
