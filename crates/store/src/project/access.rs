//! Who may sign in, and the rules of the door.

use super::Place;
use crate::StoreError;
use crate::sql::At;
use rusqlite::{Connection, params};
use sandika_domain::document::Word;
use sandika_domain::fact::{Access, Fact};

/// Carries over what a fact says of the door.
pub(super) fn apply(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
    let Fact::Access(access) = fact else { return Ok(()) };
    let at = At(place.header.at);
    match access {
        Access::UserAdmitted { user, role } => {
            let sql = "INSERT INTO user (born, name, role, active, recorded_at) VALUES (?1, ?2, ?3, 1, ?4)
                       ON CONFLICT (name) DO UPDATE SET role = ?3, active = 1, recorded_at = ?4";
            conn.prepare_cached(sql)?.execute(params![place.born, user, role.word(), at])?;
        }
        Access::UserDismissed { user } => {
            conn.prepare_cached("UPDATE user SET active = 0, recorded_at = ?2 WHERE name = ?1")?.execute(params![user, at])?;
        }
        Access::TwoPersons { on } => {
            let sql = "INSERT INTO door (one, two_persons) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET two_persons = ?1";
            conn.prepare_cached(sql)?.execute([on])?;
        }
        Access::RecoveryMade {} => {
            let sql = "INSERT INTO door (one, two_persons, recovery_at) VALUES (1, 0, ?1) ON CONFLICT (one) DO UPDATE SET recovery_at = ?1";
            conn.prepare_cached(sql)?.execute([at])?;
        }
        Access::PassphraseSet { .. }
        | Access::KeyBound { .. }
        | Access::SignInsRefused { .. }
        | Access::RecoveryUsed { .. }
        | Access::NikShown { .. }
        | Access::DataTaken { .. } => {}
    }
    Ok(())
}
