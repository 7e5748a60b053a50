//! The course of a case apart from its steps: undo, waiting, withdrawal, reopening, remarks, assignment.

use super::decide::Desk;
use super::rejection::{Rejection, named};
use super::state::{Case, CertificateEffect, Status};
use super::text::{LONG, SHORT, optional, required};
use crate::fact::Fact;

/// Takes the last completion back, with what it did to certificates. Refused once a letter number was used in the step or after it: numbers are
/// never handed out twice, so the paper trail would contradict the case. A letter that was voided contradicts nothing.
pub(super) fn undo(case: &Case, why: &str) -> Result<Vec<Fact>, Rejection> {
    let why = optional(named("why", "Alasan"), why, LONG)?;
    let last = case.path.last().ok_or(Rejection::NothingToUndo)?;
    let used = case
        .letters
        .iter()
        .filter(|letter| !letter.voided && (letter.step == last.step || letter.at >= last.recorded_at))
        .find_map(|letter| letter.number.as_ref());
    if let Some(number) = used {
        return Err(Rejection::NumberUsed(number.text.clone()));
    }
    let mut facts = Vec::new();
    if case.waiting.is_some() {
        facts.push(Fact::WaitEnded { step: case.step });
    }
    facts.extend(last.effects.iter().rev().map(|effect| match effect {
        CertificateEffect::Revoked(certificate) => Fact::CertificateRestored { certificate: *certificate, withdrawn: None },
        CertificateEffect::Recorded(certificate) => Fact::CertificateRestored { certificate: *certificate, withdrawn: Some(*certificate) },
        CertificateEffect::Replaced(certificate, by) => Fact::CertificateRestored { certificate: *certificate, withdrawn: Some(*by) },
    }));
    facts.push(Fact::StepUndone { step: last.step, personal: why.into() });
    Ok(facts)
}

/// The party is a lane of the SOP: the journal keeps it open, so it must not name a person.
pub(super) fn wait(case: &Case, party: String, why: &str, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    if case.waiting.is_some() {
        return Err(Rejection::AlreadyWaiting);
    }
    if !desk.sop.lanes.iter().any(|lane| lane.id == party) {
        let known = desk.sop.lanes.iter().map(|lane| lane.id.clone()).collect();
        return Err(Rejection::UnknownChoice { what: named("party", "Pihak yang ditunggu"), value: party, known });
    }
    let why = optional(named("why", "Keterangan"), why, LONG)?;
    Ok(vec![Fact::WaitStarted { step: case.step, party, personal: why.into() }])
}

pub(super) fn resume(case: &Case) -> Result<Vec<Fact>, Rejection> {
    if case.waiting.is_none() {
        return Err(Rejection::NotWaiting);
    }
    Ok(vec![Fact::WaitEnded { step: case.step }])
}

/// A request cannot be given up once it has done what it asked for.
pub(super) fn withdraw(case: &Case, why: &str) -> Result<Vec<Fact>, Rejection> {
    if case.path.iter().any(|passed| !passed.effects.is_empty()) {
        return Err(Rejection::EffectStands);
    }
    Ok(vec![Fact::CaseWithdrawn { personal: required(named("why", "Alasan pembatalan"), why, LONG)?.into() }])
}

pub(super) fn reopen(case: &Case, why: &str) -> Result<Vec<Fact>, Rejection> {
    if case.status == Status::Open {
        return Err(Rejection::StillOpen);
    }
    Ok(vec![Fact::CaseReopened { step: case.step, personal: required(named("why", "Alasan membuka kembali"), why, LONG)?.into() }])
}

pub(super) fn note(text: &str) -> Result<Vec<Fact>, Rejection> {
    Ok(vec![Fact::CaseNoted { personal: required(named("text", "Catatan"), text, LONG)?.into() }])
}

pub(super) fn assign(to: Option<String>) -> Result<Vec<Fact>, Rejection> {
    let to = to.map(|name| required(named("to", "Nama petugas"), &name, SHORT)).transpose()?;
    Ok(vec![Fact::CaseAssigned { to }])
}
