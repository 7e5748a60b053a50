//! The parts of backups: each file bears the SHA-256 of its bytes, is written once, and never changed.

use super::fault::Fault;
use crate::journal::chain::Hash;
use crate::{StoreError, files};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Ending of parts that a test found changed: they are kept to be looked at, and the next backup writes them anew.
const BROKEN: &str = "rusak";

/// One part: its SHA-256 and how many bytes it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ObjectRef {
    /// Lower-case hex, 64 digits.
    pub(super) hash: String,
    /// Bytes.
    pub(super) size: u64,
}

impl ObjectRef {
    pub(super) fn of(hash: &Hash, size: u64) -> Self {
        Self { hash: HEXLOWER.encode(hash), size }
    }

    /// The hash as bytes; `None` for a text that is no hash, which also keeps every path out of it.
    pub(super) fn digest(&self) -> Option<Hash> {
        HEXLOWER.decode(self.hash.as_bytes()).ok()?.try_into().ok()
    }
}

/// SHA-256.
pub(super) fn digest(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// The parts that lie in a place, known by looking once.
pub(super) struct Objects {
    folder: PathBuf,
    known: HashMap<Hash, u64>,
    touched: BTreeSet<PathBuf>,
    /// Parts written since, and their bytes.
    pub(super) added: (u64, u64),
}

impl Objects {
    /// Looks what is there, and removes what a crash left unfinished.
    pub(super) fn open(folder: PathBuf) -> Result<Self, StoreError> {
        files::make_folder(&folder)?;
        let mut known = HashMap::new();
        each(&folder, |hash, path, size| {
            match hash {
                Some(hash) => _ = known.insert(hash, size),
                None if path.extension().is_some_and(|ending| ending == files::UNFINISHED) => {
                    fs::remove_file(path).map_err(StoreError::at(path))?
                }
                None => {}
            }
            Ok(())
        })?;
        Ok(Self { folder, known, touched: BTreeSet::new(), added: (0, 0) })
    }

    /// Whether a part is there, as far as its size tells.
    pub(super) fn has(&self, object: &ObjectRef) -> bool {
        object.digest().is_some_and(|hash| self.known.get(&hash) == Some(&object.size))
    }

    /// Keeps bytes, unless they are there: written under an unfinished name, flushed, read back, compared, and only then given their name.
    pub(super) fn put(&mut self, bytes: &[u8]) -> Result<ObjectRef, StoreError> {
        let (hash, size) = (digest(bytes), bytes.len() as u64);
        let object = ObjectRef::of(&hash, size);
        if self.known.get(&hash) == Some(&size) {
            return Ok(object);
        }
        let path = path(&self.folder, &hash);
        let unfinished = path.with_extension(files::UNFINISHED);
        let written =
            self.write(&unfinished, bytes).and_then(|()| files::rename_patiently(&unfinished, &path).map_err(StoreError::at(&path)));
        if let Err(error) = written {
            // The error that stopped the work is what must be heard; what is left is swept by the next backup.
            let _ = fs::remove_file(&unfinished);
            return Err(error);
        }
        self.known.insert(hash, size);
        self.touched.extend(path.parent().map(Path::to_owned));
        self.added = (self.added.0 + 1, self.added.1 + size);
        Ok(object)
    }

    fn write(&self, unfinished: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        self.make_shelf(unfinished)?;
        let mut file = files::private().create(true).truncate(true).open(unfinished).map_err(StoreError::at(unfinished))?;
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(StoreError::at(unfinished))?;
        drop(file);
        if fs::read(unfinished).map_err(StoreError::at(unfinished))? == bytes {
            return Ok(());
        }
        let differs = io::Error::new(io::ErrorKind::InvalidData, "yang terbaca kembali bukan yang ditulis");
        Err(StoreError::at(unfinished)(differs))
    }

    /// The folder of one part. Those above it are never made anew: where they are gone, the medium is gone, and what is written in its stead would
    /// lie on another disk.
    fn make_shelf(&self, part: &Path) -> Result<(), StoreError> {
        let Some(shelf) = part.parent().filter(|shelf| !shelf.is_dir()) else { return Ok(()) };
        if self.folder.is_dir() {
            return files::make_folder(shelf);
        }
        Err(StoreError::at(&self.folder)(io::ErrorKind::NotFound.into()))
    }

    /// Flushes the names of what was kept; a manifest may name it afterwards.
    pub(super) fn flush(&mut self) -> Result<(), StoreError> {
        std::mem::take(&mut self.touched).iter().try_for_each(|folder| files::sync_folder(folder))
    }

    /// Removes every part that `named` does not hold. Answers with how many, and their bytes.
    pub(super) fn sweep(&mut self, named: &std::collections::HashSet<Hash>) -> Result<(u64, u64), StoreError> {
        let mut removed = (0, 0);
        for (hash, size) in self.known.iter().filter(|(hash, _)| !named.contains(*hash)) {
            let path = path(&self.folder, hash);
            fs::remove_file(&path).map_err(StoreError::at(&path))?;
            removed = (removed.0 + 1, removed.1 + size);
        }
        self.known.retain(|hash, _| named.contains(hash));
        Ok(removed)
    }
}

/// Where a part lies.
pub(super) fn path(folder: &Path, hash: &Hash) -> PathBuf {
    let name = HEXLOWER.encode(hash);
    folder.join(&name[..2]).join(name)
}

/// The bytes of a part, proven by their hash. No more than its size is ever read.
pub(super) fn read(folder: &Path, object: &ObjectRef) -> Result<Vec<u8>, Fault> {
    let hash = object.digest().ok_or(Fault::Changed)?;
    let path = path(folder, &hash);
    let file = File::open(&path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Fault::Missing,
        _ => StoreError::at(&path)(error).into(),
    })?;
    if file.metadata().map_err(StoreError::at(&path))?.len() != object.size {
        return Err(Fault::Changed);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(object.size).unwrap_or_default());
    file.take(object.size).read_to_end(&mut bytes).map_err(StoreError::at(&path))?;
    if digest(&bytes) == hash { Ok(bytes) } else { Err(Fault::Changed) }
}

