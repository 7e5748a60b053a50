//! Proving an office: its database file, its chain of entries, its stored files, its projections. Every fault is reported; none stops the rest.

mod chain;
mod erasures;
mod file_check;
mod marks;
mod problem;
mod projections;
mod proof;
mod since;
mod stored;
#[cfg(test)]
mod tests;

pub(crate) use marks::Marks;
pub use problem::{Problem, ProblemKind, Report};
pub use since::{Slice, Verified};
pub(crate) use stored::used;

use crate::progress::Watcher;
use crate::{Store, StoreError};
use problem::Findings;

impl Store {
    /// Proves everything there is. Changes nothing. `watcher` is told now and then; the time is that of reading everything once, twice for the
    /// journal.
    ///
    /// # Errors
    /// [`StoreError::Stopped`] when `watcher` ends it; else only when the work itself cannot be done, e.g. no room for the database that the projections are compared with. What is wrong with the
    /// office is in the [`Report`].
    pub fn verify(&self, watcher: &mut Watcher<'_>) -> Result<Report, StoreError> {
        self.examine(watcher, true)
    }

    /// The same without the stored files: for an office whose files lie elsewhere.
    pub(crate) fn verify_without_files(&self, watcher: &mut Watcher<'_>) -> Result<Report, StoreError> {
        self.examine(watcher, false)
    }

    fn examine(&self, watcher: &mut Watcher<'_>, files: bool) -> Result<Report, StoreError> {
        // Keys are proven as the database has them, not as they were when they were last used.
        self.read().persons().forget();
        let mut findings = Findings::new(watcher);
        file_check::run(self.read(), &mut findings)?;
        let erased = chain::run(self.read(), &mut findings)?;
        findings.opening(self.opening_problems());
        erasures::run(self.read(), &erased, &mut findings);
        if files {
            stored::run(self.read(), &mut findings)?;
        }
        projections::run(self, &mut findings)?;
        Ok(findings.into_report())
    }
}
