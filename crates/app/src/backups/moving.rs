//! The moving file: the office as one file, for another computer.

use super::keep::own_place;
use crate::error::AppError;
use crate::office::Office;
use sandika_store::backup::{self, Place};
use std::io;
use std::path::{Path, PathBuf};

/// A moving file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The file.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: u64,
}

impl Office {
    /// Makes a backup beside the office and writes it as one file, whole or not at all. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::Input`] where the file would be no ZIP file or lie in the office; as [`Office::back_up`].
    pub fn move_out(&self, path: &Path) -> Result<Moved, AppError> {
        let refused = |text: &str| Err(AppError::Input { field: "path", text: text.to_owned() });
        if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
            return refused("Nama berkas pindahan harus berakhiran .zip. Tuliskan nama lain.");
        }
        if path.starts_with(self.folder()) {
            return refused("Berkas pindahan tidak boleh berada di dalam folder kantor. Pilih tempat lain, misalnya media USB.");
        }
        // What was there is only replaced if it was one of ours: a slip must not cost another file.
        if path.exists() && !backup::is_moving_file(path) {
            return refused("Di tempat itu sudah ada berkas lain. Tuliskan nama yang belum dipakai.");
        }
        let made = self.back_up(None)?;
        let place = Place::at(&own_place(&self.folder()));
        backup::write_moving_file(&self.backup_keys()?, &place, &made.stamp, path, &mut self.ports.work.begin())?;
        let unreadable = |source: io::Error| AppError::File { path: path.to_owned(), source };
        Ok(Moved { path: path.to_owned(), bytes: std::fs::metadata(path).map_err(unreadable)?.len() })
    }
}
