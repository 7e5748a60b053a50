//! Certificates in a case: comparing what AMS shows with the register, and what a completed step does to them.
//!
//! Which field means what is told by its kind (`serial`, `subjek-dn`) or by its id: `waktu_pencabutan`, `berlaku_mulai`, `berlaku_sampai`, and the
//! ids that end in `_ams` (docs/architecture.md, "Words that the core knows").

use super::answer::FieldFaultKind;
use super::complete::fault;
use super::decide::Desk;
use super::rejection::Rejection;
use super::state::{Case, CertificateEffect};
use crate::fact::{Answers, Fact, Moment};
use crate::ids::CertificateId;
use crate::owner::{CertificateDetails, OwnerDetails};
use crate::person::{Email, Nik, Nip, cross_check};
use crate::sop::{Effect, Field, FieldKind, Sop, Step};
use chrono::{NaiveDate, NaiveDateTime};

/// Code of a warning about a value that differs from the register.
const DIFFERS: &str = "register-differs";
/// Field that states when a certificate was revoked.
const REVOKED_AT: &str = "waktu_pencabutan";

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
    /// Stable code.
    pub code: String,
    /// Field that it is about.
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

/// The filled-in user name, subject DN and serial side by side with the register. Empty at a step that records a new certificate.
pub fn differences(step: &Step, answers: &Answers, desk: &Desk<'_>) -> Vec<Difference> {
    if step.effects.iter().any(brings_certificate) {
        return Vec::new();
    }
    let compare = |field: &Field| {
        let register = registered(field, desk)?;
        let shown = answers.get(&field.id)?;
        let same = normal(field.kind, register) == normal(field.kind, shown);
        Some(Difference { field: field.id.clone(), label: field.label.clone(), register: register.to_owned(), shown: shown.clone(), same })
    };
    step.fields.iter().filter_map(compare).collect()
}

/// Warnings on what is filled in: values that differ from the register, identities that do not agree, addresses that are not official.
pub fn warnings(case: &Case, step: &Step, answers: &Answers, desk: &Desk<'_>) -> Vec<Warning> {
    let mut found: Vec<Warning> = differences(step, answers, desk).into_iter().filter(|pair| !pair.same).map(differs).collect();
    let asked = step.fields.iter().filter(|field| super::missing::asked(case, field));
    for field in asked {
        let Some(value) = answers.get(&field.id) else { continue };
        found.extend(identity_warnings(field, value, answers, step, desk));
    }
    found
}

fn differs(pair: Difference) -> Warning {
    let text = format!(
        "{} berbeda dengan register: register mencatat “{}”, diisi “{}”. Periksa kembali di AMS sebelum melanjutkan.",
        pair.label, pair.register, pair.shown
    );
    Warning { code: format!("{DIFFERS}:{}", pair.field), field: pair.field, text }
}

