//! The lines of the file, as they are written and read.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    /// [`super::FORMAT`].
    pub(super) format: String,
    /// [`super::VERSION`].
    pub(super) version: u32,
    /// Name of the office; empty if it has not described itself.
    pub(super) office: String,
    /// The desk whose journal this is.
    pub(super) desk: String,
    /// Program and version.
    pub(super) program: String,
    /// When the file was made.
    pub(super) made_at: String,
    /// Place of the first entry.
    pub(super) first: i64,
    /// Place of the last entry; one less than `first` where there is none.
    pub(super) last: i64,
    /// `ada`: personal parts are opened beside the texts; `tidak`: they are left out.
    pub(super) personal: String,
    /// The case whose entries alone are in the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) case: Option<String>,
}

/// An entry's line.
#[derive(Serialize)]
pub(super) struct EntryOut<'a> {
    pub(super) seq: i64,
    pub(super) hash: &'a str,
    pub(super) body: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) personal: Option<&'a RawValue>,
}

/// An entry's line, as far as it is verified.
#[derive(Deserialize)]
pub(super) struct EntryIn {
    pub(super) seq: i64,
    pub(super) hash: String,
    pub(super) body: String,
}

/// What the chain needs of an entry's text.
#[derive(Deserialize)]
pub(super) struct BodyIn {
    pub(super) desk: String,
    pub(super) desk_seq: i64,
    pub(super) prev: Option<String>,
    pub(super) case: Option<String>,
}

/// The last line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Foot {
    /// Entries.
    pub(super) count: u64,
    /// Place of the last one; 0 if there is none.
    pub(super) head_seq: i64,
    /// Its hash; empty if there is none.
    pub(super) head_hash: String,
    /// SHA-256 over all lines before, with their line breaks.
    pub(super) sha256: String,
}
