//! What an export says of itself.

pub(super) use crate::archive::manifest::{FileLine, Head};
use serde::{Deserialize, Serialize};

/// `kantor.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
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
    /// When it was made, UTC.
    pub(super) made_at: String,
    /// User name.
    pub(super) made_by: String,
    /// Where the chain of the journal ended then; an import begins a chain of its own.
    pub(super) head: Head,
    /// Entries.
    pub(super) entries: u64,
    /// Every file but this one, in the order of the ZIP file.
    pub(super) files: Vec<FileLine>,
    /// What is no fact, and is not in it.
    #[serde(default)]
    pub(super) left_out: LeftOut,
}

/// What is not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct LeftOut {
    pub(super) drafts: u64,
    pub(super) outgoing: u64,
    pub(super) scans: u64,
    pub(super) content: Vec<String>,
}

impl LeftOut {
    pub(super) fn of(left: &super::LeftOut) -> Self {
        let super::LeftOut { drafts, outgoing, scans, content } = left.clone();
        Self { drafts, outgoing, scans, content }
    }
}
