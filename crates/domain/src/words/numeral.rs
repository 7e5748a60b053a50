//! Numbers in words (*terbilang*): "seratus dua puluh tiga".

/// The greatest number that [`terbilang`] writes, just below a thousand *triliun*.
pub const TERBILANG_MAX: u64 = 999_999_999_999_999;

const UNITS: [&str; 12] = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

/// Groups of a thousand, greatest first.
const GROUPS: [(u64, &str); 4] = [(1_000_000_000_000, "triliun"), (1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu")];

/// The number in words, small letters: 0 is "nol", 11 "sebelas", 1000 "seribu". `None` beyond [`TERBILANG_MAX`].
pub fn terbilang(number: u64) -> Option<String> {
    if number > TERBILANG_MAX {
        return None;
    }
    if number == 0 {
        return Some(UNITS[0].to_owned());
    }
    let mut words = Vec::new();
    let mut left = number;
    for (value, name) in GROUPS {
        match (left / value, name) {
            (0, _) => {}
            (1, "ribu") => words.push("seribu"), // one juta and beyond is "satu juta"; only the thousand takes "se-"
            (amount, _) => {
                push_below_thousand(amount, &mut words);
                words.push(name);
            }
        }
        left %= value;
    }
    push_below_thousand(left, &mut words);
    Some(words.join(" "))
}

/// A number of things as letters write it: "2 (dua) lembar". Beyond [`TERBILANG_MAX`] the words are left out.
pub fn count(number: u64, unit: &str) -> String {
    match terbilang(number) {
        Some(words) => format!("{number} ({words}) {unit}"),
        None => format!("{number} {unit}"),
    }
}

/// Adds the words of 1 to 999; of 0 nothing, since the groups before have said all.
fn push_below_thousand(number: u64, words: &mut Vec<&'static str>) {
    match number {
        0 => {}
        1..=11 => words.push(unit(number)),
        12..=19 => words.extend([unit(number - 10), "belas"]),
        20..=99 => {
            words.extend([unit(number / 10), "puluh"]);
            push_below_thousand(number % 10, words);
        }
        100..=199 => {
            words.push("seratus");
            push_below_thousand(number - 100, words);
        }
        _ => {
            words.extend([unit(number / 100), "ratus"]);
            push_below_thousand(number % 100, words);
        }
    }
}

fn unit(number: u64) -> &'static str {
    usize::try_from(number).ok().and_then(|index| UNITS.get(index)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{TERBILANG_MAX, count, terbilang};
    use proptest::prelude::*;

    #[test]
    fn writes_numbers_in_words() {
        for (number, expected) in [
            (0, "nol"),
            (1, "satu"),
            (10, "sepuluh"),
            (11, "sebelas"),
            (12, "dua belas"),
            (19, "sembilan belas"),
            (20, "dua puluh"),
            (21, "dua puluh satu"),
            (100, "seratus"),
            (101, "seratus satu"),
            (111, "seratus sebelas"),
            (123, "seratus dua puluh tiga"),
            (200, "dua ratus"),
            (999, "sembilan ratus sembilan puluh sembilan"),
            (1_000, "seribu"),
            (1_001, "seribu satu"),
            (2_026, "dua ribu dua puluh enam"),
            (11_000, "sebelas ribu"),
            (101_000, "seratus satu ribu"),
            (1_000_000, "satu juta"),
            (1_001_000, "satu juta seribu"),
            (2_000_000_000, "dua miliar"),
            (1_000_000_000_001, "satu triliun satu"),
        ] {
            assert_eq!(terbilang(number).as_deref(), Some(expected), "{number}");
        }
        assert_eq!(terbilang(TERBILANG_MAX + 1), None);
    }

    #[test]
    fn counts_things() {
        assert_eq!(count(2, "lembar"), "2 (dua) lembar");
        assert_eq!(count(1, "berkas"), "1 (satu) berkas");
        assert_eq!(count(TERBILANG_MAX + 1, "lembar"), "1000000000000000 lembar");
    }

    /// An independent reading of the words, so that the property below can fail.
    fn value(words: &str) -> u64 {
        let (mut total, mut group, mut last) = (0, 0, 0);
        for word in words.split(' ') {
            match word {
                "seribu" => total += 1000,
                "seratus" => group += 100,
                "belas" => group += 10,
                "puluh" => (group, last) = (group + last * 9, 0),
                "ratus" => (group, last) = (group + last * 99, 0),
                "ribu" => (total, group) = (total + group * 1_000, 0),
                "juta" => (total, group) = (total + group * 1_000_000, 0),
                "miliar" => (total, group) = (total + group * 1_000_000_000, 0),
                "triliun" => (total, group) = (total + group * 1_000_000_000_000, 0),
                unit => {
                    last = super::UNITS.iter().position(|name| *name == unit).unwrap() as u64;
                    group += last;
                }
            }
        }
        total + group
    }

    proptest! {
        #[test]
        fn words_read_back_as_the_number(number in 0..=TERBILANG_MAX) {
            prop_assert_eq!(value(&terbilang(number).unwrap()), number);
        }
    }
}
