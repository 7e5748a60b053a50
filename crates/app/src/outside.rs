//! The ports on an ordinary computer: wall clock, disk, and folders into which letters and messages are dropped.

use crate::ports::{Clock, Files, Fill, Installing, Mailer, PrintJob, Printer, PrinterInfo, Printers, Staying};
use chrono::{DurationRound, TimeDelta, Utc};
use sandika_domain::fact::Moment;
use sandika_store::backup::is_device_name;
use sandika_store::rename_patiently;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, BufWriter, IntoInnerError, Read};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

/// The computer's clock, to the millisecond, as the journal keeps it.
pub struct WallClock;

impl Clock for WallClock {
    fn now(&self) -> Moment {
        let now = Utc::now();
        now.duration_trunc(TimeDelta::milliseconds(1)).unwrap_or(now)
    }
}

/// The file system.
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        // Looked at before it is opened: a pipe would wait for whoever writes into it, and a large file be read in vain.
        let found = fs::metadata(path)?;
        if found.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if !found.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "ini bukan berkas biasa"));
        }
        let too_large = || io::Error::new(io::ErrorKind::FileTooLarge, format!("berkas terlalu besar, paling banyak {}", size(limit)));
        if found.len() > limit {
            return Err(too_large());
        }
        let mut bytes = Vec::new();
        File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
        // It may have grown meanwhile.
        if bytes.len() as u64 > limit { Err(too_large()) } else { Ok(bytes) }
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.write_with(path, &mut |file| file.write_all(bytes))
    }

    fn write_with(&self, path: &Path, fill: &mut Fill<'_>) -> io::Result<()> {
        let name = path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "nama berkas kosong"))?;
        let temporary = path.with_file_name(temporary(name));
        // A file of another writer is never touched, not even one that a crash left behind.
        let mut file = BufWriter::new(File::options().write(true).create_new(true).open(&temporary)?);
        // Windows renames no file that is open.
        let filled = fill(&mut file);
        let written = file.into_inner().map_err(IntoInnerError::into_error).and_then(|file| filled.and_then(|()| file.sync_all()));
        written.and_then(|()| rename_patiently(&temporary, path)).inspect_err(|_| drop(fs::remove_file(&temporary)))
    }
}

/// A name beside the file's own that no other writer has: neither another process, nor another thread of this one, nor one before a restart.
pub(crate) fn temporary(name: &OsStr) -> OsString {
    static WRITTEN: AtomicU64 = AtomicU64::new(0);
    let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
    let moment = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    let mut temporary = name.to_os_string();
    temporary.push(format!(".{}-{moment:x}-{number}.tmp", process::id()));
    temporary
}

/// A limit in the units that officers know.
fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    if bytes >= KB * KB { format!("{} MB", bytes / KB / KB) } else { format!("{} KB", bytes / KB) }
}

/// "Prints" into a folder: a printer's hot folder, or one from which somebody prints. A copy more is a file more.
pub struct FolderPrinter {
    folder: PathBuf,
    /// Whether it is ours to make.
    make: bool,
}

impl FolderPrinter {
    /// Drops into a folder of the program's own, which is made when first needed.
    pub fn making(folder: PathBuf) -> Self {
        Self { folder, make: true }
    }

    /// Drops into a folder of the officer's choice. Where it is not there nothing is made: behind a network drive that is away, a folder of the
    /// same name on this computer would swallow what is dropped.
    pub fn existing(folder: PathBuf) -> Self {
        Self { folder, make: false }
    }
}

impl Printer for FolderPrinter {
    fn print(&self, job: &PrintJob<'_>) -> io::Result<String> {
        if self.make {
            fs::create_dir_all(&self.folder)?;
        }
        let mut dropped = Vec::new();
        for _ in 0..job.copies {
            let path = unused(&self.folder, job.title, "pdf");
            let written = if job.stop.is_wished() { Err(io::ErrorKind::Interrupted.into()) } else { Disk.write(&path, job.pdf) };
            if let Err(error) = written {
                // All copies or none: the next try drops all of them again.
                dropped.iter().for_each(|path| drop(fs::remove_file(path)));
                return Err(error);
            }
            dropped.push(path);
        }
        Ok(self.folder.display().to_string())
    }
}

/// A computer without printers.
pub struct NoPrinters;

impl Printers for NoPrinters {
    fn list(&self) -> io::Result<Vec<PrinterInfo>> {
        Ok(Vec::new())
    }
}

/// A computer beside whose clock nothing stands, and that starts nothing by itself.
pub struct NeverStays;

impl Staying for NeverStays {
    fn can_stay(&self) -> bool {
        false
    }

    fn stay(&self, _: bool) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn autostart(&self) -> Option<bool> {
        None
    }

    fn set_autostart(&self, _: bool) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Starts installers where this system knows the ones that updates bring.
pub struct ThisComputer;

/// Lies beside a program that the installer of Windows put there, and beside none that is carried about (`src-tauri/windows/pasang.nsi`).
#[cfg(windows)]
const INSTALLED: &str = "hapus.exe";

#[cfg(windows)]
impl Installing for ThisComputer {
    fn refusal(&self) -> Option<&'static str> {
        let installed = std::env::current_exe().is_ok_and(|program| program.with_file_name(INSTALLED).is_file());
        (!installed).then_some(
            "Sandika ini tidak dipasang dengan pemasangnya, misalnya dijalankan dari media USB, sehingga tidak dapat diganti olehnya. \
             Ganti folder programnya dengan yang baru dari pengelola; folder datanya tetap. Tidak ada yang dipasang.",
        )
    }

