//! What this computer remembers beside the office: its printer, its folder for what goes out, how the window looks, who worked last.

use crate::backups::BackupSettings;
use crate::error::AppError;
use crate::outside::Disk;
use crate::ports::Files;
use crate::scans::ScanSettings;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Largest settings file that is read, bytes.
const LIMIT: u64 = 256 * 1024;

/// How the window looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system does.
    #[default]
    Sistem,
    /// Light.
    Terang,
    /// Dark.
    Gelap,
}

/// The settings of this computer. Nothing in them is a fact or a secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeviceSettings {
    /// Printer by name; the system's own if none.
    pub printer: Option<String>,
    /// Where letters to be printed and messages to be sent are dropped; a folder of the shell's choice if none.
    pub outgoing: Option<PathBuf>,
    /// How the window looks.
    pub theme: Theme,
    /// The program stays beside the clock when its window is closed.
    pub stays: bool,
    /// Who worked last; empty at first.
    pub user: String,
    /// Where the office is, if not in the data folder.
    pub office: Option<PathBuf>,
    /// How scans come in.
    pub scan: ScanSettings,
    /// Where backups go.
    pub backup: BackupSettings,
}

impl DeviceSettings {
    /// Reads the settings. A file that cannot be read is set aside beside itself, and the defaults hold.
    pub(super) fn read(path: &Path) -> Self {
        match Disk.read(path, LIMIT) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|_| {
                set_aside(path);
                Self::default()
            }),
            Err(error) => {
                if error.kind() != io::ErrorKind::NotFound {
                    set_aside(path);
                }
                Self::default()
            }
        }
    }

    /// Writes the settings, completely or not at all.
    ///
    /// # Errors
    /// [`AppError::File`].
    pub(super) fn write(&self, path: &Path) -> Result<(), AppError> {
        let unwritable = |source| AppError::File { path: path.to_owned(), source };
        let text = serde_json::to_vec_pretty(self).map_err(|error| unwritable(error.into()))?;
        path.parent().map_or(Ok(()), fs::create_dir_all).map_err(unwritable)?;
        Disk.write(path, &text).map_err(unwritable)
    }

    /// The same with names and folders that can be used.
    ///
    /// # Errors
    /// [`AppError::Input`] naming the setting.
    pub(super) fn accepted(mut self) -> Result<Self, AppError> {
        self.printer = self.printer.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        self.outgoing = self.outgoing.filter(|folder| !folder.as_os_str().is_empty());
        let strange = |name: &String| name.chars().count() > 255 || name.chars().any(char::is_control);
        if self.printer.as_ref().is_some_and(strange) {
            let text = "Nama printer terlalu panjang atau memuat karakter tersembunyi. Pilih dari daftar printer.";
            return Err(AppError::Input { field: "printer", text: text.to_owned() });
        }
        if self.outgoing.as_ref().is_some_and(|folder| !folder.is_absolute() || !folder.is_dir()) {
            let text = "Folder keluaran tidak ditemukan. Pilih folder yang sudah ada di komputer ini.";
            return Err(AppError::Input { field: "outgoing", text: text.to_owned() });
        }
        Ok(self)
    }
}

/// Keeps what cannot be read out of the way. Where even that fails the file stays, and is written over with the next change.
fn set_aside(path: &Path) {
    let numbered = (1..1000).map(|number| path.with_extension(format!("rusak-{number}.json")));
    if let Some(free) = numbered.into_iter().find(|free| !free.exists()) {
        drop(fs::rename(path, free));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data/setelan.json");
        assert_eq!(DeviceSettings::read(&path), DeviceSettings::default());
        let settings = DeviceSettings { theme: Theme::Gelap, user: "Contoh".to_owned(), ..DeviceSettings::default() };
        settings.write(&path).unwrap();
        assert_eq!(DeviceSettings::read(&path), settings);
        fs::write(&path, "{\"theme\":\"terang\",\"kelak\":1}").unwrap();
        assert_eq!(DeviceSettings::read(&path).theme, Theme::Terang, "a newer program's settings are read as far as they are known");
    }

    #[test]
    fn settings_that_cannot_be_read_are_set_aside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("setelan.json");
        for (number, text) in [(1, "{\"theme\":"), (2, "7"), (3, "{\"theme\":\"ungu\"}"), (4, "\u{0}")] {
            fs::write(&path, text).unwrap();
            assert_eq!(DeviceSettings::read(&path), DeviceSettings::default(), "{text}");
            assert!(!path.exists());
            assert_eq!(fs::read_to_string(folder.path().join(format!("setelan.rusak-{number}.json"))).unwrap(), text);
        }
    }

    #[test]
    fn folders_that_are_not_there_are_refused() {
        let here = tempfile::tempdir().unwrap();
        let with = |folder: &Path| DeviceSettings { outgoing: Some(folder.to_owned()), ..DeviceSettings::default() }.accepted();
        assert!(with(here.path()).is_ok());
        assert!(with(&here.path().join("tidak-ada")).is_err());
        assert!(with(Path::new("relatif")).is_err());
        assert_eq!(with(Path::new("")).unwrap().outgoing, None);
    }
}
