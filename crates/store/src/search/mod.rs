//! Full-text search over cases, owners and letters. The newest comes first, so that a search costs the same in a small and in a large office.

mod query;

pub(crate) use query::parse;

use crate::StoreError;
use crate::project::Stale;
use crate::sql::Id;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// What a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HitKind {
    /// A case; its id is a [`sandika_domain::ids::CaseId`].
    Case,
    /// An owner; its id is an [`sandika_domain::ids::OwnerId`].
    Owner,
    /// A version of a letter; its id is a [`sandika_domain::ids::LetterId`].
    Letter,
}

impl HitKind {
    const fn index(self) -> &'static Index {
        match self {
            Self::Case => &CASES,
            Self::Owner => &OWNERS,
            Self::Letter => &LETTERS,
        }
    }
}

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its id.
    pub id: Uuid,
    /// Cursor: hand it in as `before` to get the page after this hit.
    pub born: i64,
}

/// The statements over one index and the view that its texts come from.
struct Index {
    name: &'static str,
    optimize: &'static str,
    /// Ends with the word before its limit.
    find: &'static str,
    fill: &'static str,
    held: &'static str,
    insert: &'static str,
    update: &'static str,
}

macro_rules! index {
    ($index:literal, $view:literal) => {
        Index {
            name: $index,
            optimize: concat!("INSERT INTO ", $index, " (", $index, ") VALUES ('optimize')"),
            find: concat!(
                "SELECT v.id, s.rowid FROM ",
                $index,
                " s JOIN ",
                $view,
                " v ON v.born = s.rowid WHERE s.text MATCH ?1 AND s.rowid < ?2 ",
                "ORDER BY s.rowid DESC LIMIT "
            ),
            fill: concat!("INSERT INTO ", $index, " (rowid, text) SELECT born, text FROM ", $view, " ORDER BY born"),
            held: concat!("SELECT text FROM ", $index, " WHERE rowid = ?1"),
            insert: concat!("INSERT INTO ", $index, " (rowid, text) VALUES (?1, ?2)"),
            update: concat!("UPDATE ", $index, " SET text = ?2 WHERE rowid = ?1"),
        }
    };
}

const CASES: Index = index!("search_case", "case_text");
const OWNERS: Index = index!("search_owner", "owner_text");
const LETTERS: Index = index!("search_letter", "letter_text");

/// What matches the user's text, newest first, from before the cursor on.
pub(crate) fn find(conn: &Connection, text: &str, kind: HitKind, before: Option<i64>, limit: usize) -> Result<Vec<Hit>, StoreError> {
    let Some(query) = parse(text) else { return Ok(Vec::new()) };
    let mut statement = conn.prepare_cached(&format!("{}{limit}", kind.index().find))?;
    let rows = statement
        .query_map(params![query, before.unwrap_or(i64::MAX)], |row| Ok(Hit { kind, id: row.get::<_, Id>(0)?.0, born: row.get(1)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Brings the index up to date with texts that may have changed. What did not change is not written.
pub(crate) fn refresh(conn: &Connection, stale: &Stale) -> Result<(), StoreError> {
    for owner in &stale.owners {
        refresh_with(conn, &OWNERS, "SELECT born, text FROM owner_text WHERE id = ?1", owner.0)?;
        refresh_with(conn, &CASES, "SELECT born, text FROM case_text WHERE owner_id = ?1", owner.0)?;
        refresh_with(conn, &LETTERS, "SELECT born, text FROM letter_text WHERE owner_id = ?1", owner.0)?;
    }
    for case in &stale.cases {
        refresh_with(conn, &CASES, "SELECT born, text FROM case_text WHERE id = ?1", case.0)?;
    }
    for letter in &stale.letters {
        refresh_with(conn, &LETTERS, "SELECT born, text FROM letter_text WHERE id = ?1", letter.0)?;
    }
    Ok(())
}

/// Fills the empty indexes from the rows.
pub(crate) fn fill(conn: &Connection) -> Result<(), StoreError> {
    for index in [CASES, OWNERS, LETTERS] {
        conn.execute(index.fill, [])?;
    }
    Ok(())
}

/// Empties the indexes by making them anew: taking their texts out one by one would cost as much as filling them.
pub(crate) fn clear(conn: &Connection) -> Result<(), StoreError> {
    for index in [CASES, OWNERS, LETTERS] {
        let sql: String = conn.query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [index.name], |row| row.get(0))?;
        conn.execute_batch(&format!("DROP TABLE {}; {sql};", index.name))?;
    }
    Ok(())
}

/// Drives out of the indexes what was once in them and is no more: an index keeps the words of changed texts until its parts are merged.
pub(crate) fn forget_the_past(conn: &Connection) -> Result<(), StoreError> {
    for index in [CASES, OWNERS, LETTERS] {
        conn.execute(index.optimize, [])?;
    }
    Ok(())
}

fn refresh_with(conn: &Connection, index: &Index, texts: &str, id: Uuid) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached(texts)?;
    let current: Vec<(i64, String)> = statement.query_map([Id(id)], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    for (born, text) in current {
        let held: Option<String> = conn.prepare_cached(index.held)?.query_row([born], |row| row.get(0)).optional()?;
        match held {
            Some(held) if held == text => {}
            Some(_) => drop(conn.prepare_cached(index.update)?.execute(params![born, text])?),
            None => drop(conn.prepare_cached(index.insert)?.execute(params![born, text])?),
        }
    }
    Ok(())
}
