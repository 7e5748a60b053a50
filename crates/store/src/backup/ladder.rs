//! Which backups stay: all of the last two days, then the last one of a day, of a week, of a month. A pure rule over moments.
//!
//! Days without a backup are not counted: an office that rests for a year loses nothing by that.

use chrono::{Datelike, NaiveDateTime, TimeDelta};
use std::collections::BTreeSet;

/// How long every backup is kept.
const ALL: TimeDelta = TimeDelta::days(2);
/// Days, weeks and months of which the last backup is kept.
const DAYS: usize = 12;
const WEEKS: usize = 10;
const MONTHS: usize = 9;

/// The moments that stay, of those given, by the clock of the office. The newest always stays, and so does whatever lies in the future: a clock that
/// was set back takes nothing away.
pub fn kept(moments: &[NaiveDateTime], now: NaiveDateTime) -> BTreeSet<NaiveDateTime> {
    let mut newest_first: Vec<NaiveDateTime> = moments.to_vec();
    newest_first.sort_unstable_by(|one, other| other.cmp(one));
    let recent = newest_first.iter().filter(|moment| now.signed_duration_since(**moment) <= ALL);
    let mut kept: BTreeSet<NaiveDateTime> = recent.chain(newest_first.first()).copied().collect();
    kept.extend(last_of_each(&newest_first, DAYS, |moment| (moment.year(), moment.ordinal())));
    kept.extend(last_of_each(&newest_first, WEEKS, |moment| (moment.iso_week().year(), moment.iso_week().week())));
    kept.extend(last_of_each(&newest_first, MONTHS, |moment| (moment.year(), moment.month())));
    kept
}

/// The last moment of each of the newest `most` spans.
fn last_of_each(newest_first: &[NaiveDateTime], most: usize, span: impl Fn(&NaiveDateTime) -> (i32, u32)) -> Vec<NaiveDateTime> {
    let mut last: Vec<((i32, u32), NaiveDateTime)> = Vec::new();
    for moment in newest_first {
        let span = span(moment);
        if last.last().is_none_or(|(known, _)| *known != span) {
            last.push((span, *moment));
        }
    }
    last.into_iter().take(most).map(|(_, moment)| moment).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn the_rungs() {
        let now = at("2026-11-20 12:00");
        for (moments, expected) in [
            (vec![], vec![]),
            // Alone it stays, however old.
            (vec!["2019-01-01 08:00"], vec!["2019-01-01 08:00"]),
            // Two days: all. Before: the last of the day.
            (
                vec![
                    "2026-11-20 11:30",
                    "2026-11-20 11:00",
                    "2026-11-18 12:00",
                    "2026-11-18 11:59",
                    "2026-11-17 10:00",
                    "2026-11-17 16:00",
                ],
                vec!["2026-11-20 11:30", "2026-11-20 11:00", "2026-11-18 12:00", "2026-11-17 16:00"],
            ),
            // The future stays.
            (vec!["2027-01-01 08:00", "2027-01-01 09:00"], vec!["2027-01-01 08:00", "2027-01-01 09:00"]),
        ] {
            let moments: Vec<_> = moments.into_iter().map(at).collect();
            assert_eq!(kept(&moments, now), expected.into_iter().map(at).collect(), "{moments:?}");
        }
    }

    /// Two years of an office: every half hour from 8 to 16, on working days, pruned each time.
    #[test]
    fn a_ladder_that_is_climbed_for_two_years_has_all_its_rungs() {
        let mut there: Vec<NaiveDateTime> = Vec::new();
        let mut now = at("2024-11-20 08:00");
        let mut most = 0;
        for _ in 0..730 {
            if now.weekday().number_from_monday() <= 5 {
                for half_hour in 0..17 {
                    let now = now + TimeDelta::minutes(30 * half_hour);
                    there.push(now);
                    there = kept(&there, now).into_iter().collect();
                    most = most.max(there.len());
                }
            }
            now += TimeDelta::days(1);
        }
        let newest = *there.last().unwrap();
        let days: BTreeSet<_> = there.iter().map(|moment| moment.date()).collect();
        let months: BTreeSet<_> = there.iter().map(|moment| (moment.year(), moment.month())).collect();
        let weeks: BTreeSet<_> = there.iter().map(|moment| moment.iso_week()).collect();
        assert!(most <= 3 * 17 + 12 + 10 + 9, "{most}");
        assert_eq!(months.len(), 9);
        assert!(weeks.len() >= 10 && days.len() >= 12 + 5 + 6, "{} {}", weeks.len(), days.len());
        assert_eq!(there.iter().filter(|moment| newest - **moment <= ALL).count(), 17 * 2 + 1);
    }

    proptest! {
        #[test]
        fn the_newest_and_the_recent_stay_and_keeping_twice_is_keeping_once(
            minutes in prop::collection::vec(-2_000_000_i64..2_000_000, 0..200),
            back in 0_i64..4_000_000,
        ) {
            let base = at("2026-06-15 12:00");
            let moments: Vec<_> = minutes.iter().map(|minutes| base + TimeDelta::minutes(*minutes)).collect();
            let now = base + TimeDelta::minutes(2_000_000 - back);
            let once = kept(&moments, now);
            prop_assert!(once.iter().all(|moment| moments.contains(moment)));
            prop_assert!(moments.iter().max().is_none_or(|newest| once.contains(newest)));
            prop_assert!(moments.iter().filter(|moment| now - **moment <= ALL).all(|moment| once.contains(moment)));
            let again: Vec<_> = once.iter().copied().collect();
            prop_assert_eq!(kept(&again, now), once.clone());
            // Waiting never brings more back, and one more backup takes none of the last two days.
            let more: Vec<_> = moments.iter().copied().chain([now]).collect();
            prop_assert!(kept(&more, now).contains(&now) || moments.iter().any(|moment| *moment > now));
        }
    }
}
