//! What a bundle says of itself: whose it is, and every file with its size and its hash.

use super::gather::Paper;
pub(super) use crate::archive::manifest::{FileLine, Head};
use serde::{Deserialize, Serialize};

/// `manifest.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// [`super::FORMAT`].
    pub(super) format: String,
    /// [`super::VERSION`].
    pub(super) version: u32,
    /// Name of the office; empty if it has not described itself.
    pub(super) office: String,
    /// Program and version.
    pub(super) program: String,
    /// Id of the case, as its entries name it.
    pub(super) case: String,
    /// Its agenda number.
    pub(super) agenda: String,
    /// When the bundle was made, UTC.
    pub(super) made_at: String,
    /// User name.
    pub(super) made_by: String,
    /// Where the office's journal ended then.
    pub(super) head: Head,
    /// Entries of the case.
    pub(super) entries: u64,
    /// Every file but this one, in the order of the ZIP file.
    pub(super) files: Vec<FileLine>,
    /// Files that entries name and that went with an erased person.
    #[serde(default)]
    pub(super) gone: Vec<Gone>,
}

/// A file that is no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Gone {
    /// SHA-256 that it had.
    pub(super) sha256: String,
    /// What it was.
    pub(super) about: String,
}

/// Whether it is a file that an entry of the journal must name.
pub(super) fn is_recorded(line: &FileLine) -> bool {
    ["surat", "surat-kembali", "berkas"].contains(&line.kind.as_str())
}

impl Gone {
    pub(super) fn of(paper: &Paper) -> Self {
        Self { sha256: paper.file.hash.clone(), about: paper.about.clone() }
    }
}
