//! Making an office's folder, opening it, and what is done with one that is damaged, newer or older.

mod aside;
mod copy;
mod database;
#[cfg(test)]
mod tests;

pub(crate) use aside::{stamp, unused};
pub(crate) use database::{connect, open as open_database, raw_key, salt, settle};

use crate::anchor::{self, Anchor, Signer};
use crate::blobs::Blobs;
use crate::cipher;
use crate::journal::{PersonKeys, Tip};
use crate::keys::{KdfCost, Keys, SlotFile};
use crate::ledger::Ledger;
use crate::lock::OfficeLock;
use crate::schema::{self, Schema};
use crate::store::Place;
use crate::verify::{Marks, Problem};
use crate::{Store, StoreError, erase, files};
use database::Opened;
use sandika_domain::fact::Moment;
use std::fs;
use std::path::Path;

pub(crate) const DATABASE: &str = "sandika.db";
pub(crate) const KEYS: &str = "kunci.json";
pub(crate) const BLOBS: &str = "berkas";

/// How a new office begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Creation {
    /// Id of this desk, unique among desks whose journals may one day be merged.
    pub desk: String,
    /// Whose passphrase opens it, by the name of their slot.
    pub user: String,
    /// What it costs to try a passphrase.
    pub cost: KdfCost,
    /// Now: names the folder of whatever must be set aside.
    pub now: Moment,
}

impl Store {
    /// Makes an office in `dir`, which is made if it is not there, and opens it. The key slots are written last: a crash before leaves no office,
    /// and what it leaves is set aside when the creation is done over.
    ///
    /// # Errors
    /// [`StoreError::Exists`]; [`StoreError::KeysMissing`] when there is an office that only lacks its key slots; [`StoreError::PassphraseTooShort`],
    /// [`StoreError::InUse`].
    pub fn create(dir: &Path, passphrase: &str, creation: &Creation) -> Result<Self, StoreError> {
        files::make_folder(dir)?;
        refuse_existing(dir)?;
        let lock = OfficeLock::take(dir)?;
        // Another program may have made one between the look and the lock.
        refuse_existing(dir)?;
        let master = cipher::new_key()?;
        let mut slots = SlotFile::new()?;
        slots.add(&creation.user, passphrase, creation.cost, &master)?;
        aside::unfinished_creation(dir, creation.now)?;
        let keys = Keys::derive(&master)?;
        let conn = database::make(&dir.join(DATABASE), &keys.database, &creation.desk)?;
        slots.bind(&keys, &database::salt(&dir.join(DATABASE))?);
        let anchor = Anchor::begin(dir, Signer::new(keys.anchor.clone(), &creation.desk), Tip::default())?;
        slots.write(&dir.join(KEYS))?;
        let opened = Opened { conn, desk: creation.desk.clone(), tip: Tip::default() };
        let marks = Marks::new(dir, keys.verified.clone(), &creation.desk, creation.now);
        Self::assemble(dir, creation.user.clone(), lock, opened, keys, anchor, marks)
    }

    /// Whether there is an office in `dir`, or what is left of one.
    pub fn is_at(dir: &Path) -> bool {
        dir.join(KEYS).exists() || dir.join(DATABASE).exists()
    }

    /// Makes ready what trying the passphrase of the office in `dir` and opening its database take, so that [`Self::open`] need not wait for it. It holds as much memory as
    /// the trial itself, until then.
    ///
    /// # Errors
    /// Those of a slot file that cannot be read; the opening will tell them again.
    pub fn make_ready(dir: &Path) -> Result<(), StoreError> {
        database::make_ready()?;
        SlotFile::read(&dir.join(KEYS))?.make_ready()
    }

    /// Opens the office in `dir`. `now` names whatever must be set aside, and the copy that is kept before a migration. An office whose journal
    /// has lost its end opens too: see [`Self::opening_problems`].
    ///
    /// # Errors
    /// [`StoreError::NotAnOffice`], [`StoreError::InUse`], [`StoreError::WrongPassphrase`], [`StoreError::Newer`], [`StoreError::KeysNewer`] and
    /// [`StoreError::KeysForeign`] (nothing is touched), [`StoreError::Damaged`] (the database was moved to `rusak/`), and those of missing or
    /// unreadable files.
    pub fn open(dir: &Path, passphrase: &str, now: Moment) -> Result<Self, StoreError> {
        Self::open_with(dir, None, passphrase, now, schema::OURS)
    }

    /// Opens the office with the passphrase of one user, by the name of their slot.
    ///
    /// # Errors
    /// As [`Self::open`]; [`StoreError::NoSuchUser`].
    pub fn open_as(dir: &Path, user: &str, passphrase: &str, now: Moment) -> Result<Self, StoreError> {
        Self::open_with(dir, Some(user), passphrase, now, schema::OURS)
    }

