//! Slots by the names of those whose passphrases open them. Capitals make no other name.

use super::{KdfCost, SlotFile, normal};
use crate::StoreError;
use crate::cipher::Key;

impl SlotFile {
    /// The names, in the order in which their slots were made.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.slots.iter().map(|slot| slot.name.as_str())
    }

    /// The name as its slot has it, however it was typed.
    pub(crate) fn name_of(&self, typed: &str) -> Option<&str> {
        self.names().find(|name| name.to_lowercase() == typed.to_lowercase())
    }

    /// The master key, by the passphrase of one name.
    ///
    /// # Errors
    /// [`StoreError::NoSuchUser`]; [`StoreError::WrongPassphrase`].
    pub(crate) fn open_as(&self, name: &str, passphrase: &str) -> Result<Key, StoreError> {
        let name = self.name_of(name).ok_or_else(|| StoreError::NoSuchUser { name: name.to_owned() })?;
        let slot = self.slots.iter().find(|slot| slot.name == name);
        let opened = slot.map(|slot| slot.try_open(&self.office, &normal(passphrase))).transpose()?;
        opened.flatten().ok_or(StoreError::WrongPassphrase)
    }

    /// Has `passphrase` open the slot of this name, which is made anew where there is one. The master key stays, and with it all that it has sealed.
    ///
    /// # Errors
    /// [`StoreError::PassphraseTooShort`].
    pub(crate) fn put(&mut self, name: &str, passphrase: &str, cost: KdfCost, master: &Key) -> Result<(), StoreError> {
        let name = self.name_of(name).unwrap_or(name).to_owned();
        let place = self.slots.iter().position(|slot| slot.name == name);
        self.add(&name, passphrase, cost, master)?;
        if let Some(place) = place {
            self.slots.swap_remove(place);
        }
        Ok(())
    }

    /// Takes the slot of this name away. False where there is none; the last one stays.
    pub(crate) fn remove(&mut self, name: &str) -> bool {
        let place = self.name_of(name).and_then(|name| self.slots.iter().position(|slot| slot.name == name));
        match place {
            Some(place) if self.slots.len() > 1 => {
                self.slots.remove(place);
                true
            }
            _ => false,
        }
    }
}
