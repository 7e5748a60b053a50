//! The two clocks over one calendar: working minutes, which skip breaks, weekends and holidays, and calendar time, which skips nothing.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};

use super::{DateRange, Holiday, HolidayKind, Interval, OfficeHours};

/// How far a due time may lie from its start, in days: ten years. An SOP's hours never reach it; a mistyped "4000000 hari" does.
const HORIZON_DAYS: usize = 3660;

/// When an office works. Made by [`Calendar::parse`] from the files of `content/calendar`, or by [`Calendar::new`] from its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    normal: OfficeHours,
    ramadan: OfficeHours,
    ramadan_dates: Vec<DateRange>,
    /// By date, so that a day is found by bisection.
    holidays: Vec<Holiday>,
    /// Years of which the national holidays are known.
    years: BTreeSet<i32>,
}

/// Why a due time cannot be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The due time lies beyond ten years of work or beyond the calendar that can be computed.
    #[error("Batas waktu terlalu jauh ({minutes} menit sejak {}). Periksa waktu pada SOP dan jam kerja kantor.", crate::words::date_long(start.date()))]
    TooFar {
        /// Where the clock was started.
        start: NaiveDateTime,
        /// How many minutes were to be added.
        minutes: u64,
    },
}

impl Calendar {
    /// A calendar from its parts. Ramadan hours hold on the given dates, normal hours on all others. Holidays may come in any order.
    pub fn new(normal: OfficeHours, ramadan: OfficeHours, ramadan_dates: Vec<DateRange>, mut holidays: Vec<Holiday>) -> Self {
        holidays.sort_by_key(|holiday| holiday.date);
        let national = holidays.iter().filter(|holiday| holiday.kind == HolidayKind::National);
        let years = national.map(|holiday| holiday.date.year()).collect();
        Self { normal, ramadan, ramadan_dates, holidays, years }
    }

    /// The end of `minutes` of work begun at `start`, counted within office hours only. A start outside them counts from the next opening.
    ///
    /// An end that falls on a closing moment stays there (16.00, not the next morning), and so does a start there with nothing to add.
    /// Seconds of the start are kept. Fails only beyond ten years.
    pub fn add_working(&self, start: NaiveDateTime, minutes: u32) -> Result<NaiveDateTime, CalendarError> {
        let mut left = TimeDelta::minutes(minutes.into());
        for date in start.date().iter_days().take(HORIZON_DAYS) {
            for span in self.spans_on(date) {
                let (open, close) = (start.max(date.and_time(span.from)), date.and_time(span.to));
                if open > close {
                    continue;
                }
                if left <= close - open {
                    return Ok(open + left);
                }
                left -= close - open;
            }
        }
        Err(CalendarError::TooFar { start, minutes: minutes.into() })
    }

    /// The end of `minutes` of calendar time: nights, weekends and holidays count.
    pub fn add_clock(&self, start: NaiveDateTime, minutes: u64) -> Result<NaiveDateTime, CalendarError> {
        let delta = i64::try_from(minutes).ok().and_then(TimeDelta::try_minutes);
        delta.and_then(|delta| start.checked_add_signed(delta)).ok_or(CalendarError::TooFar { start, minutes })
    }

    /// Whole minutes of work between two moments; 0 where `to` is not after `from`. The reverse of [`Calendar::add_working`]. Costs one step
    /// a day between them.
    pub fn working_between(&self, from: NaiveDateTime, to: NaiveDateTime) -> u64 {
        if to <= from {
            return 0;
        }
        let days = from.date().iter_days().take_while(|date| *date <= to.date());
        let worked: TimeDelta = days
            .flat_map(|date| {
                let spans = self.spans_on(date).iter();
                spans.map(move |span| (to.min(date.and_time(span.to)) - from.max(date.and_time(span.from))).max(TimeDelta::zero()))
            })
            .sum();
        u64::try_from(worked.num_minutes()).unwrap_or_default()
    }

    /// Whether the office works on this day at all.
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !self.spans_on(date).is_empty()
    }

    /// The first moment, not before `at`, at which work can go on. Unlike an end of work, a closing moment does not count: 16.00 on a Friday
    /// gives Monday's opening. `None` if no opening comes within ten years.
    pub fn next_working_moment(&self, at: NaiveDateTime) -> Option<NaiveDateTime> {
        at.date().iter_days().take(HORIZON_DAYS).find_map(|date| {
            let open = self.spans_on(date).iter().find(|span| at < date.and_time(span.to));
            open.map(|span| at.max(date.and_time(span.from)))
        })
    }

    /// The years from `first` to `last` whose national holidays are unknown. A due time that touches one of them may be too early; say so.
    pub fn years_without_data(&self, first: NaiveDate, last: NaiveDate) -> Vec<i32> {
        (first.year()..=last.year()).filter(|year| !self.years.contains(year)).collect()
    }

    /// The holidays of a day, in the order of the files; most days have none.
    pub fn holidays_on(&self, date: NaiveDate) -> &[Holiday] {
        let begin = self.holidays.partition_point(|holiday| holiday.date < date);
        let rest = self.holidays.get(begin..).unwrap_or_default();
        rest.get(..rest.partition_point(|holiday| holiday.date == date)).unwrap_or_default()
    }

    /// All holidays, by date.
    pub fn holidays(&self) -> &[Holiday] {
        &self.holidays
    }

    /// Whether Ramadan hours hold on this day.
    pub fn is_ramadan(&self, date: NaiveDate) -> bool {
        self.ramadan_dates.iter().any(|range| range.contains(date))
    }

    /// Net minutes of one working day with normal hours: what "1 hari" of working time stands for.
    pub fn working_day_minutes(&self) -> u32 {
        self.normal.day_minutes()
    }

    fn spans_on(&self, date: NaiveDate) -> &[Interval] {
        if !self.holidays_on(date).is_empty() {
            return &[];
        }
        let hours = if self.is_ramadan(date) { &self.ramadan } else { &self.normal };
        hours.on(date.weekday())
    }
}

#[cfg(test)]
mod tests;
