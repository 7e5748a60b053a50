//! Cases in a list, and how many there are.

use super::{Conditions, rows, word};
use crate::project::Standing;
use crate::sql::{At, Day, Id};
use crate::{Ledger, StoreError, search};
use chrono::NaiveDate;
use rusqlite::Row;
use sandika_domain::fact::{Moment, TakenNumber};
use sandika_domain::ids::{CaseId, CertificateId, OwnerId};
use sandika_domain::sop::{Channel, ServiceKind};

/// Which cases are asked for. Everything that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseFilter {
    /// One of these; none means any.
    pub standings: Vec<Standing>,
    /// Kind of service.
    pub service: Option<ServiceKind>,
    /// User name of the one who works on it.
    pub assignee: Option<String>,
    /// Owner of the certificate.
    pub owner: Option<OwnerId>,
    /// What the user searches, see [`Ledger::search`]; blank text asks for nothing.
    pub text: String,
}

/// A case in a list. Personal texts are empty once they are erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseListRow {
    /// Cursor: the page after this row is asked for with it.
    pub born: i64,
    /// The case.
    pub id: CaseId,
    /// Agenda number.
    pub agenda: TakenNumber,
    /// Kind of service.
    pub service: ServiceKind,
    /// SOP id.
    pub sop: String,
    /// Hash of the version that the case keeps.
    pub sop_hash: String,
    /// Owner of the certificate.
    pub owner: OwnerId,
    /// The owner's name, without titles.
    pub owner_name: String,
    /// The owner's institution.
    pub institution: String,
    /// The certificate concerned.
    pub certificate: Option<CertificateId>,
    /// How the request came in.
    pub channel: Channel,
    /// Who sent it.
    pub sender: String,
    /// Reason id; empty where there is none.
    pub reason: String,
    /// Day of arrival.
    pub received_on: NaiveDate,
    /// When it was opened.
    pub opened_at: Moment,
    /// Where it stands.
    pub standing: Standing,
    /// Its present step; the last one when it has ended.
    pub step: u32,
    /// When that step began.
    pub entered_at: Moment,
    /// Who is waited for.
    pub waiting_for: Option<String>,
    /// Since when.
    pub waiting_since: Option<Moment>,
    /// Who works on it.
    pub assignee: Option<String>,
    /// When it came to its end.
    pub closed_at: Option<Moment>,
    /// When something was last recorded of it.
    pub updated_at: Moment,
    /// How many entries it has: equal to the revision of [`sandika_domain::case::Case`].
    pub revision: u64,
}

/// How many cases of a service stand so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueCount {
    /// Kind of service.
    pub service: ServiceKind,
    /// Where they stand.
    pub standing: Standing,
    /// How many, never 0.
    pub cases: u64,
}

const SELECT: &str = "SELECT c.*, coalesce(o.name, '') AS owner_name, coalesce(o.institution, '') AS institution";
const OWNERS: &str = "LEFT JOIN owner o ON o.id = c.owner_id";
const SELECT_NAMELESS: &str = "SELECT c.*, '' AS owner_name, '' AS institution";

impl Ledger {
    /// A page of cases, the newest first. Hand in the last row's `born` as `before` for the next page.
    pub fn list_cases(&self, filter: &CaseFilter, before: Option<i64>, limit: usize) -> Result<Vec<CaseListRow>, StoreError> {
        self.page(SELECT, OWNERS, filter, before, limit)
    }

    /// The same without the owners' names and institutions, each of which is a reading of its own: for whoever looks at many and shows few, which
    /// [`Self::case_row`] gives whole.
    pub fn scan_cases(&self, filter: &CaseFilter, before: Option<i64>, limit: usize) -> Result<Vec<CaseListRow>, StoreError> {
        self.page(SELECT_NAMELESS, "", filter, before, limit)
    }

