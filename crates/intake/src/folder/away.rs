//! What becomes of a file after it was taken in: it is moved into a folder beside it, never deleted here.

use super::read::hash_of;
use super::wait::SystemFault;
use super::watch::Stamp;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder within a watched one for what was taken in.
pub const AWAY: &str = "Diproses";

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Away {
    /// It was moved there.
    Moved(PathBuf),
    /// The folder lets nothing be moved. The file stays.
    Stays(SystemFault),
    /// It is another file by now, and is taken in as such.
    Changed,
    /// It is not there any more.
    Gone,
}

/// Moves a file that was stored under `hash` out of the way. It is read once more first: only what was stored is moved.
pub fn file_away(path: &Path, stamp: Stamp, hash: &str) -> Away {
    match same(path, stamp, hash) {
        Ok(true) => {}
        Ok(false) => return Away::Changed,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Away::Gone,
        Err(error) => return Away::Stays((&error).into()),
    }
    match moved(path) {
        Ok(to) => match fs::metadata(&to).map(|metadata| Stamp::of(&metadata) == stamp) {
            // Somebody wrote between the last look and the move: back to where it is looked at again.
            Ok(false) if fs::rename(&to, path).is_ok() => Away::Changed,
            _ => Away::Moved(to),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound && !path.exists() => Away::Gone,
        Err(error) => Away::Stays((&error).into()),
    }
}

fn same(path: &Path, stamp: Stamp, hash: &str) -> io::Result<bool> {
    Ok(Stamp::of(&fs::metadata(path)?) == stamp && hash_of(path)? == hash)
}

fn moved(path: &Path) -> io::Result<PathBuf> {
    let nameless = || io::Error::from(io::ErrorKind::InvalidInput);
    let (folder, name) = path.parent().zip(path.file_name()).ok_or_else(nameless)?;
    let away = folder.join(AWAY);
    fs::create_dir_all(&away)?;
    for number in 1..10_000_u32 {
        let to = away.join(if number == 1 { name.to_owned() } else { numbered(path, number) });
        // A name is taken by making it, so that no file that lies there is ever written over.
        match fs::hard_link(path, &to) {
            Ok(()) => return let_go(path, to),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            // Network drives have no second names for a file.
            Err(_) if !to.exists() => return fs::rename(path, &to).map(|()| to),
            Err(_) => {}
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Removes the first name of a file that has a second one now. Where that cannot be, the second goes again: the file stays in one place.
fn let_go(path: &Path, to: PathBuf) -> io::Result<PathBuf> {
    match fs::remove_file(path) {
        Ok(()) => Ok(to),
        Err(error) => {
            drop(fs::remove_file(&to));
            Err(error)
        }
    }
}

/// "SCAN (2).pdf"; a long name is cut so that the number has room.
fn numbered(path: &Path, number: u32) -> OsString {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let suffix = format!(" ({number}){ending}");
    let mut cut = stem.len().min(250_usize.saturating_sub(suffix.len()));
    while !stem.is_char_boundary(cut) {
        cut -= 1;
    }
    format!("{}{suffix}", &stem[..cut]).into()
}
