//! The first page: what wants doing today, with the first rows of each part.

use crate::cases::{CaseSummary, Queue, Watch, clock_runs};
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::Moment;
use sandika_domain::user::Right;
use sandika_store::{CaseFilter, CaseListRow, Draft, LetterFilter, LetterRow, QueueCount, Standing};
use std::cmp::Reverse;

/// Most rows of a part.
const ROWS: usize = 6;

/// How many there are, and the first of them.
#[derive(Clone, Debug)]
pub struct Part<T> {
    /// All of them.
    pub count: usize,
    /// The first few.
    pub rows: Vec<T>,
}

/// A case that waits for somebody outside.
#[derive(Clone, Debug)]
pub struct Wait {
    /// The case.
    pub case: CaseSummary,
    /// Who is waited for, by name.
    pub party: String,
    /// Since when.
    pub since: Moment,
    /// The step's time goes on meanwhile: its clock is the calendar's.
    pub clock_runs: bool,
}

/// The first page.
#[derive(Clone, Debug)]
pub struct Home {
    /// The step's time has passed; the longest first.
    pub overdue: Part<CaseSummary>,
    /// The step's time passes later today; the soonest first.
    pub due_today: Part<CaseSummary>,
    /// Cases that wait; the longest first.
    pub waiting: Part<Wait>,
    /// Letters whose signed scan is awaited; the newest first.
    pub unsigned: Part<LetterRow>,
    /// Typing that is not recorded yet; the newest first.
    pub drafts: Part<Draft>,
    /// Running cases of the user; the newest first.
    pub mine: Part<CaseSummary>,
    /// How many cases, by service and standing.
    pub counts: Vec<QueueCount>,
    /// There is no recovery sheet, and the one who works may make one.
    pub recovery_missing: bool,
}

impl Office {
    /// What wants doing today.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn home(&self) -> Result<Home, AppError> {
        let watch = self.watch()?;
        let (mut overdue, mut today, mut waiting, mut mine) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        self.each_running(&CaseFilter::default(), None, |row| {
            match self.queue_of(&row, &watch)? {
                Some((Queue::Overdue, due)) => overdue.push((due, row.clone())),
                Some((Queue::DueToday, due)) => today.push((due, row.clone())),
                None => {}
            }
            if row.assignee.as_deref() == Some(self.actor()) {
                mine.push(row.clone());
            }
            if row.standing == Standing::Waiting {
                waiting.push(row);
            }
            Ok(true)
        })?;
        overdue.sort_by_key(|(due, _)| *due);
        today.sort_by_key(|(due, _)| *due);
        waiting.sort_by_key(|row| row.waiting_since);
        let summary = |row: CaseListRow| self.scanned(row, &watch);
        Ok(Home {
            overdue: Part::of(overdue, |(_, row)| summary(row))?,
            due_today: Part::of(today, |(_, row)| summary(row))?,
            waiting: Part::of(waiting, |row| self.wait(row, &watch))?,
            unsigned: self.unsigned()?,
            drafts: self.newest_drafts()?,
            mine: Part::of(mine, summary)?,
            counts: self.counts()?,
            recovery_missing: self.need(Right::Admit).is_ok() && !self.is_practice()? && self.read().door()?.recovery_at.is_none(),
        })
    }

    fn wait(&self, row: CaseListRow, watch: &Watch) -> Result<Wait, AppError> {
        let sop = self.pinned(&row.sop_hash)?;
        let case = self.scanned(row, watch)?;
        Ok(Wait {
            party: case.row.waiting_for.clone().unwrap_or_default(),
            since: case.row.waiting_since.unwrap_or(case.row.updated_at),
            clock_runs: clock_runs(&sop, case.row.step),
            case,
        })
    }

    fn unsigned(&self) -> Result<Part<LetterRow>, AppError> {
        let filter = LetterFilter { scan_missing: true, ..LetterFilter::default() };
        let mut part = Part { count: 0, rows: Vec::new() };
        let mut before = None;
        loop {
            let page = self.read().letters(&filter, before, crate::PAGE)?;
            part.count += page.len();
            before = page.last().map(|row| row.born);
            let full = page.len() == crate::PAGE;
            part.rows.extend(page.into_iter().take(ROWS - part.rows.len()));
            if !full {
                return Ok(part);
            }
        }
    }

    fn newest_drafts(&self) -> Result<Part<Draft>, AppError> {
        let mut drafts = self.drafts()?;
        drafts.sort_by_key(|draft| Reverse(draft.saved_at));
        Part::of(drafts, Ok)
    }
}

impl<T> Part<T> {
    /// Counts all, and makes the first few into rows.
    fn of<S>(all: Vec<S>, row: impl Fn(S) -> Result<T, AppError>) -> Result<Self, AppError> {
        Ok(Self { count: all.len(), rows: all.into_iter().take(ROWS).map(row).collect::<Result<_, _>>()? })
    }
}
