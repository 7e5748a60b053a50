//! Drafts, search, and the upkeep of the store.

use super::{Answer, Change, rows, zone};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::Office;
use sandika_store::HitKind;

pub(crate) fn draft_save(office: &mut Office, args: DraftSaveArgs) -> Change<()> {
    let case = maybe_id("case", args.case.as_deref())?;
    let person = maybe_id("person", args.person.as_deref())?;
    office.save_draft(&args.key, &args.body, case, person)?;
    Ok(changed((), &[Topic::Drafts]))
}

pub(crate) fn draft_load(office: &mut Office, args: DraftArgs) -> Answer<Option<DraftView>> {
    let zone = zone(office)?;
    Ok(office.draft(&args.key)?.map(|draft| DraftView::of(draft, zone)))
}

pub(crate) fn draft_list(office: &mut Office, _: NoArgs) -> Answer<Vec<DraftView>> {
    let zone = zone(office)?;
    Ok(office.drafts()?.into_iter().map(|draft| DraftView::of(draft, zone)).collect())
}

pub(crate) fn draft_discard(office: &mut Office, args: DraftArgs) -> Change<bool> {
    Ok(changed(office.discard_draft(&args.key)?, &[Topic::Drafts]))
}

pub(crate) fn search(office: &mut Office, args: SearchArgs) -> Answer<Vec<HitView>> {
    let kind = match args.kind {
        SearchKind::Case => HitKind::Case,
        SearchKind::Owner => HitKind::Owner,
        SearchKind::Letter => HitKind::Letter,
    };
    Ok(office.search(&args.text, kind, args.before, rows(args.limit))?.into_iter().map(HitView::of).collect())
}

pub(crate) fn store_verify(office: &mut Office, _: NoArgs) -> Answer<VerifyView> {
    let zone = zone(office)?;
    Ok(VerifyView::of(&office.verify()?, zone))
}

pub(crate) fn store_rebuild(office: &mut Office, _: NoArgs) -> Change<RebuildView> {
    Ok(changed(office.rebuild()?.into(), &[Topic::Cases, Topic::Letters, Topic::Owners, Topic::Office]))
}
