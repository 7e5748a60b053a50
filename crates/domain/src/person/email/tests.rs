//! Addresses met at offices, and those that cannot be.

use proptest::prelude::*;

use super::{Email, EmailError, OfficialDomains};
use crate::person::Warning;

#[test]
fn reads_and_lowers() {
    for (text, expected) in [
        (" Budi.Santoso@SumedangKab.go.id ", "budi.santoso@sumedangkab.go.id"),
        ("196809031993022001@bengkaliskab.go.id", "196809031993022001@bengkaliskab.go.id"),
        ("a_b+c@x.co", "a_b+c@x.co"),
    ] {
        assert_eq!(Email::parse(text).unwrap().to_string(), expected);
    }
}

#[test]
fn refuses_what_is_no_address() {
    let long = format!("{}@natunakab.go.id", "a".repeat(65));
    for (text, expected) in [
        ("", EmailError::At),
        ("budi", EmailError::At),
        ("budi@x.go.id@y.go.id", EmailError::At),
        ("@x.go.id", EmailError::Local),
        ("budi santoso@x.go.id", EmailError::Local),
        (".budi@x.go.id", EmailError::Local),
        ("budi..s@x.go.id", EmailError::Local),
        ("büdi@x.go.id", EmailError::Local),
        (long.as_str(), EmailError::Local),
        ("budi@", EmailError::Domain),
        ("budi@localhost", EmailError::Domain),
        ("budi@x..id", EmailError::Domain),
        ("budi@-x.go.id", EmailError::Domain),
        ("budi@x.go.1d", EmailError::Domain),
        ("budi@x,go.id", EmailError::Domain),
    ] {
        assert_eq!(Email::parse(text), Err(expected), "{text}");
    }
}

#[test]
fn warns_of_addresses_that_ams_refuses() {
    let official = OfficialDomains::default();
    let not_official = |domain: &str| Warning::EmailNotOfficial { domain: domain.to_owned() };
    for (text, expected) in [
        ("budi@kotabogor.go.id", vec![]),
        ("budi@go.id", vec![]),
        ("kades@sukamaju.desa.id", vec![]),
        ("budi@polri.go.id", vec![]),
        ("budi@ipb.ac.id", vec![]),
        ("budi@palsugo.id", vec![not_official("palsugo.id")]),
        ("budi@go.id.contoh.com", vec![not_official("go.id.contoh.com")]),
        ("budi@gmail.com", vec![Warning::EmailPublicProvider { domain: "gmail.com".to_owned() }]),
        ("budi-s@blorakab.go.id", vec![Warning::EmailHyphen]),
        ("budi-s@contoh.com", vec![not_official("contoh.com"), Warning::EmailHyphen]),
        ("budi@dinas-kominfo.go.id", vec![]),
    ] {
        assert_eq!(Email::parse(text).unwrap().warnings(&official), expected, "{text}");
    }
}

#[test]
fn an_office_may_name_its_own_endings() {
    let official = OfficialDomains::new([" .Contoh.ID", "@dinas.net", " "]);
    assert_eq!(official.endings(), ["contoh.id", "dinas.net"]);
    for (text, expected) in [("a@contoh.id", true), ("a@x.contoh.id", true), ("a@dinas.net", true), ("a@x.go.id", false)] {
        assert_eq!(Email::parse(text).unwrap().is_official(&official), expected, "{text}");
    }
}

#[test]
fn travels_as_text_and_hides_in_logs() {
    let email = Email::parse("Budi.Santoso@x.go.id").unwrap();
    assert_eq!(serde_json::to_string(&email).unwrap(), r#""budi.santoso@x.go.id""#);
    assert_eq!(serde_json::from_str::<Email>(r#""budi.santoso@x.go.id""#).unwrap(), email);
    assert!(serde_json::from_str::<Email>(r#""budi""#).is_err());
    assert_eq!(format!("{email:?}"), "Email(bu••••••••so@x.go.id)");
}

proptest! {
    #[test]
    fn what_is_read_reads_back(text in "[a-zA-Z0-9._+-]{1,10}@[a-zA-Z0-9.-]{1,20}|\\PC{0,30}") {
        if let Ok(email) = Email::parse(&text) {
            prop_assert_eq!(Email::parse(&email.to_string()), Ok(email));
        }
    }
}
