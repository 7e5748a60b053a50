//! When an officer who does not look at the program is told of steps that fall due, and in which words: with counts alone, because whoever passes the
//! screen reads them too.

use crate::calendar::Calendar;
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

/// Least time between two notices of a day.
const BETWEEN: TimeDelta = TimeDelta::minutes(30);

/// How many steps are due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueCounts {
    /// Their time passes later today.
    pub today: usize,
    /// Their time has passed.
    pub overdue: usize,
}

/// What is to be told now, if anything is. `due` holds the moment of each open step, in any order; `told` is when the officer was told last, or saw it
/// for themselves. All moments are local times of the office.
///
/// Once each working day, from its first working minute on, if anything is due at all; after that when the time of a step has passed meanwhile.
pub fn reminder(due: &[NaiveDateTime], told: Option<NaiveDateTime>, now: NaiveDateTime, calendar: &Calendar) -> Option<DueCounts> {
    let day = now.date();
    let opening = calendar.next_working_moment(day.and_time(NaiveTime::MIN)).filter(|opening| opening.date() == day)?;
    let counts = DueCounts::at(due, now);
    let wanted = match told.filter(|told| told.date() == day) {
        None => counts.today + counts.overdue > 0,
        Some(told) => now - told >= BETWEEN && due.iter().any(|due| (told..now).contains(due)),
    };
    (now >= opening && wanted).then_some(counts)
}

impl DueCounts {
    fn at(due: &[NaiveDateTime], now: NaiveDateTime) -> Self {
        let overdue = due.iter().filter(|due| **due < now).count();
        let today = due.iter().filter(|due| **due >= now && due.date() == now.date()).count();
        Self { today, overdue }
    }

    /// What the officer reads.
    pub fn sentence(self) -> String {
        let told = match self {
            Self { today, overdue: 0 } => format!("{today} perkara jatuh tempo hari ini."),
            Self { today: 0, overdue } => format!("{overdue} perkara sudah lewat waktu."),
            Self { today, overdue } => format!("{today} perkara jatuh tempo hari ini, {overdue} sudah lewat waktu."),
        };
        format!("{told} Buka Sandika untuk melihatnya.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::testing::{at, calendar};
    use proptest::prelude::*;

    #[test]
    fn the_day_begins_with_one_notice_and_what_passes_brings_another() {
        // A Friday, whose work begins at 07.30.
        let due = ["2026-11-19 15:00", "2026-11-20 09:00", "2026-11-20 09:10", "2026-11-20 14:00", "2026-11-23 09:00"].map(at);
        let calendar = calendar();
        for (told, now, expected) in [
            (None, "2026-11-20 07:29", None),
            (None, "2026-11-20 07:30", Some((3, 1))),
            (Some("2026-11-19 16:00"), "2026-11-20 07:30", Some((3, 1))),
            (Some("2026-11-20 07:30"), "2026-11-20 08:30", None),
            (Some("2026-11-20 07:30"), "2026-11-20 09:00", None),
            (Some("2026-11-20 07:30"), "2026-11-20 09:01", Some((2, 2))),
            (Some("2026-11-20 09:01"), "2026-11-20 09:11", None),
            (Some("2026-11-20 09:01"), "2026-11-20 09:31", Some((1, 3))),
            (Some("2026-11-20 09:31"), "2026-11-20 13:59", None),
            (Some("2026-11-20 09:31"), "2026-11-20 20:00", Some((0, 4))),
            // A Saturday, and a holiday.
            (None, "2026-11-21 09:00", None),
            (None, "2026-12-25 09:00", None),
            // A clock that was set back: the officer was told today, only later.
            (Some("2026-11-20 15:00"), "2026-11-20 09:30", None),
            (None, "2026-11-23 07:30", Some((1, 4))),
        ] {
            let counts = reminder(&due, told.map(at), at(now), &calendar);
            assert_eq!(counts.map(|counts| (counts.today, counts.overdue)), expected, "{told:?} at {now}");
        }
        assert_eq!(reminder(&[], None, at("2026-11-20 09:00"), &calendar), None);
        assert_eq!(reminder(&due[4..], None, at("2026-11-20 09:00"), &calendar), None, "what is due another day is not told");
    }

    #[test]
    fn the_sentence_counts_and_names_nobody() {
        for (today, overdue, expected) in [
            (3, 1, "3 perkara jatuh tempo hari ini, 1 sudah lewat waktu. Buka Sandika untuk melihatnya."),
            (1, 0, "1 perkara jatuh tempo hari ini. Buka Sandika untuk melihatnya."),
            (0, 12, "12 perkara sudah lewat waktu. Buka Sandika untuk melihatnya."),
        ] {
            assert_eq!(DueCounts { today, overdue }.sentence(), expected);
        }
    }

    proptest! {
        /// Looked at every few minutes over a week, whatever falls due.
        #[test]
        fn notices_are_rare_and_nothing_that_passes_is_left_untold(
            minutes in prop::collection::vec(0_i64..8 * 24 * 60, 0..12),
            step in 1_i64..9,
        ) {
            let (calendar, first) = (calendar(), at("2026-11-18 00:00"));
            let due: Vec<NaiveDateTime> = minutes.into_iter().map(|minute| first + TimeDelta::minutes(minute)).collect();
            let mut told: Vec<NaiveDateTime> = Vec::new();
            for look in 0..7 * 24 * 60 / step {
                let now = first + TimeDelta::minutes(look * step);
                let Some(counts) = reminder(&due, told.last().copied(), now, &calendar) else { continue };
                prop_assert!(counts.today + counts.overdue > 0);
                prop_assert!(calendar.is_working_day(now.date()));
                prop_assert!(told.last().is_none_or(|last| last.date() < now.date() || now - *last >= BETWEEN));
                told.push(now);
            }
            let wait = BETWEEN + TimeDelta::minutes(step);
            for passed in due {
                let opening = calendar.next_working_moment(passed.date().and_time(NaiveTime::MIN)).unwrap();
                let from = passed.max(opening);
                let last = (from + wait).date() > from.date() || from + wait > first + TimeDelta::days(7);
                prop_assert!(last || told.iter().any(|told| (from..=from + wait).contains(told)), "{passed} is not told: {told:?}");
            }
        }
    }
}
