//! From a command to facts.

use super::command::Command;
use super::rejection::Rejection;
use super::state::{Case, Status};
use super::{approval, complete, course, evidence, paper};
use crate::calendar::Zone;
use crate::fact::{Fact, Moment};
use crate::ids::CertificateId;
use crate::owner::{CertificateDetails, CertificateState, OwnerDetails};
use crate::person::OfficialDomains;
use crate::sop::{Reasons, Sop, Step};
use chrono::{NaiveDate, NaiveDateTime};

/// What the register knows of the case's owner and certificate.
#[derive(Clone, Copy, Debug, Default)]
pub struct Register<'a> {
    /// The owner, unless erased.
    pub owner: Option<&'a OwnerDetails>,
    /// When those details were recorded.
    pub owner_recorded_at: Option<Moment>,
    /// The certificate concerned, if one is recorded.
    pub certificate: Option<&'a CertificateDetails>,
    /// Where it stands; active if none is recorded.
    pub state: CertificateState,
    /// Every certificate of the owner.
    pub held: &'a [(CertificateId, CertificateDetails)],
}

/// Everything that a decision looks at beside the case: handed in, never asked for.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The SOP that the case keeps.
    pub sop: &'a Sop,
    /// Reasons that the office knows.
    pub reasons: &'a Reasons,
    /// Which e-mail addresses are official ones.
    pub emails: &'a OfficialDomains,
    /// The register.
    pub register: Register<'a>,
    /// Who works.
    pub actor: &'a str,
    /// A revocation takes two.
    pub two_persons: bool,
    /// Now.
    pub now: Moment,
    /// The office's zone.
    pub zone: Zone,
    /// An unused identity, for a certificate that the command may bring.
    pub fresh: CertificateId,
}

impl Desk<'_> {
    /// Now, by the office's clock.
    pub fn local_now(&self) -> NaiveDateTime {
        self.zone.local(self.now)
    }

    /// Today, in the office.
    pub fn today(&self) -> NaiveDate {
        self.local_now().date()
    }

    /// A step of the SOP.
    ///
    /// # Errors
    /// [`Rejection::BrokenSop`] when the SOP has no such step.
    pub(super) fn step(&self, number: u32) -> Result<&Step, Rejection> {
        self.sop.step(number).ok_or(Rejection::BrokenSop(number))
    }
}

/// Decides on a command. `seen` is the revision that the user looked at; `None` for commands that cannot clash.
///
/// # Errors
/// A [`Rejection`]; the case stays as it is.
pub fn decide(case: &Case, seen: Option<u64>, command: Command, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    if let Some(seen) = seen.filter(|seen| *seen != case.revision) {
        return Err(Rejection::Stale { seen, present: case.revision });
    }
    match command {
        Command::Reopen { why } => course::reopen(case, &why),
        Command::Note { text } => course::note(&text),
        Command::PrintLetter(printing) => paper::print(case, &printing),
        Command::VoidLetter { letter, version, why } => paper::void(case, letter, version, &why),
        Command::NumberElsewhere { letter, version, system, number } => paper::number_elsewhere(case, letter, version, &system, &number),
        Command::IssueLetter(issue) if issue.anywhere => paper::issue(case, issue, desk),
        open_only => {
            must_be_open(case)?;
            decide_open(case, open_only, desk)
        }
    }
}

fn decide_open(case: &Case, command: Command, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    match command {
        Command::Fill { step, answers } => complete::fill(case, step, &answers, desk),
        Command::Complete(completion) => complete::complete(case, completion, desk),
        Command::Close(completion) => complete::close(case, completion, desk),
        Command::Undo { why } => course::undo(case, &why),
        Command::Attach { step, document, file, name } => evidence::attach(case, step, document, file, &name, desk),
        Command::Detach { step, document, hash } => evidence::detach(case, step, document, hash),
        Command::Waive { step, document, waiver } => evidence::waive(case, step, document, &waiver, desk),
        Command::IssueLetter(issue) => paper::issue(case, issue, desk),
        Command::ReturnLetter { letter, version, file, name } => paper::take_back(case, letter, version, file, &name),
        Command::SendMessage { step, message, way, text } => paper::send_message(case, step, message, way, &text, desk),
        Command::Approve { step } => approval::approve(case, step, desk),
        Command::Wait { party, why } => course::wait(case, party, &why, desk),
        Command::Resume => course::resume(case),
        Command::Withdraw { why } => course::withdraw(case, &why),
        Command::Assign { to } => course::assign(to),
        Command::Reopen { .. }
        | Command::Note { .. }
        | Command::PrintLetter(_)
        | Command::VoidLetter { .. }
        | Command::NumberElsewhere { .. } => Ok(Vec::new()),
    }
}

fn must_be_open(case: &Case) -> Result<(), Rejection> {
    match case.status {
        Status::Open => Ok(()),
        Status::Closed => Err(Rejection::Closed),
        Status::Withdrawn => Err(Rejection::Withdrawn),
    }
}

/// The step must be the current one.
pub(super) fn must_be_current(case: &Case, step: u32) -> Result<(), Rejection> {
    if step == case.step { Ok(()) } else { Err(Rejection::OtherStep { asked: step, current: case.step }) }
}

/// The case must have come to the step.
pub(super) fn must_be_reached(case: &Case, step: u32) -> Result<(), Rejection> {
    let reached = step == case.step || case.path.iter().any(|passed| passed.step == step);
    if reached { Ok(()) } else { Err(Rejection::StepNotReached(step)) }
}
