//! Signatures in PDF documents, verified without the network.
//!
//! A signature is believed only for what it covers: the document must be intact (its digest, and the shape of what was signed), the signature
//! must be the certificate's, and the certificate must lead to a root that the office trusts. The three are told apart, because an officer
//! acts differently on each. What it deliberately does not know: revocation, which nobody can know offline; and what the pages show.

mod check;
mod date;
mod extent;
mod later;
mod place;
mod report;
mod stamp;
#[cfg(test)]
mod tests;
mod words;

use crate::certificate::CertificateFacts;
use crate::trust::TrustList;
pub use extent::{Extent, RangeFault};
pub use later::Later;
use place::Place;
pub use report::{SignatureKind, SignatureReport, SignedAt};
pub use stamp::Stamp;
pub use words::Verdict;

/// More signatures than this are not looked at in one document.
const MOST_SIGNATURES: usize = 64;

/// Every signature of a document, in the order in which they stand in the file.
pub fn signatures(pdf: &[u8], trust: &TrustList) -> Vec<SignatureReport> {
    let places = place::find(pdf, MOST_SIGNATURES);
    let mut reports: Vec<SignatureReport> = places.iter().map(|place| report::of(pdf, place, trust)).collect();
    let alone: Vec<bool> = places.iter().map(|place| !is_followed(place, &places, &reports)).collect();
    for report in reports.iter_mut().zip(alone).filter_map(|(report, alone)| alone.then_some(report)) {
        if report.extent == Extent::Appended(Later::Signatures) {
            report.extent = Extent::Appended(Later::Other);
        }
    }
    reports
}

/// Whether a later signature holds. A new field of a signature that holds nothing may draw on a page all the same, and nobody vouches for it.
fn is_followed(place: &Place, places: &[Place], reports: &[SignatureReport]) -> bool {
    let holds = |report: &SignatureReport| matches!(report.verdict(), Verdict::Intact | Verdict::Extended);
    places.iter().zip(reports).any(|(other, report)| other.end() > place.end() && holds(report))
}

/// Whether the document carries a signature at all, right or wrong. Cheap: nothing is verified.
pub fn is_signed(pdf: &[u8]) -> bool {
    !place::find(pdf, 1).is_empty()
}

/// The signers' certificates of a signed document, each once; unverified, for filling in a form.
pub fn signers_of(pdf: &[u8]) -> Vec<CertificateFacts> {
    let mut found: Vec<CertificateFacts> = Vec::new();
    for place in place::find(pdf, MOST_SIGNATURES) {
        let signer = report::signer(pdf, &place).filter(|signer| !found.contains(signer));
        found.extend(signer);
    }
    found
}
