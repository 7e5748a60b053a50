//! The clocks against the calendar that is shipped, and against themselves.

use chrono::{NaiveDateTime, TimeDelta};
use proptest::prelude::*;

use super::CalendarError;
use crate::calendar::testing::{at, calendar, calendar_without_ramadan, day};
use crate::calendar::{Calendar, StandardTime, TimeClock};

/// Domain facts 6.4: start, working minutes, end of work, end of calendar time.
const VECTORS: [(&str, u32, &str, &str); 6] = [
    ("2026-06-15 15:30", 185, "2026-06-17 10:05", "2026-06-15 18:35"), // 16 June is a holiday
    ("2026-07-10 11:00", 90, "2026-07-10 14:00", "2026-07-10 12:30"),  // Friday break
    ("2026-12-23 15:45", 50, "2026-12-28 08:05", "2026-12-23 16:35"),
    ("2026-08-14 10:00", 1440, "2026-08-20 11:30", "2026-08-15 10:00"),
    ("2027-05-14 15:00", 180, "2027-05-21 09:00", "2027-05-14 18:00"),
    ("2026-11-21 09:00", 45, "2026-11-23 08:15", "2026-11-21 09:45"), // a Saturday
];

#[test]
fn both_clocks_agree_with_the_vectors() {
    for calendar in [calendar(), calendar_without_ramadan()] {
        for (start, minutes, working, clock) in VECTORS {
            assert_eq!(calendar.add_working(at(start), minutes), Ok(at(working)), "{start} + {minutes}");
            assert_eq!(calendar.add_clock(at(start), minutes.into()), Ok(at(clock)), "{start} + {minutes}");
            assert_eq!(calendar.working_between(at(start), at(working)), u64::from(minutes), "{start} to {working}");
        }
    }
}

#[test]
fn ramadan_closes_earlier() {
    let start = at("2027-03-05 16:00"); // a Friday of Ramadan, which closes at 15.30 instead of 16.30
    assert_eq!(calendar_without_ramadan().add_working(start, 60), Ok(at("2027-03-16 08:00")));
    assert_eq!(calendar().add_working(start, 60), Ok(at("2027-03-16 08:30")));
    assert_eq!(calendar().add_clock(start, 60), Ok(at("2027-03-05 17:00")));
    assert!(calendar().is_ramadan(day("2027-03-05")) && !calendar().is_ramadan(day("2027-03-10")));
}

#[test]
fn openings_and_closings() {
    let calendar = calendar();
    for (start, minutes, expected) in [
        ("2026-11-23 06:00", 0, "2026-11-23 07:30"),  // before the office opens
        ("2026-11-23 12:20", 30, "2026-11-23 13:30"), // in the break
        ("2026-11-23 15:00", 60, "2026-11-23 16:00"), // ends at the closing moment, not the next morning
        ("2026-11-23 16:00", 0, "2026-11-23 16:00"),
        ("2026-11-23 16:00", 1, "2026-11-24 07:31"),
        ("2026-11-23 16:01", 0, "2026-11-24 07:30"),
        ("2026-11-23 10:00", 120, "2026-11-23 12:00"), // ends as the break begins
        ("2026-11-23 23:59", 450, "2026-11-24 16:00"),
    ] {
        assert_eq!(calendar.add_working(at(start), minutes), Ok(at(expected)), "{start} + {minutes}");
    }
    for (moment, expected) in [
        ("2026-11-23 12:00", "2026-11-23 13:00"),
        ("2026-11-23 09:17", "2026-11-23 09:17"),
        ("2026-11-27 16:30", "2026-11-30 07:30"),
        ("2026-12-23 16:00", "2026-12-28 07:30"),
    ] {
        assert_eq!(calendar.next_working_moment(at(moment)), Some(at(expected)), "{moment}");
    }
}

