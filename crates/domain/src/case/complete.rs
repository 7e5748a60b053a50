//! Filling in a step and completing it.

use super::answer::{FieldFault, FieldFaultKind, RawAnswers, accept};
use super::approval::second_person;
use super::certificate;
use super::command::Completion;
use super::compare::{Warning, is_about, warnings};
use super::decide::{Desk, must_be_current};
use super::missing::missing;
use super::rejection::{Named, Rejection, named};
use super::state::Case;
use super::text::{LONG, optional, required};
use crate::fact::{Answers, Fact, Moment};
use crate::sop::{Outcome, Step, Symbol};
use chrono::TimeDelta;
use std::collections::{BTreeMap, BTreeSet};

/// Records what changed. Nothing changed, nothing recorded.
pub(super) fn fill(case: &Case, step: u32, raw: &RawAnswers, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    must_be_current(case, step)?;
    let answers = accept(desk.step(step)?, raw, desk).map_err(Rejection::Answers)?;
    Ok(filled(case, step, &answers).into_iter().collect())
}

pub(super) fn close(case: &Case, completion: Completion, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    if desk.step(case.step)?.symbol != Symbol::End {
        return Err(Rejection::NotLastStep(case.step));
    }
    complete(case, completion, desk)
}

/// Completes the current step. A way back asks for its note only: what is missing there is just what it complains of.
pub(super) fn complete(case: &Case, completion: Completion, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    must_be_current(case, completion.step)?;
    let step = desk.step(completion.step)?;
    let outcome = chosen(step, completion.outcome.as_deref())?;
    let returned = outcome.is_some_and(|outcome| outcome.returns);
    let note = note(outcome, &completion.note)?;
    let done_at = done_at(case, completion.done_at, desk)?;
    let changed = accept(step, &completion.answers, desk).map_err(Rejection::Answers)?;
    let answers = merged(case, step.number, &changed);
    let mut facts: Vec<Fact> = filled(case, step.number, &changed).into_iter().collect();
    if !returned {
        let mut open = missing(case, step, &answers, desk.reasons);
        // What was agreed to was the step as it stood: fields that change together with the completion were not.
        let agreed = if facts.is_empty() { case.approvals.as_slice() } else { &[] };
        open.extend(second_person(agreed, step, desk.two_persons, desk.actor));
        if !open.is_empty() {
            return Err(Rejection::Incomplete(open));
        }
        let found = warnings(case, step, &answers, desk);
        let asked = found.into_iter().filter(|warning| main_way(step, outcome) || !warning.is_difference());
        let settled = confirmed_before(case, step.number, &changed);
        facts.extend(confirmations(step.number, asked.filter(|warning| !settled.contains(&warning.code)), &completion.confirmed)?);
    }
    if case.waiting.is_some() {
        facts.push(Fact::WaitEnded { step: step.number });
    }
    if !returned {
        facts.extend(certificate::effects(case, step, &answers, done_at, desk)?);
    }
    let next = desk.sop.next_of(step, outcome.map(|outcome| outcome.name.as_str())).map(|next| next.number);
    facts.push(Fact::StepCompleted {
        step: step.number,
        outcome: outcome.map(|outcome| outcome.name.clone()),
        next,
        returned,
        done_at,
        personal: note.into(),
    });
    if next.is_none() {
        facts.push(Fact::CaseClosed {});
    }
    Ok(facts)
}

fn chosen<'s>(step: &'s Step, named: Option<&str>) -> Result<Option<&'s Outcome>, Rejection> {
    let known = || step.outcomes.iter().map(|outcome| outcome.name.clone()).collect::<Vec<_>>();
    match named {
        None if step.outcomes.is_empty() => Ok(None),
        None => Err(Rejection::OutcomeNeeded(known())),
        Some(name) => {
            let found = step.outcomes.iter().find(|outcome| outcome.name == name);
            found.map(Some).ok_or_else(|| Rejection::OutcomeUnknown { outcome: name.to_owned(), known: known() })
        }
    }
}

