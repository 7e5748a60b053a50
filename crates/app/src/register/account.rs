//! Numbers that no letter of ours bears: those of the book on paper, of another system, and those that nobody uses.

use super::spoken;
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::{Fact, NumberRange};
use sandika_domain::ids::PersonId;
use sandika_domain::number::{Account, account};
use sandika_store::NumberFilter;

impl Office {
    /// Accounts for numbers of a register. What is told of them may name people, so it is sealed with a key of its own, which can be destroyed when
    /// its time has come; the numbers stay.
    ///
    /// # Errors
    /// [`AppError::Account`] for what cannot be so; [`AppError::Input`] for a register that the office does not keep;
    /// [`AppError::Store`] (`number-taken`) when one of the numbers is held already.
    pub fn account_numbers(&mut self, told: Account) -> Result<(), AppError> {
        let profile = self.needed_profile()?;
        if !profile.registers.contains_key(&told.register) {
            let known = profile.registers.keys().cloned().collect::<Vec<_>>().join(", ");
            let text = format!("Register “{}” belum diatur pada profil kantor. Register yang ada: {known}.", told.register);
            return Err(AppError::Input { field: "register", text });
        }
        let fact = account(told, profile.zone.local(self.now()).date())?;
        let note = PersonId(self.fresh_id()?);
        self.record("account_numbers", None, Some(note), vec![fact])
    }

    /// Takes back what was told of exactly these numbers. The register then stands as if it had not been told: where
    /// it has gone on behind them they are told as missing, otherwise they are given again.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn release_numbers(&mut self, register: &str, year: i32, first: u32, last: u32) -> Result<(), AppError> {
        let filter = NumberFilter { numbers: first..=last, ..NumberFilter::all(register, year) };
        let told = self.read().numbers(&filter, false, 2)?;
        let [row] = told.as_slice() else { return Err(missing(first, last)) };
        if (row.number.number, row.last) != (first, last) || !matches!(row.holder, sandika_store::NumberHolder::Elsewhere { .. }) {
            return Err(missing(first, last));
        }
        let fact = Fact::NumbersReleased(NumberRange { register: register.to_owned(), year, first, last });
        self.record("release_numbers", None, None, vec![fact])
    }
}

fn missing(first: u32, last: u32) -> AppError {
    AppError::not_found("first", "Catatan nomor", spoken(&[first..=last]))
}
