//! A letter face that the office brought itself: the files of its cuts, handed to whoever draws.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::fmt;

/// A font file with its identity.
#[derive(Clone)]
pub struct FontFile {
    hash: String,
    bytes: Vec<u8>,
}

impl FontFile {
    /// The file of these bytes.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { hash: HEXLOWER.encode(&Sha256::digest(&bytes)), bytes }
    }

    /// SHA-256 of the bytes, hex.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl PartialEq for FontFile {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl fmt::Debug for FontFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FontFile({}, {} bytes)", self.hash, self.bytes.len())
    }
}

/// The cuts of a face. Where one is missing, the regular one is used in its place: slanting or thickening it by calculation would give shapes that
/// nobody drew.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnFace {
    /// Running text.
    pub regular: FontFile,
    /// Titles, names, the office on the letterhead.
    pub bold: Option<FontFile>,
    /// The footer.
    pub italic: Option<FontFile>,
}
