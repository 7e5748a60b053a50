//! One signer of an envelope: which certificate it is, whether what it signed is there, and whether its signature is its own.

use super::date;
use crate::certificate::{Cert, same_name};
use crate::digest::Hash;
use crate::envelope::Envelope;
use crate::proof::{Claim, Proof};
use chrono::{DateTime, Utc};
use cms::signed_data::{SignerIdentifier, SignerInfo};
use der::asn1::SetOfVec;
use der::{Any, Decode, Encode, Reader, SliceReader};
use x509_cert::attr::Attribute;
use x509_cert::ext::pkix::SubjectKeyIdentifier;

const CONTENT_TYPE: &str = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST: &str = "1.2.840.113549.1.9.4";
const SIGNING_TIME: &str = "1.2.840.113549.1.9.5";
const SIGNING_CERTIFICATE: &str = "1.2.840.113549.1.9.16.2.47";
const TIME_STAMP: &str = "1.2.840.113549.1.9.16.2.14";

/// What was found of a signer.
pub(super) struct Checked {
    /// The hash of the content is the one that was signed.
    pub(super) digest_matches: bool,
    pub(super) proof: Proof,
    pub(super) weak: bool,
    pub(super) claimed_at: Option<DateTime<Utc>>,
}

/// The envelope's only signer, and its certificate. Documents with several signers in one envelope are not allowed in PDF.
pub(super) fn signer(envelope: &Envelope) -> Option<(&SignerInfo, Option<&Cert>)> {
    let [info] = envelope.signers.as_slice() else { return None };
    Some((info, envelope.certificates.iter().find(|cert| is_signer(info, cert))))
}

/// Whether the signer says that this is its certificate.
pub(super) fn is_signer(info: &SignerInfo, cert: &Cert) -> bool {
    let tbs = cert.parsed().tbs_certificate();
    match &info.sid {
        SignerIdentifier::IssuerAndSerialNumber(meant) => {
            same_name(&meant.issuer, tbs.issuer()) && meant.serial_number == *tbs.serial_number()
        }
        SignerIdentifier::SubjectKeyIdentifier(meant) => {
            tbs.get_extension::<SubjectKeyIdentifier>().ok().flatten().is_some_and(|(_, held)| held == *meant)
        }
    }
}

/// Checks a signer against the content that it is said to have signed.
pub(super) fn check(envelope: &Envelope, info: &SignerInfo, cert: &Cert, content: &[&[u8]]) -> Checked {
    let unknown = Checked { digest_matches: false, proof: Proof::Unsupported, weak: false, claimed_at: None };
    let Some(hash) = Hash::named(&info.digest_alg.oid) else { return unknown };
    let signed = info.signed_attrs.as_ref();
    let attributes = signed.and_then(|attributes| attributes.to_der().ok());
    let message = attributes.as_deref().map_or_else(|| content.to_vec(), |attributes| vec![attributes]);
    let claim = Claim {
        key: cert.key(),
        algorithm: &info.signature_algorithm,
        hash: Some(hash),
        message: &message,
        signature: info.signature.as_bytes(),
    };
    let (proof, weak) = claim.prove();
    let honest = signed.is_none_or(|attributes| is_of_type(attributes, envelope) && is_of_certificate(attributes, cert));
    Checked {
        // Without signed attributes the signature is over the content itself.
        digest_matches: signed.map_or(proof == Proof::Good, |attributes| is_digest(attributes, &hash.of(content))),
        proof: if honest { proof } else { Proof::Bad },
        weak: weak || hash.is_weak(),
        claimed_at: signed.and_then(|attributes| date::of_attribute(only(attributes, SIGNING_TIME)?)),
    }
}

fn is_digest(attributes: &SetOfVec<Attribute>, digest: &[u8]) -> bool {
    only(attributes, MESSAGE_DIGEST).is_some_and(|signed| signed.header().tag() == der::Tag::OctetString && signed.value() == digest)
}

/// The signed attributes must name the type of the content (RFC 5652, 11.1).
fn is_of_type(attributes: &SetOfVec<Attribute>, envelope: &Envelope) -> bool {
    let named = only(attributes, CONTENT_TYPE).and_then(|value| value.decode_as::<der::asn1::ObjectIdentifier>().ok());
    named == Some(envelope.content_type)
}

