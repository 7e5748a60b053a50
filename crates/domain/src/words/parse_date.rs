//! Reading dates as officers and documents write them: "08 April 2025", "Sabtu, 21 November 2026", "21-11-2026", "2026-11-21".

use chrono::{Datelike, NaiveDate};

use super::{MONTHS, day_name};

/// Spellings and abbreviations met in letters beside the full names of [`MONTHS`].
const OTHER_SPELLINGS: [(&str, u32); 20] = [
    ("jan", 1),
    ("feb", 2),
    ("peb", 2),
    ("pebruari", 2),
    ("mar", 3),
    ("mrt", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("agu", 8),
    ("ags", 8),
    ("agt", 8),
    ("agust", 8),
    ("sep", 9),
    ("sept", 9),
    ("okt", 10),
    ("nov", 11),
    ("nop", 11),
    ("nopember", 11),
    ("des", 12),
];

/// Why a date cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not a form that is known.
    #[error("Tanggal tidak dapat dibaca. Tulis misalnya \"21 November 2026\" atau \"21-11-2026\".")]
    Shape,
    /// The month's name is unknown.
    #[error("Nama bulan \"{0}\" tidak dikenal. Tulis nama bulan lengkap, misalnya \"November\".")]
    Month(String),
    /// The form is right but the day is not in the calendar, such as 31 April.
    #[error("Tanggal itu tidak ada dalam kalender. Periksa kembali hari dan bulannya.")]
    NoSuchDay,
    /// The weekday written before the date is not that date's weekday.
    #[error("Hari yang ditulis tidak cocok: tanggal itu hari {0}. Periksa kembali hari atau tanggalnya.")]
    Weekday(&'static str),
}

/// Reads one date. Four forms are known: day, month's name and four-digit year ("8 April 2025", an Indonesian weekday before it is checked);
/// the same with numbers, day first ("08-04-2025", "8/4/2025", "8.4.2025"); and ISO ("2025-04-08"). Letter case, leading zeros and extra
/// blanks do not matter. Text around a date is an error: this reads a field, it does not search.
pub fn parse_date(text: &str) -> Result<NaiveDate, DateError> {
    let text = text.trim();
    let (weekday, date) = match text.split_once(',') {
        Some((weekday, date)) => (Some(weekday.trim()), date),
        None => (None, text),
    };
    let words: Vec<&str> = date.split_whitespace().collect();
    let date = match words[..] {
        [day, month, year] => in_words(day, month, year)?,
        [numbers] => in_numbers(numbers)?,
        _ => return Err(DateError::Shape),
    };
    match weekday {
        Some(weekday) if !names_weekday_of(weekday, date) => Err(DateError::Weekday(day_name(date.weekday()))),
        _ => Ok(date),
    }
}

fn in_words(day: &str, month: &str, year: &str) -> Result<NaiveDate, DateError> {
    let (day, year) = (day_number(day)?, year_number(year)?);
    let month = month_number(month).ok_or_else(|| DateError::Month(month.chars().take(20).collect()))?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NoSuchDay)
}

fn in_numbers(text: &str) -> Result<NaiveDate, DateError> {
    let separator = ['-', '/', '.'].into_iter().find(|separator| text.contains(*separator)).ok_or(DateError::Shape)?;
    let parts: Vec<&str> = text.split(separator).collect();
    let (day, month, year) = match parts[..] {
        [year, month, day] if year.len() == 4 && separator == '-' => (day, month, year),
        [day, month, year] => (day, month, year),
        _ => return Err(DateError::Shape),
    };
    NaiveDate::from_ymd_opt(year_number(year)?, day_number(month)?, day_number(day)?).ok_or(DateError::NoSuchDay)
}

fn month_number(name: &str) -> Option<u32> {
    let name = name.trim_end_matches('.').to_lowercase();
    let full = (1..).zip(MONTHS).find(|(_, month)| month.to_lowercase() == name).map(|(number, _)| number);
    full.or_else(|| OTHER_SPELLINGS.iter().find(|(spelling, _)| *spelling == name).map(|(_, number)| *number))
}

