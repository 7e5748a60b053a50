//! Numbers of registers: the agenda of incoming letters, and outgoing letters. A number is taken by the fact that carries it, within the
//! transaction that read the counter: never doubled, never lost.

mod account;
mod book;
mod month;

pub use book::{AgendaBookMade, AgendaBookRequest, agenda_book_title};

use crate::error::AppError;
use crate::office::Office;
use chrono::{Datelike, NaiveDate};
use sandika_domain::fact::TakenNumber;
use sandika_domain::number::{NumberParts, Pattern};
use sandika_domain::office::{OfficeProfile, RegisterSetup};
use sandika_store::{NumberFilter, NumberRow, Tx};
use std::ops::RangeInclusive;

/// What a register would write next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextNumber {
    /// The running number.
    pub number: u32,
    /// The whole number, or why it cannot be written, in the officer's words.
    pub text: Result<String, String>,
}

/// A register's year as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterYear {
    /// Years in which the register has numbers, and this one; the newest first.
    pub years: Vec<i32>,
    /// The running number that comes next.
    pub next: u32,
    /// Numbers below it that nothing accounts for.
    pub gaps: Vec<RangeInclusive<u32>>,
}

impl Office {
    /// Where a register stands in a year.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn register_year(&self, register: &str, year: i32) -> Result<RegisterYear, AppError> {
        let mut years = self.read().number_years(register)?;
        years.extend([year, self.zone()?.local(self.now()).year()]);
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        Ok(RegisterYear { years, next: self.read().next_number(register, year)?, gaps: self.read().number_gaps(register, year)? })
    }

    /// Numbers of a register's year, by number, at most `limit` rows.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn numbers(&self, filter: &NumberFilter, newest_first: bool, limit: usize) -> Result<Vec<NumberRow>, AppError> {
        Ok(self.read().numbers(filter, newest_first, limit)?)
    }

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

/// Takes a number of a register for a day: the next one, or `wanted`, one that was left free. `classification` comes from the letter; where it is
/// empty the register's own holds.
///
/// # Errors
/// [`AppError::Input`] for a register that the office does not keep, or a wanted number that is not free; [`AppError::Pattern`],
/// [`AppError::Number`] when it cannot be written.
pub(crate) fn take(
    tx: &Tx<'_>,
    profile: &OfficeProfile,
    register: &str,
    classification: &str,
    day: NaiveDate,
    wanted: Option<u32>,
) -> Result<TakenNumber, AppError> {
    let missing = || AppError::Input { field: "register", text: format!("Register “{register}” belum diatur pada profil kantor.") };
    let setup = profile.registers.get(register).ok_or_else(missing)?;
    let next = tx.next_number(register, day.year())?;
    let number = match wanted.filter(|wanted| *wanted != next) {
        None => next,
        Some(wanted) => left_free(wanted, next, &tx.read().number_gaps(register, day.year())?)?,
    };
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

/// A number that was left free may be taken for a letter of that day; numbers that have not come yet may not, or the next letters would leave gaps.
fn left_free(wanted: u32, next: u32, gaps: &[RangeInclusive<u32>]) -> Result<u32, AppError> {
    if gaps.iter().any(|gap| gap.contains(&wanted)) {
        return Ok(wanted);
    }
    let text = match gaps {
        [] => format!("Nomor {wanted} tidak dapat dipakai karena sudah terpakai atau belum tiba gilirannya. Nomor berikutnya {next}."),
        gaps => format!(
            "Nomor {wanted} tidak dapat dipakai karena sudah terpakai atau belum tiba gilirannya. Yang masih kosong: {}; nomor berikutnya {next}.",
            spoken(gaps)
        ),
    };
    Err(AppError::Input { field: "sequence", text })
}

/// "4–6, 9", the first few.
pub(crate) fn spoken(ranges: &[RangeInclusive<u32>]) -> String {
    const SHOWN: usize = 5;
    let one = |range: &RangeInclusive<u32>| match (range.start(), range.end()) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}–{last}"),
    };
    let shown = ranges.iter().take(SHOWN).map(one).collect::<Vec<_>>().join(", ");
    if ranges.len() > SHOWN { format!("{shown}, …") } else { shown }
}
