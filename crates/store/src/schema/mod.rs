//! The database's schema, as migrations that never change once they are released.

use crate::StoreError;
use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

/// The migrations that lead to a schema, one for each version.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schema(pub(crate) &'static [M<'static>]);

/// The journal, drafts, and the projections.
pub(crate) const OFFICE: M<'static> = M::up(include_str!("0001-office.sql"));
/// Letters on their way out.
pub(crate) const OUTGOING: M<'static> = M::up(include_str!("0002-outgoing.sql"));

/// The schema of this program.
pub(crate) const OURS: Schema = Schema(&[OFFICE, OUTGOING]);

/// The tables that follow from the journal, with the columns that order their rows. A rebuild empties and refills exactly these.
pub(crate) const PROJECTIONS: &[(&str, &str)] = &[
    ("office", "one"),
    ("official", "born"),
    ("sop_version", "born"),
    ("owner", "born"),
    ("certificate", "born"),
    ("case_row", "born"),
    ("case_count", "service, status"),
    ("letter_row", "born"),
    ("number_taken", "register, year, number"),
    ("file_use", "hash, born"),
    ("search_case", "rowid"),
    ("search_owner", "rowid"),
    ("search_letter", "rowid"),
];

/// The schema version of a database, 0 for an empty one.
pub(crate) fn version(conn: &Connection) -> Result<i64, StoreError> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

impl Schema {
    /// The newest version.
    pub(crate) fn newest(self) -> i64 {
        i64::try_from(self.0.len()).unwrap_or(i64::MAX)
    }

    /// Brings a database to the newest version, in one transaction: it gets there or stays as it is.
    pub(crate) fn migrate(self, conn: &mut Connection) -> Result<(), StoreError> {
        Migrations::from_slice(self.0).to_latest(conn).map_err(|error| match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            other => StoreError::Database(rusqlite::Error::ToSqlConversionFailure(Box::new(other))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrations_run_and_every_projection_is_a_table_of_theirs() {
        let mut conn = Connection::open_in_memory().unwrap();
        OURS.migrate(&mut conn).unwrap();
        assert_eq!(version(&conn).unwrap(), OURS.newest());
        for (table, order) in PROJECTIONS {
            conn.prepare(&format!("SELECT * FROM {table} ORDER BY {order}")).unwrap();
        }
    }

    #[test]
    fn every_table_is_either_kept_by_hand_or_a_projection() {
        let mut conn = Connection::open_in_memory().unwrap();
        OURS.migrate(&mut conn).unwrap();
        let sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%' ORDER BY name";
        let all: Vec<String> = conn.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let kept = ["draft", "entry", "head", "meta", "outgoing", "person_key"];
        let rest: Vec<&str> = all.iter().map(String::as_str).filter(|name| !kept.contains(name)).collect();
        let mut projections: Vec<&str> = PROJECTIONS.iter().map(|(table, _)| *table).collect();
        projections.sort_unstable();
        assert_eq!(rest, projections);
    }
}
