//! SHA-256 as lower-case hex: the name of any bytes.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// SHA-256 of `bytes`, 64 lower-case hex digits.
pub fn sha256(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// A hash in groups of four digits, to be read aloud and compared by eye.
pub fn in_groups(hash: &str) -> Vec<String> {
    hash.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect()
}
