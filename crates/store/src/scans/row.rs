//! A scan and its pages as they stand in their tables.

use crate::sql::{At, Id};
use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Type, ValueRef};
use sandika_domain::fact::{FileRef, Moment};
use sandika_domain::ids::{CaseId, LetterId};
use sandika_domain::letter::code::PageCode;
use sandika_domain::scan::Doubts;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// How far a scan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanState {
    /// It is stored, and its pages are to be read.
    Waiting,
    /// It was read, and waits for an officer.
    Tray,
    /// It could not be read as a whole, and waits for an officer.
    Failed,
    /// It is with its case.
    Filed,
    /// Others were made of its pages.
    Split,
    /// An officer put it away.
    Discarded,
}

impl ScanState {
    /// Every state with its word.
    const WORDS: [(Self, &str); 6] = [
        (Self::Waiting, "waiting"),
        (Self::Tray, "tray"),
        (Self::Failed, "failed"),
        (Self::Filed, "filed"),
        (Self::Split, "split"),
        (Self::Discarded, "discarded"),
    ];

    pub(super) fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(state, _)| *state == self).map_or("", |(_, word)| word)
    }
}

/// Where a scan went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScanPlace {
    /// The case.
    pub case: CaseId,
    /// The letter that it is the signed form of, and which version.
    pub letter: Option<(LetterId, u32)>,
    /// Otherwise the step and document that it belongs to.
    pub document: Option<(u32, String)>,
    /// When.
    pub at: Moment,
    /// User name of who sent it there, or at whose desk it went by itself.
    pub by: String,
    /// It went by the codes on its pages.
    pub by_code: bool,
}

/// A scanned file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Its id, a UUID v7: later ones are larger.
    pub id: Uuid,
    /// Its bytes, as they came.
    pub file: FileRef,
    /// File name as it came.
    pub name: String,
    /// Folder it came through; empty where an officer brought it.
    pub folder: String,
    /// When it was stored.
    pub received_at: Moment,
    /// How far it is.
    pub state: ScanState,
    /// Why it waits for an officer.
    pub doubts: Doubts,
    /// Pages that were found; 0 until it is read.
    pub pages: u32,
    /// A PDF with an electronic signature.
    pub signed: bool,
    /// Where it went.
    pub place: Option<ScanPlace>,
    /// When and by whom it was put away.
    pub discarded: Option<(Moment, String)>,
}

/// A page of another scan that one was put together from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScanPart {
    /// That scan.
    pub source: Uuid,
    /// Its page, from 1.
    pub page: u32,
    /// Quarter turns to the right, 0 to 3.
    pub quarter_turns: u8,
}

/// One page of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScanPage {
    /// From 1.
    pub page: u32,
    /// Pixels, as far as it was looked at.
    pub width: u32,
    /// The same.
    pub height: u32,
    /// Codes of ours that were read on it.
    pub codes: Vec<PageCode>,
    /// Next to no ink.
    pub blank: bool,
    /// Why it could not be looked at, in Indonesian.
    pub trouble: Option<String>,
    /// A small JPEG; empty where there is none.
    pub thumb: Vec<u8>,
}

pub(super) fn scan_of(row: &Row<'_>) -> rusqlite::Result<Scan> {
    let state: ScanState = row.get("state")?;
    let ended = row.get::<_, Option<At>>("ended_at")?.map(|at| at.0).zip(row.get::<_, Option<String>>("ended_by")?);
    Ok(Scan {
        id: row.get::<_, Id>("id")?.0,
        file: FileRef { hash: row.get("hash")?, size: row.get("size")?, media: row.get("media")? },
        name: row.get("name")?,
        folder: row.get("folder")?,
        received_at: row.get::<_, At>("received_at")?.0,
        state,
        doubts: json(row, "doubts")?,
        pages: row.get("pages")?,
        signed: row.get("signed")?,
        place: place_of(row, ended.as_ref())?,
        discarded: ended.filter(|_| state == ScanState::Discarded),
    })
}

fn place_of(row: &Row<'_>, ended: Option<&(Moment, String)>) -> rusqlite::Result<Option<ScanPlace>> {
    let Some((Id(case), (at, by))) = row.get::<_, Option<Id>>("case_id")?.zip(ended.cloned()) else { return Ok(None) };
    let letter = row.get::<_, Option<Id>>("letter_id")?.map(|id| LetterId(id.0)).zip(row.get("version")?);
    let document = row.get::<_, Option<u32>>("step")?.zip(row.get("document")?);
    Ok(Some(ScanPlace { case: CaseId(case), letter, document, at, by, by_code: row.get("by_code")? }))
}

pub(super) fn page_of(row: &Row<'_>) -> rusqlite::Result<ScanPage> {
    Ok(ScanPage {
        page: row.get("page")?,
        width: row.get("width")?,
        height: row.get("height")?,
        codes: json(row, "codes")?,
        blank: row.get("blank")?,
        trouble: row.get("trouble")?,
        thumb: row.get("thumb")?,
    })
}

pub(super) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

impl ToSql for ScanState {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.word().into())
    }
}

impl FromSql for ScanState {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        Self::WORDS.iter().find(|(_, word)| *word == text).map(|(state, _)| *state).ok_or(FromSqlError::InvalidType)
    }
}
