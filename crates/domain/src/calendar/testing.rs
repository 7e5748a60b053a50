//! The calendar of `content/`, for tests.

use chrono::{NaiveDate, NaiveDateTime};

use super::Calendar;

pub(crate) const HOURS: &str = include_str!("../../../../content/calendar/jam-kerja.toml");

const HOLIDAYS: [(&str, &[u8]); 3] = [
    ("libur-2025.toml", include_bytes!("../../../../content/calendar/libur-2025.toml")),
    ("libur-2026.toml", include_bytes!("../../../../content/calendar/libur-2026.toml")),
    ("libur-2027.toml", include_bytes!("../../../../content/calendar/libur-2027.toml")),
];

/// The shipped calendar.
pub(crate) fn calendar() -> Calendar {
    Calendar::parse(("jam-kerja.toml", HOURS.as_bytes()), &HOLIDAYS).unwrap()
}

/// The shipped holidays with normal hours the year round.
pub(crate) fn calendar_without_ramadan() -> Calendar {
    let hours = HOURS.split("[[tanggal_ramadan]]").next().unwrap();
    Calendar::parse(("jam-kerja.toml", hours.as_bytes()), &HOLIDAYS).unwrap()
}

/// "2026-06-15 15:30" as a moment.
pub(crate) fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
