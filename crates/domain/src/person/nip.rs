//! NIP of a civil servant (PNS) and NI PPPK: 18 digits that tell birth, first appointment and sex (Perka BKN 43/2007; domain facts 4.1, 4.2).

use chrono::{Datelike, NaiveDate};

use super::digits::{digits_type, number, only_digits};
use super::{Sex, Warning, mask};

/// The years in which a person with a NIP can be born.
const BIRTH_YEARS: std::ops::RangeInclusive<i32> = 1940..=2010;
/// PPPK exist since UU 5/2014; an earlier year with no month after it is a mistyped month.
const FIRST_PPPK_YEAR: i32 = 2014;
/// Nobody is appointed younger than this.
const YOUNGEST: i32 = 17;
/// Nobody becomes a PNS older than this.
const OLDEST_PNS: i32 = 58;
/// Nobody signs a PPPK agreement older than this: the highest retirement age below professor [unverified].
const OLDEST_PPPK: i32 = 65;

/// A NIP or NI PPPK that can be. It is no key of a person: it changes when a PPPK signs with another agency.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Nip {
    digits: String,
    birth: NaiveDate,
    kind: NipKind,
    sex: Sex,
}

/// What kind of employee the number belongs to, and when the employment began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NipKind {
    /// Civil servant. `tmt` is the first day of the month of appointment as CPNS.
    Pns {
        /// Terhitung mulai tanggal.
        tmt: NaiveDate,
    },
    /// Employee under a work agreement.
    Pppk {
        /// Year of the first appointment.
        year: i32,
        /// Two digits after it: 21 for a first agreement, as met in practice [unverified].
        agreement: u8,
    },
}

/// Why a NIP cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NipError {
    /// Not 18 digits.
    #[error("NIP berisi {0} angka; seharusnya 18 angka. Periksa kembali pada SK atau kartu pegawai.")]
    Length(usize),
    /// The first eight digits are no date.
    #[error("Delapan angka pertama NIP bukan tanggal lahir yang ada (tahun-bulan-tanggal). Periksa kembali angkanya.")]
    Birth,
    /// Born before 1940 or after 2010.
    #[error("Tahun lahir pada NIP ({0}) tidak mungkin; harus antara 1940 dan 2010. Periksa empat angka pertama.")]
    BirthYear(i32),
    /// Digits 13 and 14 are no month, and the year is too early for a PPPK.
    #[error("Bulan pengangkatan pada NIP ({0:02}) tidak ada; harus 01 sampai 12. Periksa angka ke-13 dan ke-14.")]
    AppointedMonth(u32),
    /// Appointed younger than 17.
    #[error("Menurut NIP, usia saat pengangkatan {0} tahun; tidak mungkin di bawah 17 tahun. Periksa tanggal lahir dan pengangkatan.")]
    TooYoung(i32),
    /// Appointed older than 58 (PNS) or 65 (PPPK).
    #[error("Menurut NIP, usia saat pengangkatan {0} tahun; melampaui usia yang mungkin. Periksa tanggal lahir dan pengangkatan.")]
    TooOld(i32),
    /// Digit 15 is neither 1 nor 2.
    #[error("Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan), bukan {0}.")]
    Sex(u32),
    /// The running number is 000.
    #[error("Tiga angka terakhir NIP tidak boleh 000; nomor urut dimulai dari 001.")]
    Running,
    /// The appointment lies in the future.
    #[error("Menurut NIP, pengangkatan terjadi sesudah hari ini. Periksa angka ke-9 sampai ke-14.")]
    Future,
}

