//! The form of a case's current step.

use super::step::attached;
use super::{AttachedView, local};
use sandika_app::{CaseFile, Consent};
use sandika_domain::calendar::Zone;
use sandika_domain::case::{Difference, Missing, MissingKind, Warning, holds};
use sandika_domain::document::Word;
use sandika_domain::sop::{DocumentRequirement, Field, FieldKind, LetterRequirement, Outcome, Reasons, Step};
use serde::Serialize;
use ts_rs::TS;

/// The form of the current step.
#[derive(Debug, Serialize, TS)]
pub(crate) struct FormView {
    pub(crate) activity: String,
    /// Kelengkapan, as printed.
    pub(crate) requirements: Vec<String>,
    pub(crate) output: Vec<String>,
    pub(crate) remarks: Vec<String>,
    pub(crate) fields: Vec<FieldView>,
    pub(crate) documents: Vec<DocumentView>,
    pub(crate) letters: Vec<OfferView>,
    pub(crate) messages: Vec<MessageOfferView>,
    pub(crate) outcomes: Vec<OutcomeView>,
    pub(crate) missing: Vec<MissingView>,
    /// Consent to a revocation, where it takes two users.
    pub(crate) consent: Option<ConsentView>,
    pub(crate) differences: Vec<DifferenceView>,
    pub(crate) warnings: Vec<WarningView>,
}

/// A field that is asked for in this case.
#[derive(Debug, Serialize, TS)]
pub(crate) struct FieldView {
    pub(crate) id: String,
    pub(crate) label: String,
    /// As in SOP files.
    pub(crate) kind: String,
    pub(crate) required: bool,
    pub(crate) hint: Option<String>,
    pub(crate) choices: Vec<ChoiceView>,
    pub(crate) value: String,
    /// The register's value that it is compared with.
    pub(crate) register: Option<String>,
}

/// A choice of a field.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ChoiceView {
    pub(crate) value: String,
    pub(crate) label: String,
}

/// A document that is asked for in this case.
#[derive(Debug, Serialize, TS)]
pub(crate) struct DocumentView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) required: bool,
    pub(crate) waived: bool,
    pub(crate) files: Vec<AttachedView>,
}

/// A letter that the step offers.
#[derive(Debug, Serialize, TS)]
pub(crate) struct OfferView {
    pub(crate) template: String,
    pub(crate) required: bool,
    pub(crate) scan_back: bool,
    pub(crate) issued: bool,
}

/// A message that the step offers.
#[derive(Debug, Serialize, TS)]
pub(crate) struct MessageOfferView {
    pub(crate) message: String,
    pub(crate) name: String,
}

/// A way out of a decision.
#[derive(Debug, Serialize, TS)]
pub(crate) struct OutcomeView {
    pub(crate) name: String,
    pub(crate) to: u32,
    pub(crate) returns: bool,
    pub(crate) note_required: bool,
}

/// The consent that a revocation takes.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ConsentView {
    /// Who agreed, and when.
    pub(crate) by: Vec<ApprovalView>,
    /// The one who works may agree, and has not yet.
    pub(crate) offered: bool,
}

/// Somebody who agreed.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ApprovalView {
    pub(crate) by: String,
    pub(crate) at: String,
}

impl ConsentView {
    fn of(consent: &Consent, zone: Zone) -> Self {
        let by = consent.by.iter().map(|approval| ApprovalView { by: approval.by.clone(), at: local(approval.at, zone) });
        Self { by: by.collect(), offered: consent.offered }
    }
}

/// Something that is missing.
#[derive(Debug, Serialize, TS)]
pub(crate) struct MissingView {
    /// `field`, `document`, `letter`, `scan`, `reason-evidence` or `second-person`.
    pub(crate) kind: String,
    pub(crate) id: String,
    pub(crate) label: String,
}

/// A value of AMS beside the register's.
#[derive(Debug, Serialize, TS)]
pub(crate) struct DifferenceView {
    pub(crate) field: String,
    pub(crate) label: String,
    pub(crate) register: String,
    pub(crate) shown: String,
    pub(crate) same: bool,
}

/// Something to look at twice.
#[derive(Debug, Serialize, TS)]
pub(crate) struct WarningView {
    pub(crate) code: String,
    pub(crate) field: String,
    pub(crate) text: String,
}

