//! Dates and times in words: "Sabtu, 21 November 2026", "10.39".

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

/// The months as letters write them, January first.
pub const MONTHS: [&str; 12] =
    ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

/// The name of a month, 1 to 12; `None` beyond.
pub fn month_name(month: u32) -> Option<&'static str> {
    let index = usize::try_from(month).ok()?.checked_sub(1)?;
    MONTHS.get(index).copied()
}

/// The name of a weekday: "Senin" to "Minggu". Friday is written "Jumat", as the KBBI does.
pub fn day_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Senin",
        Weekday::Tue => "Selasa",
        Weekday::Wed => "Rabu",
        Weekday::Thu => "Kamis",
        Weekday::Fri => "Jumat",
        Weekday::Sat => "Sabtu",
        Weekday::Sun => "Minggu",
    }
}

/// "21 November 2026": the date of a letter, without a leading zero.
pub fn date_long(date: NaiveDate) -> String {
    let month = month_name(date.month()).unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// "Sabtu, 21 November 2026".
pub fn date_with_day(date: NaiveDate) -> String {
    format!("{}, {}", day_name(date.weekday()), date_long(date))
}

/// "10.39": hours and minutes with the full stop that Indonesian spelling asks for. Seconds are cut, not rounded.
pub fn time(time: NaiveTime) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

/// "21 November 2026 pukul 10.39". The zone is the caller's to add.
pub fn date_time(at: NaiveDateTime) -> String {
    format!("{} pukul {}", date_long(at.date()), time(at.time()))
}

#[cfg(test)]
mod tests {
    use super::{date_long, date_time, date_with_day, month_name};
    use chrono::NaiveDate;

    #[test]
    fn dates_read_as_in_a_letter() {
        for ((year, month, day), long, with_day) in [
            ((2026, 11, 21), "21 November 2026", "Sabtu, 21 November 2026"),
            ((2025, 4, 8), "8 April 2025", "Selasa, 8 April 2025"),
            ((2019, 1, 15), "15 Januari 2019", "Selasa, 15 Januari 2019"),
            ((2024, 2, 29), "29 Februari 2024", "Kamis, 29 Februari 2024"),
            ((2026, 7, 10), "10 Juli 2026", "Jumat, 10 Juli 2026"),
        ] {
            let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            assert_eq!(date_long(date), long);
            assert_eq!(date_with_day(date), with_day);
        }
    }

    #[test]
    fn times_use_a_full_stop() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        for ((hour, minute, second), expected) in
            [((10, 39, 0), "10.39"), ((7, 5, 59), "07.05"), ((0, 0, 0), "00.00"), ((23, 59, 59), "23.59")]
        {
            let at = date.and_hms_opt(hour, minute, second).unwrap();
            assert_eq!(super::time(at.time()), expected);
            assert_eq!(date_time(at), format!("21 November 2026 pukul {expected}"));
        }
    }

    #[test]
    fn there_are_twelve_months() {
        for (month, expected) in [(0, None), (1, Some("Januari")), (12, Some("Desember")), (13, None), (u32::MAX, None)] {
            assert_eq!(month_name(month), expected);
        }
    }
}
