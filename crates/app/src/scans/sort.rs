//! What the office knows of the letters that a scan's codes name, and what that makes of its pages.

use super::read::{ScanSeen, seen};
use crate::error::AppError;
use crate::letters::out::takes_back;
use crate::office::Office;
use sandika_domain::case::Command;
use sandika_domain::fact::FileRef;
use sandika_domain::letter::code::tail_of;
use sandika_domain::scan::{Doubt, KnownLetter, LoosePages, SeenPage, Sorted, sort};
use sandika_store::{LetterRow, Scan, ScanState};
use std::collections::BTreeMap;

impl Office {
    /// Sorts the pages of a scan into letters.
    pub(super) fn sorted(&self, scan: &Scan, seen_pages: &ScanSeen, loose: LoosePages) -> Result<Sorted, AppError> {
        let pages: Vec<SeenPage> = seen_pages.pages.iter().map(seen).collect();
        let mut known = BTreeMap::new();
        for code in pages.iter().flat_map(|page| &page.codes) {
            if !known.contains_key(&code.letter) {
                known.insert(code.letter.clone(), self.known_letter(&code.letter)?);
            }
        }
        let mut sorted = sort(&pages, loose, |id| known.get(id).cloned().flatten());
        for bundle in sorted.bundles.iter_mut().filter(|bundle| bundle.doubt.is_none()) {
            // The rules of the case have the last word; they are asked before anything is made of the pages.
            let Some(letter) = bundle.letter else { continue };
            let row = self.letter(letter, Some(bundle.version))?;
            bundle.doubt = self.refusal(&row, &scan.file, &scan.name)?;
        }
        Ok(sorted)
    }

    /// A letter by what its code says.
    pub(super) fn letter_of_code(&self, short: &str) -> Result<Option<LetterRow>, AppError> {
        let rows = tail_of(short).map_or_else(|| Ok(Vec::new()), |tail| self.read().letter_by_tail(tail))?;
        Ok(rows.into_iter().max_by_key(|row| row.version))
    }

    fn known_letter(&self, short: &str) -> Result<Option<KnownLetter>, AppError> {
        let Some(row) = self.letter_of_code(short)? else { return Ok(None) };
        let Some(case) = row.case else { return Ok(None) };
        let open = takes_back(&self.case_state(case)?);
        Ok(Some(KnownLetter {
            letter: row.id,
            newest: row.version,
            pages: row.pages,
            returned: row.returned.is_some(),
            voided: row.voided.is_some(),
            open,
        }))
    }

    /// Why a file would not be taken as the signed form of a letter.
    fn refusal(&self, letter: &LetterRow, file: &FileRef, name: &str) -> Result<Option<Doubt>, AppError> {
        let Some(case) = letter.case else { return Ok(Some(Doubt::Foreign)) };
        let command = Command::ReturnLetter { letter: letter.id, version: letter.version, file: file.clone(), name: name.to_owned() };
        match self.would(case, None, command) {
            Ok(()) => Ok(None),
            Err(AppError::Rejected(rejection)) => Ok(Some(Doubt::Refused { why: rejection.to_string() })),
            Err(error) => Err(error),
        }
    }

    /// Where exactly these bytes are already: with a case, or in the tray.
    pub(super) fn duplicate(&self, scan: &Scan) -> Result<Option<Doubt>, AppError> {
        for case in self.read().cases_with_file(&scan.file.hash)? {
            if let Some(row) = self.read().case_row(case)? {
                return Ok(Some(Doubt::Duplicate { place: format!("perkara {}", row.agenda.text) }));
            }
        }
        let earlier = self.read().scans_of_bytes(&scan.file.hash)?.into_iter().find(|other| other.id < scan.id);
        Ok(earlier.filter(|other| other.state != ScanState::Discarded).map(|other| {
            let at = self.zone().unwrap_or_default().local(other.received_at);
            Doubt::Duplicate { place: format!("Kotak Pindai sebagai {}, masuk {}", other.name, at.format("%d-%m-%Y %H.%M")) }
        }))
    }
}
