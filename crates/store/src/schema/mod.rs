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

/// Letters found by their owner, institution and agenda number as well.
pub(crate) const LETTER_SEARCH: M<'static> = M::up(include_str!("0003-letter-search.sql"));

/// Cases that have ever waited, found without reading their entries.
pub(crate) const WAITS: M<'static> = M::up(include_str!("0004-waits.sql"));

/// Numbers of the book on paper, voided letters, numbers of other systems.
pub(crate) const NUMBERS: M<'static> = M::up(include_str!("0005-numbers.sql"));

/// Texts of letter templates, and which of them each letter was issued from.
pub(crate) const TEMPLATES: M<'static> = M::up(include_str!("0006-templates.sql"));

/// The log of what was printed.
pub(crate) const PRINT_LOG: M<'static> = M::up(include_str!("0007-print-log.sql"));

/// Agenda books that were printed.
pub(crate) const AGENDA_BOOK_PRINTS: M<'static> = M::up(include_str!("0008-agenda-book-prints.sql"));

/// The office's list of archive classification codes.
pub(crate) const CLASSIFICATIONS: M<'static> = M::up(include_str!("0009-classifications.sql"));

/// Scanned files that came in.
pub(crate) const SCANS: M<'static> = M::up(include_str!("0010-scans.sql"));

/// Users, and the rules of the door.
pub(crate) const USERS: M<'static> = M::up(include_str!("0011-users.sql"));

/// The journal as it is looked through.
pub(crate) const JOURNAL: M<'static> = M::up(include_str!("0012-journal.sql"));

/// How long files are kept, and what was proposed for destruction.
pub(crate) const RETENTION: M<'static> = M::up(include_str!("0013-retention.sql"));

/// The schema of this program.
pub(crate) const OURS: Schema = Schema(&[
    OFFICE,
    OUTGOING,
    LETTER_SEARCH,
    WAITS,
    NUMBERS,
    TEMPLATES,
    PRINT_LOG,
    AGENDA_BOOK_PRINTS,
    CLASSIFICATIONS,
    SCANS,
    USERS,
    JOURNAL,
    RETENTION,
]);

