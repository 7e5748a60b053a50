//! Backups: what the window shows of them, and what an officer does with them.

use super::{Answer, Change};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::{BackupSource, Desk, Office, Place};
use sandika_domain::calendar::Zone;
use std::path::{Path, PathBuf};

pub(crate) fn backup_show(desk: &mut Desk, _: NoArgs) -> Answer<BackupView> {
    Ok(BackupView::of(desk.backups()?, zone(desk)?))
}

pub(crate) fn backup_record(desk: &mut Desk, args: BackupFields) -> Change<BackupView> {
    desk.record_backups(args.on, args.second.map(PathBuf::from))?;
    shown(desk)
}

pub(crate) fn backup_hurry(desk: &mut Desk, args: BackupHurryArgs) -> Change<BackupView> {
    desk.opened()?;
    desk.hurry_backups(args.test);
    shown(desk)
}

pub(crate) fn backup_stop(desk: &mut Desk, _: NoArgs) -> Change<BackupView> {
    desk.stop_backups();
    shown(desk)
}

pub(crate) fn backup_accept(desk: &mut Desk, args: BackupPickArgs) -> Change<BackupView> {
    desk.accept_shrink(Path::new(&args.folder), &args.stamp)?;
    shown(desk)
}

pub(crate) fn backup_find(desk: &mut Desk, args: PathArgs) -> Answer<Vec<BackupFoundView>> {
    let zone = zone(desk)?;
    Ok(desk.find_backups(Path::new(&args.path))?.iter().map(|found| BackupFoundView::of(found, zone)).collect())
}

pub(crate) fn backup_restore(desk: &mut Desk, args: BackupRestoreArgs) -> Change<RestoredView> {
    let from = match (args.office, args.stamp) {
        (Some(office), Some(stamp)) => BackupSource::Place { place: Place::at(Path::new(&args.path)), office, stamp },
        _ => BackupSource::MovingFile(args.path.into()),
    };
    let restored = desk.restore(&from, args.passphrase.text())?;
    Ok(changed(RestoredView::of(&restored, DeskView::of(desk)?, zone(desk)?), &Topic::ALL))
}

pub(crate) fn backup_put_back(desk: &mut Desk, _: NoArgs) -> Change<DeskView> {
    desk.put_back()?;
    Ok(changed(DeskView::of(desk)?, &Topic::ALL))
}

pub(crate) fn backup_move(desk: &mut Desk, args: PathArgs) -> Change<MovedView> {
    Ok(changed(desk.move_out(Path::new(&args.path))?.into(), &[Topic::Backups]))
}

fn shown(desk: &mut Desk) -> Change<BackupView> {
    Ok(changed(BackupView::of(desk.backups()?, zone(desk)?), &[Topic::Backups]))
}

/// That of the open office; western Indonesia while none is open.
fn zone(desk: &Desk) -> Answer<Zone> {
    Ok(desk.office().map(Office::zone).transpose()?.unwrap_or_default())
}