#[test]
fn standard_times_fall_due() {
    let calendar = calendar();
    let due = |text, clock, start| StandardTime::parse(text, clock).unwrap().due(at(start), &calendar);
    for (text, clock, start, expected) in [
        ("20 menit", TimeClock::Working, "2026-11-23 11:50", "2026-11-23 13:10"),
        ("24 jam", TimeClock::Calendar, "2026-08-14 10:00", "2026-08-15 10:00"),
        ("24 jam", TimeClock::Working, "2026-08-14 10:00", "2026-08-20 11:30"),
        ("1 hari", TimeClock::Working, "2026-11-23 10:00", "2026-11-24 10:00"),
        ("3 hari", TimeClock::Working, "2026-11-26 10:00", "2026-12-01 10:00"),
        ("3 hari", TimeClock::Calendar, "2026-11-26 10:00", "2026-11-29 10:00"),
        ("1 hari", TimeClock::Working, "2027-02-15 10:00", "2027-02-16 11:00"), // Ramadan days have an hour less
    ] {
        assert_eq!(due(text, clock, start), Ok(at(expected)), "{text} from {start}");
    }
    let start = at("2026-11-23 10:00");
    for (text, clock, minutes) in
        [("4000000000 menit", TimeClock::Working, 4_000_000_000), ("4000000000 hari", TimeClock::Working, 4_000_000_000 * 450)]
    {
        assert_eq!(due(text, clock, "2026-11-23 10:00"), Err(CalendarError::TooFar { start, minutes }), "{text}");
    }
    assert!(calendar.add_clock(start, u64::MAX).is_err());
}

#[test]
fn years_have_their_working_days_and_unknown_years_are_named() {
    let calendar = calendar();
    for (year, expected) in [(2025, 237), (2026, 240), (2027, 242)] {
        let days = day(&format!("{year}-01-01")).iter_days().take(365);
        assert_eq!(days.filter(|date| calendar.is_working_day(*date)).count(), expected, "{year}");
    }
    assert_eq!(calendar.years_without_data(day("2024-12-31"), day("2028-01-01")), [2024, 2028]);
    assert_eq!(calendar.years_without_data(day("2025-01-01"), day("2027-12-31")), [0; 0]);
    assert_eq!(calendar.working_day_minutes(), 450);
}

#[test]
fn a_day_names_its_holidays() {
    let calendar = calendar();
    let names = |date| calendar.holidays_on(day(date)).iter().map(|holiday| holiday.name.as_str()).collect::<Vec<_>>();
    assert_eq!(names("2026-06-16"), ["Tahun Baru Islam 1 Muharam 1448 Hijriah"]);
    assert_eq!(names("2026-06-17"), [""; 0]);
    assert_eq!(names("2030-01-01"), [""; 0]);
}

fn moment() -> impl Strategy<Value = NaiveDateTime> {
    (0..1_577_000_i64).prop_map(|minutes| at("2025-01-01 00:00") + TimeDelta::minutes(minutes))
}

/// Whether a moment lies in working hours, closing moments included, by a road of its own: a minute before it or at it, work goes on.
fn within_hours(calendar: &Calendar, moment: NaiveDateTime) -> bool {
    let before = moment - TimeDelta::minutes(1);
    calendar.next_working_moment(moment) == Some(moment) || calendar.next_working_moment(before) == Some(before)
}

proptest! {
    #[test]
    fn between_undoes_add(start in moment(), minutes in 0_u32..20_000, seconds in 0_i64..60) {
        let (calendar, start) = (calendar(), start + TimeDelta::seconds(seconds));
        let end = calendar.add_working(start, minutes).unwrap();
        prop_assert_eq!(calendar.working_between(start, end), u64::from(minutes));
        prop_assert!(end >= start && within_hours(&calendar, end));
    }

    #[test]
    fn later_starts_and_longer_work_end_later(first in moment(), second in moment(), minutes in 0_u32..5_000, more in 1_u32..5_000) {
        let calendar = calendar();
        let (first, second) = (first.min(second), first.max(second));
        let end = |start, minutes| calendar.add_working(start, minutes).unwrap();
        prop_assert!(end(first, minutes) <= end(second, minutes));
        prop_assert!(end(first, minutes) < end(first, minutes + more));
    }

    #[test]
    fn work_in_two_parts_ends_as_in_one(start in moment(), one in 0_u32..5_000, two in 1_u32..5_000) {
        let calendar = calendar();
        let pause = calendar.add_working(start, one).unwrap();
        prop_assert_eq!(calendar.add_working(pause, two), calendar.add_working(start, one + two));
    }

    #[test]
    fn spans_of_time_add_up(a in moment(), b in moment(), c in moment()) {
        let calendar = calendar();
        let mut moments = [a, b, c];
        moments.sort();
        let [a, b, c] = moments;
        prop_assert_eq!(calendar.working_between(a, b) + calendar.working_between(b, c), calendar.working_between(a, c));
        prop_assert_eq!(calendar.working_between(c, a), 0);
    }
}
