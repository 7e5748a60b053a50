//! A clock that stands still until it is told to go on.

use chrono::{DateTime, NaiveDate, TimeDelta};
use sandika_app::ports::Clock;
use sandika_domain::calendar::Zone;
use sandika_domain::fact::Moment;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Milliseconds since 1970, shared between the test and the office.
#[derive(Clone, Debug)]
pub struct HandClock(Arc<AtomicI64>);

impl HandClock {
    /// Stands at a moment.
    pub fn at(moment: Moment) -> Self {
        Self(Arc::new(AtomicI64::new(moment.timestamp_millis())))
    }

    /// Friday 20 November 2026, 09.00 WIB.
    pub fn friday_morning() -> Self {
        Self::at(NaiveDate::from_ymd_opt(2026, 11, 20).and_then(|day| day.and_hms_opt(2, 0, 0)).unwrap().and_utc())
    }

    /// What it shows in western Indonesia.
    pub fn wib(&self, format: &str) -> String {
        Zone::Wib.local(self.now()).format(format).to_string()
    }

    /// Goes on.
    pub fn advance(&self, by: TimeDelta) {
        self.0.fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        DateTime::from_timestamp_millis(self.0.load(Ordering::Relaxed)).unwrap()
    }
}
