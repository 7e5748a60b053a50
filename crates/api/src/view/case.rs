//! A case and its current step.

use super::{CertificateFields, clock, local};
use sandika_app::{CaseFile, CaseSummary};
use sandika_domain::case::{MissingKind, Place, Progress, Status, holds};
use sandika_domain::document::Word;
use sandika_domain::owner::OwnerDetails;
use sandika_domain::sop::{Reasons, Sop, Step};
use serde::Serialize;
use ts_rs::TS;

/// A case with everything that its screen shows.
#[derive(Debug, Serialize, TS)]
pub(crate) struct CaseView {
    /// Case id.
    pub(crate) case: String,
    /// To be handed in with the next command.
    pub(crate) revision: u64,
    /// `open`, `closed` or `withdrawn`.
    pub(crate) status: String,
    /// Agenda number.
    pub(crate) agenda: String,
    /// Kind of service, as in SOP files.
    pub(crate) service: String,
    /// SOP id.
    pub(crate) sop: String,
    /// Title of the SOP.
    pub(crate) sop_title: String,
    /// Hash of the version that the case keeps.
    pub(crate) sop_hash: String,
    /// Day of arrival.
    pub(crate) received_on: String,
    /// Channel.
    pub(crate) channel: String,
    /// When it was opened, by the office's clock.
    pub(crate) opened_at: String,
    /// What the request says; none once erased.
    pub(crate) opening: Option<OpeningView>,
    /// The owner; none once erased.
    pub(crate) owner: Option<OwnerCard>,
    /// The certificate concerned.
    pub(crate) certificate: Option<CertificateCard>,
    /// Current step number.
    pub(crate) step: u32,
    /// Every step of the SOP.
    pub(crate) steps: Vec<StepView>,
    /// The form of the current step; none when the case has ended.
    pub(crate) form: Option<FormView>,
    /// When the step is due.
    pub(crate) step_due: Option<String>,
    /// When the case is due.
    pub(crate) case_due: Option<String>,
    /// Years for which no holidays are known: due times may be off by those.
    pub(crate) years_without_holidays: Vec<i32>,
    /// For whom it waits.
    pub(crate) waiting: Option<WaitingView>,
    /// Who works on it.
    pub(crate) assignee: Option<String>,
    /// Papers that prove the reason; any one of them does.
    pub(crate) evidence: Vec<EvidenceView>,
    /// Letters, all versions.
    pub(crate) letters: Vec<super::LetterView>,
    /// Remarks, oldest first.
    pub(crate) notes: Vec<NoteView>,
    /// Whether AMS would renew now, as a sentence.
    pub(crate) renewal: Option<String>,
    /// Another SOP that the current step calls.
    pub(crate) calls: Option<CallView>,
}

/// What the request says.
#[derive(Debug, Serialize, TS)]
pub(crate) struct OpeningView {
    pub(crate) sender: String,
    pub(crate) letter_number: String,
    pub(crate) letter_date: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) reason_label: String,
    pub(crate) reason_text: String,
    pub(crate) effective_on: Option<String>,
    pub(crate) legal_number: String,
    pub(crate) legal_date: Option<String>,
    pub(crate) can_log_in: Option<bool>,
}

/// An owner on a case's screen: the NIK and NIP are masked.
#[derive(Debug, Serialize, TS)]
pub(crate) struct OwnerCard {
    pub(crate) owner: String,
    pub(crate) full_name: String,
    pub(crate) nip_masked: String,
    pub(crate) nik_masked: String,
    pub(crate) post: String,
    pub(crate) unit: String,
    pub(crate) institution: String,
    pub(crate) email: String,
}

/// A certificate on a case's screen.
#[derive(Debug, Serialize, TS)]
pub(crate) struct CertificateCard {
    pub(crate) certificate: String,
    /// `active`, `replaced` or `revoked`.
    pub(crate) state: String,
    pub(crate) details: Option<CertificateFields>,
    pub(crate) revoked_at: Option<String>,
}

