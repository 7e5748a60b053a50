//! The tray as it is looked at: scans with the letters that their codes name, and where a scan could go.

use crate::cases::PAGE;
use crate::error::AppError;
use crate::office::Office;
use crate::plain::sentence;
use sandika_domain::ids::{CaseId, LetterId};
use sandika_domain::letter::code::PageCode;
use sandika_store::{LetterRow, Scan, ScanCounts, ScanFilter, ScanPage};
use std::path::Path;
use uuid::Uuid;

/// A letter that a scan's codes name.
#[derive(Clone, Debug)]
pub struct ScanLetter {
    /// What the codes say of it.
    pub code: PageCode,
    /// The letter, in its newest version, if it is one of this office.
    pub letter: Option<LetterRow>,
    /// Pages of the scan that bear its code, ascending.
    pub pages: Vec<u32>,
}

/// A scan in the list.
#[derive(Clone, Debug)]
pub struct ScanSummary {
    /// The scan.
    pub scan: Scan,
    /// A small JPEG of its first page with ink on it; empty where there is none.
    pub cover: Vec<u8>,
    /// Letters that its codes name, in the order of their pages.
    pub letters: Vec<ScanLetter>,
    /// Where it went, in words: agenda number and owner, and what it is there.
    pub place: Option<(String, String)>,
}

/// A scan with its pages.
#[derive(Clone, Debug)]
pub struct ScanFile {
    /// The scan.
    pub summary: ScanSummary,
    /// Its pages.
    pub pages: Vec<ScanPage>,
    /// Scans that it was put together from, in the order of their pages; empty where it came as it is.
    pub sources: Vec<Scan>,
    /// Scans that hold pages of it.
    pub made: Vec<Scan>,
}

/// A place that a case has for a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScanSuggestion {
    /// The signed form of a letter.
    Letter {
        /// The letter and its version.
        letter: (LetterId, u32),
        /// Its title.
        title: String,
        /// Its number; empty if it has none.
        number: String,
        /// It is awaited.
        awaited: bool,
        /// A signed form is there already.
        returned: bool,
    },
    /// A document of a step.
    Document {
        /// The step.
        step: u32,
        /// Document id.
        document: String,
        /// Its name.
        name: String,
        /// One is there already.
        present: bool,
        /// The step must have it.
        required: bool,
    },
}

