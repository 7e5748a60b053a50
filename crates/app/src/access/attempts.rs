//! Passphrases that did not open. After a few of them in one name, each further one has to wait, longer each time, also over restarts.
//!
//! Whoever can read the office's files can try passphrases without this program; what each trial costs there is the key slots' matter.

use crate::error::AppError;
use crate::outside::Disk;
use crate::ports::Files;
use chrono::TimeDelta;
use sandika_domain::fact::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Name of the file within the office's folder.
const FILE: &str = "percobaan.json";
const LIMIT: u64 = 64 * 1024;
/// So many may fail before there is a wait.
const FREE: u32 = 5;
/// The first wait, doubled with each further failure.
const FIRST_WAIT: i64 = 30;
/// The longest wait, seconds.
const LONGEST_WAIT: i64 = 15 * 60;

/// What was tried in one name since they last came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tried {
    /// How many failed.
    pub(crate) count: u32,
    /// The last of them.
    pub(crate) last: Moment,
}

/// The failures that an office remembers, by name in small letters.
pub(super) struct Attempts {
    path: PathBuf,
    tried: BTreeMap<String, Tried>,
}

impl Attempts {
    /// Reads what the office in `folder` remembers; what cannot be read is nothing.
    pub(super) fn of(folder: &Path) -> Self {
        let path = folder.join(FILE);
        let tried = Disk.read(&path, LIMIT).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Self { path, tried }
    }

    /// Refuses a trial that comes too early. A clock that was set back makes the wait begin anew, once.
    ///
    /// # Errors
    /// [`AppError::TooManyTries`]; [`AppError::File`] when the clock's jump cannot be kept.
    pub(super) fn check(&mut self, name: &str, now: Moment) -> Result<(), AppError> {
        let Some(tried) = self.tried.get_mut(&key(name)) else { return Ok(()) };
        let wait = wait(tried.count);
        let ahead = tried.last > now;
        if ahead {
            tried.last = now;
        }
        let left = tried.last + wait - now;
        if ahead && wait > TimeDelta::zero() {
            self.write()?;
        }
        if left > TimeDelta::zero() { Err(AppError::TooManyTries { seconds: left.num_seconds().max(1).unsigned_abs() }) } else { Ok(()) }
    }

    /// Remembers one that failed, before anybody hears that it did.
    ///
    /// # Errors
    /// [`AppError::File`].
    pub(super) fn failed(&mut self, name: &str, now: Moment) -> Result<(), AppError> {
        let before = self.tried.get(&key(name)).map_or(0, |tried| tried.count);
        self.tried.insert(key(name), Tried { count: before.saturating_add(1), last: now });
        self.write()
    }

    /// Forgets what was tried in a name that has come in, and answers with it. Where that cannot be kept, they only wait longer another time.
    pub(super) fn forget(&mut self, name: &str) -> Option<Tried> {
        let tried = self.tried.remove(&key(name))?;
        let _ = self.write();
        Some(tried)
    }

    fn write(&self) -> Result<(), AppError> {
        let unwritable = |source| AppError::File { path: self.path.clone(), source };
        let text = serde_json::to_vec(&self.tried).map_err(|error| unwritable(error.into()))?;
        Disk.write(&self.path, &text).map_err(unwritable)
    }
}

fn key(name: &str) -> String {
    name.to_lowercase()
}

/// How long the next trial has to wait after so many failures.
fn wait(count: u32) -> TimeDelta {
    let Some(beyond) = count.checked_sub(FREE) else { return TimeDelta::zero() };
    TimeDelta::seconds(FIRST_WAIT.saturating_mul(1 << beyond.min(16)).min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;
    use chrono::DateTime;

    fn at(seconds: i64) -> Moment {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn waits_double_up_to_a_quarter_of_an_hour() {
        let seconds: Vec<i64> = (0..13).map(|count| wait(count).num_seconds()).collect();
        assert_eq!(seconds, [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
        assert_eq!(wait(u32::MAX).num_seconds(), 900);
    }

    #[test]
    fn failures_are_remembered_over_restarts_and_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let attempts = || Attempts::of(folder.path());
        for count in 0..FREE {
            attempts().check("Sari", at(0)).unwrap();
            attempts().failed(if count % 2 == 0 { "Sari" } else { "SARI" }, at(0)).unwrap();
        }
        assert!(matches!(attempts().check("sari", at(1)), Err(AppError::TooManyTries { seconds: 29 })));
        attempts().check("budi", at(1)).unwrap();
        attempts().check("sari", at(30)).unwrap();
        assert_eq!(attempts().forget("sari"), Some(Tried { count: FREE, last: at(0) }));
        attempts().check("sari", at(1)).unwrap();
        assert_eq!(attempts().forget("sari"), None);
    }

    #[test]
    fn a_clock_set_back_neither_opens_nor_locks_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        let attempts = || Attempts::of(folder.path());
        (0..FREE).for_each(|_| attempts().failed("sari", at(1_000_000)).unwrap());
        assert!(matches!(attempts().check("sari", at(0)), Err(AppError::TooManyTries { seconds: 30 })));
        assert!(matches!(attempts().check("sari", at(10)), Err(AppError::TooManyTries { seconds: 20 })));
        attempts().check("sari", at(30)).unwrap();
    }

    #[test]
    fn a_file_that_cannot_be_read_is_none() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "{\"sari\":7}").unwrap();
        Attempts::of(folder.path()).check("sari", at(0)).unwrap();
    }
}
