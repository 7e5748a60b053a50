//! Looking into an update file. Signature first: nothing in it is believed before.

use super::manifest::Manifest;
use super::{LIMITS, MANIFEST, SIGNATURE, TEXT_LIMIT, TrustedKeys, UpdateFault};
use crate::archive::Archive;
use crate::error::AppError;
use crate::hash::sha256;
use chrono::NaiveDate;
use sandika_store::{Progress, Stage, Store, StoreError};
use semver::Version;
use std::ops::ControlFlow;
use std::path::Path;

/// Is told how far the reading is, and may end it.
pub(super) type Watch<'w> = dyn FnMut(Progress) -> ControlFlow<()> + 'w;

/// An update whose signature and content were proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// Version that it brings.
    pub version: Version,
    /// When it was made.
    pub date: NaiveDate,
    /// What is new, in Indonesian.
    pub notes: String,
    /// Schema version of the store that it writes.
    pub schema: i64,
    /// Number of the key that it is signed with.
    pub key: String,
    /// Bytes of its installer.
    pub bytes: u64,
    /// SHA-256 of its manifest: what is installed later has to have the same.
    pub seal: String,
}

impl Update {
    /// Whether it is newer than a program, and can read what that program wrote.
    ///
    /// # Errors
    /// [`UpdateFault::SameVersion`]; [`UpdateFault::OlderVersion`]; [`UpdateFault::OlderStore`].
    pub fn newer_than(&self, running: &Version) -> Result<(), UpdateFault> {
        match self.version.cmp_precedence(running) {
            std::cmp::Ordering::Equal => return Err(UpdateFault::SameVersion(self.version.clone())),
            std::cmp::Ordering::Less => {
                return Err(UpdateFault::OlderVersion { brings: self.version.clone(), running: running.clone() });
            }
            std::cmp::Ordering::Greater => {}
        }
        // An office that is open was brought up to the schema of the program that opened it.
        let ours = Store::newest_schema();
        if self.schema < ours { Err(UpdateFault::OlderStore { brings: self.schema, ours }) } else { Ok(()) }
    }
}

/// The version of this program.
pub fn running_version() -> Version {
    Version::parse(env!("CARGO_PKG_VERSION")).unwrap_or(Version::new(u64::MAX, 0, 0))
}

/// Proves a file of an update: its layout, who signed it, and every byte of the installer.
///
/// # Errors
/// [`AppError::Update`] with what is wrong.
pub fn look_into_update(path: &Path, keys: &TrustedKeys) -> Result<Update, AppError> {
    look(path, keys, &mut |_| ControlFlow::Continue(()))
}

/// The same, watched.
pub(super) fn look(path: &Path, keys: &TrustedKeys, watch: &mut Watch<'_>) -> Result<Update, AppError> {
    let mut opened = OpenedUpdate::open(path, keys)?;
    opened.installer(watch, &mut |_| Ok(()))?;
    Ok(opened.update)
}

/// A file that stays open, so that what is copied out of it is what was proven.
pub(super) struct OpenedUpdate {
    archive: Archive,
    place: usize,
    manifest: Manifest,
    pub(super) update: Update,
}

impl OpenedUpdate {
    /// Opens a file whose manifest is signed with a trusted key.
    ///
    /// # Errors
    /// [`AppError::Update`].
    pub(super) fn open(path: &Path, keys: &TrustedKeys) -> Result<Self, AppError> {
        let mut archive = Archive::open(path, &LIMITS).map_err(told)?;
        let text = part(&mut archive, MANIFEST)?.ok_or_else(|| UpdateFault::NoUpdate("keterangannya tidak ada".to_owned()))?;
        let signature = part(&mut archive, SIGNATURE)?.ok_or(UpdateFault::Unsigned)?;
        let key = keys.prove(&text, &signature)?;
        let manifest = Manifest::read(&text)?;
        let place = archive.place(&manifest.installer.name).ok_or(UpdateFault::BadInstaller)?;
        let size = archive.listed().get(place).map(|listed| listed.size);
        if size != Some(manifest.installer.size) || archive.listed().len() as u64 != LIMITS.files {
            return Err(UpdateFault::BadInstaller.into());
        }
        let Manifest { version, date, schema, notes, installer, .. } = manifest.clone();
        let update = Update { version, date, notes, schema, key, bytes: installer.size, seal: sha256(&text) };
        Ok(Self { archive, place, manifest, update })
    }

    /// Name of the installer, safe on every system.
    pub(super) fn name(&self) -> &str {
        &self.manifest.installer.name
    }

    /// SHA-256 of the installer as it was signed.
    pub(super) fn hash(&self) -> &str {
        &self.manifest.installer.sha256
    }

    /// Hands the installer to `each`, piece by piece, and proves it.
    ///
    /// # Errors
    /// What `each` answers; [`UpdateFault::BadInstaller`] once all of it was handed over; [`StoreError::Stopped`].
    pub(super) fn installer(&mut self, watch: &mut Watch<'_>, each: &mut dyn FnMut(&[u8]) -> Result<(), AppError>) -> Result<(), AppError> {
        let (mut done, total) = (0, self.manifest.installer.size);
        let hash = self.archive.pieces(self.place, &mut |piece| {
            done += piece.len() as u64;
            if watch(Progress { stage: Stage::Update, done, total }).is_break() {
                return Err(StoreError::Stopped.into());
            }
            each(piece)
        });
        match hash.map_err(told)? {
            Some(hash) if hash == self.manifest.installer.sha256 => Ok(()),
            _ => Err(UpdateFault::BadInstaller.into()),
        }
    }
}

/// A text of the file; none where it is not there.
fn part(archive: &mut Archive, name: &str) -> Result<Option<Vec<u8>>, AppError> {
    let Some(place) = archive.place(name) else { return Ok(None) };
    let damaged = || UpdateFault::NoUpdate("isinya rusak atau terpotong".to_owned());
    Ok(Some(archive.read(place, TEXT_LIMIT).map_err(told)?.ok_or_else(damaged)?))
}

/// What the reader of ZIP files says, in the words of updates.
fn told(error: AppError) -> AppError {
    match error {
        AppError::File { source, .. } => UpdateFault::Unreadable(source).into(),
        AppError::Input { text, .. } => {
            let why = text.split_once(" ditolak: ").map_or(text.as_str(), |(_, why)| why);
            UpdateFault::NoUpdate(why.trim_end_matches('.').to_owned()).into()
        }
        other => other,
    }
}
