//! An office that is made at this desk of an export in open formats.

use super::{Desk, chosen};
use crate::error::AppError;
use crate::office::Office;
use crate::open_office::Imported;
use std::path::{Path, PathBuf};

impl Desk {
    /// Makes an office of an export, in a folder of the user's choice or the usual one, and opens it. Long work: it is watched.
    ///
    /// # Errors
    /// As [`Office::import_open`]; whatever was open stays open then.
    pub fn import(&mut self, from: &Path, folder: Option<PathBuf>, passphrase: &str, user: &str) -> Result<Imported, AppError> {
        let chosen = chosen(folder)?;
        let place = chosen.clone().unwrap_or_else(|| self.default_folder());
        let imported = Office::import_open(&place, from, passphrase, self.shell.cost, &self.ports(), user)?;
        let office = Office::open(&place, passphrase, self.ports(), &imported.admin)?;
        let name = office.actor().to_owned();
        self.take(office, name, chosen)?;
        Ok(imported)
    }
}
