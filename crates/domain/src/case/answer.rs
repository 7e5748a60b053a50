//! What is typed into a field becomes a canonical answer, or a fault that says why not.

use super::decide::Desk;
use super::text::{LONG, SHORT, holds_secret};
use crate::fact::Answers;
use crate::person::{Email, Nik, Nip, Phone};
use crate::sop::{Field, FieldKind, Step};
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use std::collections::BTreeMap;
use thiserror::Error;

/// Fields as they arrive: id → text. Ticks are `ya` or `tidak`, dates `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:MM` by the office's clock.
pub type RawAnswers = BTreeMap<String, String>;

/// A field that cannot be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// Field id.
    pub field: String,
    /// Its label; the id where the step has no such field.
    pub label: String,
    /// What is wrong.
    pub fault: FieldFaultKind,
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FieldFaultKind {
    /// The step has no such field.
    #[error("Isian ini tidak ada pada langkah ini.")]
    Unknown,
    /// Too long.
    #[error("Terlalu panjang: {length} karakter, paling banyak {limit}.")]
    TooLong {
        /// Characters.
        length: usize,
        /// Limit.
        limit: usize,
    },
    /// Invisible characters.
    #[error("Memuat karakter kendali yang tidak terlihat. Ketik ulang isiannya.")]
    ControlCharacter,
    /// Not a number.
    #[error("Bukan bilangan. Tulis dengan angka, misalnya 12 atau 12,5.")]
    NotANumber,
    /// No such day.
    #[error("Tanggal ini tidak ada. Tulis sebagai tahun-bulan-tanggal, misalnya 2026-11-21.")]
    NoSuchDate,
    /// No such moment.
    #[error("Tanggal atau jam ini tidak ada. Tulis misalnya 2026-11-21T10:39.")]
    NoSuchMoment,
    /// A past event in the future.
    #[error("Waktu ini masih di masa depan. Periksa tanggal dan jamnya.")]
    InFuture,
    /// Before the certificate lived.
    #[error("Waktu ini mendahului masa berlaku sertifikatnya. Periksa tanggalnya di AMS.")]
    BeforeCertificate,
    /// Not one of the choices.
    #[error("Bukan salah satu pilihan: {}.", .0.join(", "))]
    NotAChoice(Vec<String>),
    /// A tick is `ya` or `tidak`.
    #[error("Isi dengan ya atau tidak.")]
    NotATick,
    /// NIP, NIK, phone or e-mail: the sentence of its own rule.
    #[error("{0}")]
    Identity(String),
    /// A serial number has digits, hexadecimal letters, colons and blanks only.
    #[error("Nomor seri hanya berisi angka, huruf A–F, titik dua, atau spasi.")]
    NotASerial,
    /// A distinguished name has at least one `KEY=value`.
    #[error("Subject DN harus memuat pasangan seperti CN=… . Salin lengkap dari AMS.")]
    NotADn,
    /// A passphrase or private key must never be written down.
    #[error("Isian ini tampak memuat passphrase atau kunci privat. Hapus: passphrase hanya boleh diketahui dan diketik oleh pemiliknya.")]
    Secret,
}

/// Accepts all fields or names every fault.
pub(super) fn accept(step: &Step, raw: &RawAnswers, desk: &Desk<'_>) -> Result<Answers, Vec<FieldFault>> {
    let mut accepted = Answers::new();
    let mut faults = Vec::new();
    for (id, text) in raw {
        let field = step.fields.iter().find(|field| field.id == *id);
        match field.map_or(Err(FieldFaultKind::Unknown), |field| accept_one(field, text, desk)) {
            Ok(value) => drop(accepted.insert(id.clone(), value)),
            Err(fault) => {
                let label = field.map_or_else(|| id.clone(), |field| field.label.clone());
                faults.push(FieldFault { field: id.clone(), label, fault });
            }
        }
    }
    if faults.is_empty() { Ok(accepted) } else { Err(faults) }
}

