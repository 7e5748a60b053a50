//! The outside world of a test: letters and messages are dropped into a folder, and one printer stands for it.

use crate::clock::SetClock;
use sandika_app::ports::{Ports, PrinterInfo, Printers};
use sandika_app::{DeviceSettings, PortsFactory};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where what goes out is dropped.
pub(crate) fn outgoing(data: &Path, settings: &DeviceSettings) -> PathBuf {
    settings.outgoing.clone().unwrap_or_else(|| data.join("keluar"))
}

/// Ports with the clock of the test.
pub(crate) fn factory(data: PathBuf, clock: SetClock) -> PortsFactory {
    Box::new(move |settings| Ports { clock: Box::new(clock.clone()), ..Ports::folder(outgoing(&data, settings)) })
}

/// Files that were printed into a folder, by name.
///
/// # Errors
/// When the folder is there but cannot be read.
pub(crate) fn printed(outgoing: &Path) -> io::Result<Vec<String>> {
    let folder = outgoing.join("Cetak");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut names: Vec<String> = Vec::new();
    for file in fs::read_dir(folder)? {
        names.push(file?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// The one printer, which is the folder.
pub(crate) struct FolderOnly;

impl Printers for FolderOnly {
    fn list(&self) -> io::Result<Vec<PrinterInfo>> {
        let detail = "Mencetak ke folder".to_owned();
        Ok(vec![PrinterInfo { name: "Pencetak Uji".to_owned(), default: true, ready: true, detail }])
    }
}
