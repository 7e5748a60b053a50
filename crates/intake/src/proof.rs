//! Whether a signature was made with the key that a certificate names. Public keys only; nothing here can sign.

use crate::digest::Hash;
use der::asn1::ObjectIdentifier;
use der::{Any, Decode, Encode};
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use rsa::pkcs1::{DecodeRsaPublicKey, RsaPssParams};
use rsa::traits::{PublicKeyParts, SignatureScheme};
use rsa::{Pkcs1v15Sign, Pss, PublicKey};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

const RSA: &str = "1.2.840.113549.1.1.1";
const RSA_PSS: &str = "1.2.840.113549.1.1.10";
const EC_KEY: &str = "1.2.840.10045.2.1";
const P256: &str = "1.2.840.10045.3.1.7";
const P384: &str = "1.3.132.0.34";

/// RSA keys below this many bits are told as weak (NIST SP 800-131A).
const LEAST_RSA_BITS: usize = 2048;

/// What the arithmetic says of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Made with the certificate's key, over these bytes.
    Good,
    /// Not made with that key, or over other bytes.
    Bad,
    /// Made with a key or an algorithm that this program does not know.
    Unsupported,
}

/// A signature, what it claims to cover, and whose key it claims.
pub(crate) struct Claim<'a> {
    pub(crate) key: &'a SubjectPublicKeyInfoOwned,
    pub(crate) algorithm: &'a AlgorithmIdentifierOwned,
    /// The hash that is named beside the signature, for algorithms that name none.
    pub(crate) hash: Option<Hash>,
    pub(crate) message: &'a [&'a [u8]],
    pub(crate) signature: &'a [u8],
}

#[derive(Clone, Copy, PartialEq)]
enum Scheme {
    Pkcs1,
    Pss { salt: usize },
    Ecdsa,
}

impl Claim<'_> {
    /// What the arithmetic says, and whether what it rests on is weak by today's measure.
    pub(crate) fn prove(&self) -> (Proof, bool) {
        let Some((scheme, hash)) = self.scheme() else { return (Proof::Unsupported, false) };
        let digest = hash.of(self.message);
        let key = self.key.subject_public_key.raw_bytes();
        let (found, short) = match scheme {
            Scheme::Ecdsa => (self.ecdsa(key, &digest), false),
            Scheme::Pkcs1 | Scheme::Pss { .. } => rsa(key, scheme, hash, &digest, self.signature),
        };
        (found.map_or(Proof::Unsupported, |good| if good { Proof::Good } else { Proof::Bad }), hash.is_weak() || short)
    }

    /// How it was signed, if the key is of that kind.
    fn scheme(&self) -> Option<(Scheme, Hash)> {
        let (named, key) = (self.algorithm.oid.to_string(), self.key.algorithm.oid.to_string());
        match named.as_str() {
            RSA_PSS if key == RSA || key == RSA_PSS => pss(self.algorithm.parameters.as_ref()?),
            RSA if key == RSA => Some((Scheme::Pkcs1, self.hash?)),
            EC_KEY if key == EC_KEY => Some((Scheme::Ecdsa, self.hash?)),
            _ => {
                let hash = Hash::named(&self.algorithm.oid)?;
                let scheme = if named.starts_with("1.2.840.10045.4.") { Scheme::Ecdsa } else { Scheme::Pkcs1 };
                (key == if scheme == Scheme::Ecdsa { EC_KEY } else { RSA }).then_some((scheme, hash))
            }
        }
    }

    fn ecdsa(&self, key: &[u8], digest: &[u8]) -> Option<bool> {
        let curve = self.key.algorithm.parameters.as_ref()?.decode_as::<ObjectIdentifier>().ok()?.to_string();
        match curve.as_str() {
            P256 => {
                let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(key).ok()?;
                let signature = p256::ecdsa::Signature::from_der(self.signature);
                Some(signature.is_ok_and(|signature| key.verify_prehash(digest, &signature).is_ok()))
            }
            P384 => {
                let key = p384::ecdsa::VerifyingKey::from_sec1_bytes(key).ok()?;
                let signature = p384::ecdsa::Signature::from_der(self.signature);
                Some(signature.is_ok_and(|signature| key.verify_prehash(digest, &signature).is_ok()))
            }
            _ => None,
        }
    }
}

/// The parameters of PSS; its mask must use the hash of the message, as every signer known here does.
fn pss(parameters: &Any) -> Option<(Scheme, Hash)> {
    let bytes = parameters.to_der().ok()?;
    let params = RsaPssParams::<Any>::from_der(&bytes).ok()?;
    let hash = Hash::named(&params.hash.oid)?;
    let mask = Hash::named(&params.mask_gen.parameters.as_ref()?.oid)?;
    (hash == mask).then_some((Scheme::Pss { salt: usize::from(params.salt_len) }, hash))
}

fn rsa(key: &[u8], scheme: Scheme, hash: Hash, digest: &[u8], signature: &[u8]) -> (Option<bool>, bool) {
    let Ok(key) = PublicKey::from_pkcs1_der(key) else { return (None, false) };
    let good = match (scheme, hash) {
        (Scheme::Pss { salt }, Hash::Sha1) => verify(&key, Pss::<Sha1>::new_with_salt(salt), digest, signature),
        (Scheme::Pss { salt }, Hash::Sha256) => verify(&key, Pss::<Sha256>::new_with_salt(salt), digest, signature),
        (Scheme::Pss { salt }, Hash::Sha384) => verify(&key, Pss::<Sha384>::new_with_salt(salt), digest, signature),
        (Scheme::Pss { salt }, Hash::Sha512) => verify(&key, Pss::<Sha512>::new_with_salt(salt), digest, signature),
        (_, Hash::Sha1) => verify(&key, Pkcs1v15Sign::new::<Sha1>(), digest, signature),
        (_, Hash::Sha256) => verify(&key, Pkcs1v15Sign::new::<Sha256>(), digest, signature),
        (_, Hash::Sha384) => verify(&key, Pkcs1v15Sign::new::<Sha384>(), digest, signature),
        (_, Hash::Sha512) => verify(&key, Pkcs1v15Sign::new::<Sha512>(), digest, signature),
    };
    (Some(good), key.size() * 8 < LEAST_RSA_BITS)
}

fn verify(key: &PublicKey, scheme: impl SignatureScheme, digest: &[u8], signature: &[u8]) -> bool {
    key.verify(scheme, digest, signature).is_ok()
}
