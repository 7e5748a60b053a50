//! What happens to an issued letter: looked at, saved, signed and taken back. How it goes out: [`crate::outgoing`].

use crate::error::AppError;
use crate::office::Office;
use sandika_domain::case::{Case, Command};
use sandika_domain::ids::{CaseId, LetterId};
use sandika_store::{LetterFilter, LetterRow};
use std::path::Path;

impl Office {
    /// A page of letters, newest first. `before` is the `born` of the last row of the page before.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn letters(&self, filter: &LetterFilter, before: Option<i64>, limit: usize) -> Result<Vec<LetterRow>, AppError> {
        Ok(self.read().letters(filter, before, limit.clamp(1, crate::PAGE))?)
    }

    /// One version of a letter; the newest if none is named.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn letter(&self, id: LetterId, version: Option<u32>) -> Result<LetterRow, AppError> {
        let versions = self.read().letter(id)?;
        let found = match version {
            Some(version) => versions.into_iter().find(|row| row.version == version),
            None => versions.into_iter().max_by_key(|row| row.version),
        };
        found.ok_or_else(|| AppError::not_found("letter", "Surat", id))
    }

    /// The bytes of a letter as they were issued, proven by their hash.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Store`] when the stored file is missing or changed.
    pub fn letter_pdf(&self, id: LetterId, version: Option<u32>) -> Result<Vec<u8>, AppError> {
        Ok(self.read().read_blob(&self.letter(id, version)?.file.hash)?)
    }

    /// Writes a letter's PDF to a file of the officer's choice.
    ///
    /// # Errors
    /// [`AppError::File`] when it cannot be written; nothing half-written is left.
    pub fn save_letter(&self, id: LetterId, version: Option<u32>, path: &Path) -> Result<(), AppError> {
        let bytes = self.letter_pdf(id, version)?;
        self.ports.files.write(path, &bytes).map_err(|source| AppError::File { path: path.to_owned(), source })
    }

    /// Takes the signed letter in: a scan, or the electronically signed PDF with every byte as it came.
    ///
    /// # Errors
    /// [`AppError::File`], [`AppError::Input`], [`AppError::Rejected`].
    pub fn return_letter(
        &mut self,
        case: CaseId,
        seen: Option<u64>,
        letter: LetterId,
        version: u32,
        path: &Path,
    ) -> Result<Case, AppError> {
        let (file, label) = self.take_file(path)?;
        self.act("return_letter", case, seen, Command::ReturnLetter { letter, version, file, name: label.name })
    }
}
