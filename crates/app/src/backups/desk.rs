//! What the desk knows of backups, and what an officer does with them in the window.

use super::find::FoundBackup;
use super::moving::Moved;
use super::overview::{BackupOverview, BackupPlace, BackupWork, places_of};
use super::restore::Restored;
use super::settings::BackupSettings;
use crate::access::RECOVERY_SLOT;
use crate::desk::{Desk, DeviceSettings};
use crate::error::AppError;
use crate::long_work::Stop;
use crate::office::Office;
use sandika_domain::fact::Moment;
use sandika_domain::user::read_recovery;
use sandika_store::backup::{BackupSource, Listing, Place, aside_of};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use zeroize::Zeroizing;

/// What is known of the backups of the office that is open.
#[derive(Default)]
pub(crate) struct BackupDesk {
    /// Whose listings these are.
    pub(super) office: String,
    pub(super) known: BTreeMap<PathBuf, Known>,
    pub(super) wish: Wish,
    /// Ends the work that is under way.
    pub(super) stop: Stop,
    pub(super) work: Working,
}

/// A place as it was found last.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) looked: bool,
    pub(super) listing: Listing,
    pub(super) trouble: Option<String>,
}

/// What an officer does not want to wait for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wish {
    pub(super) make: bool,
    pub(super) test: bool,
}

/// The work under way, told by whoever does it without holding the desk.
#[derive(Clone, Default)]
pub(super) struct Working(Arc<Mutex<Option<BackupWork>>>);

impl Working {
    pub(super) fn set(&self, work: Option<BackupWork>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = work;
    }

    fn get(&self) -> Option<BackupWork> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Desk {
    /// The backups of the open office at a glance, as they were found last: no place is looked into here, for one in the network may not answer.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn backups(&self) -> Result<BackupOverview, AppError> {
        let (settings, folder) = (&self.settings().backup, self.usual_folder());
        let mut overview =
            BackupOverview { on: settings.on, kept: false, places: Vec::new(), work: None, aside: aside_of(&folder), warnings: Vec::new() };
        let Some(office) = self.office().filter(|office| office.folder() == folder) else { return Ok(overview) };
        if office.is_practice()? {
            return Ok(overview);
        }
        let (mark, now, zone) = (office.backup_mark()?, office.now(), office.zone()?);
        let ours = office.backup_keys()?.office() == self.backing().office;
        overview.kept = true;
        overview.places = places_of(settings, &folder)
            .into_iter()
            .map(|(kind, folder)| {
                let Known { looked, listing, trouble } = self.backing().known.get(&folder).filter(|_| ours).cloned().unwrap_or_default();
                BackupPlace { kind, folder, looked, trouble, listing, last_at: None, stale_days: None }.aged(settings, &mark, now)
            })
            .collect();
        overview.work = self.backing().work.get();
        overview.warnings = overview.places.iter().flat_map(|place| place.warnings(zone)).collect();
        Ok(overview)
    }

    /// Keeps whether backups are made by themselves, and where the second ones go.
    ///
    /// # Errors
    /// [`AppError::Input`] for a second place that is none; [`AppError::File`] when the settings cannot be kept.
    pub fn record_backups(&mut self, on: bool, second: Option<PathBuf>) -> Result<(), AppError> {
        let backup = self.settings().backup.wished(on, second, &self.usual_folder(), self.now())?;
        self.keep_backups(backup)
    }

    /// A backup, or a test of the newest ones, is wished now.
    pub fn hurry_backups(&mut self, test: bool) {
        let wish = &mut self.backing_mut().wish;
        *wish = Wish { make: wish.make || !test, test: wish.test || test };
    }

    /// Ends the making or testing that is under way.
    pub fn stop_backups(&mut self) {
        self.backing_mut().wish = Wish::default();
        self.backing().stop.stop();
    }

    /// The officer has seen why a backup holds less than the one before.
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`]; [`AppError::Store`] when the place is not there.
    pub fn accept_shrink(&mut self, folder: &Path, stamp: &str) -> Result<(), AppError> {
        let keys = self.opened()?.backup_keys()?;
        let place = Place::at(folder);
        place.accept(keys.office(), stamp)?;
        let listing = place.backups(keys.office())?;
        self.backing_mut().known.entry(folder.to_owned()).or_default().listing = listing;
        Ok(())
    }

    /// Puts the office back as a backup holds it, and opens it. Until the backup is proven, nothing is closed; the present office stays beside it.
    /// The words of the recovery sheet serve as a passphrase too: the office then waits for whoever holds the sheet to say who they are.
    /// Long work: it is watched.
    ///
    /// # Errors
    /// As [`Office::prepare_restore`].
    pub fn restore(&mut self, from: &BackupSource, passphrase: &str) -> Result<Restored, AppError> {
        let (folder, ports) = (self.usual_folder(), self.ports());
        let words = read_recovery(passphrase).ok().map(Zeroizing::new);
        let passphrase = words.as_ref().map_or(passphrase, |words| words.as_str());
        self.backing().stop.stop();
        let same = self.office().filter(|office| office.folder() == folder);
        let erased = same.map_or_else(|| Ok(erased_at(&folder, passphrase, self)), Office::erased_persons)?;
        let prepared = Office::prepare_restore(&folder, from, passphrase, &ports, &erased)?;
        self.close();
        let restored = prepared.put_in_place()?;
        self.forget_backups();
        if restored.by != RECOVERY_SLOT {
            self.open(None, passphrase, &restored.by)?;
        }
        Ok(restored)
    }

    /// Puts the office back that the last restore put aside. It waits for its passphrase then.
    ///
    /// # Errors
    /// [`AppError::Store`]: there is none, or it is in use.
    pub fn put_back(&mut self) -> Result<(), AppError> {
        let (folder, now) = (self.usual_folder(), self.now());
        if aside_of(&folder).is_some() {
            self.backing().stop.stop();
            self.close();
            self.forget_backups();
        }
        Office::put_back(&folder, now)
    }

    /// Writes the open office as one file for another computer. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`]; as [`Office::move_out`].
    pub fn move_out(&mut self, path: &Path) -> Result<Moved, AppError> {
        self.opened()?.move_out(path)
    }

    /// The backups that lie in a folder or a moving file, of whichever office.
    ///
    /// # Errors
    /// As [`find_backups`](super::find_backups).
    pub fn find_backups(&self, path: &Path) -> Result<Vec<FoundBackup>, AppError> {
        super::find_backups(path)
    }

    pub(super) fn keep_backups(&mut self, backup: BackupSettings) -> Result<(), AppError> {
        self.keep(DeviceSettings { backup, ..self.settings().clone() })
    }

    /// The second place has taken a backup. Where that cannot be kept, the place itself tells it once it is looked into again.
    pub(super) fn note_second(&mut self, folder: &Path, at: Moment) {
        let settings = &self.settings().backup;
        if settings.second.as_deref() == Some(folder) {
            let settings = BackupSettings { second_at: Some(at), ..settings.clone() };
            drop(self.keep_backups(settings));
        }
    }

    fn forget_backups(&mut self) {
        *self.backing_mut() = BackupDesk::default();
    }
}

/// The erased persons of an office that is not open, if this passphrase opens it. One that cannot be opened is often why a backup is needed.
fn erased_at(folder: &Path, passphrase: &str, desk: &Desk) -> Vec<sandika_domain::ids::PersonId> {
    let opened = Office::is_at(folder).then(|| Office::open_for_anyone(folder, passphrase, desk.ports()));
    opened.and_then(Result::ok).and_then(|office| office.erased_persons().ok()).unwrap_or_default()
}
