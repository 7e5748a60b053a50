//! The manifest: what a backup holds, vouched for with a key of the office.
//!
//! `{"manifest":{…},"mac":"…"}`; the keyed hash runs over the text between as it stands, so that it never depends on how a later program would
//! write it.

use super::error::BackupError;
use super::objects::ObjectRef;
use super::own_files::OwnFile;
use super::shrink::Fallen;
use crate::cipher::{self, Key};
use data_encoding::HEXLOWER;
use sandika_domain::fact::Moment;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// Version of the format.
pub(super) const FORMAT: u32 = 1;
/// Most bytes of a manifest: a hundred times what an office of ten years needs.
pub(super) const LIMIT: u64 = 16 * 1024 * 1024;
/// What the keyed hash begins with.
const CONTEXT: &[u8] = b"sandika/1/manifest/";

/// How much of each kind an office holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Entries of the journal.
    pub entries: u64,
    /// Facts in them.
    pub facts: u64,
    /// Cases.
    pub cases: u64,
    /// Owners.
    pub owners: u64,
    /// Letters, each version.
    pub letters: u64,
    /// Stored files.
    pub blobs: u64,
    /// Persons whose data was erased.
    pub erased: u64,
    /// How often the office was put back from a backup.
    pub restores: u64,
}

/// The database file, in pieces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DatabasePart {
    /// Bytes of the file.
    pub(super) size: u64,
    /// Bytes of a piece; the last one may be shorter.
    pub(super) piece: u64,
    /// The hashes of the pieces, 32 bytes each, one after the other.
    pub(super) list: ObjectRef,
}

/// The stored files whose names begin with the same two digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shelf {
    /// The two digits.
    pub(super) name: String,
    /// How many files.
    pub(super) count: u64,
    /// The list of them.
    pub(super) list: ObjectRef,
}

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub(super) format: u32,
    /// The office's random id, 32 hexadecimal digits.
    pub(super) office: String,
    pub(super) made_at: Moment,
    /// Version of the program that made it.
    pub(super) program: String,
    /// Version of the database's schema.
    pub(super) schema: i64,
    pub(super) desk: String,
    /// Place of the journal's last entry; 0 if it has none.
    pub(super) head_seq: i64,
    /// SHA-256 of that entry, lower-case hex; empty if there is none.
    pub(super) head_hash: String,
    /// Changes whenever anything that is kept changes.
    pub(super) mark: String,
    pub(super) counts: Counts,
    pub(super) database: DatabasePart,
    /// The key slots, as they are.
    pub(super) keys: ObjectRef,
    pub(super) shelves: Vec<Shelf>,
    /// The office's own content files.
    pub(super) files: Vec<OwnFile>,
    /// What is less than in the backup before.
    pub(super) shrink: Vec<Fallen>,
}

/// A manifest as it was read: what it says, and what vouches for it.
pub(super) struct Sealed {
    pub(super) manifest: Manifest,
    text: String,
    mac: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    manifest: Box<RawValue>,
    mac: String,
}

#[derive(Deserialize)]
struct Format {
    format: u32,
}

impl Manifest {
    /// The manifest as it is written.
    pub(super) fn seal(&self, key: &Key) -> serde_json::Result<Vec<u8>> {
        let manifest = serde_json::value::to_raw_value(self)?;
        let mac = HEXLOWER.encode(&mac(key, manifest.get()));
        serde_json::to_vec(&File { manifest, mac })
    }
}

impl Sealed {
    /// Reads a manifest. Whether it is genuine is another question: see [`Self::is_of`].
    pub(super) fn read(bytes: &[u8], stamp: &str) -> Result<Self, BackupError> {
        let broken = |_| BackupError::Broken { stamp: stamp.to_owned(), what: "keterangannya tidak dapat dibaca".to_owned() };
        let File { manifest, mac } = serde_json::from_slice(bytes).map_err(broken)?;
        let Format { format } = serde_json::from_str(manifest.get()).map_err(broken)?;
        if format > FORMAT {
            return Err(BackupError::Newer { format, program: FORMAT });
        }
        Ok(Self { manifest: serde_json::from_str(manifest.get()).map_err(broken)?, text: manifest.get().to_owned(), mac })
    }

    /// Whether an office with this key wrote it, every letter of it.
    pub(super) fn is_of(&self, key: &Key) -> bool {
        self.mac == HEXLOWER.encode(&mac(key, &self.text))
    }

    /// The manifest, if an office with this key wrote it.
    ///
    /// # Errors
    /// [`BackupError::Foreign`].
    pub(super) fn proven(self, key: &Key, stamp: &str) -> Result<Manifest, BackupError> {
        if self.is_of(key) { Ok(self.manifest) } else { Err(BackupError::Foreign { stamp: stamp.to_owned() }) }
    }
}

fn mac(key: &Key, text: &str) -> [u8; 32] {
    cipher::mac(key, &[CONTEXT, text.as_bytes()])
}
