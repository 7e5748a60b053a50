//! How long files are kept, and the way of those that are destroyed.

use super::{Answer, Change, rows, zone};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::{Office, RetentionList};
use sandika_domain::ids::OwnerId;
use std::path::Path;

pub(crate) fn retention_show(office: &mut Office, _: NoArgs) -> Answer<RetentionView> {
    Ok(RetentionView::of(office)?)
}

pub(crate) fn retention_list(office: &mut Office, args: RetentionListArgs) -> Answer<RetentionListView> {
    let (zone, list) = (zone(office)?, RetentionList::from(args.list));
    let typed = args.text.unwrap_or_default().trim().to_lowercase();
    let fits = |name: &str, institution: &str| format!("{name} {institution}").to_lowercase().contains(&typed);
    let mut files = office.retention_files()?;
    files.retain(|file| file.is_in(list) && fits(&file.kept.name, &file.kept.institution));
    let total = u32::try_from(files.len()).unwrap_or(u32::MAX);
    let page = files.into_iter().skip(args.skip.unwrap_or(0) as usize).take(rows(args.limit));
    Ok(RetentionListView { total, files: page.map(|file| RetentionFileView::of(file, zone)).collect() })
}

pub(crate) fn retention_list_save(office: &mut Office, args: RetentionListSaveArgs) -> Answer<()> {
    Ok(office.save_retention_list(args.list.into(), Path::new(&args.path))?)
}

pub(crate) fn retention_table(office: &mut Office, args: RetentionTableFields) -> Change<RetentionView> {
    office.record_retention_table(args.try_into()?)?;
    after(office)
}

pub(crate) fn retention_hold(office: &mut Office, args: RetentionHoldArgs) -> Change<()> {
    let owner: OwnerId = id("owner", &args.owner)?;
    office.hold_file(owner, &args.reason)?;
    Ok(changed((), &[Topic::Retention]))
}

pub(crate) fn retention_release(office: &mut Office, args: OwnerArgs) -> Change<()> {
    let owner: OwnerId = id("owner", &args.owner)?;
    office.release_file(owner)?;
    Ok(changed((), &[Topic::Retention]))
}

pub(crate) fn destruction_propose(office: &mut Office, args: DestructionProposeArgs) -> Change<RetentionView> {
    office.propose_destruction(&args.owners()?)?;
    after(office)
}

pub(crate) fn destruction_approve(office: &mut Office, args: DestructionArgs) -> Change<RetentionView> {
    office.approve_destruction(id("proposal", &args.proposal)?)?;
    after(office)
}

pub(crate) fn destruction_drop(office: &mut Office, args: DestructionArgs) -> Change<RetentionView> {
    office.drop_destruction(id("proposal", &args.proposal)?)?;
    after(office)
}

pub(crate) fn destruction_carry_out(office: &mut Office, args: DestructionCarryOutArgs) -> Change<RetentionView> {
    let proposal = id("proposal", &args.proposal)?;
    office.carry_out_destruction(proposal, &args.into())?;
    erased(office)
}

pub(crate) fn destruction_finish(office: &mut Office, _: NoArgs) -> Change<RetentionView> {
    office.finish_destructions()?;
    erased(office)
}

pub(crate) fn destruction_files(office: &mut Office, args: DestructionArgs) -> Answer<Vec<RetentionFileView>> {
    let zone = zone(office)?;
    let files = office.destruction_files(id("proposal", &args.proposal)?)?;
    Ok(files.into_iter().map(|file| RetentionFileView::of(file, zone)).collect())
}

pub(crate) fn destruction_record(office: &mut Office, args: DestructionArgs) -> Answer<PdfView> {
    Ok(PdfView::of(&office.destruction_record(id("proposal", &args.proposal)?)?))
}

pub(crate) fn destruction_record_save(office: &mut Office, args: DestructionSaveArgs) -> Answer<()> {
    Ok(office.save_destruction_record(id("proposal", &args.proposal)?, Path::new(&args.path))?)
}

fn after(office: &Office) -> Change<RetentionView> {
    Ok(changed(RetentionView::of(office)?, &[Topic::Retention]))
}

/// Owners are gone from every list.
fn erased(office: &Office) -> Change<RetentionView> {
    Ok(changed(RetentionView::of(office)?, &[Topic::Retention, Topic::Owners, Topic::Cases, Topic::Letters, Topic::Scans, Topic::Drafts]))
}
