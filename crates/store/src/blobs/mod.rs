//! Stored files: attachments and letters, each under the hash of its bytes, encrypted with the store's own key.

mod name;
mod read;
mod stream;
mod write;

use crate::cipher::Key;
use crate::{StoreError, files};
use std::fs;
use std::path::{Path, PathBuf};

/// Bytes that were stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredBlob {
    /// Their SHA-256, lower-case hex.
    pub hash: String,
    /// How many they are.
    pub size: u64,
}

/// The folder `berkas/` of an office.
pub(crate) struct Blobs {
    folder: PathBuf,
    contents: Key,
    names: Key,
}

impl Blobs {
    /// Opens the folder, makes it if it is not there, and removes what a crash left unfinished.
    pub(crate) fn open(folder: PathBuf, contents: Key, names: Key) -> Result<Self, StoreError> {
        files::make_folder(&folder)?;
        files::sweep_unfinished(&folder)?;
        Ok(Self { folder, contents, names })
    }

    /// The bytes under a hash, proven by it.
    pub(crate) fn read(&self, hash: &str) -> Result<Vec<u8>, StoreError> {
        read::read(&self.path(hash), &self.contents, hash)
    }

    /// Reads the bytes under a hash only to prove them.
    pub(crate) fn prove(&self, hash: &str) -> Result<(), StoreError> {
        read::prove(&self.path(hash), &self.contents, hash, |_| ())
    }

    /// Stores bytes under their hash.
    pub(crate) fn put(&self, bytes: &[u8], limit: u64) -> Result<StoredBlob, StoreError> {
        write::put(self, bytes, limit)
    }

    /// Removes the bytes under a hash, so that no power loss brings them back. True if there were any.
    pub(crate) fn remove(&self, hash: &str) -> Result<bool, StoreError> {
        let path = self.path(hash);
        match fs::remove_file(&path) {
            Ok(()) => path.parent().map_or(Ok(()), files::sync_folder).map(|()| true),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
            Err(source) => Err(StoreError::Io { path, source }),
        }
    }

    /// The name of every stored file, in no order.
    pub(crate) fn names(&self) -> Result<Vec<String>, StoreError> {
        let mut names = Vec::new();
        for shelf in entries(&self.folder)?.into_iter().filter(|path| path.is_dir()) {
            names.extend(entries(&shelf)?.iter().filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())));
        }
        Ok(names)
    }

    /// The name that bytes of this hash are stored under.
    pub(crate) fn name(&self, hash: &str) -> String {
        name::of(&self.names, hash)
    }

    fn path(&self, hash: &str) -> PathBuf {
        let name = self.name(hash);
        self.folder.join(&name[..2]).join(name)
    }
}

/// Bytes in the encrypted form of stored files, for what is kept beside them.
pub(crate) fn sealed(key: &Key, plain: &[u8]) -> Result<Vec<u8>, StoreError> {
    let mut out = Vec::with_capacity(plain.len() + 256);
    // Writing into memory does not fail.
    let _ = stream::encrypt(key, plain, &mut out)?;
    Ok(out)
}

/// What [`sealed`] made; `None` when the key or a byte differs.
pub(crate) fn unsealed(key: &Key, sealed: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::new();
    stream::decrypt(key, sealed, |piece| plain.extend_from_slice(piece)).ok()??;
    Some(plain)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let listed = fs::read_dir(folder).and_then(|names| names.map(|name| Ok(name?.path())).collect());
    listed.map_err(StoreError::at(folder))
}
