//! Letters on their way out: to a printer or into a folder. They wait here until they have left, over restarts too.

use crate::sql::{At, Id};
use crate::{Ledger, Store, StoreError};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{OptionalExtension, Row, params};
use sandika_domain::fact::Moment;
use sandika_domain::ids::LetterId;
use uuid::Uuid;

/// How a letter goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Through a printer: of this name, or the computer's usual one.
    Printer(Option<String>),
    /// Into the outgoing folder.
    Folder,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutgoingState {
    /// It waits for its turn, or for the folder to be there again.
    Waiting,
    /// It is being sent.
    Sending,
    /// It was refused, and waits for a decision.
    Failed,
}

/// A letter on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Its own id.
    pub id: Uuid,
    /// The letter.
    pub letter: LetterId,
    /// The version that is sent.
    pub version: u32,
    /// Copies, at least 1.
    pub copies: u32,
    /// How.
    pub way: Way,
    /// Why it goes out again, of a version that had been printed before; otherwise empty.
    pub reason: String,
    /// How far.
    pub state: OutgoingState,
    /// How often it was tried in vain.
    pub tries: u32,
    /// What was said the last time, in Indonesian.
    pub problem: Option<String>,
    /// Since when it waits.
    pub queued_at: Moment,
    /// When it is tried next, while it waits.
    pub due_at: Moment,
}

const SELECT: &str = "SELECT id, letter_id, version, copies, way, printer, reason, state, tries, problem, queued_at, due_at FROM outgoing";

impl Store {
    /// Keeps a letter that goes out, durably, in place of what was kept of it.
    ///
    /// # Errors
    /// [`StoreError`]; then what was kept is as it was.
    pub fn keep_outgoing(&mut self, outgoing: &Outgoing) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO outgoing (id, letter_id, version, copies, way, printer, reason, state, tries, problem, queued_at, due_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
        let (way, printer) = match &outgoing.way {
            Way::Printer(name) => ("printer", name.as_deref()),
            Way::Folder => ("folder", None),
        };
        self.read().conn().prepare_cached(sql)?.execute(params![
            Id(outgoing.id),
            Id(outgoing.letter.0),
            outgoing.version,
            outgoing.copies,
            way,
            printer,
            outgoing.reason,
            outgoing.state,
            outgoing.tries,
            outgoing.problem,
            At(outgoing.queued_at),
            At(outgoing.due_at),
        ])?;
        Ok(())
    }

    /// Forgets a letter that does not go out any more. True if there was one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn forget_outgoing(&mut self, id: Uuid) -> Result<bool, StoreError> {
        forget(self.read(), id)
    }
}

impl crate::Tx<'_> {
    /// Forgets a letter that has left, together with what this transaction records of it. True if there was one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn forget_outgoing(&mut self, id: Uuid) -> Result<bool, StoreError> {
        forget(self.read(), id)
    }
}

impl Ledger {
    /// Every letter on its way out, the longest waiting first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn outgoing(&self) -> Result<Vec<Outgoing>, StoreError> {
        let mut statement = self.conn().prepare_cached(&format!("{SELECT} ORDER BY queued_at, id"))?;
        Ok(statement.query_map([], of)?.collect::<Result<_, _>>()?)
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn outgoing_one(&self, id: Uuid) -> Result<Option<Outgoing>, StoreError> {
        let mut statement = self.conn().prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
        Ok(statement.query_row([Id(id)], of).optional()?)
    }
}

fn forget(ledger: &Ledger, id: Uuid) -> Result<bool, StoreError> {
    Ok(ledger.conn().prepare_cached("DELETE FROM outgoing WHERE id = ?1")?.execute([Id(id)])? > 0)
}

fn of(row: &Row<'_>) -> rusqlite::Result<Outgoing> {
    Ok(Outgoing {
        id: row.get::<_, Id>("id")?.0,
        letter: LetterId(row.get::<_, Id>("letter_id")?.0),
        version: row.get("version")?,
        copies: row.get("copies")?,
        way: match row.get_ref("way")?.as_str()? {
            "folder" => Way::Folder,
            _ => Way::Printer(row.get("printer")?),
        },
        reason: row.get("reason")?,
        state: row.get("state")?,
        tries: row.get("tries")?,
        problem: row.get("problem")?,
        queued_at: row.get::<_, At>("queued_at")?.0,
        due_at: row.get::<_, At>("due_at")?.0,
    })
}

impl ToSql for OutgoingState {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let word = match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Failed => "failed",
        };
        Ok(word.into())
    }
}

impl FromSql for OutgoingState {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "waiting" => Ok(Self::Waiting),
            "sending" => Ok(Self::Sending),
            "failed" => Ok(Self::Failed),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}
