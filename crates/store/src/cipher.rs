//! Small sealed values: a random nonce, the ciphertext and its tag in one run of bytes (XChaCha20-Poly1305); and keyed hashes (HMAC-SHA256).

use crate::StoreError;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// Bytes of the nonce in front of every sealed value.
const NONCE: usize = 24;

/// A secret key; wiped when it is dropped.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// A fresh random key.
pub(crate) fn new_key() -> Result<Key, StoreError> {
    let mut key = Key::default();
    random(key.as_mut())?;
    Ok(key)
}

/// Fills `bytes` from the system's source of randomness.
pub(crate) fn random(bytes: &mut [u8]) -> Result<(), StoreError> {
    getrandom::fill(bytes).map_err(|_| StoreError::NoRandomness)
}

/// Seals `plain`, bound to `context`: it opens only with the same key and the same context.
pub(crate) fn seal(key: &Key, context: &[u8], plain: &[u8]) -> Result<Vec<u8>, StoreError> {
    let mut nonce = [0; NONCE];
    random(&mut nonce)?;
    let payload = Payload { msg: plain, aad: context };
    let sealed = XChaCha20Poly1305::new((&**key).into()).encrypt(&XNonce::from(nonce), payload);
    let sealed = sealed.map_err(|_| StoreError::TooLong)?;
    Ok([&nonce[..], &sealed].concat())
}

/// Opens what [`seal`] made; `None` when the key, the context or a byte differs.
pub(crate) fn open(key: &Key, context: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
    let payload = Payload { msg: sealed, aad: context };
    XChaCha20Poly1305::new((&**key).into()).decrypt(&XNonce::from(*nonce), payload).ok().map(Zeroizing::new)
}

/// A keyed hash of what the parts are one after the other. Parts of varying length must not stand beside each other.
pub(crate) fn mac(key: &Key, parts: &[&[u8]]) -> [u8; 32] {
    // HMAC pads a short key with zeros to its block; doing that here spares a length check that cannot fail.
    let mut block = Zeroizing::new([0; 64]);
    block[..key.len()].copy_from_slice(key.as_slice());
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new((&*block).into());
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

/// Takes a key out of opened bytes; `None` unless they are exactly one key long.
pub(crate) fn key_from(bytes: &[u8]) -> Option<Key> {
    Some(Zeroizing::new(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_only_with_the_same_key_and_context_and_every_byte() {
        let (key, other) = (new_key().unwrap(), new_key().unwrap());
        let sealed = seal(&key, b"a", b"isi").unwrap();
        assert_eq!(open(&key, b"a", &sealed).unwrap().as_slice(), b"isi");
        assert!(open(&other, b"a", &sealed).is_none());
        assert!(open(&key, b"b", &sealed).is_none());
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(open(&key, b"a", &changed).is_none(), "byte {at}");
        }
        for length in 0..sealed.len() {
            assert!(open(&key, b"a", &sealed[..length]).is_none(), "length {length}");
        }
    }
}
