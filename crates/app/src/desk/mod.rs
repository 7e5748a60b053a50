//! The desk: what one running application holds. Whether an office is there, locked or open, and what this computer remembers.
//!
//! A data folder, given by the shell, holds `kantor` (the office, unless it was made elsewhere), `latihan` (the practice office) and
//! `setelan.json` (the settings of this computer).

mod device;
mod door;
mod import;
mod settings;

pub use device::DeviceWishes;
pub use settings::{DeviceSettings, Theme};

use crate::access::{RecoverySheet, user_name};
use crate::backups::BackupDesk;
use crate::content::Content;
use crate::error::AppError;
use crate::office::Office;
use crate::outside::{NeverStays, NoPrinters, ThisComputer};
use crate::ports::{Installing, Ports, Printers, Staying};
use crate::practice;
use crate::reminder::DueTimes;
use crate::scans::{ScanDesk, ScanSettings};
use crate::updates::{self, TrustedKeys};
use chrono::NaiveDateTime;
use sandika_domain::fact::Moment;
use sandika_store::{KdfCost, Store};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Makes the ports anew whenever the settings have changed.
pub type PortsFactory = Box<dyn Fn(&DeviceSettings) -> Ports + Send>;

/// What the shell gives.
pub struct Shell {
    /// The data folder.
    pub data: PathBuf,
    /// Makes the ports.
    pub ports: PortsFactory,
    /// Knows the printers.
    pub printers: Box<dyn Printers>,
    /// What trying a new office's passphrase costs.
    pub cost: KdfCost,
    /// The keys that updates have to be signed with.
    pub keys: TrustedKeys,
    /// Starts installers of updates.
    pub installing: Arc<dyn Installing>,
    /// Keeps the program at hand while its window is closed.
    pub staying: Arc<dyn Staying>,
}

impl Shell {
    /// A shell that knows no printers and no place beside a clock, makes offices at the usual cost, and takes the updates that the program was built for.
    pub fn new(data: PathBuf, ports: PortsFactory) -> Self {
        let (keys, installing, staying) = (TrustedKeys::built_in(), Arc::new(ThisComputer), Arc::new(NeverStays));
        Self { data, ports, printers: Box::new(NoPrinters), cost: KdfCost::default(), keys, installing, staying }
    }
}

/// Whether there is an office, and whether it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskState {
    /// There is no office yet.
    None,
    /// There is one, and it is locked.
    Locked,
    /// One is open.
    Open,
}

/// One running application.
pub struct Desk {
    shell: Shell,
    settings: DeviceSettings,
    office: Option<Office>,
    /// Nobody sits here: the office stays open for what works behind the screens, and answers nobody.
    locked: bool,
    /// A recovery sheet that somebody looks at.
    sheet: Option<RecoverySheet>,
    /// What is remembered of an office's open steps, for notices.
    due: Option<DueTimes>,
    scanning: ScanDesk,
    backing: BackupDesk,
}

impl Desk {
    /// A desk with nothing open.
    pub fn new(shell: Shell) -> Self {
        let settings = DeviceSettings::read(&settings_file(&shell.data));
        let desk = Self {
            shell,
            settings,
            office: None,
            locked: false,
            sheet: None,
            due: None,
            scanning: ScanDesk::default(),
            backing: BackupDesk::default(),
        };
        updates::sweep(&desk.shell.data);
        // A restore that a power cut interrupted; what cannot be finished now is tried again when the office is opened.
        let _ = sandika_store::backup::recover(&desk.usual_folder());
        desk
    }

    /// Whether there is an office, and whether it is open.
    pub fn state(&self) -> DeskState {
        match &self.office {
            Some(_) if self.locked => DeskState::Locked,
            Some(_) => DeskState::Open,
            None if Office::is_at(&self.folder()) => DeskState::Locked,
            None => DeskState::None,
        }
    }

    /// The open office, if one is, whether or not somebody sits here.
    pub fn office(&self) -> Option<&Office> {
        self.office.as_ref()
    }

