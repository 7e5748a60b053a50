//! The copy of an installer on this computer: written, read back, held, and started.

use super::look::{OpenedUpdate, Watch};
use super::{FOLDER, UpdateFault};
use crate::error::AppError;
use crate::ports::{Files, Installing};
use data_encoding::HEXLOWER;
use sandika_store::StoreError;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// An installer that lies on this computer. Dropped before it was started, it goes away.
#[derive(Debug)]
pub(super) struct PreparedInstaller {
    path: PathBuf,
    hash: String,
    started: bool,
}

impl PreparedInstaller {
    /// Copies the installer out of a file into the data folder, whole or not at all, and reads it back from the disk.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Stopped`], [`AppError::Update`], [`AppError::File`]; nothing is left then.
    pub(super) fn copy(from: &mut OpenedUpdate, data: &Path, files: &dyn Files, watch: &mut Watch<'_>) -> Result<Self, AppError> {
        let folder = data.join(FOLDER);
        let path = folder.join(from.name());
        fs::create_dir_all(&folder).map_err(|source| refused(&path, source))?;
        let hash = from.hash().to_owned();
        let mut fault = None;
        let written = files.write_with(&path, &mut |to| {
            let copied = from.installer(watch, &mut |piece| to.write_all(piece).map_err(|source| refused(&path, source)));
            // What was not proven never gets its name.
            copied.map_err(|error| {
                fault = Some(error);
                io::ErrorKind::Other.into()
            })
        });
        let prepared = Self { path, hash, started: false };
        match (written, fault) {
            (_, Some(fault)) => Err(fault),
            (Err(source), None) => Err(refused(&prepared.path, source)),
            (Ok(()), None) => prepared.held().map(drop).map(|()| prepared),
        }
    }

    /// Starts the installer, which is proven once more and held meanwhile.
    ///
    /// # Errors
    /// [`UpdateFault::CopyChanged`]; [`UpdateFault::NotStarted`].
    pub(super) fn start(mut self, with: &dyn Installing) -> Result<(), AppError> {
        let held = self.held()?;
        with.start(&self.path).map_err(UpdateFault::NotStarted)?;
        self.started = true;
        drop(held);
        Ok(())
    }

    /// The file, if it is the one that was signed. Until it is dropped, Windows lets nobody write, replace or remove it.
    fn held(&self) -> Result<File, AppError> {
        let unreadable = |source| AppError::File { path: self.path.clone(), source };
        let mut file = read_alone(&self.path).map_err(unreadable)?;
        let (mut hash, mut piece) = (Sha256::new(), vec![0; 64 * 1024]);
        loop {
            match file.read(&mut piece) {
                Ok(0) => break,
                Ok(count) => hash.update(piece.get(..count).unwrap_or_default()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(source) => return Err(unreadable(source)),
            }
        }
        if HEXLOWER.encode(&hash.finalize()) == self.hash { Ok(file) } else { Err(UpdateFault::CopyChanged.into()) }
    }
}

impl Drop for PreparedInstaller {
    fn drop(&mut self) {
        if !self.started {
            // What stays nevertheless is swept at the next start.
            let _ = fs::remove_file(&self.path);
            let _ = self.path.parent().map(fs::remove_dir);
        }
    }
}

/// Takes away what earlier updates left: nothing in the folder is ever started again, for each update copies and proves anew. An installer that still
/// runs cannot be removed, and goes the next time.
pub(crate) fn sweep(data: &Path) {
    let folder = data.join(FOLDER);
    // Not behind a link: what lies there is somebody else's.
    if !fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir()) {
        return;
    }
    for file in fs::read_dir(&folder).into_iter().flatten().flatten() {
        let _ = fs::remove_file(file.path());
    }
    let _ = fs::remove_dir(folder);
}

/// Windows gives the others reading alone while the file is open; elsewhere nothing is started.
#[cfg(windows)]
fn read_alone(path: &Path) -> io::Result<File> {
    use std::os::windows::fs::OpenOptionsExt;
    /// `FILE_SHARE_READ`.
    const SHARE_READ: u32 = 1;
    File::options().read(true).share_mode(SHARE_READ).open(path)
}

#[cfg(not(windows))]
fn read_alone(path: &Path) -> io::Result<File> {
    File::open(path)
}

fn refused(path: &Path, source: io::Error) -> AppError {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full.into(),
        io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly.into(),
        _ => AppError::File { path: path.to_owned(), source },
    }
}

#[cfg(all(test, windows))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;

    #[test]
    fn nobody_writes_replaces_or_removes_a_copy_while_it_is_held() {
        let folder = tempfile::tempdir().unwrap();
        let (copy, other) = (folder.path().join("pasang.exe"), folder.path().join("lain.exe"));
        fs::write(&copy, b"MZ").unwrap();
        fs::write(&other, b"MZ lain").unwrap();
        let held = read_alone(&copy).unwrap();
        assert!(File::options().write(true).open(&copy).is_err());
        assert!(fs::rename(&other, &copy).is_err());
        assert!(fs::remove_file(&copy).is_err());
        assert_eq!(fs::read(&copy).unwrap(), b"MZ");
        drop(held);
        fs::remove_file(&copy).unwrap();
    }
}
