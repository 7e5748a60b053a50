//! Arguments of commands about backups.

use super::Passphrase;
use serde::Deserialize;
use ts_rs::TS;

/// Whether backups are made by themselves, and where the second ones go.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct BackupFields {
    /// They are made by themselves.
    pub(crate) on: bool,
    /// Folder of the second place; none if empty.
    pub(crate) second: Option<String>,
}

/// What is wished at once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct BackupHurryArgs {
    /// A test of the newest backups; else a backup.
    pub(crate) test: bool,
}

/// One backup of the open office.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct BackupPickArgs {
    /// Folder of its place.
    pub(crate) folder: String,
    /// Its name there.
    pub(crate) stamp: String,
}

/// A backup that the office is put back from.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct BackupRestoreArgs {
    /// Folder of its place, or the moving file.
    pub(crate) path: String,
    /// The office's id within the place; none for a moving file.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) office: Option<String>,
    /// Its name within the place; none for a moving file.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) stamp: Option<String>,
    /// The passphrase that held when it was made.
    #[ts(type = "string")]
    pub(crate) passphrase: Passphrase,
}
