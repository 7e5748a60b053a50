//! The numbers of domain facts 4.1 and 4.2, and their neighbours that cannot be.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{Nip, NipError, NipKind};
use crate::person::{Sex, Warning};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-21")
}

#[test]
fn reads_a_civil_servant() {
    for (text, birth, tmt, age, sex, printed) in [
        ("197503042001121002", "1975-03-04", "2001-12-01", 26, Sex::Male, "19750304 200112 1 002"),
        ("196108241980121002", "1961-08-24", "1980-12-01", 19, Sex::Male, "19610824 198012 1 002"),
        ("NIP. 19680903 199302 2 001", "1968-09-03", "1993-02-01", 24, Sex::Female, "19680903 199302 2 001"),
    ] {
        let nip = Nip::parse(text, today()).unwrap();
        assert_eq!((nip.birth(), nip.kind()), (day(birth), NipKind::Pns { tmt: day(tmt) }), "{text}");
        assert_eq!((nip.appointed_age(), nip.sex(), nip.printed().as_str()), (age, sex, printed), "{text}");
        assert_eq!(nip.warnings(), [], "{text}");
    }
}

#[test]
fn reads_a_pppk() {
    let nip = Nip::parse("19900115 2022 21 1 005", today()).unwrap();
    assert_eq!(nip.kind(), NipKind::Pppk { year: 2022, agreement: 21 });
    assert_eq!((nip.printed().as_str(), nip.warnings()), ("19900115 2022 21 1 005", vec![]));
}

#[test]
fn refuses_what_cannot_be() {
    for (text, expected) in [
        ("", NipError::Length(0)),
        ("1996060620061006", NipError::Length(16)),    // Sumedang's example row
        ("1968O9031993022001", NipError::Length(17)),  // the letter O
        ("199909092009091009", NipError::TooYoung(9)), // Sumedang's dummy: ten only eight days later
        ("196813031993022001", NipError::Birth),
        ("196802301993022001", NipError::Birth),
        ("193909031963022001", NipError::BirthYear(1939)),
        ("201109032031022001", NipError::BirthYear(2011)),
        ("196809031993132001", NipError::AppointedMonth(13)),
        ("199001152022001005", NipError::AppointedMonth(0)),
        ("194001011999012001", NipError::TooOld(59)),
        ("195001012022211001", NipError::TooOld(72)),
        ("196809031993020001", NipError::Sex(0)),
        ("196809031993023001", NipError::Sex(3)),
        ("196809031993022000", NipError::Running),
        ("200001012026121001", NipError::Future),
        ("200001012027211001", NipError::Future),
    ] {
        assert_eq!(Nip::parse(text, today()), Err(expected), "{text}");
    }
}

#[test]
fn the_month_of_today_has_begun() {
    assert!(Nip::parse("200001012026111001", today()).is_ok());
    assert!(Nip::read("200001012026121001").is_ok());
}

#[test]
fn the_unusual_is_a_warning() {
    for (text, expected) in [
        ("197506151992121001", vec![Warning::AppointedUnder18 { age: 17 }]),
        ("197501011993011001", vec![]), // 18 on the very day
        ("196001012000121001", vec![]), // 40
        ("196001012001011001", vec![Warning::AppointedOver40 { age: 41 }]),
        ("196501012022211001", vec![]), // a PPPK of 57 is nothing unusual
        ("199001152022131005", vec![Warning::AgreementUnusual { agreement: 13 }]),
    ] {
        assert_eq!(Nip::parse(text, today()).unwrap().warnings(), expected, "{text}");
    }
}

#[test]
fn travels_as_digits_and_hides_in_logs() {
    let nip = Nip::read("19680903 199302 2 001").unwrap();
    assert_eq!(serde_json::to_string(&nip).unwrap(), r#""196809031993022001""#);
    assert_eq!(serde_json::from_str::<Nip>(r#""196809031993022001""#).unwrap(), nip);
    let refused = serde_json::from_str::<Nip>(r#""196809031993022000""#).unwrap_err().to_string();
    assert!(refused.contains("tidak boleh 000") && !refused.contains("1968"), "{refused}");
    assert_eq!(format!("{nip:?}"), "Nip(19••••••••••••••01)");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "(19[4-9][0-9]|20[01][0-9])[01][0-9][0-3][0-9](19|20)[0-9]{2}[0-3][0-9][0-3][0-9]{3}|\\PC{0,30}") {
        if let Ok(nip) = Nip::read(&text) {
            prop_assert!(nip.appointed_age() >= 17);
            prop_assert_eq!(Nip::read(&nip.printed()), Ok(nip.clone()));
        }
    }
}
