//! How facts change a case. Applying never fails: what was recorded has happened.

use super::compare::is_about;
use super::state::{Approval, Attached, Case, CertificateEffect, IssuedLetter, Note, Passed, Sent, Status, StepRecord, Waiting};
use crate::fact::{Answers, DetachedDocument, Fact, FilledLetter, LetterChoice, Moment, Personal, SharedLetter};
use crate::ids::LetterId;
use std::collections::BTreeMap;

/// Who recorded a fact, and when.
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'a> {
    /// When.
    pub at: Moment,
    /// User name.
    pub by: &'a str,
}

impl Case {
    /// The case that [`Fact::CaseOpened`] makes; `None` for any other fact.
    pub fn opened(fact: &Fact, recorded: Recorded<'_>) -> Option<Self> {
        let Fact::CaseOpened { case, sop, sop_hash, service, owner, certificate, received_on, channel, agenda, first_step, personal } =
            fact
        else {
            return None;
        };
        Some(Self {
            id: *case,
            sop: sop.clone(),
            sop_hash: sop_hash.clone(),
            service: *service,
            owner: *owner,
            certificate: *certificate,
            received_on: *received_on,
            channel: *channel,
            agenda: agenda.clone(),
            opening: personal.clone(),
            opened_at: recorded.at,
            status: Status::Open,
            step: *first_step,
            entered_at: recorded.at,
            steps: Default::default(),
            path: Vec::new(),
            waiting: None,
            approvals: Vec::new(),
            waits: Vec::new(),
            letters: Vec::new(),
            notes: Vec::new(),
            assignee: None,
            pending_effects: Vec::new(),
            revision: 0,
        })
    }

