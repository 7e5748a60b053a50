//! Accounting for numbers of a register that no letter of ours bears: those of the book on paper or of another system, and those that nobody uses.

use crate::fact::{Fact, NumberNote, NumberUse, NumbersAccount};
use chrono::{Datelike, NaiveDate};

/// Most numbers that are accounted for at once: more than an office writes in a year, fewer than a slip of the finger gives.
const MOST: u32 = 50_000;

/// Longest text about a number, in characters.
const LONGEST: usize = 1_000;

/// What an officer says about numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// `keluar`, `masuk` …
    pub register: String,
    /// Calendar year of the counter.
    pub year: i32,
    /// First number.
    pub first: u32,
    /// Last number, the same as the first for a single one.
    pub last: u32,
    /// What became of them.
    pub used: NumberUse,
    /// Day of the letter, if it is known.
    pub dated: Option<NaiveDate>,
    /// The register goes on after the last number.
    pub continues: bool,
    /// What is known of the letter, or why nobody uses the number.
    pub note: NumberNote,
}

/// Why numbers cannot be accounted for so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountError {
    /// Numbers begin at 1.
    #[error("Nomor register dimulai dari 1. Periksa nomor pertamanya.")]
    Zero,
    /// The last number lies before the first.
    #[error("Nomor terakhir tidak boleh lebih kecil daripada nomor pertama. Periksa kedua nomornya.")]
    Backwards,
    /// More than is believed.
    #[error("Sekali catat paling banyak {MOST} nomor. Periksa nomor terakhirnya.")]
    TooMany,
    /// A year that has not come, or that no counter of ours had.
    #[error("Tahun register tidak wajar. Pilih tahun ini atau tahun sebelumnya.")]
    OddYear,
    /// The day lies in another year than the counter.
    #[error("Tanggal surat harus berada pada tahun register. Periksa tanggal atau tahunnya.")]
    OtherYear,
    /// The day lies in the future.
    #[error("Tanggal surat tidak boleh di masa depan. Periksa tanggalnya.")]
    InFuture,
    /// Nothing is said of the letter, or why nobody uses the number.
    #[error("Tuliskan perihal suratnya, atau alasan nomor itu tidak dipakai: keterangan ini dibaca saat register diperiksa.")]
    Silent,
    /// A text is too long.
    #[error("Keterangan nomor paling banyak {LONGEST} karakter. Ringkas teksnya.")]
    TooLong,
    /// A text has characters that cannot be seen.
    #[error("Keterangan nomor memuat karakter kendali yang tidak terlihat. Ketik ulang teksnya.")]
    Control,
}

impl AccountError {
    /// The argument at fault.
    pub fn field(self) -> &'static str {
        match self {
            Self::Zero => "first",
            Self::Backwards | Self::TooMany => "last",
            Self::OddYear => "year",
            Self::OtherYear | Self::InFuture => "dated",
            Self::Silent | Self::TooLong | Self::Control => "about",
        }
    }
}

/// The fact that accounts for numbers. Whether they are free is for the register to say.
///
/// # Errors
/// [`AccountError`], the first that is found.
pub fn account(account: Account, today: NaiveDate) -> Result<Fact, AccountError> {
    let Account { register, year, first, last, used, dated, continues, note } = account;
    numbers(first, last)?;
    if !(2000..=today.year()).contains(&year) {
        return Err(AccountError::OddYear);
    }
    if dated.is_some_and(|day| day.year() != year) {
        return Err(AccountError::OtherYear);
    }
    if dated.is_some_and(|day| day > today) {
        return Err(AccountError::InFuture);
    }
    let note = NumberNote { text: tidy(&note.text)?, about: tidy(&note.about)?, party: tidy(&note.party)? };
    if note.about.is_empty() {
        return Err(AccountError::Silent);
    }
    Ok(Fact::NumbersAccounted(NumbersAccount { register, year, first, last, used, dated, continues, personal: note.into() }))
}

fn numbers(first: u32, last: u32) -> Result<(), AccountError> {
    match last.checked_sub(first) {
        _ if first == 0 => Err(AccountError::Zero),
        None => Err(AccountError::Backwards),
        Some(more) if more >= MOST => Err(AccountError::TooMany),
        Some(_) => Ok(()),
    }
}

/// One line without blanks around it.
fn tidy(text: &str) -> Result<String, AccountError> {
    let text = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    if text.chars().any(char::is_control) {
        Err(AccountError::Control)
    } else if text.chars().count() > LONGEST {
        Err(AccountError::TooLong)
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said() -> Account {
        let note = NumberNote { text: String::new(), about: " Undangan\nrapat ".to_owned(), party: "Sekretariat Daerah".to_owned() };
        Account {
            register: "keluar".to_owned(),
            year: 2026,
            first: 7,
            last: 7,
            used: NumberUse::Book,
            dated: day(2026, 3, 1),
            continues: false,
            note,
        }
    }

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    #[test]
    fn what_is_said_becomes_a_fact_with_tidy_texts() {
        let fact = account(said(), day(2026, 11, 28).unwrap()).unwrap();
        let Fact::NumbersAccounted(NumbersAccount { first: 7, last: 7, used: NumberUse::Book, personal, .. }) = fact else {
            panic!("{fact:?}")
        };
        assert_eq!(personal.known().map(|note| note.about.as_str()), Some("Undangan rapat"));
    }

    /// How what is said is spoilt.
    type Spoil = fn(&mut Account);

    #[test]
    fn what_cannot_be_is_refused_by_name() {
        let cases: [(Spoil, AccountError); 10] = [
            (|said| said.first = 0, AccountError::Zero),
            (|said| said.last = 6, AccountError::Backwards),
            (|said| said.last = u32::MAX, AccountError::TooMany),
            (|said| said.year = 2027, AccountError::OddYear),
            (|said| said.year = 26, AccountError::OddYear),
            (|said| said.dated = day(2025, 12, 31), AccountError::OtherYear),
            (|said| said.dated = day(2026, 11, 29), AccountError::InFuture),
            (|said| said.note.about = " \n".to_owned(), AccountError::Silent),
            (|said| said.note.party = "x".repeat(1_001), AccountError::TooLong),
            (|said| said.note.text = "12\u{7}".to_owned(), AccountError::Control),
        ];
        for (spoil, expected) in cases {
            let mut said = said();
            spoil(&mut said);
            assert_eq!(account(said, day(2026, 11, 28).unwrap()).unwrap_err(), expected);
        }
    }
}
