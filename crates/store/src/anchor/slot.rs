//! One place of the anchor's file: a few bytes with a keyed hash, so that nobody without the key can write one.
//!
//! `"SDKJ"` · version (1 byte) · state (1) · counter (8, big-endian) · seq (8) · hash (32) · SHA-256 of the desk (32) · HMAC-SHA256 over all of
//! that (32); the rest of the 512 bytes is zero. 512 bytes are one sector of a disk, which a power loss leaves old or new.

use crate::cipher::{self, Key};
use crate::journal::Tip;
use crate::journal::chain::Hash;

/// Bytes of a place.
pub(super) const SLOT: usize = 512;
const MAGIC: &[u8; 5] = b"SDKJ\x01";
const BODY: usize = MAGIC.len() + 1 + 8 + 8 + 32 + 32;

/// What a place tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// The journal ended here while a program had the office open.
    Open,
    /// The journal ended here when the office was closed in good order.
    Closed,
    /// The journal ended here when an anchor was found to be missing or to be ahead of it.
    Found,
}

/// A place, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) state: State,
    /// The newer of two places has the higher one.
    pub(super) counter: u64,
    pub(super) tip: Tip,
    pub(super) desk: Hash,
}

impl Slot {
    /// The bytes of the place.
    pub(super) fn write(&self, key: &Key) -> [u8; SLOT] {
        let state = match self.state {
            State::Open => 1,
            State::Closed => 2,
            State::Found => 3,
        };
        let body = [&MAGIC[..], &[state], &self.counter.to_be_bytes(), &self.tip.seq.to_be_bytes(), &self.tip.hash, &self.desk].concat();
        let mut bytes = [0; SLOT];
        let signed = body.iter().copied().chain(cipher::mac(key, &[&body]));
        bytes.iter_mut().zip(signed).for_each(|(slot, byte)| *slot = byte);
        bytes
    }

    /// Reads a place; `None` unless it is whole and was written with this key.
    pub(super) fn read(key: &Key, bytes: &[u8]) -> Option<Self> {
        let (body, rest) = bytes.split_at_checked(BODY)?;
        let (mac, _) = rest.split_first_chunk::<32>()?;
        if cipher::mac(key, &[body]) != *mac {
            return None;
        }
        let (state, body) = body.strip_prefix(MAGIC)?.split_first()?;
        let (counter, body) = body.split_first_chunk()?;
        let (seq, body) = body.split_first_chunk()?;
        let (hash, body) = body.split_first_chunk()?;
        let state = match state {
            1 => State::Open,
            2 => State::Closed,
            3 => State::Found,
            _ => return None,
        };
        let tip = Tip { seq: i64::from_be_bytes(*seq), hash: *hash };
        Some(Self { state, counter: u64::from_be_bytes(*counter), tip, desk: body.try_into().ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_comes_back_with_its_key_and_every_byte_and_not_otherwise() {
        let (key, other) = (cipher::new_key().unwrap(), cipher::new_key().unwrap());
        for state in [State::Open, State::Closed, State::Found] {
            let slot = Slot { state, counter: 7, tip: Tip { seq: 127, hash: [9; 32] }, desk: [4; 32] };
            let bytes = slot.write(&key);
            assert_eq!(Slot::read(&key, &bytes), Some(slot));
            assert_eq!(Slot::read(&other, &bytes), None);
            for at in 0..BODY + 32 {
                let mut changed = bytes;
                changed[at] ^= 1;
                assert_eq!(Slot::read(&key, &changed), None, "byte {at}");
                assert_eq!(Slot::read(&key, &bytes[..at]), None, "length {at}");
            }
        }
        assert_eq!(Slot::read(&key, &[0; SLOT]), None);
    }
}
