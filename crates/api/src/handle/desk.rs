//! The desk: opening and closing an office, and the settings of this computer.

use super::{Answer, Change};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::{AppError, Desk};
use std::path::PathBuf;

pub(crate) fn desk_show(desk: &mut Desk, _: NoArgs) -> Answer<DeskView> {
    Ok(DeskView::of(desk)?)
}

pub(crate) fn desk_prepare(desk: &mut Desk, _: NoArgs) -> Answer<()> {
    desk.prepare();
    Ok(())
}

pub(crate) fn desk_create(desk: &mut Desk, args: DeskEnterArgs) -> Change<DeskView> {
    let created = desk.create(args.folder.map(PathBuf::from), args.passphrase.text(), &args.user);
    another(desk, created)
}

pub(crate) fn desk_open(desk: &mut Desk, args: DeskEnterArgs) -> Change<DeskView> {
    let opened = desk.open(args.folder.map(PathBuf::from), args.passphrase.text(), &args.user);
    another(desk, opened)
}

pub(crate) fn desk_practice(desk: &mut Desk, args: DeskUserArgs) -> Change<DeskView> {
    let opened = desk.practise(&args.user);
    another(desk, opened)
}

pub(crate) fn desk_users(desk: &mut Desk, args: DeskUsersArgs) -> Answer<Vec<String>> {
    Ok(desk.users(args.folder.map(PathBuf::from).as_deref()))
}

pub(crate) fn desk_lock(desk: &mut Desk, _: NoArgs) -> Change<DeskView> {
    let locked = desk.lock();
    another(desk, locked)
}

pub(crate) fn desk_recover(desk: &mut Desk, args: DeskRecoverArgs) -> Change<DeskView> {
    let opened = desk.recover(args.folder.map(PathBuf::from), args.words.text(), &args.user, args.passphrase.text());
    another(desk, opened)
}

pub(crate) fn desk_passphrase(desk: &mut Desk, args: DeskPassphraseArgs) -> Change<()> {
    desk.change_passphrase(args.old.text(), args.new.text())?;
    Ok(changed((), &[]))
}

pub(crate) fn desk_account(desk: &mut Desk, _: NoArgs) -> Answer<AccountView> {
    Ok(AccountView { bound: desk.key_is_bound()? })
}

pub(crate) fn desk_account_record(desk: &mut Desk, args: DeskAccountArgs) -> Change<AccountView> {
    desk.bind_key(args.passphrase.text(), args.on)?;
    Ok(changed(AccountView { bound: desk.key_is_bound()? }, &[]))
}

pub(crate) fn desk_close(desk: &mut Desk, _: NoArgs) -> Change<DeskView> {
    desk.close();
    another(desk, Ok(()))
}

pub(crate) fn device_record(desk: &mut Desk, args: DeviceFields) -> Change<DeskView> {
    desk.record_device(args.into())?;
    Ok(changed(DeskView::of(desk)?, &[Topic::Desk]))
}

pub(crate) fn printer_list(desk: &mut Desk, _: NoArgs) -> Answer<Vec<PrinterView>> {
    Ok(desk.printers()?.into_iter().map(PrinterView::from).collect())
}

/// Another office is shown, or none: everything is read again.
fn another(desk: &Desk, done: Result<(), AppError>) -> Change<DeskView> {
    done?;
    Ok(changed(DeskView::of(desk)?, &Topic::ALL))
}
