//! The door at this desk: locking it, who may come in, passphrases, and the recovery sheet.

use super::{Desk, chosen};
use crate::access::{RECOVERY_SLOT, RecoverySheet, recovery_phrase};
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::user::{Right, Role};
use sandika_store::Store;
use std::path::{Path, PathBuf};

impl Desk {
    /// Locks the desk: nobody is answered until somebody signs in. Scans go on coming in, and letters going out. A practice office, which everybody may
    /// enter, is closed instead.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn lock(&mut self) -> Result<(), AppError> {
        self.sheet = None;
        if self.office.as_ref().map(Office::is_practice).transpose()?.unwrap_or(false) {
            self.close();
        }
        self.locked = self.office.is_some();
        Ok(())
    }

    /// Refuses what the one who works may not do. While nobody works, whoever does it has to know a passphrase for it.
    ///
    /// # Errors
    /// [`AppError::Forbidden`].
    pub fn need(&self, right: Right) -> Result<(), AppError> {
        self.office.as_ref().map_or(Ok(()), |office| office.need(right))
    }

    /// Whether the desk is locked while its office is open.
    pub fn is_locked(&self) -> bool {
        self.locked
    }

    /// Who may sign in to the office in a folder, or to the known one; nobody where there is none or its slots cannot be read.
    pub fn users(&self, folder: Option<&Path>) -> Vec<String> {
        let place = folder.map_or_else(|| self.folder(), Path::to_owned);
        let names = Store::users_at(&place).unwrap_or_default();
        names.into_iter().filter(|name| name != RECOVERY_SLOT && !crate::access::is_nobodys(name)).collect()
    }

    /// Changes the passphrase of the one who works. A new one is tried at the cost of a new office.
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`], else as [`Office::change_passphrase`].
    pub fn change_passphrase(&mut self, old: &str, new: &str) -> Result<(), AppError> {
        let cost = self.shell.cost;
        self.entered()?.change_passphrase(old, new, cost)
    }

    /// Whether the key of the one who works is bound to their account; see [`Office::key_is_bound`].
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`], else as there.
    pub fn key_is_bound(&mut self) -> Result<Option<bool>, AppError> {
        self.entered()?.key_is_bound()
    }

    /// Binds it, or lets it go; see [`Office::bind_key`].
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`], else as there.
    pub fn bind_key(&mut self, passphrase: &str, on: bool) -> Result<(), AppError> {
        self.entered()?.bind_key(passphrase, on)
    }

    /// Admits somebody; see [`Office::admit_user`].
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`], else as there.
    pub fn admit_user(&mut self, name: &str, role: Role, own: &str, passphrase: &str) -> Result<(), AppError> {
        let cost = self.shell.cost;
        self.entered()?.admit_user(name, role, own, passphrase, cost)
    }

    /// Sets another passphrase for somebody; see [`Office::set_passphrase`].
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`], else as there.
    pub fn set_passphrase(&mut self, name: &str, own: &str, passphrase: &str) -> Result<(), AppError> {
        let cost = self.shell.cost;
        self.entered()?.set_passphrase(name, own, passphrase, cost)
    }

    /// Makes a recovery sheet and holds it until [`Self::put_sheet_away`]; see [`Office::make_recovery`].
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`], else as there.
    pub fn make_recovery(&mut self, own: &str) -> Result<&RecoverySheet, AppError> {
        let cost = self.shell.cost;
        let sheet = self.entered()?.make_recovery(own, cost)?;
        Ok(self.sheet.insert(sheet))
    }

    /// The sheet that somebody looks at.
    ///
    /// # Errors
    /// [`AppError::NotFound`] once it was put away.
    pub fn sheet(&self) -> Result<&RecoverySheet, AppError> {
        self.sheet.as_ref().ok_or_else(|| AppError::not_found("sheet", "Lembar", "pemulihan"))
    }

    /// Writes the sheet that somebody looks at to a file of their choice.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::File`].
    pub fn save_sheet(&mut self, path: &Path) -> Result<(), AppError> {
        let sheet = self.sheet()?;
        self.ports().files.write(path, &sheet.pdf).map_err(|source| AppError::File { path: path.to_owned(), source })
    }

    /// Prints the sheet that somebody looks at, and waits until it is out.
    ///
    /// # Errors
    /// [`AppError::OfficeClosed`]; [`AppError::NotFound`]; [`AppError::Outside`] when it did not come out.
    pub fn print_sheet(&mut self) -> Result<(), AppError> {
        let pdf = self.sheet()?.pdf.clone();
        self.entered()?.print_sheet(&pdf)
    }

    /// Forgets the sheet; it cannot be shown again.
    pub fn put_sheet_away(&mut self) {
        self.sheet = None;
    }

    /// Opens the office by the words of its recovery sheet, sets another passphrase for one of its admins, and has them work.
    ///
    /// # Errors
    /// [`AppError::Input`] for words that are none, and for somebody who is no admin; else as [`Office::open`]. Nothing is open then.
    pub fn recover(&mut self, folder: Option<PathBuf>, words: &str, user: &str, passphrase: &str) -> Result<(), AppError> {
        let elsewhere = chosen(folder)?.or_else(|| self.settings.office.clone());
        let place = elsewhere.clone().unwrap_or_else(|| self.default_folder());
        let phrase = recovery_phrase(&place, words)?;
        self.close();
        let cost = self.shell.cost;
        let office = Office::recover(&place, &phrase, self.ports(), (user, passphrase), cost)?;
        let name = office.actor().to_owned();
        self.take(office, name, elsewhere)
    }
}
