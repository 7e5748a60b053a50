//! What an export says of itself.

use crate::archive::Written;
use crate::error::AppError;
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

/// An end of a journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    /// Place of the last entry; 0 if there is none.
    pub(super) seq: i64,
    /// Its hash.
    pub(super) hash: String,
}

/// A file of the export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileLine {
    /// Its name in the ZIP file.
    pub(super) name: String,
    /// Bytes.
    pub(super) size: u64,
    /// SHA-256, lower-case hex.
    pub(super) sha256: String,
    /// `jurnal`, `tabel`, `isi`, `berkas`.
    pub(super) kind: String,
    /// What it is, in Indonesian.
    pub(super) about: String,
    /// Where a content file lies in the office's folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<String>,
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

impl FileLine {
    pub(super) fn of(written: &Written, kind: &str, about: &str) -> Self {
        let Written { name, size, sha256 } = written.clone();
        Self { name, size, sha256, kind: kind.to_owned(), about: about.to_owned(), place: None }
    }
}

impl Manifest {
    /// As it is written: for people to read, too.
    pub(super) fn written(&self) -> Result<Vec<u8>, AppError> {
        let mut text = serde_json::to_vec_pretty(self).map_err(std::io::Error::from)?;
        text.push(b'\n');
        Ok(text)
    }
}
