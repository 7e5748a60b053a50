//! A case as its screen shows it.

use super::form::form;
use super::step::step;
use super::{CertificateFields, FormView, StepView, clock, local};
use sandika_app::{CalledSop, CaseFile};
use sandika_domain::case::Status;
use sandika_domain::document::Word;
use sandika_domain::owner::OwnerDetails;
use sandika_domain::sop::{Lane, Party};
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
    /// The government whose SOP it is; many bear the same title.
    pub(crate) sop_government: String,
    /// The SOP's own number, where the document has one.
    pub(crate) sop_number: Option<String>,
    /// Which version of the SOP that is at this office, from 1.
    pub(crate) sop_version: u32,
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
    /// Who takes part, in the order of the SOP: those who can be waited for.
    pub(crate) parties: Vec<PartyView>,
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

/// A paper that proves the reason.
#[derive(Debug, Serialize, TS)]
pub(crate) struct EvidenceView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) present: bool,
    pub(crate) waived: bool,
}

/// Somebody who takes part, as the case's own version of the SOP names them.
#[derive(Debug, Serialize, TS)]
pub(crate) struct PartyView {
    /// To be handed in with `case_wait`.
    pub(crate) id: String,
    pub(crate) name: String,
    /// Not of our own office.
    pub(crate) outside: bool,
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
    /// Its title; its id in plain words where the office has no such SOP.
    pub(crate) title: String,
    /// Whether the office has it; otherwise the step is recorded by hand.
    pub(crate) available: bool,
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
            sop_government: file.sop.identity.government.clone(),
            sop_number: file.sop.identity.number.clone(),
            sop_version: file.sop_version,
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
            parties: file.sop.lanes.iter().map(PartyView::from).collect(),
            waiting: case.waiting.as_ref().map(|waiting| WaitingView {
                party: file.names.lane(&waiting.party),
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
                .map(|note| NoteView {
                    at: local(note.at, zone),
                    by: note.by.clone(),
                    text: note.text.known().cloned().unwrap_or_default(),
                })
                .collect(),
            renewal: file.renewal.map(|window| window.to_string()),
            calls: file.calls.clone().map(CallView::from),
        }
    }
}

impl From<&Lane> for PartyView {
    fn from(lane: &Lane) -> Self {
        Self { id: lane.id.clone(), name: lane.name.clone(), outside: lane.party == Party::Outside }
    }
}

impl From<CalledSop> for CallView {
    fn from(called: CalledSop) -> Self {
        let CalledSop { id, title } = called;
        Self { available: title.is_some(), title: title.unwrap_or_else(|| id.replace('-', " ")), sop: id }
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
