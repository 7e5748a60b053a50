//! The own key of whoever works: another passphrase, and whether it takes their account of the computer beside it.

use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::{Access, Fact, KeyChange};
use sandika_store::{BINDS_TO_ACCOUNT, KdfCost};

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

    /// Whether the key of the one who works opens only from their account of this computer; `None` where that cannot be had: on a system that
    /// does not seal to accounts, and in a practice office, whose passphrase everybody's program knows.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn key_is_bound(&self) -> Result<Option<bool>, AppError> {
        if !BINDS_TO_ACCOUNT || self.is_practice()? {
            return Ok(None);
        }
        Ok(Some(self.store.is_bound(&self.signed.name)?))
    }

    /// Has the key of the one who works open only from the account of this computer that the program runs under, or from everywhere again.
    ///
    /// # Errors
    /// [`AppError::Input`] without a recovery sheet, which alone would open the office if the account were lost; [`AppError::Store`]: the passphrase is
    /// wrong, or the system does not seal to the account. Then everything is as before.
    pub fn bind_key(&mut self, passphrase: &str, on: bool) -> Result<(), AppError> {
        self.refuse_practice()?;
        if on && self.read().door()?.recovery_at.is_none() {
            let text = "Kantor ini belum punya lembar pemulihan. Bila akun Windows hilang atau komputer rusak, tidak ada yang dapat membuka kunci \
                        yang terikat. Minta admin membuat lembar pemulihan dahulu, di Pengaturan, Pengguna.";
            return Err(AppError::Input { field: "on", text: text.to_owned() });
        }
        let user = self.signed.name.clone();
        let mut slots = self.store.change_slots()?;
        slots.bind(&user, passphrase, on)?;
        self.change_access("bind_key", &slots, vec![Fact::Access(Access::KeyBound { user, on })])
    }
}
