//! Print sets.

use super::{Answer, Change, zone};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::{Office, SetItem};

pub(crate) fn print_set_show(office: &mut Office, args: CaseArgs) -> Answer<Vec<SetPaperView>> {
    Ok(office.print_set(id("case", &args.case)?)?.into_iter().map(SetPaperView::of).collect())
}

pub(crate) fn print_set_send(office: &mut Office, args: PrintSetArgs) -> Change<Vec<SetLineView>> {
    let (case, way, zone) = (id("case", &args.case)?, args.way(), zone(office)?);
    let items = args.papers.into_iter().map(item).collect::<Answer<Vec<_>>>()?;
    let lines = office.send_set(case, &items, &way, &args.reason)?;
    let lines = lines.into_iter().map(|line| SetLineView::of(line, zone)).collect();
    Ok(changed(lines, &[Topic::Outgoing, Topic::Letters, Topic::Cases]))
}

fn item(args: SetItemArgs) -> Answer<SetItem> {
    let letter = maybe_id("letter", args.letter.as_deref())?;
    let letter = letter.map(|letter| (letter, args.version.unwrap_or(1)));
    Ok(SetItem { template: args.template, letter, copies: args.copies, renew: args.renew })
}
