//! Scans, listed and found.

use super::row::{Scan, ScanPage, ScanPart, ScanState, json, page_of, scan_of};
use crate::sql::Id;
use crate::{Ledger, LetterRow, StoreError};
use rusqlite::{OptionalExtension, Row, params};
use sandika_domain::ids::{CaseId, LetterId};
use sandika_domain::letter::code::PageCode;
use uuid::Uuid;

/// Which scans are asked for. Everything that is given must hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScanFilter<'f> {
    /// Scans in one of these states; in any if there are none.
    pub states: &'f [ScanState],
    /// Only those before this one: the last of the page before.
    pub before: Option<Uuid>,
}

/// How many scans are how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScanCounts {
    /// To be read.
    pub waiting: u64,
    /// Waiting for an officer.
    pub tray: u64,
    /// The same, because they could not be read.
    pub failed: u64,
    /// With their case.
    pub filed: u64,
    /// Put away.
    pub discarded: u64,
}

impl Ledger {
    /// A page of scans, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scans(&self, filter: ScanFilter<'_>, limit: usize) -> Result<Vec<Scan>, StoreError> {
        let words: Vec<String> = filter.states.iter().map(|state| format!("'{}'", state.word())).collect();
        let states = if words.is_empty() { "1".to_owned() } else { format!("state IN ({})", words.join(", ")) };
        let sql = format!("SELECT * FROM scan WHERE {states} AND (?1 IS NULL OR id < ?1) ORDER BY id DESC LIMIT {limit}");
        let mut statement = self.conn().prepare_cached(&sql)?;
        Ok(statement.query_map([filter.before.map(Id)], scan_of)?.collect::<Result<_, _>>()?)
    }

    /// The scan that has waited longest to be read.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scan_to_read(&self) -> Result<Option<Scan>, StoreError> {
        let sql = "SELECT * FROM scan WHERE state = 'waiting' ORDER BY id LIMIT 1";
        Ok(self.conn().prepare_cached(sql)?.query_row([], scan_of).optional()?)
    }

    /// One scan.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scan(&self, id: Uuid) -> Result<Option<Scan>, StoreError> {
        Ok(self.conn().prepare_cached("SELECT * FROM scan WHERE id = ?1")?.query_row([Id(id)], scan_of).optional()?)
    }

    /// Scans of exactly these bytes, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scans_of_bytes(&self, hash: &str) -> Result<Vec<Scan>, StoreError> {
        let mut statement = self.conn().prepare_cached("SELECT * FROM scan WHERE hash = ?1 ORDER BY id")?;
        Ok(statement.query_map([hash], scan_of)?.collect::<Result<_, _>>()?)
    }

    /// Scans that hold pages of another one, in the order in which they were made.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scans_made_of(&self, source: Uuid) -> Result<Vec<Scan>, StoreError> {
        let sql = "SELECT * FROM scan WHERE id IN (SELECT scan_id FROM scan_part WHERE source_id = ?1) ORDER BY id";
        Ok(self.conn().prepare_cached(sql)?.query_map([Id(source)], scan_of)?.collect::<Result<_, _>>()?)
    }

    /// What a scan was put together from; nothing of one that came as it is.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scan_parts(&self, scan: Uuid) -> Result<Vec<ScanPart>, StoreError> {
        let sql = "SELECT source_id, page, quarter_turns FROM scan_part WHERE scan_id = ?1 ORDER BY place";
        let of = |row: &Row<'_>| Ok(ScanPart { source: row.get::<_, Id>(0)?.0, page: row.get(1)?, quarter_turns: row.get(2)? });
        Ok(self.conn().prepare_cached(sql)?.query_map([Id(scan)], of)?.collect::<Result<_, _>>()?)
    }

    /// The pages of a scan.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scan_pages(&self, scan: Uuid) -> Result<Vec<ScanPage>, StoreError> {
        let mut statement = self.conn().prepare_cached("SELECT * FROM scan_page WHERE scan_id = ?1 ORDER BY page")?;
        Ok(statement.query_map([Id(scan)], page_of)?.collect::<Result<_, _>>()?)
    }

    /// The picture that a scan is known by: that of its first page with ink on it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scan_cover(&self, scan: Uuid) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT thumb FROM scan_page WHERE scan_id = ?1 AND length(thumb) > 0 ORDER BY blank, page LIMIT 1";
        Ok(self.conn().prepare_cached(sql)?.query_row([Id(scan)], |row| row.get(0)).optional()?)
    }

    /// The codes on the pages of a scan, with their pages.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scan_codes(&self, scan: Uuid) -> Result<Vec<(u32, Vec<PageCode>)>, StoreError> {
        let sql = "SELECT page, codes FROM scan_page WHERE scan_id = ?1 AND codes <> '[]' ORDER BY page";
        let of = |row: &Row<'_>| Ok((row.get(0)?, json(row, "codes")?));
        Ok(self.conn().prepare_cached(sql)?.query_map([Id(scan)], of)?.collect::<Result<_, _>>()?)
    }

    /// How many scans are how far.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn scan_counts(&self) -> Result<ScanCounts, StoreError> {
        let mut statement = self.conn().prepare_cached("SELECT state, count(*) FROM scan GROUP BY state")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, ScanState>(0)?, row.get(1)?)))?;
        let mut counts = ScanCounts::default();
        for row in rows {
            let (state, count): (ScanState, u64) = row?;
            match state {
                ScanState::Waiting => counts.waiting = count,
                ScanState::Tray => counts.tray = count,
                ScanState::Failed => counts.failed = count,
                ScanState::Filed => counts.filed = count,
                ScanState::Discarded => counts.discarded = count,
                ScanState::Split => {}
            }
        }
        Ok(counts)
    }

    /// Cases that hold exactly these bytes as a document or a letter, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn cases_with_file(&self, hash: &str) -> Result<Vec<CaseId>, StoreError> {
        let sql = "SELECT DISTINCT case_id FROM file_use WHERE hash = ?1 AND case_id IS NOT NULL ORDER BY born";
        let mut statement = self.conn().prepare_cached(sql)?;
        Ok(statement.query_map([hash], |row| Ok(CaseId(row.get::<_, Id>(0)?.0)))?.collect::<Result<_, _>>()?)
    }

    /// Every version of the letter whose identity ends in these 80 bits, the newest first; empty if the office has none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn letter_by_tail(&self, tail: [u8; 10]) -> Result<Vec<LetterRow>, StoreError> {
        let sql = "SELECT letter_id FROM letter_row WHERE substr(letter_id, 7) = ?1 ORDER BY born DESC LIMIT 1";
        let id = self.conn().prepare_cached(sql)?.query_row(params![tail.as_slice()], |row| row.get::<_, Id>(0)).optional()?;
        id.map_or_else(|| Ok(Vec::new()), |id| self.letter(LetterId(id.0)))
    }
}
