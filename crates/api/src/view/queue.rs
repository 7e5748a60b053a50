//! Cases in lists.

use super::clock;
use sandika_app::CaseSummary;
use sandika_domain::document::Word;
use sandika_store::QueueCount;
use serde::Serialize;
use ts_rs::TS;

/// A case in a list.
#[derive(Debug, Serialize, TS)]
pub(crate) struct CaseSummaryView {
    pub(crate) case: String,
    /// Hand the last row's in as `before` for the next page.
    pub(crate) cursor: i64,
    pub(crate) agenda: String,
    pub(crate) service: String,
    pub(crate) sop: String,
    /// The government whose SOP it is; many bear the same title.
    pub(crate) sop_government: String,
    pub(crate) owner_name: String,
    pub(crate) institution: String,
    pub(crate) sender: String,
    pub(crate) reason: String,
    pub(crate) received_on: String,
    /// `open`, `waiting`, `closed` or `withdrawn`.
    pub(crate) standing: String,
    pub(crate) step: u32,
    pub(crate) activity: String,
    pub(crate) step_due: Option<String>,
    pub(crate) overdue: bool,
    pub(crate) waiting_for: Option<String>,
    pub(crate) assignee: Option<String>,
    pub(crate) revision: u64,
}

/// How many cases.
#[derive(Debug, Serialize, TS)]
pub(crate) struct CountView {
    pub(crate) service: String,
    pub(crate) standing: String,
    pub(crate) cases: u64,
}

impl CountView {
    pub(crate) fn of(count: QueueCount) -> Self {
        Self { service: count.service.word().to_owned(), standing: count.standing.word().to_owned(), cases: count.cases }
    }
}

impl CaseSummaryView {
    pub(crate) fn of(summary: CaseSummary) -> Self {
        let row = summary.row;
        Self {
            case: row.id.to_string(),
            cursor: row.born,
            agenda: row.agenda.text,
            service: row.service.word().to_owned(),
            sop: row.sop,
            sop_government: summary.government,
            owner_name: row.owner_name,
            institution: row.institution,
            sender: row.sender,
            reason: row.reason,
            received_on: row.received_on.to_string(),
            standing: row.standing.word().to_owned(),
            step: row.step,
            activity: summary.activity,
            step_due: summary.step_due.map(clock),
            overdue: summary.overdue,
            waiting_for: row.waiting_for,
            assignee: row.assignee,
            revision: row.revision,
        }
    }
}