impl Nip {
    /// Reads a number that an officer types, checking as well that the appointment is not after `today` (local date of the office).
    /// Everything that is no digit is dropped first, so "NIP. 19680903 199302 2 001" reads as well.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, NipError> {
        let nip = Self::read(text)?;
        let begun = match nip.kind {
            NipKind::Pns { tmt } => tmt <= today,
            NipKind::Pppk { year, .. } => year <= today.year(),
        };
        if begun { Ok(nip) } else { Err(NipError::Future) }
    }

    /// The same without today's date: for numbers that were accepted once and are read back.
    pub fn read(text: &str) -> Result<Self, NipError> {
        let digits = only_digits(text);
        if digits.len() != 18 {
            return Err(NipError::Length(digits.len()));
        }
        let birth = birth(&digits)?;
        let kind = kind(&digits)?;
        check_age(appointed_age(birth, kind), kind)?;
        let sex = match number(&digits, 14..15) {
            1 => Sex::Male,
            2 => Sex::Female,
            other => return Err(NipError::Sex(other)),
        };
        if number(&digits, 15..18) == 0 {
            return Err(NipError::Running);
        }
        Ok(Self { digits, birth, kind, sex })
    }

    /// PNS or PPPK, and since when.
    pub fn kind(&self) -> NipKind {
        self.kind
    }

    /// Date of birth.
    pub fn birth(&self) -> NaiveDate {
        self.birth
    }

    /// Sex.
    pub fn sex(&self) -> Sex {
        self.sex
    }

    /// Age in full years at the appointment. Of a PPPK only the year is known: the age reached in that year.
    pub fn appointed_age(&self) -> i32 {
        appointed_age(self.birth, self.kind)
    }

    /// The 18 digits.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// As letters print it: "19680903 199302 2 001"; a PPPK's as "19900101 2022 21 1 005".
    pub fn printed(&self) -> String {
        let groups: &[std::ops::Range<usize>] = match self.kind {
            NipKind::Pns { .. } => &[0..8, 8..14, 14..15, 15..18],
            NipKind::Pppk { .. } => &[0..8, 8..12, 12..14, 14..15, 15..18],
        };
        let groups: Vec<&str> = groups.iter().filter_map(|group| self.digits.get(group.clone())).collect();
        groups.join(" ")
    }

    /// With all but two digits on either side hidden.
    pub fn masked(&self) -> String {
        mask(&self.digits)
    }

    /// What is unusual but possible: an appointment under 18 or, of a PNS, over 40 (35 is the usual limit), and an unusual agreement number.
    pub fn warnings(&self) -> Vec<Warning> {
        let age = self.appointed_age();
        let mut found = Vec::new();
        if age < 18 {
            found.push(Warning::AppointedUnder18 { age });
        }
        match self.kind {
            NipKind::Pns { .. } if age > 40 => found.push(Warning::AppointedOver40 { age }),
            NipKind::Pppk { agreement, .. } if !(21..=29).contains(&agreement) => found.push(Warning::AgreementUnusual { agreement }),
            _ => {}
        }
        found
    }
}

digits_type!(Nip, NipError, read);

fn birth(digits: &str) -> Result<NaiveDate, NipError> {
    let year = i32::try_from(number(digits, 0..4)).unwrap_or_default();
    let birth = NaiveDate::from_ymd_opt(year, number(digits, 4..6), number(digits, 6..8)).ok_or(NipError::Birth)?;
    if BIRTH_YEARS.contains(&year) { Ok(birth) } else { Err(NipError::BirthYear(year)) }
}

/// Digits 13 and 14 decide: a month makes a PNS, anything else a PPPK, whose agreements are counted from 21 in practice.
fn kind(digits: &str) -> Result<NipKind, NipError> {
    let year = i32::try_from(number(digits, 8..12)).unwrap_or_default();
    let month = number(digits, 12..14);
    match NaiveDate::from_ymd_opt(year, month, 1) {
        Some(tmt) => Ok(NipKind::Pns { tmt }),
        None if month == 0 || year < FIRST_PPPK_YEAR => Err(NipError::AppointedMonth(month)),
        None => Ok(NipKind::Pppk { year, agreement: u8::try_from(month).unwrap_or_default() }),
    }
}

fn appointed_age(birth: NaiveDate, kind: NipKind) -> i32 {
    match kind {
        NipKind::Pns { tmt } => {
            let before_birthday = (tmt.month(), tmt.day()) < (birth.month(), birth.day());
            tmt.year() - birth.year() - i32::from(before_birthday)
        }
        NipKind::Pppk { year, .. } => year - birth.year(),
    }
}

fn check_age(age: i32, kind: NipKind) -> Result<(), NipError> {
    let oldest = match kind {
        NipKind::Pns { .. } => OLDEST_PNS,
        NipKind::Pppk { .. } => OLDEST_PPPK,
    };
    match age {
        age if age < YOUNGEST => Err(NipError::TooYoung(age)),
        age if age > oldest => Err(NipError::TooOld(age)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
