//! What becomes of a scan that was read: it files itself, is taken apart into letters that do, or waits in the tray with its reasons.

use super::fate::{Fate, Piece};
use super::read::{ScanJob, ScanSeen};
use crate::error::AppError;
use crate::letters::out::{Seat, act_in_seats, takes_back};
use crate::office::Office;
use crate::plain::sentence;
use sandika_domain::case::Command;
use sandika_domain::fact::FileRef;
use sandika_domain::ids::{CaseId, LetterId};
use sandika_domain::scan::{Bundle, Doubt, Doubts, LoosePages, Sorted};
use sandika_intake::PlanPage;
use sandika_intake::ReadFault;
use sandika_intake::kind::Kind;
use sandika_intake::reader::Reader;
use sandika_store::{Scan, ScanPage, ScanPart, ScanPlace, ScanState};

/// What the journal calls a letter that came back by the code on its pages.
const ACTION: &str = "return_letter_by_code";

/// How far the record of what became of a scan has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settling {
    /// It is recorded.
    Done,
    /// The office has changed so that the cut does not fit any more. Nothing was recorded; it is to be looked at anew.
    Anew,
    /// The scan does not wait any more: somebody else has dealt with it, or it belongs to another office. Nothing was recorded.
    Gone,
    /// It cannot be recorded just now; the scan waits on.
    Later,
}

/// How a scan is taken apart: pages of each piece, in order.
pub struct ScanCut {
    sorted: Sorted,
    pieces: Vec<Piece>,
}

/// A cut, with the bytes of its pieces or why they could not be made.
pub type MadeCut = (ScanCut, Result<Vec<Vec<u8>>, ReadFault>);

impl ScanCut {
    /// The bytes of each piece, made of the scan's own pages. Takes as long as that takes.
    ///
    /// # Errors
    /// [`ReadFault`]: a page cannot be taken over.
    pub fn make(&self, job: &ScanJob, reader: &Reader) -> Result<Vec<Vec<u8>>, ReadFault> {
        let plan = |piece: &Piece| -> Vec<PlanPage> {
            piece.pages.iter().map(|page| PlanPage { source: 0, page: *page as usize, quarter_turns: 0 }).collect()
        };
        self.pieces.iter().map(|piece| reader.compose(&[&job.bytes], &plan(piece))).collect()
    }
}

