//! Number registers: what holds each number, which comes next, and which are missing.

use super::{rows, word};
use crate::sql::{At, Day, Id};
use crate::{Ledger, StoreError};
use chrono::NaiveDate;
use rusqlite::{Row, named_params};
use sandika_domain::fact::{Moment, NumberUse, TakenNumber};
use sandika_domain::ids::{CaseId, LetterId};
use sandika_domain::sop::ServiceKind;
use std::ops::RangeInclusive;

/// Which numbers of a register are asked for. Everything that is given must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberFilter {
    /// `keluar`, `masuk` …
    pub register: String,
    /// Calendar year of the counter.
    pub year: i32,
    /// Numbers that lie in it, if only in part.
    pub numbers: RangeInclusive<u32>,
    /// Only what is dated on these days.
    pub days: Option<RangeInclusive<NaiveDate>>,
}

impl NumberFilter {
    /// Every number of a register's year.
    pub fn all(register: &str, year: i32) -> Self {
        Self { register: register.to_owned(), year, numbers: 0..=u32::MAX, days: None }
    }
}

/// What holds a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberHolder {
    /// A request, in the agenda of incoming letters.
    Case(CaseId),
    /// A letter, in the newest version that bears the number.
    Letter {
        /// The letter.
        letter: LetterId,
        /// Version.
        version: u32,
        /// Its case.
        case: CaseId,
        /// When it was voided.
        voided_at: Option<Moment>,
        /// A later version has taken its place.
        replaced: bool,
    },
    /// Nothing of ours.
    Elsewhere {
        /// What became of it.
        used: NumberUse,
        /// The register goes on after it.
        continues: bool,
    },
}

/// A number of a register, or several that were accounted for at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberRow {
    /// The number, or the first of several. The text is empty where it was not told.
    pub number: TakenNumber,
    /// The last number.
    pub last: u32,
    /// What holds it.
    pub holder: NumberHolder,
    /// Day of the letter, or day of arrival.
    pub dated: Option<NaiveDate>,
    /// What it is about: title of the letter, number of the incoming letter, or what was told. Empty once it is erased.
    pub about: String,
    /// To whom or from whom; empty once it is erased.
    pub party: String,
    /// Name of another system and the number there; both empty if there is none.
    pub other: (String, String),
    /// Why its letter is void; empty where it is not, and once it is erased.
    pub void_reason: String,
    /// Of the request behind it; nothing where there is none.
    pub request: Option<NumberRequest>,
    /// When it was taken.
    pub taken_at: Moment,
}

/// The request that took a number, or whose letter did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberRequest {
    /// Its agenda number.
    pub agenda: String,
    /// Kind of service.
    pub service: ServiceKind,
    /// Name of the owner; empty once it is erased.
    pub owner: String,
}

const TAKEN: &str = "SELECT n.number AS first, n.number AS last, n.text, n.taken_at, n.case_id, n.letter_id, l.version, l.voided_at,
        '' AS used, 0 AS continues, coalesce(l.dated, c.received_on) AS dated, coalesce(l.title, c.letter_number, '') AS about,
        iif(n.letter_id IS NULL, c.sender, concat_ws(', ', nullif(o.name, ''), nullif(o.institution, ''))) AS party,
        coalesce(l.other_system, '') AS other_system, coalesce(l.other_number, '') AS other_number,
        coalesce(l.void_reason, '') AS void_reason, c.agenda_text AS agenda, c.service, coalesce(o.name, '') AS owner,
        EXISTS (SELECT 1 FROM letter_row later WHERE later.letter_id = l.letter_id AND later.version > l.version) AS replaced
    FROM number_taken n
    LEFT JOIN letter_row l ON l.letter_id = n.letter_id AND l.version = (SELECT max(same.version) FROM letter_row same
        WHERE same.letter_id = n.letter_id AND same.number_register = n.register AND same.number_year = n.year AND same.number = n.number)
    LEFT JOIN case_row c ON c.id = n.case_id LEFT JOIN owner o ON o.id = c.owner_id
    WHERE n.register = :register AND n.year = :year AND n.number BETWEEN :from AND :to";

const ELSEWHERE: &str =
    "SELECT first, last, text, told_at, NULL, NULL, NULL, NULL, used, continues, dated, about, party, '', '', '', NULL, NULL, '', 0
    FROM number_range WHERE register = :register AND year = :year AND first <= :to AND last >= :from";

impl Ledger {
    /// The numbers of a register's year, by number; `newest_first` turns them round. At most `limit` rows.
    pub fn numbers(&self, filter: &NumberFilter, newest_first: bool, limit: usize) -> Result<Vec<NumberRow>, StoreError> {
        let order = if newest_first { "DESC" } else { "ASC" };
        // Each side reads its own index in order and stops: a page costs the same in a year of a hundred and of a hundred thousand numbers.
        let side = |numbers: &str| {
            format!("SELECT * FROM ({numbers}) WHERE :since IS NULL OR dated BETWEEN :since AND :until ORDER BY first {order} LIMIT :limit")
        };
        let sql = format!(
            "SELECT *, :register AS register, :year AS year FROM (SELECT * FROM ({}) UNION ALL SELECT * FROM ({}))
             ORDER BY first {order} LIMIT :limit",
            side(TAKEN),
            side(ELSEWHERE)
        );
        let (since, until) = filter.days.as_ref().map(|days| (Day(*days.start()), Day(*days.end()))).unzip();
        let params = named_params! {
            ":register": filter.register, ":year": filter.year, ":from": filter.numbers.start(), ":to": filter.numbers.end(),
            ":since": since, ":until": until, ":limit": limit as i64,
        };
        rows(self.conn(), &sql, params, of)
    }

