//! Which folders this computer watches, and how they were found last.

use crate::desk::Desk;
use crate::error::AppError;
use crate::plain::words;
use sandika_domain::scan::LoosePages;
use sandika_intake::folder::{FolderStatus, SystemFault, Wait};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use uuid::Uuid;

/// How this computer takes scans in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScanSettings {
    /// Folders that are watched.
    pub folders: Vec<PathBuf>,
    /// Days after which a file that was taken in is removed from `Diproses`; 0 keeps it for ever.
    pub keep_days: u16,
    /// What becomes of pages without a code.
    pub loose: LoosePages,
}

impl Default for ScanSettings {
    fn default() -> Self {
        Self { folders: Vec::new(), keep_days: 30, loose: LoosePages::default() }
    }
}

/// Most folders that are watched.
const FOLDERS: usize = 8;

impl ScanSettings {
    /// The same, if it can be used.
    ///
    /// # Errors
    /// [`AppError::Input`] naming the setting.
    pub(crate) fn accepted(mut self) -> Result<Self, AppError> {
        self.folders.dedup();
        let refused = |text: &str| Err(AppError::Input { field: "folders", text: text.to_owned() });
        if self.folders.len() > FOLDERS {
            return refused("Paling banyak 8 folder pindai yang dapat dipantau.");
        }
        // A network folder may be away just now; that it is a path at all is all that can be asked.
        if self.folders.iter().any(|folder| !folder.is_absolute() || folder.is_file()) {
            return refused("Folder pindai tidak dapat dipakai. Pilih foldernya dengan tombol pilih folder.");
        }
        let within = |folder: &PathBuf| self.folders.iter().any(|other| other != folder && folder.starts_with(other));
        if let Some(folder) = self.folders.iter().find(|folder| within(folder)) {
            let text = format!("Folder {} sudah termasuk dalam folder lain yang dipantau. Hapus salah satunya.", folder.display());
            return Err(AppError::Input { field: "folders", text });
        }
        Ok(self)
    }
}

/// A watched folder as it was found last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchedFolder {
    /// The folder.
    pub folder: PathBuf,
    /// Why it cannot be looked into, and what to do.
    pub trouble: Option<String>,
    /// Files in it that are not taken in yet.
    pub waiting: Vec<WaitingFile>,
}

/// A file that is not taken in yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingFile {
    /// Its name.
    pub name: String,
    /// Since how many minutes.
    pub minutes: u64,
    /// It has just come, or is being written.
    pub usual: bool,
    /// Why, and what to do.
    pub why: String,
}

impl WatchedFolder {
    fn of(status: &FolderStatus) -> Self {
        let told = |fault: SystemFault| words(&fault.into());
        let trouble = status.trouble.map(|fault| {
            format!(
                "Folder tidak dapat dibuka: {}. Periksa sambungan jaringan dan izinnya; folder ini dicoba lagi dengan sendirinya.",
                told(fault)
            )
        });
        let waiting = status.waiting.iter().map(|file| WaitingFile {
            name: file.name.clone(),
            minutes: file.since.as_secs() / 60,
            usual: file.why.is_usual(),
            why: match &file.why {
                Wait::Unreadable(fault) => format!("Tidak dapat dibaca: {}. Dicoba lagi dengan sendirinya.", told(*fault)),
                why => why.to_string(),
            },
        });
        Self { folder: status.folder.clone(), trouble, waiting: waiting.collect() }
    }
}

/// What is known of the scanning of this computer.
#[derive(Clone, Debug, Default)]
pub struct ScanDesk {
    /// Folders, as they were found last.
    pub(super) folders: Vec<FolderStatus>,
    /// The scan that is being read, and how many of its pages were.
    pub(super) reading: Option<(Uuid, u32)>,
    /// What waits is to be tried at once.
    pub(super) hurry: bool,
}

impl ScanDesk {
    /// How these folders were found last.
    pub(super) fn told(&self, folders: &[PathBuf]) -> Vec<WatchedFolder> {
        let found = |folder: &PathBuf| self.folders.iter().find(|status| status.folder == *folder).cloned();
        let unknown = |folder: &PathBuf| FolderStatus { folder: folder.clone(), trouble: None, waiting: Vec::new() };
        folders.iter().map(|folder| WatchedFolder::of(&found(folder).unwrap_or_else(|| unknown(folder)))).collect()
    }

    /// Notes how the folders were found. True if that is news.
    pub(super) fn note_folders(&mut self, folders: Vec<FolderStatus>) -> bool {
        let told = |folders: &[FolderStatus]| {
            let waiting =
                |status: &FolderStatus| status.waiting.iter().map(|file| (file.name.clone(), file.why.clone())).collect::<Vec<_>>();
            folders.iter().map(|status| (status.folder.clone(), status.trouble, waiting(status))).collect::<Vec<_>>()
        };
        let news = told(&self.folders) != told(&folders);
        self.folders = folders;
        news
    }
}

impl Desk {
    /// Folders that are watched for the office that is open: none while it is locked, and none for the practice office, which must not swallow what is
    /// meant for the real one.
    pub fn watched_folders(&self) -> Vec<PathBuf> {
        let practice =
            self.office().and_then(|office| office.profile().ok()).is_none_or(|profile| profile.is_some_and(|profile| profile.practice));
        if practice { Vec::new() } else { self.settings().scan.folders.clone() }
    }

    /// How the watched folders were found last.
    pub fn scan_folders(&self) -> Vec<WatchedFolder> {
        self.scanning().told(&self.watched_folders())
    }

    /// Has everything that waits in the watched folders tried at once.
    pub fn hurry_scans(&mut self) {
        self.scanning_mut().hurry = true;
    }

    /// The scan that is being read, and how many of its pages were.
    pub fn scan_being_read(&self) -> Option<(Uuid, u32)> {
        self.scanning().reading
    }
}
