//! A revocation takes two, where the office wants it so: one who agrees, and another who carries it out.

use super::decide::{Desk, must_be_current};
use super::missing::{Missing, MissingKind};
use super::rejection::Rejection;
use super::state::{Approval, Case};
use crate::fact::{ApprovedStep, Fact};
use crate::sop::{Effect, Step};

/// Whether completing the step revokes a certificate.
pub fn revokes(step: &Step) -> bool {
    step.effects.contains(&Effect::CertificateRevoked)
}

/// Agrees to the revocation that the current step is about. Who agreed already does not agree twice.
pub(super) fn approve(case: &Case, step: u32, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    must_be_current(case, step)?;
    if !revokes(desk.step(step)?) {
        return Err(Rejection::NothingToApprove(step));
    }
    let again = case.approvals.iter().any(|approval| approval.by == desk.actor);
    Ok(if again { Vec::new() } else { vec![Fact::RevocationApproved(ApprovedStep { step })] })
}

/// The consent that a revoking step still misses for `actor` to complete it, where `approvals` were given to it as it stands.
pub fn second_person(approvals: &[Approval], step: &Step, two_persons: bool, actor: &str) -> Option<Missing> {
    let agreed = approvals.iter().any(|approval| approval.by != actor);
    (two_persons && revokes(step) && !agreed).then(|| Missing {
        kind: MissingKind::SecondPerson,
        id: "persetujuan".to_owned(),
        label: "Persetujuan pencabutan oleh pengguna lain".to_owned(),
    })
}
