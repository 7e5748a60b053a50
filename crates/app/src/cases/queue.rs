//! Lists of cases with their due times.

use crate::error::AppError;
use crate::office::Office;
use chrono::NaiveDateTime;
use sandika_domain::case::{Case, Status, Times, step_due};
use sandika_store::{CaseFilter, CaseListRow, Standing};

/// A row of the list.
#[derive(Clone, Debug)]
pub struct CaseSummary {
    /// As the store lists it.
    pub row: CaseListRow,
    /// What is done at the current step.
    pub activity: String,
    /// When the current step is due, by the office's clock; none for ended cases and steps without a time.
    pub step_due: Option<NaiveDateTime>,
    /// Whether that has passed.
    pub overdue: bool,
}

/// Most rows of one page.
pub const PAGE: usize = 200;

impl Office {
    /// A page of cases, newest first. `before` is the `born` of the last row of the page before.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn cases(&self, filter: &CaseFilter, before: Option<i64>, limit: usize) -> Result<Vec<CaseSummary>, AppError> {
        let rows = self.read().list_cases(filter, before, limit.clamp(1, PAGE))?;
        rows.into_iter().map(|row| self.summary(row)).collect()
    }

    fn summary(&self, row: CaseListRow) -> Result<CaseSummary, AppError> {
        let sop = self.pinned(&row.sop_hash)?;
        let zone = self.zone()?;
        let now = self.now();
        let times = Times { sop: &sop, calendar: &self.content.calendar, zone, now };
        let open = !matches!(row.standing, Standing::Closed | Standing::Withdrawn);
        let case = if open { self.read().case(row.id)? } else { None };
        let due = case.as_ref().filter(|case: &&Case| case.status == Status::Open).and_then(|case| step_due(case, &times).ok().flatten());
        let activity = sop.step(row.step).map(|step| step.activity.clone()).unwrap_or_default();
        Ok(CaseSummary { overdue: due.is_some_and(|due| due < zone.local(now)), step_due: due, activity, row })
    }
}
