//! Scans made of pages of others: split, merged, put in another order, turned, without some pages. The others keep their bytes.

use crate::error::AppError;
use crate::office::Office;
use crate::plain::sentence;
use crate::scans::settle::piece_name;
use sandika_intake::PlanPage;
use sandika_intake::kind::Kind;
use sandika_store::{Scan, ScanPart, ScanState};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Pages that one composition may have at most.
const MOST: usize = 2_000;

/// A page that is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PagePick {
    /// The scan that it is of.
    pub scan: Uuid,
    /// Which page, from 1.
    pub page: u32,
    /// Quarter turns to the right.
    pub quarter_turns: u8,
}

/// What is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picks {
    /// A new scan for each, with its pages in order.
    pub pieces: Vec<Vec<PagePick>>,
    /// The scans that the pages are of leave the tray.
    pub instead: bool,
}

impl Office {
    /// Makes new scans of chosen pages. They are read like any other, and file themselves if their codes allow it.
    ///
    /// # Errors
    /// [`AppError::Input`] for pages that are not there, a signed PDF, or nothing chosen; [`AppError::Conflict`] when a scan does not wait any more;
    /// [`AppError::Outside`] when a page cannot be taken over.
    pub fn compose_scans(&mut self, picks: &Picks) -> Result<Vec<Uuid>, AppError> {
        let sources = self.sources(picks)?;
        let bytes: Vec<Vec<u8>> =
            sources.iter().map(|scan| Ok(self.read().read_blob(&scan.file.hash)?)).collect::<Result<_, AppError>>()?;
        let bytes: Vec<&[u8]> = bytes.iter().map(Vec::as_slice).collect();
        let place: BTreeMap<Uuid, usize> = sources.iter().enumerate().map(|(at, scan)| (scan.id, at)).collect();
        let mut made = Vec::new();
        for pages in &picks.pieces {
            let plan: Vec<PlanPage> = pages.iter().filter_map(|pick| planned(pick, &place)).collect();
            let pdf = self.ports.reader.compose(&bytes, &plan).map_err(|fault| input(&sentence(&fault.to_string())))?;
            made.push((self.new_scan(&pdf, Kind::Pdf, made_name(&sources, pages), String::new())?, parts(pages)));
        }
        self.change(|tx| {
            for (scan, parts) in &made {
                tx.keep_scan(scan)?;
                tx.keep_scan_parts(scan.id, parts)?;
            }
            for scan in sources.iter().filter(|_| picks.instead) {
                tx.keep_scan(&Scan { state: ScanState::Split, ..scan.clone() })?;
            }
            Ok(())
        })?;
        Ok(made.into_iter().map(|(scan, _)| scan.id).collect())
    }

    /// Undoes a composition: the scan that was made is put away, and those that it was made of wait in the tray again, unless others were made of
    /// them too that are in use.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Conflict`] when it was not made of others, or is with a case.
    pub fn undo_composition(&mut self, id: Uuid) -> Result<(), AppError> {
        let scan = self.scan_in(id, &[ScanState::Waiting, ScanState::Tray, ScanState::Failed])?;
        let sources: BTreeSet<Uuid> = self.read().scan_parts(id)?.into_iter().map(|part| part.source).collect();
        if sources.is_empty() {
            let text = "Pindaian ini tidak disusun dari pindaian lain, jadi tidak ada yang dikembalikan.";
            return Err(AppError::Conflict { field: "id", text: text.to_owned() });
        }
        let mut back = Vec::new();
        for source in sources {
            let in_use = self.read().scans_made_of(source)?.iter().any(|other| other.id != id && other.state != ScanState::Discarded);
            let row = self.scan_row(source)?;
            if row.state == ScanState::Split && !in_use {
                back.push(Scan { state: ScanState::Tray, ..row });
            }
        }
        let gone = Scan { state: ScanState::Discarded, discarded: Some((self.now(), self.actor().to_owned())), ..scan };
        self.change(|tx| {
            tx.keep_scan(&gone)?;
            Ok(back.iter().try_for_each(|scan| tx.keep_scan(scan))?)
        })
    }

    /// The scans that pages are chosen of, each once, and whether they may be used so.
    fn sources(&self, picks: &Picks) -> Result<Vec<Scan>, AppError> {
        let all: Vec<&PagePick> = picks.pieces.iter().flatten().collect();
        if all.is_empty() || all.len() > MOST || picks.pieces.iter().any(Vec::is_empty) {
            return Err(input("Pilih sedikitnya satu halaman untuk setiap dokumen, paling banyak 2.000 halaman."));
        }
        let mut sources: Vec<Scan> = Vec::new();
        for pick in all {
            if !sources.iter().any(|scan| scan.id == pick.scan) {
                sources.push(self.scan_in(pick.scan, &[ScanState::Tray, ScanState::Failed])?);
            }
            let there = sources.iter().any(|scan| scan.id == pick.scan && (1..=scan.pages).contains(&pick.page));
            if !there {
                return Err(input("Halaman yang dipilih tidak ada. Muat ulang Kotak Pindai, lalu pilih lagi."));
            }
        }
        if sources.iter().any(|scan| scan.signed) {
            let text = "PDF ini bertanda tangan elektronik, jadi setiap bitanya harus tetap. Tempatkan berkasnya utuh.";
            return Err(input(text));
        }
        Ok(sources)
    }
}

fn planned(pick: &PagePick, place: &BTreeMap<Uuid, usize>) -> Option<PlanPage> {
    Some(PlanPage { source: *place.get(&pick.scan)?, page: pick.page as usize, quarter_turns: pick.quarter_turns % 4 })
}

fn parts(pages: &[PagePick]) -> Vec<ScanPart> {
    pages.iter().map(|pick| ScanPart { source: pick.scan, page: pick.page, quarter_turns: pick.quarter_turns % 4 }).collect()
}

/// After the scan of its first page; pages of one scan alone are named.
fn made_name(sources: &[Scan], pages: &[PagePick]) -> String {
    let first = pages.first().and_then(|pick| sources.iter().find(|scan| scan.id == pick.scan));
    let name = first.map_or("pindaian.pdf", |scan| scan.name.as_str());
    let of: BTreeSet<Uuid> = pages.iter().map(|pick| pick.scan).collect();
    if of.len() == 1 {
        return piece_name(name, &pages.iter().map(|pick| pick.page).collect::<Vec<_>>());
    }
    let stem: String = name.rsplit_once('.').map_or(name, |(stem, _)| stem).chars().take(150).collect();
    format!("{stem} (gabungan {} hal.).pdf", pages.len())
}

fn input(text: &str) -> AppError {
    AppError::Input { field: "pages", text: text.to_owned() }
}
