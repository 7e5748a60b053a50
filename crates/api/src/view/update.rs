//! Updates of the program: what may be trusted, what a file brings, and what was done before its installer was started.

use sandika_app::{Desk, Update, UpdateStarted};
use serde::Serialize;
use ts_rs::TS;

/// The program before an update.
#[derive(Debug, Serialize, TS)]
pub(crate) struct UpdateStateView {
    /// Version that runs.
    pub(crate) version: String,
    /// Numbers of the keys that updates may be signed with; none where updates are installed by hand.
    pub(crate) keys: Vec<String>,
    /// Why no update can be installed here, and what to do; none where it can.
    pub(crate) refusal: Option<String>,
    /// Folder of the backup that is always made before.
    pub(crate) beside: String,
    /// Folder of the second place, if one is chosen.
    pub(crate) second: Option<String>,
}

/// An update that was proven and is newer than the program.
#[derive(Debug, Serialize, TS)]
pub(crate) struct UpdateView {
    pub(crate) path: String,
    /// Names exactly this update.
    pub(crate) seal: String,
    /// Version that it brings.
    pub(crate) version: String,
    /// When it was made, `YYYY-MM-DD`.
    pub(crate) date: String,
    /// What is new, in lines.
    pub(crate) notes: String,
    /// Number of the key that it is signed with.
    pub(crate) key: String,
    /// Bytes of its installer.
    pub(crate) bytes: u64,
}

/// An update whose installer runs: the application has to be closed.
#[derive(Debug, Serialize, TS)]
pub(crate) struct UpdateStartedView {
    pub(crate) version: String,
    /// Folders of the backups that were made before.
    pub(crate) backups: Vec<String>,
}

impl UpdateStateView {
    pub(crate) fn of(desk: &Desk) -> Self {
        let (beside, second) = desk.update_backups();
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            keys: desk.update_keys(),
            refusal: desk.update_refusal().map(str::to_owned),
            beside: beside.display().to_string(),
            second: second.map(|folder| folder.display().to_string()),
        }
    }
}

impl UpdateView {
    pub(crate) fn of(update: Update, path: String) -> Self {
        let Update { version, date, notes, key, bytes, seal, .. } = update;
        Self { path, seal, version: version.to_string(), date: date.to_string(), notes, key, bytes }
    }
}

impl From<UpdateStarted> for UpdateStartedView {
    fn from(started: UpdateStarted) -> Self {
        let backups = started.backups.iter().map(|made| made.folder.display().to_string()).collect();
        Self { version: started.update.version.to_string(), backups }
    }
}
