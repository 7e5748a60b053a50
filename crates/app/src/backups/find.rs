//! Backups that are looked for without an office: on a new computer, or after the old data is lost.

use crate::error::AppError;
use sandika_store::backup::{Backup, BackupSource, Place};
use std::path::{Path, PathBuf};

/// A backup that was found, as it describes itself.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundBackup {
    /// The folder, or the moving file.
    pub path: PathBuf,
    /// It is a moving file.
    pub moving: bool,
    /// What it says of itself; nothing is proven before its passphrase is known.
    pub backup: Backup,
}

impl FoundBackup {
    /// Where it lies, for whoever restores it.
    pub fn source(&self) -> BackupSource {
        if self.moving {
            BackupSource::MovingFile(self.path.clone())
        } else {
            let (office, stamp) = (self.backup.office.clone(), self.backup.stamp.clone());
            BackupSource::Place { place: Place::at(&self.path), office, stamp }
        }
    }
}

/// The backups in a folder, of all offices, newest first; or the one in a moving file.
///
/// # Errors
/// [`AppError::Store`] for a folder that is not there and a file that is no moving file; [`AppError::NotFound`] when there is none.
pub fn find_backups(path: &Path) -> Result<Vec<FoundBackup>, AppError> {
    if path.is_file() {
        let backup = BackupSource::MovingFile(path.to_owned()).describe()?;
        return Ok(vec![FoundBackup { path: path.to_owned(), moving: true, backup }]);
    }
    let place = Place::at(path);
    let mut found = Vec::new();
    for office in place.offices()? {
        found.extend(place.backups(&office)?.backups.into_iter().map(|backup| FoundBackup {
            path: path.to_owned(),
            moving: false,
            backup,
        }));
    }
    if found.is_empty() {
        return Err(AppError::not_found("path", "Cadangan Sandika di folder", path.display()));
    }
    found.sort_by_key(|found| std::cmp::Reverse(found.backup.made_at));
    Ok(found)
}
