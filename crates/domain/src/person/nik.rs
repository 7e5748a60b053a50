//! NIK, the number of the population register: 16 digits of place, birth and a running number (domain facts 4.3).

use chrono::NaiveDate;

use super::digits::{digits_type, number, only_digits};
use super::{Sex, Warning, mask};

/// Province codes in use [unverified]; 92 to 96 are Papua's, some of them newer than most NIK.
const PROVINCES: [std::ops::RangeInclusive<u32>; 8] = [11..=19, 21..=21, 31..=36, 51..=53, 61..=65, 71..=76, 81..=82, 91..=96];

/// A NIK that can be. The year of birth has two digits only; a NIP tells the century.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Nik {
    digits: String,
    sex: Sex,
}

/// Why a NIK cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NikError {
    /// Not 16 digits.
    #[error("NIK berisi {0} angka; seharusnya 16 angka. Periksa kembali pada KTP.")]
    Length(usize),
    /// Digits 7 to 12 are no day of any year.
    #[error(
        "Angka ke-7 sampai ke-12 NIK bukan tanggal lahir yang ada (tanggal-bulan-tahun; tanggal perempuan ditambah 40). Periksa kembali pada KTP."
    )]
    Birth,
    /// The running number is 0000.
    #[error("Empat angka terakhir NIK tidak boleh 0000. Periksa kembali pada KTP.")]
    Running,
}

impl Nik {
    /// Reads a NIK. Everything that is no digit is dropped first.
    pub fn parse(text: &str) -> Result<Self, NikError> {
        let digits = only_digits(text);
        if digits.len() != 16 {
            return Err(NikError::Length(digits.len()));
        }
        let sex = if number(&digits, 6..8) > 40 { Sex::Female } else { Sex::Male };
        let nik = Self { digits, sex };
        let is_day =
            |century: i32| NaiveDate::from_ymd_opt(century + i32::from(nik.birth_year()), nik.birth_month(), nik.birth_day()).is_some();
        if !is_day(1900) && !is_day(2000) {
            return Err(NikError::Birth);
        }
        if number(&nik.digits, 12..16) == 0 {
            return Err(NikError::Running);
        }
        Ok(nik)
    }

    /// Day of birth, 1 to 31; the 40 that women's numbers carry is taken off.
    pub fn birth_day(&self) -> u32 {
        let day = number(&self.digits, 6..8);
        if self.sex == Sex::Female { day - 40 } else { day }
    }

    /// Month of birth, 1 to 12.
    pub fn birth_month(&self) -> u32 {
        number(&self.digits, 8..10)
    }

    /// The last two digits of the year of birth.
    pub fn birth_year(&self) -> u8 {
        u8::try_from(number(&self.digits, 10..12)).unwrap_or_default()
    }

    /// Sex.
    pub fn sex(&self) -> Sex {
        self.sex
    }

    /// Code of the province of first registration, not of residence.
    pub fn province(&self) -> u32 {
        number(&self.digits, 0..2)
    }

    /// The 16 digits.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// As letters print it: the 16 digits without spaces, as on the KTP.
    pub fn printed(&self) -> &str {
        &self.digits
    }

    /// With all but two digits on either side hidden.
    pub fn masked(&self) -> String {
        mask(&self.digits)
    }

    /// What is unusual but possible: a province code that is not known here, since provinces are founded and codes change.
    pub fn warnings(&self) -> Vec<Warning> {
        let code = self.province();
        let known = PROVINCES.iter().any(|codes| codes.contains(&code));
        if known { Vec::new() } else { vec![Warning::ProvinceUnknown { code }] }
    }
}

digits_type!(Nik, NikError, parse);

#[cfg(test)]
mod tests {
    use super::{Nik, NikError};
    use crate::person::{Sex, Warning};
    use proptest::prelude::*;

    #[test]
    fn reads_what_a_ktp_says() {
        for (text, day, month, year, sex, province) in [
            ("3205124309680002", 3, 9, 68, Sex::Female, 32), // 43: the third, of a woman
            ("32.05.12 040375 0001", 4, 3, 75, Sex::Male, 32),
            ("1371082902000001", 29, 2, 0, Sex::Male, 13), // 2000 was a leap year, 1900 was not
            ("2103017112990003", 31, 12, 99, Sex::Female, 21),
        ] {
            let nik: Nik = text.parse().unwrap();
            assert_eq!((nik.birth_day(), nik.birth_month(), nik.birth_year()), (day, month, year), "{text}");
            assert_eq!((nik.sex(), nik.province(), nik.warnings()), (sex, province, vec![]), "{text}");
        }
    }

    #[test]
    fn refuses_what_cannot_be() {
        for (text, expected) in [
            ("", NikError::Length(0)),
            ("32051243096800", NikError::Length(14)),
            ("32051243096800021", NikError::Length(17)),
            ("3205120009680002", NikError::Birth), // day 00
            ("3205123209680002", NikError::Birth), // day 32
            ("3205124009680002", NikError::Birth), // day 40 is no woman's day 0
            ("3205127209680002", NikError::Birth), // day 72
            ("3205121513680002", NikError::Birth), // month 13
            ("3205123106680002", NikError::Birth), // 31 June
            ("3205122902990002", NikError::Birth), // neither 1999 nor 2099 leaps
            ("3205120309680000", NikError::Running),
        ] {
            assert_eq!(Nik::parse(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn an_unknown_province_is_only_a_warning() {
        for (text, code) in [("2005120309680002", 20), ("9905120309680002", 99), ("0005120309680002", 0)] {
            assert_eq!(Nik::parse(text).unwrap().warnings(), [Warning::ProvinceUnknown { code }]);
        }
        assert!(Nik::parse("9605120309680002").unwrap().warnings().is_empty());
    }

    #[test]
    fn travels_as_digits_and_hides_in_logs() {
        let nik = Nik::parse("3205 1243 0968 0002").unwrap();
        assert_eq!(serde_json::to_string(&nik).unwrap(), r#""3205124309680002""#);
        assert_eq!(serde_json::from_str::<Nik>(r#""3205124309680002""#).unwrap(), nik);
        assert!(serde_json::from_str::<Nik>(r#""3205124309680000""#).is_err());
        assert_eq!(format!("{nik:?}"), "Nik(32••••••••••••02)");
        assert_eq!(nik.masked(), "32••••••••••••02");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[0-9]{15,17}|\\PC{0,30}") {
            if let Ok(nik) = Nik::parse(&text) {
                prop_assert!((1..=31).contains(&nik.birth_day()) && (1..=12).contains(&nik.birth_month()));
                prop_assert_eq!(Nik::parse(nik.digits()), Ok(nik.clone()));
            }
        }
    }
}
