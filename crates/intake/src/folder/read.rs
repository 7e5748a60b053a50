//! Reading a file of a watched folder whole, or saying why not yet.

use super::wait::Wait;
use super::watch::Stamp;
use crate::kind::{Kind, whole};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A file that is whole.
#[derive(Debug)]
pub struct Arrived {
    /// Where it lies.
    pub path: PathBuf,
    /// Its size and time when it was read.
    pub stamp: Stamp,
    /// What it is.
    pub kind: Kind,
    /// SHA-256 of its bytes, lower-case hex.
    pub hash: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Reads a file that has been still since `stamp` was taken.
///
/// # Errors
/// Why it waits.
pub fn read_whole(path: &Path, stamp: Stamp, limit: u64) -> Result<Arrived, Wait> {
    if stamp.size == 0 {
        return Err(Wait::Empty);
    }
    if stamp.size > limit {
        return Err(Wait::TooLarge { limit });
    }
    let bytes = read(path, stamp, limit)?;
    let kind = Kind::of(&bytes).ok_or(Wait::NotAScan)?;
    whole(kind, &bytes).map_err(|_| Wait::Unfinished)?;
    Ok(Arrived { path: path.to_owned(), stamp, kind, hash: HEXLOWER.encode(&Sha256::digest(&bytes)), bytes })
}

/// The bytes, if the file is the same before and after.
fn read(path: &Path, stamp: Stamp, limit: u64) -> Result<Vec<u8>, Wait> {
    let file = open_alone(path)?;
    if Stamp::of(&file.metadata().map_err(|error| Wait::of(&error))?) != stamp {
        return Err(Wait::Growing);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(stamp.size).unwrap_or_default());
    (&file).take(limit + 1).read_to_end(&mut bytes).map_err(|error| Wait::of(&error))?;
    let after = Stamp::of(&file.metadata().map_err(|error| Wait::of(&error))?);
    if after == stamp && bytes.len() as u64 == stamp.size { Ok(bytes) } else { Err(Wait::Growing) }
}

/// Opens a file that nobody else has open for writing: by sharing nothing on Windows, by the file's lock elsewhere.
fn open_alone(path: &Path) -> Result<File, Wait> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(windows)]
    std::os::windows::fs::OpenOptionsExt::share_mode(&mut options, 0);
    let file = options.open(path).map_err(|error| Wait::of(&error))?;
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => Err(Wait::Locked),
        // A file system without locks says nothing about writers; the other signs remain.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
    }
}

/// SHA-256 of a file as it lies there now, lower-case hex.
///
/// # Errors
/// When it cannot be read.
pub fn hash_of(path: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    io::copy(&mut File::open(path)?, &mut Hashing(&mut hash))?;
    Ok(HEXLOWER.encode(&hash.finalize()))
}

struct Hashing<'h>(&'h mut Sha256);

impl io::Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
