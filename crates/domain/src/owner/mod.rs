//! Owners of certificates and their certificates: what is known of them, and what is accepted.

mod accept;
mod details;
mod renewal;

pub use accept::{DetailFault, accept_certificate, accept_owner, owner_warnings};
pub use details::{CertificateDetails, CertificateState, Employment, OwnerDetails};
pub use renewal::{RENEWAL_DAYS, RenewalWindow, renewal_window};
