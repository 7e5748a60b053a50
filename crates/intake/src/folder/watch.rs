//! What lies in watched folders, look by look.

use super::far::is_far;
use super::name::is_scan_name;
use super::wait::{SystemFault, Wait};
use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How long a file must lie unchanged.
const STILL: Duration = Duration::from_secs(2);

/// The same in a folder of the network, where sizes and times come late.
const STILL_FAR: Duration = Duration::from_secs(5);

/// Pauses between tries of a file that waits for something else than its own stillness; the last one holds from then on.
const PAUSES: [Duration; 4] = [Duration::from_secs(2), Duration::from_secs(10), Duration::from_secs(30), Duration::from_secs(60)];

/// What tells that a file has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// Nanoseconds since 1970, as the file system keeps them.
    pub modified: i64,
}

impl Stamp {
    /// That of a file's metadata.
    pub(super) fn of(metadata: &Metadata) -> Self {
        let since = metadata.modified().ok().and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
        Self { size: metadata.len(), modified: since.and_then(|since| i64::try_from(since.as_nanos()).ok()).unwrap_or_default() }
    }
}

/// The stamp of a file as it lies there now.
///
/// # Errors
/// When it is not there, or cannot be looked at.
pub fn stamp_of(path: &Path) -> io::Result<Stamp> {
    fs::metadata(path).map(|metadata| Stamp::of(&metadata))
}

/// A file that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its name.
    pub name: String,
    /// How long it lies there.
    pub since: Duration,
    /// Why.
    pub why: Wait,
}

/// A watched folder, as it was found last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderStatus {
    /// The folder.
    pub folder: PathBuf,
    /// Why it cannot be looked into.
    pub trouble: Option<SystemFault>,
    /// Files in it that wait, by name.
    pub waiting: Vec<Waiting>,
}

struct Seen {
    stamp: Stamp,
    /// When it was first there.
    first: Duration,
    /// Since when its stamp is the same.
    still: Duration,
    /// Why the last try was in vain.
    why: Wait,
    tries: usize,
    /// When it is tried next.
    due: Duration,
    /// It was taken in and stays where it is.
    left: bool,
}

struct Place {
    folder: PathBuf,
    trouble: Option<SystemFault>,
    seen: BTreeMap<PathBuf, Seen>,
}

/// All watched folders.
#[derive(Default)]
pub struct FolderWatch {
    places: Vec<Place>,
}

impl FolderWatch {
    /// Watches these folders and no others; what is known of those that stay is kept.
    pub fn watch(&mut self, folders: &[PathBuf]) {
        self.places.retain(|place| folders.contains(&place.folder));
        for folder in folders {
            if !self.places.iter().any(|place| place.folder == *folder) {
                self.places.push(Place { folder: folder.clone(), trouble: None, seen: BTreeMap::new() });
            }
        }
    }

    /// Looks into every folder. `now` is the time since some fixed moment; answers with the files that may be read now.
    pub fn look(&mut self, now: Duration) -> Vec<(PathBuf, Stamp)> {
        self.places.iter_mut().flat_map(|place| place.look(now)).collect()
    }

    /// A file could not be taken in: it is tried again, the later the more often it was in vain.
    pub fn waits(&mut self, path: &Path, why: Wait, now: Duration) {
        if let Some(seen) = self.seen(path) {
            let pause = PAUSES.get(seen.tries).or(PAUSES.last()).copied().unwrap_or(STILL);
            (seen.why, seen.tries, seen.due) = (why, seen.tries + 1, now + pause);
        }
    }

    /// A file was taken in and stays where it is: it is not read again until it changes.
    pub fn leave(&mut self, path: &Path) {
        if let Some(seen) = self.seen(path) {
            seen.left = true;
        }
    }

    /// Every file that waits is tried at the next look.
    pub fn hurry(&mut self) {
        self.places.iter_mut().flat_map(|place| place.seen.values_mut()).for_each(|seen| seen.due = Duration::ZERO);
    }

    /// What was found last.
    pub fn status(&self, now: Duration) -> Vec<FolderStatus> {
        self.places.iter().map(|place| place.status(now)).collect()
    }

    fn seen(&mut self, path: &Path) -> Option<&mut Seen> {
        self.places.iter_mut().find_map(|place| place.seen.get_mut(path))
    }
}

impl Place {
    fn look(&mut self, now: Duration) -> Vec<(PathBuf, Stamp)> {
        let listed = match list(&self.folder) {
            Ok(listed) => listed,
            Err(error) => {
                // What lay there is still known: a folder that comes back has not lost its files.
                self.trouble = Some((&error).into());
                return Vec::new();
            }
        };
        self.trouble = None;
        let there = |path: &PathBuf| listed.iter().any(|(other, _)| other == path);
        self.seen.retain(|path, _| there(path));
        if listed.is_empty() {
            return Vec::new();
        }
        let still_for = if is_far(&self.folder) { STILL_FAR } else { STILL };
        let mut ready = Vec::new();
        for (path, stamp) in listed {
            let new = |first| Seen { stamp, first, still: now, why: Wait::Growing, tries: 0, due: Duration::ZERO, left: false };
            let seen = self.seen.entry(path.clone()).or_insert_with(|| new(now));
            if seen.stamp != stamp {
                *seen = new(seen.first);
            }
            if !seen.left && now.saturating_sub(seen.still) >= still_for && now >= seen.due {
                ready.push((path, stamp));
            }
        }
        ready
    }

    fn status(&self, now: Duration) -> FolderStatus {
        let waiting = self.seen.iter().filter(|(_, seen)| !seen.left).map(|(path, seen)| Waiting {
            name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            since: now.saturating_sub(seen.first),
            why: seen.why.clone(),
        });
        FolderStatus { folder: self.folder.clone(), trouble: self.trouble, waiting: waiting.collect() }
    }
}

/// A path by which Windows opens this file and nothing else: it takes `COM1.pdf` for a device and drops the dot behind a name, as scanners lay them down
/// over the network, unless it is told the whole path from its root.
#[cfg(windows)]
fn in_full(folder: &Path, path: PathBuf) -> PathBuf {
    if std::path::absolute(&path).is_ok_and(|taken| taken == path) {
        return path;
    }
    match (fs::canonicalize(folder), path.file_name()) {
        (Ok(root), Some(name)) => root.join(name),
        _ => path,
    }
}

#[cfg(not(windows))]
fn in_full(_: &Path, path: PathBuf) -> PathBuf {
    path
}

/// Files that may be scans, by name. One that vanishes while it is listed was never there.
fn list(folder: &Path) -> io::Result<Vec<(PathBuf, Stamp)>> {
    let mut listed = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(metadata) = entry.metadata() else { continue };
        if metadata.is_file() && is_scan_name(&entry.file_name()) {
            listed.push((in_full(folder, entry.path()), Stamp::of(&metadata)));
        }
    }
    listed.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(listed)
}