/// A step in the list of steps.
#[derive(Debug, Serialize, TS)]
pub(crate) struct StepView {
    pub(crate) step: u32,
    pub(crate) activity: String,
    /// Names of the lanes.
    pub(crate) lanes: Vec<String>,
    /// `mulai`, `proses`, `keputusan` or `selesai`.
    pub(crate) symbol: String,
    /// `done`, `current`, `ahead` or `skipped`.
    pub(crate) place: String,
    /// Minutes used on the step's own clock.
    pub(crate) used: Option<u64>,
    /// Standard minutes.
    pub(crate) standard: Option<u64>,
    /// The standard as the SOP writes it.
    pub(crate) time: Option<String>,
    pub(crate) outcome: Option<String>,
    pub(crate) done_at: Option<String>,
    /// What was filled in, by field id.
    pub(crate) answers: std::collections::BTreeMap<String, String>,
    pub(crate) documents: Vec<AttachedView>,
}

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
    pub(crate) messages: Vec<String>,
    pub(crate) outcomes: Vec<OutcomeView>,
    pub(crate) missing: Vec<MissingView>,
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

/// A stored file.
#[derive(Debug, Serialize, TS)]
pub(crate) struct AttachedView {
    pub(crate) document: String,
    pub(crate) name: String,
    pub(crate) hash: String,
    pub(crate) size: u64,
    pub(crate) media: String,
    pub(crate) at: String,
}

/// A letter that the step offers.
#[derive(Debug, Serialize, TS)]
pub(crate) struct OfferView {
    pub(crate) template: String,
    pub(crate) required: bool,
    pub(crate) scan_back: bool,
    pub(crate) issued: bool,
}

/// A way out of a decision.
#[derive(Debug, Serialize, TS)]
pub(crate) struct OutcomeView {
    pub(crate) name: String,
    pub(crate) to: u32,
    pub(crate) returns: bool,
    pub(crate) note_required: bool,
}

/// Something that is missing.
#[derive(Debug, Serialize, TS)]
pub(crate) struct MissingView {
    /// `field`, `document`, `letter`, `scan` or `reason-evidence`.
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

/// A paper that proves the reason.
#[derive(Debug, Serialize, TS)]
pub(crate) struct EvidenceView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) present: bool,
    pub(crate) waived: bool,
}

/// A wait.
#[derive(Debug, Serialize, TS)]
pub(crate) struct WaitingView {
    pub(crate) party: String,
    pub(crate) why: String,
    pub(crate) since: String,
}

/// A remark.
#[derive(Debug, Serialize, TS)]
pub(crate) struct NoteView {
    pub(crate) at: String,
    pub(crate) by: String,
    pub(crate) text: String,
}

/// Another SOP that a step calls.
#[derive(Debug, Serialize, TS)]
pub(crate) struct CallView {
    pub(crate) sop: String,
    /// Whether the office has it; otherwise the step is recorded by hand.
    pub(crate) available: bool,
}

/// A case in a list.
#[derive(Debug, Serialize, TS)]
pub(crate) struct CaseSummaryView {
    pub(crate) case: String,
    /// Hand the last row's in as `before` for the next page.
    pub(crate) cursor: i64,
    pub(crate) agenda: String,
    pub(crate) service: String,
    pub(crate) sop: String,
    pub(crate) owner_name: String,
    pub(crate) institution: String,
    pub(crate) sender: String,
    pub(crate) reason: String,
    pub(crate) received_on: String,
    /// `open`, `waiting`, `closed` or `withdrawn`.
    pub(crate) standing: String,
    pub(crate) step: u32,
    pub(crate) activity: String,
    pub(crate) step_due: Option<String>,
    pub(crate) overdue: bool,
    pub(crate) waiting_for: Option<String>,
    pub(crate) assignee: Option<String>,
    pub(crate) revision: u64,
}

/// How many cases.
#[derive(Debug, Serialize, TS)]
pub(crate) struct CountView {
    pub(crate) service: String,
    pub(crate) standing: String,
    pub(crate) cases: u64,
}

