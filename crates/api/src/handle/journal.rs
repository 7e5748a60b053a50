//! The journal: looked through, opened, taken out as a file.

use super::{Answer, Change, rows, zone};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use chrono::{Days, NaiveDate, NaiveTime};
use sandika_app::{JournalWanted, Office};
use sandika_domain::calendar::Zone;
use sandika_domain::fact::Moment;
use sandika_store::JournalFilter;
use std::path::Path;

pub(crate) fn journal_state(office: &mut Office, _: NoArgs) -> Answer<JournalStateView> {
    let zone = zone(office)?;
    Ok(JournalStateView::of(office.journal_state()?, zone))
}

pub(crate) fn journal_list(office: &mut Office, args: JournalListArgs) -> Answer<Vec<JournalRowView>> {
    let zone = zone(office)?;
    let (from, until) = period(args.from, args.until, zone);
    let filter = JournalFilter { actor: args.by, action: args.action, from, until };
    Ok(office.journal(&filter, args.before, rows(args.limit))?.into_iter().map(|row| JournalRowView::of(row, zone)).collect())
}

pub(crate) fn journal_show(office: &mut Office, args: JournalEntryArgs) -> Answer<JournalEntryView> {
    let zone = zone(office)?;
    Ok(JournalEntryView::of(office.journal_entry(args.seq)?, zone))
}

pub(crate) fn journal_export(office: &mut Office, args: JournalExportArgs) -> Change<JournalExportView> {
    let (from, until) = period(args.from, args.until, zone(office)?);
    let wanted = JournalWanted { from, until, personal: args.personal };
    Ok(changed(office.take_journal(Path::new(&args.path), &wanted)?.into(), &[Topic::Journal]))
}

/// Two days as moments, the end not included.
fn period(from: Option<NaiveDate>, until: Option<NaiveDate>, zone: Zone) -> (Option<Moment>, Option<Moment>) {
    let begins = |day: NaiveDate| zone.utc(day.and_time(NaiveTime::MIN));
    (from.map(begins), until.and_then(|day| day.checked_add_days(Days::new(1))).map(begins))
}
