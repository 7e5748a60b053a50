//! Time stamps (RFC 3161): an authority's word that something existed at a time.

use super::{check, date};
use crate::certificate::Cert;
use crate::digest::Hash;
use crate::envelope::Envelope;
use crate::proof::Proof;
use crate::trust::{Purpose, Trust, TrustList, judge};
use chrono::{DateTime, Utc};
use der::asn1::ObjectIdentifier;
use der::{AnyRef, Decode, Reader, SliceReader, Tag};

const TST_INFO: &str = "1.2.840.113549.1.9.16.1.4";

/// A time stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The time it tells.
    pub at: DateTime<Utc>,
    /// Common name of the authority; empty where its certificate is missing.
    pub authority: String,
    /// It is over this very signature, and was made with the authority's key.
    pub genuine: bool,
    /// Whether the authority leads to a trusted root, at the time that it tells.
    pub trust: Trust,
}

impl Stamp {
    /// Its time can be relied on.
    pub fn is_reliable(&self) -> bool {
        self.genuine && self.trust.is_trusted()
    }
}

/// Whether an envelope is a time stamp and not a signature.
pub(super) fn is_stamp(envelope: &Envelope) -> bool {
    envelope.content_type.to_string() == TST_INFO
}

/// Reads and checks a time stamp over `stamped`. `beside` are certificates that stand elsewhere in the signature.
pub(super) fn of(envelope: &Envelope, stamped: &[&[u8]], beside: &[Cert], trust: &TrustList) -> Option<Stamp> {
    let content = envelope.content.as_deref().filter(|_| is_stamp(envelope))?;
    let info = Info::read(content)?;
    let (signer, cert) = check::signer(envelope)?;
    let cert = cert.or_else(|| beside.iter().find(|cert| check::is_signer(signer, cert)));
    let Some(cert) = cert else {
        return Some(Stamp { at: info.at, authority: String::new(), genuine: false, trust: Trust::NoCertificate });
    };
    let checked = check::check(envelope, signer, cert, &[content]);
    let over_this = Hash::named(&info.hash).is_some_and(|hash| !hash.is_weak() && hash.of(stamped) == info.imprint);
    let pool: Vec<Cert> = envelope.certificates.iter().chain(beside).cloned().collect();
    Some(Stamp {
        at: info.at,
        authority: cert.common_name(),
        genuine: over_this && checked.digest_matches && checked.proof == Proof::Good && !checked.weak,
        trust: judge(cert, &pool, trust, Some(info.at), Purpose::Stamp),
    })
}

/// What of TSTInfo is looked at.
struct Info<'a> {
    hash: ObjectIdentifier,
    imprint: &'a [u8],
    at: DateTime<Utc>,
}

impl<'a> Info<'a> {
    /// Version, policy, imprint, serial number, time; what follows is of no use here.
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut fields = inside(bytes, Tag::Sequence)?;
        let _version: u8 = fields.decode().ok()?;
        let _policy: ObjectIdentifier = fields.decode().ok()?;
        let mut imprint = inside(fields.tlv_bytes().ok()?, Tag::Sequence)?;
        let hash = inside(imprint.tlv_bytes().ok()?, Tag::Sequence)?.decode().ok()?;
        let imprint = imprint.decode::<AnyRef<'_>>().ok().filter(|imprint| imprint.header().tag() == Tag::OctetString)?;
        let _serial: AnyRef<'_> = fields.decode().ok()?;
        let at = fields.decode::<AnyRef<'_>>().ok().filter(|at| at.header().tag() == Tag::GeneralizedTime)?;
        Some(Self { hash, imprint: imprint.value(), at: date::of_stamp(at.value())? })
    }
}

fn inside(bytes: &[u8], tag: Tag) -> Option<SliceReader<'_>> {
    let any = AnyRef::decode(&mut SliceReader::new(bytes).ok()?).ok()?;
    (any.header().tag() == tag).then(|| SliceReader::new(any.value()).ok()).flatten()
}
