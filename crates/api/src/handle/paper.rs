//! Letters and messages.

use super::{Answer, Change, after, rows, with_letters, zone};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::{Batch, LetterRequest, Office};
use sandika_domain::case::Command;
use sandika_domain::ids::{CaseId, LetterId};
use sandika_store::LetterFilter;
use std::path::Path;

fn request(args: LetterArgs) -> Answer<(CaseId, LetterRequest)> {
    let case = id("case", &args.case)?;
    let request = LetterRequest {
        template: args.template,
        corrects: maybe_id("corrects", args.corrects.as_deref())?,
        signatory: args.signatory,
        dated: args.dated,
        paper: args.paper.map(Into::into),
        signing: args.signing.map(Into::into),
        sequence: args.sequence,
        values: args.values,
    };
    Ok((case, request))
}

pub(crate) fn letter_filled(office: &mut Office, args: CaseLetterArgs) -> Answer<LetterFilledView> {
    let held = office.issued_letter(id("case", &args.case)?, id("letter", &args.letter)?)?;
    Ok((&held).into())
}

pub(crate) fn letter_preview(office: &mut Office, args: LetterArgs) -> Answer<PdfView> {
    let (case, request) = request(args)?;
    Ok(PdfView::of(&office.preview_letter(case, &request)?))
}

pub(crate) fn letter_issue(office: &mut Office, args: LetterIssueArgs) -> Change<IssuedView> {
    let (case, request) = request(args.letter)?;
    let issued = office.issue_letter(case, Some(args.revision), args.step, &request)?;
    let file = office.case(case)?;
    let view = IssuedView {
        letter: issued.letter.to_string(),
        version: issued.version,
        number: issued.number,
        hash: issued.file.hash,
        case: (&file).into(),
    };
    Ok(changed(view, &[Topic::Cases, Topic::Letters]))
}

fn batch(args: LetterBatchArgs) -> Answer<Batch> {
    let letter = LetterRequest {
        template: args.template,
        corrects: None,
        signatory: args.signatory,
        dated: args.dated,
        paper: args.paper.map(Into::into),
        signing: args.signing.map(Into::into),
        sequence: None,
        values: args.values,
    };
    let cases = args.cases.iter().map(|case| id("cases", case)).collect::<Answer<Vec<CaseId>>>()?;
    Ok(Batch { cases, shape: args.shape.into(), letter })
}

pub(crate) fn letter_batch_check(office: &mut Office, args: LetterBatchArgs) -> Answer<BatchCheckView> {
    let batch = batch(args)?;
    Ok(BatchCheckView::of(office.check_batch(&batch)?, batch.shape))
}

pub(crate) fn letter_batch(office: &mut Office, args: LetterBatchArgs) -> Change<BatchDoneView> {
    let done = office.issue_batch(&batch(args)?)?;
    Ok(changed(BatchDoneView::of(done), &[Topic::Cases, Topic::Letters]))
}

pub(crate) fn letter_list(office: &mut Office, args: LetterListArgs) -> Answer<Vec<LetterView>> {
    let (case, letter) = (maybe_id("case", args.case.as_deref())?, maybe_id("letter", args.letter.as_deref())?);
    let filter = LetterFilter { case, letter, scan_missing: args.scan_missing };
    let zone = zone(office)?;
    Ok(office.letters(&filter, args.before, rows(args.limit))?.iter().map(|row| LetterView::of(row, zone)).collect())
}

pub(crate) fn letter_show(office: &mut Office, args: LetterVersionArgs) -> Answer<PdfView> {
    Ok(PdfView::of(&office.letter_pdf(id::<LetterId>("letter", &args.letter)?, args.version)?))
}

pub(crate) fn letter_save(office: &mut Office, args: LetterSaveArgs) -> Answer<()> {
    Ok(office.save_letter(id("letter", &args.letter)?, args.version, Path::new(&args.path))?)
}

pub(crate) fn letter_return(office: &mut Office, args: LetterReturnArgs) -> Change<CaseView> {
    let letter = id("letter", &args.letter)?;
    let returned = office.return_letter(id("case", &args.case)?, args.revision, letter, args.version, Path::new(&args.path));
    after(office, returned).map(with_letters)
}

pub(crate) fn message_compose(office: &mut Office, args: MessageArgs) -> Answer<MessageView> {
    let composed = office.compose_message(id("case", &args.case)?, &args.message, &args.note)?;
    Ok(MessageView { subject: composed.subject, text: composed.text, email: composed.email, phone: composed.phone })
}

pub(crate) fn message_mail(office: &mut Office, args: MessageMailArgs) -> Change<MailedView> {
    let case = id("case", &args.case)?;
    let (_, place) = office.mail_message(case, args.revision, args.step, &args.message, &args.note)?;
    let file = office.case(case)?;
    Ok(changed(MailedView { place, case: (&file).into() }, &[Topic::Cases]))
}

pub(crate) fn message_record(office: &mut Office, args: MessageRecordArgs) -> Change<CaseView> {
    let command = Command::SendMessage { step: args.step, message: args.message, way: args.way, text: args.text };
    let recorded = office.act("record_message", id("case", &args.case)?, args.revision, command);
    after(office, recorded)
}
