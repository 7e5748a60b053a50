//! What it costs to try one passphrase (Argon2id).

use crate::StoreError;
use crate::cipher::Key;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use serde::{Deserialize, Serialize};
use std::sync::{Mutex, PoisonError};
use std::{mem, thread};

/// Memory for one trial, made ready beforehand. A system hands out fresh memory page by page, which takes half as long as the trial itself.
static READY: Mutex<Vec<Block>> = Mutex::new(Vec::new());

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
    /// The second recommended option of RFC 9106, section 4. Its lanes are reckoned side by side on the computer's cores, so that an officer waits
    /// for a part of what whoever tries passphrases by the thousand pays.
    fn default() -> Self {
        Self { m_kib: 64 * 1024, t: 3, p: 4 }
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
        let params = self.params()?;
        let mut memory = mem::take(&mut *READY.lock().unwrap_or_else(PoisonError::into_inner));
        memory.resize(params.block_count(), Block::default());
        let mut key = Key::default();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(passphrase.as_bytes(), salt, key.as_mut(), &mut memory)
            .map_err(|_| StoreError::TooLong)?;
        // Giving it back takes as long as opening the database; where no thread is to be had, it is given back here.
        drop(thread::Builder::new().spawn(move || drop(memory)));
        Ok(key)
    }

    /// Makes the memory of one trial ready, for whoever is about to type a passphrase.
    pub(crate) fn make_ready(self) -> Result<(), StoreError> {
        let blocks = self.params()?.block_count();
        READY.lock().unwrap_or_else(PoisonError::into_inner).resize(blocks, Block::default());
        Ok(())
    }

    fn params(self) -> Result<Params, StoreError> {
        Params::new(self.m_kib, self.t, self.p, None).map_err(|_| StoreError::TooLong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_that_was_made_ready_gives_the_same_key_whatever_it_held() {
        let cost = KdfCost { m_kib: 64, t: 1, p: 2 };
        let plain = cost.stretch("kata sandi", b"garam garam garam").unwrap();
        for ready in [cost, KdfCost { m_kib: 128, ..cost }, KdfCost { m_kib: 32, ..cost }] {
            ready.make_ready().unwrap();
            READY.lock().unwrap().iter_mut().for_each(|block| block.as_mut().fill(u64::MAX));
            assert_eq!(cost.stretch("kata sandi", b"garam garam garam").unwrap().as_slice(), plain.as_slice());
        }
    }

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
