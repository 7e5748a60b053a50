//! What is to become of a scan that was read. Nothing is recorded here: the same answer is told to whoever only asks.

use super::read::ScanSeen;
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::ids::LetterId;
use sandika_domain::scan::{Bundle, Doubt, LoosePages, Sorted};
use sandika_store::{Scan, ScanState};

/// What is to become of a scan.
pub(super) enum Fate {
    /// It waits for an officer.
    Tray(ScanState, Vec<Doubt>),
    /// The whole file is one letter that files itself; it is kept byte for byte.
    Whole(Bundle),
    /// It is taken apart.
    Apart(Sorted, Vec<Piece>),
}

/// Pages that become a scan of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) pages: Vec<u32>,
    /// The letter that it is, where it files itself.
    pub(super) letter: Option<(LetterId, u32)>,
    pub(super) doubt: Option<Doubt>,
}

impl Office {
    /// Decides, as the office stands now.
    pub(super) fn fate(&self, scan: &Scan, seen: &ScanSeen, loose: LoosePages) -> Result<Fate, AppError> {
        if let Some(duplicate) = self.duplicate(scan)? {
            return Ok(Fate::Tray(ScanState::Tray, vec![duplicate]));
        }
        if let Some(why) = &seen.failed {
            return Ok(Fate::Tray(ScanState::Failed, vec![Doubt::Failed { why: why.clone() }]));
        }
        let sorted = self.sorted(scan, seen, loose)?;
        let sure = sorted.sure().next().cloned();
        Ok(match sure {
            Some(bundle) if is_whole(&sorted) => Fate::Whole(bundle),
            Some(_) if seen.signed => Fate::Tray(ScanState::Tray, std::iter::once(Doubt::SignedSeveral).chain(sorted.doubts()).collect()),
            Some(_) => {
                let pieces = pieces(&sorted);
                Fate::Apart(sorted, pieces)
            }
            None => Fate::Tray(ScanState::Tray, sorted.doubts()),
        })
    }
}

fn is_whole(sorted: &Sorted) -> bool {
    sorted.loose.is_empty() && matches!(&sorted.bundles[..], [bundle] if bundle.doubt.is_none())
}

/// A piece for each letter, sure or not, and one for the pages that belong to none.
fn pieces(sorted: &Sorted) -> Vec<Piece> {
    let of = |bundle: &Bundle| Piece {
        pages: bundle.pages.clone(),
        letter: bundle.letter.filter(|_| bundle.doubt.is_none()).map(|letter| (letter, bundle.version)),
        doubt: bundle.doubt.clone(),
    };
    let loose: Vec<u32> = sorted.loose.iter().map(|(page, _)| *page).collect();
    let rest = sorted.loose.first().map(|(_, doubt)| Piece { pages: loose, letter: None, doubt: Some(doubt.clone()) });
    sorted.bundles.iter().map(of).chain(rest).collect()
}