fn accept_one(field: &Field, text: &str, desk: &Desk<'_>) -> Result<String, FieldFaultKind> {
    let long = matches!(field.kind, FieldKind::Paragraph | FieldKind::SubjectDn);
    let text = plain(text, long)?;
    if text.is_empty() {
        return Ok(text);
    }
    match field.kind {
        FieldKind::Text | FieldKind::Paragraph | FieldKind::Owner | FieldKind::Official => no_secret(text),
        FieldKind::Number => number(&text),
        FieldKind::Date => date(&text),
        FieldKind::DateTime => moment(&text, desk),
        FieldKind::Choice => choice(text, &field.choices),
        FieldKind::Tick => {
            if matches!(text.as_str(), "ya" | "tidak") {
                Ok(text)
            } else {
                Err(FieldFaultKind::NotATick)
            }
        }
        FieldKind::Nip => Nip::parse(&text, desk.today()).map(|nip| nip.digits().to_owned()).map_err(identity),
        FieldKind::Nik => Nik::parse(&text).map(|nik| nik.digits().to_owned()).map_err(identity),
        FieldKind::Email => Email::parse(&text).map(|email| email.to_string()).map_err(identity),
        FieldKind::Phone => Phone::parse(&text).map(|phone| phone.digits().to_owned()).map_err(identity),
        FieldKind::SubjectDn => {
            if text.split(',').any(is_pair) {
                Ok(text)
            } else {
                Err(FieldFaultKind::NotADn)
            }
        }
        FieldKind::Serial => serial(text),
        FieldKind::Reason => choice(text, &Vec::from_iter(desk.reasons.ids())),
    }
}

fn plain(text: &str, long: bool) -> Result<String, FieldFaultKind> {
    let text = text.trim().replace("\r\n", "\n");
    if text.chars().any(|character| character.is_control() && !(long && character == '\n')) {
        return Err(FieldFaultKind::ControlCharacter);
    }
    let (length, limit) = (text.chars().count(), if long { LONG } else { SHORT });
    if length > limit { Err(FieldFaultKind::TooLong { length, limit }) } else { Ok(text) }
}

fn no_secret(text: String) -> Result<String, FieldFaultKind> {
    if holds_secret(&text) { Err(FieldFaultKind::Secret) } else { Ok(text) }
}

fn number(text: &str) -> Result<String, FieldFaultKind> {
    let plain = text.replace(',', ".");
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let mut parts = digits.splitn(2, '.');
    let all_digits = |part: &str| !part.is_empty() && part.len() <= 18 && part.bytes().all(|byte| byte.is_ascii_digit());
    let valid = parts.next().is_some_and(all_digits) && parts.next().is_none_or(all_digits);
    if valid { Ok(plain) } else { Err(FieldFaultKind::NotANumber) }
}

fn date(text: &str) -> Result<String, FieldFaultKind> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|day| (1900..=2200).contains(&day.year()));
    day.map(|day| day.format("%Y-%m-%d").to_string()).ok_or(FieldFaultKind::NoSuchDate)
}

/// A moment of a step is one that has happened; two minutes are left for clocks that differ.
fn moment(text: &str, desk: &Desk<'_>) -> Result<String, FieldFaultKind> {
    let read = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S"));
    let moment = read.ok().filter(|moment| (1900..=2200).contains(&moment.year())).ok_or(FieldFaultKind::NoSuchMoment)?;
    if moment > desk.local_now() + chrono::TimeDelta::minutes(2) {
        return Err(FieldFaultKind::InFuture);
    }
    Ok(moment.format("%Y-%m-%dT%H:%M").to_string())
}

fn choice(text: String, known: &[String]) -> Result<String, FieldFaultKind> {
    if known.contains(&text) { Ok(text) } else { Err(FieldFaultKind::NotAChoice(known.to_vec())) }
}

fn serial(text: String) -> Result<String, FieldFaultKind> {
    let allowed = |character: char| character.is_ascii_hexdigit() || matches!(character, ':' | ' ');
    if text.chars().all(allowed) && text.chars().any(|character| character.is_ascii_hexdigit()) {
        Ok(text)
    } else {
        Err(FieldFaultKind::NotASerial)
    }
}

fn is_pair(part: &str) -> bool {
    part.split_once('=').is_some_and(|(key, value)| !key.trim().is_empty() && !value.trim().is_empty())
}

fn identity(fault: impl std::fmt::Display) -> FieldFaultKind {
    FieldFaultKind::Identity(fault.to_string())
}
