//! One process at a time: an operating-system lock that ends with the process, however it ends.

use crate::{StoreError, files};
use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread;
use std::time::Duration;

/// Name of the lock file within the office's folder.
const NAME: &str = "sandika.lock";

/// Windows gives the lock of a program that was killed back some time after its end, so it is asked again before anybody is told to be in the way.
const TRIES: u32 = if cfg!(windows) { 10 } else { 1 };
const PAUSE: Duration = Duration::from_millis(100);

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
        for tried in 1..=TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) if tried < TRIES => thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(source)) => return Err(StoreError::Io { path, source }),
            }
        }
        Err(StoreError::InUse)
    }
}
