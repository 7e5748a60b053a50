//! Another passphrase for an office that is open. Only its key slot is made anew; nothing that it has stored is touched.

use crate::keys::SlotFile;
use crate::open::KEYS;
use crate::store::Store;
use crate::{KdfCost, StoreError};
use std::path::PathBuf;

/// Another passphrase, tried and ready, but not yet in force.
pub struct NewPassphrase {
    path: PathBuf,
    before: SlotFile,
    after: SlotFile,
    slot: String,
}

impl Store {
    /// Makes `new` ready in the place of `old`; trying it costs `cost`. Takes as long as three trials of a passphrase.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`] when `old` opens nothing, [`StoreError::PassphraseTooShort`], and those of a slot file that cannot be read.
    pub fn new_passphrase(&self, old: &str, new: &str, cost: KdfCost) -> Result<NewPassphrase, StoreError> {
        let path = self.dir().join(KEYS);
        let before = SlotFile::read(&path)?;
        let mut after = before.clone();
        let slot = after.replace(old, new, cost)?;
        // What is about to lock the office must be seen to open it.
        after.unwrap_master(new)?;
        Ok(NewPassphrase { path, before, after, slot })
    }
}

impl NewPassphrase {
    /// Name of its key slot.
    pub fn slot(&self) -> &str {
        &self.slot
    }

    /// Puts it in force, wholly or not at all. The last thing in the transaction that records it: a power cut in the moment between leaves it in force
    /// without its entry, never an office that neither opens.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn put_in_force(&self) -> Result<(), StoreError> {
        self.after.write(&self.path)
    }

    /// Puts the one before in force again, for when it could not be recorded.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn take_back(&self) -> Result<(), StoreError> {
        self.before.write(&self.path)
    }
}
