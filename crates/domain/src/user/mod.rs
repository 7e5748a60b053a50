//! Users of the office: their names, their roles, and what each role may do.

mod name;
mod recovery;
mod role;

pub use name::{LONGEST_NAME, NameFault, UserName};
pub use recovery::{RECOVERY_BYTES, RECOVERY_WORDS, RecoveryFault, read_recovery, recovery_words};
pub use role::{Right, Role};
