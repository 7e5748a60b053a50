//! What became of the test of a backup, kept beside it.

use super::place::OfficePlace;
use crate::{StoreError, files};
use sandika_domain::fact::Moment;
use serde::{Deserialize, Serialize};
use std::fs;

/// Most bytes of a kept report, and most problems in it.
const LIMIT: u64 = 1024 * 1024;
pub(super) const MOST: usize = 50;

/// The outcome of a test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestReport {
    /// When it ended.
    pub tested_at: Moment,
    /// What is wrong, each with what it is about; nothing if the backup restores.
    pub problems: Vec<String>,
    /// Stored files that were read and decrypted.
    pub files_read: u64,
    /// Stored files that the backup holds.
    pub files: u64,
    /// The shelf at which the next test goes on reading.
    pub next_shelf: u16,
}

impl TestReport {
    /// The backup restores, as far as it was read.
    pub fn is_good(&self) -> bool {
        self.problems.is_empty()
    }
}

/// The kept report of a backup; none where it was not tested, or the report cannot be read.
pub(super) fn read(place: &OfficePlace, stamp: &str) -> Option<TestReport> {
    let path = place.test(stamp);
    let fits = fs::metadata(&path).is_ok_and(|file| file.len() <= LIMIT);
    serde_json::from_slice(&fits.then(|| fs::read(&path).ok())??).ok()
}

/// Keeps a report.
pub(super) fn keep(place: &OfficePlace, stamp: &str, report: &TestReport) -> Result<(), StoreError> {
    place.make(&place.tests())?;
    let path = place.test(stamp);
    let text = serde_json::to_vec(report).map_err(|error| StoreError::Io { path: path.clone(), source: error.into() })?;
    files::write_whole(&path, &text)
}
