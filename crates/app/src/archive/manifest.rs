//! What the manifests of our ZIP files have in common: every file with its size and its hash, and where the journal ended.

use super::Written;
use crate::error::AppError;
use serde::{Deserialize, Serialize};

/// An end of a journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Head {
    /// Place of the last entry; 0 if there is none.
    pub(crate) seq: i64,
    /// Its hash.
    pub(crate) hash: String,
}

/// A file of a ZIP file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileLine {
    /// Its name there.
    pub(crate) name: String,
    /// Bytes.
    pub(crate) size: u64,
    /// SHA-256, lower-case hex.
    pub(crate) sha256: String,
    /// A word of the format.
    pub(crate) kind: String,
    /// What it is, in Indonesian.
    pub(crate) about: String,
    /// Where it lies in the office's folder, where it is a file of the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<String>,
}

impl FileLine {
    /// Of a file that was just written.
    pub(crate) fn of(written: &Written, kind: &str, about: &str) -> Self {
        let Written { name, size, sha256 } = written.clone();
        Self { name, size, sha256, kind: kind.to_owned(), about: about.to_owned(), place: None }
    }
}

/// A manifest as it is written: for people to read, too.
///
/// # Errors
/// [`AppError::Io`], which no manifest of ours meets.
pub(crate) fn pretty(manifest: &impl Serialize) -> Result<Vec<u8>, AppError> {
    let mut text = serde_json::to_vec_pretty(manifest).map_err(std::io::Error::from)?;
    text.push(b'\n');
    Ok(text)
}
