//! The state of a case, as its facts have made it.

use crate::fact::{Answers, FileRef, LetterChoice, Moment, Opening, Personal, TakenNumber, Waiver};
use crate::ids::{CaseId, CertificateId, LetterId, OwnerId};
use crate::sop::{Channel, ServiceKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a case stands as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// In work; may be waiting for somebody outside.
    Open,
    /// Its last step is done.
    Closed,
    /// Given up.
    Withdrawn,
}

/// A document at a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Document id.
    pub document: String,
    /// The stored bytes.
    pub file: FileRef,
    /// File name as it came; empty when erased.
    pub name: String,
    /// When it was put there.
    pub at: Moment,
}

/// A message that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Message id.
    pub message: String,
    /// By which way.
    pub way: String,
    /// When.
    pub at: Moment,
}

/// What has been gathered at one step. It outlives returns and undone completions: nothing typed is lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepRecord {
    /// Filled-in fields.
    pub answers: Answers,
    /// Documents, in the order of arrival.
    pub documents: Vec<Attached>,
    /// Written waivers by document id.
    pub waivers: BTreeMap<String, Personal<Waiver>>,
    /// Confirmed warnings by code.
    pub confirmed: BTreeMap<String, Personal<String>>,
    /// Sent messages.
    pub messages: Vec<Sent>,
}

/// One completion of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// Step number.
    pub step: u32,
    /// When the case had come to the step.
    pub entered_at: Moment,
    /// When it was done.
    pub done_at: Moment,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// Who recorded it.
    pub by: String,
    /// Outcome at a decision.
    pub outcome: Option<String>,
    /// The way back for completion.
    pub returned: bool,
    /// Remark or what is missing.
    pub note: Personal<String>,
    /// Certificates that were touched together with this completion.
    pub effects: Vec<CertificateEffect>,
}

/// What a completion did to a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertificateEffect {
    /// It was recorded, and nothing else done to it: a renewal of a certificate that the register did not know.
    Recorded(CertificateId),
    /// It was revoked.
    Revoked(CertificateId),
    /// It was replaced by the second one.
    Replaced(CertificateId, CertificateId),
}

/// Somebody agreed to what the current step is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// User name.
    pub by: String,
    /// When.
    pub at: Moment,
}

/// An ongoing wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// For whom.
    pub party: String,
    /// For what.
    pub why: Personal<String>,
    /// Since when.
    pub since: Moment,
}

/// A letter of the case, in its newest version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedLetter {
    /// The letter.
    pub letter: LetterId,
    /// Version.
    pub version: u32,
    /// Template id.
    pub template: String,
    /// Step that issued it.
    pub step: u32,
    /// Its number.
    pub number: Option<TakenNumber>,
    /// Its date.
    pub dated: NaiveDate,
    /// The cases that the one paper is about, the one that issued it first; empty for a letter of this case alone.
    pub cases: Vec<CaseId>,
    /// The PDF.
    pub file: FileRef,
    /// When.
    pub at: Moment,
    /// The signed scan is asked for.
    pub scan_back: bool,
    /// The signed letter, when it is back.
    pub returned: Option<FileRef>,
    /// How often it was printed.
    pub printed: u32,
    /// It will not be used; its number stays used.
    pub voided: bool,
    /// What was chosen for it instead of what is usual.
    pub choice: LetterChoice,
    /// Values that the officer gave, by their names.
    pub values: Personal<BTreeMap<String, String>>,
}

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: String,
    /// The text.
    pub text: Personal<String>,
}

/// A case (*perkara*). Made and changed by facts only: [`Case::opened`] and [`Case::apply`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Identity.
    pub id: CaseId,
    /// SOP id.
    pub sop: String,
    /// Hash of the SOP's text that the case keeps.
    pub sop_hash: String,
    /// Kind of service.
    pub service: ServiceKind,
    /// Owner of the certificate.
    pub owner: OwnerId,
    /// The certificate concerned.
    pub certificate: Option<CertificateId>,
    /// Day of arrival.
    pub received_on: NaiveDate,
    /// How it came in.
    pub channel: Channel,
    /// Agenda number.
    pub agenda: TakenNumber,
    /// What the request says.
    pub opening: Personal<Opening>,
    /// When it was opened.
    pub opened_at: Moment,
    /// Whole state.
    pub status: Status,
    /// Current step; the last one when the case has ended.
    pub step: u32,
    /// When the current step began.
    pub entered_at: Moment,
    /// What was gathered, by step number.
    pub steps: BTreeMap<u32, StepRecord>,
    /// Completions that hold, oldest first.
    pub path: Vec<Passed>,
    /// The present wait.
    pub waiting: Option<Waiting>,
    /// Who agreed to the current step as it stands.
    pub approvals: Vec<Approval>,
    /// Waits that are over: the working clock rested then.
    pub waits: Vec<(Moment, Moment)>,
    /// Letters, oldest first.
    pub letters: Vec<IssuedLetter>,
    /// Remarks, oldest first.
    pub notes: Vec<Note>,
    /// User name of the one who works on it.
    pub assignee: Option<String>,
    /// Certificate effects of the entry being applied, until its completion takes them.
    pub(super) pending_effects: Vec<CertificateEffect>,
    /// Counts the entries applied: a command names the revision that its user saw.
    pub revision: u64,
}

impl Case {
    /// What was gathered at a step, empty if nothing.
    pub fn record(&self, step: u32) -> &StepRecord {
        static NOTHING: std::sync::OnceLock<StepRecord> = std::sync::OnceLock::new();
        self.steps.get(&step).unwrap_or_else(|| NOTHING.get_or_init(StepRecord::default))
    }

    /// The filled-in value of a field, if any.
    pub fn answer(&self, step: u32, field: &str) -> Option<&str> {
        self.steps.get(&step)?.answers.get(field).map(String::as_str)
    }

    /// A letter in its newest version, void or not.
    pub fn letter(&self, letter: LetterId) -> Option<&IssuedLetter> {
        self.letters.iter().find(|held| held.letter == letter)
    }

    /// The newest letter of a template that a step has issued and that holds: one that was voided is as good as none.
    pub fn letter_at(&self, step: u32, template: &str) -> Option<&IssuedLetter> {
        self.letters.iter().rev().find(|held| held.step == step && held.template == template && !held.voided)
    }

    /// The newest completion of a step that holds.
    pub fn passed(&self, step: u32) -> Option<&Passed> {
        self.path.iter().rev().find(|passed| passed.step == step)
    }

    /// Revocation reason id, if the opening is readable and names one.
    pub fn reason(&self) -> Option<&str> {
        self.opening.known()?.reason.as_deref()
    }
}
