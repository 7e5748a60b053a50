//! One process at a time: an operating-system lock that ends with the process, however it ends.

use crate::{StoreError, files};
use std::fs::{File, TryLockError};
use std::path::Path;

/// Name of the lock file within the office's folder.
const NAME: &str = "sandika.lock";

/// The held lock; given back when it is dropped.
#[derive(Debug)]
pub(crate) struct OfficeLock {
    _file: File,
}

impl OfficeLock {
    /// Takes the lock, or says at once that somebody else has it.
    pub(crate) fn take(dir: &Path) -> Result<Self, StoreError> {
        let path = dir.join(NAME);
        let file = files::private().create(true).truncate(false).write(true).open(&path).map_err(StoreError::at(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Err(TryLockError::Error(source)) => Err(StoreError::Io { path, source }),
        }
    }
}
