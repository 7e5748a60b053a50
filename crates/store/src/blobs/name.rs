//! What a stored file is called: a keyed hash of its hash, so that a name tells nothing of what is inside, not even to whoever has the same bytes.

use crate::cipher::{self, Key};
use data_encoding::HEXLOWER;

/// 64 hexadecimal digits.
pub(super) fn of(key: &Key, hash: &str) -> String {
    HEXLOWER.encode(&cipher::mac(key, &[hash.as_bytes()]))
}
