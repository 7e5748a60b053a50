//! Letters.

use super::{Conditions, rows};
use crate::sql::{At, Day, Id};
use crate::{Ledger, StoreError};
use chrono::NaiveDate;
use rusqlite::Row;
use sandika_domain::fact::{FileRef, Moment, TakenNumber};
use sandika_domain::ids::{CaseId, LetterId};

/// Which letters are asked for. Everything that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterFilter {
    /// Letters of this case.
    pub case: Option<CaseId>,
    /// Versions of this letter.
    pub letter: Option<LetterId>,
    /// Only those that are [awaited](LetterRow::awaited).
    pub scan_missing: bool,
}

/// One version of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterRow {
    /// Cursor: the page after this row is asked for with it.
    pub born: i64,
    /// The letter.
    pub id: LetterId,
    /// Version, from 1.
    pub version: u32,
    /// Its case.
    pub case: Option<CaseId>,
    /// Agenda number of that case; empty if it has none.
    pub agenda: String,
    /// Name of that case's owner, without titles; empty once it is erased.
    pub owner_name: String,
    /// Step that issued it.
    pub step: u32,
    /// Template id.
    pub template: String,
    /// SHA-256 of the template's text, lower-case hex.
    pub template_hash: String,
    /// Its number.
    pub number: Option<TakenNumber>,
    /// Date of the letter.
    pub dated: NaiveDate,
    /// Title; empty once it is erased.
    pub title: String,
    /// The PDF.
    pub file: FileRef,
    /// Pages.
    pub pages: u32,
    /// The signed scan is asked for.
    pub scan_back: bool,
    /// The signed letter, when it is back.
    pub returned: Option<FileRef>,
    /// The signed scan is still awaited: it is asked for and not back, the letter is not void, no later version has
    /// taken this one's place, and the case still runs. A case
    /// that was withdrawn or closed takes no letter back; reopened, it awaits its letters again.
    pub awaited: bool,
    /// When and why it was voided: it will not be used, and its number stays used.
    pub voided: Option<(Moment, String)>,
    /// Name of another system and the letter's number there.
    pub other: Option<(String, String)>,
    /// How many copies were printed.
    pub printed: u32,
    /// When it was issued.
    pub issued_at: Moment,
}

/// When the signed scan of a letter is awaited. The first two terms are those of the index.
macro_rules! awaited {
    () => {
        "l.scan_back = 1 AND l.returned_hash IS NULL AND l.voided_at IS NULL AND c.status IN ('open', 'waiting')
         AND NOT EXISTS (SELECT 1 FROM letter_row later WHERE later.letter_id = l.letter_id AND later.version > l.version)"
    };
}

const SELECT: &str = concat!(
    "SELECT l.*, coalesce(c.agenda_text, '') AS agenda, coalesce(o.name, '') AS owner_name, coalesce(",
    awaited!(),
    ", 0) AS awaited
    FROM letter_row l LEFT JOIN case_row c ON c.id = l.case_id LEFT JOIN owner o ON o.id = c.owner_id"
);

impl Ledger {
    /// A page of letters, the newest first. Hand in the last row's `born` as `before` for the next page.
    pub fn letters(&self, filter: &LetterFilter, before: Option<i64>, limit: usize) -> Result<Vec<LetterRow>, StoreError> {
        let mut conditions = Conditions::default();
        conditions.begin_branch(SELECT);
        if let Some(before) = before {
            conditions.add("l.born < ?", before);
        }
        if let Some(case) = filter.case {
            conditions.add("l.case_id = ?", Id(case.0));
        }
        if let Some(letter) = filter.letter {
            conditions.add("l.letter_id = ?", Id(letter.0));
        }
        if filter.scan_missing {
            conditions.add_plain(awaited!());
        }
        let sql = format!("{} ORDER BY l.born DESC LIMIT {limit}", conditions.sql);
        conditions.rows(self.conn(), &sql, of)
    }

    /// Every version of a letter, the newest first; empty if there is no such letter.
    pub fn letter(&self, letter: LetterId) -> Result<Vec<LetterRow>, StoreError> {
        rows(self.conn(), &format!("{SELECT} WHERE l.letter_id = ?1 ORDER BY l.version DESC"), [Id(letter.0)], of)
    }
}

fn of(row: &Row<'_>) -> rusqlite::Result<LetterRow> {
    Ok(LetterRow {
        born: row.get("born")?,
        id: LetterId(row.get::<_, Id>("letter_id")?.0),
        version: row.get("version")?,
        case: row.get::<_, Option<Id>>("case_id")?.map(|id| CaseId(id.0)),
        agenda: row.get("agenda")?,
        owner_name: row.get("owner_name")?,
        step: row.get("step")?,
        template: row.get("template")?,
        template_hash: row.get("template_hash")?,
        number: number(row)?,
        dated: row.get::<_, Day>("dated")?.0,
        title: row.get("title")?,
        file: FileRef { hash: row.get("file_hash")?, size: row.get("file_size")?, media: row.get("file_media")? },
        pages: row.get("pages")?,
        scan_back: row.get("scan_back")?,
        returned: returned(row)?,
        awaited: row.get("awaited")?,
        voided: voided(row)?,
        other: Some((row.get("other_system")?, row.get("other_number")?)).filter(|(_, number): &(String, String)| !number.is_empty()),
        printed: row.get("printed")?,
        issued_at: row.get::<_, At>("issued_at")?.0,
    })
}

fn number(row: &Row<'_>) -> rusqlite::Result<Option<TakenNumber>> {
    let Some(register) = row.get("number_register")? else { return Ok(None) };
    Ok(Some(TakenNumber { register, year: row.get("number_year")?, number: row.get("number")?, text: row.get("number_text")? }))
}

fn voided(row: &Row<'_>) -> rusqlite::Result<Option<(Moment, String)>> {
    let Some(at) = row.get::<_, Option<At>>("voided_at")? else { return Ok(None) };
    Ok(Some((at.0, row.get("void_reason")?)))
}

fn returned(row: &Row<'_>) -> rusqlite::Result<Option<FileRef>> {
    let Some(hash) = row.get("returned_hash")? else { return Ok(None) };
    Ok(Some(FileRef { hash, size: row.get("returned_size")?, media: row.get("returned_media")? }))
}
