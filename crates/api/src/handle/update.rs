//! Updates of the program: looking into a file, and starting its installer.

use super::{Answer, Change};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::{Desk, UpdateStart};
use std::path::Path;

pub(crate) fn update_show(desk: &mut Desk, _: NoArgs) -> Answer<UpdateStateView> {
    Ok(UpdateStateView::of(desk))
}

pub(crate) fn update_look(desk: &mut Desk, args: PathArgs) -> Answer<UpdateView> {
    Ok(UpdateView::of(desk.look_into_update(Path::new(&args.path))?, args.path))
}

pub(crate) fn update_start(desk: &mut Desk, args: UpdateStartArgs) -> Change<UpdateStartedView> {
    let UpdateStartArgs { path, seal, beside_only } = args;
    let started = desk.start_update(&UpdateStart { path: path.into(), seal, beside_only })?;
    Ok(changed(started.into(), &[Topic::Backups]))
}