    /// The office for the one who sits here.
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`] while none is open, and while the desk is locked.
    pub fn entered(&mut self) -> Result<&mut Office, AppError> {
        if self.locked { Err(AppError::OfficeClosed) } else { self.opened() }
    }

    /// The open office, whether or not somebody sits here: for what works behind the screens.
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`].
    pub fn opened(&mut self) -> Result<&mut Office, AppError> {
        self.office.as_mut().ok_or(AppError::OfficeClosed)
    }

    /// The folder of the open office, or where the office is or would be made.
    pub fn folder(&self) -> PathBuf {
        self.office.as_ref().map_or_else(|| self.usual_folder(), Office::folder)
    }

    /// Where the program itself may write.
    pub fn data(&self) -> &Path {
        &self.shell.data
    }

    /// The settings of this computer.
    pub fn settings(&self) -> &DeviceSettings {
        &self.settings
    }

    /// Now.
    pub fn now(&self) -> Moment {
        self.office.as_ref().map_or_else(|| self.ports().clock.now(), Office::now)
    }

    /// Now by the open office's clock; that of western Indonesia while none is open.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn local_now(&self) -> Result<NaiveDateTime, AppError> {
        let zone = self.office.as_ref().map(Office::zone).transpose()?.unwrap_or_default();
        Ok(zone.local(self.now()))
    }

    /// Makes the office, in a folder of the user's choice or the usual one, and opens it.
    ///
    /// # Errors
    /// [`AppError::Input`] for a name or folder that cannot be used, [`AppError::Store`] when there is an office already or the passphrase is too
    /// short. Whatever was open stays open.
    pub fn create(&mut self, folder: Option<PathBuf>, passphrase: &str, user: &str) -> Result<(), AppError> {
        let user = String::from(user_name(user)?);
        let chosen = chosen(folder)?;
        let place = chosen.clone().unwrap_or_else(|| self.default_folder());
        let office = Office::create(&place, passphrase, self.shell.cost, self.ports(), &user)?;
        self.take(office, user, chosen)
    }

    /// Opens the office, in a folder of the user's choice or the known one. Whatever else was open is closed first; where this one is open and only the
    /// desk was locked, somebody signs in again and the office was never closed.
    ///
    /// # Errors
    /// [`AppError::Input`] for a name or folder that cannot be used, else as [`Office::open`].
    pub fn open(&mut self, folder: Option<PathBuf>, passphrase: &str, user: &str) -> Result<(), AppError> {
        let user = String::from(user_name(user)?);
        let chosen = chosen(folder)?.or_else(|| self.settings.office.clone());
        let place = chosen.clone().unwrap_or_else(|| self.default_folder());
        if self.locked
            && let Some(office) = self.office.as_mut().filter(|office| office.folder() == place)
        {
            office.sign_in(&user, passphrase)?;
            let name = office.actor().to_owned();
            self.locked = false;
            return self.keep(DeviceSettings { user: name, ..self.settings.clone() });
        }
        self.close();
        let office = Office::open(&place, passphrase, self.ports(), &user)?;
        let name = office.actor().to_owned();
        self.take(office, name, chosen)
    }

    /// Makes ready what opening the office takes, while its passphrase is being typed. Where that cannot be, the opening says why.
    pub fn prepare(&self) {
        if self.state() == DeskState::Locked {
            let _ = Store::make_ready(&self.folder());
            let _ = Content::shipped();
        }
    }

    /// Opens the practice office, which is made and filled when it is not there. Whatever was open is closed first.
    ///
    /// # Errors
    /// [`AppError::Input`] for a name that cannot be used, [`AppError::Store`] when it cannot be made or opened.
    pub fn practise(&mut self, user: &str) -> Result<(), AppError> {
        let user = String::from(user_name(user)?);
        self.close();
        let folder = self.shell.data.join("latihan");
        if !Office::is_at(&folder) {
            practice::make(&folder, self.ports().clock.now(), &user)?;
        }
        let office = Office::open_practice(&folder, practice::PASSPHRASE, self.ports(), &user)?;
        let elsewhere = self.settings.office.clone();
        self.take(office, user, elsewhere)
    }

    /// Closes whatever is open.
    pub fn close(&mut self) {
        self.note_due_times();
        (self.office, self.locked, self.sheet) = (None, false, None);
    }

    /// Keeps how this computer takes scans in.
    ///
    /// # Errors
    /// [`AppError::Input`] for folders that cannot be watched; [`AppError::File`] when the settings cannot be kept.
    pub fn record_scanning(&mut self, scan: ScanSettings) -> Result<(), AppError> {
        self.keep(DeviceSettings { scan: scan.accepted()?, ..self.settings.clone() })
    }

    pub(crate) fn shell(&self) -> &Shell {
        &self.shell
    }

    pub(crate) fn backing(&self) -> &BackupDesk {
        &self.backing
    }

    pub(crate) fn backing_mut(&mut self) -> &mut BackupDesk {
        &mut self.backing
    }

    pub(crate) fn scanning(&self) -> &ScanDesk {
        &self.scanning
    }

    pub(crate) fn scanning_mut(&mut self) -> &mut ScanDesk {
        &mut self.scanning
    }

    /// Holds the office open, and keeps who works where: an office stays open even where that cannot be kept, which the answer then tells.
    fn take(&mut self, office: Office, user: String, elsewhere: Option<PathBuf>) -> Result<(), AppError> {
        let kept = self.keep(DeviceSettings { user, office: elsewhere, ..self.settings.clone() });
        if !office.is_practice().unwrap_or(true) {
            self.due = None;
        }
        (self.office, self.locked, self.sheet) = (Some(office), false, None);
        kept
    }

    pub(crate) fn keep(&mut self, settings: DeviceSettings) -> Result<(), AppError> {
        if settings != self.settings {
            settings.write(&settings_file(&self.shell.data))?;
            self.settings = settings;
        }
        Ok(())
    }

    pub(crate) fn ports(&self) -> Ports {
        (self.shell.ports)(&self.settings)
    }

    fn default_folder(&self) -> PathBuf {
        self.shell.data.join("kantor")
    }

    pub(crate) fn usual_folder(&self) -> PathBuf {
        self.settings.office.clone().unwrap_or_else(|| self.default_folder())
    }
}

fn settings_file(data: &Path) -> PathBuf {
    data.join("setelan.json")
}

/// A folder that the user chose; none where nothing was typed.
fn chosen(folder: Option<PathBuf>) -> Result<Option<PathBuf>, AppError> {
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
    if folder.as_ref().is_some_and(|folder| !folder.is_absolute()) {
        let text = "Letak folder kantor harus lengkap dari pangkalnya. Pilih foldernya dengan tombol pilih folder.";
        return Err(AppError::Input { field: "folder", text: text.to_owned() });
    }
    Ok(folder)
}