    fn page(
        &self,
        select: &str,
        owners: &str,
        filter: &CaseFilter,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<CaseListRow>, StoreError> {
        let query = search::parse(&filter.text);
        if query.is_none() && !filter.text.trim().is_empty() {
            return Ok(Vec::new());
        }
        // One branch for each standing: an index gives each in order, and SQLite merges them without looking further than the page.
        let any = [None];
        let wanted: Vec<Option<Standing>> = filter.standings.iter().copied().map(Some).collect();
        let mut page = Conditions::default();
        for standing in if wanted.is_empty() { &any[..] } else { &wanted } {
            page.begin_branch(if query.is_some() { SEARCHED } else { "SELECT c.born FROM case_row c" });
            choose(&mut page, filter, *standing, query.as_deref(), before);
        }
        let sql = format!(
            "{select} FROM ({} ORDER BY 1 DESC LIMIT {limit}) page JOIN case_row c ON c.born = page.born {owners} ORDER BY c.born DESC",
            page.sql
        );
        page.rows(self.conn(), &sql, of)
    }

    /// A case as the list shows it.
    pub fn case_row(&self, case: CaseId) -> Result<Option<CaseListRow>, StoreError> {
        let sql = format!("{SELECT} FROM case_row c {OWNERS} WHERE c.id = ?1");
        Ok(rows(self.conn(), &sql, [Id(case.0)], of)?.pop())
    }

    /// How many cases there are, by service and standing.
    pub fn queue_counts(&self) -> Result<Vec<QueueCount>, StoreError> {
        rows(self.conn(), "SELECT service, status, cases FROM case_count ORDER BY service, status", [], |row| {
            Ok(QueueCount { service: word(row, "service")?, standing: row.get("status")?, cases: row.get("cases")? })
        })
    }
}

/// The index leads, so that its own order is the order of the page and nothing is sorted.
const SEARCHED: &str = "SELECT s.rowid AS born FROM search_case s CROSS JOIN case_row c ON c.born = s.rowid";

fn choose(page: &mut Conditions, filter: &CaseFilter, standing: Option<Standing>, query: Option<&str>, before: Option<i64>) {
    if let Some(query) = query {
        page.add("s.text MATCH ?", query.to_owned());
    }
    if let Some(before) = before {
        page.add(if query.is_some() { "s.rowid < ?" } else { "c.born < ?" }, before);
    }
    if let Some(standing) = standing {
        page.add("c.status = ?", standing);
    }
    if let Some(service) = filter.service {
        page.add("c.service = ?", service.to_string());
    }
    if let Some(owner) = filter.owner {
        page.add("c.owner_id = ?", Id(owner.0));
    }
    if let Some(assignee) = &filter.assignee {
        page.add("c.assignee = ?", assignee.clone());
    }
}

fn of(row: &Row<'_>) -> rusqlite::Result<CaseListRow> {
    Ok(CaseListRow {
        born: row.get("born")?,
        id: CaseId(row.get::<_, Id>("id")?.0),
        agenda: TakenNumber {
            register: row.get("agenda_register")?,
            year: row.get("agenda_year")?,
            number: row.get("agenda_number")?,
            text: row.get("agenda_text")?,
        },
        service: word(row, "service")?,
        sop: row.get("sop")?,
        sop_hash: row.get("sop_hash")?,
        owner: OwnerId(row.get::<_, Id>("owner_id")?.0),
        owner_name: row.get("owner_name")?,
        institution: row.get("institution")?,
        certificate: row.get::<_, Option<Id>>("certificate_id")?.map(|id| CertificateId(id.0)),
        channel: word(row, "channel")?,
        sender: row.get("sender")?,
        reason: row.get("reason")?,
        received_on: row.get::<_, Day>("received_on")?.0,
        opened_at: row.get::<_, At>("opened_at")?.0,
        standing: row.get("status")?,
        step: row.get("step")?,
        entered_at: row.get::<_, At>("entered_at")?.0,
        waiting_for: row.get("waiting_for")?,
        waiting_since: row.get::<_, Option<At>>("waiting_since")?.map(|at| at.0),
        assignee: row.get("assignee")?,
        closed_at: row.get::<_, Option<At>>("closed_at")?.map(|at| at.0),
        updated_at: row.get::<_, At>("updated_at")?.0,
        revision: row.get("revision")?,
    })
}
