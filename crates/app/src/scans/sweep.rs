//! Files that were moved out of the way are removed in time: only those that this program moved, and only while what was stored of them is whole.

use crate::error::AppError;
use crate::office::Office;
use chrono::TimeDelta;
use sandika_intake::folder::{Stamp, hash_of, stamp_of};
use sandika_store::ScanSource;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

/// Files that one sweep looks at.
const BATCH: usize = 50;

impl Office {
    /// Removes moved files after `days`; 0 keeps them for ever. Answers with how many.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn sweep_scans(&mut self, days: u16) -> Result<usize, AppError> {
        if days == 0 {
            return Ok(0);
        }
        let old = self.read().scan_sources_moved_before(self.now() - TimeDelta::days(days.into()), BATCH)?;
        let mut removed = 0;
        for source in old {
            let Some(path) = source.moved.as_ref().and_then(|(path, _)| path_of(path)) else { continue };
            let stored = self.read().read_blob(&source.hash).is_ok();
            if stored && is_ours(&path, &source) && fs::remove_file(&path).is_ok() {
                removed += 1;
            }
            // One that somebody has changed, taken away or that cannot be removed is theirs from now on.
            if stored {
                self.change(|tx| Ok(tx.forget_scan_source(source.scan)?))?;
            }
        }
        Ok(removed)
    }
}

/// Still the very file that was moved.
fn is_ours(path: &std::path::Path, source: &ScanSource) -> bool {
    let stamp = Stamp { size: source.size, modified: source.modified };
    stamp_of(path).is_ok_and(|found| found == stamp) && hash_of(path).is_ok_and(|hash| hash == source.hash)
}

/// A path as the store keeps it. Where it is no path of this system it is nobody's.
fn path_of(bytes: &[u8]) -> Option<PathBuf> {
    #[cfg(unix)]
    return Some(PathBuf::from(<OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes)));
    #[cfg(not(unix))]
    std::str::from_utf8(bytes).ok().map(|text| PathBuf::from(OsStr::new(text)))
}
