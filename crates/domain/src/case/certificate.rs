//! What a completed step does to certificates.
//!
//! Which field means what is told by its kind (`serial`, `subjek-dn`) or by its id: `waktu_pencabutan`, `berlaku_mulai`, `berlaku_sampai`
//! (docs/architecture.md, "Words that the core knows").

use super::answer::FieldFaultKind;
use super::compare::plain_serial;
use super::complete::fault;
use super::decide::Desk;
use super::rejection::Rejection;
use super::state::Case;
use crate::fact::{Answers, Fact, Moment};
use crate::ids::CertificateId;
use crate::owner::{CertificateDetails, CertificateState};
use crate::sop::{Effect, FieldKind, Sop, Step};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

/// Field that states when a certificate was revoked.
const REVOKED_AT: &str = "waktu_pencabutan";
/// Validity of a certificate in days (domain facts 5.1): one revoked longer before the request had no life left.
const VALID_DAYS: i64 = 731;

/// Whether the effect comes with a new certificate.
pub(super) fn brings_certificate(effect: &Effect) -> bool {
    matches!(effect, Effect::CertificateRenewed | Effect::CertificateIssued)
}

/// The facts about certificates that completing the step brings, before the completion itself. What already holds is not told twice: neither by a
/// reopened case, nor where the register says that another case did it.
pub(super) fn effects(case: &Case, step: &Step, answers: &Answers, done_at: Moment, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    let done = case.path.iter().any(|passed| !passed.effects.is_empty()) || desk.register.state != CertificateState::Active;
    let mut facts = Vec::new();
    for effect in step.effects.iter().filter(|_| !done) {
        match effect {
            Effect::CertificateRevoked => facts.extend(revoke(case, step, answers, done_at, desk)?),
            Effect::CertificateRenewed | Effect::CertificateIssued => facts.extend(renew(case, step, answers, desk)),
            Effect::DataChanged => {}
        }
    }
    Ok(facts)
}

/// The revoked certificate is the case's. Where it names none, it is the owner's with the serial that AMS showed; where the register has no such one,
/// it is recorded from what AMS showed.
fn revoke(case: &Case, step: &Step, answers: &Answers, done_at: Moment, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    let at = match stated(case, answers, REVOKED_AT) {
        Some(text) => stated_moment(case, step, text, desk)?,
        None => done_at,
    };
    let seen = seen_in_case(case, step, answers, desk);
    let serial = plain_serial(&seen.serial);
    let known = desk.register.held.iter().find(|(_, held)| !serial.is_empty() && plain_serial(&held.serial) == serial);
    let mut facts = Vec::new();
    let certificate = case.certificate.or(known.map(|(id, _)| *id)).unwrap_or_else(|| {
        facts.push(recorded(case, desk.fresh, seen));
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

/// When the certificate was revoked, as an answer of the case states it, by the office's clock.
pub fn stated_revocation(case: &Case) -> Option<NaiveDateTime> {
    let text = case.steps.values().rev().find_map(|record| record.answers.get(REVOKED_AT))?;
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok()
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

/// A revocation lies within the life of its certificate.
fn stated_moment(case: &Case, step: &Step, text: &str, desk: &Desk<'_>) -> Result<Moment, Rejection> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").map_err(|_| fault(step, REVOKED_AT, FieldFaultKind::NoSuchMoment))?;
    let known = desk.register.certificate.and_then(|held| held.valid_from);
    let earliest = known.unwrap_or(case.received_on - TimeDelta::days(VALID_DAYS));
    if local.date() < earliest {
        return Err(fault(step, REVOKED_AT, FieldFaultKind::BeforeCertificate));
    }
    Ok(desk.zone.utc(local))
}
