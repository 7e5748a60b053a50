//! The folders that scans come from.

use crate::args::ScanFields;
use sandika_app::{Desk, WatchedFolder};
use serde::Serialize;
use ts_rs::TS;

/// A file in a watched folder that is not taken in yet.
#[derive(Debug, Serialize, TS)]
pub(crate) struct WaitingFileView {
    pub(crate) name: String,
    /// Since how many minutes.
    #[ts(type = "number")]
    pub(crate) minutes: u64,
    /// It has just come, or is being written.
    pub(crate) usual: bool,
    /// Why, and what to do.
    pub(crate) why: String,
}

/// A watched folder.
#[derive(Debug, Serialize, TS)]
pub(crate) struct WatchedFolderView {
    pub(crate) folder: String,
    /// Why it cannot be looked into.
    pub(crate) trouble: Option<String>,
    pub(crate) waiting: Vec<WaitingFileView>,
}

/// The scan that is being read.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ScanReadingView {
    pub(crate) id: String,
    /// Pages that were looked at so far.
    pub(crate) pages: u32,
}

/// The watched folders, and how scans come in.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ScanFoldersView {
    /// Folders that are watched now; none in the practice office.
    pub(crate) folders: Vec<WatchedFolderView>,
    pub(crate) settings: ScanFields,
    pub(crate) reading: Option<ScanReadingView>,
}

impl ScanFoldersView {
    pub(crate) fn of(desk: &Desk) -> Self {
        let reading = desk.scan_being_read().map(|(id, pages)| ScanReadingView { id: id.to_string(), pages });
        Self {
            folders: desk.scan_folders().iter().map(WatchedFolderView::from).collect(),
            settings: (&desk.settings().scan).into(),
            reading,
        }
    }
}

impl From<&WatchedFolder> for WatchedFolderView {
    fn from(folder: &WatchedFolder) -> Self {
        let waiting = folder.waiting.iter().map(|file| WaitingFileView {
            name: file.name.clone(),
            minutes: file.minutes,
            usual: file.usual,
            why: file.why.clone(),
        });
        Self { folder: folder.folder.display().to_string(), trouble: folder.trouble.clone(), waiting: waiting.collect() }
    }
}
