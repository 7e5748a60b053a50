//! The row of a case: how it begins, how it moves, how it stands in its table.

use crate::StoreError;
use crate::sql::{At, Day, Id, to_the_millisecond};
use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, params};
use sandika_domain::fact::{Fact, Moment, TakenNumber};
use sandika_domain::ids::{CaseId, CertificateId, OwnerId};
use std::sync::LazyLock;

/// Where a case stands, as lists and counts tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// In work at this desk.
    Open,
    /// In work, waiting for somebody outside.
    Waiting,
    /// Its last step is done.
    Closed,
    /// Given up.
    Withdrawn,
}

impl Standing {
    /// As it is written in columns and on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Waiting => "waiting",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl ToSql for Standing {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.word().into())
    }
}

impl FromSql for Standing {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = value.as_str()?;
        let all = [Self::Open, Self::Waiting, Self::Closed, Self::Withdrawn];
        all.into_iter().find(|standing| standing.word() == word).ok_or(FromSqlError::InvalidType)
    }
}

/// The columns of `case_row`, in the order in which [`CaseRow::of`] and [`insert`] take them: by place, because looking names up costs more than
/// reading the row.
const COLUMNS: &str = "born, id, agenda_register, agenda_year, agenda_number, agenda_text, service, sop, sop_hash, owner_id, certificate_id, channel,
    sender, letter_number, reason, received_on, opened_at, status, step, entered_at, waiting_for, waiting_since, assignee, closed_at, updated_at,
    revision, trail";

/// A row of `case_row`. Words of closed lists stay text: a row never fails to load because a list grew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CaseRow {
    pub(super) born: i64,
    id: CaseId,
    agenda: TakenNumber,
    pub(super) service: String,
    sop: String,
    sop_hash: String,
    owner: OwnerId,
    pub(super) certificate: Option<CertificateId>,
    channel: String,
    sender: String,
    letter_number: String,
    reason: String,
    received_on: NaiveDate,
    opened_at: Moment,
    pub(super) standing: Standing,
    pub(super) step: u32,
    pub(super) entered_at: Moment,
    waiting_for: Option<String>,
    waiting_since: Option<Moment>,
    pub(super) assignee: Option<String>,
    closed_at: Option<Moment>,
    pub(super) updated_at: Moment,
    pub(super) revision: i64,
    pub(super) trail: Vec<i64>,
}

impl CaseRow {
    /// The row that an opening makes; `None` for any other fact.
    pub(super) fn opened(born: i64, at: Moment, fact: &Fact) -> Option<Self> {
        let Fact::CaseOpened { case, sop, sop_hash, service, owner, certificate, received_on, channel, agenda, first_step, personal } =
            fact
        else {
            return None;
        };
        let opening = personal.known().cloned().unwrap_or_default();
        Some(Self {
            born,
            id: *case,
            agenda: agenda.clone(),
            service: service.to_string(),
            sop: sop.clone(),
            sop_hash: sop_hash.clone(),
            owner: *owner,
            certificate: *certificate,
            channel: channel.to_string(),
            sender: opening.sender,
            letter_number: opening.letter_number,
            reason: opening.reason.unwrap_or_default(),
            received_on: *received_on,
            opened_at: at,
            standing: Standing::Open,
            step: *first_step,
            entered_at: at,
            waiting_for: None,
            waiting_since: None,
            assignee: None,
            closed_at: None,
            updated_at: at,
            revision: 0,
            trail: Vec::new(),
        })
    }

    /// Somebody outside is waited for.
    pub(super) fn wait(&mut self, party: &str, since: Moment) {
        (self.waiting_for, self.waiting_since) = (Some(party.to_owned()), Some(since));
        if self.standing == Standing::Open {
            self.standing = Standing::Waiting;
        }
    }

    /// Nobody is waited for any more.
    pub(super) fn end_wait(&mut self) {
        (self.waiting_for, self.waiting_since) = (None, None);
        if self.standing == Standing::Waiting {
            self.standing = Standing::Open;
        }
    }

    /// The case is at its end.
    pub(super) fn end(&mut self, standing: Standing, at: Moment) {
        (self.standing, self.closed_at) = (standing, Some(at));
    }

    /// The case goes on; a wait that was never ended goes on with it.
    pub(super) fn reopen(&mut self) {
        self.closed_at = None;
        self.standing = if self.waiting_for.is_some() { Standing::Waiting } else { Standing::Open };
    }

