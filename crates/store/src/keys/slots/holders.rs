//! Slots by the names of those whose passphrases open them. Capitals make no other name.

use super::{Bound, KdfCost, Slot, SlotFile, normal};
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
    /// [`StoreError::NoSuchUser`]; [`StoreError::WrongPassphrase`]; [`StoreError::OtherAccount`].
    pub(crate) fn open_as(&self, name: &str, passphrase: &str) -> Result<Key, StoreError> {
        let name = self.name_of(name).ok_or_else(|| StoreError::NoSuchUser { name: name.to_owned() })?;
        let opened = self.slot(name).map(|slot| slot.try_open(&self.office, &normal(passphrase))).transpose()?;
        opened.flatten().ok_or(StoreError::WrongPassphrase)
    }

    /// Has `passphrase` open the slot of this name, which is made anew where there is one. The master key stays, and with it all that it has sealed.
    ///
    /// # Errors
    /// [`StoreError::PassphraseTooShort`]; [`StoreError::NoAccount`].
    pub(crate) fn put(&mut self, name: &str, passphrase: &str, cost: KdfCost, master: &Key, bound: Bound) -> Result<(), StoreError> {
        let name = self.name_of(name).unwrap_or(name).to_owned();
        let made = Slot::make(&self.office, &name, passphrase, cost, master, bound)?;
        match self.slots.iter_mut().find(|slot| slot.name == name) {
            Some(slot) => *slot = made,
            None => self.slots.push(made),
        }
        Ok(())
    }

    /// What the slot of this name takes beside its passphrase, and what trying it costs.
    pub(crate) fn kind(&self, name: &str) -> Option<(Bound, KdfCost)> {
        let slot = self.slot(self.name_of(name)?)?;
        Some((if slot.account.is_some() { Bound::ToAccount } else { Bound::No }, slot.kdf.cost))
    }

    fn slot(&self, name: &str) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.name == name)
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
