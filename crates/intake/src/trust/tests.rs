//! Lists of roots as offices fill them.

use super::{Purpose, Trust, TrustFault, TrustList, judge};
use crate::certificate::{CertificateFault, certificates};
use crate::fixture::{file, list, trusting};
use crate::signature::signatures;
use data_encoding::HEXLOWER;

fn trust_of(pdf: &str, list: &TrustList) -> Trust {
    signatures(&file(pdf), list).remove(0).trust
}

#[test]
fn roots_are_pinned_by_their_bytes() {
    let trusted = Trust::Trusted { root: "Root CA Contoh".into() };
    for (pdf, files, expected) in [
        ("rsa.pdf", &["sertifikat/akar.cer"][..], trusted.clone()),
        ("akar-asing.pdf", &["sertifikat/akar-asing.pem"], trusted.clone()),
        // Both bear the same name.
        ("rsa.pdf", &["sertifikat/akar-asing.pem"], Trust::Unknown { issuer: "Root CA Contoh".into() }),
        ("rsa.pdf", &["sertifikat/akar-asing.pem", "sertifikat/akar.cer"], trusted),
        // What the office installs is an end of chains, though it be no root.
        ("rsa-tanpa-rantai.pdf", &["sertifikat/tingkat-1.cer"], Trust::Trusted { root: "CA Contoh Tingkat 1".into() }),
        ("rsa.pdf", &[], Trust::Unknown { issuer: "Root CA Contoh".into() }),
    ] {
        assert_eq!(trust_of(pdf, &list(files)), expected, "{pdf}, {files:?}");
    }
}

#[test]
fn a_root_of_a_known_name_must_have_its_fingerprint() {
    let known = HEXLOWER.encode(&certificates("akar.cer", &file("sertifikat/akar.cer")).unwrap()[0].fingerprint());
    let chains = |fingerprint: &str| {
        let text = format!(
            "format = 1\n[[rantai]]\nnama = \"x\"\nakar = \"CN=Root CA Contoh,O=Badan Contoh,C=ID\"\nsidik_akar = \"{fingerprint}\""
        );
        TrustList::default().with_chains(&text).unwrap()
    };
    for (fingerprint, root, taken) in [
        (known.as_str(), "sertifikat/akar.cer", true),
        (&known.to_uppercase(), "sertifikat/akar.cer", true),
        (known.as_str(), "sertifikat/akar-asing.pem", false),
        ("", "sertifikat/akar-asing.pem", true),
        // Another name has nothing to do with it.
        (known.as_str(), "sertifikat/tingkat-1.cer", true),
    ] {
        let (list, faults) = chains(fingerprint).with_roots([(root, file(root))]);
        assert_eq!((list.roots().len(), faults.is_empty()), (usize::from(taken), taken), "{root}: {faults:?}");
        assert!(taken || matches!(&faults[..], [TrustFault::OtherFingerprint { known: told, .. }] if *told == known), "{faults:?}");
    }
}

#[test]
fn a_chain_of_known_fingerprints_needs_no_certificate_of_the_office() {
    let known = |name: &str| HEXLOWER.encode(&certificates(name, &file(name)).unwrap()[0].fingerprint());
    let (root, issuer) = (known("sertifikat/akar.cer"), known("sertifikat/tingkat-1.cer"));
    let list = |root: &str, issuer: &str, unverified: bool| {
        let text = format!(
            "format = 1\n[[rantai]]\nnama = \"x\"\nakar = \"CN=Root CA Contoh,O=Badan Contoh,C=ID\"\nsidik_akar = \"{root}\"\nsidik_penerbit = [{issuer:?}]\nbelum_dipastikan = {unverified}"
        );
        TrustList::default().with_chains(&text).unwrap()
    };
    let of = |name: &str| name.to_owned();
    for (pdf, list, expected) in [
        ("rsa.pdf", list("", &issuer, false), Trust::Trusted { root: of("CA Contoh Tingkat 1") }),
        ("rsa.pdf", list("", &issuer, true), Trust::Likely { root: of("CA Contoh Tingkat 1") }),
        ("rsa.pdf", list(&root, "", false), Trust::Trusted { root: of("Root CA Contoh") }),
        ("rsa.pdf", list(&root, "", true), Trust::Likely { root: of("Root CA Contoh") }),
        // A stranger's root of the same name, and a chain whose authority is not there.
        ("akar-asing.pdf", list(&root, &issuer, false), Trust::RootMissing { name: of("Root CA Contoh") }),
        ("rsa-tanpa-rantai.pdf", list(&root, &issuer, false), Trust::Unknown { issuer: of("CA Contoh Tingkat 1") }),
        ("kedaluwarsa.pdf", list("", &issuer, true), Trust::Expired { name: of("Contoh Lama") }),
    ] {
        assert_eq!(trust_of(pdf, &list), expected, "{pdf}");
    }
    assert!(!Trust::Likely { root: of("x") }.is_trusted());
}

