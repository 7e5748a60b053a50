//! Real signatures, and what attackers and offices do to them.

mod properties;

use super::{Extent, Later, RangeFault, SignatureKind, SignatureReport, SignedAt, Verdict, is_signed, place, signatures, signers_of};
use crate::envelope::Envelope;
use crate::fixture::{file, list, trusting};
use crate::proof::Proof;
use crate::trust::Trust;
use data_encoding::HEXUPPER;
use der::{Decode, Reader};

fn only(pdf: &[u8]) -> SignatureReport {
    let mut found = signatures(pdf, &trusting());
    assert_eq!(found.len(), 1);
    found.remove(0)
}

fn trusted() -> Trust {
    Trust::Trusted { root: "Root CA Contoh".into() }
}

#[test]
fn documents_as_their_signers_left_them() {
    for (name, signer, weak, trust) in [
        ("rsa.pdf", "Contoh Pemilik", false, trusted()),
        ("pss.pdf", "Contoh Pemilik", false, trusted()),
        ("adobe.pdf", "Contoh Pemilik", false, trusted()),
        ("stempel-waktu.pdf", "Contoh Pemilik", false, trusted()),
        ("p256.pdf", "Contoh Kurva", false, trusted()),
        ("p384.pdf", "Contoh Kurva 384", false, trusted()),
        ("sha1.pdf", "Contoh Pemilik", true, trusted()),
        // The certificate of the authority between signer and root is missing.
        ("rsa-tanpa-rantai.pdf", "Contoh Pemilik", false, Trust::Unknown { issuer: "CA Contoh Tingkat 1".into() }),
        ("kedaluwarsa.pdf", "Contoh Lama", false, Trust::Expired { name: "Contoh Lama".into() }),
        ("bukan-untuk-tanda-tangan.pdf", "Contoh Sandi", false, Trust::NotForThis),
        ("sendiri.pdf", "Contoh Sendiri", false, Trust::SelfSigned),
        // A stranger's root with the very name of the trusted one.
        ("akar-asing.pdf", "Contoh Asing", false, Trust::Unknown { issuer: "Root CA Contoh".into() }),
        // Signed with a person's certificate as if it were an authority's.
        ("penerbit-bukan-ca.pdf", "Contoh Anak", false, Trust::Unknown { issuer: "Contoh Pemilik".into() }),
        ("bernama-bsre.pdf", "Contoh Penerbit Bernama", false, Trust::RootMissing { name: "Root CA Indonesia DS G1".into() }),
    ] {
        let pdf = file(name);
        let report = only(&pdf);
        let said = (report.verdict(), report.extent, report.digest_matches, report.proof, report.weak);
        assert_eq!(said, (Verdict::Intact, Extent::Whole, true, Proof::Good, weak), "{name}");
        assert_eq!(report.signer.as_ref().map(|signer| signer.common_name.as_str()), Some(signer), "{name}");
        assert_eq!(report.trust, trust, "{name}");
        assert_eq!(report.kind, SignatureKind::Signature, "{name}");
        assert!(report.claimed_at.is_some_and(|at| at.to_rfc3339().starts_with("2026-11-30")), "{name}");
        assert!(is_signed(&pdf), "{name}");
        assert_eq!(signers_of(&pdf), report.signer.into_iter().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn what_was_added_after_signing_is_told() {
    let [evidence, again, other] = [Later::Evidence, Later::Signatures, Later::Other].map(Extent::Appended);
    for (name, expected) in [
        ("dua-kali.pdf", &[again, Extent::Whole][..]),
        ("isi-diganti.pdf", &[other]),
        ("pades-lt.pdf", &[evidence]),
        ("pades-lta.pdf", &[again, Extent::Whole]),
    ] {
        let found = signatures(&file(name), &trusting());
        assert_eq!(found.iter().map(|report| report.extent).collect::<Vec<_>>(), expected, "{name}");
        assert!(found.iter().all(|report| report.digest_matches && report.proof == Proof::Good && report.trust == trusted()), "{name}");
    }
    assert_eq!(signers_of(&file("dua-kali.pdf")).len(), 2);
    for (tail, expected) in
        [(&b"\r\n\0 "[..], Extent::Whole), (b"x", other), (b"1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF", other)]
    {
        assert_eq!(only(&[file("rsa.pdf").as_slice(), tail].concat()).extent, expected);
    }
}

/// Evidence that writes an object of the document anew is no mere evidence, even where a reader would still find the old one.
#[test]
fn evidence_does_not_cover_up_a_change() {
    let pdf = file("pades-lt.pdf");
    let [_, _, second, length] = place::find(&pdf, 1)[0].range;
    let end = usize::try_from(second + length).unwrap();
    // Behind the table of objects, where it moves none of them.
    let with = |added: &[u8]| {
        let at = end + memchr::memmem::rfind(&pdf[end..], b"startxref").unwrap();
        only(&[&pdf[..at], added, &pdf[at..]].concat()).extent
    };
    assert_eq!(with(b""), Extent::Appended(Later::Evidence));
    assert_eq!(with(b"99 0 obj\n<</Type /Page>>\nendobj\n"), Extent::Appended(Later::Evidence));
    assert_eq!(with(b"5 0 obj\n<</Type /Page>>\nendobj\n"), Extent::Appended(Later::Other));
}

/// A field that was added and holds no good signature is a change like any other.
#[test]
fn a_later_signature_counts_only_if_it_holds() {
    let mut pdf = file("dua-kali.pdf");
    let second = place::find(&pdf, 64).remove(1).contents;
    pdf[second.start + 1..second.end - 1].fill(b'0');
    let found = signatures(&pdf, &trusting());
    assert_eq!((found[0].extent, found[0].verdict()), (Extent::Appended(Later::Other), Verdict::Extended));
    assert_eq!(found[1].verdict(), Verdict::Unchecked);
}

#[test]
fn time_stamps_are_told_from_claims() {
    let stamped = |names: &[&str]| signatures(&file("stempel-waktu.pdf"), &list(names)).remove(0);
    let report = stamped(&["sertifikat/akar.cer"]);
    let stamp = report.stamp.clone().unwrap();
    assert_eq!((stamp.authority.as_str(), stamp.genuine, &stamp.trust), ("Otoritas Waktu Contoh", true, &trusted()));
    assert!(matches!(report.signed_at(), Some(SignedAt::Stamped(at)) if at.to_rfc3339().starts_with("2026-11-20T00:00:00")));
    // A person's certificate is not one that stamps times.
    let report = only(&file("stempel-orang.pdf"));
    assert_eq!(report.stamp.as_ref().map(|stamp| (stamp.genuine, stamp.trust.clone())), Some((true, Trust::NotForThis)));
    assert!(matches!(report.signed_at(), Some(SignedAt::Claimed(_))));
    // An authority that nobody trusts is a claim like any other.
    let report = stamped(&[]);
    assert!(report.stamp.as_ref().is_some_and(|stamp| stamp.genuine && !stamp.is_reliable()));
    assert!(matches!(report.signed_at(), Some(SignedAt::Claimed(_))));

    let document = signatures(&file("pades-lta.pdf"), &trusting()).remove(1);
    assert_eq!((document.kind, document.verdict()), (SignatureKind::DocumentTimestamp, Verdict::Intact));
    assert_eq!(signers_of(&file("pades-lta.pdf")).len(), 1, "who stamps a time has not signed");
}

/// The signature of one document does not hold for another, nor does its time stamp.
#[test]
fn a_stamp_is_over_its_own_signature() {
    let pdf = file("stempel-waktu.pdf");
    let place = place::find(&pdf, 1).remove(0);
    let mut changed = pdf.clone();
    changed[place.contents.start - 40..][..1].copy_from_slice(b"#");
    let report = only(&changed);
    assert_eq!(report.verdict(), Verdict::Changed);
    assert!(report.stamp.is_some_and(|stamp| stamp.genuine), "the stamp is over the signature, which did not change");
}

/// Where the bytes of the signer's signature stand in the file, two digits a byte.
fn digits_of(pdf: &[u8], part: impl Fn(&Envelope) -> Vec<u8>) -> std::ops::Range<usize> {
    let digits = HEXUPPER.encode(&part(&Envelope::read(&contents(pdf)).unwrap()));
    let at = memchr::memmem::find(&pdf.to_ascii_uppercase(), digits.as_bytes()).unwrap();
    at..at + digits.len()
}

fn contents(pdf: &[u8]) -> Vec<u8> {
    let place = place::find(pdf, 1).remove(0);
    HEXUPPER.decode(&pdf[place.contents.start + 1..place.contents.end - 1].to_ascii_uppercase()).unwrap()
}

#[test]
fn a_foreign_signature_is_told_and_its_stamp_with_it() {
    let mut pdf = file("stempel-waktu.pdf");
    let at = digits_of(&pdf, |envelope| envelope.signers[0].signature.as_bytes().to_vec()).end - 1;
    pdf[at] = if pdf[at] == b'0' { b'1' } else { b'0' };
    let report = only(&pdf);
    assert_eq!((report.verdict(), report.digest_matches, report.proof), (Verdict::Forged, true, Proof::Bad));
    assert!(report.stamp.as_ref().is_some_and(|stamp| !stamp.genuine), "the stamp is over the signature as it was");
    assert!(matches!(report.signed_at(), Some(SignedAt::Claimed(_))));
}

/// A certificate whose signed part was changed leads nowhere.
#[test]
fn a_changed_certificate_is_not_trusted() {
    let mut pdf = file("rsa.pdf");
    let name = b"Contoh Pemilik";
    let at = digits_of(&pdf, |_| name.to_vec()).end - 1;
    pdf[at] ^= 1;
    let report = only(&pdf);
    assert!(report.signer.is_some_and(|signer| signer.common_name != "Contoh Pemilik"));
    assert!(matches!(report.trust, Trust::Unknown { .. }), "{:?}", report.trust);
    // The signed attributes name the certificate by its hash.
    assert_eq!(report.proof, Proof::Bad);
}

/// Some signers write lengths last (BER, `30 80 … 00 00`).
#[test]
fn envelopes_of_indefinite_length_are_read() {
    let pdf = file("rsa.pdf");
    let place = place::find(&pdf, 1).remove(0);
    let mut digits = HEXUPPER.encode(&indefinite(&contents(&pdf), 0)).into_bytes();
    digits.resize(place.contents.len() - 2, b'0');
    let again = [&pdf[..=place.contents.start], &digits, &pdf[place.contents.end - 1..]].concat();
    assert_ne!(again, pdf);
    assert_eq!(only(&again), only(&pdf));
}

/// The outer sequences of an envelope without their lengths: envelope, content, signed data, and of its parts the content and certificates.
fn indefinite(der: &[u8], depth: usize) -> Vec<u8> {
    let mut reader = der::SliceReader::new(der).unwrap();
    let mut out = Vec::new();
    while !reader.is_finished() && reader.peek_byte() != Some(0) {
        let part = reader.tlv_bytes().unwrap();
        let header = der::Header::decode(&mut der::SliceReader::new(part).unwrap()).unwrap();
        let inside = &part[part.len() - usize::try_from(header.length()).unwrap()..];
        if depth > 3 || !matches!(part[0], 0x30 | 0xa0) {
            out.extend_from_slice(part);
            continue;
        }
        let inside = if depth == 3 { inside.to_vec() } else { indefinite(inside, depth + 1) };
        out.extend([&[part[0], 0x80], inside.as_slice(), &[0, 0]].concat());
    }
    out
}

#[test]
fn ranges_that_cover_something_else_are_broken() {
    let pdf = file("rsa.pdf");
    let place = place::find(&pdf, 1).remove(0);
    let [_, first, second, length] = place.range;
    for (range, fault) in [
        ([1, first - 1, second, length], RangeFault::Start),
        // The gap is wider than the signature: other objects could hide in it.
        ([0, first - 1, second, length], RangeFault::Gap),
        ([0, first, second + 1, length - 1], RangeFault::Gap),
        ([0, first + 1, second, length], RangeFault::Gap),
        ([0, 0, 0, first], RangeFault::Gap),
        ([0, first, second, length + 1], RangeFault::Bounds),
        ([0, first, second, u64::MAX], RangeFault::Bounds),
        ([0, second, first, length], RangeFault::Bounds),
        ([0, first, second, length - 20], RangeFault::End),
        ([0, first, second, 0], RangeFault::End),
    ] {
        let report = super::report::of(&pdf, &place::Place { range, ..place.clone() }, &trusting());
        assert_eq!((report.extent, report.verdict()), (Extent::Broken(fault), Verdict::Malformed), "{range:?}");
        assert!(!report.digest_matches);
    }
}

/// Signature wrapping: the signed end is moved back, and a page of the attacker's stands in the widened gap.
#[test]
fn a_widened_gap_is_told() {
    let pdf = file("rsa.pdf");
    let place = place::find(&pdf, 1).remove(0);
    let fake = "/Sisipan (5 0 obj)";
    let [_, first, second, length] = place.range;
    let text = String::from_utf8(pdf[place.contents.end..].to_vec()).unwrap();
    let moved = format!("{first} {} {length}", second + fake.len() as u64);
    let wrapped =
        [&pdf[..place.contents.end], fake.as_bytes(), text.replace(&format!("{first} {second} {length}"), &moved).as_bytes()].concat();
    let report = only(&wrapped);
    assert_eq!((report.extent, report.verdict()), (Extent::Broken(RangeFault::Gap), Verdict::Malformed));
}

#[test]
fn documents_without_signatures() {
    for pdf in [file("kata-saja.pdf"), b"%PDF-1.7\n%%EOF".to_vec(), Vec::new()] {
        assert!(!is_signed(&pdf) && signatures(&pdf, &trusting()).is_empty() && signers_of(&pdf).is_empty());
    }
}

#[test]
fn a_signature_that_cannot_be_read_is_told() {
    let mut pdf = file("rsa.pdf");
    let place = place::find(&pdf, 1).remove(0);
    pdf[place.contents.start + 1..place.contents.end - 1].fill(b'0');
    let report = only(&pdf);
    assert_eq!((report.verdict(), report.trust.clone()), (Verdict::Unchecked, Trust::NoCertificate));
    assert!(report.claimed_at.is_some(), "the dictionary still tells a time");
}

#[test]
fn officers_are_told_in_sentences() {
    for (name, expected) in [
        ("rsa.pdf", &["Isi dokumen utuh sejak ditandatangani", "berujung pada \"Root CA Contoh\"", "menurut komputer", "pencabutan"][..]),
        ("stempel-waktu.pdf", &["utuh", "dipercaya", "dibuktikan oleh stempel waktu", "pencabutan"]),
        ("sendiri.pdf", &["utuh", "Penerbit tidak dikenal", "menurut komputer", "pencabutan"]),
        ("pades-lt.pdf", &["utuh", "hanya ditambahkan data bukti", "dipercaya", "dibuktikan", "pencabutan"]),
        ("dua-kali.pdf", &["ditandatangani lagi", "dipercaya", "menurut komputer", "pencabutan"]),
        ("isi-diganti.pdf", &["belum tentu sama dengan yang ditandatangani", "dipercaya", "menurut komputer", "pencabutan"]),
        ("sha1.pdf", &["utuh", "dipercaya", "menurut komputer", "lemah", "pencabutan"]),
        ("bernama-bsre.pdf", &["utuh", "belum dipasang", "menurut komputer", "pencabutan"]),
    ] {
        let words = signatures(&file(name), &trusting())[0].words();
        assert_eq!(words.len(), expected.len(), "{name}: {words:?}");
        assert!(words.iter().zip(expected).all(|(word, part)| word.contains(part)), "{name}: {words:?}");
    }
    let changed = SignatureReport { digest_matches: false, ..only(&file("rsa.pdf")) };
    assert_eq!(changed.words()[0], "Dokumen diubah sesudah ditandatangani. Jangan diterima sebagai bukti.");
}
