//! Letters on their way out.

use super::{Answer, Change, rows, zone};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use chrono::{Days, NaiveTime};
use sandika_app::Office;
use sandika_domain::ids::LetterId;
use sandika_store::PrintFilter;

pub(crate) fn letter_send(office: &mut Office, args: LetterSendArgs) -> Change<OutgoingView> {
    let zone = zone(office)?;
    let sent = office.send_letter(id("letter", &args.letter)?, args.copies, args.way(), &args.reason)?;
    Ok(changed(OutgoingView::of(&sent, zone), &[Topic::Outgoing]))
}

pub(crate) fn outgoing_list(office: &mut Office, _: NoArgs) -> Answer<Vec<OutgoingView>> {
    let zone = zone(office)?;
    Ok(office.outgoing()?.iter().map(|sent| OutgoingView::of(sent, zone)).collect())
}

pub(crate) fn outgoing_retry(office: &mut Office, args: OutgoingArgs) -> Change<()> {
    office.retry_outgoing(id("id", &args.id)?)?;
    Ok(changed((), &[Topic::Outgoing]))
}

pub(crate) fn outgoing_drop(office: &mut Office, args: OutgoingArgs) -> Change<()> {
    office.drop_outgoing(id("id", &args.id)?)?;
    Ok(changed((), &[Topic::Outgoing, Topic::Letters, Topic::Cases]))
}

pub(crate) fn letter_print_show(office: &mut Office, args: LetterPrintArgs) -> Answer<LetterPrintView> {
    Ok(LetterPrintView::from(office.printing_of(id::<LetterId>("letter", &args.letter)?)?))
}

pub(crate) fn print_log(office: &mut Office, args: PrintLogArgs) -> Answer<Vec<PrintLogView>> {
    let zone = zone(office)?;
    let begins = |day: chrono::NaiveDate| zone.utc(day.and_time(NaiveTime::MIN));
    let filter = PrintFilter {
        letter: maybe_id("letter", args.letter.as_deref())?,
        from: args.from.map(begins),
        until: args.until.and_then(|day| day.checked_add_days(Days::new(1))).map(begins),
    };
    Ok(office.print_log(&filter, args.before, rows(args.limit))?.iter().map(|row| PrintLogView::of(row, zone)).collect())
}
