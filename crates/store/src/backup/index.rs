//! The lists of stored files: one for each shelf, so that a new file changes a short list and not a long one.
//!
//! A line a file, in the order of their names: name, bytes, SHA-256 of the encrypted bytes.

use super::fault::Fault;
use super::manifest::Shelf;
use super::objects::{ObjectRef, Objects};
use super::source::Source;
use crate::StoreError;
use crate::progress::{self, Stage, Watcher};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Stored files by name, 64 hexadecimal digits each, with the part that holds them.
pub(super) type Files = BTreeMap<String, ObjectRef>;

/// Digits of a name.
const NAME: usize = 64;

/// Every stored file of an office, by name, with its bytes.
pub(super) fn stored(folder: &Path) -> Result<BTreeMap<String, u64>, StoreError> {
    let mut found = BTreeMap::new();
    for shelf in listed(folder)?.into_iter().filter(|path| path.is_dir()) {
        for path in listed(&shelf)? {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            if is_name(&name) {
                found.insert(name, fs::metadata(&path).map_err(StoreError::at(&path))?.len());
            }
        }
    }
    Ok(found)
}

fn listed(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let listed = fs::read_dir(folder).and_then(|names| names.map(|name| Ok(name?.path())).collect());
    match listed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        listed => listed.map_err(StoreError::at(folder)),
    }
}

/// Keeps every stored file that the backup before does not know, and the lists of all.
///
/// # Errors
/// [`StoreError::Stopped`]; [`StoreError::Full`]; those of the system.
pub(super) fn put(
    folder: &Path,
    before: &Files,
    objects: &mut Objects,
    watcher: &mut Watcher<'_>,
) -> Result<(Vec<Shelf>, u64), StoreError> {
    let files = stored(folder)?;
    let total = files.len() as u64;
    let mut shelves: BTreeMap<String, Files> = BTreeMap::new();
    for (done, (name, size)) in files.into_iter().enumerate() {
        progress::tell(watcher, Stage::Blobs, done as u64, total)?;
        let object = match before.get(&name).filter(|known| known.size == size && objects.has(known)) {
            Some(known) => known.clone(),
            None => {
                let path = folder.join(&name[..2]).join(&name);
                match fs::read(&path) {
                    // A person was erased meanwhile: the next backup does not know the file any more.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                    bytes => objects.put(&bytes.map_err(StoreError::at(&path))?)?,
                }
            }
        };
        shelves.entry(name[..2].to_owned()).or_default().insert(name, object);
    }
    progress::tell(watcher, Stage::Blobs, total, total)?;
    let count = shelves.values().map(|files| files.len() as u64).sum();
    let kept = shelves
        .into_iter()
        .map(|(name, files)| Ok(Shelf { name, count: files.len() as u64, list: objects.put(written(&files).as_bytes())? }));
    Ok((kept.collect::<Result<_, StoreError>>()?, count))
}

fn written(files: &Files) -> String {
    files.iter().map(|(name, object)| format!("{name} {} {}\n", object.size, object.hash)).collect()
}

/// Reads the lists of a backup.
pub(super) fn read(source: &dyn Source, shelves: &[Shelf]) -> Result<Files, (String, Fault, ObjectRef)> {
    let mut files = Files::new();
    for shelf in shelves {
        let told = |fault| (format!("daftar berkas rak {}", shelf.name), fault, shelf.list.clone());
        let bytes = source.object(&shelf.list).map_err(told)?;
        let lines = parsed(&bytes).filter(|lines| lines.len() as u64 == shelf.count).ok_or(Fault::Changed).map_err(told)?;
        files.extend(lines);
    }
    Ok(files)
}

/// `None` for anything but a list as it is written here.
fn parsed(bytes: &[u8]) -> Option<Vec<(String, ObjectRef)>> {
    let line = |line: &str| {
        let [name, size, hash] = line.split(' ').collect::<Vec<_>>().try_into().ok()?;
        let object = ObjectRef { hash: hash.to_owned(), size: size.parse().ok()? };
        (is_name(name) && object.digest().is_some()).then(|| (name.to_owned(), object))
    };
    std::str::from_utf8(bytes).ok()?.lines().map(line).collect()
}

fn is_name(name: &str) -> bool {
    name.len() == NAME && name.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_back_and_anything_else_is_none() {
        let object = ObjectRef { hash: "ab".repeat(32), size: 12 };
        let files = Files::from([("01".repeat(32), object.clone()), ("02".repeat(32), object)]);
        let text = written(&files);
        assert_eq!(parsed(text.as_bytes()).unwrap().into_iter().collect::<Files>(), files);
        for changed in
            [text.replace("01", "../"), text.replace(" 12 ", " -1 "), text.replace("ab", "AB"), text.replace(' ', "  "), "x\n".to_owned()]
        {
            assert!(parsed(changed.as_bytes()).is_none(), "{changed}");
        }
        assert!(parsed(&[0xff, b'\n']).is_none());
    }
}
