//! SHA-256 as lower-case hex: the name of any bytes.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// SHA-256 of `bytes`, 64 lower-case hex digits.
pub fn sha256(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}