pub(super) fn form(file: &CaseFile, step: &Step) -> FormView {
    let case = &file.case;
    FormView {
        activity: step.activity.clone(),
        requirements: step.requirements.clone(),
        output: step.output.clone(),
        remarks: step.remarks.clone(),
        fields: step
            .fields
            .iter()
            .filter(|field| holds(field.condition.as_ref(), case))
            .map(|field| field_view(file, step, field))
            .collect(),
        documents: step
            .documents
            .iter()
            .filter(|asked| holds(asked.condition.as_ref(), case))
            .map(|asked| document_view(file, step, asked))
            .collect(),
        letters: step
            .letters
            .iter()
            .filter(|offer| holds(offer.condition.as_ref(), case))
            .map(|offer| offer_view(file, step, offer))
            .collect(),
        messages: step
            .messages
            .iter()
            .filter(|offer| holds(offer.condition.as_ref(), case))
            .map(|offer| MessageOfferView { message: offer.id.clone(), name: file.names.message(&offer.id) })
            .collect(),
        outcomes: step.outcomes.iter().map(OutcomeView::from).collect(),
        missing: file.missing.iter().map(MissingView::from).collect(),
        consent: file.consent.as_ref().map(|consent| ConsentView::of(consent, file.zone)),
        differences: file.differences.iter().map(DifferenceView::from).collect(),
        warnings: file.warnings.iter().map(WarningView::from).collect(),
    }
}

fn field_view(file: &CaseFile, step: &Step, field: &Field) -> FieldView {
    FieldView {
        id: field.id.clone(),
        label: field.label.clone(),
        kind: field.kind.word().to_owned(),
        required: field.required,
        hint: field.hint.clone(),
        choices: choices(field, &file.reasons),
        value: file.case.answer(step.number, &field.id).unwrap_or_default().to_owned(),
        register: file.compared.get(&field.id).cloned(),
    }
}

fn document_view(file: &CaseFile, step: &Step, asked: &DocumentRequirement) -> DocumentView {
    let record = file.case.record(step.number);
    DocumentView {
        id: asked.id.clone(),
        name: asked.name.clone(),
        required: asked.required,
        waived: record.waivers.contains_key(&asked.id),
        files: record.documents.iter().filter(|held| held.document == asked.id).map(|held| attached(file, step, held)).collect(),
    }
}

fn offer_view(file: &CaseFile, step: &Step, offer: &LetterRequirement) -> OfferView {
    OfferView {
        template: offer.id.clone(),
        required: offer.required,
        scan_back: offer.scan_back,
        issued: file.case.letter_at(step.number, &offer.id).is_some(),
    }
}

impl From<&Outcome> for OutcomeView {
    fn from(outcome: &Outcome) -> Self {
        let note_required = outcome.note_required || outcome.returns;
        Self { name: outcome.name.clone(), to: outcome.to, returns: outcome.returns, note_required }
    }
}

impl From<&Missing> for MissingView {
    fn from(item: &Missing) -> Self {
        Self { kind: missing_kind(item.kind).to_owned(), id: item.id.clone(), label: item.label.clone() }
    }
}

impl From<&Difference> for DifferenceView {
    fn from(pair: &Difference) -> Self {
        let Difference { field, label, register, shown, same } = pair.clone();
        Self { field, label, register, shown, same }
    }
}

impl From<&Warning> for WarningView {
    fn from(warning: &Warning) -> Self {
        let Warning { code, field, text } = warning.clone();
        Self { code, field, text }
    }
}

/// Choices of a field; reasons come from the office's list.
fn choices(field: &Field, reasons: &Reasons) -> Vec<ChoiceView> {
    if field.kind == FieldKind::Reason {
        return reasons.0.iter().map(|reason| ChoiceView { value: reason.id.clone(), label: reason.label.clone() }).collect();
    }
    field.choices.iter().map(|choice| ChoiceView { value: choice.clone(), label: choice.clone() }).collect()
}

fn missing_kind(kind: MissingKind) -> &'static str {
    match kind {
        MissingKind::Field => "field",
        MissingKind::Document => "document",
        MissingKind::Letter => "letter",
        MissingKind::Scan => "scan",
        MissingKind::ReasonEvidence => "reason-evidence",
        MissingKind::SecondPerson => "second-person",
    }
}
