//! An office that was put back as a backup held it.

use super::Moment;
use serde::{Deserialize, Serialize};

/// Where a backup lay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackupKind {
    /// In a place where backups are kept.
    Place,
    /// In a file that an office moves to another computer with.
    MovingFile,
}

/// Which backup the office was put back from. The entry that says so is the first one after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RestoredOffice {
    /// Where it lay.
    pub kind: BackupKind,
    /// When the backup was made.
    pub made_at: Moment,
    /// Place of the last entry that it held; 0 if it held none.
    pub head_seq: i64,
    /// SHA-256 of that entry, lower-case hex; empty if there is none.
    pub head_hash: String,
}
