//! Work on digit strings that NIP, NIK and phone share.

/// The ASCII digits of a text, all else left out: officers paste numbers with blanks, dots and labels.
pub(super) fn only_digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The number in a span of digits; 0 where the span lies outside, which the callers rule out by checking the length first.
pub(super) fn number(digits: &str, span: std::ops::Range<usize>) -> u32 {
    digits.get(span).and_then(|part| part.parse().ok()).unwrap_or_default()
}

/// The text with all but its first and last two characters hidden: "19••••••••••••••01". Four characters or fewer are hidden wholly.
pub fn mask(text: &str) -> String {
    let length = text.chars().count();
    let shown = |at: usize| length > 4 && (at < 2 || at >= length - 2);
    text.chars().enumerate().map(|(at, letter)| if shown(at) { letter } else { '•' }).collect()
}

/// Serde, `FromStr`, `Display` (plain digits) and a masked `Debug` for a newtype that keeps its digits in `digits` and is read by `$read`.
macro_rules! digits_type {
    ($name:ident, $error:ty, $read:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.digits)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), $crate::person::mask(&self.digits))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::$read(text)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.digits)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                Self::$read(&text).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(super) use digits_type;

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn hides_the_middle() {
        for (text, expected) in
            [("196809031993022001", "19••••••••••••••01"), ("12345", "12•45"), ("1234", "••••"), ("", ""), ("nama@é", "na••@é")]
        {
            assert_eq!(mask(text), expected);
        }
    }
}
