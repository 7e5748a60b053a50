//! Who can open an office that is open: its key slots are made anew, added and taken away. Nothing that it has stored is touched.

use crate::keys::{Bound, SlotFile};
use crate::open::KEYS;
use crate::store::Store;
use crate::{KdfCost, StoreError};
use std::path::PathBuf;

/// Other key slots, tried and ready, but not yet in force.
pub struct SlotChange {
    path: PathBuf,
    before: SlotFile,
    after: SlotFile,
}

impl Store {
    /// Tries a passphrase on the slot of a user, whoever opened the store. Answers with the name as the slot has it.
    ///
    /// # Errors
    /// [`StoreError::NoSuchUser`], [`StoreError::WrongPassphrase`], and those of a slot file that cannot be read.
    pub fn try_slot(&self, user: &str, passphrase: &str) -> Result<String, StoreError> {
        let slots = SlotFile::read(&self.dir().join(KEYS))?;
        slots.open_as(user, passphrase)?;
        Ok(slots.name_of(user).unwrap_or(user).to_owned())
    }

    /// Whether the slot of a user opens only from an account of the computer.
    ///
    /// # Errors
    /// [`StoreError::NoSuchUser`], and those of a slot file that cannot be read.
    pub fn is_bound(&self, user: &str) -> Result<bool, StoreError> {
        let kind = SlotFile::read(&self.dir().join(KEYS))?.kind(user);
        kind.map(|(bound, _)| bound == Bound::ToAccount).ok_or_else(|| StoreError::NoSuchUser { name: user.to_owned() })
    }

    /// Begins a change of the key slots.
    ///
    /// # Errors
    /// Those of a slot file that cannot be read.
    pub fn change_slots(&self) -> Result<SlotChange, StoreError> {
        let path = self.dir().join(KEYS);
        let before = SlotFile::read(&path)?;
        Ok(SlotChange { path, after: before.clone(), before })
    }
}

impl SlotChange {
    /// Has `new` open the slot of `name`, which is made where there is none; trying it costs `cost`. Only a passphrase that opens a slot can do that:
    /// `opener` and theirs. Takes as long as three trials of a passphrase.
    ///
    /// # Errors
    /// [`StoreError::NoSuchUser`] and [`StoreError::WrongPassphrase`] for the opener, [`StoreError::PassphraseTooShort`] for the new one.
    ///
    /// Who sets a passphrase of their own stays bound to their account; a slot that somebody else makes anew is bound to none.
    pub fn put(&mut self, (opener, passphrase): (&str, &str), name: &str, new: &str, cost: KdfCost) -> Result<(), StoreError> {
        let master = self.before.open_as(opener, passphrase)?;
        let own = self.before.name_of(opener) == self.before.name_of(name);
        let bound = self.before.kind(name).filter(|_| own).map_or(Bound::No, |(bound, _)| bound);
        self.after.put(name, new, cost, &master, bound)?;
        // What is about to lock the office must be seen to open it.
        self.after.open_as(name, new).map(drop)
    }

    /// Has the slot of `name` open only from the account of the computer that the program runs under, or from everywhere again. Takes their passphrase, which stays.
    ///
    /// # Errors
    /// [`StoreError::NoSuchUser`], [`StoreError::WrongPassphrase`], [`StoreError::OtherAccount`]; [`StoreError::NoAccount`] where the system refuses.
    pub fn bind(&mut self, name: &str, passphrase: &str, to_account: bool) -> Result<(), StoreError> {
        let master = self.before.open_as(name, passphrase)?;
        let (_, cost) = self.before.kind(name).ok_or_else(|| StoreError::NoSuchUser { name: name.to_owned() })?;
        let bound = if to_account { Bound::ToAccount } else { Bound::No };
        self.after.put(name, passphrase, cost, &master, bound)?;
        self.after.open_as(name, passphrase).map(drop)
    }

    /// Takes the slot of `name` away. False where there is none, and for the last one, without which nothing would open the office any more.
    pub fn remove(&mut self, name: &str) -> bool {
        self.after.remove(name)
    }

    /// Whether `name` has a slot before the change.
    pub fn has(&self, name: &str) -> bool {
        self.before.name_of(name).is_some()
    }

    /// Puts the change in force, wholly or not at all. The last thing in the transaction that records it: a power cut in the moment between leaves it
    /// in force without its entry, never an office that neither opens.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn put_in_force(&self) -> Result<(), StoreError> {
        self.after.write(&self.path)
    }

    /// Puts the slots before in force again, for when the change could not be recorded.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn take_back(&self) -> Result<(), StoreError> {
        self.before.write(&self.path)
    }
}
