//! Keeping scans, within a transaction: what becomes of one is recorded together with the facts of its case, or not at all.

use super::row::{Scan, ScanPage, ScanPart, ScanState};
use crate::sql::{At, Id};
use crate::{StoreError, Tx};
use rusqlite::params;
use serde::Serialize;
use uuid::Uuid;

const KEEP: &str = "INSERT OR REPLACE INTO scan (id, hash, size, media, name, folder, received_at, state, doubts, pages, signed,
                      case_id, letter_id, version, step, document, ended_at, ended_by, by_code)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)";

const KEEP_PAGE: &str =
    "INSERT INTO scan_page (scan_id, page, width, height, codes, blank, trouble, thumb) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

impl Tx<'_> {
    /// Keeps a scan in place of what was kept of it. Its pages stay.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn keep_scan(&mut self, scan: &Scan) -> Result<(), StoreError> {
        let place = scan.place.as_ref();
        let letter = place.and_then(|place| place.letter);
        let document = place.and_then(|place| place.document.as_ref());
        let ended = match (place, &scan.discarded) {
            (Some(place), _) => Some((place.at, &place.by)),
            (None, Some((at, by))) => Some((*at, by)),
            (None, None) => None,
        };
        self.read().conn().prepare_cached(KEEP)?.execute(params![
            Id(scan.id),
            scan.file.hash,
            scan.file.size,
            scan.file.media,
            scan.name,
            scan.folder,
            At(scan.received_at),
            scan.state,
            json(&scan.doubts)?,
            scan.pages,
            scan.signed,
            place.map(|place| Id(place.case.0)),
            letter.map(|(letter, _)| Id(letter.0)),
            letter.map(|(_, version)| version),
            document.map(|(step, _)| step),
            document.map(|(_, id)| id),
            ended.map(|(at, _)| At(at)),
            ended.map(|(_, by)| by),
            place.is_some_and(|place| place.by_code),
        ])?;
        Ok(())
    }

    /// Keeps what was seen on the pages of a scan, in place of what was kept of them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn keep_scan_pages(&mut self, scan: Uuid, pages: &[ScanPage]) -> Result<(), StoreError> {
        let conn = self.read().conn();
        conn.prepare_cached("DELETE FROM scan_page WHERE scan_id = ?1")?.execute([Id(scan)])?;
        let mut statement = conn.prepare_cached(KEEP_PAGE)?;
        for page in pages {
            let ScanPage { page, width, height, codes, blank, trouble, thumb } = page;
            statement.execute(params![Id(scan), page, width, height, json(codes)?, blank, trouble, thumb])?;
        }
        Ok(())
    }

    /// Keeps what a scan was put together from.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn keep_scan_parts(&mut self, scan: Uuid, parts: &[ScanPart]) -> Result<(), StoreError> {
        let sql = "INSERT INTO scan_part (scan_id, place, source_id, page, quarter_turns) VALUES (?1, ?2, ?3, ?4, ?5)";
        let mut statement = self.read().conn().prepare_cached(sql)?;
        for (place, part) in (1_u32..).zip(parts) {
            statement.execute(params![Id(scan), place, Id(part.source), part.page, part.quarter_turns])?;
        }
        Ok(())
    }

    /// Whether a scan is still as far as it was when it was looked at: another hand may have been quicker.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scan_is(&self, scan: Uuid, states: &[ScanState]) -> Result<bool, StoreError> {
        Ok(self.read().scan(scan)?.is_some_and(|scan| states.contains(&scan.state)))
    }
}

fn json(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Database(rusqlite::Error::ToSqlConversionFailure(Box::new(error))))
}
