//! What holds for every changed document.

use super::only;
use crate::fixture::{file, trusting};
use crate::signature::{Verdict, is_signed, place, signatures, signers_of};
use proptest::prelude::*;

fn any_fixture() -> impl Strategy<Value = Vec<u8>> {
    prop::sample::select(vec!["rsa.pdf", "dua-kali.pdf", "p256.pdf", "pss.pdf", "stempel-waktu.pdf", "pades-lta.pdf"]).prop_map(file)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_changed_byte_of_what_was_signed_is_never_intact(pdf in any_fixture(), at: prop::sample::Index, bit in 0u8..8) {
        let mut changed = pdf.clone();
        let at = at.index(pdf.len());
        changed[at] ^= 1 << bit;
        let contents: Vec<_> = place::find(&pdf, 64).into_iter().map(|place| place.contents).collect();
        for (report, place) in signatures(&changed, &trusting()).iter().zip(place::find(&changed, 64)) {
            let end = usize::try_from(place.range[2].saturating_add(place.range[3])).unwrap();
            let is_signed = at < end && !contents.iter().any(|own| own.contains(&at) && *own == place.contents);
            if is_signed {
                prop_assert!(!matches!(report.verdict(), Verdict::Intact | Verdict::Extended), "byte {at}: {report:?}");
            }
        }
    }

    /// A changed signature is told, or it was its padding that changed.
    #[test]
    fn a_changed_signature_names_nobody_else(at: prop::sample::Index, digit in prop::sample::select(b"0123456789abcdef".to_vec())) {
        let pdf = file("rsa.pdf");
        let place = place::find(&pdf, 1).remove(0);
        let mut changed = pdf.clone();
        changed[place.contents.start + 1 + at.index(place.contents.len() - 2)] = digit;
        let report = only(&changed);
        if report.verdict() == Verdict::Intact && report.trust.is_trusted() {
            prop_assert_eq!(report.signer, only(&pdf).signer);
        }
    }

    #[test]
    fn nothing_panics(pdf in any_fixture(), cut: prop::sample::Index, moved: prop::sample::Index, put: [u8; 24]) {
        let (cut, moved) = (cut.index(pdf.len()), moved.index(pdf.len()));
        for hostile in [pdf[..cut].to_vec(), [&pdf[..cut], &put, &pdf[moved..]].concat(), [&pdf[cut..], &pdf[..moved]].concat()] {
            for report in signatures(&hostile, &trusting()) {
                prop_assert!(!report.words().is_empty());
            }
            prop_assert!(is_signed(&hostile) || signers_of(&hostile).is_empty());
        }
    }
}
