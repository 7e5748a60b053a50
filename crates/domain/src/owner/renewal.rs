//! Whether AMS will renew a certificate: only within its last 30 days; an expired or revoked one needs a new issuance (domain facts 5.1).

use chrono::NaiveDate;

/// Days before the end of validity within which AMS offers the renewal.
pub const RENEWAL_DAYS: i64 = 30;

/// Where a certificate stands towards its renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenewalWindow {
    /// More days are left than AMS allows; the second number tells in how many days the window opens.
    TooEarly {
        /// Days of validity left.
        left: i64,
        /// Days until the renewal opens.
        opens_in: i64,
    },
    /// AMS renews now.
    Open {
        /// Days of validity left; 0 on the last day.
        left: i64,
    },
    /// Too late: a new issuance is needed.
    Expired {
        /// Days since the last day of validity.
        since: i64,
    },
}

/// The window on a day.
pub fn renewal_window(valid_until: NaiveDate, today: NaiveDate) -> RenewalWindow {
    let left = (valid_until - today).num_days();
    match left {
        left if left < 0 => RenewalWindow::Expired { since: -left },
        left if left <= RENEWAL_DAYS => RenewalWindow::Open { left },
        left => RenewalWindow::TooEarly { left, opens_in: left - RENEWAL_DAYS },
    }
}

impl std::fmt::Display for RenewalWindow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooEarly { left, opens_in } => write!(
                f,
                "Masa berlaku masih {left} hari. AMS baru membuka pembaruan {RENEWAL_DAYS} hari sebelum berakhir, yaitu {opens_in} hari lagi."
            ),
            Self::Open { left: 0 } => {
                f.write_str("Hari ini hari terakhir masa berlaku. Perbarui hari ini juga; sesudahnya hanya penerbitan baru yang mungkin.")
            }
            Self::Open { left } => write!(f, "Masa berlaku tinggal {left} hari. Sertifikat dapat diperbarui di AMS."),
            Self::Expired { since } => {
                write!(f, "Masa berlaku sudah berakhir {since} hari yang lalu. AMS tidak dapat memperbaruinya; ajukan penerbitan baru.")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_opens_thirty_days_before_the_end() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        for (until, expected) in [
            (day(12, 22), RenewalWindow::TooEarly { left: 31, opens_in: 1 }),
            (day(12, 21), RenewalWindow::Open { left: 30 }),
            (day(11, 21), RenewalWindow::Open { left: 0 }),
            (day(11, 20), RenewalWindow::Expired { since: 1 }),
        ] {
            assert_eq!(renewal_window(until, day(11, 21)), expected);
        }
    }
}
