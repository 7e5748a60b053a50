//! What can be listed: pages of rows, cheap in a small and in a large office alike.

mod cases;
mod classifications;
mod journal;
mod letters;
mod numbers;
mod office;
mod owners;
mod prints;
mod report;
mod retention;
mod templates;
mod users;

pub use cases::{CaseFilter, CaseListRow, QueueCount};
pub use classifications::ClassificationListRow;
pub use journal::{ChainedEntry, JournalFilter, JournalHead, JournalRow};
pub use letters::{LetterFilter, LetterRow};
pub use numbers::{NumberFilter, NumberHolder, NumberRequest, NumberRow};
pub use office::{OfficialRow, SopRow};
pub use owners::{CertificateRow, OwnerRow};
pub use prints::{AgendaBookPrintRow, PrintFilter, PrintResult, PrintRow};
pub use report::ReportCase;
pub use retention::{DestructionRow, HoldRow, KeptCase, KeptCertificate, KeptFile, RetentionTableRow};
pub use templates::{SavedTemplate, TemplateRow};
pub use users::{Door, UserRow};

use crate::StoreError;
use rusqlite::types::{FromSqlError, Type};
use rusqlite::{Connection, Params, Row, ToSql};
use sandika_domain::document::Word;
use sandika_domain::fact::Personal;
use serde::de::DeserializeOwned;

/// All rows of a statement.
fn rows<T>(conn: &Connection, sql: &str, params: impl Params, of: fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>, StoreError> {
    let mut statement = conn.prepare_cached(sql)?;
    Ok(statement.query_map(params, of)?.collect::<Result<_, _>>()?)
}

/// A list's query, put together from fixed pieces of SQL; what a user chose is always a parameter.
#[derive(Default)]
struct Conditions {
    sql: String,
    values: Vec<Box<dyn ToSql>>,
    /// The branch at hand has a condition already.
    begun: bool,
}

impl Conditions {
    /// Begins a `SELECT … FROM …` whose conditions follow; after the first one, another branch of the same list.
    fn begin_branch(&mut self, select: &str) {
        if !self.sql.is_empty() {
            self.sql.push_str(" UNION ALL ");
        }
        self.sql.push_str(select);
        self.begun = false;
    }

    /// Adds a condition with one `?`.
    fn add(&mut self, condition: &str, value: impl ToSql + 'static) {
        self.add_plain(condition);
        self.values.push(Box::new(value));
    }

    /// Adds a condition without a parameter.
    fn add_plain(&mut self, condition: &str) {
        self.sql.push_str(if self.begun { " AND " } else { " WHERE " });
        self.sql.push_str(condition);
        self.begun = true;
    }

    /// Runs `sql`, which holds the branches. Its limit is part of its text: for one that is bound SQLite plans the statement anew each time, which
    /// costs more than a page of few rows.
    fn rows<T>(self, conn: &Connection, sql: &str, of: fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>, StoreError> {
        rows(conn, sql, rusqlite::params_from_iter(&self.values), of)
    }
}

/// A word of a closed list in a column.
fn word<T: Word>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    T::from_word(&text).ok_or_else(|| unreadable(FromSqlError::InvalidType))
}

/// A personal detail as JSON in a column; NULL is erased.
fn personal<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<Personal<T>> {
    let text: Option<String> = row.get(column)?;
    let details = text.map(|text| json(&text)).transpose()?;
    Ok(details.map_or(Personal::Erased, Personal::Known))
}

fn json<T: DeserializeOwned>(text: &str) -> rusqlite::Result<T> {
    serde_json::from_str(text).map_err(unreadable)
}

fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error))
}