/// A day or month of one or two digits.
fn day_number(text: &str) -> Result<u32, DateError> {
    digits(text, 1..=2).ok_or(DateError::Shape)
}

/// A year of exactly four digits: a two-digit year would have to be guessed.
fn year_number(text: &str) -> Result<i32, DateError> {
    digits(text, 4..=4).and_then(|year| i32::try_from(year).ok()).ok_or(DateError::Shape)
}

fn digits(text: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let plain = lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// "Jum'at" is the older spelling of "Jumat" and still common in letters; "Ahad" is another word for "Minggu".
fn names_weekday_of(text: &str, date: NaiveDate) -> bool {
    let name = text.to_lowercase().replace(['\'', '’'], "");
    let name = if name == "ahad" { "minggu".to_owned() } else { name };
    name == day_name(date.weekday()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{DateError, parse_date};
    use crate::words::{date_long, date_with_day};
    use chrono::NaiveDate;
    use proptest::prelude::*;

    #[test]
    fn reads_the_forms_officers_write() {
        for (text, (year, month, day)) in [
            ("8 April 2025", (2025, 4, 8)),
            ("08 April 2025", (2025, 4, 8)),
            ("15 Januari 2019", (2019, 1, 15)),
            ("  21   NOVEMBER  2026 ", (2026, 11, 21)),
            ("21 Nopember 2026", (2026, 11, 21)),
            ("1 Agt. 2026", (2026, 8, 1)),
            ("29 Pebruari 2024", (2024, 2, 29)),
            ("Sabtu, 21 November 2026", (2026, 11, 21)),
            ("Jum'at, 10 Juli 2026", (2026, 7, 10)),
            ("Ahad, 22 November 2026", (2026, 11, 22)),
            ("08-04-2025", (2025, 4, 8)),
            ("8/4/2025", (2025, 4, 8)),
            ("8.4.2025", (2025, 4, 8)),
            ("2025-04-08", (2025, 4, 8)),
        ] {
            assert_eq!(parse_date(text), Ok(NaiveDate::from_ymd_opt(year, month, day).unwrap()), "{text}");
        }
    }

    #[test]
    fn says_why_it_cannot_read() {
        for (text, expected) in [
            ("", DateError::Shape),
            ("April 2025", DateError::Shape),
            ("Februari 2022", DateError::Shape),
            ("8 April 25", DateError::Shape),
            ("8 April 219", DateError::Shape),
            ("8 April 2025 pagi", DateError::Shape),
            ("delapan April 2025", DateError::Shape),
            ("+8 April 2025", DateError::Shape),
            ("2025/04/08", DateError::Shape),
            ("8-4-25", DateError::Shape),
            ("8 Avril 2025", DateError::Month("Avril".to_owned())),
            ("31 April 2025", DateError::NoSuchDay),
            ("29 Februari 2025", DateError::NoSuchDay),
            ("00 Mei 2025", DateError::NoSuchDay),
            ("12-13-2025", DateError::NoSuchDay),
            ("Minggu, 21 November 2026", DateError::Weekday("Sabtu")),
        ] {
            assert_eq!(parse_date(text), Err(expected), "{text}");
        }
    }

    proptest! {
        #[test]
        fn reads_back_what_it_writes(days in 366_000..3_652_000_i32) {
            let date = NaiveDate::from_num_days_from_ce_opt(days).unwrap(); // years 1003 to 9999
            prop_assert_eq!(parse_date(&date_long(date)), Ok(date));
            prop_assert_eq!(parse_date(&date_with_day(date)), Ok(date));
            prop_assert_eq!(parse_date(&date.format("%Y-%m-%d").to_string()), Ok(date));
            prop_assert_eq!(parse_date(&date.format("%d/%m/%Y").to_string()), Ok(date));
        }

        #[test]
        fn never_panics(text in "\\PC{0,40}") {
            let _ = parse_date(&text);
        }
    }
}
