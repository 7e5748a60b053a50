//! Mobile numbers, kept as E.164 digits ("6281234567890"), the form that links to WhatsApp need.

use super::digits::{digits_type, only_digits};
use super::mask;

/// How many digits a number has in its national form, the leading 0 included (domain facts 4.6).
const NATIONAL_LENGTH: std::ops::RangeInclusive<usize> = 10..=13;

/// An Indonesian mobile number.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone {
    digits: String,
}

/// Why a phone number cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// Something that is neither a digit nor usual between digits.
    #[error("Nomor telepon hanya boleh berisi angka, spasi, tanda hubung, dan + di depan. Hapus tanda yang lain.")]
    Letters,
    /// Not a mobile number of this country.
    #[error("Nomor telepon harus nomor seluler Indonesia yang dimulai dengan 08 atau +628. Periksa kembali nomornya.")]
    NotMobile,
    /// Too few or too many digits.
    #[error("Nomor telepon berisi {0} angka; seharusnya 10 sampai 13 angka dihitung dari 08. Periksa kembali nomornya.")]
    Length(usize),
}

impl Phone {
    /// Reads "0812-3456-7890", "+62 812 3456 7890", "62812…", "+62 (0)812…" and, since spreadsheets drop the zero, "812…".
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim();
        let after_plus = text.strip_prefix('+');
        let usual = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '\u{a0}' | '-' | '–' | '.' | '(' | ')');
        if !after_plus.unwrap_or(text).chars().all(usual) {
            return Err(PhoneError::Letters);
        }
        let digits = only_digits(text);
        let national = match (digits.strip_prefix("62"), after_plus) {
            (Some(rest), _) => rest.strip_prefix('0').unwrap_or(rest),
            (None, Some(_)) => return Err(PhoneError::NotMobile),
            (None, None) => digits.strip_prefix('0').unwrap_or(&digits),
        };
        let length = national.len() + 1;
        match national.starts_with('8') {
            false => Err(PhoneError::NotMobile),
            true if !NATIONAL_LENGTH.contains(&length) => Err(PhoneError::Length(length)),
            true => Ok(Self { digits: format!("62{national}") }),
        }
    }

    /// E.164 digits without the plus: "6281234567890".
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// As letters print it: "0812-3456-7890".
    pub fn printed(&self) -> String {
        let national = self.digits.strip_prefix("62").unwrap_or(&self.digits);
        let mut printed = String::from("0");
        for (at, digit) in (1..).zip(national.chars()) {
            if at % 4 == 0 && at <= 8 {
                printed.push('-');
            }
            printed.push(digit);
        }
        printed
    }

    /// With all but two digits on either side hidden.
    pub fn masked(&self) -> String {
        mask(&self.digits)
    }
}

digits_type!(Phone, PhoneError, parse);

#[cfg(test)]
mod tests {
    use super::{Phone, PhoneError};
    use proptest::prelude::*;

    #[test]
    fn reads_the_usual_spellings() {
        for (text, digits, printed) in [
            ("081234567890", "6281234567890", "0812-3456-7890"),
            ("0812-3456-7890", "6281234567890", "0812-3456-7890"),
            ("+62 812 3456 7890", "6281234567890", "0812-3456-7890"),
            ("6281234567890", "6281234567890", "0812-3456-7890"),
            ("+62 (0)812 3456 7890", "6281234567890", "0812-3456-7890"),
            ("81234567890", "6281234567890", "0812-3456-7890"),
            ("0812345678", "62812345678", "0812-3456-78"),
            ("0812 3456 78901", "62812345678901", "0812-3456-78901"),
        ] {
            let phone = Phone::parse(text).unwrap();
            assert_eq!((phone.digits(), phone.printed().as_str()), (digits, printed), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_mobile_number() {
        for (text, expected) in [
            ("", PhoneError::NotMobile),
            ("0751-123456", PhoneError::NotMobile),
            ("+65 8123 4567", PhoneError::NotMobile),
            ("+8123456789", PhoneError::NotMobile),
            ("081234567", PhoneError::Length(9)),
            ("08123456789012", PhoneError::Length(14)),
            ("0812 ext. 5", PhoneError::Letters),
            ("0812/0813", PhoneError::Letters),
            ("62+8123456789", PhoneError::Letters),
        ] {
            assert_eq!(Phone::parse(text), Err(expected), "{text}");
        }
    }

    proptest! {
        #[test]
        fn printed_numbers_read_back(rest in "8[0-9]{8,11}") {
            let phone = Phone::parse(&format!("0{rest}")).unwrap();
            prop_assert_eq!(phone.digits(), format!("62{rest}"));
            prop_assert_eq!(Phone::parse(&phone.printed()), Ok(phone.clone()));
            prop_assert_eq!(Phone::parse(phone.digits()), Ok(phone));
        }

        #[test]
        fn never_panics(text in "\\PC{0,30}") {
            let _ = Phone::parse(&text);
        }
    }
}
