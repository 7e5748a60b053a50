//! The time that an SOP step is given: "20 menit", "1 jam", "3 hari", on one of two clocks.

use std::fmt;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::{Calendar, CalendarError};

/// Minutes of a day on the wall clock.
pub const CLOCK_DAY_MINUTES: u32 = 24 * 60;

/// Net minutes of one working day under Perpres 21/2023: 37 h 30 min over five days. Used where no calendar is at hand.
pub const WORKING_DAY_MINUTES: u32 = 450;

/// The unit in which a standard time is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// menit
    Minute,
    /// jam
    Hour,
    /// hari
    Day,
}

/// Which clock a standard time runs on (domain facts 6.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeClock {
    /// `kerja`: only office hours count; the default of an SOP step.
    #[default]
    Working,
    /// `kalender`: every hour counts, as when waiting for an outside party ("24 jam").
    Calendar,
}

/// The time that a step is given, as the SOP states it. The amount is never zero when it comes from [`StandardTime::parse`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StandardTime {
    /// How many units.
    pub amount: u32,
    /// The unit, as written.
    pub unit: TimeUnit,
    /// The clock, from the step's `hitungan`.
    pub clock: TimeClock,
}

/// Why a standard time cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StandardTimeError {
    /// Not `N menit|jam|hari`.
    #[error("Waktu tidak dapat dibaca. Tulis satu angka diikuti menit, jam, atau hari, misalnya \"20 menit\".")]
    Shape,
    /// The number is beyond a `u32`.
    #[error("Angka waktu terlalu besar. Periksa kembali angka pada SOP.")]
    TooLarge,
    /// The number is zero, which would make the step due before it began.
    #[error("Waktu tidak boleh nol. Kosongkan bila SOP memang tidak menyebut waktu.")]
    Zero,
}

impl StandardTime {
    /// Reads "20 menit", "1 Jam", " 3 hari ". Letter case and surrounding blanks do not matter; anything else is an error.
    pub fn parse(text: &str, clock: TimeClock) -> Result<Self, StandardTimeError> {
        let mut words = text.split_whitespace();
        let (Some(number), Some(unit), None) = (words.next(), words.next(), words.next()) else {
            return Err(StandardTimeError::Shape);
        };
        if !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(StandardTimeError::Shape);
        }
        let unit = match unit.to_lowercase().as_str() {
            "menit" => TimeUnit::Minute,
            "jam" => TimeUnit::Hour,
            "hari" => TimeUnit::Day,
            _ => return Err(StandardTimeError::Shape),
        };
        match number.parse() {
            Ok(0) => Err(StandardTimeError::Zero),
            Ok(amount) => Ok(Self { amount, unit, clock }),
            Err(_) => Err(StandardTimeError::TooLarge),
        }
    }

    /// The minutes it stands for on its own clock. A day of the working clock is one full working day of `working_day` net minutes
    /// ([`Calendar::working_day_minutes`], or [`WORKING_DAY_MINUTES`]); a day of the calendar clock is 24 hours.
    pub fn minutes(self, working_day: u32) -> u64 {
        let unit = match (self.unit, self.clock) {
            (TimeUnit::Minute, _) => 1,
            (TimeUnit::Hour, _) => 60,
            (TimeUnit::Day, TimeClock::Working) => working_day,
            (TimeUnit::Day, TimeClock::Calendar) => CLOCK_DAY_MINUTES,
        };
        u64::from(self.amount) * u64::from(unit)
    }

    /// When a step begun at `start` (local time of the office) is due.
    ///
    /// "1 hari" of working time is a full working day's net minutes of the calendar (7,5 jam = 450 menit under Perpres 21/2023), whatever the
    /// hour of the start: begun at 10.00 it is due at 10.00 on the next working day with the default hours. In Ramadan, whose days are
    /// shorter, it therefore reaches an hour further.
    pub fn due(self, start: NaiveDateTime, calendar: &Calendar) -> Result<NaiveDateTime, CalendarError> {
        let minutes = self.minutes(calendar.working_day_minutes());
        match self.clock {
            TimeClock::Working => {
                let minutes = u32::try_from(minutes).map_err(|_| CalendarError::TooFar { start, minutes })?;
                calendar.add_working(start, minutes)
            }
            TimeClock::Calendar => calendar.add_clock(start, minutes),
        }
    }
}

impl fmt::Display for TimeUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Minute => "menit",
            Self::Hour => "jam",
            Self::Day => "hari",
        })
    }
}

impl fmt::Display for StandardTime {
    /// As an SOP writes it: "20 menit".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.unit)
    }
}

#[cfg(test)]
mod tests {
    use super::{StandardTime, StandardTimeError, TimeClock, TimeUnit};

    #[test]
    fn reads_what_an_sop_writes() {
        let read = |text| StandardTime::parse(text, TimeClock::Working).map(|time| (time.amount, time.unit));
        for (text, expected) in [
            ("20 menit", Ok((20, TimeUnit::Minute))),
            ("1 Menit", Ok((1, TimeUnit::Minute))),
            ("  1   jam ", Ok((1, TimeUnit::Hour))),
            ("24 JAM", Ok((24, TimeUnit::Hour))),
            ("3 hari", Ok((3, TimeUnit::Day))),
            ("", Err(StandardTimeError::Shape)),
            ("20", Err(StandardTimeError::Shape)),
            ("menit", Err(StandardTimeError::Shape)),
            ("20 detik", Err(StandardTimeError::Shape)),
            ("-5 menit", Err(StandardTimeError::Shape)),
            ("+5 menit", Err(StandardTimeError::Shape)),
            ("1,5 jam", Err(StandardTimeError::Shape)),
            ("1 jam 5 menit", Err(StandardTimeError::Shape)),
            ("0 menit", Err(StandardTimeError::Zero)),
            ("4294967296 menit", Err(StandardTimeError::TooLarge)),
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_day_depends_on_the_clock() {
        for (text, clock, expected) in [
            ("24 jam", TimeClock::Working, 1440),
            ("24 jam", TimeClock::Calendar, 1440),
            ("3 hari", TimeClock::Working, 1350),
            ("3 hari", TimeClock::Calendar, 4320),
        ] {
            let time = StandardTime::parse(text, clock).unwrap();
            assert_eq!(time.minutes(450), expected, "{text} {clock:?}");
            assert_eq!(time.to_string(), text);
        }
    }
}
