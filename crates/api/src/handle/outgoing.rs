//! Letters on their way out.

use super::{Answer, Change, zone};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::Office;

pub(crate) fn letter_send(office: &mut Office, args: LetterSendArgs) -> Change<OutgoingView> {
    let zone = zone(office)?;
    let sent = office.send_letter(id("letter", &args.letter)?, args.copies, args.way())?;
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
    Ok(changed((), &[Topic::Outgoing]))
}
