//! A restored office takes the place of the present one, which stays beside it, whole.
//!
//! Two renames cannot be one. A note says what is under way, so that whoever comes after a power cut finishes it or takes it back: at every moment one
//! of the two offices, whole, is in the place or is put there at the next start.

use super::error::BackupError;
use crate::lock::OfficeLock;
use crate::open::{KEYS, stamp, unused};
use crate::{Store, StoreError, files};
use sandika_domain::fact::Moment;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// Most bytes of the note.
const LIMIT: u64 = 64 * 1024;

/// An office that was put aside by a restore.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Its folder.
    pub folder: PathBuf,
    /// When it was put aside, as its name says: UTC, to the millisecond.
    pub stamp: String,
}

/// What is under way: names of folders beside the office's.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Note {
    coming: String,
    going: String,
}

/// Where a restored office is made, before it takes its place.
pub fn waiting_folder(office: &Path) -> PathBuf {
    beside(office, ".pulih")
}

/// Puts `coming`, an office that nobody has open, in the place of `office`. Answers with where that one is now; with nothing if there was none.
///
/// # Errors
/// [`StoreError::InUse`]; [`StoreError::Io`]. Then everything is as it was.
pub fn put_in_place(office: &Path, coming: &Path, now: Moment) -> Result<Option<PathBuf>, StoreError> {
    let going = unused(&beside(office, &format!("{}{}", ASIDE, stamp(now))));
    if !office.exists() {
        files::rename(coming, office)?;
        return Ok(None);
    }
    // Taken to see that nobody works in it, and given back at once: an open file would keep the folder from being renamed.
    drop(OfficeLock::take(office)?);
    let note = beside(office, NOTE);
    write(&note, &Note { coming: name(coming), going: name(&going) })?;
    if let Err(error) =
        files::rename(office, &going).and_then(|()| files::rename(coming, office).inspect_err(|_| drop(files::rename(&going, office))))
    {
        // Where even that fails, the note stays, and the next start goes on.
        if office.exists() {
            drop(fs::remove_file(&note));
        }
        return Err(error);
    }
    fs::remove_file(&note).map_err(StoreError::at(&note))?;
    Ok(Some(going))
}

/// Finishes what a power cut interrupted, or takes it back. Nothing to do is no error.
///
/// # Errors
/// [`StoreError::Io`]: then the next call tries again.
pub fn recover(office: &Path) -> Result<(), StoreError> {
    let path = beside(office, NOTE);
    let Some(note) = read(&path) else { return Ok(()) };
    let (coming, going) = (office.with_file_name(&note.coming), office.with_file_name(&note.going));
    if !Store::is_at(office) {
        if Store::is_at(&coming) {
            files::rename(&coming, office)?;
        } else if Store::is_at(&going) {
            files::rename(&going, office)?;
        }
    }
    fs::remove_file(&path).map_err(StoreError::at(&path))
}

/// The office that the last restore put aside, if one is there.
pub fn aside_of(office: &Path) -> Option<Aside> {
    let folder = office.parent()?;
    let prefix = format!("{}{ASIDE}", name(office));
    let names = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let newest = names.filter(|name| name.starts_with(&prefix) && folder.join(name).join(KEYS).is_file()).max()?;
    Some(Aside { folder: folder.join(&newest), stamp: newest[prefix.len()..].to_owned() })
}

/// Puts the office that the last restore put aside back in its place; the present one is put aside in its stead, so that this can be taken back, too.
///
/// # Errors
/// [`BackupError::NothingAside`]; as [`put_in_place`].
pub fn put_back(office: &Path, now: Moment) -> Result<(), StoreError> {
    let aside = aside_of(office).ok_or(BackupError::NothingAside)?;
    put_in_place(office, &aside.folder, now).map(drop)
}

const ASIDE: &str = ".sebelum-pulih-";
const NOTE: &str = ".pulih.json";

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn beside(office: &Path, ending: &str) -> PathBuf {
    office.with_file_name(format!("{}{ending}", name(office)))
}

fn write(path: &Path, note: &Note) -> Result<(), StoreError> {
    let text = serde_json::to_vec(note).map_err(|error| StoreError::Io { path: path.to_owned(), source: error.into() })?;
    files::write_whole(path, &text)
}

/// The note, if it names folders beside the office and nothing else.
fn read(path: &Path) -> Option<Note> {
    let fits = fs::metadata(path).is_ok_and(|file| file.len() <= LIMIT);
    let note: Note = serde_json::from_slice(&fits.then(|| fs::read(path).ok())??).ok()?;
    let plain = |name: &String| Path::new(name).file_name().is_some_and(|only| only == name.as_str());
    (plain(&note.coming) && plain(&note.going)).then_some(note)
}
