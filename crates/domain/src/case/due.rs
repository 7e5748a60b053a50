//! Due times of a case by its two clocks: working minutes of the office, and clock time of outside parties. While the case waits for somebody
//! outside, the working clock rests; the calendar clock never does.

use super::state::{Case, Status};
use crate::calendar::{Calendar, CalendarError, StandardTime, TimeClock, Zone};
use crate::fact::Moment;
use crate::sop::{Sop, Step};
use chrono::NaiveDateTime;

/// Where a step of the SOP stands in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Completed, and not gone back behind.
    Done,
    /// In work.
    Current,
    /// Still to come.
    Ahead,
    /// The case ended, or its way led past the step.
    Skipped,
}

/// One step's time against its standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Step number.
    pub step: u32,
    /// Where it stands.
    pub place: Place,
    /// Minutes used on the step's own clock, over all visits; none while it is ahead.
    pub used: Option<u64>,
    /// Standard minutes; none where the SOP gives no time.
    pub standard: Option<u64>,
}

/// Everything that times are reckoned with.
#[derive(Clone, Copy, Debug)]
pub struct Times<'a> {
    /// The SOP that the case keeps.
    pub sop: &'a Sop,
    /// Office hours and holidays.
    pub calendar: &'a Calendar,
    /// The office's zone.
    pub zone: Zone,
    /// Now.
    pub now: Moment,
}

impl Times<'_> {
    fn local(&self, moment: Moment) -> NaiveDateTime {
        self.zone.local(moment)
    }

    /// Minutes between two moments on a clock, the case's waits left out of working time.
    fn between(&self, case: &Case, from: Moment, to: Moment, clock: TimeClock) -> u64 {
        match clock {
            TimeClock::Calendar => u64::try_from((to - from).num_minutes()).unwrap_or(0),
            TimeClock::Working => {
                let all = self.calendar.working_between(self.local(from), self.local(to));
                all.saturating_sub(self.waited(case, from, to))
            }
        }
    }

    /// Working minutes within `from..to` during which the case waited.
    fn waited(&self, case: &Case, from: Moment, to: Moment) -> u64 {
        let present = case.waiting.as_ref().map(|waiting| (waiting.since, self.now));
        self.rested(case.waits.iter().copied().chain(present), from, to)
    }

    /// Working minutes of these waits within `from..to`.
    fn rested(&self, waits: impl Iterator<Item = (Moment, Moment)>, from: Moment, to: Moment) -> u64 {
        waits.map(|(begin, end)| self.calendar.working_between(self.local(begin.max(from)), self.local(end.min(to)))).sum()
    }
}

/// When the current step is due, by the office's clock. `None` when the case has ended or the SOP gives the step no time.
///
/// # Errors
/// [`CalendarError`] when the due time lies beyond what the calendar can reckon.
pub fn step_due(case: &Case, times: &Times<'_>) -> Result<Option<NaiveDateTime>, CalendarError> {
    if case.status != Status::Open {
        return Ok(None);
    }
    let present = case.waiting.as_ref().map(|waiting| (waiting.since, times.now));
    due_from(case.step, case.entered_at, case.waits.iter().copied().chain(present), times)
}

/// When a step of an open case is due that was entered at a moment, the working clock resting during `waits`: for whoever knows these without
/// the case. Waits that are not named can only make it later.
///
/// # Errors
/// [`CalendarError`] when the due time lies beyond what the calendar can reckon.
pub fn due_from(
    step: u32,
    entered_at: Moment,
    waits: impl Iterator<Item = (Moment, Moment)>,
    times: &Times<'_>,
) -> Result<Option<NaiveDateTime>, CalendarError> {
    let Some(time) = times.sop.step(step).and_then(|step| step.time) else { return Ok(None) };
    let start = times.local(entered_at);
    let due = match time.clock {
        TimeClock::Calendar => time.due(start, times.calendar)?,
        TimeClock::Working => {
            let waited = times.rested(waits, entered_at, times.now);
            times.calendar.add_working(start, minutes(time, times.calendar).saturating_add(waited).try_into().unwrap_or(u32::MAX))?
        }
    };
    Ok(Some(due))
}

