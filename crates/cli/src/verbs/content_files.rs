//! Files of content as they are named on a command line: one by one, or all of a folder.

use crate::failure::reading_fault;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Most bytes that are read of a file; far beyond what a checker accepts, so that it can say how large the file is.
const LARGEST: u64 = 16 * 1024 * 1024;

/// A file or folder that cannot be read.
pub(super) struct Unread {
    /// As it was named.
    pub(super) file: String,
    /// What, why, what to do.
    pub(super) message: String,
}

/// The files that a word of the command line means: itself, or the `*.toml` of a folder, by name. `what` is what is looked for.
///
/// # Errors
/// A folder that cannot be read, or has none.
pub(super) fn at(path: &Path, what: &str) -> Result<Vec<PathBuf>, Unread> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let files = toml_of(path).map_err(|error| unread(path, &error))?;
    if files.is_empty() {
        let message = format!("Folder ini tidak berisi berkas {what} (*.toml). Periksa letaknya.");
        return Err(Unread { file: path.display().to_string(), message });
    }
    Ok(files)
}

/// Reads a file as a checker wants it.
///
/// # Errors
/// What the system says, in words.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    let all = File::open(path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes));
    all.map(|_| bytes).map_err(|error| unread(path, &error))
}

/// Whether a word that is no id can only be a file.
pub(super) fn looks_like_a_file(path: &Path) -> bool {
    path.exists() || path.extension().is_some_and(|ending| ending == "toml") || path.components().count() > 1
}

fn unread(path: &Path, error: &io::Error) -> Unread {
    Unread { file: path.display().to_string(), message: format!("Tidak dapat dibaca: {}.", reading_fault(error)) }
}

fn toml_of(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    let mut files: Vec<PathBuf> =
        paths.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "toml") && !path.is_dir()).collect();
    files.sort();
    Ok(files)
}