impl Office {
    /// A page of the tray, the newest first.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn scans(&self, filter: ScanFilter<'_>, limit: usize) -> Result<Vec<ScanSummary>, AppError> {
        let scans = self.read().scans(filter, limit.clamp(1, PAGE))?;
        scans.into_iter().map(|scan| self.summed_up(scan)).collect()
    }

    /// How many scans are how far.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn scan_counts(&self) -> Result<ScanCounts, AppError> {
        Ok(self.read().scan_counts()?)
    }

    /// A scan with its pages.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn scan(&self, id: Uuid) -> Result<ScanFile, AppError> {
        let summary = self.summed_up(self.scan_row(id)?)?;
        let read = self.read();
        let mut sources: Vec<Scan> = Vec::new();
        for part in read.scan_parts(id)? {
            if sources.iter().all(|known| known.id != part.source) {
                sources.extend(read.scan(part.source)?);
            }
        }
        Ok(ScanFile { summary, pages: read.scan_pages(id)?, sources, made: read.scans_made_of(id)? })
    }

    /// The bytes of a scan as they came, with its name and media type.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Store`] when the stored file is missing or changed.
    pub fn scan_bytes(&self, id: Uuid) -> Result<(Scan, Vec<u8>), AppError> {
        let scan = self.scan_row(id)?;
        let bytes = self.read().read_blob(&scan.file.hash)?;
        Ok((scan, bytes))
    }

    /// Copies a scan to a file of the officer's choice: the bytes as they came.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::File`] when it cannot be written.
    pub fn save_scan(&self, id: Uuid, path: &Path) -> Result<(), AppError> {
        let (_, bytes) = self.scan_bytes(id)?;
        self.ports.files.write(path, &bytes).map_err(|source| AppError::File { path: path.to_owned(), source })
    }

    /// One page as a JPEG of at most `edge` pixels.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Input`] when the page cannot be shown.
    pub fn scan_picture(&self, id: Uuid, page: u32, edge: u32) -> Result<Vec<u8>, AppError> {
        let (_, bytes) = self.scan_bytes(id)?;
        let refused = |text: String| AppError::Input { field: "page", text };
        self.ports.reader.picture(&bytes, page as usize, edge.clamp(100, 4_000)).map_err(|fault| refused(sentence(&fault.to_string())))
    }

    /// Where a case would take a scan: letters that come back first, then the documents of the steps that it has reached, the present one first.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn scan_places(&self, case: CaseId) -> Result<Vec<ScanSuggestion>, AppError> {
        let file = self.case(case)?;
        let newest = |row: &LetterRow| !file.letters.iter().any(|other| other.id == row.id && other.version > row.version);
        let mut letters: Vec<&LetterRow> = file.letters.iter().filter(|row| row.voided.is_none() && newest(row)).collect();
        letters.sort_by_key(|row| !row.awaited);
        let letters = letters.into_iter().map(|row| ScanSuggestion::Letter {
            letter: (row.id, row.version),
            title: row.title.clone(),
            number: row.number.as_ref().map(|number| number.text.clone()).unwrap_or_default(),
            awaited: row.awaited,
            returned: row.returned.is_some(),
        });
        Ok(letters.chain(documents(&file)).collect())
    }

    fn summed_up(&self, scan: Scan) -> Result<ScanSummary, AppError> {
        let cover = self.read().scan_cover(scan.id)?.unwrap_or_default();
        Ok(ScanSummary { letters: self.letters_in(scan.id)?, place: self.place_in_words(&scan)?, cover, scan })
    }

    fn letters_in(&self, scan: Uuid) -> Result<Vec<ScanLetter>, AppError> {
        let mut letters: Vec<ScanLetter> = Vec::new();
        for (page, codes) in self.read().scan_codes(scan)? {
            for code in codes {
                let same = |held: &&mut ScanLetter| held.code.letter == code.letter && held.code.version == code.version;
                match letters.iter_mut().find(same) {
                    Some(held) => held.pages.push(page),
                    None => letters.push(ScanLetter { letter: self.letter_of_code(&code.letter)?, code, pages: vec![page] }),
                }
            }
        }
        Ok(letters)
    }

    fn place_in_words(&self, scan: &Scan) -> Result<Option<(String, String)>, AppError> {
        let Some(place) = &scan.place else { return Ok(None) };
        let Some(row) = self.read().case_row(place.case)? else { return Ok(None) };
        let what = match (place.letter, &place.document) {
            (Some((letter, version)), _) => self.letter(letter, Some(version))?.title,
            (None, Some((step, document))) => self.timeline(place.case)?.names.document(*step, document),
            (None, None) => String::new(),
        };
        let whose = if row.owner_name.is_empty() { row.agenda.text } else { format!("{} · {}", row.agenda.text, row.owner_name) };
        Ok(Some((whose, what)))
    }
}

/// Documents of the steps that a case has reached, and any other paper at the present one.
fn documents(file: &crate::CaseFile) -> Vec<ScanSuggestion> {
    let case = &file.case;
    let mut steps: Vec<u32> = std::iter::once(case.step).chain(case.path.iter().rev().map(|passed| passed.step)).collect();
    let mut seen = std::collections::BTreeSet::new();
    steps.retain(|step| seen.insert(*step));
    let present = |step: u32, id: &str| case.record(step).documents.iter().any(|held| held.document == id);
    let place = |step: u32, id: &str, required| ScanSuggestion::Document {
        step,
        document: id.to_owned(),
        name: file.names.document(step, id),
        present: present(step, id),
        required,
    };
    let asked = steps
        .iter()
        .filter_map(|number| file.sop.step(*number))
        .flat_map(|step| step.documents.iter().map(move |asked| (step.number, asked.id.as_str(), asked.required)));
    let proof = file.evidence.iter().map(|paper| (case.step, paper.id.as_str(), false));
    let mut places: Vec<ScanSuggestion> = Vec::new();
    for (step, id, required) in asked.chain(proof).chain([(case.step, "lainnya", false)]) {
        let same =
            |held: &ScanSuggestion| matches!(held, ScanSuggestion::Document { step: at, document, .. } if *at == step && document == id);
        if !places.iter().any(same) {
            places.push(place(step, id, required));
        }
    }
    places
}
