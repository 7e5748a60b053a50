//! The course of a case apart from its steps, and its documents.

use super::{Answer, Change, after};
use crate::args::*;
use crate::topic::Topic;
use crate::view::*;
use sandika_app::{Office, START_WAIT};
use sandika_domain::case::Command;
use sandika_domain::fact::Waiver;
use std::path::Path;

pub(crate) fn case_undo(office: &mut Office, args: WhyArgs) -> Change<CaseView> {
    let undone = office.act("undo_step", id("case", &args.case)?, Some(args.revision), Command::Undo { why: args.why });
    after(office, undone).map(|mut answer| {
        answer.changed.push(Topic::Owners);
        answer
    })
}

pub(crate) fn case_approve(office: &mut Office, args: ApproveArgs) -> Change<CaseView> {
    let approved = office.approve(id("case", &args.case)?, Some(args.revision), args.step);
    after(office, approved)
}

pub(crate) fn case_wait(office: &mut Office, args: WaitArgs) -> Change<CaseView> {
    let command = Command::Wait { party: args.party, why: args.why };
    let waiting = office.act(START_WAIT, id("case", &args.case)?, args.revision, command);
    after(office, waiting)
}

pub(crate) fn case_resume(office: &mut Office, args: RevisionArgs) -> Change<CaseView> {
    let resumed = office.act("end_wait", id("case", &args.case)?, args.revision, Command::Resume);
    after(office, resumed)
}

pub(crate) fn case_withdraw(office: &mut Office, args: WhyArgs) -> Change<CaseView> {
    let withdrawn = office.act("withdraw_case", id("case", &args.case)?, Some(args.revision), Command::Withdraw { why: args.why });
    after(office, withdrawn)
}

pub(crate) fn case_reopen(office: &mut Office, args: WhyArgs) -> Change<CaseView> {
    let reopened = office.act("reopen_case", id("case", &args.case)?, Some(args.revision), Command::Reopen { why: args.why });
    after(office, reopened)
}

pub(crate) fn case_note(office: &mut Office, args: TextArgs) -> Change<CaseView> {
    let noted = office.act("note_case", id("case", &args.case)?, None, Command::Note { text: args.text });
    after(office, noted)
}

pub(crate) fn case_assign(office: &mut Office, args: AssignArgs) -> Change<CaseView> {
    let assigned = office.act("assign_case", id("case", &args.case)?, None, Command::Assign { to: args.to });
    after(office, assigned)
}

pub(crate) fn case_attach(office: &mut Office, args: AttachArgs) -> Change<CaseView> {
    let attached = office.attach(id("case", &args.case)?, args.revision, args.step, args.document, Path::new(&args.path));
    after(office, attached)
}

pub(crate) fn case_detach(office: &mut Office, args: DetachArgs) -> Change<CaseView> {
    let command = Command::Detach { step: args.step, document: args.document, hash: args.hash };
    let detached = office.act("detach_document", id("case", &args.case)?, args.revision, command);
    after(office, detached)
}

pub(crate) fn case_waive(office: &mut Office, args: WaiveArgs) -> Change<CaseView> {
    let command = Command::Waive { step: args.step, document: args.document, waiver: Waiver { by: args.by, why: args.why } };
    let waived = office.act("waive_document", id("case", &args.case)?, args.revision, command);
    after(office, waived)
}

pub(crate) fn document_show(office: &mut Office, args: DocumentArgs) -> Answer<FileView> {
    Ok(FileView::of(office.document(id("case", &args.case)?, &args.hash)?))
}

pub(crate) fn document_save(office: &mut Office, args: DocumentSaveArgs) -> Answer<()> {
    Ok(office.save_document(id("case", &args.case)?, &args.hash, Path::new(&args.path))?)
}