    fn trail_text(&self) -> String {
        self.trail.iter().map(i64::to_string).collect::<Vec<_>>().join(" ")
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        let mut next = InOrder { row, column: 0 };
        Ok(Self {
            born: next.get()?,
            id: CaseId(next.get::<Id>()?.0),
            agenda: TakenNumber { register: next.get()?, year: next.get()?, number: next.get()?, text: next.get()? },
            service: next.get()?,
            sop: next.get()?,
            sop_hash: next.get()?,
            owner: OwnerId(next.get::<Id>()?.0),
            certificate: next.get::<Option<Id>>()?.map(|id| CertificateId(id.0)),
            channel: next.get()?,
            sender: next.get()?,
            letter_number: next.get()?,
            reason: next.get()?,
            received_on: next.get::<Day>()?.0,
            opened_at: next.get::<At>()?.0,
            standing: next.get()?,
            step: next.get()?,
            entered_at: next.get::<At>()?.0,
            waiting_for: next.get()?,
            waiting_since: next.get::<Option<At>>()?.map(|at| at.0),
            assignee: next.get()?,
            closed_at: next.get::<Option<At>>()?.map(|at| at.0),
            updated_at: next.get::<At>()?.0,
            revision: next.get()?,
            trail: next.get::<String>()?.split(' ').filter_map(|millis| millis.parse().ok()).collect(),
        })
    }
}

/// Takes a row's columns one after the other.
struct InOrder<'r, 's> {
    row: &'r Row<'s>,
    column: usize,
}

impl InOrder<'_, '_> {
    fn get<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        let column = self.column;
        self.column += 1;
        self.row.get(column)
    }
}

/// The row of a case, if it was opened.
pub(super) fn load(conn: &Connection, case: CaseId) -> Result<Option<CaseRow>, StoreError> {
    static SELECT: LazyLock<String> = LazyLock::new(|| format!("SELECT {COLUMNS} FROM case_row WHERE id = ?1"));
    let mut statement = conn.prepare_cached(&SELECT)?;
    Ok(statement.query_row([Id(case.0)], CaseRow::of).optional()?)
}

/// Writes a row. What moves with every step is written alone where that is all: indexes are touched only when they must be.
pub(super) fn store(conn: &Connection, row: &CaseRow, stored: Option<&CaseRow>) -> Result<(), StoreError> {
    match stored {
        Some(stored) if only_moved(row, stored) => move_on(conn, row),
        Some(_) => {
            conn.prepare_cached("DELETE FROM case_row WHERE id = ?1")?.execute([Id(row.id.0)])?;
            insert(conn, row)
        }
        None => insert(conn, row),
    }
}

fn only_moved(row: &CaseRow, stored: &CaseRow) -> bool {
    let CaseRow { step, entered_at, waiting_for, waiting_since, closed_at, updated_at, revision, trail, .. } = row.clone();
    CaseRow { step, entered_at, waiting_for, waiting_since, closed_at, updated_at, revision, trail, ..stored.clone() } == *row
}

fn move_on(conn: &Connection, row: &CaseRow) -> Result<(), StoreError> {
    let sql = "UPDATE case_row SET step = ?2, entered_at = ?3, waiting_for = ?4, waiting_since = ?5, closed_at = ?6, updated_at = ?7,
               revision = ?8, trail = ?9 WHERE born = ?1";
    conn.prepare_cached(sql)?.execute(params![
        row.born,
        row.step,
        At(row.entered_at),
        row.waiting_for,
        row.waiting_since.map(At),
        row.closed_at.map(At),
        At(row.updated_at),
        row.revision,
        row.trail_text(),
    ])?;
    Ok(())
}

fn insert(conn: &Connection, row: &CaseRow) -> Result<(), StoreError> {
    static INSERT: LazyLock<String> = LazyLock::new(|| {
        let places = vec!["?"; COLUMNS.split(',').count()].join(", ");
        format!("INSERT INTO case_row ({COLUMNS}) VALUES ({places})")
    });
    conn.prepare_cached(&INSERT)?.execute(params![
        row.born,
        Id(row.id.0),
        row.agenda.register,
        row.agenda.year,
        row.agenda.number,
        row.agenda.text,
        row.service,
        row.sop,
        row.sop_hash,
        Id(row.owner.0),
        row.certificate.map(|id| Id(id.0)),
        row.channel,
        row.sender,
        row.letter_number,
        row.reason,
        Day(row.received_on),
        At(row.opened_at),
        row.standing,
        row.step,
        At(to_the_millisecond(row.entered_at)),
        row.waiting_for,
        row.waiting_since.map(At),
        row.assignee,
        row.closed_at.map(At),
        At(row.updated_at),
        row.revision,
        row.trail_text(),
    ])?;
    Ok(())
}

/// Adds `change` to the number of cases of a service that stand so. A count of none has no row, in whatever order it came to be.
pub(super) fn count(conn: &Connection, service: &str, standing: Standing, change: i64) -> Result<(), StoreError> {
    let add = "INSERT INTO case_count (service, status, cases) VALUES (?1, ?2, ?3)
               ON CONFLICT (service, status) DO UPDATE SET cases = cases + ?3";
    conn.prepare_cached(add)?.execute(params![service, standing, change])?;
    conn.prepare_cached("DELETE FROM case_count WHERE service = ?1 AND status = ?2 AND cases = 0")?.execute(params![service, standing])?;
    Ok(())
}
