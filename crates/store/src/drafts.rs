//! Drafts: what is being typed. Nothing typed is ever lost, and nothing of it is a fact until the user says so.

use crate::sql::{At, Id};
use crate::{Ledger, Store, StoreError};
use rusqlite::{OptionalExtension, Row, params};
use sandika_domain::fact::Moment;
use sandika_domain::ids::{CaseId, PersonId};

/// Whose draft it is, as far as it is known: a draft is discarded when the person is erased.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DraftSubject {
    /// The case that is worked on.
    pub case: Option<CaseId>,
    /// The owner or official whose details are typed.
    pub person: Option<PersonId>,
}

/// A draft as it was last saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Chosen by the caller; one draft for each key.
    pub key: String,
    /// Whose it is.
    pub subject: DraftSubject,
    /// The caller's own text.
    pub body: String,
    /// When it was saved.
    pub saved_at: Moment,
}

impl Store {
    /// Saves a draft, durably, in place of the one with the same key.
    pub fn save_draft(&mut self, draft: &Draft) -> Result<(), StoreError> {
        let sql = "INSERT INTO draft (key, case_id, person_id, body, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT (key) DO UPDATE SET case_id = ?2, person_id = ?3, body = ?4, saved_at = ?5";
        let DraftSubject { case, person } = draft.subject;
        self.read().conn().prepare_cached(sql)?.execute(params![
            draft.key,
            case.map(|case| Id(case.0)),
            person.map(|person| Id(person.0)),
            draft.body,
            At(draft.saved_at),
        ])?;
        Ok(())
    }

    /// Discards a draft. True if there was one.
    pub fn discard_draft(&mut self, key: &str) -> Result<bool, StoreError> {
        discard(self.read(), key)
    }
}

impl crate::Tx<'_> {
    /// Discards a draft together with what this transaction records of it. True if there was one.
    pub fn discard_draft(&mut self, key: &str) -> Result<bool, StoreError> {
        discard(self.read(), key)
    }
}

impl Ledger {
    /// A draft by its key.
    pub fn draft(&self, key: &str) -> Result<Option<Draft>, StoreError> {
        let mut statement = self.conn().prepare_cached("SELECT key, case_id, person_id, body, saved_at FROM draft WHERE key = ?1")?;
        Ok(statement.query_row([key], of).optional()?)
    }

    /// Every draft, by key.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let mut statement = self.conn().prepare_cached("SELECT key, case_id, person_id, body, saved_at FROM draft ORDER BY key")?;
        Ok(statement.query_map([], of)?.collect::<Result<_, _>>()?)
    }
}

fn discard(ledger: &Ledger, key: &str) -> Result<bool, StoreError> {
    Ok(ledger.conn().prepare_cached("DELETE FROM draft WHERE key = ?1")?.execute([key])? > 0)
}

fn of(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        key: row.get(0)?,
        subject: DraftSubject {
            case: row.get::<_, Option<Id>>(1)?.map(|id| CaseId(id.0)),
            person: row.get::<_, Option<Id>>(2)?.map(|id| PersonId(id.0)),
        },
        body: row.get(3)?,
        saved_at: row.get::<_, At>(4)?.0,
    })
}