/// Where the signer names its certificate by hash (RFC 5035), it must be this one; without that, another certificate of the same key could
/// be put in its place.
fn is_of_certificate(attributes: &SetOfVec<Attribute>, cert: &Cert) -> bool {
    attributes.iter().all(|one| one.oid.to_string() != SIGNING_CERTIFICATE)
        || only(attributes, SIGNING_CERTIFICATE).and_then(|value| names(value, cert)).unwrap_or(false)
}

/// SigningCertificateV2: a sequence of sequences, of which the first names the signer; SHA-256 where no hash is named.
fn names(value: &Any, cert: &Cert) -> Option<bool> {
    let outer = value.to_der().ok()?;
    let mut reader = SliceReader::new(&outer).ok()?;
    let list = der::AnyRef::decode(&mut reader).ok()?;
    let certs = der::AnyRef::decode(&mut SliceReader::new(list.value()).ok()?).ok()?;
    let first = der::AnyRef::decode(&mut SliceReader::new(certs.value()).ok()?).ok()?;
    let mut fields = SliceReader::new(first.value()).ok()?;
    let mut field: der::AnyRef<'_> = fields.decode().ok()?;
    let mut hash = Hash::Sha256;
    if field.header().tag() == der::Tag::Sequence {
        let named = der::AnyRef::decode(&mut SliceReader::new(field.value()).ok()?).ok()?;
        hash = Hash::named(&named.decode_as().ok()?)?;
        field = fields.decode().ok()?;
    }
    Some(hash.of(&[cert.der()]) == field.value())
}

/// The time stamp token over the signature, where one stands beside it.
pub(super) fn stamp_token(info: &SignerInfo) -> Option<Vec<u8>> {
    only(info.unsigned_attrs.as_ref()?, TIME_STAMP)?.to_der().ok()
}

/// The value of an attribute that must stand once and have one value.
fn only<'a>(attributes: &'a SetOfVec<Attribute>, oid: &str) -> Option<&'a Any> {
    let mut found = attributes.iter().filter(|attribute| attribute.oid.to_string() == oid);
    let (one, None) = (found.next()?, found.next()) else { return None };
    let [value] = one.values.as_slice() else { return None };
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::{check, signer, stamp_token};
    use crate::certificate::Cert;
    use crate::envelope::Envelope;
    use crate::fixture::file;
    use crate::proof::Proof;

    /// A time stamp's own envelope carries what it signs.
    fn stamp() -> Envelope {
        let pdf = file("stempel-waktu.pdf");
        let place = crate::signature::place::find(&pdf, 1).remove(0);
        let digits = &pdf[place.contents.start + 1..place.contents.end - 1];
        let outer = Envelope::read(&data_encoding::HEXLOWER_PERMISSIVE.decode(digits).unwrap()).unwrap();
        Envelope::read(&stamp_token(signer(&outer).unwrap().0).unwrap()).unwrap()
    }

    #[test]
    fn signed_attributes_hold_for_one_content_and_one_certificate() {
        let found = |change: fn(&mut Envelope), content: Option<&[u8]>, other: Option<&str>| {
            let mut envelope = stamp();
            change(&mut envelope);
            let (info, cert) = signer(&envelope).unwrap();
            let other = other.map(|name| Cert::read(&file(name)).unwrap());
            let content = content.or(envelope.content.as_deref()).unwrap();
            let checked = check(&envelope, info, other.as_ref().or(cert).unwrap(), &[content]);
            (checked.digest_matches, checked.proof)
        };
        let stranger = Some("sertifikat/pemilik.cer");
        assert_eq!(found(|_| {}, None, None), (true, Proof::Good));
        assert_eq!(found(|_| {}, Some(b"lain"), None), (false, Proof::Good));
        assert_eq!(found(|_| {}, None, stranger), (true, Proof::Bad));
        // The type of the content is signed too.
        assert_eq!(found(|envelope| envelope.content_type = "1.2.840.113549.1.7.1".parse().unwrap(), None, None), (true, Proof::Bad));
        // Without the signed attributes, the signature is not one over the content.
        assert_eq!(found(|envelope| envelope.signers[0].signed_attrs = None, None, None), (false, Proof::Bad));
    }

    #[test]
    fn an_envelope_has_one_signer() {
        let mut envelope = stamp();
        assert!(signer(&envelope).is_some_and(|(_, cert)| cert.is_some()));
        envelope.signers.push(envelope.signers[0].clone());
        assert!(signer(&envelope).is_none());
        envelope.signers.clear();
        assert!(signer(&envelope).is_none());
    }
}