/// Every chain here is signed by a trusted root, link by link; what differs is what the authority may do.
#[test]
fn authorities_issue_only_what_they_may() {
    let unknown = |issuer: &str| Trust::Unknown { issuer: issuer.into() };
    for (bundle, expected) in [
        ("batas-panjang.pem", Trust::Trusted { root: "Root CA Contoh".into() }),
        ("terlalu-panjang.pem", unknown("CA Contoh Terakhir")),
        ("bukan-ca.pem", unknown("Bukan CA Contoh")),
        ("bukan-penerbit.pem", unknown("CA Contoh Daftar")),
        ("syarat-asing.pem", unknown("CA Contoh Terbatas")),
        ("ca-kedaluwarsa.pem", Trust::Expired { name: "CA Contoh Lama".into() }),
    ] {
        let chain = certificates(bundle, &file(&format!("sertifikat/{bundle}"))).unwrap();
        let judged = |at: Option<&str>| judge(&chain[0], &chain[1..], &trusting(), at.map(|at| at.parse().unwrap()), Purpose::Sign);
        assert_eq!(judged(Some("2026-11-30T00:00:00Z")), expected, "{bundle}");
        let is_whole = !matches!(expected, Trust::Unknown { .. });
        assert_eq!(matches!(judged(None), Trust::Undated { .. }), is_whole, "{bundle}");
        assert_eq!(matches!(judged(Some("2025-12-31T23:59:59Z")), Trust::Expired { .. }), is_whole, "{bundle}");
    }
}

#[test]
fn files_that_are_no_roots_are_told_by_name() {
    let files = ["sertifikat/akar.cer", "sertifikat/akar.cer", "sertifikat/pemilik.cer"].map(|name| (name, file(name)));
    let more = [("catatan.txt", b"teks".to_vec()), ("kunci.pfx", b"x".to_vec())];
    let (list, faults) = TrustList::of(files.into_iter().chain(more));
    assert_eq!(list.roots().iter().map(|root| root.common_name.as_str()).collect::<Vec<_>>(), ["Root CA Contoh"]);
    let unreadable = |file: &str, why| TrustFault::Unreadable { file: file.into(), why };
    assert_eq!(
        faults,
        [
            TrustFault::NotAnAuthority { file: "sertifikat/pemilik.cer".into(), name: "Contoh Pemilik".into() },
            unreadable("catatan.txt", CertificateFault::NotACertificate),
            unreadable("kunci.pfx", CertificateFault::PrivateKey),
        ]
    );
    assert!(faults.iter().all(|fault| fault.to_string().contains("tidak dipakai")));
}

#[test]
fn an_office_may_name_other_chains() {
    let list = trusting().with_chains("format = 1").unwrap();
    assert_eq!(trust_of("bernama-bsre.pdf", &list), Trust::Unknown { issuer: "BSRE CA DS G1".into() });
    assert!(trusting().with_chains("format = ").is_err());
}

#[test]
fn every_answer_has_words() {
    for (trust, expected) in [
        (Trust::Trusted { root: "A".into() }, "berujung pada \"A\""),
        (Trust::Expired { name: "A".into() }, "\"A\" tidak berlaku"),
        (Trust::Undated { root: "A".into() }, "tidak tercantum"),
        (Trust::NotForThis, "tidak diterbitkan untuk"),
        (Trust::RootMissing { name: "A".into() }, "\"A\" belum dipasang"),
        (Trust::SelfSigned, "Penerbit tidak dikenal"),
        (Trust::Unknown { issuer: "A".into() }, "Penerbit tidak dikenal: \"A\""),
        (Trust::NoCertificate, "tidak ada"),
    ] {
        assert!(trust.words().contains(expected), "{}", trust.words());
    }
}