/// The tables that follow from the journal, with the columns that order their rows. A rebuild empties and refills exactly these.
pub(crate) const PROJECTIONS: &[(&str, &str)] = &[
    ("office", "one"),
    ("user", "born"),
    ("door", "one"),
    ("official", "born"),
    ("sop_version", "born"),
    ("template_version", "born"),
    ("classification_list", "born"),
    ("classification", "list, place"),
    ("owner", "born"),
    ("certificate", "born"),
    ("case_row", "born"),
    ("case_count", "service, status"),
    ("letter_row", "born"),
    ("number_taken", "register, year, number"),
    ("number_range", "born"),
    ("print_log", "born"),
    ("agenda_book_print", "born"),
    ("file_use", "hash, born"),
    ("journal_subject", "born"),
    ("retention_table", "one"),
    ("retention_hold", "born"),
    ("destruction", "born"),
    ("destruction_file", "destruction, place"),
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
    fn letters_of_an_older_store_are_found_by_their_owner_too() {
        let mut conn = Connection::open_in_memory().unwrap();
        Schema(&OURS.0[..1]).migrate(&mut conn).unwrap();
        let fill = "INSERT INTO owner (born, id, name, nip, nik, institution, recorded_at) VALUES (1, x'01', 'Budi', '', '', 'Dinas Kesehatan', 0);
            INSERT INTO case_row (born, id, agenda_register, agenda_year, agenda_number, agenda_text, service, sop, sop_hash, owner_id, channel, sender,
                letter_number, reason, received_on, opened_at, status, step, entered_at, updated_at, revision, trail)
                VALUES (2, x'02', 'masuk', 2026, 7, '7/2026', '', '', '', x'01', '', 'Setda', '', '', '', 0, 'open', 1, 0, 0, 1, '[]');
            INSERT INTO letter_row (born, letter_id, version, case_id, step, template, number_text, dated, title, file_hash, file_size, file_media, pages,
                scan_back, printed, issued_at) VALUES (3, x'03', 1, x'02', 1, 'nota', '12/Kominfo', '', 'Nota Dinas', '', 0, '', 1, 0, 0, 0);
            INSERT INTO search_letter (rowid, text) SELECT born, text FROM letter_text";
        conn.execute_batch(fill).unwrap();
        let found = |conn: &Connection, word: &str| -> i64 {
            conn.query_row("SELECT count(*) FROM search_letter WHERE text MATCH ?1", [word], |row| row.get(0)).unwrap()
        };
        assert_eq!(["nota", "budi", "kesehatan", "setda"].map(|word| found(&conn, word)), [1, 0, 0, 0]);
        OURS.migrate(&mut conn).unwrap();
        assert_eq!(["nota", "12", "budi", "kesehatan", "setda", "2026"].map(|word| found(&conn, word)), [1; 6]);
        let texts = "SELECT s.text = v.text FROM search_letter s JOIN letter_text v ON v.born = s.rowid";
        assert!(conn.query_row(texts, [], |row| row.get::<_, bool>(0)).unwrap(), "as a rebuild would fill it");
    }

    #[test]
    fn letters_of_an_older_store_name_the_template_text_that_they_were_issued_from() {
        let mut conn = Connection::open_in_memory().unwrap();
        const OLDER: Schema = Schema(&[OFFICE, OUTGOING, LETTER_SEARCH, WAITS]);
        OLDER.migrate(&mut conn).unwrap();
        let facts = r#"{"facts":[{"case_noted":{}},{"letter_issued":{"version":1,"template_hash":"abc"}},{"letter_issued":{"template_hash":"def"}}]}"#;
        let entry =
            "INSERT INTO entry (seq, id, desk, desk_seq, at, actor, action, body, hash) VALUES (3, x'01', '', 1, 0, '', '', ?1, x'')";
        conn.execute(entry, [facts]).unwrap();
        for (letter, index) in [(1, 1), (2, 2)] {
            let born = crate::journal::born(3, index);
            let row = "INSERT INTO letter_row (born, letter_id, version, step, template, number_text, dated, title, file_hash, file_size, file_media,
                pages, scan_back, printed, issued_at) VALUES (?1, ?2, 1, 1, 'nota', '', '', '', '', 0, '', 1, 0, 0, 0)";
            conn.execute(row, (born, vec![letter])).unwrap();
        }
        OURS.migrate(&mut conn).unwrap();
        let found: Vec<String> = conn
            .prepare("SELECT template_hash FROM letter_row ORDER BY born")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(found, ["abc", "def"]);
    }

    #[test]
    fn what_an_older_store_had_printed_stands_in_the_log() {
        let mut conn = Connection::open_in_memory().unwrap();
        Schema(&OURS.0[..5]).migrate(&mut conn).unwrap();
        let letter = |version: i32| {
            format!(
                "INSERT INTO letter_row (born, letter_id, version, case_id, step, template, number_text, dated, title, file_hash, file_size, file_media,
                     pages, scan_back, printed, issued_at)
                 VALUES ({version}, x'00000000000000000000000000000007', {version}, x'01', 1, 'nota', '', '', '', '', 0, '', 1, 0, 0, 0);"
            )
        };
        let entry = |seq: i32, case: &str, version: i32| {
            let id = "00000000-0000-0000-0000-000000000007";
            let printed = format!(r#"{{"letter_printed":{{"letter":"{id}","version":{version},"printer":"Loket","copies":3}}}}"#);
            format!(
                "INSERT INTO entry (seq, id, desk, desk_seq, at, actor, action, case_id, body, hash)
                 VALUES ({seq}, x'0{seq}', 'd', {seq}, 40{seq}, 'petugas', 'print_letter', {case}, '{{\"facts\":[{{\"case_noted\":{{}}}},{printed}]}}', x'');"
            )
        };
        // The second is of another case, the third of a version that nobody issued.
        let fill = [letter(1), entry(1, "x'01'", 1), entry(2, "x'02'", 1), entry(3, "x'01'", 2)].concat();
        conn.execute_batch(&fill).unwrap();
        OURS.migrate(&mut conn).unwrap();
        let sql = "SELECT concat_ws(' ', born, hex(case_id), version, at, actor, printer, copies, result, reprint) FROM print_log";
        let rows: Vec<String> = conn.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert_eq!(rows, ["4097 01 1 401 petugas Loket 3 printed 0"]);
    }

    #[test]
    fn whether_a_case_waited_is_looked_up_in_its_own_index() {
        let mut conn = Connection::open_in_memory().unwrap();
        OURS.migrate(&mut conn).unwrap();
        let plan = format!("EXPLAIN QUERY PLAN {}", crate::ledger::HAS_WAITED);
        let steps: Vec<String> =
            conn.prepare(&plan).unwrap().query_map([[0; 16]], |row| row.get("detail")).unwrap().map(Result::unwrap).collect();
        assert!(steps.iter().any(|step| step.contains("COVERING INDEX entry_wait")), "{steps:?}");
    }

    #[test]
    fn every_table_is_either_kept_by_hand_or_a_projection() {
        let mut conn = Connection::open_in_memory().unwrap();
        OURS.migrate(&mut conn).unwrap();
        let sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%' ORDER BY name";
        let all: Vec<String> = conn.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let kept =
            ["draft", "entry", "head", "meta", "outgoing", "person_key", "scan", "scan_erased", "scan_page", "scan_part", "scan_source"];
        let rest: Vec<&str> = all.iter().map(String::as_str).filter(|name| !kept.contains(name)).collect();
        let mut projections: Vec<&str> = PROJECTIONS.iter().map(|(table, _)| *table).collect();
        projections.sort_unstable();
        assert_eq!(rest, projections);
    }
}
