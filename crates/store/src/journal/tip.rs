//! The last entry of the journal: where it ends, whatever the desk.

use super::chain::Hash;
use crate::StoreError;
use rusqlite::{Connection, OptionalExtension};

/// An entry's place and hash. As the journal's last entry it stands for everything before it, because the hashes form a chain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tip {
    /// Place in the store's journal; 0 before the first entry.
    pub(crate) seq: i64,
    /// Its hash; zeros before the first entry.
    pub(crate) hash: Hash,
}

impl Tip {
    /// The last entry that the journal has.
    pub(crate) fn of(conn: &Connection) -> Result<Self, StoreError> {
        Ok(row(conn, "SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1", [])?.unwrap_or_default())
    }

    /// Whether the journal has this entry. Every journal has the beginning.
    pub(crate) fn is_in(self, conn: &Connection) -> Result<bool, StoreError> {
        Ok(self == Self::default() || row(conn, "SELECT seq, hash FROM entry WHERE seq = ?1", [self.seq])? == Some(self))
    }

    /// The `place`-th entry after a place, counted from 1; the last one where there are fewer.
    pub(crate) fn nth_after(conn: &Connection, after: i64, place: usize) -> Result<Self, StoreError> {
        let skipped = i64::try_from(place).unwrap_or(i64::MAX).saturating_sub(1);
        let sql = "SELECT seq, hash FROM entry WHERE seq > ?1 ORDER BY seq LIMIT 1 OFFSET ?2";
        row(conn, sql, [after, skipped])?.map_or_else(|| Self::of(conn), Ok)
    }

    /// Whether the ends that are kept beside the journal agree that it ends here.
    pub(crate) fn is_the_known_end(self, conn: &Connection) -> Result<bool, StoreError> {
        Ok(row(conn, "SELECT seq, hash FROM head ORDER BY seq DESC LIMIT 1", [])?.unwrap_or_default() == self)
    }
}

fn row(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<Option<Tip>, StoreError> {
    let found = conn.query_row(sql, params, |row| Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?))).optional()?;
    // A hash of another length is none: it agrees with nothing, and a verification tells it.
    Ok(found.map(|(seq, hash)| Tip { seq, hash: hash.try_into().unwrap_or_default() }))
}
