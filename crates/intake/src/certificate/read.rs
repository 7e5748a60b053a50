//! Certificates out of a file: DER, PEM, PKCS#7 in either, or plain Base64; one or several.

use super::cert::Cert;
use super::fault::CertificateFault;
use super::{pem, private_key};
use crate::envelope::{Envelope, MOST_CERTIFICATES};

/// No certificate file is larger.
const LARGEST: usize = 1 << 20;

/// Every certificate of a file, each once, in its order.
///
/// # Errors
/// The file holds a private key, or no certificate.
pub(crate) fn certificates(name: &str, bytes: &[u8]) -> Result<Vec<Cert>, CertificateFault> {
    // The name is looked at first: such a file is refused whatever is in it.
    if private_key::is_held(name, bytes.get(..LARGEST).unwrap_or(bytes)) {
        return Err(CertificateFault::PrivateKey);
    }
    match bytes.len() {
        0 => return Err(CertificateFault::Empty),
        length if length > LARGEST => return Err(CertificateFault::TooLarge),
        _ => {}
    }
    let found = if bytes.first() == Some(&0x30) { binary(bytes)? } else { armoured(bytes)? };
    let mut once: Vec<Cert> = Vec::with_capacity(found.len());
    for cert in found {
        if !once.iter().any(|known| known.der() == cert.der()) {
            once.push(cert);
        }
    }
    if once.is_empty() { Err(CertificateFault::NotACertificate) } else { Ok(once) }
}

fn binary(bytes: &[u8]) -> Result<Vec<Cert>, CertificateFault> {
    if let Some(cert) = Cert::read(bytes) {
        return Ok(vec![cert]);
    }
    Envelope::read(bytes).map(|envelope| envelope.certificates).ok_or(CertificateFault::Damaged)
}

fn armoured(text: &[u8]) -> Result<Vec<Cert>, CertificateFault> {
    let blocks = pem::blocks(text, MOST_CERTIFICATES);
    if blocks.is_empty() {
        return pem::base64(text)
            .filter(|bytes| bytes.first() == Some(&0x30))
            .map_or(Err(CertificateFault::NotACertificate), |bytes| binary(&bytes));
    }
    let mut found = Vec::new();
    for block in blocks.iter().filter(|block| ["CERTIFICATE", "X509 CERTIFICATE", "PKCS7", "CMS"].contains(&block.label.as_str())) {
        found.extend(binary(block.bytes.as_deref().ok_or(CertificateFault::Damaged)?)?);
    }
    Ok(found)
}