impl From<&CaseFile> for CaseView {
    fn from(file: &CaseFile) -> Self {
        let case = &file.case;
        let zone = file.zone;
        Self {
            case: case.id.to_string(),
            revision: case.revision,
            status: status(case.status).to_owned(),
            agenda: case.agenda.text.clone(),
            service: case.service.word().to_owned(),
            sop: case.sop.clone(),
            sop_title: file.sop.identity.title.clone(),
            sop_hash: case.sop_hash.clone(),
            received_on: case.received_on.to_string(),
            channel: case.channel.word().to_owned(),
            opened_at: local(case.opened_at, zone),
            opening: opening(file),
            owner: file.owner.as_ref().map(|owner| card(case.owner.to_string(), owner)),
            certificate: file.certificate.as_ref().map(|row| super::certificate_card(row, zone)),
            step: case.step,
            steps: file.progress.iter().filter_map(|progress| step(file, progress)).collect(),
            form: file.step().filter(|_| case.status == Status::Open).map(|step| form(file, step)),
            step_due: file.step_due.map(clock),
            case_due: file.case_due.map(clock),
            years_without_holidays: file.years_without_holidays.clone(),
            waiting: case.waiting.as_ref().map(|waiting| WaitingView {
                party: waiting.party.clone(),
                why: waiting.why.known().cloned().unwrap_or_default(),
                since: local(waiting.since, zone),
            }),
            assignee: case.assignee.clone(),
            evidence: file
                .evidence
                .iter()
                .map(|paper| EvidenceView { id: paper.id.clone(), name: paper.name.clone(), present: paper.present, waived: paper.waived })
                .collect(),
            letters: file.letters.iter().map(|row| super::LetterView::of(row, zone)).collect(),
            notes: case
                .notes
                .iter()
                .map(|note| NoteView { at: local(note.at, zone), by: note.by.clone(), text: note.text.known().cloned().unwrap_or_default() })
                .collect(),
            renewal: file.renewal.map(|window| window.to_string()),
            calls: file.calls.clone().map(|(sop, available)| CallView { sop, available }),
        }
    }
}

impl CaseSummaryView {
    pub(crate) fn of(summary: CaseSummary) -> Self {
        let row = summary.row;
        Self {
            case: row.id.to_string(),
            cursor: row.born,
            agenda: row.agenda.text,
            service: row.service.word().to_owned(),
            sop: row.sop,
            owner_name: row.owner_name,
            institution: row.institution,
            sender: row.sender,
            reason: row.reason,
            received_on: row.received_on.to_string(),
            standing: row.standing.word().to_owned(),
            step: row.step,
            activity: summary.activity,
            step_due: summary.step_due.map(clock),
            overdue: summary.overdue,
            waiting_for: row.waiting_for,
            assignee: row.assignee,
            revision: row.revision,
        }
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Closed => "closed",
        Status::Withdrawn => "withdrawn",
    }
}

fn opening(file: &CaseFile) -> Option<OpeningView> {
    let opening = file.case.opening.known()?;
    let label = opening.reason.as_deref().and_then(|id| file.reasons.get(id)).map(|reason| reason.label.clone());
    Some(OpeningView {
        sender: opening.sender.clone(),
        letter_number: opening.letter_number.clone(),
        letter_date: opening.letter_date.map(|day| day.to_string()),
        reason: opening.reason.clone(),
        reason_label: label.unwrap_or_default(),
        reason_text: opening.reason_text.clone(),
        effective_on: opening.effective_on.map(|day| day.to_string()),
        legal_number: opening.legal_number.clone(),
        legal_date: opening.legal_date.map(|day| day.to_string()),
        can_log_in: opening.can_log_in,
    })
}

fn card(id: String, owner: &OwnerDetails) -> OwnerCard {
    OwnerCard {
        owner: id,
        full_name: owner.full_name(),
        nip_masked: sandika_domain::person::mask(&owner.nip),
        nik_masked: sandika_domain::person::mask(&owner.nik),
        post: owner.post.clone(),
        unit: owner.unit.clone(),
        institution: owner.institution.clone(),
        email: owner.email.clone(),
    }
}

