//! The ports on an ordinary computer: wall clock, disk, and folders into which letters and messages are dropped.

use crate::ports::{Clock, Files, Mailer, PrintJob, Printer, PrinterInfo, Printers};
use chrono::{DurationRound, TimeDelta, Utc};
use sandika_domain::fact::Moment;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

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
        let file = File::open(path)?;
        let kind = file.metadata()?;
        if !kind.is_file() {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "bukan berkas"));
        }
        let mut bytes = Vec::new();
        file.take(limit + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "berkas terlalu besar"));
        }
        Ok(bytes)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let name = path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "nama berkas kosong"))?;
        let mut temporary = name.to_os_string();
        temporary.push(".tmp");
        let temporary = path.with_file_name(temporary);
        let written = File::create(&temporary).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
        written.and_then(|()| fs::rename(&temporary, path)).inspect_err(|_| drop(fs::remove_file(&temporary)))
    }
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

/// A computer that cannot print yet.
pub struct NoPrinter;

impl Printer for NoPrinter {
    fn print(&self, _: &PrintJob<'_>) -> io::Result<String> {
        Err(io::Error::other(
            "belum ada printer yang dapat dipakai. Kirim ke folder keluaran, atau buka dengan aplikasi lain lalu cetak dari sana",
        ))
    }
}

/// A computer without printers.
pub struct NoPrinters;

impl Printers for NoPrinters {
    fn list(&self) -> io::Result<Vec<PrinterInfo>> {
        Ok(Vec::new())
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
    let first = folder.join(format!("{stem}.{ending}"));
    if !first.exists() {
        return first;
    }
    let numbered = |number: u32| folder.join(format!("{stem} ({number}).{ending}"));
    (2..u32::MAX).map(numbered).find(|path| !path.exists()).unwrap_or(first)
}
