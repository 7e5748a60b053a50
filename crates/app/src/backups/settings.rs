//! What this computer remembers of backups.

use super::keep::own_place;
use crate::error::AppError;
use sandika_domain::fact::Moment;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Whether backups are made by themselves, and where the second ones go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BackupSettings {
    /// Backups are made by themselves.
    pub on: bool,
    /// The second place, beside the one beside the office.
    pub second: Option<PathBuf>,
    /// Since when it is the second place.
    pub second_since: Option<Moment>,
    /// When it last took a backup: what is known of a medium that is not plugged in.
    pub second_at: Option<Moment>,
}

impl Default for BackupSettings {
    fn default() -> Self {
        Self { on: true, second: None, second_since: None, second_at: None }
    }
}

impl BackupSettings {
    /// The same with these wishes, if they can be met for the office in `office`.
    ///
    /// # Errors
    /// [`AppError::Input`] for a second place that is none.
    pub(super) fn wished(&self, on: bool, second: Option<PathBuf>, office: &Path, now: Moment) -> Result<Self, AppError> {
        let second = second.filter(|folder| !folder.as_os_str().is_empty());
        if second == self.second {
            return Ok(Self { on, ..self.clone() });
        }
        if let Some(folder) = &second {
            check(folder, office)?;
        }
        let second_since = second.is_some().then_some(now);
        Ok(Self { on, second, second_since, second_at: None })
    }
}

fn check(folder: &Path, office: &Path) -> Result<(), AppError> {
    let refused = |text: &str| Err(AppError::Input { field: "second", text: text.to_owned() });
    if !folder.is_absolute() || !folder.is_dir() {
        return refused(
            "Tempat cadangan kedua tidak ditemukan. Pilih folder yang sudah ada, misalnya pada media USB atau folder jaringan.",
        );
    }
    if folder.starts_with(office) {
        return refused("Tempat cadangan kedua berada di dalam folder kantor, sehingga hilang bersamanya. Pilih folder di tempat lain.");
    }
    if folder == own_place(office) {
        return refused("Folder itu sudah menjadi tempat cadangan pertama. Pilih folder pada media lain.");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;
    use std::fs;

    #[test]
    fn a_second_place_is_a_folder_elsewhere_and_what_is_known_of_it_goes_when_it_is_changed() {
        let room = tempfile::tempdir().unwrap();
        let office = room.path().join("kantor");
        let (inside, own, usb) = (office.join("cadangan"), own_place(&office), room.path().join("usb"));
        [&inside, &own, &usb].iter().for_each(|folder| fs::create_dir_all(folder).unwrap());
        let now = Moment::from_timestamp_millis(1_000).unwrap();
        let none = BackupSettings::default();
        let wished = |second: &Path| none.wished(true, Some(second.to_owned()), &office, now);
        for (second, told) in [
            (room.path().join("tidak-ada"), "tidak ditemukan"),
            (PathBuf::from("relatif"), "tidak ditemukan"),
            (inside, "di dalam folder kantor"),
            (own, "tempat cadangan pertama"),
        ] {
            assert!(wished(&second).unwrap_err().to_string().contains(told), "{}", second.display());
        }
        let with = BackupSettings { second_at: Some(now), ..wished(&usb).unwrap() };
        assert_eq!(with.second_since, Some(now));
        fs::remove_dir(&usb).unwrap();
        let off = with.wished(false, Some(usb), &office, now).unwrap();
        assert_eq!(off, BackupSettings { on: false, ..with.clone() }, "one that is not plugged in just now stays");
        assert_eq!(with.wished(true, Some(PathBuf::new()), &office, now).unwrap(), none);
    }
}
