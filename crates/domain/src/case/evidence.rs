//! Documents of a case: putting them to a step, taking them away, waiving them in writing, and the evidence that a revocation reason asks for.

use super::condition::holds;
use super::decide::{Desk, must_be_current, must_be_reached};
use super::rejection::{Rejection, named};
use super::state::Case;
use super::text::{LONG, SHORT, required};
use crate::fact::{DetachedDocument, Fact, FileLabel, FileRef, Waiver};
use crate::sop::{Reasons, Step};

/// Document id for papers that no step asks for.
pub(super) const OTHER: &str = "lainnya";

/// One of the papers that prove the reason of a revocation; any one of them does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonEvidence {
    /// Document id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A file is there, at whichever step.
    pub present: bool,
    /// It was waived in writing.
    pub waived: bool,
}

/// The papers that prove the case's reason, and which of them are there. Empty without a readable reason.
pub fn reason_evidence(case: &Case, reasons: &Reasons) -> Vec<ReasonEvidence> {
    let Some(reason) = case.reason().and_then(|id| reasons.get(id)) else { return Vec::new() };
    reason
        .evidence
        .iter()
        .map(|paper| ReasonEvidence {
            id: paper.id.clone(),
            name: paper.name.clone(),
            present: case.steps.values().any(|record| record.documents.iter().any(|held| held.document == paper.id)),
            waived: case.steps.values().any(|record| record.waivers.contains_key(&paper.id)),
        })
        .collect()
}

pub(super) fn attach(case: &Case, step: u32, document: String, file: FileRef, name: &str, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    must_be_reached(case, step)?;
    known(case, desk.step(step)?, &document, desk.reasons)?;
    let name = required(named("name", "Nama berkas"), name, SHORT)?;
    if case.record(step).documents.iter().any(|held| held.document == document && held.file.hash == file.hash) {
        return Err(Rejection::SameFile);
    }
    Ok(vec![Fact::DocumentAttached { step, document, file, personal: FileLabel { name }.into() }])
}

pub(super) fn detach(case: &Case, step: u32, document: String, hash: String) -> Result<Vec<Fact>, Rejection> {
    must_be_current(case, step)?;
    if !case.record(step).documents.iter().any(|held| held.document == document && held.file.hash == hash) {
        return Err(Rejection::NoSuchFile);
    }
    Ok(vec![Fact::DocumentDetached(DetachedDocument { step, document, hash })])
}

/// A waiver names who decided and why; it is only for what is really required.
pub(super) fn waive(case: &Case, step: u32, document: String, waiver: &Waiver, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    must_be_current(case, step)?;
    let definition = desk.step(step)?;
    known(case, definition, &document, desk.reasons)?;
    let by_step = definition.documents.iter().any(|asked| asked.id == document && asked.required && holds(asked.condition.as_ref(), case));
    let by_reason = reason_evidence(case, desk.reasons).iter().any(|paper| paper.id == document);
    if !by_step && !by_reason {
        return Err(Rejection::NotRequired(document));
    }
    let waiver = Waiver {
        by: required(named("by", "Yang memberi pengecualian"), &waiver.by, SHORT)?,
        why: required(named("why", "Alasan pengecualian"), &waiver.why, LONG)?,
    };
    Ok(vec![Fact::DocumentWaived { step, document, personal: waiver.into() }])
}

fn known(case: &Case, step: &Step, document: &str, reasons: &Reasons) -> Result<(), Rejection> {
    let asked = document == OTHER
        || step.documents.iter().any(|asked| asked.id == document)
        || reason_evidence(case, reasons).iter().any(|paper| paper.id == document);
    if asked { Ok(()) } else { Err(Rejection::UnknownDocument(document.to_owned())) }
}
