//! Making and testing backups of an open office, by whoever waits for it.

use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::Moment;
use sandika_store::Progress;
use sandika_store::backup::{self, Backup, BackupKeys, Fallen, Listing, Made, Place, Share, Snapshot, TestReport};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackedUp {
    /// Where.
    pub folder: PathBuf,
    /// Its name there.
    pub stamp: String,
    /// When.
    pub made_at: Moment,
    /// Bytes that were written anew.
    pub bytes: u64,
    /// What is less than in the backup before.
    pub shrink: Vec<Fallen>,
    /// Content files that could not be kept.
    pub left: Vec<String>,
    /// Older backups that went.
    pub pruned: usize,
}

impl BackedUp {
    fn of(made: Made, folder: &Path, pruned: usize) -> Self {
        let Made { stamp, made_at, bytes, shrink, left, .. } = made;
        Self { folder: folder.to_owned(), stamp, made_at, bytes, shrink, left, pruned }
    }
}

/// The first place of an office's backups: beside its folder.
pub fn own_place(office: &Path) -> PathBuf {
    office.with_file_name("cadangan")
}

/// Makes a folder ready to take backups: the first place is made, any other must be there.
pub(super) fn ready(folder: &Path, office: &Path) -> Result<Place, AppError> {
    if folder == own_place(office) {
        fs::create_dir_all(folder).map_err(|source| AppError::File { path: folder.to_owned(), source })?;
    }
    Ok(Place::at(folder))
}

impl Office {
    /// Holds the office still for a backup.
    pub(super) fn snapshot(&self) -> Result<Snapshot, AppError> {
        Ok(self.store.snapshot(self.now())?)
    }

    /// A text that differs as soon as anything is kept that was not.
    pub(super) fn backup_mark(&self) -> Result<String, AppError> {
        Ok(self.store.mark()?)
    }

    /// What works on backups of this office without it.
    pub(super) fn backup_keys(&self) -> Result<BackupKeys, AppError> {
        Ok(self.store.backup_keys()?)
    }

    /// Makes a backup in a folder (the first place if none), and takes away what the ladder does not keep. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::Store`]: the place is not there or busy, the disk is full, it was stopped. Earlier backups are as they were.
    pub fn back_up(&self, folder: Option<&Path>) -> Result<BackedUp, AppError> {
        let office = self.folder();
        let folder = folder.map_or_else(|| own_place(&office), Path::to_owned);
        let place = ready(&folder, &office)?;
        let made = backup::make(self.snapshot()?, &place, &mut self.ports.work.begin())?;
        let pruned = backup::prune(&self.backup_keys()?, &place, self.zone()?, self.now())?;
        Ok(BackedUp::of(made, &folder, pruned))
    }

    /// The backups of this office in a folder.
    ///
    /// # Errors
    /// [`AppError::Store`] when the folder cannot be read.
    pub fn backups_in(&self, folder: &Path) -> Result<Listing, AppError> {
        Ok(Place::at(folder).backups(self.backup_keys()?.office())?)
    }
}

/// Tests a backup in a folder with the keys of the open office, all of it: the newest, or the one of that name. Long work: it is watched.
///
/// # Errors
/// [`AppError::NotFound`] where there is none; [`AppError::Store`] where testing itself is impossible.
pub fn check_place(office: &Office, folder: &Path, stamp: Option<&str>) -> Result<(Backup, TestReport), AppError> {
    let listing = office.backups_in(folder)?;
    let wanted = |backup: &Backup| stamp.is_none_or(|stamp| backup.stamp == stamp);
    let found = listing.backups.into_iter().find(wanted);
    let found = found.ok_or_else(|| AppError::not_found("cadangan", "Cadangan kantor ini di folder", folder.display()))?;
    let mut watcher = office.ports.work.begin();
    let report = tested(&office.backup_keys()?, folder, &found.stamp, &office.folder(), Share::All, office.now(), &mut watcher)?;
    Ok((found, report))
}

/// Tests one backup beside the office's folder.
pub(super) fn tested(
    keys: &BackupKeys,
    folder: &Path,
    stamp: &str,
    office: &Path,
    share: Share,
    now: Moment,
    watcher: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<TestReport, AppError> {
    Ok(backup::test(keys, &Place::at(folder), stamp, &backup::scratch_of(office), share, now, watcher)?)
}
