//! Scans: the tray, and the folders that they come from.

use super::{Answer, Change, rows, zone};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sandika_app::{AppError, Desk, Office, ScanTarget};
use sandika_store::{Scan, ScanFilter, ScanState};
use std::path::Path;

pub(crate) fn scan_folders(desk: &mut Desk, _: NoArgs) -> Answer<ScanFoldersView> {
    Ok(ScanFoldersView::of(desk))
}

pub(crate) fn scan_folders_record(desk: &mut Desk, args: ScanFields) -> Change<ScanFoldersView> {
    desk.record_scanning(args.into())?;
    Ok(changed(ScanFoldersView::of(desk), &[Topic::Desk, Topic::Scans]))
}

pub(crate) fn scan_folders_hurry(desk: &mut Desk, _: NoArgs) -> Change<()> {
    desk.hurry_scans();
    Ok(changed((), &[]))
}

pub(crate) fn scan_list(office: &mut Office, args: ScanListArgs) -> Answer<ScanListView> {
    let zone = zone(office)?;
    let states: &[ScanState] = match args.shelf {
        ScanShelf::Kotak => &[ScanState::Waiting, ScanState::Tray, ScanState::Failed],
        ScanShelf::Tersimpan => &[ScanState::Filed],
        ScanShelf::Disisihkan => &[ScanState::Discarded],
    };
    let filter = ScanFilter { states, before: maybe_id("before", args.before.as_deref())? };
    let found = office.scans(filter, rows(args.limit))?;
    Ok(ScanListView { rows: found.iter().map(|row| ScanRowView::of(row, zone)).collect(), counts: office.scan_counts()?.into() })
}

pub(crate) fn scan_show(office: &mut Office, args: ScanArgs) -> Answer<ScanView> {
    Ok(ScanView::of(&office.scan(id("id", &args.id)?)?, zone(office)?))
}

pub(crate) fn scan_picture(office: &mut Office, args: ScanPictureArgs) -> Answer<FileView> {
    let bytes = office.scan_picture(id("id", &args.id)?, args.page, args.edge)?;
    Ok(FileView { name: format!("{}.jpg", args.page), media: "image/jpeg".to_owned(), bytes: STANDARD.encode(bytes) })
}

pub(crate) fn scan_save(office: &mut Office, args: ScanSaveArgs) -> Answer<()> {
    Ok(office.save_scan(id("id", &args.id)?, Path::new(&args.path))?)
}

pub(crate) fn scan_places(office: &mut Office, args: CaseArgs) -> Answer<Vec<ScanPlaceView>> {
    Ok(office.scan_places(id("case", &args.case)?)?.into_iter().map(ScanPlaceView::from).collect())
}

pub(crate) fn scan_guesses(office: &mut Office, args: ScanArgs) -> Answer<Vec<ScanGuessView>> {
    Ok(office.scan_guesses(id("id", &args.id)?)?.into_iter().map(ScanGuessView::from).collect())
}

pub(crate) fn scan_bring(office: &mut Office, args: PathArgs) -> Change<String> {
    Ok(changed(office.bring_scan(Path::new(&args.path))?.to_string(), &[Topic::Scans]))
}

pub(crate) fn scan_file(office: &mut Office, args: ScanFileArgs) -> Change<ScanView> {
    let target = match &args.to {
        ScanTargetArgs::Letter { letter, version } => ScanTarget::Letter(id("letter", letter)?, *version),
        ScanTargetArgs::Document { case, step, document } => ScanTarget::Document(id("case", case)?, *step, document.clone()),
    };
    let filed = office.file_scan(id("id", &args.id)?, args.revision, target);
    after(office, filed, &[Topic::Scans, Topic::Cases, Topic::Letters])
}

pub(crate) fn scan_unfile(office: &mut Office, args: ScanArgs) -> Change<ScanView> {
    let back = office.unfile_scan(id("id", &args.id)?);
    after(office, back, &[Topic::Scans, Topic::Cases])
}

pub(crate) fn scan_discard(office: &mut Office, args: ScanArgs) -> Change<ScanView> {
    let discarded = office.discard_scan(id("id", &args.id)?);
    after(office, discarded, &[Topic::Scans])
}

pub(crate) fn scan_restore(office: &mut Office, args: ScanArgs) -> Change<ScanView> {
    let restored = office.restore_scan(id("id", &args.id)?);
    after(office, restored, &[Topic::Scans])
}

pub(crate) fn scan_retry(office: &mut Office, args: ScanArgs) -> Change<ScanView> {
    let again = office.retry_scan(id("id", &args.id)?);
    after(office, again, &[Topic::Scans])
}

pub(crate) fn scan_compose(office: &mut Office, args: ScanComposeArgs) -> Change<Vec<String>> {
    let made = office.compose_scans(&args.picks()?)?;
    Ok(changed(made.iter().map(ToString::to_string).collect(), &[Topic::Scans]))
}

pub(crate) fn scan_compose_undo(office: &mut Office, args: ScanArgs) -> Change<()> {
    office.undo_composition(id("id", &args.id)?)?;
    Ok(changed((), &[Topic::Scans]))
}

/// The scan after a change.
fn after(office: &Office, scan: Result<Scan, AppError>, topics: &[Topic]) -> Change<ScanView> {
    let file = office.scan(scan?.id)?;
    Ok(changed(ScanView::of(&file, zone(office)?), topics))
}
