//! One signature, looked at from all sides.

use super::extent::{self, Extent};
use super::place::Place;
use super::stamp::{self, Stamp};
use super::{check, date};
use crate::certificate::{Cert, CertificateFacts};
use crate::digest::Hash;
use crate::envelope::Envelope;
use crate::proof::Proof;
use crate::trust::{Purpose, Trust, TrustList, judge};
use chrono::{DateTime, Utc};

const DATA: &str = "1.2.840.113549.1.7.1";

/// What a signature is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureKind {
    /// Somebody signed the document.
    Signature,
    /// An authority stamped the time of the document as a whole; nobody agreed to its content.
    DocumentTimestamp,
}

/// A time, and whose word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedAt {
    /// A trusted authority stamped it.
    Stamped(DateTime<Utc>),
    /// The signer's computer said so.
    Claimed(DateTime<Utc>),
}

/// What can be said offline of one signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureReport {
    /// What it is for.
    pub kind: SignatureKind,
    /// The signer's certificate; `None` where the signature cannot be read or does not carry it.
    pub signer: Option<CertificateFacts>,
    /// When it was made, by the word of the signer's computer.
    pub claimed_at: Option<DateTime<Utc>>,
    /// The time stamp over it.
    pub stamp: Option<Stamp>,
    /// Which bytes it covers.
    pub extent: Extent,
    /// The covered bytes are those that were signed.
    pub digest_matches: bool,
    /// The signature was made with the signer's key.
    pub proof: Proof,
    /// It rests on SHA-1 or a short key.
    pub weak: bool,
    /// Whether the signer's chain leads to a trusted root.
    pub trust: Trust,
}

impl SignatureReport {
    /// The best known time of signing.
    pub fn signed_at(&self) -> Option<SignedAt> {
        let stamped = self.stamp.as_ref().filter(|stamp| stamp.is_reliable()).map(|stamp| SignedAt::Stamped(stamp.at));
        stamped.or(self.claimed_at.map(SignedAt::Claimed))
    }

    fn unreadable(extent: Extent, claimed_at: Option<DateTime<Utc>>) -> Self {
        Self {
            kind: SignatureKind::Signature,
            signer: None,
            claimed_at,
            stamp: None,
            extent,
            digest_matches: false,
            proof: Proof::Unsupported,
            weak: false,
            trust: Trust::NoCertificate,
        }
    }
}

/// Looks at the signature at `place`.
pub(super) fn of(pdf: &[u8], place: &Place, trust: &TrustList) -> SignatureReport {
    let (extent, parts) = extent::of(pdf, place);
    let claimed_at = date::of_dictionary(&pdf[place.object.clone()]);
    let mut report = SignatureReport::unreadable(extent, claimed_at);
    let Some(envelope) = envelope(pdf, place) else { return report };
    let Some((info, Some(cert))) = check::signer(&envelope) else { return report };
    report.signer = Some(CertificateFacts::of(cert));
    if stamp::is_stamp(&envelope) {
        return document_stamp(report, &envelope, cert, &parts, trust);
    }
    let content = content(&envelope, &parts);
    let checked = check::check(&envelope, info, cert, content.as_deref().unwrap_or_default());
    report.digest_matches = checked.digest_matches && content.is_some();
    (report.proof, report.weak) = (checked.proof, checked.weak || envelope.content.is_some());
    report.claimed_at = checked.claimed_at.or(claimed_at);
    report.stamp = check::stamp_token(info).and_then(|token| {
        let stamped = [info.signature.as_bytes()];
        stamp::of(&Envelope::read(&token)?, &stamped, &envelope.certificates, trust)
    });
    let at = report.signed_at().map(|(SignedAt::Stamped(at) | SignedAt::Claimed(at))| at);
    report.trust = judge(cert, &envelope.certificates, trust, at, Purpose::Sign);
    report
}

/// The certificate of the signature at `place`.
pub(super) fn signer(pdf: &[u8], place: &Place) -> Option<CertificateFacts> {
    let envelope = envelope(pdf, place).filter(|envelope| !stamp::is_stamp(envelope))?;
    check::signer(&envelope)?.1.map(CertificateFacts::of)
}

fn envelope(pdf: &[u8], place: &Place) -> Option<Envelope> {
    let string = &pdf[place.contents.start + 1..place.contents.end - 1];
    let mut digits: Vec<u8> = string.iter().copied().filter(u8::is_ascii_hexdigit).collect();
    // A last digit that is missing is a zero (ISO 32000-1, 7.3.4.3).
    digits.resize(digits.len().next_multiple_of(2), b'0');
    Envelope::read(&data_encoding::HEXLOWER_PERMISSIVE.decode(&digits).ok()?)
}

/// What the signer signed: the parts of the file, or (`adbe.pkcs7.sha1`) their SHA-1, which then stands in the envelope. `None` where that is
/// not so, or the range is broken.
fn content<'a>(envelope: &'a Envelope, parts: &[&'a [u8]]) -> Option<Vec<&'a [u8]>> {
    if envelope.content_type.to_string() != DATA || parts.is_empty() {
        return None;
    }
    match envelope.content.as_deref() {
        None => Some(parts.to_vec()),
        Some(inside) => (Hash::Sha1.of(parts) == inside).then(|| vec![inside]),
    }
}

fn document_stamp(report: SignatureReport, envelope: &Envelope, cert: &Cert, parts: &[&[u8]], trust: &TrustList) -> SignatureReport {
    let stamp = stamp::of(envelope, parts, &[], trust);
    let genuine = !parts.is_empty() && stamp.as_ref().is_some_and(|stamp| stamp.genuine);
    let proof = if genuine { Proof::Good } else { Proof::Bad };
    let trust = stamp.as_ref().map_or(Trust::NoCertificate, |stamp| stamp.trust.clone());
    let signer = Some(CertificateFacts::of(cert));
    SignatureReport { kind: SignatureKind::DocumentTimestamp, signer, stamp, digest_matches: genuine, proof, trust, ..report }
}
