//! Signing in: into an office that is closed, and at a desk that was locked.

use super::attempts::{Attempts, Tried};
use super::{RECOVERY_SLOT, Signed};
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::{Access, Fact, Moment};
use sandika_domain::user::Role;
use sandika_store::{Store, StoreError, UserRow};
use std::path::Path;

/// The slot of offices that were made before there were users.
pub(super) const FIRST_SLOT: &str = "utama";
/// In whose name a passphrase is tried that nobody's name came with.
const ANYBODY: &str = "*";

/// A store that somebody's passphrase has opened.
pub(crate) struct Opened {
    pub(crate) store: Store,
    pub(crate) signed: Signed,
    /// The journal names no user yet.
    pub(crate) unlisted: bool,
    /// What had failed in their name before.
    pub(crate) tried: Option<Tried>,
}

/// Opens the office in `folder` for `user`, or for whomever the passphrase is of.
///
/// # Errors
/// [`AppError::TooManyTries`]; [`AppError::NotAdmitted`] for a slot of somebody who was dismissed; else as [`Store::open_as`].
pub(crate) fn open(folder: &Path, user: Option<&str>, passphrase: &str, now: Moment) -> Result<Opened, AppError> {
    let mut attempts = Attempts::of(folder);
    let name = user.unwrap_or(ANYBODY);
    attempts.check(name, now)?;
    let opened = match user.map(|user| slot_of(folder, user)).transpose()? {
        Some(slot) => Store::open_as(folder, &slot, passphrase, now),
        None => Store::open(folder, passphrase, now),
    };
    let store = watched(opened, &mut attempts, name, now)?;
    let users = store.read().users()?;
    let unlisted = users.is_empty();
    let signed = signed(users, store.user(), user)?;
    Ok(Opened { store, signed, unlisted, tried: attempts.forget(name) })
}

/// The slot that is meant: an office that was made before there were users has one that is nobody's yet.
fn slot_of(folder: &Path, user: &str) -> Result<String, AppError> {
    if !Store::is_at(folder) {
        return Ok(user.to_owned());
    }
    let users = Store::users_at(folder)?;
    let old = users.len() == 1 && users.iter().any(|name| name == FIRST_SLOT);
    Ok(if old { FIRST_SLOT } else { user }.to_owned())
}

fn watched<T>(opened: Result<T, StoreError>, attempts: &mut Attempts, name: &str, now: Moment) -> Result<T, AppError> {
    if matches!(opened, Err(StoreError::WrongPassphrase)) {
        attempts.failed(name, now)?;
    }
    Ok(opened?)
}

/// What the journal says of whoever opened a slot. In an office without users they are its first, and its admin.
pub(crate) fn signed(users: Vec<UserRow>, slot: &str, typed: Option<&str>) -> Result<Signed, AppError> {
    if slot == RECOVERY_SLOT {
        // Nobody yet: whoever holds the sheet says who they are before they work.
        return Ok(Signed { name: slot.to_owned(), role: Role::Admin });
    }
    if users.is_empty() {
        return Ok(Signed { name: typed.filter(|_| slot == FIRST_SLOT).unwrap_or(slot).to_owned(), role: Role::Admin });
    }
    let found = users.into_iter().find(|user| user.name == slot && user.active);
    found.map(|user| Signed { name: user.name, role: user.role }).ok_or_else(|| AppError::NotAdmitted { name: slot.to_owned() })
}

impl Office {
    /// Has somebody sign in at the desk of an office that is open but locked; what works behind the screens goes on meanwhile.
    ///
    /// # Errors
    /// As [`open`]; whoever worked before still does.
    pub(crate) fn sign_in(&mut self, user: &str, passphrase: &str) -> Result<(), AppError> {
        let now = self.now();
        let mut attempts = Attempts::of(self.store.dir());
        attempts.check(user, now)?;
        let slot = watched(self.store.try_slot(user, passphrase), &mut attempts, user, now)?;
        let signed = signed(self.read().users()?, &slot, Some(user))?;
        self.signed = signed;
        match attempts.forget(user) {
            Some(tried) => self.note_refused(tried),
            None => Ok(()),
        }
    }

    /// Notes what had been tried in the name of the one who came in.
    pub(crate) fn note_refused(&mut self, Tried { count, last }: Tried) -> Result<(), AppError> {
        let fact = Access::SignInsRefused { user: self.signed.name.clone(), count, last };
        self.record("sign_in", None, None, vec![Fact::Access(fact)])
    }
}