/// Puts a changed part out of the way of the next backup. Nothing is deleted.
pub(super) fn set_aside(folder: &Path, hash: &Hash) -> Result<(), StoreError> {
    let path = path(folder, hash);
    match fs::rename(&path, path.with_extension(BROKEN)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StoreError::at(&path)(error)),
        _ => Ok(()),
    }
}

/// Every file among the parts, with its hash where its name is one.
fn each(folder: &Path, mut look: impl FnMut(Option<Hash>, &Path, u64) -> Result<(), StoreError>) -> Result<(), StoreError> {
    for shelf in fs::read_dir(folder).map_err(StoreError::at(folder))? {
        let shelf = shelf.map_err(StoreError::at(folder))?.path();
        let Ok(entries) = fs::read_dir(&shelf) else { continue };
        for entry in entries {
            let entry = entry.map_err(StoreError::at(&shelf))?;
            let size = entry.metadata().map_err(StoreError::at(&shelf))?.len();
            let hash = entry.file_name().to_str().and_then(|name| HEXLOWER.decode(name.as_bytes()).ok()?.try_into().ok());
            look(hash, &entry.path(), size)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_back_are_kept_once_and_a_changed_byte_or_length_is_seen() {
        let dir = tempfile::tempdir().unwrap();
        let mut objects = Objects::open(dir.path().to_owned()).unwrap();
        for bytes in [&b""[..], b"a", &[7; 100_000]] {
            let object = objects.put(bytes).unwrap();
            assert_eq!(objects.put(bytes).unwrap(), object);
            assert_eq!(read(dir.path(), &object).unwrap(), bytes);
            assert!(Objects::open(dir.path().to_owned()).unwrap().has(&object));
            let path = path(dir.path(), &object.digest().unwrap());
            for changed in [[bytes, b"x"].concat(), vec![9; bytes.len()]] {
                fs::write(&path, &changed).unwrap();
                if changed != bytes {
                    assert!(matches!(read(dir.path(), &object), Err(Fault::Changed)));
                }
            }
            fs::remove_file(&path).unwrap();
            assert!(matches!(read(dir.path(), &object), Err(Fault::Missing)));
        }
        assert_eq!(objects.added.0, 3);
    }

    #[test]
    fn a_name_that_is_no_hash_leads_nowhere() {
        let dir = tempfile::tempdir().unwrap();
        for hash in ["../../etc/passwd", "", "AB", &"A".repeat(64), &"g".repeat(64)] {
            assert!(matches!(read(dir.path(), &ObjectRef { hash: hash.into(), size: 1 }), Err(Fault::Changed)), "{hash}");
        }
    }
}
