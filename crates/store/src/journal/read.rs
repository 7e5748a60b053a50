//! Reading entries back.

use super::chain::{self, Body};
use super::persons::PersonKey;
use super::{Entry, EntryHeader, PersonKeys, seal};
use crate::StoreError;
use crate::sql::{At, Id};
use rusqlite::{Connection, Params, Row};
use sandika_domain::ids::{CaseId, EntryId, PersonId};

/// Every entry in order, from `?1` on.
pub(crate) const ENTRIES: &str =
    "SELECT seq, id, desk, desk_seq, at, actor, action, case_id, person_id, body, hash FROM entry WHERE seq >= ?1 ORDER BY seq";

/// The entries of case `?1` in order.
pub(crate) const CASE_ENTRIES: &str =
    "SELECT seq, id, desk, desk_seq, at, actor, action, case_id, person_id, body, hash FROM entry WHERE case_id = ?1 ORDER BY seq";

/// An entry's row: what its columns say, and its text.
pub(crate) struct RawEntry {
    pub(crate) header: EntryHeader,
    pub(crate) body: String,
    pub(crate) hash: Vec<u8>,
}

impl RawEntry {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            header: EntryHeader {
                seq: row.get(0)?,
                id: EntryId(row.get::<_, Id>(1)?.0),
                desk: row.get(2)?,
                desk_seq: row.get(3)?,
                at: row.get::<_, At>(4)?.0,
                actor: row.get(5)?,
                action: row.get(6)?,
                case: row.get::<_, Option<Id>>(7)?.map(|id| CaseId(id.0)),
                person: row.get::<_, Option<Id>>(8)?.map(|id| PersonId(id.0)),
            },
            body: row.get(9)?,
            hash: row.get(10)?,
        })
    }

    /// Reads the entry from its text, which is what the chain vouches for, and opens the personal parts as far as the person's key is there.
    ///
    /// # Errors
    /// [`StoreError::EntryUnreadable`] when the text or a sealed part is broken.
    pub(crate) fn read(&self, conn: &Connection, persons: &PersonKeys) -> Result<Entry, StoreError> {
        let seq = self.header.seq;
        let unreadable = |why| StoreError::EntryUnreadable { seq, why };
        let Body { header, mut facts, sealed, .. } = chain::read(seq, &self.body).map_err(unreadable)?;
        if let Some(sealed) = &sealed {
            let missing = || unreadable("kunci pembuka bagian pribadi tidak ada".to_owned());
            match persons.find(conn, header.person.ok_or_else(missing)?)? {
                PersonKey::Known(key) => seal::open(&key, header.id, sealed, &mut facts).map_err(unreadable)?,
                PersonKey::Destroyed => {}
                PersonKey::Missing => return Err(missing()),
            }
        }
        Ok(Entry { header, facts })
    }
}

/// Hands every row of `sql` (one of the constants above) to `each`, one at a time. A row that cannot be read as an entry is an error of its own:
/// `each` gets it and decides whether to go on.
pub(crate) fn for_each<E: From<StoreError>>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    mut each: impl FnMut(Result<RawEntry, StoreError>) -> Result<(), E>,
) -> Result<(), E> {
    let mut statement = conn.prepare_cached(sql).map_err(StoreError::from)?;
    let mut rows = statement.query(params).map_err(StoreError::from)?;
    while let Some(row) = rows.next().map_err(StoreError::from)? {
        each(RawEntry::of(row).map_err(|error| {
            let seq = row.get(0).unwrap_or_default();
            StoreError::EntryUnreadable { seq, why: error.to_string() }
        }))?;
    }
    Ok(())
}
