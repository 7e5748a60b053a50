//! What it costs to try one passphrase (Argon2id).

use crate::StoreError;
use crate::cipher::Key;
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};

/// Work per trial of a passphrase. The default is for an office computer of today; it is stored with each slot and may differ between slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KdfCost {
    /// Memory in KiB, 8 … 1,048,576.
    pub m_kib: u32,
    /// Passes, 1 … 16.
    pub t: u32,
    /// Lanes, 1 … 8.
    pub p: u32,
}

impl Default for KdfCost {
    fn default() -> Self {
        Self { m_kib: 64 * 1024, t: 3, p: 1 }
    }
}

impl KdfCost {
    /// The bounds keep an edited slot file from making an opening endless or from eating the memory. The lanes come first: the least memory
    /// hangs on them.
    pub(crate) fn is_sane(self) -> bool {
        (1..=8).contains(&self.p) && (8 * self.p..=1024 * 1024).contains(&self.m_kib) && (1..=16).contains(&self.t)
    }

    /// The key that `passphrase` gives with this salt.
    pub(crate) fn stretch(self, passphrase: &str, salt: &[u8]) -> Result<Key, StoreError> {
        let params = Params::new(self.m_kib, self.t, self.p, None).map_err(|_| StoreError::TooLong)?;
        let mut key = Key::default();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), salt, key.as_mut())
            .map_err(|_| StoreError::TooLong)?;
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn costs_out_of_bounds_are_told_without_reckoning_with_them() {
        for ((m_kib, t, p), sane) in [
            ((64, 1, 1), true),
            ((64 * 1024, 3, 1), true),
            ((64, 1, 8), true),
            ((63, 1, 8), false),
            ((7, 1, 1), false),
            ((64, 0, 1), false),
            ((64, 17, 1), false),
            ((64, 1, 0), false),
            ((64, 1, 9), false),
            ((64, 1, u32::MAX), false),
            ((64, 1, u32::MAX / 8 + 2), false),
            ((1024 * 1024 + 1, 1, 1), false),
        ] {
            assert_eq!(KdfCost { m_kib, t, p }.is_sane(), sane, "{m_kib} {t} {p}");
        }
    }
}
