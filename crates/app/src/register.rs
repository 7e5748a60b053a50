//! Numbers of registers: the agenda of incoming letters, and outgoing letters. A number is taken by the fact that carries it, within the
//! transaction that read the counter: never doubled, never lost.

use crate::error::AppError;
use crate::office::Office;
use chrono::{Datelike, NaiveDate};
use sandika_domain::fact::TakenNumber;
use sandika_domain::number::{NumberParts, Pattern};
use sandika_domain::office::{OfficeProfile, RegisterSetup};
use sandika_store::Tx;

/// What a register would write next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextNumber {
    /// The running number.
    pub number: u32,
    /// The whole number, or why it cannot be written, in the officer's words.
    pub text: Result<String, String>,
}

impl Office {
    /// The number that a register would give today, written as `setup` says, which need not be the recorded one. Nothing is taken.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn next_number(&self, register: &str, setup: &RegisterSetup) -> Result<NextNumber, AppError> {
        let today = self.zone()?.local(self.now()).date();
        let number = self.read().next_number(register, today.year())?;
        let text = number_text(register, setup, "", number, today).map_err(|fault| match fault {
            AppError::Pattern(fault) => fault.to_string(),
            AppError::Number(fault) => fault.to_string(),
            other => other.to_string(),
        });
        Ok(NextNumber { number, text })
    }
}

/// Takes the next number of a register for a day. `classification` comes from the letter; where it is empty the register's own holds.
///
/// # Errors
/// [`AppError::Input`] for a register that the office does not keep; [`AppError::Pattern`], [`AppError::Number`] when it cannot be written.
pub(crate) fn take(
    tx: &Tx<'_>,
    profile: &OfficeProfile,
    register: &str,
    classification: &str,
    day: NaiveDate,
) -> Result<TakenNumber, AppError> {
    let missing = || AppError::Input { field: "register", text: format!("Register “{register}” belum diatur pada profil kantor.") };
    let setup = profile.registers.get(register).ok_or_else(missing)?;
    let number = tx.next_number(register, day.year())?;
    Ok(TakenNumber {
        register: register.to_owned(),
        year: day.year(),
        number,
        text: number_text(register, setup, classification, number, day)?,
    })
}

/// The number as it is printed.
///
/// # Errors
/// [`AppError::Pattern`], [`AppError::Number`].
pub(crate) fn number_text(
    register: &str,
    setup: &RegisterSetup,
    classification: &str,
    sequence: u32,
    date: NaiveDate,
) -> Result<String, AppError> {
    let classification = if classification.is_empty() { &setup.classification } else { classification };
    let parts = NumberParts { classification, sequence, unit: &setup.unit, section: &setup.section, register, date };
    Ok(Pattern::parse(&setup.pattern)?.format(&parts)?)
}