    fn start(&self, installer: &Path) -> io::Result<()> {
        // It waits until this program has ended, takes its place, and starts the new one.
        process::Command::new(installer).arg("/UPDATE").spawn().map(drop)
    }
}

#[cfg(not(windows))]
impl Installing for ThisComputer {
    fn refusal(&self) -> Option<&'static str> {
        Some(
            "Pembaruan dari berkas hanya dipasang pada Windows. Di komputer ini program diperbarui oleh pengelolanya. Tidak ada yang dipasang.",
        )
    }

    fn start(&self, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Drops messages as `.eml` drafts, which mail programs open ready to send.
pub struct FolderMailer {
    folder: PathBuf,
}

impl FolderMailer {
    /// Drops into `folder`, which is made when first needed.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }
}

impl Mailer for FolderMailer {
    fn draft(&self, to: &str, subject: &str, text: &str) -> io::Result<String> {
        fs::create_dir_all(&self.folder)?;
        let message = mail_builder::MessageBuilder::new()
            .to(to)
            .subject(subject)
            .text_body(text)
            .header("X-Unsent", mail_builder::headers::raw::Raw::new("1"));
        let path = unused(&self.folder, subject, "eml");
        Disk.write(&path, &message.write_to_vec()?)?;
        Ok(path.display().to_string())
    }
}

/// A name in the folder that is not taken: the title in plain letters, then a number if need be.
fn unused(folder: &Path, title: &str, ending: &str) -> PathBuf {
    let plain: String = title.chars().map(|character| if character.is_alphanumeric() { character } else { '-' }).take(80).collect();
    let stem = plain.trim_matches('-');
    // A file of such a name would be the device itself.
    let stem = if is_device_name(stem) { format!("{stem}-") } else { stem.to_owned() };
    let first = folder.join(format!("{stem}.{ending}"));
    if !first.exists() {
        return first;
    }
    let numbered = |number: u32| folder.join(format!("{stem} ({number}).{ending}"));
    (2..u32::MAX).map(numbered).find(|path| !path.exists()).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;

    #[test]
    fn what_cannot_be_taken_in_is_refused_before_it_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("surat.pdf");
        fs::write(&file, "12345").unwrap();
        assert_eq!(Disk.read(&file, 5).unwrap(), b"12345");
        // So long that reading it would show, though it takes no room; on Windows it does take room.
        let long = if cfg!(windows) { 200 << 20 } else { 1 << 40 };
        File::options().write(true).open(&file).unwrap().set_len(long).unwrap();
        // The system's own words, in its language.
        let missing = io::Error::from_raw_os_error(2).to_string();
        for (path, kind, words) in [
            (file.as_path(), io::ErrorKind::FileTooLarge, "berkas terlalu besar, paling banyak 100 MB"),
            (folder.path(), io::ErrorKind::IsADirectory, "is a directory"),
            (&folder.path().join("hilang.pdf"), io::ErrorKind::NotFound, missing.as_str()),
        ] {
            let error = Disk.read(path, 100 << 20).unwrap_err();
            assert_eq!((error.kind(), error.to_string().as_str()), (kind, words));
        }
    }

    #[test]
    fn a_letter_is_dropped_under_a_name_that_every_system_takes_for_a_file() {
        let folder = tempfile::tempdir().unwrap();
        for (title, expected) in
            [("Surat 1/2026", "Surat-1-2026.pdf"), ("Nul", "Nul-.pdf"), ("com1", "com1-.pdf"), ("a\\b:c. ", "a-b-c.pdf")]
        {
            let path = unused(folder.path(), title, "pdf");
            assert_eq!(path.file_name().unwrap(), expected);
            Disk.write(&path, b"%PDF").unwrap();
            assert!(path.is_file());
        }
    }

    #[test]
    fn writers_of_one_file_do_not_meet() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("surat.pdf");
        let text = |writer: u8| vec![b'a' + writer; 200_000];
        std::thread::scope(|scope| {
            let write = |writer| (0..10).for_each(|_| Disk.write(&path, &text(writer)).unwrap());
            (0..4).for_each(|writer| drop(scope.spawn(move || write(writer))));
        });
        let bytes = fs::read(&path).unwrap();
        assert!((0..4).any(|writer| bytes == text(writer)), "the file is a mixture of two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "something was left behind");
    }

    #[test]
    fn a_write_that_fails_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        // A folder with something in it cannot be replaced by a file.
        let taken = folder.path().join("surat.pdf");
        fs::create_dir_all(taken.join("isi")).unwrap();
        Disk.write(&taken, b"baru").unwrap_err();
        assert!(taken.join("isi").is_dir());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipa.pdf");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert_eq!(Disk.read(&pipe, 5).unwrap_err().to_string(), "ini bukan berkas biasa");
    }
}
