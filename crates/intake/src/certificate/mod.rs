//! Facts from certificate files, and the refusal of private keys.
//!
//! What it deliberately does not know: the register, owners, and whether a certificate has been revoked, which only its issuer can tell.

mod cert;
mod facts;
mod fault;
mod name;
mod pem;
mod private_key;
mod read;
#[cfg(test)]
mod tests;

pub(crate) use cert::{Cert, instant, same_name};
pub use facts::CertificateFacts;
pub use fault::CertificateFault;
pub(crate) use name::{common_name, dn};
pub(crate) use read::certificates;

/// What a certificate file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateFile {
    /// Certificates of persons and bodies that sign; empty where the file holds authorities only.
    pub owners: Vec<CertificateFacts>,
    /// Certificates of authorities.
    pub chain: Vec<CertificateFacts>,
}

/// Whether a file holds a private key, or is named like one that does; no office may keep it.
pub fn holds_private_key(name: &str, bytes: &[u8]) -> bool {
    private_key::is_held(name, bytes)
}

/// Reads a file (.cer, .crt, .pem, .der, .p7b, .p7c) by its bytes; `name` only adds to what is refused.
///
/// # Errors
/// A sentence for the officer, first of all for private keys, which nobody but their owner may hold.
pub fn certificate_of(name: &str, bytes: &[u8]) -> Result<CertificateFile, CertificateFault> {
    let facts = certificates(name, bytes)?.iter().map(CertificateFacts::of).collect::<Vec<_>>();
    let (chain, owners) = facts.into_iter().partition(|facts| facts.ca);
    Ok(CertificateFile { owners, chain })
}
