//! Reading a stored file and proving it.

use super::stream;
use crate::StoreError;
use crate::cipher::Key;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io;
use std::path::Path;

/// The bytes at `path`, if their hash is `hash`.
pub(super) fn read(path: &Path, key: &Key, hash: &str) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    prove(path, key, hash, |piece| bytes.extend_from_slice(piece))?;
    Ok(bytes)
}

/// Reads what is at `path` piece by piece; in order only if all of it decrypts and its hash is `hash`.
pub(super) fn prove(path: &Path, key: &Key, hash: &str, mut each: impl FnMut(&[u8])) -> Result<(), StoreError> {
    let file = File::open(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => StoreError::BlobMissing { hash: hash.to_owned() },
        _ => StoreError::Io { path: path.to_owned(), source },
    })?;
    let mut found = Sha256::new();
    let whole = stream::decrypt(key, file, |piece| {
        found.update(piece);
        each(piece);
    });
    match whole.map_err(StoreError::at(path))? {
        Some(()) if HEXLOWER.encode(&found.finalize()) == hash => Ok(()),
        _ => Err(StoreError::BlobChanged { hash: hash.to_owned() }),
    }
}