fn step(file: &CaseFile, progress: &Progress) -> Option<StepView> {
    let step = file.sop.step(progress.step)?;
    let passed = file.case.passed(step.number);
    let record = file.case.record(step.number);
    Some(StepView {
        step: step.number,
        activity: step.activity.clone(),
        lanes: lanes(&file.sop, step),
        symbol: step.symbol.word().to_owned(),
        place: match progress.place {
            Place::Done => "done",
            Place::Current => "current",
            Place::Ahead => "ahead",
            Place::Skipped => "skipped",
        }
        .to_owned(),
        used: progress.used,
        standard: progress.standard,
        time: step.time.map(|time| time.to_string()),
        outcome: passed.and_then(|passed| passed.outcome.clone()),
        done_at: passed.map(|passed| local(passed.done_at, file.zone)),
        answers: record.answers.clone(),
        documents: record.documents.iter().map(|held| attached(file, held)).collect(),
    })
}

fn lanes(sop: &Sop, step: &Step) -> Vec<String> {
    let name = |id: &String| sop.lanes.iter().find(|lane| lane.id == *id).map(|lane| lane.name.clone());
    step.lanes.iter().filter_map(name).collect()
}

fn attached(file: &CaseFile, held: &sandika_domain::case::Attached) -> AttachedView {
    AttachedView {
        document: held.document.clone(),
        name: held.name.clone(),
        hash: held.file.hash.clone(),
        size: held.file.size,
        media: held.file.media.clone(),
        at: local(held.at, file.zone),
    }
}

fn form(file: &CaseFile, step: &Step) -> FormView {
    let case = &file.case;
    let record = case.record(step.number);
    let fields = step.fields.iter().filter(|field| holds(field.condition.as_ref(), case));
    let documents = step.documents.iter().filter(|asked| holds(asked.condition.as_ref(), case));
    FormView {
        activity: step.activity.clone(),
        requirements: step.requirements.clone(),
        output: step.output.clone(),
        remarks: step.remarks.clone(),
        fields: fields
            .map(|field| FieldView {
                id: field.id.clone(),
                label: field.label.clone(),
                kind: field.kind.word().to_owned(),
                required: field.required,
                hint: field.hint.clone(),
                choices: choices(field, &file.reasons),
                value: record.answers.get(&field.id).cloned().unwrap_or_default(),
            })
            .collect(),
        documents: documents
            .map(|asked| DocumentView {
                id: asked.id.clone(),
                name: asked.name.clone(),
                required: asked.required,
                waived: record.waivers.contains_key(&asked.id),
                files: record.documents.iter().filter(|held| held.document == asked.id).map(|held| attached(file, held)).collect(),
            })
            .collect(),
        letters: step
            .letters
            .iter()
            .filter(|offer| holds(offer.condition.as_ref(), case))
            .map(|offer| OfferView {
                template: offer.id.clone(),
                required: offer.required,
                scan_back: offer.scan_back,
                issued: case.letters.iter().any(|held| held.step == step.number && held.template == offer.id),
            })
            .collect(),
        messages: step.messages.iter().filter(|offer| holds(offer.condition.as_ref(), case)).map(|offer| offer.id.clone()).collect(),
        outcomes: step
            .outcomes
            .iter()
            .map(|outcome| OutcomeView { name: outcome.name.clone(), to: outcome.to, returns: outcome.returns, note_required: outcome.note_required || outcome.returns })
            .collect(),
        missing: file.missing.iter().map(|item| MissingView { kind: missing_kind(item.kind).to_owned(), id: item.id.clone(), label: item.label.clone() }).collect(),
        differences: file
            .differences
            .iter()
            .map(|pair| DifferenceView { field: pair.field.clone(), label: pair.label.clone(), register: pair.register.clone(), shown: pair.shown.clone(), same: pair.same })
            .collect(),
        warnings: file
            .warnings
            .iter()
            .map(|warning| WarningView { code: warning.code.clone(), field: warning.field.clone(), text: warning.text.clone() })
            .collect(),
    }
}

/// Choices of a field; reasons come from the office's list.
fn choices(field: &sandika_domain::sop::Field, reasons: &Reasons) -> Vec<ChoiceView> {
    if field.kind == sandika_domain::sop::FieldKind::Reason {
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
    }
}
