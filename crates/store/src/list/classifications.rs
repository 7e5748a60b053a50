//! The office's list of archive classification codes, and the one before it.

use super::rows;
use crate::sql::At;
use crate::{Ledger, StoreError};
use sandika_domain::classification::Classification;
use sandika_domain::fact::Moment;

/// A list as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassificationListRow {
    /// Names the list among others of this store.
    pub born: i64,
    /// When.
    pub recorded_at: Moment,
    /// By whom.
    pub actor: String,
    /// How many codes it has.
    pub codes: u32,
}

impl Ledger {
    /// The list that holds, then the one before it; none where the office never recorded one.
    pub fn classification_lists(&self) -> Result<Vec<ClassificationListRow>, StoreError> {
        let sql = "SELECT born, recorded_at, actor, codes FROM classification_list ORDER BY born DESC";
        rows(self.conn(), sql, [], |row| {
            Ok(ClassificationListRow { born: row.get(0)?, recorded_at: row.get::<_, At>(1)?.0, actor: row.get(2)?, codes: row.get(3)? })
        })
    }

    /// The codes of a list, in their order.
    pub fn classifications_of(&self, list: i64) -> Result<Vec<Classification>, StoreError> {
        let sql = "SELECT code, name, note FROM classification WHERE list = ?1 ORDER BY place";
        rows(self.conn(), sql, [list], |row| Ok(Classification { code: row.get(0)?, name: row.get(1)?, note: row.get(2)? }))
    }

    /// The codes of the list that holds, in their order.
    pub fn classifications(&self) -> Result<Vec<Classification>, StoreError> {
        let newest = self.classification_lists()?.into_iter().next();
        newest.map_or_else(|| Ok(Vec::new()), |list| self.classifications_of(list.born))
    }
}
