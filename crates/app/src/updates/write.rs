//! Writing an update file. Whoever signs is handed the manifest; no secret key comes near the product.

use super::manifest::{InstallerLine, Manifest};
use super::{LIMITS, MANIFEST, SIGNATURE};
use crate::archive::ArchiveWriter;
use crate::error::AppError;
use crate::hash::sha256;
use chrono::NaiveDate;
use semver::Version;
use std::io;
use std::path::Path;

/// What an update brings.
#[derive(Clone, Debug)]
pub struct NewUpdate<'u> {
    /// Version of the program in it.
    pub version: Version,
    /// When it is made.
    pub date: NaiveDate,
    /// Schema version of the store that it writes.
    pub schema: i64,
    /// What is new, in Indonesian.
    pub notes: &'u str,
    /// Name of the installer.
    pub name: &'u str,
    /// Its bytes.
    pub installer: &'u [u8],
}

/// Writes an update file, whole or not at all. `sign` answers with a minisign signature over the bytes that it is handed.
///
/// # Errors
/// [`AppError::Update`] for what no program would take; [`AppError::File`]; what `sign` answers.
pub fn write_update(to: &Path, update: &NewUpdate<'_>, sign: &dyn Fn(&[u8]) -> io::Result<String>) -> Result<(), AppError> {
    let NewUpdate { version, date, schema, notes, name, installer } = update;
    let unwritable = |source| AppError::File { path: to.to_owned(), source };
    if installer.len() as u64 > LIMITS.size {
        return Err(unwritable(io::ErrorKind::FileTooLarge.into()));
    }
    let line = InstallerLine { name: (*name).to_owned(), size: installer.len() as u64, sha256: sha256(installer) };
    let manifest = Manifest::new(version.clone(), *date, *schema, (*notes).to_owned(), line).checked()?;
    let text = toml::to_string(&manifest).map_err(|error| unwritable(io::Error::other(error)))?;
    let signature = sign(text.as_bytes()).map_err(unwritable)?;
    let mut zip = ArchiveWriter::create(to)?;
    zip.put(MANIFEST, text.as_bytes())?;
    zip.put(SIGNATURE, signature.as_bytes())?;
    zip.put(name, installer)?;
    zip.finish(|_| Ok(())).map(drop)
}
