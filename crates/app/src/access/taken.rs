//! Personal data that leaves the office as a file, readable by whoever has the file: each time is recorded, with who took it.

use crate::bundle::{CaseBundle, Tell};
use crate::error::AppError;
use crate::journal::{JournalWanted, JournalWritten};
use crate::office::Office;
use crate::open_office::Exported;
use sandika_domain::fact::{Access, Fact, TakenOut};
use sandika_domain::ids::CaseId;
use std::fs;
use std::path::Path;

/// What the journal calls it.
const ACTION: &str = "data_taken";

impl Office {
    /// Writes the bundle of a case, and records that it was taken.
    ///
    /// # Errors
    /// As [`Office::save_case_bundle`]. What cannot be recorded is not left.
    pub fn take_case_bundle(&mut self, case: CaseId, path: &Path, tell: &Tell<'_>) -> Result<CaseBundle, AppError> {
        let made = self.save_case_bundle(case, path, tell)?;
        self.note_taken(TakenOut::Bundle, Some(case), path)?;
        Ok(made)
    }

    /// Writes the office in open formats, and records that it was taken.
    ///
    /// # Errors
    /// As [`Office::export_open`]. What cannot be recorded is not left.
    pub fn take_open_export(&mut self, path: &Path) -> Result<Exported, AppError> {
        let made = self.export_open(path)?;
        self.note_taken(TakenOut::Export, None, path)?;
        Ok(made)
    }

    /// Writes the journal as a file, and records that it was taken where its personal parts are open.
    ///
    /// # Errors
    /// As [`Office::export_journal`]. What cannot be recorded is not left.
    pub fn take_journal(&mut self, path: &Path, wanted: &JournalWanted) -> Result<JournalWritten, AppError> {
        let made = self.export_journal(path, wanted)?;
        if wanted.personal {
            self.note_taken(TakenOut::Journal, None, path)?;
        }
        Ok(made)
    }

    fn note_taken(&mut self, what: TakenOut, case: Option<CaseId>, path: &Path) -> Result<(), AppError> {
        let fact = Fact::Access(Access::DataTaken { what, case });
        self.record(ACTION, None, None, vec![fact]).inspect_err(|_| drop(fs::remove_file(path)))
    }
}
