//! The envelope that signatures, time stamps and collections of certificates come in: CMS SignedData (RFC 5652), in DER or BER.

use crate::certificate::Cert;
use cms::signed_data::{EncapsulatedContentInfo, SignerInfo};
use der::asn1::{ObjectIdentifier, SetOfVec};
use der::{Any, Decode, Encode, EncodingRules, Sequence, SliceReader};

/// More certificates than this are not read from one envelope.
pub(crate) const MOST_CERTIFICATES: usize = 32;

const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";

#[derive(Sequence)]
struct Outer {
    content_type: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    content: SignedData,
}

/// As in the crate `cms`, but what stands beside the signature is left unread, so that a strange list of revocations or an attribute
/// certificate does not make the signature unreadable.
#[derive(Sequence)]
struct SignedData {
    version: u8,
    digest_algorithms: Any,
    encap_content_info: EncapsulatedContentInfo,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    certificates: Option<SetOfVec<Any>>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    crls: Option<SetOfVec<Any>>,
    signer_infos: SetOfVec<SignerInfo>,
}

/// What an envelope holds.
pub(crate) struct Envelope {
    pub(crate) content_type: ObjectIdentifier,
    /// The content, where the envelope carries it.
    pub(crate) content: Option<Vec<u8>>,
    pub(crate) certificates: Vec<Cert>,
    pub(crate) signers: Vec<SignerInfo>,
}

impl Envelope {
    /// Reads the envelope at the start of `bytes`; what follows it (the padding that PDF leaves room with) is not looked at.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = SliceReader::new_with_encoding_rules(bytes, EncodingRules::Ber).ok()?;
        let outer = Outer::decode(&mut reader).ok().filter(|outer| outer.content_type.to_string() == SIGNED_DATA)?;
        let SignedData { encap_content_info, certificates, signer_infos, .. } = outer.content;
        let certificates = certificates.iter().flat_map(SetOfVec::iter).take(MOST_CERTIFICATES);
        Some(Self {
            content_type: encap_content_info.econtent_type,
            content: encap_content_info.econtent.map(|content| content.value().to_vec()),
            certificates: certificates.filter_map(|one| Cert::read(&one.to_der().ok()?)).collect(),
            signers: signer_infos.into_vec(),
        })
    }
}
