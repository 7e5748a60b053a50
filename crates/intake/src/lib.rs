//! Scanned files: when one is whole, what its pages show, and which letter their codes name. The only room that watches folders.
//!
//! What it deliberately does not know: the store, cases, who awaits a letter. Files come in, pages and codes go out.

mod certificate;
mod digest;
mod envelope;
#[cfg(test)]
mod fixture;
mod proof;
mod signature;
mod trust;

pub use certificate::{CertificateFacts, CertificateFault, CertificateFile, certificate_of};
pub use proof::Proof;
pub use signature::{
    Extent, Later, RangeFault, SignatureKind, SignatureReport, SignedAt, Stamp, Verdict, is_signed, signatures, signers_of,
};
pub use trust::{ChainsFault, Trust, TrustFault, TrustList};