/// When the whole case is due: the SOP's main way from the opening, each step on its own clock, and the waits on top. Returns do not move it: the
/// applicant was promised the standard of the SOP.
///
/// # Errors
/// [`CalendarError`] when the due time lies beyond what the calendar can reckon.
pub fn case_due(case: &Case, times: &Times<'_>) -> Result<NaiveDateTime, CalendarError> {
    let path = times.sop.main_path();
    let begin = times.local(case.opened_at);
    let due = path.iter().filter_map(|step| step.time).try_fold(begin, |at, time| time.due(at, times.calendar))?;
    let waited = waited_at_work(case, times);
    if waited == 0 { Ok(due) } else { times.calendar.add_working(due, waited.try_into().unwrap_or(u32::MAX)) }
}

/// Working minutes that the case waited during steps of the working clock. A wait within a calendar step is that step's own time.
fn waited_at_work(case: &Case, times: &Times<'_>) -> u64 {
    let passed = case.path.iter().map(|passed| (passed.step, passed.entered_at, passed.done_at));
    let present = (case.status == Status::Open).then_some((case.step, case.entered_at, times.now));
    let visits = passed.chain(present);
    let working = |step: u32| times.sop.step(step).and_then(|step| step.time).is_none_or(|time| time.clock == TimeClock::Working);
    visits.filter(|(step, ..)| working(*step)).map(|(_, from, to)| times.waited(case, from, to)).sum()
}

/// Every step with the time it took against its standard, in the order of the SOP.
pub fn progress(case: &Case, times: &Times<'_>) -> Vec<Progress> {
    let last = last_visits(case, times.sop);
    times.sop.steps.iter().map(|step| one(case, step, times, &last)).collect()
}

fn one(case: &Case, step: &Step, times: &Times<'_>, done: &[u32]) -> Progress {
    let place = place(case, step, times.sop, done);
    let clock = step.time.map_or(TimeClock::Working, |time| time.clock);
    let passed = case.path.iter().filter(|passed| passed.step == step.number);
    let mut used: u64 = passed.map(|passed| times.between(case, passed.entered_at, passed.done_at, clock)).sum();
    if place == Place::Current {
        used += times.between(case, case.entered_at, times.now, clock);
    }
    let visited = place == Place::Current || case.path.iter().any(|passed| passed.step == step.number);
    Progress { step: step.number, place, used: visited.then_some(used), standard: step.time.map(|time| minutes(time, times.calendar)) }
}

fn place(case: &Case, step: &Step, sop: &Sop, done: &[u32]) -> Place {
    if case.status == Status::Open && case.step == step.number {
        return Place::Current;
    }
    if done.contains(&step.number) {
        return Place::Done;
    }
    let position = |number: u32| sop.steps.iter().position(|other| other.number == number);
    let behind = case.status != Status::Open || position(step.number) < position(case.step);
    if behind { Place::Skipped } else { Place::Ahead }
}

/// Steps whose newest completion still holds: a return takes back what lies between the step that it goes to and itself.
fn last_visits(case: &Case, sop: &Sop) -> Vec<u32> {
    let mut done: Vec<u32> = Vec::new();
    for (index, passed) in case.path.iter().enumerate() {
        if !passed.returned {
            done.retain(|step| *step != passed.step);
            done.push(passed.step);
            continue;
        }
        let to = case.path.get(index + 1).map_or(case.step, |next| next.step);
        let from = sop.steps.iter().position(|step| step.number == to).unwrap_or(0);
        done.retain(|step| sop.steps.iter().position(|other| other.number == *step).is_some_and(|at| at < from));
    }
    done
}

fn minutes(time: StandardTime, calendar: &Calendar) -> u64 {
    time.minutes(calendar.working_day_minutes())
}
