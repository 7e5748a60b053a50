//! Who may sign in, the recovery sheet, and the rules of the door.

use super::{Answer, Change};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::{Desk, Office};
use sandika_domain::ids::OwnerId;
use std::path::Path;

pub(crate) fn user_list(office: &mut Office, _: NoArgs) -> Answer<UsersView> {
    Ok(UsersView::of(office)?)
}

pub(crate) fn user_admit(desk: &mut Desk, args: UserAdmitArgs) -> Change<UsersView> {
    desk.admit_user(&args.user, args.role.into(), args.own.text(), args.passphrase.text())?;
    known(desk.entered()?)
}

pub(crate) fn user_role(office: &mut Office, args: UserRoleArgs) -> Change<UsersView> {
    office.change_role(&args.user, args.role.into())?;
    known(office)
}

pub(crate) fn user_passphrase(desk: &mut Desk, args: UserPassphraseArgs) -> Change<()> {
    desk.set_passphrase(&args.user, args.own.text(), args.passphrase.text())?;
    Ok(changed((), &[]))
}

pub(crate) fn user_dismiss(office: &mut Office, args: UserArgs) -> Change<UsersView> {
    office.dismiss_user(&args.user)?;
    known(office)
}

pub(crate) fn door_rule(office: &mut Office, args: DoorRuleArgs) -> Change<UsersView> {
    office.set_two_persons(args.two_persons)?;
    known(office)
}

pub(crate) fn owner_reveal(office: &mut Office, args: OwnerArgs) -> Change<String> {
    let owner: OwnerId = id("owner", &args.owner)?;
    Ok(changed(office.reveal_nik(owner)?, &[]))
}

pub(crate) fn recovery_make(desk: &mut Desk, args: RecoveryMakeArgs) -> Change<PdfView> {
    let sheet = desk.make_recovery(args.own.text())?;
    Ok(changed(PdfView::of(&sheet.pdf), &[Topic::Office]))
}

pub(crate) fn recovery_save(desk: &mut Desk, args: PathArgs) -> Answer<()> {
    Ok(desk.save_sheet(Path::new(&args.path))?)
}

pub(crate) fn recovery_print(desk: &mut Desk, _: NoArgs) -> Answer<()> {
    Ok(desk.print_sheet()?)
}

pub(crate) fn recovery_put_away(desk: &mut Desk, _: NoArgs) -> Answer<()> {
    desk.put_sheet_away();
    Ok(())
}

/// Who may do what has changed: everything that shows a right is read again.
fn known(office: &Office) -> Change<UsersView> {
    Ok(changed(UsersView::of(office)?, &[Topic::Office, Topic::Desk]))
}