    /// The number that a register gives next in a year: the first free one after its counter, from 1. The counter stands at the highest number that
    /// a case or letter of ours bears, or at which the register was told to go on; a number of the book on paper far ahead does not move it.
    ///
    /// It is taken by recording the fact that carries it, not before; a number asked for and not recorded is given again. The
    /// register knows only numbers of entries that the journal has: where its end was lost ([`ProblemKind::TailCut`](crate::ProblemKind::TailCut)),
    /// numbers of the lost entries may be given a second time, and only the letters on paper can tell.
    pub fn next_number(&self, register: &str, year: i32) -> Result<u32, StoreError> {
        let sql = "SELECT max((SELECT coalesce(max(number), 0) FROM number_taken WHERE register = ?1 AND year = ?2),
                              (SELECT coalesce(max(last), 0) FROM number_range WHERE register = ?1 AND year = ?2 AND continues)) + 1";
        let mut next: u32 = self.conn().prepare_cached(sql)?.query_row((register, year), |row| row.get(0))?;
        let sql = "SELECT max(last) FROM number_range WHERE register = ?1 AND year = ?2 AND first <= ?3 AND last >= ?3";
        let mut over = self.conn().prepare_cached(sql)?;
        while let Some(last) = over.query_row((register, year, next), |row| row.get::<_, Option<u32>>(0))? {
            next = last + 1;
        }
        Ok(next)
    }

    /// Numbers below the next one that nothing accounts for, as ranges, in order.
    pub fn number_gaps(&self, register: &str, year: i32) -> Result<Vec<RangeInclusive<u32>>, StoreError> {
        let next = self.next_number(register, year)?;
        let sql = "WITH used (first, last) AS (
                     SELECT number, number FROM number_taken WHERE register = ?1 AND year = ?2
                     UNION ALL SELECT first, last FROM number_range WHERE register = ?1 AND year = ?2),
                   seen AS (SELECT first, max(last) OVER (ORDER BY first ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM used)
                   SELECT coalesce(before, 0) + 1, min(first, ?3) - 1 FROM seen
                   WHERE first > coalesce(before, 0) + 1 AND coalesce(before, 0) + 1 < ?3 ORDER BY first";
        rows(self.conn(), sql, (register, year, next), |row| Ok(row.get(0)?..=row.get(1)?))
    }

    /// The years in which a register has numbers, the newest first.
    pub fn number_years(&self, register: &str) -> Result<Vec<i32>, StoreError> {
        let sql =
            "SELECT year FROM number_taken WHERE register = ?1 UNION SELECT year FROM number_range WHERE register = ?1 ORDER BY year DESC";
        rows(self.conn(), sql, [register], |row| row.get(0))
    }
}

fn of(row: &Row<'_>) -> rusqlite::Result<NumberRow> {
    Ok(NumberRow {
        number: TakenNumber { register: row.get("register")?, year: row.get("year")?, number: row.get("first")?, text: row.get("text")? },
        last: row.get("last")?,
        holder: holder(row)?,
        dated: row.get::<_, Option<Day>>("dated")?.map(|day| day.0),
        about: row.get("about")?,
        party: row.get("party")?,
        other: (row.get("other_system")?, row.get("other_number")?),
        void_reason: row.get("void_reason")?,
        request: request(row)?,
        taken_at: row.get::<_, At>("taken_at")?.0,
    })
}

fn request(row: &Row<'_>) -> rusqlite::Result<Option<NumberRequest>> {
    let Some(agenda) = row.get("agenda")? else { return Ok(None) };
    Ok(Some(NumberRequest { agenda, service: word(row, "service")?, owner: row.get("owner")? }))
}

fn holder(row: &Row<'_>) -> rusqlite::Result<NumberHolder> {
    let Some(case) = row.get::<_, Option<Id>>("case_id")?.map(|id| CaseId(id.0)) else {
        let used = match row.get_ref("used")?.as_str()? {
            "book" => NumberUse::Book,
            "other_system" => NumberUse::OtherSystem,
            _ => NumberUse::Unused,
        };
        return Ok(NumberHolder::Elsewhere { used, continues: row.get("continues")? });
    };
    Ok(match row.get::<_, Option<Id>>("letter_id")? {
        None => NumberHolder::Case(case),
        Some(letter) => NumberHolder::Letter {
            letter: LetterId(letter.0),
            version: row.get::<_, Option<u32>>("version")?.unwrap_or(1),
            case,
            voided_at: row.get::<_, Option<At>>("voided_at")?.map(|at| at.0),
            replaced: row.get("replaced")?,
        },
    })
}
