//! When an official retires (BUP, domain facts 4.7): the date from which a certificate will have to be revoked.

use chrono::{Datelike, Months, NaiveDate};

/// TMT pensiun: the first day of the month after the one in which the official reaches the retirement age `bup` [unverified rule].
/// The age depends on the post: 60 for high leaders (JPT), 58 for administrators, supervisors and staff (UU 20/2023 art. 55). `None` only
/// beyond the years that can be computed.
pub fn retirement(birth: NaiveDate, bup: u8) -> Option<NaiveDate> {
    birth.with_day(1)?.checked_add_months(Months::new(u32::from(bup) * 12 + 1))
}

#[cfg(test)]
mod tests {
    use super::retirement;
    use crate::person::Nip;

    #[test]
    fn the_month_after_the_birthday() {
        for (nip, at_58, at_60) in [
            ("197503042001121002", "2033-04-01", "2035-04-01"),
            ("196108241980121002", "2019-09-01", "2021-09-01"),
            ("196809031993022001", "2026-10-01", "2028-10-01"),
            ("196812311993022001", "2027-01-01", "2029-01-01"),
            ("196802291993022001", "2026-03-01", "2028-03-01"),
        ] {
            let birth = Nip::read(nip).unwrap().birth();
            assert_eq!(retirement(birth, 58), Some(at_58.parse().unwrap()), "{nip}");
            assert_eq!(retirement(birth, 60), Some(at_60.parse().unwrap()), "{nip}");
        }
    }
}
