//! Office hours: for each weekday the spans in which the office works, breaks being the gaps between them.

use chrono::{NaiveTime, TimeDelta, Weekday};

use crate::words::day_name;

/// A span of work within one day. Opening and closing are on whole minutes, and it opens before it closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The office opens.
    pub from: NaiveTime,
    /// The office closes.
    pub to: NaiveTime,
}

/// The office hours of one week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeHours {
    /// Monday first; each day's spans rise and do not overlap; at least one day has some.
    days: [Vec<Interval>; 7],
}

/// Why hours cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HoursError {
    /// Not `HH.MM-HH.MM`.
    #[error("Jam kerja tidak dapat dibaca. Tulis jam buka dan jam tutup, misalnya \"07.30-12.00\".")]
    Shape,
    /// The span closes before it opens, or at once.
    #[error("Jam tutup harus sesudah jam buka.")]
    Backwards,
    /// Two spans of one day overlap or are out of order.
    #[error("Jam kerja hari {0} bertumpang tindih atau tidak berurutan. Susun dari pagi ke sore.")]
    Overlap(&'static str),
    /// No day has any hours.
    #[error("Tidak ada satu pun hari kerja. Isi jam kerja paling sedikit satu hari.")]
    NoWorkingDay,
}

impl Interval {
    /// Reads "07.30-12.00"; a colon may stand for the full stop, and blanks or a long dash may surround the hyphen.
    pub fn parse(text: &str) -> Result<Self, HoursError> {
        let (from, to) = text.split_once(['-', '–']).ok_or(HoursError::Shape)?;
        let (from, to) = (time_of_day(from)?, time_of_day(to)?);
        if from < to { Ok(Self { from, to }) } else { Err(HoursError::Backwards) }
    }

    /// Its length.
    pub fn length(self) -> TimeDelta {
        self.to - self.from
    }
}

impl OfficeHours {
    /// Hours from the spans of Monday to Sunday. Refuses spans that overlap or are out of order, and a week without work.
    pub fn new(days: [Vec<Interval>; 7]) -> Result<Self, HoursError> {
        if days.iter().all(Vec::is_empty) {
            return Err(HoursError::NoWorkingDay);
        }
        for (weekday, spans) in WEEK.into_iter().zip(&days) {
            if spans.windows(2).any(|pair| pair[0].to > pair[1].from) {
                return Err(HoursError::Overlap(day_name(weekday)));
            }
        }
        Ok(Self { days })
    }

    /// The spans of a weekday, rising; empty where the office is closed.
    pub fn on(&self, day: Weekday) -> &[Interval] {
        self.days.get(day.num_days_from_monday() as usize).map_or(&[], Vec::as_slice)
    }

    /// Net minutes of the whole week, breaks taken off.
    pub fn week_minutes(&self) -> u32 {
        let total: i64 = self.days.iter().flatten().map(|span| span.length().num_minutes()).sum();
        u32::try_from(total).unwrap_or_default()
    }

    /// Net minutes of an average working day, rounded down: 450 under Perpres 21/2023.
    pub fn day_minutes(&self) -> u32 {
        let days = self.days.iter().filter(|spans| !spans.is_empty()).count();
        self.week_minutes() / u32::try_from(days).unwrap_or(7).max(1)
    }
}

/// The order of days in [`OfficeHours::new`].
pub(super) const WEEK: [Weekday; 7] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

fn time_of_day(text: &str) -> Result<NaiveTime, HoursError> {
    let (hour, minute) = text.trim().split_once(['.', ':']).ok_or(HoursError::Shape)?;
    let number = |text: &str| match text.len() {
        1..=2 if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok(),
        _ => None,
    };
    number(hour).zip(number(minute)).and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0)).ok_or(HoursError::Shape)
}

#[cfg(test)]
mod tests {
    use super::{HoursError, Interval, OfficeHours};
    use chrono::Weekday;

    #[test]
    fn reads_spans() {
        for (text, expected) in [
            ("07.30-12.00", Ok(270)),
            ("7:30 - 12:00", Ok(270)),
            ("13.00–16.30", Ok(210)),
            ("12.00-12.00", Err(HoursError::Backwards)),
            ("16.00-13.00", Err(HoursError::Backwards)),
            ("07.30", Err(HoursError::Shape)),
            ("24.00-25.00", Err(HoursError::Shape)),
            ("07.60-08.00", Err(HoursError::Shape)),
            ("0730-1200", Err(HoursError::Shape)),
            ("", Err(HoursError::Shape)),
        ] {
            assert_eq!(Interval::parse(text).map(|span| span.length().num_minutes()), expected, "{text}");
        }
    }

    #[test]
    fn refuses_a_week_that_cannot_be() {
        let day = |spans: &[&str]| spans.iter().map(|span| Interval::parse(span).unwrap()).collect::<Vec<_>>();
        let week = |tuesday: &[&str]| {
            OfficeHours::new([vec![], day(tuesday), vec![], vec![], vec![], vec![], vec![]]).map(|hours| hours.week_minutes())
        };
        for (tuesday, expected) in [
            (&["07.30-12.00", "13.00-16.00"][..], Ok(450)),
            (&["07.30-12.00", "12.00-13.00"], Ok(330)),
            (&["07.30-12.00", "11.59-16.00"], Err(HoursError::Overlap("Selasa"))),
            (&["13.00-16.00", "07.30-12.00"], Err(HoursError::Overlap("Selasa"))),
            (&[], Err(HoursError::NoWorkingDay)),
        ] {
            assert_eq!(week(tuesday), expected, "{tuesday:?}");
        }
    }

    #[test]
    fn a_closed_day_has_no_spans() {
        let span = Interval::parse("08.00-12.00").unwrap();
        let hours = OfficeHours::new([vec![span], vec![], vec![], vec![], vec![span], vec![], vec![]]).unwrap();
        assert_eq!((hours.on(Weekday::Mon).len(), hours.on(Weekday::Sun).len(), hours.day_minutes()), (1, 0, 240));
    }
}
