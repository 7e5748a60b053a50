//! Issuing a letter: number, page, stored bytes and fact in one transaction. A number is taken only by a letter that is on the disk.

use super::compose::LetterRequest;
use super::paper::Issued;
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::case::IssuedLetter;
use sandika_domain::ids::{CaseId, LetterId};
use sandika_letters::Typesetter;

impl Office {
    /// The letter as it would be, marked as a draft: without code, and with the number that it would take now, marked as provisional. Answers with
    /// the PDF.
    ///
    /// # Errors
    /// [`AppError::Letter`] naming every value that is missing.
    pub fn preview_letter(&self, id: CaseId, request: &LetterRequest) -> Result<Vec<u8>, AppError> {
        let paper = self.paper(id, None, None, request)?;
        let model = paper.draft(self.provisional_number(&paper)?.as_deref())?;
        Ok(Typesetter::shared().render(&model)?.bytes)
    }

    /// A letter of a case as it stands, with what the officer said of it.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn issued_letter(&self, id: CaseId, letter: LetterId) -> Result<IssuedLetter, AppError> {
        let found = self.case_state(id)?.letter(letter).cloned();
        found.ok_or_else(|| AppError::not_found("letter", "Surat", letter))
    }

    /// Issues a letter at a step. A correction ([`LetterRequest::corrects`]) draws a number of its own; that of a letter about several cases is about all
    /// of them again.
    ///
    /// # Errors
    /// [`AppError::Letter`], [`AppError::Rejected`], [`AppError::Number`]; then no number was used.
    pub fn issue_letter(&mut self, id: CaseId, seen: Option<u64>, step: u32, request: &LetterRequest) -> Result<Issued, AppError> {
        let paper = self.paper(id, seen, Some(step), request)?;
        self.change(|tx| paper.issue(tx, "issue_letter"))
    }

    /// Asks whether a case would take a letter at its current step, without anything being issued.
    ///
    /// # Errors
    /// As [`Office::issue_letter`].
    pub(crate) fn would_issue(&self, id: CaseId, request: &LetterRequest) -> Result<(), AppError> {
        self.paper(id, None, None, request)?.would(self.now())
    }
}
