//! What an admin does with an update in the window.

use super::look::{OpenedUpdate, look, running_version};
use super::prepared::PreparedInstaller;
use super::{Update, UpdateFault};
use crate::backups::{BackedUp, own_place};
use crate::desk::Desk;
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::{Fact, UpdateStarted as StartedFact};
use sandika_store::StoreError;
use std::path::{Path, PathBuf};

/// An update that is wished.
#[derive(Clone, Debug)]
pub struct UpdateStart {
    /// The file.
    pub path: PathBuf,
    /// [`Update::seal`] of what the officer was shown.
    pub seal: String,
    /// A backup beside the office alone is enough.
    pub beside_only: bool,
}

/// An update whose installer runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateStarted {
    /// What is installed.
    pub update: Update,
    /// The backups that were made before.
    pub backups: Vec<BackedUp>,
}

impl Desk {
    /// Numbers of the keys that updates may be signed with; none where updates are installed by hand.
    pub fn update_keys(&self) -> Vec<String> {
        self.shell().keys.numbers()
    }

    /// Why no update can be installed here, and what to do; none where it can.
    pub fn update_refusal(&self) -> Option<&'static str> {
        self.shell().installing.refusal()
    }

    /// Where a backup will go before an update: beside the office, and the second place if there is one.
    pub fn update_backups(&self) -> (PathBuf, Option<PathBuf>) {
        (own_place(&self.folder()), self.settings().backup.second.clone())
    }

    /// Proves a file, and that it is newer than this program. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`]; [`AppError::Update`]; [`StoreError::Stopped`].
    pub fn look_into_update(&mut self, path: &Path) -> Result<Update, AppError> {
        let keys = self.shell().keys.clone();
        let office = self.entered()?;
        let update = look(path, &keys, &mut office.ports.work.begin())?;
        update.newer_than(&running_version())?;
        Ok(update)
    }

    /// Proves a file once more, copies its installer, backs the office up, and starts the copy. Long work: it is watched. The program has to end then.
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`]; [`AppError::Update`]; [`AppError::Store`]: the disk is full, the backup did not succeed, it was stopped. No installer
    /// was started then, and none is left behind.
    pub fn start_update(&mut self, wished: &UpdateStart) -> Result<UpdateStarted, AppError> {
        let (kept, data) = (self.backups()?.kept, self.data().to_owned());
        let (keys, second) = (self.shell().keys.clone(), self.settings().backup.second.clone());
        let installing = self.shell().installing.clone();
        let office = self.entered()?;
        if let Some(why) = installing.refusal() {
            return Err(UpdateFault::NotHere(why).into());
        }
        if !kept {
            return Err(UpdateFault::NoBackup.into());
        }
        if second.is_none() && !wished.beside_only {
            return Err(UpdateFault::BesideOnly("Tempat cadangan kedua belum dipilih.".to_owned()).into());
        }
        let mut opened = OpenedUpdate::open(&wished.path, &keys)?;
        opened.update.newer_than(&running_version())?;
        if opened.update.seal != wished.seal {
            return Err(UpdateFault::Changed.into());
        }
        let prepared = PreparedInstaller::copy(&mut opened, &data, &*office.ports.files, &mut office.ports.work.begin())?;
        let backups = back_up(office, second.as_deref(), wished.beside_only)?;
        office.note_update(&opened.update)?;
        prepared.start(&*installing)?;
        Ok(UpdateStarted { update: opened.update, backups })
    }
}

/// Beside the office in any case; in the second place unless it cannot be, which somebody has to accept.
fn back_up(office: &Office, second: Option<&Path>, beside_only: bool) -> Result<Vec<BackedUp>, AppError> {
    let mut backups = vec![office.back_up(None)?];
    let Some(second) = second else { return Ok(backups) };
    match office.back_up(Some(second)) {
        Ok(made) => backups.push(made),
        Err(AppError::Store(StoreError::Stopped)) => return Err(StoreError::Stopped.into()),
        Err(_) if beside_only => {}
        Err(error) => return Err(UpdateFault::BesideOnly(format!("Cadangan di tempat kedua tidak dapat dibuat. {error}")).into()),
    }
    Ok(backups)
}

impl Office {
    /// Notes in the journal that an update was asked for: by whom, from which version to which, and whose signature it bears.
    fn note_update(&mut self, update: &Update) -> Result<(), AppError> {
        let fact = StartedFact { from: running_version().to_string(), to: update.version.to_string(), key: update.key.clone() };
        self.record("start_update", None, None, vec![Fact::UpdateStarted(fact)])
    }
}
