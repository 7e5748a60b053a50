//! Who may sign in, and the rules of the door.

use super::{rows, word};
use crate::sql::At;
use crate::{Ledger, StoreError};
use rusqlite::OptionalExtension;
use sandika_domain::fact::Moment;
use sandika_domain::user::Role;

/// A user of the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserRow {
    /// As entries name them.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// They may sign in.
    pub active: bool,
    /// Since when both hold.
    pub recorded_at: Moment,
}

/// The rules of the door.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Door {
    /// A revocation takes two users.
    pub two_persons: bool,
    /// When the recovery sheet was made that holds now, if one was.
    pub recovery_at: Option<Moment>,
}

impl Ledger {
    /// Every user that there ever was, in the order in which they were admitted first.
    pub fn users(&self) -> Result<Vec<UserRow>, StoreError> {
        rows(self.conn(), "SELECT name, role, active, recorded_at FROM user ORDER BY born", [], |row| {
            Ok(UserRow { name: row.get(0)?, role: word(row, "role")?, active: row.get(2)?, recorded_at: row.get::<_, At>(3)?.0 })
        })
    }

    /// The rules of the door.
    pub fn door(&self) -> Result<Door, StoreError> {
        let mut statement = self.conn().prepare_cached("SELECT two_persons, recovery_at FROM door")?;
        let found =
            statement.query_row([], |row| Ok(Door { two_persons: row.get(0)?, recovery_at: row.get::<_, Option<At>>(1)?.map(|at| at.0) }));
        Ok(found.optional()?.unwrap_or_default())
    }
}
