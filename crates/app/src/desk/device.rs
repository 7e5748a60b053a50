//! What belongs to this computer alone: how it prints, sends and looks, and whether it keeps the program at hand.

use super::{Desk, DeviceSettings, Theme};
use crate::error::AppError;
use crate::ports::PrinterInfo;
use crate::reminder::DueTimes;
use std::path::PathBuf;

/// What is wished of this computer.
#[derive(Clone, Debug, Default)]
pub struct DeviceWishes {
    /// Printer by name; the system's own if none.
    pub printer: Option<String>,
    /// Folder into which what goes out is dropped.
    pub outgoing: Option<PathBuf>,
    /// How the window looks.
    pub theme: Theme,
    /// The program stays beside the clock when its window is closed; as it was if none.
    pub stays: Option<bool>,
    /// The computer starts the program when its user signs in; as it was if none.
    pub autostart: Option<bool>,
}

impl Desk {
    /// Keeps how this computer prints, sends and looks, and works so from now on.
    ///
    /// # Errors
    /// [`AppError::Input`] for a printer or folder that cannot be; [`AppError::Outside`] when the computer does not let the program stay or start;
    /// [`AppError::File`] when the settings cannot be kept.
    pub fn record_device(&mut self, wished: DeviceWishes) -> Result<(), AppError> {
        let DeviceWishes { printer, outgoing, theme, stays, autostart } = wished;
        let stays = stays.unwrap_or(self.settings.stays);
        let settings = DeviceSettings { printer, outgoing, theme, stays, ..self.settings.clone() }.accepted()?;
        if let Some(wished) = autostart.filter(|wished| self.autostart() != Some(*wished)) {
            let what = "Perubahan setelan mulai bersama Windows";
            self.shell.staying.set_autostart(wished).map_err(|source| AppError::Outside { what, source })?;
        }
        if stays != self.settings.stays {
            let what = "Perubahan ikon Sandika di dekat jam";
            self.shell.staying.stay(stays).map_err(|source| AppError::Outside { what, source })?;
        }
        self.keep(settings)?;
        let ports = self.ports();
        if let Some(office) = &mut self.office {
            office.set_ports(ports);
        }
        Ok(())
    }

    /// Whether the program stays beside the clock when its window is closed; none where this computer has no place there.
    pub fn stays(&self) -> Option<bool> {
        self.shell.staying.can_stay().then_some(self.settings.stays)
    }

    /// Whether this computer starts the program when its user signs in; none where it cannot.
    pub fn autostart(&self) -> Option<bool> {
        self.shell.staying.autostart()
    }

    /// The printers of this computer.
    ///
    /// # Errors
    /// [`AppError::Outside`] when the system does not tell.
    pub fn printers(&self) -> Result<Vec<PrinterInfo>, AppError> {
        self.shell.printers.list().map_err(|source| AppError::Outside { what: "Pembacaan daftar printer", source })
    }

    /// What is remembered of an office's open steps.
    pub(crate) fn due_times(&self) -> Option<&DueTimes> {
        self.due.as_ref()
    }

    /// Remembers when the open steps of the office fall due, where notices are wished and one is open that is not for practice. What cannot be read stays as it
    /// was remembered: whoever opens the office is told why.
    pub(crate) fn note_due_times(&mut self) {
        let office = self.office.as_ref().filter(|office| self.settings.stays && !office.is_practice().unwrap_or(true));
        if let Some(due) = office.and_then(|office| DueTimes::of(office).ok()) {
            self.due = Some(due);
        }
    }
}
