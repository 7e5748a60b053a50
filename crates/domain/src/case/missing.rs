//! What is still missing before a step can be completed.

use super::condition::holds;
use super::evidence::reason_evidence;
use super::rejection::spoken;
use super::state::Case;
use crate::fact::Answers;
use crate::sop::{Effect, Field, FieldKind, Reasons, Step};

/// What kind of thing is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingKind {
    /// A field.
    Field,
    /// A document.
    Document,
    /// A letter that the step issues.
    Letter,
    /// The signed scan of a letter.
    Scan,
    /// Evidence that the revocation reason asks for.
    ReasonEvidence,
    /// The consent of a second user.
    SecondPerson,
}

/// One missing thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Its kind.
    pub kind: MissingKind,
    /// Field, document or letter id.
    pub id: String,
    /// In the officer's words.
    pub label: String,
}

/// Everything that keeps the step from a regular completion, in the order of the form. `answers` are those that would hold.
pub fn missing(case: &Case, step: &Step, answers: &Answers, reasons: &Reasons) -> Vec<Missing> {
    let mut found = fields(case, step, answers);
    found.extend(documents(case, step));
    found.extend(letters(case, step));
    if step.effects.contains(&Effect::CertificateRevoked) {
        found.extend(evidence_of_reason(case, step, reasons));
    }
    found
}

/// A field that is asked for in this case.
pub(super) fn asked(case: &Case, field: &Field) -> bool {
    holds(field.condition.as_ref(), case)
}

fn fields(case: &Case, step: &Step, answers: &Answers) -> Vec<Missing> {
    let filled = |field: &Field| match answers.get(&field.id).map(String::as_str) {
        None | Some("") => false,
        Some(value) => field.kind != FieldKind::Tick || value == "ya",
    };
    let open = step.fields.iter().filter(|field| field.required && asked(case, field) && !filled(field));
    open.map(|field| Missing { kind: MissingKind::Field, id: field.id.clone(), label: field.label.clone() }).collect()
}

fn documents(case: &Case, step: &Step) -> Vec<Missing> {
    let record = case.record(step.number);
    let there = |id: &str| record.documents.iter().any(|held| held.document == id) || record.waivers.contains_key(id);
    let open = step.documents.iter().filter(|asked| asked.required && holds(asked.condition.as_ref(), case) && !there(&asked.id));
    open.map(|asked| Missing { kind: MissingKind::Document, id: asked.id.clone(), label: asked.name.clone() }).collect()
}

fn letters(case: &Case, step: &Step) -> Vec<Missing> {
    let mut found = Vec::new();
    for asked in step.letters.iter().filter(|asked| asked.required && holds(asked.condition.as_ref(), case)) {
        match case.letter_at(step.number, &asked.id) {
            None => found.push(Missing {
                kind: MissingKind::Letter,
                id: asked.id.clone(),
                label: format!("{} belum diterbitkan", spoken(&asked.id)),
            }),
            Some(held) if asked.scan_back && held.returned.is_none() => {
                let label = format!("{} yang sudah ditandatangani belum kembali", spoken(&asked.id));
                found.push(Missing { kind: MissingKind::Scan, id: asked.id.clone(), label });
            }
            Some(_) => {}
        }
    }
    found
}

/// A certificate is not revoked before one of the papers that prove its reason is there, or waived in writing. What the step itself asks for under
/// the same id was looked at above.
fn evidence_of_reason(case: &Case, step: &Step, reasons: &Reasons) -> Option<Missing> {
    if let Some(unknown) = case.reason().filter(|id| reasons.get(id).is_none()) {
        let label = format!("alasan “{unknown}” tidak lagi dikenal kantor ini; kembalikan ke daftar alasan agar buktinya dapat diperiksa");
        return Some(Missing { kind: MissingKind::ReasonEvidence, id: unknown.to_owned(), label });
    }
    let papers = reason_evidence(case, reasons);
    let asked_above =
        |id: &str| step.documents.iter().any(|asked| asked.id == id && asked.required && holds(asked.condition.as_ref(), case));
    if papers.iter().any(|paper| paper.present || paper.waived || asked_above(&paper.id)) {
        return None;
    }
    let names = papers.iter().map(|paper| paper.name.as_str()).collect::<Vec<_>>().join(" atau ");
    let first = papers.into_iter().next()?;
    Some(Missing { kind: MissingKind::ReasonEvidence, id: first.id, label: format!("bukti alasan pencabutan: {names}") })
}
