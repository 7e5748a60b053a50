//! A place where backups are kept: a folder on this computer, on a medium, in the network.

use super::error::BackupError;
use crate::{StoreError, files};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// The folder that this program makes in a place.
const FOLDER: &str = "sandika-cadangan";
const LOCK: &str = "tempat.lock";
/// Digits of an office's id.
const OFFICE: usize = 32;

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    folder: PathBuf,
}

impl Place {
    /// The place in a folder; whether it can be reached shows when it is used.
    pub fn at(folder: &Path) -> Self {
        // Whoever points at the inner folder means the place.
        let inner = folder.file_name().is_some_and(|name| name == FOLDER);
        let folder = if inner { folder.parent().unwrap_or(folder) } else { folder };
        Self { folder: folder.to_owned() }
    }

    /// The folder that was chosen.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The ids of the offices that have backups here, 32 hexadecimal digits each.
    ///
    /// # Errors
    /// [`BackupError::PlaceGone`].
    pub fn offices(&self) -> Result<Vec<String>, StoreError> {
        self.reach()?;
        let names = fs::read_dir(self.folder.join(FOLDER)).into_iter().flatten().flatten();
        let mut offices: Vec<String> =
            names.map(|name| name.file_name().to_string_lossy().into_owned()).filter(|name| is_office(name)).collect();
        offices.sort_unstable();
        Ok(offices)
    }

    /// Where the backups of one office lie.
    pub(super) fn of(&self, office: &str) -> Result<OfficePlace, StoreError> {
        if is_office(office) {
            return Ok(OfficePlace { place: self.folder.clone(), root: self.folder.join(FOLDER).join(office) });
        }
        Err(BackupError::Unknown { place: self.folder.clone(), stamp: office.to_owned() }.into())
    }

    fn reach(&self) -> Result<(), StoreError> {
        if self.folder.is_dir() { Ok(()) } else { Err(BackupError::PlaceGone(self.folder.clone()).into()) }
    }
}

fn is_office(name: &str) -> bool {
    name.len() == OFFICE && name.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

/// Whether a text can be the name of a backup: digits, `T`, `Z`. Nothing else becomes part of a path.
pub(super) fn is_stamp(text: &str) -> bool {
    text.len() == 19 && text.bytes().all(|letter| letter.is_ascii_digit() || letter == b'T' || letter == b'Z')
}

/// The folder of one office within a place.
#[derive(Clone, Debug)]
pub(super) struct OfficePlace {
    place: PathBuf,
    root: PathBuf,
}

impl OfficePlace {
    pub(super) fn place(&self) -> &Path {
        &self.place
    }

    pub(super) fn objects(&self) -> PathBuf {
        self.root.join("objek")
    }

    pub(super) fn manifests(&self) -> PathBuf {
        self.root.join("cadangan")
    }

    pub(super) fn manifest(&self, stamp: &str) -> PathBuf {
        self.manifests().join(format!("{stamp}.json"))
    }

    pub(super) fn tests(&self) -> PathBuf {
        self.root.join("uji")
    }

    pub(super) fn test(&self, stamp: &str) -> PathBuf {
        self.tests().join(format!("{stamp}.json"))
    }

    pub(super) fn acceptances(&self) -> PathBuf {
        self.root.join("diterima")
    }

    pub(super) fn acceptance(&self, stamp: &str) -> PathBuf {
        self.acceptances().join(stamp)
    }

    /// Makes a folder within the place. The place itself is never made anew: where it is gone, the medium is gone, and what is written in its stead
    /// would lie on another disk.
    pub(super) fn make(&self, folder: &Path) -> Result<(), StoreError> {
        if self.root.is_dir() { files::make_folder(folder) } else { Err(BackupError::PlaceGone(self.place.clone()).into()) }
    }

    /// Makes ready to write: the place is there, and nobody else writes.
    pub(super) fn begin(&self) -> Result<PlaceLock, StoreError> {
        self.reached()?;
        files::make_folder(&self.root)?;
        for folder in [self.manifests(), self.objects(), self.tests(), self.acceptances()] {
            self.make(&folder)?;
            files::sweep_unfinished(&folder)?;
        }
        let path = self.root.join(LOCK);
        let file = files::private().create(true).truncate(false).open(&path).map_err(StoreError::at(&path))?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => Err(BackupError::PlaceBusy(self.place.clone()).into()),
            // Not every share knows locks; the office's own lock keeps others off then.
            Ok(()) | Err(TryLockError::Error(_)) => Ok(PlaceLock { _file: file }),
        }
    }

    pub(super) fn reached(&self) -> Result<(), StoreError> {
        Place { folder: self.place.clone() }.reach()
    }

    /// An error of the system in a place that is not there any more is told as such.
    pub(super) fn explained(&self, error: StoreError) -> StoreError {
        match error {
            StoreError::Io { .. } if !self.place.is_dir() => BackupError::PlaceGone(self.place.clone()).into(),
            other => other,
        }
    }
}

/// The held place; given back when it is dropped.
pub(super) struct PlaceLock {
    _file: File,
}
