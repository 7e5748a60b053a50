//! One certificate: its bytes as they came, and what they say.

use super::name;
use crate::digest::Hash;
use crate::proof::{Claim, Proof};
use chrono::{DateTime, Utc};
use der::{Decode, Encode, Header, Reader, SliceReader};
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};
use x509_cert::name::Name;
use x509_cert::spki::SubjectPublicKeyInfoOwned;
use x509_cert::time::Time;

/// The use of a key that stamps times (RFC 3161, 2.3).
const TIME_STAMPING: &str = "1.3.6.1.5.5.7.3.8";

/// Critical extensions that are understood here or cannot widen what a certificate may do: key usage, alternative names of the subject and
/// the issuer, basic constraints, policies, extended key usage.
const UNDERSTOOD: [&str; 6] = ["2.5.29.15", "2.5.29.17", "2.5.29.18", "2.5.29.19", "2.5.29.32", "2.5.29.37"];

/// A certificate. What its issuer signed is taken from the bytes themselves, never written anew.
#[derive(Clone, Debug)]
pub(crate) struct Cert {
    der: Vec<u8>,
    parsed: Certificate,
}

impl Cert {
    /// `None` unless the bytes are one certificate in DER and nothing more.
    pub(crate) fn read(der: &[u8]) -> Option<Self> {
        Certificate::from_der(der).ok().map(|parsed| Self { der: der.to_vec(), parsed })
    }

    pub(crate) fn parsed(&self) -> &Certificate {
        &self.parsed
    }

    pub(crate) fn der(&self) -> &[u8] {
        &self.der
    }

    /// SHA-256 of the certificate as it came.
    pub(crate) fn fingerprint(&self) -> Vec<u8> {
        Hash::Sha256.of(&[&self.der])
    }

    pub(crate) fn subject(&self) -> &Name {
        self.parsed.tbs_certificate().subject()
    }

    pub(crate) fn issuer(&self) -> &Name {
        self.parsed.tbs_certificate().issuer()
    }

    pub(crate) fn key(&self) -> &SubjectPublicKeyInfoOwned {
        self.parsed.tbs_certificate().subject_public_key_info()
    }

    pub(crate) fn common_name(&self) -> String {
        name::common_name(self.subject())
    }

    pub(crate) fn is_self_issued(&self) -> bool {
        self.subject() == self.issuer()
    }

    pub(crate) fn validity(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        let validity = self.parsed.tbs_certificate().validity();
        (instant(validity.not_before), instant(validity.not_after))
    }

    pub(crate) fn is_valid_at(&self, at: DateTime<Utc>) -> bool {
        let (from, until) = self.validity();
        from <= at && at <= until
    }

    /// Marked as an authority.
    pub(crate) fn is_ca(&self) -> bool {
        self.constraints().is_some_and(|constraints| constraints.ca)
    }

    /// An authority whose key may sign certificates, with at most `below` authorities between it and the signer.
    pub(crate) fn may_issue(&self, below: usize) -> bool {
        let Some(constraints) = self.constraints() else { return false };
        let depth = constraints.path_len_constraint.is_none_or(|most| below <= usize::from(most));
        constraints.ca && depth && self.usage().is_ok_and(|usage| usage.is_none_or(|usage| usage.key_cert_sign())) && self.is_understood()
    }

    /// The key may sign documents.
    pub(crate) fn may_sign(&self) -> bool {
        let usage = self.usage().is_ok_and(|usage| usage.is_none_or(|usage| usage.digital_signature() || usage.non_repudiation()));
        usage && self.is_understood()
    }

    /// The key stamps times.
    pub(crate) fn may_stamp(&self) -> bool {
        let uses = self.parsed.tbs_certificate().get_extension::<ExtendedKeyUsage>().ok().flatten();
        self.may_sign() && uses.is_some_and(|(_, uses)| uses.0.iter().any(|one| one.to_string() == TIME_STAMPING))
    }

    /// Whether `issuer`'s key signed this certificate.
    pub(crate) fn is_signed_by(&self, issuer: &Self) -> bool {
        let inner = self.parsed.tbs_certificate().signature();
        let (Some(signed), Some(signature)) = (self.signed_part(), self.parsed.signature().as_bytes()) else { return false };
        let algorithm = self.parsed.signature_algorithm();
        let claim = Claim { key: issuer.key(), algorithm, hash: None, message: &[signed], signature };
        inner == algorithm && claim.prove() == (Proof::Good, false)
    }

    /// `None` where there is no such extension; `Err` where there are several or it cannot be read.
    pub(crate) fn usage(&self) -> Result<Option<KeyUsage>, der::Error> {
        Ok(self.parsed.tbs_certificate().get_extension::<KeyUsage>()?.map(|(_, usage)| usage))
    }

    fn constraints(&self) -> Option<BasicConstraints> {
        self.parsed.tbs_certificate().get_extension::<BasicConstraints>().ok().flatten().map(|(_, constraints)| constraints)
    }

    fn is_understood(&self) -> bool {
        let extensions = self.parsed.tbs_certificate().extensions();
        extensions.is_none_or(|all| all.iter().all(|one| !one.critical || UNDERSTOOD.contains(&one.extn_id.to_string().as_str())))
    }

    fn signed_part(&self) -> Option<&[u8]> {
        let mut reader = SliceReader::new(&self.der).ok()?;
        Header::decode(&mut reader).ok()?;
        reader.tlv_bytes().ok()
    }
}

/// Two names are one name when their bytes are.
pub(crate) fn same_name(one: &Name, other: &Name) -> bool {
    matches!((one.to_der(), other.to_der()), (Ok(one), Ok(other)) if one == other)
}

/// A time of ASN.1.
pub(crate) fn instant(time: Time) -> DateTime<Utc> {
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
    DateTime::from_timestamp(seconds, 0).unwrap_or(DateTime::<Utc>::MAX_UTC)
}
