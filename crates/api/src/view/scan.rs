//! The tray of scans.

use super::local;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sandika_app::{ScanFile, ScanGuess, ScanLetter, ScanSuggestion, ScanSummary};
use sandika_domain::calendar::Zone;
use sandika_domain::scan::NamedBy;
use sandika_store::{Scan, ScanCounts, ScanPage, ScanState};
use serde::Serialize;
use ts_rs::TS;

/// How far a scan is.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ScanStateView {
    /// Its pages are to be read.
    Menunggu,
    /// It waits for an officer.
    Kotak,
    /// The same, because it could not be read.
    Gagal,
    /// It is with its case.
    Tersimpan,
    /// Others were made of its pages.
    Dipisah,
    /// An officer put it away.
    Disisihkan,
}

impl From<ScanState> for ScanStateView {
    fn from(state: ScanState) -> Self {
        match state {
            ScanState::Waiting => Self::Menunggu,
            ScanState::Tray => Self::Kotak,
            ScanState::Failed => Self::Gagal,
            ScanState::Filed => Self::Tersimpan,
            ScanState::Split => Self::Dipisah,
            ScanState::Discarded => Self::Disisihkan,
        }
    }
}

/// A scan in the list.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ScanRowView {
    pub(crate) id: String,
    /// File name as it came.
    pub(crate) name: String,
    /// Folder it came through; empty where an officer brought it.
    pub(crate) folder: String,
    pub(crate) received_at: String,
    pub(crate) state: ScanStateView,
    pub(crate) pages: u32,
    /// Bytes.
    #[ts(type = "number")]
    pub(crate) size: u64,
    /// Media type found in the bytes.
    pub(crate) media: String,
    /// A PDF with an electronic signature: it is never taken apart.
    pub(crate) signed: bool,
    /// Why it waits for an officer: whole sentences.
    pub(crate) doubts: Vec<String>,
    /// A small JPEG of its first page with ink on it, base 64; empty where there is none.
    pub(crate) cover: String,
    /// Letters that its codes name.
    pub(crate) letters: Vec<ScanLetterView>,
    /// Where it went.
    pub(crate) place: Option<ScanPlaceTaken>,
    /// Who put it away, and when.
    pub(crate) discarded: Option<ScanDiscardedView>,
}

/// A letter that a scan's codes name.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ScanLetterView {
    /// Letter id; none where it is not of this office.
    pub(crate) letter: Option<String>,
    /// Version that the code says.
    pub(crate) version: u32,
    /// The version that holds.
    pub(crate) newest: u32,
    /// Empty where it is not of this office, or erased.
    pub(crate) title: String,
    /// Empty if it has none.
    pub(crate) number: String,
    pub(crate) case: Option<String>,
    pub(crate) agenda: String,
    pub(crate) owner_name: String,
    /// Pages of the scan that bear its code.
    pub(crate) pages: Vec<u32>,
    /// Pages that the letter has.
    pub(crate) of: u32,
}

/// Where a scan went.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ScanPlaceTaken {
    pub(crate) case: String,
    /// Agenda number and owner.
    pub(crate) whose: String,
    /// Title of the letter, or name of the document.
    pub(crate) what: String,
    /// It is the signed form of a letter.
    pub(crate) letter: bool,
    pub(crate) at: String,
    /// User name.
    pub(crate) by: String,
    /// It went by the codes on its pages.
    pub(crate) by_code: bool,
}

/// Who put a scan away.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ScanDiscardedView {
    pub(crate) at: String,
    pub(crate) by: String,
}

/// How many scans are how far.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ScanCountsView {
    #[ts(type = "number")]
    pub(crate) waiting: u64,
    /// Waiting for an officer, read or not.
    #[ts(type = "number")]
    pub(crate) tray: u64,
    #[ts(type = "number")]
    pub(crate) filed: u64,
    #[ts(type = "number")]
    pub(crate) discarded: u64,
}

/// A page of the tray.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ScanListView {
    pub(crate) rows: Vec<ScanRowView>,
    pub(crate) counts: ScanCountsView,
}

/// A page of a scan.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ScanPageView {
    /// From 1.
    pub(crate) page: u32,
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Next to no ink.
    pub(crate) blank: bool,
    /// What its code says: `halaman 1 dari 2`; none without a code.
    pub(crate) code: Option<String>,
    /// Title of the letter that its code names; empty where it is not of this office.
    pub(crate) title: String,
    /// Why it could not be looked at.
    pub(crate) trouble: Option<String>,
    /// A small JPEG, base 64; empty where there is none.
    pub(crate) thumb: String,
}

/// A scan with its pages.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ScanView {
    pub(crate) row: ScanRowView,
    pub(crate) pages: Vec<ScanPageView>,
    /// Scans that it was put together from, which can be undone while it waits; empty where it came as it is.
    pub(crate) sources: Vec<ScanKinView>,
    /// Scans that hold pages of it.
    pub(crate) made: Vec<ScanKinView>,
}

/// A scan that holds pages of another one, or is where its pages are from.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ScanKinView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) state: ScanStateView,
}

