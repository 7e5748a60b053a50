//! What should be looked at twice: values that AMS shows beside the register, identities that do not agree, registers that were not brought up to
//! date.
//!
//! Which field means what is told by its kind (`serial`, `subjek-dn`) or by its id: those that end in `_ams` (docs/architecture.md, "Words that the
//! core knows").

use super::certificate::brings_certificate;
use super::decide::Desk;
use super::missing::asked;
use super::state::Case;
use crate::fact::Answers;
use crate::owner::{CertificateState, OwnerDetails};
use crate::person::{Email, Nik, Nip, cross_check, mask};
use crate::sop::{Effect, Field, FieldKind, Step};
use std::collections::BTreeMap;

/// Code of a warning about a value that differs from the register.
const DIFFERS: &str = "register-differs";

/// A value that AMS shows beside the one of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Field id.
    pub field: String,
    /// Its label.
    pub label: String,
    /// The register's value.
    pub register: String,
    /// What was filled in.
    pub shown: String,
    /// Whether they say the same.
    pub same: bool,
}

/// Something to look at twice. The officer may go on with a written reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Stable code; where it is about a field, `code:field`.
    pub code: String,
    /// Field that it is about; empty where it is about the step.
    pub field: String,
    /// What, why, what to do.
    pub text: String,
}

impl Warning {
    /// Whether it is about a value that differs from the register.
    pub fn is_difference(&self) -> bool {
        self.code.starts_with(DIFFERS)
    }
}

/// Whether the code of a warning is about the field.
pub(super) fn is_about(code: &str, field: &str) -> bool {
    code.split_once(':').is_some_and(|(_, about)| about == field)
}

/// Field that is compared with the register → the register's value. Empty at a step that records a new certificate.
pub fn compared(step: &Step, desk: &Desk<'_>) -> BTreeMap<String, String> {
    if step.effects.iter().any(brings_certificate) {
        return BTreeMap::new();
    }
    step.fields.iter().filter_map(|field| Some((field.id.clone(), registered(field, desk)?.to_owned()))).collect()
}

/// The filled-in values side by side with the register.
pub fn differences(step: &Step, answers: &Answers, desk: &Desk<'_>) -> Vec<Difference> {
    let mut registers = compared(step, desk);
    let compare = |field: &Field| {
        let shown = answers.get(&field.id)?;
        let register = registers.remove(&field.id)?;
        let same = normal(field.kind, &register) == normal(field.kind, shown);
        Some(Difference { field: field.id.clone(), label: field.label.clone(), register, shown: shown.clone(), same })
    };
    step.fields.iter().filter_map(compare).collect()
}

/// Everything at the step that should be looked at twice.
pub fn warnings(case: &Case, step: &Step, answers: &Answers, desk: &Desk<'_>) -> Vec<Warning> {
    let mut found: Vec<Warning> = differences(step, answers, desk).into_iter().filter(|pair| !pair.same).map(differs).collect();
    for field in step.fields.iter().filter(|field| asked(case, field)) {
        if let Some(value) = answers.get(&field.id) {
            found.extend(identity_warnings(field, value, answers, step, desk));
        }
    }
    found.extend(register_warnings(case, step, desk));
    found
}

fn differs(pair: Difference) -> Warning {
    // Warnings are shown where the numbers themselves are masked.
    let number = matches!(pair.field.as_str(), "nik_ams" | "nip_ams");
    let shown = |value: &str| if number { mask(value) } else { value.to_owned() };
    let text = format!(
        "{} berbeda dengan register: register mencatat “{}”, diisi “{}”. Periksa kembali di AMS sebelum melanjutkan.",
        pair.label,
        shown(&pair.register),
        shown(&pair.shown)
    );
    Warning { code: format!("{DIFFERS}:{}", pair.field), field: pair.field, text }
}

