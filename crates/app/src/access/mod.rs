//! The door of the office: who signs in, what they may do, and who else may.

mod attempts;
mod passphrase;
mod recovery;
pub(crate) mod sign_in;
mod taken;
mod users;

pub use recovery::RecoverySheet;
pub(crate) use recovery::{RECOVERY_SLOT, phrase as recovery_phrase};
pub(crate) use sign_in::{Opened, signed};
pub(crate) use users::user_name;
pub use users::{UserAccount, UserList};

use crate::error::AppError;
use crate::office::Office;
use sandika_domain::user::{Right, Role};

/// Who works, and what they may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The user's name, as entries carry it.
    pub name: String,
    /// What they are in the office.
    pub role: Role,
}

impl Signed {
    /// Refuses what they may not do.
    ///
    /// # Errors
    /// [`AppError::Forbidden`].
    pub(crate) fn need(&self, right: Right) -> Result<(), AppError> {
        if self.role.may(right) { Ok(()) } else { Err(AppError::Forbidden { role: self.role, right }) }
    }
}

/// Whether a slot is of an office that was made before there were users, and nobody's yet.
pub(crate) fn is_nobodys(slot: &str) -> bool {
    slot == sign_in::FIRST_SLOT
}

impl Office {
    /// Who works.
    pub fn signed(&self) -> &Signed {
        &self.signed
    }

    /// Refuses what the one at the desk may not do.
    ///
    /// # Errors
    /// [`AppError::Forbidden`].
    pub fn need(&self, right: Right) -> Result<(), AppError> {
        self.signed.need(right)
    }
}
