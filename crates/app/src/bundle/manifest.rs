//! What a bundle says of itself: whose it is, and every file with its size and its hash.

use super::gather::Paper;
use crate::archive::Written;
use crate::error::AppError;
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

/// An end of a journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    /// Place of the last entry.
    pub(super) seq: i64,
    /// Its hash.
    pub(super) hash: String,
}

/// A file of the bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileLine {
    /// Its name in the bundle.
    pub(super) name: String,
    /// Bytes.
    pub(super) size: u64,
    /// SHA-256, lower-case hex.
    pub(super) sha256: String,
    /// `keterangan`, `pemeriksa`, `riwayat`, `jurnal`, `surat`, `surat-kembali`, `berkas`.
    pub(super) kind: String,
    /// What it is, in Indonesian.
    pub(super) about: String,
}

/// A file that is no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Gone {
    /// SHA-256 that it had.
    pub(super) sha256: String,
    /// What it was.
    pub(super) about: String,
}

impl FileLine {
    pub(super) fn of(written: &Written, kind: &str, about: &str) -> Self {
        let Written { name, size, sha256 } = written.clone();
        Self { name, size, sha256, kind: kind.to_owned(), about: about.to_owned() }
    }

    /// Whether it is a file that an entry of the journal must name.
    pub(super) fn is_recorded(&self) -> bool {
        ["surat", "surat-kembali", "berkas"].contains(&self.kind.as_str())
    }
}

impl Gone {
    pub(super) fn of(paper: &Paper) -> Self {
        Self { sha256: paper.file.hash.clone(), about: paper.about.clone() }
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
