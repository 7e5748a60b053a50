//! Whose a scan without a code may be, by the names in its text. The officer confirms; nothing is filed on a guess.

use crate::error::AppError;
use crate::office::Office;
use sandika_domain::ids::CaseId;
use sandika_domain::scan::{NamedBy, Words};
use sandika_store::{CaseFilter, CaseListRow, Standing};
use uuid::Uuid;

/// Pages whose text is looked at.
const PAGES: usize = 5;

/// Running cases that are looked through, the newest first.
const CASES: usize = 500;

/// Suggestions that are made.
const MOST: usize = 5;

/// A case that a scan may belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScanGuess {
    /// The case.
    pub case: CaseId,
    /// Its agenda number.
    pub agenda: String,
    /// Its owner's name, without titles.
    pub owner_name: String,
    /// How the text names the owner.
    pub by: NamedBy,
}

impl Office {
    /// Running cases whose owner a scan names in its text or its file name: those with the NIP first.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; a file that has no readable text is only looked at by its name.
    pub fn scan_guesses(&self, id: Uuid) -> Result<Vec<ScanGuess>, AppError> {
        let (scan, bytes) = self.scan_bytes(id)?;
        let text = self.ports.reader.words(&bytes, PAGES).unwrap_or_default();
        let words = Words::of(&format!("{text}\n{}", scan.name));
        let filter = CaseFilter { standings: vec![Standing::Open, Standing::Waiting], ..CaseFilter::default() };
        let mut found = Vec::new();
        for row in self.read().scan_cases(&filter, None, CASES)? {
            found.extend(self.guess(&words, &row)?);
        }
        found.sort_by_key(|guess| guess.by);
        found.truncate(MOST);
        Ok(found)
    }

    fn guess(&self, words: &Words, row: &CaseListRow) -> Result<Option<ScanGuess>, AppError> {
        let owner = self.read().owner(row.owner)?;
        let Some(details) = owner.as_ref().and_then(|owner| owner.recorded.known()).map(|known| &known.details) else { return Ok(None) };
        let guess = |by| ScanGuess { case: row.id, agenda: row.agenda.text.clone(), owner_name: details.name.clone(), by };
        Ok(words.name(&details.name, &details.nip).map(guess))
    }
}
