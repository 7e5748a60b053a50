//! Spans of time in words: "1 jam 5 menit", "2 hari".

use std::num::NonZeroU32;

/// Minutes in hours and minutes: 65 is "1 jam 5 menit", 180 is "3 jam", 0 is "0 menit". Never in days, because a day is 24 hours on one
/// clock and a working day on the other; see [`duration_in_days`].
pub fn duration(minutes: u64) -> String {
    join([(minutes / 60, "jam"), (minutes % 60, "menit")])
}

/// Minutes in days of the given length, hours and minutes: 2880 with days of 1440 minutes is "2 hari", and so is 900 with working days of 450.
pub fn duration_in_days(minutes: u64, minutes_per_day: NonZeroU32) -> String {
    let day = u64::from(minutes_per_day.get());
    let rest = minutes % day;
    join([(minutes / day, "hari"), (rest / 60, "jam"), (rest % 60, "menit")])
}

fn join<const N: usize>(parts: [(u64, &str); N]) -> String {
    let said: Vec<String> = parts.iter().filter(|(amount, _)| *amount > 0).map(|(amount, unit)| format!("{amount} {unit}")).collect();
    if said.is_empty() { "0 menit".to_owned() } else { said.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::{duration, duration_in_days};
    use std::num::NonZeroU32;

    #[test]
    fn hours_and_minutes() {
        for (minutes, expected) in
            [(0, "0 menit"), (5, "5 menit"), (60, "1 jam"), (65, "1 jam 5 menit"), (185, "3 jam 5 menit"), (2880, "48 jam")]
        {
            assert_eq!(duration(minutes), expected);
        }
    }

    #[test]
    fn days_of_either_clock() {
        for (minutes, day, expected) in [
            (2880, 1440, "2 hari"),
            (1445, 1440, "1 hari 5 menit"),
            (900, 450, "2 hari"),
            (1440, 450, "3 hari 1 jam 30 menit"),
            (65, 450, "1 jam 5 menit"),
            (0, 450, "0 menit"),
        ] {
            assert_eq!(duration_in_days(minutes, NonZeroU32::new(day).unwrap()), expected);
        }
    }
}
