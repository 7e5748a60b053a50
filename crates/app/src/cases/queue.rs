//! Lists of cases with their due times.

use crate::error::AppError;
use crate::office::Office;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use sandika_domain::calendar::{TimeClock, Zone};
use sandika_domain::case::{Times, due_from, step_due};
use sandika_domain::fact::Moment;
use sandika_domain::sop::Sop;
use sandika_store::{CaseFilter, CaseListRow, Standing};

/// A row of the list.
#[derive(Clone, Debug)]
pub struct CaseSummary {
    /// As the store lists it.
    pub row: CaseListRow,
    /// The government whose SOP it follows.
    pub government: String,
    /// What is done at the current step.
    pub activity: String,
    /// When the current step is due, by the office's clock; none for ended cases and steps without a time.
    pub step_due: Option<NaiveDateTime>,
    /// Whether that has passed.
    pub overdue: bool,
}

/// Running cases whose current step is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    /// The time has passed.
    Overdue,
    /// It passes later today.
    DueToday,
}

/// Most rows of one page.
pub const PAGE: usize = 200;

/// How far ahead notices know what falls due: nobody stays away from the desk for longer without opening the office.
const AHEAD: TimeDelta = TimeDelta::days(14);

/// The office's clock, read once for a whole list.
#[derive(Clone, Copy)]
pub(crate) struct Watch {
    zone: Zone,
    now: Moment,
    local: NaiveDateTime,
}

impl Watch {
    /// The queue that a due time belongs to.
    fn queue(&self, due: Option<NaiveDateTime>) -> Option<Queue> {
        match due? {
            due if due < self.local => Some(Queue::Overdue),
            due if due.date() == self.local.date() => Some(Queue::DueToday),
            _ => None,
        }
    }
}

