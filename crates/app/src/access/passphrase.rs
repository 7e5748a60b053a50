//! Another passphrase for whoever works.

use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::{Fact, KeyChange};
use sandika_store::KdfCost;

impl Office {
    /// Changes the passphrase of the one who works; trying the new one costs `cost`. The journal says who did it and when, and nothing of the
    /// passphrases. Nothing that is stored is encrypted anew.
    ///
    /// # Errors
    /// [`AppError::Input`] in a practice office, whose passphrase everybody's program knows, and for a new one that is the old one;
    /// [`AppError::Store`]: the old one is wrong, the new one too short, or it cannot be kept. Then the old one holds.
    pub fn change_passphrase(&mut self, old: &str, new: &str, cost: KdfCost) -> Result<(), AppError> {
        let refused = |field, text: &str| Err(AppError::Input { field, text: text.to_owned() });
        if self.is_practice()? {
            return refused(
                "new",
                "Kata sandi kantor latihan tidak dapat diganti. Kunci kantor latihan, lalu buka kantor yang sebenarnya.",
            );
        }
        if old == new {
            return refused("new", "Kata sandi baru sama dengan yang lama. Tulis kata sandi yang lain.");
        }
        let name = self.signed.name.clone();
        let mut slots = self.store.change_slots()?;
        slots.put((&name, old), &name, new, cost)?;
        self.change_access("change_passphrase", &slots, vec![Fact::PassphraseChanged(KeyChange { slot: name })])
    }
}