fn identity_warnings(field: &Field, value: &str, answers: &Answers, step: &Step, desk: &Desk<'_>) -> Vec<Warning> {
    let nik = || step.fields.iter().find(|other| other.kind == FieldKind::Nik).and_then(|other| Nik::parse(answers.get(&other.id)?).ok());
    let found = match field.kind {
        FieldKind::Email => Email::parse(value).map(|email| email.warnings(desk.emails)).unwrap_or_default(),
        FieldKind::Nik => Nik::parse(value).map(|nik| nik.warnings()).unwrap_or_default(),
        FieldKind::Nip => match Nip::parse(value, desk.today()) {
            Ok(nip) => nip.warnings().into_iter().chain(nik().map(|nik| cross_check(&nik, &nip)).unwrap_or_default()).collect(),
            Err(_) => Vec::new(),
        },
        _ => Vec::new(),
    };
    let warning = |warning: crate::person::Warning| Warning {
        code: format!("{}:{}", warning.code(), field.id),
        field: field.id.clone(),
        text: warning.to_string(),
    };
    found.into_iter().map(warning).collect()
}

/// What the step is about to do, against what the register says already.
fn register_warnings(case: &Case, step: &Step, desk: &Desk<'_>) -> Vec<Warning> {
    let warn = |code: &str, text: &str| Warning { code: code.to_owned(), field: String::new(), text: text.to_owned() };
    let mut found = Vec::new();
    let untouched = case.path.iter().all(|passed| passed.effects.is_empty());
    let ends = step.effects.iter().any(|effect| *effect == Effect::CertificateRevoked || brings_certificate(effect));
    if ends && untouched && desk.register.state != CertificateState::Active {
        found.push(warn(
            "certificate-ended",
            "Register mencatat sertifikat ini sudah dicabut atau diganti lewat perkara lain. Periksa perkara itu; bila dilanjutkan, catatan yang \
             sudah ada tidak diubah.",
        ));
    }
    let stale = desk.register.owner_recorded_at.is_some_and(|recorded| recorded < case.entered_at);
    if step.effects.contains(&Effect::DataChanged) && stale {
        found.push(warn(
            "owner-not-updated",
            "Data pemilik di register belum diperbarui sejak langkah ini dimulai, sehingga surat berikutnya masih memuat data lama. Ubah dahulu data \
             pemiliknya.",
        ));
    }
    found
}

fn registered<'a>(field: &Field, desk: &Desk<'a>) -> Option<&'a str> {
    let value = match field.kind {
        FieldKind::SubjectDn => desk.register.certificate.map(|held| held.subject_dn.as_str()),
        FieldKind::Serial => desk.register.certificate.map(|held| held.serial.as_str()),
        _ => desk.register.owner.and_then(|owner| shown_on_ams(&field.id, owner)),
    };
    value.filter(|value| !value.is_empty())
}

/// Fields that copy what AMS shows of the owner end in `_ams`.
fn shown_on_ams<'o>(field: &str, owner: &'o OwnerDetails) -> Option<&'o str> {
    Some(match field.strip_suffix("_ams")? {
        "username" => &owner.ams_user,
        "nama" => &owner.name,
        "nik" => &owner.nik,
        "nip" => &owner.nip,
        "jabatan" => &owner.post,
        "unit_kerja" => &owner.unit,
        "instansi" => &owner.institution,
        "email" => &owner.email,
        _ => return None,
    })
}

/// A serial without the signs that only group it.
pub(super) fn plain_serial(serial: &str) -> String {
    serial.chars().filter(char::is_ascii_hexdigit).collect::<String>().trim_start_matches('0').to_ascii_lowercase()
}

/// Case and order of a DN do not matter (domain facts 5.4), nor do blanks and colons of a serial.
fn normal(kind: FieldKind, value: &str) -> Vec<String> {
    match kind {
        FieldKind::Serial => vec![plain_serial(value)],
        FieldKind::SubjectDn => {
            let mut parts: Vec<String> = value.split([',', '\n']).map(pair).filter(|part| !part.is_empty()).collect();
            parts.sort();
            parts
        }
        _ => vec![squeezed(value)],
    }
}

fn pair(part: &str) -> String {
    let squeezed = squeezed(part);
    match squeezed.split_once('=') {
        Some((key, value)) => format!("{}={}", key.trim(), value.trim()),
        None => squeezed,
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