impl Office {
    /// A page of cases, newest first. `before` is the `born` of the last row of the page before.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn cases(&self, filter: &CaseFilter, before: Option<i64>, limit: usize) -> Result<Vec<CaseSummary>, AppError> {
        let watch = self.watch()?;
        let rows = self.read().list_cases(filter, before, limit.clamp(1, PAGE))?;
        rows.into_iter().map(|row| self.summary(row, &watch)).collect()
    }

    /// The same with the running cases of a queue alone.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn queued(&self, queue: Queue, filter: &CaseFilter, before: Option<i64>, limit: usize) -> Result<Vec<CaseSummary>, AppError> {
        let watch = self.watch()?;
        let mut found = Vec::new();
        self.each_running(filter, before, |row| {
            if self.queue_of(&row, &watch)?.is_some_and(|(of_row, _)| of_row == queue) {
                found.push(self.scanned(row, &watch)?);
            }
            Ok(found.len() < limit.clamp(1, PAGE))
        })?;
        Ok(found)
    }

    /// Hands the running cases that a filter lets through to `each`, newest first and without their owners' names, until it says that it has enough.
    pub(crate) fn each_running(
        &self,
        filter: &CaseFilter,
        mut before: Option<i64>,
        mut each: impl FnMut(CaseListRow) -> Result<bool, AppError>,
    ) -> Result<(), AppError> {
        let mut filter = filter.clone();
        if filter.standings.is_empty() {
            filter.standings = vec![Standing::Open, Standing::Waiting];
        }
        filter.standings.retain(|standing| matches!(standing, Standing::Open | Standing::Waiting));
        while !filter.standings.is_empty() {
            let rows = self.read().scan_cases(&filter, before, PAGE)?;
            let full = rows.len() == PAGE;
            before = rows.last().map(|row| row.born);
            for row in rows {
                if !each(row)? {
                    return Ok(());
                }
            }
            if !full {
                break;
            }
        }
        Ok(())
    }

    pub(crate) fn watch(&self) -> Result<Watch, AppError> {
        let (zone, now) = (self.zone()?, self.now());
        Ok(Watch { zone, now, local: zone.local(now) })
    }

    /// When the steps of running cases fall due that have or will soon, in no order.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub(crate) fn due_times(&self) -> Result<Vec<NaiveDateTime>, AppError> {
        let watch = self.watch()?;
        let last = watch.local.date() + AHEAD;
        let mut found = Vec::new();
        self.each_running(&CaseFilter::default(), None, |row| {
            found.extend(self.due_by(&row, &watch, last)?);
            Ok(true)
        })?;
        Ok(found)
    }

    /// The queue that a running case is in, and when its step is due.
    pub(crate) fn queue_of(&self, row: &CaseListRow, watch: &Watch) -> Result<Option<(Queue, NaiveDateTime)>, AppError> {
        let due = self.due_by(row, watch, watch.local.date())?;
        Ok(watch.queue(due).zip(due))
    }

    /// When the step of a running case is due, if it is by the end of a day. What the row tells alone is never too late, so that most cases need no further
    /// look. A case whose clock rests while it waits is not due before it is overdue: its time moves on with the day.
    fn due_by(&self, row: &CaseListRow, watch: &Watch, last: NaiveDate) -> Result<Option<NaiveDateTime>, AppError> {
        let sop = self.pinned(&row.sop_hash)?;
        let earliest = due_of_row(row, &self.times(&sop, watch));
        if earliest.is_none_or(|due| due.date() > last) {
            return Ok(None);
        }
        let rests = row.standing == Standing::Waiting && !clock_runs(&sop, row.step);
        let due = self.due(row, &sop, watch)?;
        Ok(due.filter(|due| due.date() <= last && (*due < watch.local || !rests)))
    }

    /// A row of [`Self::each_running`] that is to be shown: with its owner's name.
    pub(crate) fn scanned(&self, row: CaseListRow, watch: &Watch) -> Result<CaseSummary, AppError> {
        self.summary(self.read().case_row(row.id)?.unwrap_or(row), watch)
    }

    pub(crate) fn summary(&self, mut row: CaseListRow, watch: &Watch) -> Result<CaseSummary, AppError> {
        let sop = self.pinned(&row.sop_hash)?;
        let due = self.due(&row, &sop, watch)?;
        // People read the lane's name, not its id.
        let lane = sop.lanes.iter().find(|lane| row.waiting_for.as_ref() == Some(&lane.id));
        row.waiting_for = lane.map(|lane| lane.name.clone()).or(row.waiting_for);
        let activity = sop.step(row.step).map(|step| step.activity.clone()).unwrap_or_default();
        let government = sop.identity.government.clone();
        Ok(CaseSummary { overdue: watch.queue(due) == Some(Queue::Overdue), step_due: due, government, activity, row })
    }

    /// When a case's step is due. A case that never waited is not read for it.
    fn due(&self, row: &CaseListRow, sop: &Sop, watch: &Watch) -> Result<Option<NaiveDateTime>, AppError> {
        if matches!(row.standing, Standing::Closed | Standing::Withdrawn) {
            return Ok(None);
        }
        let times = self.times(sop, watch);
        if !self.read().has_waited(row.id)? {
            return Ok(due_of_row(row, &times));
        }
        let case = self.read().case(row.id)?;
        Ok(case.and_then(|case| step_due(&case, &times).ok().flatten()))
    }

    fn times<'a>(&'a self, sop: &'a Sop, watch: &Watch) -> Times<'a> {
        Times { sop, calendar: &self.content.calendar, zone: watch.zone, now: watch.now }
    }
}

/// Whether a step's time goes on while its case waits: its clock is the calendar's.
pub(crate) fn clock_runs(sop: &Sop, step: u32) -> bool {
    sop.step(step).and_then(|step| step.time).is_some_and(|time| time.clock == TimeClock::Calendar)
}

/// When the step of a running case is due, as far as its row knows of waits: of the present one.
fn due_of_row(row: &CaseListRow, times: &Times<'_>) -> Option<NaiveDateTime> {
    let present = row.waiting_since.map(|since| (since, times.now));
    due_from(row.step, row.entered_at, present.into_iter(), times).ok().flatten()
}