fn identity_warnings(field: &Field, value: &str, answers: &Answers, step: &Step, desk: &Desk<'_>) -> Vec<Warning> {
    let warn = |code: &str, text: String| Warning { code: format!("{code}:{}", field.id), field: field.id.clone(), text };
    match field.kind {
        FieldKind::Email => match Email::parse(value) {
            Ok(email) => email.warnings(desk.emails).iter().map(|warning| warn(warning.code(), warning.to_string())).collect(),
            Err(_) => Vec::new(),
        },
        FieldKind::Nip => {
            let Ok(nip) = Nip::parse(value, desk.today()) else { return Vec::new() };
            let nik = step.fields.iter().find(|other| other.kind == FieldKind::Nik).and_then(|other| answers.get(&other.id));
            let crossed = nik.and_then(|nik| Nik::parse(nik).ok()).map(|nik| cross_check(&nik, &nip)).unwrap_or_default();
            nip.warnings().iter().chain(&crossed).map(|warning| warn(warning.code(), warning.to_string())).collect()
        }
        FieldKind::Nik => match Nik::parse(value) {
            Ok(nik) => nik.warnings().iter().map(|warning| warn(warning.code(), warning.to_string())).collect(),
            Err(_) => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The facts about certificates that completing the step brings, before the completion itself. What already holds is not told twice: a reopened
/// case does not revoke again.
pub(super) fn effects(case: &Case, step: &Step, answers: &Answers, done_at: Moment, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    let held: Vec<&CertificateEffect> = case.path.iter().flat_map(|passed| &passed.effects).collect();
    let mut facts = Vec::new();
    for effect in &step.effects {
        match effect {
            Effect::CertificateRevoked if held.is_empty() => facts.extend(revoke(case, step, answers, done_at, desk)?),
            Effect::CertificateRenewed | Effect::CertificateIssued if held.is_empty() => facts.extend(renew(case, step, answers, desk)),
            _ => {}
        }
    }
    Ok(facts)
}

/// The revoked certificate is the case's; where none is recorded yet, it is recorded from what AMS showed in this case.
fn revoke(case: &Case, step: &Step, answers: &Answers, done_at: Moment, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    let at = match stated(case, answers, REVOKED_AT) {
        Some(text) => stated_moment(step, text, desk)?,
        None => done_at,
    };
    let mut facts = Vec::new();
    let certificate = case.certificate.unwrap_or_else(|| {
        facts.push(recorded(case, desk.fresh, seen_in_case(case, step, answers, desk)));
        desk.fresh
    });
    facts.push(Fact::CertificateRevoked { certificate, at });
    Ok(facts)
}

/// What the step itself states, else what an earlier step of the case does: some SOPs learn of the revocation before the step that records it.
fn stated<'c>(case: &'c Case, answers: &'c Answers, field: &str) -> Option<&'c String> {
    answers.get(field).or_else(|| case.steps.values().rev().find_map(|record| record.answers.get(field)))
}

fn renew(case: &Case, step: &Step, answers: &Answers, desk: &Desk<'_>) -> Vec<Fact> {
    let mut details = CertificateDetails::default();
    take(&mut details, step, answers);
    let mut facts = vec![recorded(case, desk.fresh, details)];
    if let Some(old) = case.certificate {
        facts.push(Fact::CertificateReplaced { certificate: old, by: desk.fresh });
    }
    facts
}

/// The new certificate as it is filled in at the step that records it, whether or not the step is completed: its letter is written there.
pub fn announced_certificate(case: &Case, sop: &Sop) -> Option<CertificateDetails> {
    let step = sop.steps.iter().find(|step| step.effects.iter().any(brings_certificate))?;
    let mut details = CertificateDetails::default();
    take(&mut details, step, &case.record(step.number).answers);
    (details != CertificateDetails::default()).then_some(details)
}

fn recorded(case: &Case, certificate: CertificateId, details: CertificateDetails) -> Fact {
    Fact::CertificateRecorded { certificate, owner: case.owner, personal: details.into() }
}

fn seen_in_case(case: &Case, step: &Step, answers: &Answers, desk: &Desk<'_>) -> CertificateDetails {
    let mut details = CertificateDetails::default();
    for earlier in desk.sop.steps.iter().filter(|earlier| earlier.number != step.number) {
        take(&mut details, earlier, &case.record(earlier.number).answers);
    }
    take(&mut details, step, answers);
    details
}

fn take(details: &mut CertificateDetails, step: &Step, answers: &Answers) {
    let day = |id: &str| answers.get(id).and_then(|text| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok());
    for field in &step.fields {
        let Some(value) = answers.get(&field.id) else { continue };
        match field.kind {
            FieldKind::Serial => details.serial.clone_from(value),
            FieldKind::SubjectDn => details.subject_dn.clone_from(value),
            _ => {}
        }
    }
    details.valid_from = day("berlaku_mulai").or(details.valid_from);
    details.valid_until = day("berlaku_sampai").or(details.valid_until);
}

fn stated_moment(step: &Step, text: &str, desk: &Desk<'_>) -> Result<Moment, Rejection> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M");
    local.map(|local| desk.zone.utc(local)).map_err(|_| fault(step, REVOKED_AT, FieldFaultKind::NoSuchMoment))
}

fn brings_certificate(effect: &Effect) -> bool {
    matches!(effect, Effect::CertificateRenewed | Effect::CertificateIssued)
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

/// Case and order of a DN do not matter (domain facts 5.4), nor do blanks and colons of a serial.
fn normal(kind: FieldKind, value: &str) -> Vec<String> {
    match kind {
        FieldKind::Serial => {
            vec![value.chars().filter(char::is_ascii_hexdigit).collect::<String>().trim_start_matches('0').to_ascii_lowercase()]
        }
        FieldKind::SubjectDn => {
            let mut parts: Vec<String> = value.split([',', '\n']).map(pair).filter(|part| !part.is_empty()).collect();
            parts.sort();
            parts
        }
        _ => vec![value.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()],
    }
}

fn pair(part: &str) -> String {
    let squeezed = part.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    match squeezed.split_once('=') {
        Some((key, value)) => format!("{}={}", key.trim(), value.trim()),
        None => squeezed,
    }
}
