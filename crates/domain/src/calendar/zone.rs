//! The three time zones of Indonesia. None of them has summer time, so each is a fixed distance from UTC.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// A time zone of the country; an office lies in one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    /// Waktu Indonesia Barat, UTC+7.
    #[default]
    Wib,
    /// Waktu Indonesia Tengah, UTC+8.
    Wita,
    /// Waktu Indonesia Timur, UTC+9.
    Wit,
}

impl Zone {
    /// Hours ahead of UTC.
    pub const fn hours_ahead(self) -> i64 {
        match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        }
    }

    /// The moment as the clock on the office's wall shows it. At the far end of chrono's years the moment stays as it is.
    pub fn local(self, moment: DateTime<Utc>) -> NaiveDateTime {
        let utc = moment.naive_utc();
        utc.checked_add_signed(self.ahead()).unwrap_or(utc)
    }

    /// The moment that the clock on the office's wall shows as `local`. The reverse of [`Zone::local`].
    pub fn utc(self, local: NaiveDateTime) -> DateTime<Utc> {
        local.checked_sub_signed(self.ahead()).unwrap_or(local).and_utc()
    }

    fn ahead(self) -> TimeDelta {
        TimeDelta::hours(self.hours_ahead())
    }
}

impl fmt::Display for Zone {
    /// "WIB", "WITA" or "WIT", as it stands behind a time.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Zone;
    use chrono::NaiveDate;

    #[test]
    fn each_zone_is_its_distance_from_utc() {
        let utc = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(16, 30, 0).unwrap().and_utc();
        for (zone, name, day, hour) in [(Zone::Wib, "WIB", 20, 23), (Zone::Wita, "WITA", 21, 0), (Zone::Wit, "WIT", 21, 1)] {
            let local = NaiveDate::from_ymd_opt(2026, 11, day).unwrap().and_hms_opt(hour, 30, 0).unwrap();
            assert_eq!(zone.local(utc), local);
            assert_eq!(zone.utc(local), utc);
            assert_eq!(zone.to_string(), name);
        }
    }
}