/// A place that a case has for a scan.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "as", rename_all = "lowercase")]
pub(crate) enum ScanPlaceView {
    /// The signed form of a letter.
    Letter {
        letter: String,
        version: u32,
        title: String,
        number: String,
        /// It is awaited.
        awaited: bool,
        /// A signed form is there already.
        returned: bool,
    },
    /// A document of a step.
    Document {
        step: u32,
        document: String,
        name: String,
        /// One is there already.
        present: bool,
        /// The step must have it.
        required: bool,
    },
}

/// A running case that a scan may belong to.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ScanGuessView {
    pub(crate) case: String,
    pub(crate) agenda: String,
    pub(crate) owner_name: String,
    /// By the NIP; otherwise by the name, which others may have too.
    pub(crate) by_nip: bool,
}

impl From<ScanGuess> for ScanGuessView {
    fn from(guess: ScanGuess) -> Self {
        let ScanGuess { case, agenda, owner_name, by } = guess;
        Self { case: case.to_string(), agenda, owner_name, by_nip: by == NamedBy::Nip }
    }
}

impl ScanRowView {
    pub(crate) fn of(summary: &ScanSummary, zone: Zone) -> Self {
        let ScanSummary { scan, cover, letters, place } = summary;
        let taken = scan.place.as_ref().map(|taken| {
            let (whose, what) = place.clone().unwrap_or_default();
            let (at, by) = (local(taken.at, zone), taken.by.clone());
            ScanPlaceTaken { case: taken.case.to_string(), whose, what, letter: taken.letter.is_some(), at, by, by_code: taken.by_code }
        });
        Self {
            id: scan.id.to_string(),
            name: scan.name.clone(),
            folder: scan.folder.clone(),
            received_at: local(scan.received_at, zone),
            state: scan.state.into(),
            pages: scan.pages,
            size: scan.file.size,
            media: scan.file.media.clone(),
            signed: scan.signed,
            doubts: scan.doubts.0.iter().map(ToString::to_string).collect(),
            cover: STANDARD.encode(cover),
            letters: letters.iter().map(ScanLetterView::from).collect(),
            place: taken,
            discarded: scan.discarded.as_ref().map(|(at, by)| ScanDiscardedView { at: local(*at, zone), by: by.clone() }),
        }
    }
}

impl From<&ScanLetter> for ScanLetterView {
    fn from(found: &ScanLetter) -> Self {
        let ScanLetter { code, letter, pages } = found;
        let row = letter.as_ref();
        Self {
            letter: row.map(|row| row.id.to_string()),
            version: code.version,
            newest: row.map_or(code.version, |row| row.version),
            title: row.map(|row| row.title.clone()).unwrap_or_default(),
            number: row.and_then(|row| row.number.as_ref()).map(|number| number.text.clone()).unwrap_or_default(),
            case: row.and_then(|row| row.case).map(|case| case.to_string()),
            agenda: row.map(|row| row.agenda.clone()).unwrap_or_default(),
            owner_name: row.map(|row| row.owner_name.clone()).unwrap_or_default(),
            pages: pages.clone(),
            of: code.of,
        }
    }
}

impl From<ScanCounts> for ScanCountsView {
    fn from(counts: ScanCounts) -> Self {
        let ScanCounts { waiting, tray, failed, filed, discarded } = counts;
        Self { waiting, tray: tray + failed, filed, discarded }
    }
}

impl ScanView {
    pub(crate) fn of(file: &ScanFile, zone: Zone) -> Self {
        let letters = &file.summary.letters;
        Self {
            row: ScanRowView::of(&file.summary, zone),
            pages: file.pages.iter().map(|page| ScanPageView::of(page, letters)).collect(),
            sources: file.sources.iter().map(ScanKinView::from).collect(),
            made: file.made.iter().map(ScanKinView::from).collect(),
        }
    }
}

impl From<&Scan> for ScanKinView {
    fn from(scan: &Scan) -> Self {
        Self { id: scan.id.to_string(), name: scan.name.clone(), state: scan.state.into() }
    }
}

impl ScanPageView {
    fn of(page: &ScanPage, letters: &[ScanLetter]) -> Self {
        let code = page.codes.first();
        let named = code.and_then(|code| letters.iter().find(|held| held.code.letter == code.letter)?.letter.as_ref());
        Self {
            page: page.page,
            width: page.width,
            height: page.height,
            blank: page.blank,
            code: code.map(|code| format!("halaman {} dari {}", code.page, code.of)),
            title: named.map(|row| row.title.clone()).unwrap_or_default(),
            trouble: page.trouble.clone(),
            thumb: STANDARD.encode(&page.thumb),
        }
    }
}

impl From<ScanSuggestion> for ScanPlaceView {
    fn from(place: ScanSuggestion) -> Self {
        match place {
            ScanSuggestion::Letter { letter: (letter, version), title, number, awaited, returned } => {
                Self::Letter { letter: letter.to_string(), version, title, number, awaited, returned }
            }
            ScanSuggestion::Document { step, document, name, present, required } => {
                Self::Document { step, document, name, present, required }
            }
        }
    }
}
