//! Putting an office back: the backup is unlocked with its own passphrase, made into an office in a folder of its own, and opened there. Whatever
//! goes wrong leaves nothing behind.

use super::archive::MovingFile;
use super::error::BackupError;
use super::fault::Fault;
use super::list::{Backup, described, read as read_manifest};
use super::manifest::{Manifest, Sealed};
use super::objects::digest;
use super::own_files::may_be_written;
use super::place::Place;
use super::raise::{self, Scratch};
use super::source::{Folder, Source};
use crate::keys::{Keys, SlotFile};
use crate::open::{BLOBS, KEYS};
use crate::progress::Watcher;
use crate::{Store, StoreError, blobs};
use data_encoding::HEXLOWER;
use sandika_domain::fact::Moment;
use sandika_domain::fact::restored::{BackupKind, RestoredOffice};
use std::path::{Path, PathBuf};

/// Most bytes of the key slots.
const SLOTS: u64 = 1024 * 1024;

/// Where a backup lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupSource {
    /// In a place.
    Place {
        /// The place.
        place: Place,
        /// The office's id.
        office: String,
        /// The backup's name.
        stamp: String,
    },
    /// In a moving file.
    MovingFile(PathBuf),
}

impl BackupSource {
    /// What the backup says of itself; nothing is proven yet.
    ///
    /// # Errors
    /// [`BackupError`]: there is none, it was made by a newer program, it cannot be read.
    pub fn describe(&self) -> Result<Backup, StoreError> {
        let (sealed, _) = self.open()?;
        Ok(described(self.stamp(), sealed, false, None))
    }

    fn stamp(&self) -> String {
        match self {
            Self::Place { stamp, .. } => stamp.clone(),
            Self::MovingFile(path) => path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        }
    }

    fn kind(&self) -> BackupKind {
        match self {
            Self::Place { .. } => BackupKind::Place,
            Self::MovingFile(_) => BackupKind::MovingFile,
        }
    }

    fn open(&self) -> Result<(Sealed, Box<dyn Source>), StoreError> {
        match self {
            Self::Place { place, office, stamp } => {
                let place = place.of(office)?;
                place.reached()?;
                Ok((read_manifest(&place, stamp)?, Box::new(Folder(place.objects()))))
            }
            Self::MovingFile(path) => {
                let (file, sealed) = MovingFile::open(path)?;
                Ok((sealed, Box::new(file)))
            }
        }
    }
}

/// A backup whose passphrase was right, and that the office with these keys made.
pub struct Unlocked {
    source: Box<dyn Source>,
    manifest: Manifest,
    user: String,
    keys: Keys,
    stamp: String,
    kind: BackupKind,
    folder: PathBuf,
    scratch: Scratch,
}

impl Unlocked {
    /// Unlocks a backup. `folder` is where the office will be made; what a crash left there goes. `passphrase` is the one that held when the backup
    /// was made.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`]; [`BackupError`]. Then `folder` is not there.
    pub fn open(from: &BackupSource, passphrase: &str, folder: &Path) -> Result<Self, StoreError> {
        let (sealed, source) = from.open()?;
        let stamp = from.stamp();
        let slots = &sealed.manifest.keys;
        let bytes = if slots.size > SLOTS { Err(Fault::Changed) } else { source.object(slots) };
        let bytes = bytes.map_err(|fault| fault.of(&stamp, "berkas kunci"))?;
        let scratch = Scratch::make(folder)?;
        raise::written(&folder.join(KEYS), &bytes)?;
        let (user, master) = SlotFile::read(&folder.join(KEYS))?.open_any(passphrase)?;
        let keys = Keys::derive(&master)?;
        let manifest = sealed.proven(&keys.backup, &stamp)?;
        Ok(Self { source, manifest, user, keys, stamp, kind: from.kind(), folder: folder.to_owned(), scratch })
    }

    /// Whose passphrase it was, by the name of their slot.
    pub fn user(&self) -> &str {
        &self.user
    }

    /// What the journal will say of it.
    pub fn fact(&self) -> RestoredOffice {
        let Manifest { made_at, head_seq, head_hash, .. } = &self.manifest;
        RestoredOffice { kind: self.kind, made_at: *made_at, head_seq: *head_seq, head_hash: head_hash.clone() }
    }

    /// Makes the office in its folder and opens it. `watcher` is told of the database and the stored files.
    ///
    /// # Errors
    /// [`BackupError::Broken`] names the first part that is missing or changed; [`StoreError::Newer`], [`StoreError::Full`], [`StoreError::Stopped`].
    /// Then the folder is not there.
    pub fn raise(self, now: Moment, watcher: &mut Watcher<'_>) -> Result<Store, StoreError> {
        let Self { source, manifest, user, keys, stamp, folder, scratch, .. } = self;
        let mut fault = |part: String, fault: Fault, _: &_| Err(fault.of(&stamp, &part));
        raise::database(source.as_ref(), &manifest, &folder, &mut fault, watcher)?;
        raise::blobs(source.as_ref(), &manifest, &folder.join(BLOBS), &mut fault, watcher)?;
        own_files(source.as_ref(), &manifest, &keys, &stamp, &folder)?;
        let opened = raise::open(&folder, &user, &keys, &manifest, now)?;
        let store = opened.map_err(|what| BackupError::Broken { stamp: stamp.clone(), what })?;
        scratch.keep();
        Ok(store)
    }
}

fn own_files(source: &dyn Source, manifest: &Manifest, keys: &Keys, stamp: &str, folder: &Path) -> Result<(), StoreError> {
    for file in &manifest.files {
        let read = source.object(&file.object).and_then(|bytes| {
            let plain = blobs::unsealed(&keys.blobs, &bytes).ok_or(Fault::Changed)?;
            let whole = HEXLOWER.encode(&digest(&plain)) == file.hash && may_be_written(&file.path);
            whole.then_some(plain).ok_or(Fault::Changed)
        });
        let plain = read.map_err(|fault| fault.of(stamp, "sebuah berkas isi kantor"))?;
        raise::written(&file.path.split('/').fold(folder.to_owned(), |path, part| path.join(part)), &plain)?;
    }
    Ok(())
}
