//! Files that are wholly there or not at all.

use crate::StoreError;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// Ending of files that are not finished; what a crash leaves of them is swept at the next opening.
pub(crate) const UNFINISHED: &str = "baru";

/// Writes `bytes` to `path` so that a crash leaves the old file or the new one, never a part.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let unfinished = path.with_extension(UNFINISHED);
    let mut file = File::create(&unfinished).map_err(StoreError::at(&unfinished))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(StoreError::at(&unfinished))?;
    drop(file);
    rename(&unfinished, path)
}

/// Renames a flushed file and flushes the folder, so that the new name survives a crash.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::rename(from, to).map_err(StoreError::at(to))?;
    to.parent().map_or(Ok(()), sync_folder)
}

/// Flushes a folder's list of names. Only Unix can; elsewhere the file system's own journal must do.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        File::open(folder).and_then(|handle| handle.sync_all()).map_err(StoreError::at(folder))?;
    }
    Ok(())
}

/// Makes a folder and those above it.
pub(crate) fn make_folder(folder: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(folder).map_err(StoreError::at(folder))
}

/// Removes what unfinished writes left in a folder; a folder that is not there holds none.
pub(crate) fn sweep_unfinished(folder: &Path) -> Result<(), StoreError> {
    let Ok(names) = fs::read_dir(folder) else { return Ok(()) };
    for name in names {
        let path = name.map_err(StoreError::at(folder))?.path();
        if path.extension().is_some_and(|ending| ending == UNFINISHED) && path.is_file() {
            fs::remove_file(&path).map_err(StoreError::at(&path))?;
        }
    }
    Ok(())
}
