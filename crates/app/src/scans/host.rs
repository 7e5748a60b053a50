//! Who holds the office that scans come into: the desk of the window, or a post that does nothing else.

use super::folders::{ScanDesk, ScanSettings, WatchedFolder};
use crate::desk::Desk;
use crate::error::AppError;
use crate::office::Office;
use std::path::PathBuf;

/// What carrying scans in needs of whoever holds the office.
pub trait ScanHost {
    /// The office, if one is open.
    fn office(&self) -> Option<&Office>;

    /// The same, to record in.
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`].
    fn opened(&mut self) -> Result<&mut Office, AppError>;

    /// Folders that are watched for the office that is open.
    fn watched_folders(&self) -> Vec<PathBuf>;

    /// How scans are taken in.
    fn scan_settings(&self) -> &ScanSettings;

    /// What is known of the scanning.
    fn scanning_mut(&mut self) -> &mut ScanDesk;
}

impl ScanHost for Desk {
    fn office(&self) -> Option<&Office> {
        self.office()
    }

    fn opened(&mut self) -> Result<&mut Office, AppError> {
        self.opened()
    }

    fn watched_folders(&self) -> Vec<PathBuf> {
        self.watched_folders()
    }

    fn scan_settings(&self) -> &ScanSettings {
        &self.settings().scan
    }

    fn scanning_mut(&mut self) -> &mut ScanDesk {
        self.scanning_mut()
    }
}

/// An office that is open for nothing but its scans: no window, no settings that are kept.
pub struct ScanPost {
    office: Office,
    settings: ScanSettings,
    scanning: ScanDesk,
}

impl ScanPost {
    /// A post over an office, with the folders that are watched for it.
    ///
    /// # Errors
    /// [`AppError::Input`] for folders that cannot be watched.
    pub fn new(office: Office, settings: ScanSettings) -> Result<Self, AppError> {
        Ok(Self { office, settings: settings.accepted()?, scanning: ScanDesk::default() })
    }

    /// The office.
    pub fn office(&self) -> &Office {
        &self.office
    }

    /// The watched folders, as they were found last.
    pub fn folders(&self) -> Vec<WatchedFolder> {
        self.scanning.told(&self.settings.folders)
    }
}

impl ScanHost for ScanPost {
    fn office(&self) -> Option<&Office> {
        Some(&self.office)
    }

    fn opened(&mut self) -> Result<&mut Office, AppError> {
        Ok(&mut self.office)
    }

    fn watched_folders(&self) -> Vec<PathBuf> {
        self.settings.folders.clone()
    }

    fn scan_settings(&self) -> &ScanSettings {
        &self.settings
    }

    fn scanning_mut(&mut self) -> &mut ScanDesk {
        &mut self.scanning
    }
}
