//! Roman numerals, as letter numbers use them for the month: `001/SOP-DKIP/VI/2023`.

/// Values and their signs, greatest first; the subtractive pairs stand among them.
const SIGNS: [(u16, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// The numeral of 1 to 3999 in capitals; `None` beyond, where the notation ends.
pub fn roman(number: u16) -> Option<String> {
    if !(1..=3999).contains(&number) {
        return None;
    }
    let mut left = number;
    let mut numeral = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            numeral.push_str(sign);
            left -= value;
        }
    }
    Some(numeral)
}

/// Reads a numeral of 1 to 3999, capitals or small letters. Only the one regular spelling is read: "IIII" and "VX" are `None`.
pub fn from_roman(text: &str) -> Option<u16> {
    let text = text.to_ascii_uppercase();
    let mut rest = text.as_str();
    let mut number: u16 = 0;
    for (value, sign) in SIGNS {
        while let Some(after) = rest.strip_prefix(sign) {
            number = number.checked_add(value)?;
            rest = after;
        }
    }
    (rest.is_empty() && roman(number)? == text).then_some(number)
}

/// The numeral of a month, 1 to 12: "I" to "XII"; `None` beyond.
pub fn roman_month(month: u32) -> Option<String> {
    if month > 12 { None } else { roman(u16::try_from(month).ok()?) }
}

#[cfg(test)]
mod tests {
    use super::{from_roman, roman, roman_month};
    use proptest::prelude::*;

    #[test]
    fn writes_the_regular_numeral() {
        for (number, expected) in [
            (0, None),
            (1, Some("I")),
            (4, Some("IV")),
            (6, Some("VI")),
            (9, Some("IX")),
            (14, Some("XIV")),
            (40, Some("XL")),
            (1999, Some("MCMXCIX")),
            (2026, Some("MMXXVI")),
            (3999, Some("MMMCMXCIX")),
            (4000, None),
        ] {
            assert_eq!(roman(number).as_deref(), expected, "{number}");
        }
    }

    #[test]
    fn months_end_at_twelve() {
        for (month, expected) in [(0, None), (6, Some("VI")), (12, Some("XII")), (13, None), (65_537, None)] {
            assert_eq!(roman_month(month).as_deref(), expected, "{month}");
        }
    }

    #[test]
    fn reads_only_regular_numerals() {
        for (text, expected) in
            [("vi", Some(6)), ("XVII", Some(17)), ("IIII", None), ("VX", None), ("IXI", None), ("", None), ("A", None), ("MMMM", None)]
        {
            assert_eq!(from_roman(text), expected, "{text}");
        }
    }

    #[test]
    fn every_number_reads_back() {
        for number in 1..=3999 {
            assert_eq!(from_roman(&roman(number).unwrap()), Some(number));
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "[IVXLCDMivxlcdm ]{0,80}|\\PC{0,20}") {
            let _ = from_roman(&text);
        }
    }
}
