//! What happens to an issued letter: looked at, saved, signed and taken back. How it goes out: [`crate::outgoing`].

use crate::cases::{Bench, act_within, case_in};
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::case::{Case, Command, Status};
use sandika_domain::ids::{CaseId, EntryId, LetterId};
use sandika_store::{LetterFilter, LetterRow, Tx};
use std::cmp::Reverse;
use std::path::Path;

impl Office {
    /// A page of letters, newest first. `before` is the `born` of the last row of the page before.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn letters(&self, filter: &LetterFilter, before: Option<i64>, limit: usize) -> Result<Vec<LetterRow>, AppError> {
        let limit = limit.clamp(1, crate::PAGE);
        match filter {
            LetterFilter { case: Some(case), letter: None, scan_missing: false } => {
                let case = self.read().case(*case)?;
                case.map_or_else(|| Ok(Vec::new()), |case| self.letters_of(&case, before, limit))
            }
            _ => Ok(self.read().letters(filter, before, limit)?),
        }
    }

    /// The letters of a case, newest first: its own, and those that other cases have issued for it too.
    pub(crate) fn letters_of(&self, case: &Case, before: Option<i64>, limit: usize) -> Result<Vec<LetterRow>, AppError> {
        let filter = LetterFilter { case: Some(case.id), ..LetterFilter::default() };
        let mut rows = self.read().letters(&filter, before, limit)?;
        let shared = self.shared_letters(case)?;
        rows.extend(shared.into_iter().filter(|row| before.is_none_or(|before| row.born < before)));
        rows.sort_by_key(|row| Reverse(row.born));
        rows.truncate(limit);
        Ok(rows)
    }

    /// All versions of the letters that other cases have issued for this one too. Whether they are back is this case's own knowledge.
    fn shared_letters(&self, case: &Case) -> Result<Vec<LetterRow>, AppError> {
        let mut rows = Vec::new();
        for held in case.letters.iter().filter(|held| held.cases.first().is_some_and(|first| *first != case.id)) {
            let versions = self.read().letter(held.letter)?;
            rows.extend(versions.into_iter().map(|row| {
                if row.version == held.version {
                    LetterRow {
                        step: held.step,
                        scan_back: held.scan_back,
                        returned: held.returned.clone(),
                        awaited: held.scan_back && held.returned.is_none() && !held.voided && case.status == Status::Open,
                        ..row
                    }
                } else {
                    LetterRow { step: held.step, awaited: false, ..row }
                }
            }));
        }
        Ok(rows)
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

    /// Takes the signed letter in: a scan, or the electronically signed PDF with every byte as it came. A letter about several cases comes back to
    /// all of those that still run.
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
        let command = Command::ReturnLetter { letter, version, file, name: label.name };
        self.act_on_letter("return_letter", (case, seen), letter, &command, takes_back)
    }

    /// Voids a letter, which is not used and keeps its number. A letter about several cases is void in all of them; those that are closed keep what
    /// they were closed with.
    ///
    /// # Errors
    /// [`AppError::Rejected`].
    pub fn void_letter(&mut self, case: CaseId, seen: Option<u64>, letter: LetterId, version: u32, why: String) -> Result<Case, AppError> {
        let command = Command::VoidLetter { letter, version, why };
        self.act_on_letter("void_letter", (case, seen), letter, &command, |seat| seat.status != Status::Closed)
    }

    /// Carries out a command about a letter in every case that it is about: in the named one and the one that issued it, and in those of the others
    /// that `takes` it. Answers with the named case.
    fn act_on_letter(
        &mut self,
        action: &str,
        (case, seen): (CaseId, Option<u64>),
        letter: LetterId,
        command: &Command,
        takes: fn(&Case) -> bool,
    ) -> Result<Case, AppError> {
        let seats = self.seats((case, seen), letter, takes)?;
        self.change(|tx| {
            act_in_seats(tx, action, &seats, command)?;
            case_in(tx.read(), case)
        })
    }

    /// The cases that a letter is about, as far as they have a say: the named one and the one that issued it, and those of the others that `takes` it.
    pub(crate) fn seats(
        &self,
        (case, seen): (CaseId, Option<u64>),
        letter: LetterId,
        takes: fn(&Case) -> bool,
    ) -> Result<Vec<Seat>, AppError> {
        let mut seats = vec![self.seat_of(case, seen)?];
        let held = seats.iter().flat_map(|seat| &seat.case.letters).find(|held| held.letter == letter).cloned();
        let cases = held.map(|held| held.cases).unwrap_or_default();
        for other in cases.iter().filter(|other| **other != case) {
            seats.push(self.seat_of(*other, None)?);
        }
        let must = |id: CaseId| id == case || cases.first() == Some(&id);
        seats.retain(|seat| must(seat.case.id) || takes(&seat.case));
        Ok(seats)
    }

    fn seat_of(&self, id: CaseId, seen: Option<u64>) -> Result<Seat, AppError> {
        let case = self.case_state(id)?;
        Ok(Seat { bench: self.bench(&case)?, entry: EntryId(self.fresh_id()?), seen, case })
    }
}

/// Carries out a command about a letter in the cases that have a say.
pub(crate) fn act_in_seats(tx: &mut Tx<'_>, action: &str, seats: &[Seat], command: &Command) -> Result<(), AppError> {
    seats.iter().try_for_each(|seat| act_within(tx, action, seat.entry, &seat.bench, (seat.case.id, seat.seen), command.clone()))
}

/// A signed letter comes back to every case that still runs.
pub(crate) fn takes_back(case: &Case) -> bool {
    case.status == Status::Open
}

/// A case that a letter is about.
pub(crate) struct Seat {
    pub(crate) case: Case,
    /// The revision that the officer looked at.
    pub(crate) seen: Option<u64>,
    entry: EntryId,
    bench: Bench,
}
