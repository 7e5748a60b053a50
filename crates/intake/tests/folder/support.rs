//! A watched folder, and a clock that is set by hand.

use sandika_intake::folder::{Arrived, FolderWatch, Stamp, Wait, read_whole};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

pub(crate) const LIMIT: u64 = 1_000_000;

/// The smallest file that is whole.
pub(crate) const PDF: &[u8] = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";

pub(crate) struct Watched {
    pub(crate) watch: FolderWatch,
    pub(crate) folder: TempDir,
    pub(crate) now: Duration,
}

impl Watched {
    pub(crate) fn new() -> Self {
        Self::within(tempfile::tempdir().unwrap())
    }

    pub(crate) fn within(folder: TempDir) -> Self {
        let mut watch = FolderWatch::default();
        watch.watch(&[folder.path().to_owned()]);
        Self { watch, folder, now: Duration::from_secs(100) }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Files that may be read after so many seconds, by name.
    pub(crate) fn after(&mut self, seconds: u64) -> Vec<String> {
        self.ready(seconds).iter().map(|(path, _)| name(path)).collect()
    }

    pub(crate) fn ready(&mut self, seconds: u64) -> Vec<(PathBuf, Stamp)> {
        self.now += Duration::from_secs(seconds);
        self.watch.look(self.now)
    }

    /// Tries the only file that is ready.
    pub(crate) fn read(&mut self, seconds: u64) -> Result<Arrived, Wait> {
        let ready = self.ready(seconds);
        assert_eq!(ready.len(), 1, "{ready:?}, {:?}", self.watch.status(self.now));
        let (path, stamp) = &ready[0];
        read_whole(path, *stamp, LIMIT).inspect_err(|why| self.watch.waits(path, why.clone(), self.now))
    }

    /// Names of files that wait, each with its reason.
    pub(crate) fn waiting(&self) -> Vec<(String, Wait)> {
        self.watch.status(self.now).into_iter().flat_map(|folder| folder.waiting).map(|file| (file.name, file.why)).collect()
    }
}

pub(crate) fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// What lies in a folder, by name.
pub(crate) fn listed(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| name(&entry.unwrap().path())).collect();
    names.sort();
    names
}
