//! NIK against NIP (domain facts 4.4). AMS checks the one with Dukcapil and the other with BKN, so a mismatch foretells a rejection; but the two
//! registers do differ for some people, so it is a warning and no error.

use chrono::Datelike;

use super::{Nik, Nip, Warning};

/// Compares birth and sex of the two numbers. The century, which the NIK leaves open, is not compared.
pub fn cross_check(nik: &Nik, nip: &Nip) -> Vec<Warning> {
    let mut found = Vec::new();
    let birth = nip.birth();
    let in_nik = (nik.birth_day(), nik.birth_month(), i32::from(nik.birth_year()));
    if in_nik != (birth.day(), birth.month(), birth.year() % 100) {
        let (day, month, year) = in_nik;
        found.push(Warning::BirthDiffers {
            nik: format!("{day:02}-{month:02}-{year:02}"),
            nip: format!("{:02}-{:02}-{}", birth.day(), birth.month(), birth.year()),
        });
    }
    if nik.sex() != nip.sex() {
        found.push(Warning::SexDiffers);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::cross_check;
    use crate::person::{Nik, Nip, Warning};

    #[test]
    fn birth_and_sex_must_agree() {
        let nip = Nip::read("196809031993022001").unwrap(); // 3 September 1968, a woman
        let birth = |nik: &str| Warning::BirthDiffers { nik: nik.to_owned(), nip: "03-09-1968".to_owned() };
        for (nik, expected) in [
            ("3205124309680002", vec![]),
            ("3205124409680002", vec![birth("04-09-68")]),
            ("3205124310680002", vec![birth("03-10-68")]),
            ("3205124309690002", vec![birth("03-09-69")]),
            ("3205120309680002", vec![Warning::SexDiffers]),
            ("3205120903680002", vec![birth("09-03-68"), Warning::SexDiffers]),
        ] {
            assert_eq!(cross_check(&Nik::parse(nik).unwrap(), &nip), expected, "{nik}");
        }
    }

    #[test]
    fn a_birth_after_1999_agrees_by_its_two_digits() {
        let nip = Nip::read("200203152024121001").unwrap();
        assert_eq!(cross_check(&Nik::parse("3205121503020001").unwrap(), &nip), []);
    }
}
