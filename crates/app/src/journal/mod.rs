//! The journal in use: looked through, one entry with what it changed, verified at quiet moments, and taken out as a file that an auditor can verify.

mod change;
mod course;
mod details;
mod entry;
mod file;
mod labels;

pub use change::Change;
pub use entry::JournalPage;
pub(crate) use file::check_case_lines;
pub use file::{FileProblem, FileReport, JournalCheck, JournalSource, JournalWanted, JournalWritten, check_journal_file};

use crate::error::AppError;
use crate::office::Office;
use sandika_store::{JournalFilter, JournalHead, JournalRow, Problem, Slice, Verified};

/// Entries that are verified in one go at a quiet moment: the desk is held for some hundredths of a second.
const SLICE: usize = 512;

/// How the journal stands.
#[derive(Clone, Debug)]
pub struct JournalState {
    /// Where it ends.
    pub head: JournalHead,
    /// How far it has been verified.
    pub verified: Verified,
    /// What was found wrong since the office was opened.
    pub problems: Vec<Problem>,
    /// Everybody whom it names as user.
    pub actors: Vec<String>,
    /// Every action that it has.
    pub actions: Vec<String>,
}

impl Office {
    /// Where the journal ends, how far it is verified, and what can be looked for in it.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn journal_state(&self) -> Result<JournalState, AppError> {
        Ok(JournalState {
            head: self.read().journal_head()?,
            verified: self.store.verified()?,
            problems: self.store.opening_problems().to_vec(),
            actors: self.read().journal_actors()?,
            actions: self.read().journal_actions()?,
        })
    }

    /// How much was found wrong with the journal since the office was opened.
    pub fn journal_problems(&self) -> usize {
        self.store.opening_problems().len()
    }

    /// A page of the journal, the newest first. Hand in the last row's place as `before` for the next page.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn journal(&self, filter: &JournalFilter, before: Option<i64>, limit: usize) -> Result<Vec<JournalRow>, AppError> {
        Ok(self.read().journal(filter, before, limit.clamp(1, crate::PAGE))?)
    }

    /// Verifies the next few entries that are due; nothing if none are. For moments in which nobody waits for the desk.
    ///
    /// # Errors
    /// [`AppError::Store`] when the journal cannot be read, or how far it was verified cannot be noted.
    pub fn verify_quietly(&mut self) -> Result<Slice, AppError> {
        let now = self.now();
        Ok(self.store.verify_slice(now, SLICE)?)
    }
}
