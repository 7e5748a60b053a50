//! Files that are wholly there or not at all, and folders that outlive a power loss. What is made here is for the user of this program alone
//! (on Unix: folders 0700, files 0600); what the user made before keeps the rights that it has.

use crate::StoreError;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

/// Tries of a rename, and the time between them: on Windows a program that looks into every new file holds it for a moment.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(100);

/// Ending of files that are not finished; what a crash leaves of them is swept at the next opening.
pub(crate) const UNFINISHED: &str = "baru";

/// How a file is opened for writing, so that it is private if it is made.
pub(crate) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes an empty private file; one that is there already is left as it is.
pub(crate) fn touch(path: &Path) -> Result<(), StoreError> {
    private().create(true).truncate(false).open(path).map(drop).map_err(StoreError::at(path))
}

/// Writes `bytes` to `path` so that a crash leaves the old file or the new one, never a part.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let unfinished = path.with_extension(UNFINISHED);
    let mut file = private().create(true).truncate(true).open(&unfinished).map_err(StoreError::at(&unfinished))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(StoreError::at(&unfinished))?;
    drop(file);
    rename(&unfinished, path)
}

/// Renames a flushed file and flushes the folder, so that the new name survives a crash.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    rename_patiently(from, to).map_err(StoreError::at(to))?;
    to.parent().map_or(Ok(()), sync_folder)
}

/// Renames a file or a folder, over a file of that name. On Windows it is tried for two seconds while another program holds one of the two.
///
/// # Errors
/// Those of the system.
pub fn rename_patiently(from: &Path, to: &Path) -> io::Result<()> {
    for _ in 1..TRIES {
        match fs::rename(from, to) {
            Err(error) if is_held(&error) => thread::sleep(PAUSE),
            done => return done,
        }
    }
    fs::rename(from, to)
}

/// Whether another program may be what keeps a file from being renamed: `ERROR_ACCESS_DENIED`, which an open file within a folder gives too,
/// `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION`. On Unix none does.
fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

/// Flushes a folder's list of names.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    // A relative path of one part has the empty path above it, which means the folder that the program stands in.
    let named = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    flush(named).map_err(StoreError::at(folder))
}

#[cfg(not(windows))]
fn flush(folder: &Path) -> io::Result<()> {
    File::open(folder).and_then(|handle| handle.sync_all())
}

/// A folder is opened as what Windows calls a backup, and for writing, without which it flushes nothing. File systems that flush no folder refuse,
/// shares above all; their own journal must do then. A folder that is not there is an error here as anywhere.
#[cfg(windows)]
fn flush(folder: &Path) -> io::Result<()> {
    use std::os::windows::fs::OpenOptionsExt;
    const FILE_FLAG_BACKUP_SEMANTICS: u32 = 0x0200_0000;
    match OpenOptions::new().write(true).custom_flags(FILE_FLAG_BACKUP_SEMANTICS).open(folder).and_then(|handle: File| handle.sync_all()) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Makes a folder and those above it; each one that is made is there after a power loss too.
pub(crate) fn make_folder(folder: &Path) -> Result<(), StoreError> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    let parent = folder.parent();
    parent.map_or(Ok(()), make_folder)?;
    match builder().create(folder) {
        Ok(()) => parent.map_or(Ok(()), sync_folder),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) => Err(StoreError::at(folder)(error)),
    }
}

fn builder() -> DirBuilder {
    let mut builder = DirBuilder::new();
    // One at a time: each one's parent is flushed.
    builder.recursive(false);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Removes what unfinished writes left in a folder; a folder that is not there holds none.
pub(crate) fn sweep_unfinished(folder: &Path) -> Result<(), StoreError> {
    let Ok(names) = fs::read_dir(folder) else { return Ok(()) };
    for name in names {
        let path = name.map_err(StoreError::at(folder))?.path();
        if path.extension().is_some_and(|ending| ending == UNFINISHED) && path.is_file() {
            fs::remove_file(&path).map_err(StoreError::at(&path))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_made_with_those_above_them_and_making_them_twice_is_no_harm() {
        let dir = tempfile::tempdir().unwrap();
        let deep = dir.path().join("a").join("b").join("c");
        for _ in 0..2 {
            make_folder(&deep).unwrap();
            assert!(deep.is_dir());
        }
        fs::write(dir.path().join("berkas"), "").unwrap();
        assert_eq!(make_folder(&dir.path().join("berkas").join("x")).unwrap_err().code(), "io", "a file stands in the way");
    }

    #[test]
    fn a_file_takes_the_place_of_another_even_while_somebody_reads_that_one() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.json");
        write_whole(&path, b"lama").unwrap();
        let read = File::open(&path).unwrap();
        write_whole(&path, b"baru").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"baru");
        drop(read);
    }

    /// What looks into every new file, as programs against viruses do, shares it with nobody for a moment.
    #[cfg(windows)]
    #[test]
    fn a_file_that_another_program_holds_for_a_moment_is_renamed_afterwards() {
        use std::os::windows::fs::OpenOptionsExt;
        let dir = tempfile::tempdir().unwrap();
        let (from, to) = (dir.path().join("a"), dir.path().join("b"));
        fs::write(&from, "isi").unwrap();
        let held = OpenOptions::new().read(true).share_mode(0).open(&from).unwrap();
        let renamed = thread::scope(|scope| {
            let renaming = scope.spawn(|| rename_patiently(&from, &to));
            thread::sleep(PAUSE * 3);
            drop(held);
            renaming.join().unwrap()
        });
        renamed.unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"isi");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_made_is_for_the_user_alone() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let (folder, file, empty) = (dir.path().join("a"), dir.path().join("b.json"), dir.path().join("c"));
        make_folder(&folder).unwrap();
        write_whole(&file, b"x").unwrap();
        touch(&empty).unwrap();
        assert_eq!((mode(&folder), mode(&file), mode(&empty)), (0o700, 0o600, 0o600));
    }
}
