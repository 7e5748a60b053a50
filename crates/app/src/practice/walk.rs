//! One request of the practice office on its way along its SOP.

use super::Known;
use super::answers::answers;
use super::script::{CaseScript, Script};
use crate::cases::NewCase;
use crate::error::AppError;
use crate::letters::LetterRequest;
use crate::office::Office;
use chrono::{Days, DurationRound, NaiveTime, TimeDelta};
use sandika_domain::calendar::{Calendar, Zone};
use sandika_domain::case::{Command, Completion, MissingKind, Status, holds};
use sandika_domain::document::Word;
use sandika_domain::fact::{Moment, Opening};
use sandika_domain::ids::CaseId;
use sandika_domain::sop::{Channel, Step};
use sandika_store::START_WAIT;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A request and when it goes on.
pub(super) struct Walk<'s> {
    script: &'s Script,
    plan: &'s CaseScript,
    case: Option<CaseId>,
    sent_back: bool,
    /// When its next step is done.
    pub(super) at: Moment,
    /// It has come as far as it should.
    pub(super) rests: bool,
}

impl<'s> Walk<'s> {
    /// A request that is still to be opened.
    pub(super) fn begin(script: &'s Script, plan: &'s CaseScript, calendar: &Calendar, zone: Zone, now: Moment) -> Self {
        Self { script, plan, case: None, sent_back: false, at: opening(plan, calendar, zone, now), rests: false }
    }

    /// Opens the request, or takes it one step further.
    pub(super) fn go_on(&mut self, office: &mut Office, owners: &BTreeMap<&str, Known>) -> Result<(), AppError> {
        match self.case {
            None => self.case = Some(self.open(office, owners)?),
            Some(case) => self.pass(office, case)?,
        }
        self.at += TimeDelta::minutes(self.plan.minutes);
        Ok(())
    }

    fn open(&self, office: &mut Office, owners: &BTreeMap<&str, Known>) -> Result<CaseId, AppError> {
        let plan = self.plan;
        let known = owners.get(plan.owner.as_str()).ok_or_else(|| AppError::not_found("owner", "Pemilik", &plan.owner))?;
        let today = office.zone()?.local(office.now()).date();
        let revoked = plan.reason.is_some();
        let new = NewCase {
            sop: Some(plan.sop.clone()),
            owner: Some(known.owner),
            certificate: Some(known.certificate),
            received_on: Some(today),
            channel: Channel::from_word(&plan.channel),
            opening: Opening {
                sender: plan.sender.clone(),
                letter_number: plan.letter_number.clone(),
                letter_date: today.checked_sub_days(Days::new(1)),
                reason: plan.reason.clone(),
                reason_text: plan.reason_text.clone(),
                effective_on: revoked.then_some(today),
                legal_number: if revoked { "800.1/15/CTH".to_owned() } else { String::new() },
                legal_date: today.checked_sub_days(Days::new(14)).filter(|_| revoked),
                can_log_in: Some(true),
            },
        };
        let case = office.open_case(new)?;
        if plan.assigned {
            let to = Some(office.actor().to_owned());
            office.act("assign_case", case, None, Command::Assign { to })?;
        }
        Ok(case)
    }

    fn pass(&mut self, office: &mut Office, case: CaseId) -> Result<(), AppError> {
        let file = office.case(case)?;
        let Some(step) = file.step().filter(|_| file.case.status == Status::Open).cloned() else {
            self.rests = true;
            return Ok(());
        };
        let returns = self.plan.send_back.as_ref().filter(|_| !self.sent_back);
        if self.plan.until == Some(step.number) && returns.is_none() {
            self.rests = true;
            return self.rest(office, case, &step);
        }
        let back = returns.filter(|returns| returns.step == step.number).map(|returns| returns.note.clone());
        self.sent_back |= back.is_some();
        if back.is_none() {
            let filled = answers(self.script, &file, &step);
            office.act("fill_step", case, None, Command::Fill { step: step.number, answers: filled })?;
            gather(office, case, &step)?;
            self.issue(office, case, &step, self.plan.all_letters)?;
            gather(office, case, &step)?;
        }
        let outcome = step.outcomes.iter().find(|outcome| outcome.returns == back.is_some()).map(|outcome| outcome.name.clone());
        let completion = Completion { step: step.number, outcome, note: back.unwrap_or_default(), ..Completion::default() };
        office.act("complete_step", case, None, Command::Complete(completion)).map(drop)
    }

    /// What is seen of a request that stands.
    fn rest(&self, office: &mut Office, case: CaseId, step: &Step) -> Result<(), AppError> {
        if self.plan.without_scan {
            self.issue(office, case, step, false)?;
        }
        if let Some(wait) = &self.plan.wait {
            let command = Command::Wait { party: wait.party.clone(), why: wait.why.clone() };
            office.act(START_WAIT, case, None, command)?;
        }
        Ok(())
    }

    /// Issues the letters that the step needs, and with `all` those that it only offers.
    fn issue(&self, office: &mut Office, case: CaseId, step: &Step, all: bool) -> Result<(), AppError> {
        let file = office.case(case)?;
        for offer in step.letters.iter().filter(|offer| (all || offer.required) && holds(offer.condition.as_ref(), &file.case)) {
            if file.case.letter_at(step.number, &offer.id).is_none() {
                let request =
                    LetterRequest { template: offer.id.clone(), values: self.script.letter_values.clone(), ..LetterRequest::default() };
                office.issue_letter(case, None, step.number, &request)?;
            }
        }
        Ok(())
    }
}

/// Brings the papers and signed letters that the step misses.
fn gather(office: &mut Office, case: CaseId, step: &Step) -> Result<(), AppError> {
    for missing in office.case(case)?.missing {
        match missing.kind {
            MissingKind::Document | MissingKind::ReasonEvidence => {
                let path = paper(&missing.id, case);
                office.attach(case, None, step.number, missing.id, &path)?;
            }
            MissingKind::Scan => {
                let file = office.case(case)?;
                let unsigned = file.case.letters.iter().find(|held| held.template == missing.id && held.returned.is_none());
                if let Some(letter) = unsigned {
                    office.return_letter(case, None, letter.letter, letter.version, &paper(&missing.id, case))?;
                }
            }
            MissingKind::Field | MissingKind::Letter | MissingKind::SecondPerson => {}
        }
    }
    Ok(())
}

/// A name that tells the papers of one request from those of another.
fn paper(name: &str, case: CaseId) -> PathBuf {
    let id = case.to_string();
    Path::new(&format!("{name}-{}.pdf", id.get(24..).unwrap_or(&id))).to_owned()
}

/// When a request is opened: some hours ago, or so many working days ago at a time of day.
fn opening(plan: &CaseScript, calendar: &Calendar, zone: Zone, now: Moment) -> Moment {
    if let Some(hours) = plan.hours_ago {
        let minute = now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now);
        return minute - TimeDelta::minutes(hours * 60 + 30);
    }
    let mut day = zone.local(now).date();
    let mut left = plan.working_days;
    while left > 0 {
        day = day - Days::new(1);
        left -= u32::from(calendar.is_working_day(day));
    }
    zone.utc(day.and_time(NaiveTime::parse_from_str(&plan.clock, "%H:%M").unwrap_or_default()))
}
