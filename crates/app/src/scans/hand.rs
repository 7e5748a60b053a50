//! What an officer does with a scan in the tray.

use crate::cases::act_within;
use crate::error::AppError;
use crate::letters::out::act_in_seats;
use crate::office::Office;
use sandika_domain::case::Command;
use sandika_domain::ids::{CaseId, EntryId, LetterId};
use sandika_domain::scan::{Doubt, Doubts};
use sandika_store::{Scan, ScanPlace, ScanState};
use uuid::Uuid;

/// States in which a scan waits for an officer.
const IN_TRAY: [ScanState; 2] = [ScanState::Tray, ScanState::Failed];

/// Where an officer sends a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScanTarget {
    /// It is the signed form of a letter, in this version.
    Letter(LetterId, u32),
    /// It is a document of a case: step and document.
    Document(CaseId, u32, String),
}

impl Office {
    /// Sends a scan where it belongs: the whole file, byte for byte. `seen` is the revision of the case that the officer looked at.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Conflict`] when the scan does not wait any more; [`AppError::Rejected`].
    pub fn file_scan(&mut self, id: Uuid, seen: Option<u64>, target: ScanTarget) -> Result<Scan, AppError> {
        let scan = self.scan_in(id, &IN_TRAY)?;
        match target {
            ScanTarget::Letter(letter, version) => self.file_as_letter(scan, seen, (letter, version)),
            ScanTarget::Document(case, step, document) => self.file_as_document(scan, (case, seen), step, document),
        }
    }

    fn file_as_letter(&mut self, scan: Scan, seen: Option<u64>, letter: (LetterId, u32)) -> Result<Scan, AppError> {
        let mut filing = self.filing(letter, scan.file.clone(), scan.name.clone())?;
        if let Some(seat) = filing.seats.first_mut() {
            seat.seen = seen;
        }
        let filed = self.placed(scan, filing.case, Some(letter), None);
        self.change(|tx| {
            act_in_seats(tx, "return_letter", &filing.seats, &filing.command)?;
            Ok(tx.keep_scan(&filed)?)
        })?;
        Ok(filed)
    }

    fn file_as_document(&mut self, scan: Scan, (case, seen): (CaseId, Option<u64>), step: u32, document: String) -> Result<Scan, AppError> {
        let state = self.case_state(case)?;
        let bench = self.bench(&state)?;
        let entry = EntryId(self.fresh_id()?);
        let command = Command::Attach { step, document: document.clone(), file: scan.file.clone(), name: scan.name.clone() };
        let filed = self.placed(scan, case, None, Some((step, document)));
        self.change(|tx| {
            act_within(tx, "attach_document", entry, &bench, (case, seen), command)?;
            Ok(tx.keep_scan(&filed)?)
        })?;
        Ok(filed)
    }

    fn placed(&self, scan: Scan, case: CaseId, letter: Option<(LetterId, u32)>, document: Option<(u32, String)>) -> Scan {
        let place = ScanPlace { case, letter, document, at: self.now(), by: self.actor().to_owned(), by_code: false };
        Scan { state: ScanState::Filed, place: Some(place), ..scan }
    }

    /// Takes a scan that an officer has put to a step as a document back into the tray.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Conflict`] for one that is not there, or came back as a signed letter; [`AppError::Rejected`].
    pub fn unfile_scan(&mut self, id: Uuid) -> Result<Scan, AppError> {
        let scan = self.scan_in(id, &[ScanState::Filed])?;
        let Some((case, (step, document))) = scan.place.as_ref().and_then(|place| Some((place.case, place.document.clone()?))) else {
            return Err(conflict(
                "Surat yang sudah kembali tetap tersimpan pada perkaranya. Untuk menggantinya, terima pindaian lain pada surat itu.",
            ));
        };
        let state = self.case_state(case)?;
        let bench = self.bench(&state)?;
        let entry = EntryId(self.fresh_id()?);
        let command = Command::Detach { step, document, hash: scan.file.hash.clone() };
        let back = Scan { state: ScanState::Tray, place: None, ..scan };
        self.change(|tx| {
            act_within(tx, "detach_document", entry, &bench, (case, None), command)?;
            Ok(tx.keep_scan(&back)?)
        })?;
        Ok(back)
    }

    /// Puts a scan away that belongs to no case. It stays stored, and can be brought back.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Conflict`] when it does not wait any more.
    pub fn discard_scan(&mut self, id: Uuid) -> Result<Scan, AppError> {
        let scan = self.scan_in(id, &IN_TRAY)?;
        let discarded = Some((self.now(), self.actor().to_owned()));
        self.kept(Scan { state: ScanState::Discarded, discarded, ..scan })
    }

    /// Brings a scan that was put away back into the tray, with the reasons that it had.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Conflict`] when it was not put away.
    pub fn restore_scan(&mut self, id: Uuid) -> Result<Scan, AppError> {
        let scan = self.scan_in(id, &[ScanState::Discarded])?;
        let failed = scan.doubts.0.iter().any(|doubt| matches!(doubt, Doubt::Failed { .. }));
        let state = if failed { ScanState::Failed } else { ScanState::Tray };
        self.kept(Scan { state, discarded: None, ..scan })
    }

    /// Has a scan read once more.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Conflict`] when it does not wait for an officer.
    pub fn retry_scan(&mut self, id: Uuid) -> Result<Scan, AppError> {
        let scan = self.scan_in(id, &IN_TRAY)?;
        self.kept(Scan { state: ScanState::Waiting, doubts: Doubts::default(), ..scan })
    }

    /// A scan whose stored bytes cannot be read waits for an officer, so that the others go on. Answers with which.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn fail_scan(&mut self, why: String) -> Result<Option<Uuid>, AppError> {
        let Some(scan) = self.read().scan_to_read()? else { return Ok(None) };
        self.kept(Scan { state: ScanState::Failed, doubts: Doubts(vec![Doubt::Failed { why }]), ..scan }).map(|scan| Some(scan.id))
    }

    fn kept(&mut self, scan: Scan) -> Result<Scan, AppError> {
        self.change(|tx| Ok(tx.keep_scan(&scan)?))?;
        Ok(scan)
    }

    /// A scan that is in one of these states.
    pub(super) fn scan_in(&self, id: Uuid, states: &[ScanState]) -> Result<Scan, AppError> {
        let scan = self.scan_row(id)?;
        if states.contains(&scan.state) {
            Ok(scan)
        } else {
            Err(conflict("Pindaian ini sudah diproses. Muat ulang Kotak Pindai, lalu periksa lagi."))
        }
    }

    pub(super) fn scan_row(&self, id: Uuid) -> Result<Scan, AppError> {
        self.read().scan(id)?.ok_or_else(|| AppError::not_found("id", "Pindaian", id))
    }
}

fn conflict(text: &str) -> AppError {
    AppError::Conflict { field: "id", text: text.to_owned() }
}
