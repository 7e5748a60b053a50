//! Setting aside what is damaged or left over: moved to `rusak/<now>/`, never deleted.

use super::{DATABASE, KEYS};
use crate::{StoreError, anchor, files};
use sandika_domain::fact::Moment;
use std::fs;
use std::path::{Path, PathBuf};

const DAMAGED: &str = "rusak";

/// The write-ahead log goes first: should the moving be interrupted, no other database may come to stand beside it, for SQLite would play the log
/// into whatever database it finds there.
const FILES: [&str; 3] = ["sandika.db-wal", "sandika.db-shm", DATABASE];

/// Sets the database aside; answers with the folder that holds it now.
pub(super) fn damaged(dir: &Path, now: Moment) -> Result<PathBuf, StoreError> {
    set_aside(dir, &FILES, now)
}

/// Sets aside what a creation left that was interrupted before it wrote the key slots: a database that opens for nobody.
pub(super) fn unfinished_creation(dir: &Path, now: Moment) -> Result<(), StoreError> {
    let [log, index, database] = FILES;
    let left = [log, index, database, anchor::NAME];
    if left.iter().any(|name| dir.join(name).exists()) {
        set_aside(dir, &left, now)?;
    }
    Ok(())
}

/// What is to be said when the database is not there. A log without its database is set aside, so that it is not played into a restored one.
pub(super) fn database_missing(dir: &Path, now: Moment) -> StoreError {
    if FILES.iter().any(|name| dir.join(name).exists())
        && let Err(error) = set_aside(dir, &FILES, now)
    {
        return error;
    }
    let folder = dir.join(DAMAGED);
    StoreError::DatabaseMissing { path: dir.join(DATABASE), set_aside: folder.is_dir().then_some(folder) }
}

/// Moves files to a folder of their own, with a copy of the key slots.
fn set_aside(dir: &Path, names: &[&str], now: Moment) -> Result<PathBuf, StoreError> {
    let folder = unused(&dir.join(DAMAGED).join(stamp(now)));
    files::make_folder(&folder)?;
    for name in names.iter().filter(|name| dir.join(name).exists()) {
        files::rename(&dir.join(name), &folder.join(name))?;
    }
    files::sync_folder(dir)?;
    let slots = dir.join(KEYS);
    if slots.exists() {
        let bytes = fs::read(&slots).map_err(StoreError::at(&slots))?;
        files::write_whole(&folder.join(KEYS), &bytes)?;
    }
    Ok(folder)
}

/// A moment as it stands in names of files and folders.
pub(crate) fn stamp(now: Moment) -> String {
    now.format("%Y%m%dT%H%M%S%3fZ").to_string()
}

/// The path itself, or with a number after it if it is there already.
pub(crate) fn unused(path: &Path) -> PathBuf {
    let mut found = path.to_owned();
    for number in 2.. {
        if !found.exists() {
            break;
        }
        found = PathBuf::from(format!("{}-{number}", path.display()));
    }
    found
}