impl Office {
    /// How a scan is to be taken apart; nothing where it stays whole.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn cut_of_scan(&self, job: &ScanJob, seen: &ScanSeen, loose: LoosePages) -> Result<Option<ScanCut>, AppError> {
        Ok(match self.fate(&job.scan, seen, loose)? {
            Fate::Apart(sorted, pieces) => Some(ScanCut { sorted, pieces }),
            Fate::Tray(..) | Fate::Whole(_) => None,
        })
    }

    /// Records what became of a scan: in one transaction with what it did to its cases. `cut` comes with the bytes of its pieces.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn settle_scan(&mut self, job: &ScanJob, seen: &ScanSeen, loose: LoosePages, cut: Option<MadeCut>) -> Result<Settling, AppError> {
        let scan = Scan { pages: seen.pages.len() as u32, signed: seen.signed, ..job.scan.clone() };
        let filed = match (self.fate(&scan, seen, loose)?, cut) {
            (Fate::Tray(state, doubts), _) => return self.trayed(scan, state, &seen.pages, doubts),
            (Fate::Whole(bundle), None) => self.file_whole(scan.clone(), &seen.pages, &bundle),
            (Fate::Apart(sorted, _), Some((cut, files))) if cut.sorted == sorted => match files {
                Ok(files) => self.take_apart(scan.clone(), &seen.pages, &cut.pieces, files),
                Err(fault) => {
                    let unmade = Doubt::Failed { why: sentence(&fault.to_string()) };
                    let doubts = std::iter::once(unmade).chain(sorted.doubts()).collect();
                    return self.trayed(scan, ScanState::Tray, &seen.pages, doubts);
                }
            },
            (Fate::Whole(_) | Fate::Apart(..), _) => return Ok(Settling::Anew),
        };
        match filed {
            // What the rules refuse only in the last moment, as in another case of a letter about several, waits for an officer, and holds up nobody.
            Err(error) if !matches!(error, AppError::Store(_)) => {
                let doubts = vec![Doubt::Refused { why: error.to_string() }];
                self.trayed(scan, ScanState::Tray, &seen.pages, doubts)
            }
            filed => filed,
        }
    }

    fn trayed(&mut self, scan: Scan, state: ScanState, pages: &[ScanPage], doubts: Vec<Doubt>) -> Result<Settling, AppError> {
        let scan = Scan { state, doubts: Doubts(doubts), ..scan };
        self.settled(&scan, pages, &[], &[])
    }

    fn file_whole(&mut self, scan: Scan, pages: &[ScanPage], bundle: &Bundle) -> Result<Settling, AppError> {
        let Some(letter) = bundle.letter else { return Ok(Settling::Anew) };
        let filing = self.filing((letter, bundle.version), scan.file.clone(), scan.name.clone())?;
        let scan = Scan { state: ScanState::Filed, place: Some(self.place_by_code(&filing)), ..scan };
        self.settled(&scan, pages, &[], &[filing])
    }

    fn take_apart(&mut self, scan: Scan, pages: &[ScanPage], pieces: &[Piece], files: Vec<Vec<u8>>) -> Result<Settling, AppError> {
        let (mut parts, mut filings) = (Vec::new(), Vec::new());
        for (piece, bytes) in pieces.iter().zip(files) {
            let made = self.new_scan(&bytes, Kind::Pdf, piece_name(&scan.name, &piece.pages), scan.folder.clone())?;
            let mut made = Scan { pages: piece.pages.len() as u32, state: ScanState::Tray, ..made };
            made.doubts = Doubts(piece.doubt.iter().cloned().collect());
            if let Some(letter) = piece.letter {
                let filing = self.filing(letter, made.file.clone(), made.name.clone())?;
                (made.state, made.place) = (ScanState::Filed, Some(self.place_by_code(&filing)));
                filings.push(filing);
            }
            parts.push(Part::of(made, scan.id, &piece.pages, pages));
        }
        let scan = Scan { state: ScanState::Split, ..scan };
        self.settled(&scan, pages, &parts, &filings)
    }

    /// The one transaction.
    fn settled(&mut self, scan: &Scan, pages: &[ScanPage], parts: &[Part], filings: &[Filing]) -> Result<Settling, AppError> {
        self.change(|tx| {
            if !tx.scan_is(scan.id, &[ScanState::Waiting])? {
                return Ok(Settling::Gone);
            }
            tx.keep_scan(scan)?;
            tx.keep_scan_pages(scan.id, pages)?;
            for part in parts {
                tx.keep_scan(&part.scan)?;
                tx.keep_scan_pages(part.scan.id, &part.pages)?;
                tx.keep_scan_parts(part.scan.id, &part.parts)?;
            }
            for filing in filings {
                act_in_seats(tx, ACTION, &filing.seats, &filing.command)?;
            }
            Ok(Settling::Done)
        })
    }

    pub(super) fn filing(&self, (letter, version): (LetterId, u32), file: FileRef, name: String) -> Result<Filing, AppError> {
        let row = self.letter(letter, Some(version))?;
        let case = row.case.ok_or_else(|| AppError::not_found("letter", "Perkara surat", letter))?;
        let seats = self.seats((case, None), letter, takes_back)?;
        Ok(Filing { seats, case, letter: (letter, version), command: Command::ReturnLetter { letter, version, file, name } })
    }

    fn place_by_code(&self, filing: &Filing) -> ScanPlace {
        ScanPlace {
            case: filing.case,
            letter: Some(filing.letter),
            document: None,
            at: self.now(),
            by: self.actor().to_owned(),
            by_code: true,
        }
    }
}

/// A letter that comes back to its cases.
pub(super) struct Filing {
    pub(super) seats: Vec<Seat>,
    pub(super) case: CaseId,
    letter: (LetterId, u32),
    pub(super) command: Command,
}

/// A scan that is made of pages of another one.
struct Part {
    scan: Scan,
    pages: Vec<ScanPage>,
    parts: Vec<ScanPart>,
}

impl Part {
    fn of(scan: Scan, source: uuid::Uuid, chosen: &[u32], pages: &[ScanPage]) -> Self {
        let of = |number: &u32| pages.iter().find(|page| page.page == *number);
        let renumbered = (1..).zip(chosen.iter().filter_map(of)).map(|(page, held)| ScanPage { page, ..held.clone() });
        let parts = chosen.iter().map(|page| ScanPart { source, page: *page, quarter_turns: 0 });
        Self { pages: renumbered.collect(), parts: parts.collect(), scan }
    }
}

/// "SCAN0001 (hal. 2, 3).pdf"
pub(super) fn piece_name(name: &str, pages: &[u32]) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem: String = stem.chars().take(150).collect();
    let listed: Vec<String> = pages.iter().take(6).map(u32::to_string).collect();
    let more = if pages.len() > 6 { " …" } else { "" };
    format!("{stem} (hal. {}{more}).pdf", listed.join(", "))
}