    /// The names of those whose passphrases open the office in `dir`, which need not be open for that.
    ///
    /// # Errors
    /// Those of a slot file that cannot be read.
    pub fn users_at(dir: &Path) -> Result<Vec<String>, StoreError> {
        Ok(SlotFile::read(&dir.join(KEYS))?.names().map(str::to_owned).collect())
    }

    /// Opens with a schema of one's own: for the tests of migrations.
    fn open_with(dir: &Path, user: Option<&str>, passphrase: &str, now: Moment, schema: Schema) -> Result<Self, StoreError> {
        let (database, slots) = (dir.join(DATABASE), dir.join(KEYS));
        match (slots.exists(), database.exists()) {
            (false, false) => return Err(StoreError::NotAnOffice(dir.to_owned())),
            (false, true) => return Err(StoreError::KeysMissing(slots)),
            (true, _) => {}
        }
        let lock = OfficeLock::take(dir)?;
        let slots = SlotFile::read(&slots)?;
        let (user, master) = match user {
            Some(user) => (slots.name_of(user).unwrap_or(user).to_owned(), slots.open_as(user, passphrase)?),
            None => slots.open_any(passphrase)?,
        };
        let keys = Keys::derive(&master)?;
        if !database.exists() {
            return Err(aside::database_missing(dir, now));
        }
        Self::open_unlocked(dir, user, lock, &slots, keys, now, schema)
    }

    /// Opens an office whose keys are known already, in the name of `user`.
    pub(crate) fn open_unlocked(
        dir: &Path,
        user: String,
        lock: OfficeLock,
        slots: &SlotFile,
        keys: Keys,
        now: Moment,
        schema: Schema,
    ) -> Result<Self, StoreError> {
        let opened = match database::open(dir, &keys.database, now, schema) {
            Err(error) if error.is_damage() => return Err(damaged(dir, slots, &keys, now)),
            opened => opened?,
        };
        files::sweep_unfinished(dir)?;
        let signer = Signer::new(keys.anchor.clone(), &opened.desk);
        let mut problems = anchor::examine(dir, &signer, &opened.conn, opened.tip, now)?;
        if !opened.tip.is_the_known_end(&opened.conn)? {
            problems.push(Problem::head_differs());
        }
        let anchor = Anchor::begin(dir, signer, opened.tip)?;
        let marks = Marks::read(dir, keys.verified.clone(), &opened.desk);
        let mut store = Self::assemble(dir, user, lock, opened, keys, anchor, marks)?;
        store.problems_mut().append(&mut problems);
        store.verify_at_opening(now);
        Ok(store)
    }

    fn assemble(
        dir: &Path,
        user: String,
        lock: OfficeLock,
        opened: Opened,
        keys: Keys,
        anchor: Anchor,
        marks: Marks,
    ) -> Result<Self, StoreError> {
        let blobs = Blobs::open(dir.join(BLOBS), keys.blobs.clone(), keys.blob_names.clone())?;
        let ledger = Ledger::new(opened.conn, keys.database.clone(), PersonKeys::new(keys.persons.clone()), blobs, opened.desk);
        // What cannot be finished now is no reason to keep the office shut: a verification tells it.
        let _ = erase::finish(&ledger);
        Ok(Self::new(ledger, anchor, marks, keys, Place { dir: dir.to_owned(), user }, lock))
    }
}

/// Refuses a folder with an office in it: one with key slots, and one that has lost them. A new office over it would hide it for good.
fn refuse_existing(dir: &Path) -> Result<(), StoreError> {
    if dir.join(KEYS).exists() {
        return Err(StoreError::Exists(dir.to_owned()));
    }
    // The folder of files is made after the key slots; an interrupted creation leaves none. Without a database, only shelves make it ours.
    let blobs = dir.join(BLOBS);
    if blobs.is_dir() && (dir.join(DATABASE).exists() || has_shelves(&blobs)) {
        return Err(StoreError::KeysMissing(dir.join(KEYS)));
    }
    Ok(())
}

fn has_shelves(blobs: &Path) -> bool {
    let is_shelf = |name: &str| name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    fs::read_dir(blobs).is_ok_and(|mut names| names.any(|name| name.is_ok_and(|name| name.file_name().to_str().is_some_and(is_shelf))))
}

/// What is to be said of a database that does not open with these keys: they are of another office, which touches nothing, or it is damaged and
/// now set aside. That they belong here is vouched for by the salt that the database begins with, or else by the anchor beside it.
fn damaged(dir: &Path, slots: &SlotFile, keys: &Keys, now: Moment) -> StoreError {
    let bound = database::salt(&dir.join(DATABASE)).is_ok_and(|salt| slots.is_bound_to(keys, &salt));
    if !bound && !anchor::is_of(dir, &keys.anchor) {
        return StoreError::KeysForeign { keys: dir.join(KEYS), database: dir.join(DATABASE) };
    }
    match aside::damaged(dir, now) {
        Ok(set_aside) => StoreError::Damaged { set_aside },
        Err(error) => error,
    }
}
