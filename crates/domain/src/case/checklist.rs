//! What the SOP asks to be brought, and what is there: each document once, in the order of the steps.

use super::condition::holds;
use super::evidence::{OTHER, reason_evidence};
use super::state::{Case, Status};
use crate::fact::{Moment, Waiver};
use crate::sop::{Effect, Reasons, Sop, Step};

/// A document on the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedDocument {
    /// Step that asks for it, or at which it was brought.
    pub step: u32,
    /// Its name; of papers that prove a reason, all that would do.
    pub name: String,
    /// Whether it is there.
    pub state: DocumentState,
}

/// Whether a document is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentState {
    /// It is: so many files, the last of them since then.
    Present {
        /// Files.
        files: usize,
        /// When the last of them came.
        at: Moment,
    },
    /// It need not be, which was decided in writing; nothing of it once it is erased.
    Waived(Option<Waiver>),
    /// It must be, and is not.
    Missing,
    /// It may be, and is not.
    Optional,
    /// Its step is still to come, if the case goes there.
    Ahead,
}

/// The checklist of a case. Steps that the case has passed by ask for nothing; what was brought all the same stands there.
pub fn checklist(case: &Case, sop: &Sop, reasons: &Reasons) -> Vec<CheckedDocument> {
    let mut found: Vec<(String, CheckedDocument)> = Vec::new();
    for step in &sop.steps {
        let asked = step.documents.iter().filter(|asked| holds(asked.condition.as_ref(), case));
        for asked in asked {
            let state = brought(case, step.number, &asked.id).or_else(|| absent(case, sop, step, asked.required));
            let row = |state| CheckedDocument { step: step.number, name: asked.name.clone(), state };
            found.extend(state.map(|state| (asked.id.clone(), row(state))));
        }
        found.extend(unasked(case, sop, step, reasons));
    }
    if let Some(missing) = missing_proof(case, sop, reasons, &found) {
        let at = found.iter().position(|(_, row)| row.step > missing.step).unwrap_or(found.len());
        found.insert(at, (String::new(), missing));
    }
    found.into_iter().map(|(_, row)| row).collect()
}

/// Whether a case has gone on since a moment, or got another document: what was drawn of it then may say less than it would now.
pub fn changed_since(case: &Case, moment: Moment) -> bool {
    let attached = case.steps.values().flat_map(|record| &record.documents).map(|held| held.at);
    let passed = case.path.iter().map(|passed| passed.recorded_at);
    attached.chain(passed).chain([case.entered_at]).any(|at| at > moment)
}

/// What is known of a document that was brought to a step or waived there.
fn brought(case: &Case, step: u32, id: &str) -> Option<DocumentState> {
    let record = case.record(step);
    let files = || record.documents.iter().filter(|held| held.document == id);
    match files().map(|held| held.at).max() {
        Some(at) => Some(DocumentState::Present { files: files().count(), at }),
        None => record.waivers.get(id).map(|waiver| DocumentState::Waived(waiver.known().cloned())),
    }
}

/// Why a document of a step is not there; none where its step was passed by.
fn absent(case: &Case, sop: &Sop, step: &Step, required: bool) -> Option<DocumentState> {
    let position = |number: u32| sop.steps.iter().position(|other| other.number == number);
    let been_there = case.step == step.number || case.path.iter().any(|passed| passed.step == step.number);
    if been_there {
        Some(if required { DocumentState::Missing } else { DocumentState::Optional })
    } else {
        (case.status == Status::Open && position(step.number) > position(case.step)).then_some(DocumentState::Ahead)
    }
}

/// What was brought to a step, or waived there, that the step does not ask for: proof of the reason, and any other paper.
fn unasked(case: &Case, sop: &Sop, step: &Step, reasons: &Reasons) -> Vec<(String, CheckedDocument)> {
    let record = case.record(step.number);
    let is_asked = |id: &str| step.document(id).is_some_and(|asked| holds(asked.condition.as_ref(), case));
    let mut ids: Vec<&String> = Vec::new();
    for id in record.documents.iter().map(|held| &held.document).chain(record.waivers.keys()) {
        if !is_asked(id) && !ids.contains(&id) {
            ids.push(id);
        }
    }
    let row = |id: &String| {
        let state = brought(case, step.number, id)?;
        Some((id.clone(), CheckedDocument { step: step.number, name: name(id, step, sop, reasons), state }))
    };
    ids.into_iter().filter_map(row).collect()
}

/// A certificate is not revoked before one of the papers that prove its reason is there or waived: they stand in one row while none of them is.
fn missing_proof(case: &Case, sop: &Sop, reasons: &Reasons, found: &[(String, CheckedDocument)]) -> Option<CheckedDocument> {
    let step = sop.steps.iter().find(|step| step.effects.contains(&Effect::CertificateRevoked))?;
    let papers = reason_evidence(case, reasons);
    let is_there = papers.iter().any(|paper| paper.present || paper.waived || found.iter().any(|(id, _)| *id == paper.id));
    if papers.is_empty() || is_there {
        return None;
    }
    let names: Vec<&str> = papers.iter().map(|paper| paper.name.as_str()).collect();
    let state = absent(case, sop, step, true)?;
    Some(CheckedDocument { step: step.number, name: format!("Bukti alasan pencabutan: {}", names.join(" atau ")), state })
}

/// A document by its own step first, which may call it otherwise than another one does.
fn name(id: &str, step: &Step, sop: &Sop, reasons: &Reasons) -> String {
    let asked = std::iter::once(step).chain(&sop.steps).find_map(|step| step.document(id)).map(|asked| &asked.name);
    let proof = || reasons.0.iter().flat_map(|reason| &reason.evidence).find(|paper| paper.id == id).map(|paper| &paper.name);
    match asked.or_else(proof) {
        Some(name) => name.clone(),
        None if id == OTHER => "Berkas lain".to_owned(),
        None => id.replace('-', " "),
    }
}