    /// Replays entries, oldest first; `None` when they do not begin with an opening.
    pub fn replay<'a>(entries: impl IntoIterator<Item = (Recorded<'a>, &'a [Fact])>) -> Option<Self> {
        let mut case: Option<Self> = None;
        for (recorded, facts) in entries {
            match &mut case {
                Some(case) => case.apply_entry(recorded, facts),
                None => {
                    let mut opened = facts.iter().find_map(|fact| Self::opened(fact, recorded))?;
                    opened.apply_entry(recorded, facts);
                    case = Some(opened);
                }
            }
        }
        case
    }

    /// Applies one entry: its facts in order, and the next revision.
    pub fn apply_entry(&mut self, recorded: Recorded<'_>, facts: &[Fact]) {
        for fact in facts {
            self.apply(recorded, fact);
        }
        self.pending_effects.clear();
        self.revision += 1;
    }

    /// Applies one fact. Facts that do not concern a case change nothing.
    pub fn apply(&mut self, recorded: Recorded<'_>, fact: &Fact) {
        match fact {
            Fact::AnswersRecorded { step, personal } => {
                self.approvals.clear();
                self.fill(*step, personal);
            }
            Fact::DocumentAttached { step, document, file, personal } => {
                let name = personal.known().map(|label| label.name.clone()).unwrap_or_default();
                let attached = Attached { document: document.clone(), file: file.clone(), name, at: recorded.at };
                self.record_mut(*step).documents.push(attached);
            }
            Fact::DocumentDetached(DetachedDocument { step, document, hash }) => {
                self.record_mut(*step).documents.retain(|held| !(held.document == *document && held.file.hash == *hash));
            }
            Fact::DocumentWaived { step, document, personal } => {
                self.record_mut(*step).waivers.insert(document.clone(), personal.clone());
            }
            Fact::WarningConfirmed { step, code, personal } => {
                self.record_mut(*step).confirmed.insert(code.clone(), personal.clone());
            }
            Fact::MessageSent { step, message, way, .. } => {
                self.record_mut(*step).messages.push(Sent { message: message.clone(), way: way.clone(), at: recorded.at });
            }
            Fact::LetterIssued { .. }
            | Fact::LetterShared(_)
            | Fact::LetterFilled(_)
            | Fact::LetterReturned { .. }
            | Fact::LetterPrinted { .. }
            | Fact::LetterVoided { .. } => {
                self.apply_letter(recorded, fact);
            }
            Fact::CertificateRecorded { .. }
            | Fact::CertificateRevoked { .. }
            | Fact::CertificateReplaced { .. }
            | Fact::CertificateRestored { .. } => self.apply_certificate(fact),
            _ => self.apply_course(recorded, fact),
        }
    }

    fn apply_course(&mut self, recorded: Recorded<'_>, fact: &Fact) {
        match fact {
            Fact::RevocationApproved(_) => self.approvals.push(Approval { by: recorded.by.to_owned(), at: recorded.at }),
            Fact::StepCompleted { step, outcome, next, returned, done_at, personal } => {
                self.approvals.clear();
                self.path.push(Passed {
                    step: *step,
                    entered_at: self.entered_at,
                    done_at: *done_at,
                    recorded_at: recorded.at,
                    by: recorded.by.to_owned(),
                    outcome: outcome.clone(),
                    returned: *returned,
                    note: personal.clone(),
                    effects: std::mem::take(&mut self.pending_effects),
                });
                if let Some(next) = next {
                    self.step = *next;
                    self.entered_at = *done_at;
                }
            }
            Fact::StepUndone { step, .. } => {
                self.approvals.clear();
                if let Some(passed) = self.path.pop() {
                    self.entered_at = passed.entered_at;
                }
                self.step = *step;
                self.status = Status::Open;
            }
            Fact::WaitStarted { party, personal, .. } => {
                self.waiting = Some(Waiting { party: party.clone(), why: personal.clone(), since: recorded.at });
            }
            Fact::WaitEnded { .. } => self.end_wait(recorded.at),
            Fact::CaseClosed {} => self.status = Status::Closed,
            Fact::CaseWithdrawn { .. } => {
                self.end_wait(recorded.at);
                self.status = Status::Withdrawn;
            }
            Fact::CaseReopened { step, .. } => {
                self.approvals.clear();
                self.status = Status::Open;
                self.step = *step;
                self.entered_at = recorded.at;
            }
            Fact::CaseNoted { personal } => {
                self.notes.push(Note { at: recorded.at, by: recorded.by.to_owned(), text: personal.clone() });
            }
            Fact::CaseAssigned { to } => self.assignee.clone_from(to),
            _ => {}
        }
    }

    fn apply_letter(&mut self, recorded: Recorded<'_>, fact: &Fact) {
        match fact {
            Fact::LetterIssued { letter, version, template, step, number, dated, file, scan_back, cases, .. }
            | Fact::LetterShared(SharedLetter { letter, version, template, step, number, dated, file, scan_back, cases }) => {
                self.letters.retain(|older| older.letter != *letter);
                self.letters.push(IssuedLetter {
                    letter: *letter,
                    version: *version,
                    template: template.clone(),
                    step: *step,
                    number: number.clone(),
                    dated: *dated,
                    cases: cases.clone(),
                    file: file.clone(),
                    at: recorded.at,
                    scan_back: *scan_back,
                    returned: None,
                    printed: 0,
                    voided: false,
                    choice: LetterChoice::default(),
                    values: BTreeMap::new().into(),
                });
            }
            Fact::LetterFilled(FilledLetter { letter, version, choice, personal }) => self.change_letter(*letter, *version, |held| {
                (held.choice, held.values) = (choice.clone(), personal.clone());
            }),
            Fact::LetterReturned { letter, version, file, .. } => {
                self.change_letter(*letter, *version, |held| held.returned = Some(file.clone()));
            }
            Fact::LetterPrinted { letter, version, copies, .. } => {
                self.change_letter(*letter, *version, |held| held.printed = held.printed.saturating_add(*copies));
            }
            Fact::LetterVoided { letter, version, .. } => self.change_letter(*letter, *version, |held| held.voided = true),
            _ => {}
        }
    }

    /// Changes a letter, unless a later version has taken its place.
    fn change_letter(&mut self, letter: LetterId, version: u32, change: impl Fn(&mut IssuedLetter)) {
        self.letters.iter_mut().filter(|held| held.letter == letter && held.version == version).for_each(change);
    }

    fn apply_certificate(&mut self, fact: &Fact) {
        match fact {
            Fact::CertificateRecorded { certificate, .. } => {
                self.certificate.get_or_insert(*certificate);
                self.add_effect(CertificateEffect::Recorded(*certificate));
            }
            Fact::CertificateRevoked { certificate, .. } => {
                self.certificate.get_or_insert(*certificate);
                self.add_effect(CertificateEffect::Revoked(*certificate));
            }
            Fact::CertificateReplaced { certificate, by } => self.add_effect(CertificateEffect::Replaced(*certificate, *by)),
            Fact::CertificateRestored { withdrawn, .. } if self.certificate == *withdrawn => self.certificate = None,
            _ => {}
        }
    }

    fn fill(&mut self, step: u32, personal: &Personal<Answers>) {
        let Some(answers) = personal.known() else { return };
        let record = self.record_mut(step);
        // A warning was confirmed for the value that stood there.
        record.confirmed.retain(|code, _| !answers.keys().any(|field| is_about(code, field)));
        for (field, value) in answers {
            if value.is_empty() {
                record.answers.remove(field);
            } else {
                record.answers.insert(field.clone(), value.clone());
            }
        }
    }

    /// An effect joins the entry's completion. A certificate that is recorded only to be revoked, or to replace another, is told once.
    fn add_effect(&mut self, effect: CertificateEffect) {
        let told = match effect {
            CertificateEffect::Revoked(certificate) | CertificateEffect::Replaced(_, certificate) => Some(certificate),
            CertificateEffect::Recorded(_) => None,
        };
        self.pending_effects.retain(|held| told.is_none_or(|told| *held != CertificateEffect::Recorded(told)));
        self.pending_effects.push(effect);
    }

    fn end_wait(&mut self, at: Moment) {
        if let Some(waiting) = self.waiting.take() {
            self.waits.push((waiting.since, at.max(waiting.since)));
        }
    }

    fn record_mut(&mut self, step: u32) -> &mut StepRecord {
        self.steps.entry(step).or_default()
    }
}
