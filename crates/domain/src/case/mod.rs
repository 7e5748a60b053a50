//! The case: its facts, its state, what may be done to it.
//!
//! `decide` looks at a case, its SOP and a command and answers with facts or with a [`Rejection`] that the officer can act on; `Case::apply` makes
//! the next state out of facts. Nothing else changes a case.

mod answer;
mod apply;
mod approval;
mod certificate;
mod checklist;
mod command;
mod compare;
mod complete;
mod condition;
mod course;
mod decide;
mod due;
mod evidence;
mod missing;
mod open;
mod paper;
mod rejection;
mod state;
mod text;

#[cfg(test)]
mod tests;

pub use answer::{FieldFault, FieldFaultKind, RawAnswers};
pub use apply::Recorded;
pub use approval::{revokes, second_person};
pub use certificate::{announced_certificate, stated_revocation};
pub use checklist::{CheckedDocument, DocumentState, changed_since, checklist};
pub use command::{Command, Completion, LetterIssue, PrintEnd, Printing};
pub use compare::{Difference, Warning, compared, differences, warnings};
pub use condition::holds;
pub use decide::{Desk, Register, decide};
pub use due::{Place, Progress, Times, case_due, due_from, progress, step_due};
pub use evidence::{ReasonEvidence, reason_evidence};
pub use missing::{Missing, MissingKind, missing};
pub use open::{OpenCase, OpeningForm, open};
pub use paper::{letter_date, possible_copies, printable};
pub use rejection::{Named, Rejection};
pub use state::{Approval, Attached, Case, CertificateEffect, IssuedLetter, Note, Passed, Sent, Status, StepRecord, Waiting};