/// A return always says what is missing, whether or not the SOP file marks it so.
fn note(outcome: Option<&Outcome>, text: &str) -> Result<String, Rejection> {
    let needed = outcome.is_some_and(|outcome| outcome.note_required || outcome.returns);
    if needed { required(named("note", "Catatan"), text, LONG) } else { optional(named("note", "Catatan"), text, LONG) }
}

/// When the step was done: not in the future, not before the completion before it, not before the day of arrival.
fn done_at(case: &Case, stated: Option<Moment>, desk: &Desk<'_>) -> Result<Moment, Rejection> {
    const WHAT: Named = named("done_at", "Waktu penyelesaian langkah");
    let Some(moment) = stated else { return Ok(desk.now.max(case.path.last().map_or(desk.now, |last| last.done_at))) };
    if moment > desk.now + TimeDelta::minutes(2) {
        return Err(Rejection::InFuture(WHAT));
    }
    let too_early = case.path.last().is_some_and(|last| moment < last.done_at) || desk.zone.local(moment).date() < case.received_on;
    if too_early { Err(Rejection::TooEarly(WHAT)) } else { Ok(moment) }
}

fn merged(case: &Case, step: u32, changed: &Answers) -> Answers {
    let mut answers = case.record(step).answers.clone();
    answers.extend(changed.iter().map(|(field, value)| (field.clone(), value.clone())));
    answers.retain(|_, value| !value.is_empty());
    answers
}

fn filled(case: &Case, step: u32, answers: &Answers) -> Option<Fact> {
    let held = case.record(step);
    let differs = |(field, value): &(&String, &String)| held.answers.get(*field).map_or("", String::as_str) != value.as_str();
    let changed: Answers = answers.iter().filter(differs).map(|(field, value)| (field.clone(), value.clone())).collect();
    (!changed.is_empty()).then(|| Fact::AnswersRecorded { step, personal: changed.into() })
}

/// Whether the outcome says that all is well: none is asked for, or it is the first that does not return.
fn main_way(step: &Step, outcome: Option<&Outcome>) -> bool {
    let first = step.outcomes.iter().find(|outcome| !outcome.returns);
    outcome.map(|outcome| &outcome.name) == first.map(|outcome| &outcome.name)
}

/// The confirmations that the command brings. A difference to the register needs none where the outcome does not deny it: "perlu perubahan data" is
/// just what a difference calls for.
fn confirmations(step: u32, asked: impl Iterator<Item = Warning>, given: &BTreeMap<String, String>) -> Result<Vec<Fact>, Rejection> {
    let mut facts = Vec::new();
    let mut open = Vec::new();
    for warning in asked {
        match given.get(&warning.code) {
            Some(why) => {
                let why = required(named("confirmed", "Alasan melanjutkan"), why, LONG)?;
                facts.push(Fact::WarningConfirmed { step, code: warning.code, personal: why.into() });
            }
            None => open.push(warning),
        }
    }
    if open.is_empty() { Ok(facts) } else { Err(Rejection::Unconfirmed(open)) }
}

/// Warnings that were confirmed before, for values that still stand.
fn confirmed_before(case: &Case, step: u32, changed: &Answers) -> BTreeSet<String> {
    let record = case.record(step);
    let changes = |field: &String, value: &String| record.answers.get(field) != Some(value);
    let stands = |code: &str| !changed.iter().any(|(field, value)| is_about(code, field) && changes(field, value));
    record.confirmed.keys().filter(|code| stands(code)).cloned().collect()
}

/// A fault of one field, for rules that look at a field after it was accepted.
pub(super) fn fault(step: &Step, field: &str, fault: FieldFaultKind) -> Rejection {
    let label = step.fields.iter().find(|known| known.id == field).map_or_else(|| field.to_owned(), |known| known.label.clone());
    Rejection::Answers(vec![FieldFault { field: field.to_owned(), label, fault }])
}
