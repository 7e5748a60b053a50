//! Certificate files as offices get them, and files that are refused.

use super::{CertificateFault, CertificateFile, certificate_of};
use crate::fixture::file;
use proptest::prelude::*;

fn read(name: &str) -> Result<CertificateFile, CertificateFault> {
    certificate_of(name, &file(&format!("sertifikat/{name}")))
}

#[test]
fn facts_of_a_certificate() {
    let file = read("pemilik.cer").unwrap();
    let [facts] = file.owners.as_slice() else { unreachable!("{file:?}") };
    assert_eq!(
        facts.subject,
        "E=contoh.pemilik@contoh.go.id,CN=Contoh Pemilik,OU=Diskominfo,O=Pemerintah Kabupaten Contoh,ST=Provinsi Contoh,C=ID"
    );
    assert_eq!(facts.common_name, "Contoh Pemilik");
    assert_eq!((facts.issuer.as_str(), facts.issuer_dn.as_str()), ("CA Contoh Tingkat 1", "CN=CA Contoh Tingkat 1,O=Badan Contoh,C=ID"));
    assert_eq!(
        (facts.serial.as_str(), facts.serial_hex.as_str()),
        ("272712772319878227730813031859133505135", "cd2a91c7005f3e18a6b4d90713c25e6f")
    );
    assert_eq!(
        (facts.not_before.to_rfc3339(), facts.not_after.to_rfc3339()),
        ("2026-01-01T00:00:00+00:00".into(), "2028-01-01T00:00:00+00:00".into())
    );
    assert_eq!(facts.email.as_deref(), Some("contoh.pemilik@contoh.go.id"));
    assert_eq!(facts.key_usage, ["tanda tangan digital", "nirsangkal"]);
    assert!(!facts.ca);
}

