//! Scanned files: when one is whole, what its pages show, and which letter their codes name. The only room that watches folders.
//!
//! What it deliberately does not know: the store, cases, who awaits a letter. Files come in, pages and codes go out.

#[cfg(any(test, feature = "samples"))]
extern crate self as sandika_intake;

mod certificate;
pub mod code;
mod compose;
mod digest;
mod envelope;
mod fault;
#[cfg(test)]
mod fixture;
pub mod folder;
mod head;
pub mod kind;
mod look;
pub mod pages;
mod proof;
pub mod reader;
#[cfg(any(test, feature = "samples"))]
#[doc(hidden)]
#[allow(clippy::unwrap_used, reason = "drawn for tests and benches only")]
pub mod samples;
mod signature;
mod trust;

pub use certificate::{CertificateFacts, CertificateFault, CertificateFile, certificate_of, holds_private_key};
pub use compose::PlanPage;
pub use fault::{PageTrouble, ReadFault};
pub use proof::Proof;
pub use signature::{
    Extent, Later, RangeFault, SignatureKind, SignatureReport, SignedAt, Stamp, Verdict, is_signed, signatures, signers_of,
};
pub use trust::{ChainsFault, Trust, TrustFault, TrustList};
