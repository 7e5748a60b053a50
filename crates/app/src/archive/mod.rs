//! ZIP files that leave the office and may come back from strangers: written whole or not at all, read with trust in nothing.
//!
//! Everything in them is stored as it is, one file after another with no byte between: what is read can be no larger than the file itself, nothing
//! lies in it twice, and nothing is hidden. A reader without this program needs no more than the plainest ZIP.

pub(crate) mod manifest;
mod name;
mod read;
mod write;

pub(crate) use name::{fit, numbered};
pub(crate) use read::{Archive, Limits};
pub(crate) use write::{ArchiveWriter, Written};

use crate::error::AppError;
use std::path::Path;

/// Why a file is not taken, for the officer.
pub(crate) fn refused(path: &Path, why: &str) -> AppError {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    AppError::Input { field: "path", text: format!("Berkas “{name}” ditolak: {why}.") }
}