#[test]
fn owners_are_told_apart_from_the_chain() {
    let authorities = ["CA Contoh Tingkat 1", "Root CA Contoh"];
    for (name, owners, chain) in [
        ("pemilik.cer", &["Contoh Pemilik"][..], &[][..]),
        ("pemilik.pem", &["Contoh Pemilik"], &[]),
        ("kurva.crt", &["Contoh Kurva"], &[]),
        ("kutip.cer", &["Contoh, Kepala \"Dinas\""], &[]),
        ("akar.cer", &[], &["Root CA Contoh"]),
        ("rantai.pem", &["Contoh Pemilik"], &authorities),
        ("rantai.p7b", &["Contoh Pemilik"], &authorities),
        ("rantai-pem.p7b", &["Contoh Pemilik"], &authorities),
    ] {
        let file = read(name).unwrap();
        let names = |facts: &[super::CertificateFacts]| {
            let mut names: Vec<String> = facts.iter().map(|facts| facts.common_name.clone()).collect();
            names.sort();
            names
        };
        assert_eq!(
            (names(&file.owners), names(&file.chain)),
            (owners.iter().map(ToString::to_string).collect(), chain.iter().map(ToString::to_string).collect()),
            "{name}"
        );
    }
    assert!(read("kutip.cer").unwrap().owners[0].subject.contains(r#"CN=Contoh\, Kepala \"Dinas\","#));
}

#[test]
fn the_same_certificate_in_other_clothes() {
    let (der, pem) = (file("sertifikat/pemilik.cer"), file("sertifikat/pemilik.pem"));
    let base64 = data_encoding::BASE64.encode(&der);
    let expected = certificate_of("a.cer", &der);
    for (name, bytes) in [
        ("a.pdf", pem.clone()),
        ("a", der.clone()),
        ("a.cer", base64.into_bytes()),
        ("a.cer", [b"Bag Attributes\n", pem.as_slice(), b"\n\n", &pem].concat()),
        ("a.cer", String::from_utf8(pem).unwrap().replace('\n', "\r\n").into_bytes()),
    ] {
        assert_eq!(certificate_of(name, &bytes), expected, "{name}");
    }
}

#[test]
fn files_that_are_no_certificates() {
    let (der, pem) = (file("sertifikat/pemilik.cer"), file("sertifikat/pemilik.pem"));
    for (bytes, expected) in [
        (&[][..], CertificateFault::Empty),
        (b"sembarang teks", CertificateFault::NotACertificate),
        (b"%PDF-1.7", CertificateFault::NotACertificate),
        (b"-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----", CertificateFault::NotACertificate),
        (&der[..der.len() - 1], CertificateFault::Damaged),
        (&[der.as_slice(), b"x"].concat(), CertificateFault::Damaged),
        (&pem[..pem.len() - 40], CertificateFault::Damaged),
        (b"\x30\x03\x02\x01\x05", CertificateFault::Damaged),
        (&vec![b'0'; (1 << 20) + 1], CertificateFault::TooLarge),
    ] {
        assert_eq!(certificate_of("berkas.cer", bytes), Err(expected), "{:?}", bytes.get(..20));
    }
}

/// Shapes of private keys, with bytes that are nobody's key.
#[test]
fn private_keys_are_refused_whatever_they_are_called() {
    let sequence = |inside: &[u8]| [&[0x30, 0x82, (inside.len() >> 8) as u8, inside.len() as u8], inside].concat();
    let rsa = b"\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00";
    let filler = [b"\x04\x81\x80".as_slice(), &[7; 128]].concat();
    let pkcs8 = sequence(&[b"\x02\x01\x00".as_slice(), rsa, &filler].concat());
    let pkcs1 = sequence(&[b"\x02\x01\x00\x02\x81\x81\x00".as_slice(), &[9; 128], b"\x02\x03\x01\x00\x01"].concat());
    let sec1 = sequence(&[b"\x02\x01\x01\x04\x20".as_slice(), &[5; 32]].concat());
    let pbes2 = sequence(&[b"\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d\x30\x00".as_slice(), &filler].concat());
    let pbe = sequence(&[b"\x30\x0e\x06\x0a\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01\x03\x30\x00".as_slice(), &filler].concat());
    let pkcs12 = sequence(&[b"\x02\x01\x03\x30\x0b\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01".as_slice(), &filler].concat());
    let endless = b"\x30\x80\x02\x01\x03\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01".to_vec();
    let base64 = data_encoding::BASE64.encode(&pkcs8);
    let armour = |label: &str| format!("-----BEGIN {label}-----\n{base64}\n-----END {label}-----\n").into_bytes();
    let wide: Vec<u8> = armour("RSA PRIVATE KEY").into_iter().flat_map(|byte| [byte, 0]).collect();
    let mut refused =
        vec![pkcs8, pkcs1, sec1, pbes2, pbe, pkcs12, endless, base64.clone().into_bytes(), wide, armour("DATA"), armour("CERTIFICATE")];
    refused.extend(
        ["PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY", "PGP PRIVATE KEY BLOCK"]
            .map(armour),
    );
    refused.push([file("sertifikat/pemilik.pem"), armour("PRIVATE KEY")].concat());
    refused.extend(
        [&b"\xfe\xed\xfe\xed\0\0\0\x02"[..], b"\xce\xce\xce\xce\0\0\0\x02", b"PuTTY-User-Key-File-3: ssh-rsa\n"].map(<[u8]>::to_vec),
    );
    for bytes in refused {
        for name in ["sertifikat.cer", "sertifikat", "sertifikat.p7b"] {
            assert_eq!(certificate_of(name, &bytes), Err(CertificateFault::PrivateKey), "{name}: {:x?}", &bytes[..8]);
        }
    }
}

#[test]
fn names_of_key_files_are_refused_whatever_they_hold() {
    let certificate = file("sertifikat/pemilik.cer");
    for name in ["a.p12", "a.PFX", "a.b.key", "a.jks", "a.ppk ", "a.p8", ".key"] {
        assert_eq!(certificate_of(name, &certificate), Err(CertificateFault::PrivateKey), "{name}");
        assert_eq!(certificate_of(name, b""), Err(CertificateFault::PrivateKey), "{name}");
    }
    for name in ["kunci.cer", "p12", "a.p12.cer"] {
        assert!(certificate_of(name, &certificate).is_ok(), "{name}");
    }
}

#[test]
fn a_refusal_says_what_why_and_what_to_do() {
    let text = CertificateFault::PrivateKey.to_string();
    assert!(
        ["ditolak dan tidak disimpan", "hanya boleh dipegang oleh pemiliknya", "(.cer)"].iter().all(|part| text.contains(part)),
        "{text}"
    );
}

proptest! {
    #[test]
    fn nothing_panics(cut: prop::sample::Index, at: prop::sample::Index, byte: u8, which in 0..4usize) {
        let name = ["pemilik.cer", "rantai.pem", "rantai.p7b", "kurva.crt"][which];
        let mut bytes = file(&format!("sertifikat/{name}"));
        let at = at.index(bytes.len());
        bytes[at] = byte;
        bytes.truncate(cut.index(bytes.len() + 1).max(at));
        let _ = certificate_of(name, &bytes);
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = certificate_of("berkas.cer", &bytes);
        let _ = certificate_of("berkas.cer", &[b"\x30".as_slice(), &bytes].concat());
    }
}
