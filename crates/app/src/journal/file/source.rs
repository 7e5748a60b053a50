//! Where a file to be verified comes from.

use super::check::JournalCheck;
use super::report::FileReport;
use crate::error::AppError;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// Longest line that is read, bytes; the text of an SOP or of a letter is far below it.
const LONGEST: u64 = 64 * 1024 * 1024;

/// Lines of a journal file.
pub struct JournalSource<R>(R);

impl<R: BufRead> JournalSource<R> {
    /// Lines that are read from here.
    pub fn new(from: R) -> Self {
        Self(from)
    }

    /// Verifies all of them. A line beyond all measure counts as one that cannot be read.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn check(self) -> io::Result<FileReport> {
        self.check_with(JournalCheck::default())
    }

    /// The same with a verification that was begun for them.
    pub(crate) fn check_with(mut self, mut check: JournalCheck) -> io::Result<FileReport> {
        let mut line = Vec::new();
        loop {
            line.clear();
            if self.0.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
                return Ok(check.finish());
            }
            if line.last() == Some(&b'\n') {
                line.pop();
            }
            check.line(&line);
        }
    }
}

/// Verifies a journal file with nothing but the file: no office, no passphrase.
///
/// # Errors
/// [`AppError::File`] when it cannot be read.
pub fn check_journal_file(path: &Path) -> Result<FileReport, AppError> {
    let unusable = |source| AppError::File { path: path.to_owned(), source };
    let file = File::open(path).map_err(unusable)?;
    JournalSource::new(BufReader::with_capacity(1 << 20, file)).check().map_err(unusable)
}
