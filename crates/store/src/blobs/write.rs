//! Storing a file: written under an unfinished name, flushed, read back, compared, and only then given its name.

use super::{Blobs, StoredBlob, read, stream};
use crate::{StoreError, cipher, files};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Stores `bytes`. What is stored already, and whole, is left as it is; what is stored and damaged is replaced.
pub(super) fn put(blobs: &Blobs, bytes: &[u8], limit: u64) -> Result<StoredBlob, StoreError> {
    let size = bytes.len() as u64;
    if size > limit {
        return Err(StoreError::BlobTooLarge { limit });
    }
    let blob = StoredBlob { hash: HEXLOWER.encode(&Sha256::digest(bytes)), size };
    let path = blobs.path(&blob.hash);
    if blobs.prove(&blob.hash).is_ok() {
        // Whoever stored it may have been stopped between giving it its name and flushing the name.
        path.parent().map_or(Ok(()), files::sync_folder)?;
        return Ok(blob);
    }
    let unfinished = unfinished(&blobs.folder)?;
    let stored = write(blobs, bytes, &unfinished).and_then(|()| settle(blobs, &blob.hash, &unfinished, &path));
    if stored.is_err() {
        // The error that stopped the work is what the caller must hear; what is left is swept at the next opening.
        let _ = fs::remove_file(&unfinished);
    }
    stored.map(|()| blob)
}

fn unfinished(folder: &Path) -> Result<PathBuf, StoreError> {
    let mut name = [0; 16];
    cipher::random(&mut name)?;
    Ok(folder.join(format!("{}.{}", HEXLOWER.encode(&name), files::UNFINISHED)))
}

fn write(blobs: &Blobs, bytes: &[u8], unfinished: &Path) -> Result<(), StoreError> {
    let at = || StoreError::at(unfinished);
    let mut out = BufWriter::new(files::private().create_new(true).open(unfinished).map_err(at())?);
    stream::encrypt(&blobs.contents, bytes, &mut out)?.map_err(at())?;
    out.flush().map_err(at())?;
    out.get_ref().sync_all().map_err(at())
}

fn settle(blobs: &Blobs, hash: &str, unfinished: &Path, path: &Path) -> Result<(), StoreError> {
    read::prove(unfinished, &blobs.contents, hash, |_| ())?;
    path.parent().map_or(Ok(()), files::make_folder)?;
    files::rename(unfinished, path)
}
