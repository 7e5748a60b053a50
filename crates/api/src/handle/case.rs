//! Cases: opening, showing, filling, completing.

use super::{Answer as Reply, Change, after, rows, zone};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::{NewCase, Office};
use sandika_domain::case::{Command, Completion};
use sandika_domain::fact::Opening;
use sandika_domain::ids::CaseId;
use sandika_domain::sop::Channel;
use sandika_store::CaseFilter;

pub(crate) fn case_open(office: &mut Office, args: CaseOpenArgs) -> Change<CaseView> {
    let new = NewCase {
        sop: chosen(args.sop),
        owner: maybe_id("owner", chosen(args.owner).as_deref())?,
        certificate: maybe_id("certificate", args.certificate.as_deref())?,
        received_on: args.received_on,
        channel: chosen(args.channel).map(|channel| word::<Channel>("channel", &channel)).transpose()?,
        opening: Opening {
            sender: args.sender,
            letter_number: args.letter_number,
            letter_date: args.letter_date,
            reason: args.reason,
            reason_text: args.reason_text,
            effective_on: args.effective_on,
            legal_number: args.legal_number,
            legal_date: args.legal_date,
            can_log_in: args.can_log_in,
        },
    };
    let case = office.open_case(new)?;
    let file = office.case(case)?;
    Ok(changed((&file).into(), &[Topic::Cases, Topic::Letters]))
}

/// What was chosen in a form; what was not is missing there, together with the rest.
fn chosen(word: String) -> Option<String> {
    Some(word).filter(|word| !word.is_empty())
}

pub(crate) fn case_show(office: &mut Office, args: CaseArgs) -> Reply<CaseView> {
    Ok((&office.case(id::<CaseId>("case", &args.case)?)?).into())
}

pub(crate) fn case_list(office: &mut Office, args: CaseListArgs) -> Reply<Vec<CaseSummaryView>> {
    let standings = args.standings.iter().map(|text| standing("standings", text)).collect::<Result<_, _>>()?;
    let filter = CaseFilter {
        standings,
        service: args.service.as_deref().map(|text| word("service", text)).transpose()?,
        assignee: args.assignee,
        owner: maybe_id("owner", args.owner.as_deref())?,
        text: args.text,
    };
    let rows = match args.queue {
        Some(queue) => office.queued(queue.into(), &filter, args.before, rows(args.limit))?,
        None => office.cases(&filter, args.before, rows(args.limit))?,
    };
    Ok(rows.into_iter().map(CaseSummaryView::of).collect())
}

pub(crate) fn case_counts(office: &mut Office, _: NoArgs) -> Reply<Vec<CountView>> {
    Ok(office.counts()?.into_iter().map(CountView::of).collect())
}

pub(crate) fn home_show(office: &mut Office, _: NoArgs) -> Reply<HomeView> {
    let zone = zone(office)?;
    Ok(HomeView::of(office.home()?, zone))
}

pub(crate) fn case_timeline(office: &mut Office, args: CaseArgs) -> Reply<Vec<EntryView>> {
    Ok(EntryView::all(&office.timeline(id("case", &args.case)?)?))
}

pub(crate) fn case_fill(office: &mut Office, args: FillArgs) -> Change<CaseView> {
    let case = id("case", &args.case)?;
    let answers = texts(args.answers);
    let filled = office.act("fill_step", case, args.revision, Command::Fill { step: args.step, answers });
    after(office, filled)
}

pub(crate) fn case_complete(office: &mut Office, args: CompleteArgs) -> Change<CaseView> {
    let (case, seen) = (id("case", &args.case)?, Some(args.revision));
    let command = Command::Complete(completion(office, args)?);
    let done = office.act("complete_step", case, seen, command);
    after(office, done).map(with_owners)
}

pub(crate) fn case_close(office: &mut Office, args: CompleteArgs) -> Change<CaseView> {
    let (case, seen) = (id("case", &args.case)?, Some(args.revision));
    let command = Command::Close(completion(office, args)?);
    let done = office.act("close_case", case, seen, command);
    after(office, done).map(with_owners)
}

fn completion(office: &Office, args: CompleteArgs) -> Reply<Completion> {
    let done_at = args.done_at.as_deref().filter(|text| !text.is_empty());
    Ok(Completion {
        step: args.step,
        answers: texts(args.answers),
        outcome: args.outcome,
        note: args.note,
        done_at: done_at.map(|text| zone(office).and_then(|zone| moment("done_at", text, zone))).transpose()?,
        confirmed: args.confirmed,
    })
}

fn texts(answers: std::collections::BTreeMap<String, Answer>) -> std::collections::BTreeMap<String, String> {
    answers.into_iter().map(|(field, answer)| (field, answer.into_text())).collect()
}

/// A completed step may have changed certificates.
fn with_owners<T>(mut answer: crate::topic::Changed<T>) -> crate::topic::Changed<T> {
    answer.changed.push(Topic::Owners);
    answer
}
