//! Who may enter the office, and what was seen there that is masked otherwise.

use super::Moment;
use crate::document::word_enum;
use crate::ids::{CaseId, OwnerId};
use crate::user::Role;
use serde::{Deserialize, Serialize};

/// Something that happened at the office's door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Somebody may sign in from now on in this role, or has another role from now on.
    UserAdmitted {
        /// The user's name, as entries name who did something.
        user: String,
        /// What they may do.
        role: Role,
    },
    /// Somebody may sign in no more. Their name stays theirs in all that they did.
    UserDismissed {
        /// The user's name.
        user: String,
    },
    /// Another passphrase opens the office for somebody, set by the one who did this.
    PassphraseSet {
        /// The user's name.
        user: String,
    },
    /// Somebody's key opens only from one account of the computer from now on, or from everywhere again.
    KeyBound {
        /// The user's name.
        user: String,
        /// From one account only.
        on: bool,
    },
    /// Passphrases that did not open were tried in somebody's name before they came in.
    SignInsRefused {
        /// The user's name.
        user: String,
        /// How many.
        count: u32,
        /// The last of them.
        last: Moment,
    },
    /// A recovery sheet was made; any before it opens the office no more.
    RecoveryMade {},
    /// The recovery sheet set another passphrase for somebody.
    RecoveryUsed {
        /// The user's name.
        user: String,
    },
    /// Whether a revocation takes two users.
    TwoPersons {
        /// It does.
        on: bool,
    },
    /// An owner's NIK was shown whole.
    NikShown {
        /// The owner.
        owner: OwnerId,
    },
    /// Personal data was written to a file that opens without a passphrase.
    DataTaken {
        /// As what.
        what: TakenOut,
        /// Of which case, where it was one alone.
        case: Option<CaseId>,
    },
}

word_enum! {
    /// As what personal data left the office.
    TakenOut {
        /// A case with all its papers.
        Bundle = "bundel",
        /// The whole office in open formats.
        Export = "ekspor",
        /// The journal with its personal parts open.
        Journal = "jurnal",
    }
}
