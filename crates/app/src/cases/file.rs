//! A case with everything that its screen shows.

use super::names::Names;
use crate::error::AppError;
use crate::office::Office;
use chrono::NaiveDateTime;
use sandika_domain::calendar::Zone;
use sandika_domain::case::{
    Approval, Case, Difference, Missing, Progress, ReasonEvidence, Status, Times, Warning, case_due, compared, differences, progress,
    reason_evidence, revokes, step_due, warnings,
};
use sandika_domain::fact::Moment;
use sandika_domain::ids::CaseId;
use sandika_domain::owner::{OwnerDetails, RenewalWindow, renewal_window};
use sandika_domain::sop::{Reasons, ServiceKind, Sop, Step};
use sandika_store::{CertificateRow, Entry, LetterRow};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A case, its SOP, its people, its times.
#[derive(Clone, Debug)]
pub struct CaseFile {
    /// The state.
    pub case: Case,
    /// The definition that it keeps.
    pub sop: Arc<Sop>,
    /// Which version of its SOP that is at this office, from 1.
    pub sop_version: u32,
    /// What its things are called.
    pub names: Names,
    /// The owner, unless erased.
    pub owner: Option<OwnerDetails>,
    /// The certificate concerned, if one is recorded.
    pub certificate: Option<CertificateRow>,
    /// Every step with its time against the standard.
    pub progress: Vec<Progress>,
    /// When the current step is due, by the office's clock.
    pub step_due: Option<NaiveDateTime>,
    /// When the case is due; none when the calendar cannot tell.
    pub case_due: Option<NaiveDateTime>,
    /// Years between opening and due time for which no holidays are known: the due times may be off by those.
    pub years_without_holidays: Vec<i32>,
    /// What the current step still misses.
    pub missing: Vec<Missing>,
    /// Who agreed to the revocation at the current step, where it takes two.
    pub consent: Option<Consent>,
    /// Field that is compared with the register → the register's value.
    pub compared: BTreeMap<String, String>,
    /// What AMS shows beside the register.
    pub differences: Vec<Difference>,
    /// What to look at twice.
    pub warnings: Vec<Warning>,
    /// Evidence that the reason asks for.
    pub evidence: Vec<ReasonEvidence>,
    /// Labels of reasons.
    pub reasons: Reasons,
    /// Whether AMS would renew now; renewals only.
    pub renewal: Option<RenewalWindow>,
    /// All versions of its letters.
    pub letters: Vec<LetterRow>,
    /// Another SOP that the current step calls.
    pub calls: Option<CalledSop>,
    /// The office's zone.
    pub zone: Zone,
    /// The moment of reading.
    pub now: Moment,
}

/// The consent that a revocation takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Who agreed.
    pub by: Vec<Approval>,
    /// The one who works may agree, and has not yet.
    pub offered: bool,
}

/// Another SOP that a step calls.
#[derive(Clone, Debug)]
pub struct CalledSop {
    /// Its id.
    pub id: String,
    /// Its title in the library; none where the office has no such SOP, and the step is recorded by hand.
    pub title: Option<String>,
}

impl CaseFile {
    /// The current step.
    pub fn step(&self) -> Option<&Step> {
        self.sop.step(self.case.step)
    }
}

/// Every entry of a case, oldest first.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// Entries.
    pub entries: Vec<Entry>,
    /// What the things of the case are called.
    pub names: Names,
    /// The office's zone.
    pub zone: Zone,
}

/// Most letters that are read with a case; no case comes near.
const LETTERS: usize = 500;

impl Office {
    /// A case with everything that its screen shows.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn case(&self, id: CaseId) -> Result<CaseFile, AppError> {
        let case = self.case_state(id)?;
        let bench = self.bench(&case)?;
        let now = self.now();
        let times = Times { sop: &bench.sop, calendar: &self.content.calendar, zone: bench.zone, now };
        let desk = bench.desk(now);
        let step = bench.sop.step(case.step).filter(|_| case.status == Status::Open);
        let answers = &case.record(case.step).answers;
        let certificate = case.certificate.map(|id| self.read().certificate(id)).transpose()?.flatten();
        let due = case_due(&case, &times).ok();
        let letters = self.letters_of(&case, None, LETTERS)?;
        Ok(CaseFile {
            progress: progress(&case, &times),
            step_due: step_due(&case, &times).unwrap_or_default(),
            case_due: due,
            years_without_holidays: due
                .map(|due| self.content.calendar.years_without_data(case.received_on, due.date()))
                .unwrap_or_default(),
            missing: step.map(|step| bench.missing(&case, step, answers)).unwrap_or_default(),
            consent: step.filter(|step| bench.two_persons && revokes(step)).map(|_| self.consent(&case)),
            compared: step.map(|step| compared(step, &desk)).unwrap_or_default(),
            differences: step.map(|step| differences(step, answers, &desk)).unwrap_or_default(),
            warnings: step.map(|step| warnings(&case, step, answers, &desk)).unwrap_or_default(),
            evidence: reason_evidence(&case, &bench.reasons),
            renewal: self.renewal(&case, certificate.as_ref(), bench.zone),
            calls: self.calls(&case, &bench.sop),
            letters,
            sop_version: self.read().sop_version(&case.sop_hash)?.unwrap_or(1),
            names: Names::of(bench.sop.clone(), &self.content),
            sop: bench.sop,
            owner: bench.owner,
            reasons: bench.reasons,
            zone: bench.zone,
            certificate,
            case,
            now,
        })
    }

    /// What happened in a case.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn timeline(&self, id: CaseId) -> Result<Timeline, AppError> {
        let case = self.case_state(id)?;
        let mut entries = self.read().case_entries(id)?;
        // A clock that was set back stands where it explains the order.
        entries.extend(self.read().clock_moves_of(id)?);
        entries.sort_by_key(|entry| entry.header.seq);
        Ok(Timeline { entries, names: Names::of(self.pinned(&case.sop_hash)?, &self.content), zone: self.zone()? })
    }

    fn renewal(&self, case: &Case, certificate: Option<&CertificateRow>, zone: Zone) -> Option<RenewalWindow> {
        let renewed = case.path.iter().any(|passed| !passed.effects.is_empty());
        let open_renewal = case.service == ServiceKind::Renewal && case.status == Status::Open && !renewed;
        let until = certificate.filter(|_| open_renewal)?.details.known()?.valid_until?;
        Some(renewal_window(until, zone.local(self.now()).date()))
    }

    fn calls(&self, case: &Case, sop: &Sop) -> Option<CalledSop> {
        let called = sop.sub_sops.iter().find(|called| called.step == case.step)?;
        let title = self.content.sops.get(&called.id).map(|library| library.parsed.sop.identity.title.clone());
        Some(CalledSop { id: called.id.clone(), title })
    }
}
