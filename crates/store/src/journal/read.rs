//! Reading entries back.

use super::chain::{self, Body};
use super::persons::PersonKey;
use super::{Entry, EntryHeader, PersonKeys, seal};
use crate::StoreError;
use crate::sql::{At, Id};
use rusqlite::{Connection, Params, Row};
use sandika_domain::ids::{CaseId, EntryId, PersonId};

/// The entries of case `?1` in order.
pub(crate) const CASE_ENTRIES: &str = "SELECT seq, body FROM entry WHERE case_id = ?1 ORDER BY seq";

/// Hands every entry of `sql` (the constant above) to `each`, one at a time, as its text says, which is what the chain vouches for.
///
/// # Errors
/// What `each` answers; [`StoreError::EntryUnreadable`] at the first entry whose text or sealed part is broken.
pub(crate) fn for_each(
    conn: &Connection,
    persons: &PersonKeys,
    sql: &str,
    params: impl Params,
    mut each: impl FnMut(Entry) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        let seq = row.get(0)?;
        let text = row.get_ref(1)?.as_str().map_err(|error| StoreError::EntryUnreadable { seq, why: error.to_string() })?;
        each(read(conn, persons, seq, text)?)?;
    }
    Ok(())
}

/// Reads an entry's text and opens the personal parts as far as the person's key is there.
///
/// # Errors
/// [`StoreError::EntryUnreadable`] when the text or a sealed part is broken.
pub(crate) fn read(conn: &Connection, persons: &PersonKeys, seq: i64, text: &str) -> Result<Entry, StoreError> {
    open(conn, persons, chain::read(seq, text).map_err(|why| StoreError::EntryUnreadable { seq, why })?)
}

/// Opens the personal parts of a text that was read, as far as the person's key is there.
///
/// # Errors
/// [`StoreError::EntryUnreadable`] when a sealed part is broken.
fn open(conn: &Connection, persons: &PersonKeys, body: Body) -> Result<Entry, StoreError> {
    let seq = body.header.seq;
    let key = match (&body.sealed, body.header.person) {
        (Some(_), Some(person)) => persons.find(conn, person)?,
        _ => PersonKey::Missing,
    };
    opened(body, &key).map_err(|why| StoreError::EntryUnreadable { seq, why })
}

/// The entry of a text, its personal parts opened with the person's key; the error says why they do not open.
pub(super) fn opened(mut body: Body, key: &PersonKey) -> Result<Entry, String> {
    body.unseal(key)?;
    Ok(Entry { header: body.header, facts: body.facts })
}

impl Body {
    /// Opens its personal parts with the person's key, as far as that was not destroyed; the error says why they do not open.
    pub(crate) fn unseal(&mut self, key: &PersonKey) -> Result<(), String> {
        match (&self.sealed, key) {
            (Some(sealed), PersonKey::Known(key)) => seal::open(key, self.header.id, sealed, &mut self.facts),
            (None, _) | (_, PersonKey::Destroyed) => Ok(()),
            (Some(_), PersonKey::Missing) => Err("kunci pembuka bagian pribadi tidak ada".to_owned()),
        }
    }
}

/// An entry's row as it stands, for who wants to prove it: what its columns say, its text, its hash.
pub(crate) struct RawEntry {
    pub(crate) header: EntryHeader,
    pub(crate) body: String,
    pub(crate) hash: Vec<u8>,
}

/// Hands the rows of the journal after place `after` to `each`, in order, at most `most` of them. A row that cannot be read as an entry is no end:
/// `each` gets its place and its fault.
pub(crate) fn for_each_row(
    conn: &Connection,
    after: i64,
    most: usize,
    mut each: impl FnMut(Result<RawEntry, (i64, String)>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let sql = "SELECT seq, id, desk, desk_seq, at, actor, action, case_id, person_id, body, hash FROM entry
               WHERE seq > ?1 ORDER BY seq LIMIT ?2";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query((after, i64::try_from(most).unwrap_or(i64::MAX)))?;
    while let Some(row) = rows.next()? {
        let seq = row.get(0)?;
        each(RawEntry::of(row).map_err(|error| (seq, error.to_string())))?;
    }
    Ok(())
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
}
