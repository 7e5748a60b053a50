//! What would become of a file if it came in as a scan now. Nothing is recorded.

use super::examine::ExaminedScan;
use super::fate::{Fate, Piece};
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::FileRef;
use sandika_domain::ids::LetterId;
use sandika_domain::scan::{Doubt, LoosePages};
use sandika_store::{LetterRow, Scan};
use uuid::Uuid;

/// What would become of a scan.
#[derive(Clone, Debug)]
pub enum ScanPlan {
    /// It files itself as this letter, byte for byte.
    Files(PlannedLetter),
    /// It is taken apart.
    Apart(Vec<PlannedPiece>),
    /// It waits for an officer; why.
    Tray(Vec<String>),
}

/// The letter as which pages would file themselves.
#[derive(Clone, Debug)]
pub struct PlannedLetter {
    /// The letter.
    pub letter: LetterId,
    /// Its version.
    pub version: u32,
    /// Agenda number of its case.
    pub agenda: String,
    /// Its title.
    pub title: String,
}

/// Pages that would become a scan of their own.
#[derive(Clone, Debug)]
pub struct PlannedPiece {
    /// Pages of the file, in the order of the piece.
    pub pages: Vec<u32>,
    /// The letter as which it files itself.
    pub letter: Option<PlannedLetter>,
    /// Why it waits for an officer.
    pub why: Option<String>,
}

impl Office {
    /// What would become of an examined file that came in under this name.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn plan_scan(&self, name: &str, examined: &ExaminedScan, loose: LoosePages) -> Result<ScanPlan, AppError> {
        let file = FileRef { hash: examined.hash.clone(), size: examined.size, media: examined.media.to_owned() };
        // It would be the newest of all scans.
        let scan = self.unread_scan(Uuid::max(), file, name.to_owned(), String::new());
        let scan = Scan { signed: examined.seen.signed, ..scan };
        let words = |doubts: &[Doubt]| doubts.iter().map(ToString::to_string).collect();
        Ok(match self.fate(&scan, &examined.seen, loose)? {
            Fate::Tray(_, doubts) => ScanPlan::Tray(words(&doubts)),
            Fate::Whole(bundle) => match bundle.letter {
                Some(letter) => ScanPlan::Files(self.planned_letter((letter, bundle.version))?),
                None => ScanPlan::Tray(words(&[Doubt::Foreign])),
            },
            Fate::Apart(_, pieces) => ScanPlan::Apart(pieces.into_iter().map(|piece| self.planned(piece)).collect::<Result<_, _>>()?),
        })
    }

    fn planned(&self, Piece { pages, letter, doubt }: Piece) -> Result<PlannedPiece, AppError> {
        let letter = letter.map(|letter| self.planned_letter(letter)).transpose()?;
        Ok(PlannedPiece { pages, letter, why: doubt.map(|doubt| doubt.to_string()) })
    }

    fn planned_letter(&self, (letter, version): (LetterId, u32)) -> Result<PlannedLetter, AppError> {
        let LetterRow { agenda, title, .. } = self.letter(letter, Some(version))?;
        Ok(PlannedLetter { letter, version, agenda, title })
    }
}
