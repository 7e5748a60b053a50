//! What a stored file is called: a keyed hash of its hash, so that a name tells nothing of what is inside, not even to whoever has the same bytes.

use crate::cipher::Key;
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// 64 hexadecimal digits.
pub(super) fn of(key: &Key, hash: &str) -> String {
    // HMAC pads a short key with zeros to its block; doing that here spares a length check that cannot fail.
    let mut block = [0; 64];
    block[..key.len()].copy_from_slice(key.as_slice());
    let mut mac = Hmac::<Sha256>::new((&block).into());
    mac.update(hash.as_bytes());
    HEXLOWER.encode(&mac.finalize().into_bytes())
}
