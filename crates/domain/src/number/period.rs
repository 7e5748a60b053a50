//! The period of an agenda book, and which numbers belong to it.

use crate::words::date_long;
use chrono::{Datelike, NaiveDate};

/// Days of one calendar year, from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgendaBookPeriod {
    since: NaiveDate,
    until: NaiveDate,
}

/// Why there is no book of such a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// It ends before it begins.
    #[error("Akhir kurun ({}) mendahului awalnya ({}). Perbaiki salah satu tanggalnya.", date_long(*.until), date_long(*.since))]
    Backwards {
        /// First day.
        since: NaiveDate,
        /// Last day.
        until: NaiveDate,
    },
    /// Numbers begin anew each year.
    #[error(
        "Kurun buku agenda harus berada dalam satu tahun, karena nomor register dimulai lagi dari 1 setiap tahun. Buat satu buku untuk setiap tahun."
    )]
    SeveralYears,
}

impl PeriodError {
    /// The argument at fault.
    pub fn field(&self) -> &'static str {
        "until"
    }
}

impl AgendaBookPeriod {
    /// The period between two days. One that is not given is the end of the other's year; without either it is the whole present year.
    ///
    /// # Errors
    /// [`PeriodError`].
    pub fn new(since: Option<NaiveDate>, until: Option<NaiveDate>, today: NaiveDate) -> Result<Self, PeriodError> {
        let year = since.or(until).unwrap_or(today).year();
        let (first, last) = ends(year).unwrap_or((today, today));
        let (since, until) = (since.unwrap_or(first), until.unwrap_or(last));
        if until < since {
            Err(PeriodError::Backwards { since, until })
        } else if until.year() != since.year() {
            Err(PeriodError::SeveralYears)
        } else {
            Ok(Self { since, until })
        }
    }

    /// The register's year.
    pub fn year(&self) -> i32 {
        self.since.year()
    }

    /// First day.
    pub fn since(&self) -> NaiveDate {
        self.since
    }

    /// Last day.
    pub fn until(&self) -> NaiveDate {
        self.until
    }

    /// Whether it is a calendar year from its first day to its last.
    pub fn is_whole_year(&self) -> bool {
        ends(self.year()) == Some((self.since, self.until))
    }

    /// "tahun 2026", "21 November 2026", or "1 Januari 2026 sampai dengan 30 Juni 2026".
    pub fn words(&self) -> String {
        if self.is_whole_year() {
            format!("tahun {}", self.year())
        } else if self.since == self.until {
            date_long(self.since)
        } else {
            format!("{} sampai dengan {}", date_long(self.since), date_long(self.until))
        }
    }

    /// Begins at the first number of the year.
    pub fn placing(&self) -> Placing {
        Placing { period: *self, day: ends(self.year()).map_or(self.since, |(first, _)| first) }
    }
}

fn ends(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    NaiveDate::from_ymd_opt(year, 1, 1).zip(NaiveDate::from_ymd_opt(year, 12, 31))
}

/// Places the numbers of a year, from the first on, into or outside of a period. A number without a day, or that nothing accounts for, goes with the one
/// before it; a day of another year counts as the nearest one of this. So the books of following periods hold every number of the year once.
#[derive(Clone, Debug)]
pub struct Placing {
    period: AgendaBookPeriod,
    day: NaiveDate,
}

impl Placing {
    /// Whether the next number belongs to the period.
    pub fn holds(&mut self, dated: Option<NaiveDate>) -> bool {
        if let (Some(day), Some((first, last))) = (dated, ends(self.period.year())) {
            self.day = day.clamp(first, last);
        }
        (self.period.since..=self.period.until).contains(&self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn period(since: &str, until: &str) -> Result<AgendaBookPeriod, PeriodError> {
        let given = |text: &str| (!text.is_empty()).then(|| day(text));
        AgendaBookPeriod::new(given(since), given(until), day("2026-11-29"))
    }

    #[test]
    fn what_is_not_given_is_the_end_of_the_year() {
        for (since, until, words) in [
            ("", "", "tahun 2026"),
            ("2025-01-01", "", "tahun 2025"),
            ("2025-03-01", "", "1 Maret 2025 sampai dengan 31 Desember 2025"),
            ("", "2024-06-30", "1 Januari 2024 sampai dengan 30 Juni 2024"),
            ("2026-11-29", "2026-11-29", "29 November 2026"),
        ] {
            assert_eq!(period(since, until).unwrap().words(), words);
        }
    }

    #[test]
    fn a_period_goes_forward_within_a_year() {
        let backwards = period("2026-06-30", "2026-01-01").unwrap_err();
        assert_eq!(
            backwards.to_string(),
            "Akhir kurun (1 Januari 2026) mendahului awalnya (30 Juni 2026). Perbaiki salah satu tanggalnya."
        );
        assert_eq!(period("2026-06-30", "2025-07-01").unwrap_err().field(), "until");
        assert_eq!(period("2025-12-01", "2026-01-31"), Err(PeriodError::SeveralYears));
    }

    #[test]
    fn books_of_following_months_hold_each_number_once() {
        let dated = ["", "2025-12-31", "2026-01-05", "", "2026-02-01", "", "2026-01-30", "2026-12-31", "2027-01-01", ""];
        let mut held = vec![0; dated.len()];
        for month in 1..=12 {
            let first = NaiveDate::from_ymd_opt(2026, month, 1).unwrap();
            let last = first.checked_add_months(chrono::Months::new(1)).and_then(|next| next.pred_opt()).unwrap();
            let mut placing = AgendaBookPeriod::new(Some(first), Some(last), first).unwrap().placing();
            for (at, text) in dated.iter().enumerate() {
                if placing.holds((!text.is_empty()).then(|| day(text))) {
                    held[at] += 1;
                    assert!(month == 1 || month == 2 || month == 12, "{text}");
                }
            }
        }
        assert_eq!(held, [1; 10]);
        let mut year = period("", "").unwrap().placing();
        assert!(dated.iter().all(|text| year.holds((!text.is_empty()).then(|| day(text)))));
    }
}
