//! The office's own content files (SOPs, letters, calendar, roots): they lie in its folder, outside of the database, and belong to the office as
//! much. In a backup they are encrypted like stored files.

use super::objects::{ObjectRef, Objects, digest};
use crate::cipher::Key;
use crate::{StoreError, blobs};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder within the office's.
const FOLDER: &str = "content";
/// Most bytes of a content file, and most files: far more than anybody writes by hand.
const LARGEST: u64 = 16 * 1024 * 1024;
const MOST: usize = 2_000;
/// Folders within folders, and characters of a whole path.
const DEPTH: usize = 6;
const LONGEST: usize = 200;
/// Names that Windows keeps for devices, whatever ending they have.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// One content file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnFile {
    /// Its place within the office's folder, with `/`.
    pub(super) path: String,
    /// Bytes, unencrypted.
    pub(super) size: u64,
    /// SHA-256 of these bytes, lower-case hex.
    pub(super) hash: String,
    /// The encrypted part.
    pub(super) object: ObjectRef,
}

/// Keeps every content file, those that are known from the backup before as they were. The second list names files that cannot be kept.
pub(super) fn put(dir: &Path, before: &[OwnFile], key: &Key, objects: &mut Objects) -> Result<(Vec<OwnFile>, Vec<String>), StoreError> {
    let known: BTreeMap<&str, &OwnFile> = before.iter().map(|file| (file.path.as_str(), file)).collect();
    let (mut kept, mut left) = (Vec::new(), Vec::new());
    for (name, path) in gathered(&dir.join(FOLDER)) {
        let size = fs::metadata(&path).map_err(StoreError::at(&path))?.len();
        if !may_be_written(&name) || size > LARGEST || kept.len() == MOST {
            left.push(name);
            continue;
        }
        let bytes = fs::read(&path).map_err(StoreError::at(&path))?;
        let hash = HEXLOWER.encode(&digest(&bytes));
        match known.get(name.as_str()).filter(|file| file.hash == hash && objects.has(&file.object)) {
            Some(file) => kept.push((*file).clone()),
            None => {
                let object = objects.put(&blobs::sealed(key, &bytes)?)?;
                kept.push(OwnFile { path: name, size: bytes.len() as u64, hash, object });
            }
        }
    }
    Ok((kept, left))
}

/// Every content file of the office in `dir`, by its place within it (with `/`), and those that cannot be taken along.
pub fn content_files(dir: &Path) -> (BTreeMap<String, PathBuf>, Vec<String>) {
    let fits = |name: &String, path: &PathBuf| may_be_written(name) && fs::metadata(path).is_ok_and(|facts| facts.len() <= LARGEST);
    let (kept, left): (BTreeMap<_, _>, BTreeMap<_, _>) = gathered(&dir.join(FOLDER)).into_iter().partition(|(name, path)| fits(name, path));
    (kept, left.into_keys().collect())
}

/// Every file of the folder, by its place; a folder that is not there holds none.
fn gathered(folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut found = BTreeMap::new();
    let mut open = vec![(FOLDER.to_owned(), folder.to_owned())];
    while let Some((name, folder)) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let name = format!("{name}/{}", entry.file_name().to_string_lossy());
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && name.split('/').count() <= DEPTH => open.push((name, entry.path())),
                Ok(kind) if kind.is_file() => _ = found.insert(name, entry.path()),
                _ => {}
            }
        }
    }
    found
}

/// Whether a path of a backup may be written below an office's folder, on every system: it stays within the content folder, and no part of it has a
/// meaning of its own.
pub fn may_be_written(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    parts.len() >= 2
        && parts.len() <= DEPTH + 1
        && parts[0] == FOLDER
        && path.chars().count() <= LONGEST
        && parts.iter().all(|part| is_plain(part))
}

fn is_plain(part: &str) -> bool {
    let strange = |letter: char| letter.is_control() || "\\/:*?\"<>|".contains(letter);
    !part.is_empty() && !part.starts_with('.') && !part.ends_with(['.', ' ']) && !part.chars().any(strange) && !is_device_name(part)
}

/// Whether Windows takes a name for a device, whatever its ending: `CON`, `nul.pdf`, `COM1`.
pub fn is_device_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let of_number = |device: &&str| {
        let mut number = stem.strip_prefix(device).unwrap_or_default().chars();
        number.next().is_some_and(|digit| digit.is_ascii_digit() || "¹²³".contains(digit)) && number.next().is_none()
    };
    DEVICES.contains(&stem.as_str()) || NUMBERED_DEVICES.iter().any(of_number)
}

#[cfg(test)]
mod tests {
    use super::{is_device_name, may_be_written};

    #[test]
    fn devices_of_windows_are_known() {
        for (name, device) in [
            ("CON", true),
            ("nul.pdf", true),
            ("aux .txt", true),
            ("COM1", true),
            ("lpt².pdf", true),
            ("com", false),
            ("com10", false),
            ("contoh.pdf", false),
            ("surat con.pdf", false),
            ("komputer1", false),
            ("", false),
        ] {
            assert_eq!(is_device_name(name), device, "{name:?}");
        }
    }

    #[test]
    fn nothing_is_written_outside_of_the_content_folder() {
        for (path, fits) in [
            ("content/sops/natuna.toml", true),
            ("content/jam kerja.toml", true),
            ("content/kepercayaan/akar é.cer", true),
            ("content", false),
            ("content/", false),
            ("content//a", false),
            ("content/../kunci.json", false),
            ("content/.tersembunyi", false),
            ("content/a\\..\\b", false),
            ("content/C:jahat", false),
            ("content/a ", false),
            ("content/a.", false),
            ("content/NUL.toml", false),
            ("content/com1", false),
            ("content/a\u{0}b", false),
            ("/content/a", false),
            ("kunci.json", false),
            ("content/a/b/c/d/e/f/g", false),
            (&format!("content/{}", "a".repeat(200)), false),
        ] {
            assert_eq!(may_be_written(path), fits, "{path:?}");
        }
    }
}
