//! Arguments of commands about users and the recovery sheet.

use super::Passphrase;
use sandika_domain::user::Role;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What somebody is in the office.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RoleWord {
    /// Sets the office up and says who may enter.
    Admin,
    /// Works on requests.
    Operator,
    /// Works on requests, and checks those of others.
    Verifikator,
    /// Head of the section's division.
    KepalaBidang,
    /// Head of the office.
    KepalaDinas,
}

impl From<RoleWord> for Role {
    fn from(word: RoleWord) -> Self {
        match word {
            RoleWord::Admin => Self::Admin,
            RoleWord::Operator => Self::Operator,
            RoleWord::Verifikator => Self::Verifikator,
            RoleWord::KepalaBidang => Self::KepalaBidang,
            RoleWord::KepalaDinas => Self::KepalaDinas,
        }
    }
}

impl From<Role> for RoleWord {
    fn from(role: Role) -> Self {
        match role {
            Role::Admin => Self::Admin,
            Role::Operator => Self::Operator,
            Role::Verifikator => Self::Verifikator,
            Role::KepalaBidang => Self::KepalaBidang,
            Role::KepalaDinas => Self::KepalaDinas,
        }
    }
}

/// An office whose users are asked for.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeskUsersArgs {
    /// Where it lies; the known one if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) folder: Option<String>,
}

/// The words of a recovery sheet, and what is to hold from now on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeskRecoverArgs {
    /// Where the office lies; the known one if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) folder: Option<String>,
    /// The words, as they were typed.
    #[ts(type = "string")]
    pub(crate) words: Passphrase,
    /// An admin, who works then.
    pub(crate) user: String,
    /// Their new passphrase.
    #[ts(type = "string")]
    pub(crate) passphrase: Passphrase,
}

/// A new user.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserAdmitArgs {
    /// Name, as entries will carry it.
    pub(crate) user: String,
    pub(crate) role: RoleWord,
    /// Their first passphrase.
    #[ts(type = "string")]
    pub(crate) passphrase: Passphrase,
    /// The passphrase of the one who admits them.
    #[ts(type = "string")]
    pub(crate) own: Passphrase,
}

/// Another passphrase for a user.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserPassphraseArgs {
    pub(crate) user: String,
    /// The one that is to hold.
    #[ts(type = "string")]
    pub(crate) passphrase: Passphrase,
    /// The passphrase of the one who sets it.
    #[ts(type = "string")]
    pub(crate) own: Passphrase,
}

/// Another role for a user.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserRoleArgs {
    pub(crate) user: String,
    pub(crate) role: RoleWord,
}

/// One user.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserArgs {
    pub(crate) user: String,
}

/// The rules of the door.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DoorRuleArgs {
    /// A revocation takes two users.
    pub(crate) two_persons: bool,
}

/// A recovery sheet.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecoveryMakeArgs {
    /// The passphrase of the one who makes it.
    #[ts(type = "string")]
    pub(crate) own: Passphrase,
}
