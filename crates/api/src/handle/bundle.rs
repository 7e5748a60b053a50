//! Bundles of cases, and the office in open formats.

use super::Change;
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::{Desk, Office};
use std::path::{Path, PathBuf};

pub(crate) fn case_bundle_save(office: &mut Office, args: CaseBundleArgs) -> Change<CaseBundleView> {
    let made = office.take_case_bundle(id("case", &args.case)?, Path::new(&args.path), &case_sentence)?;
    Ok(changed(made.into(), &[Topic::Journal]))
}

pub(crate) fn office_export(office: &mut Office, args: PathArgs) -> Change<OfficeExportView> {
    Ok(changed(office.take_open_export(Path::new(&args.path))?.into(), &[Topic::Journal]))
}

pub(crate) fn desk_import(desk: &mut Desk, args: DeskImportArgs) -> Change<ImportedView> {
    let imported = desk.import(Path::new(&args.path), args.folder.map(PathBuf::from), args.passphrase.text(), &args.user)?;
    Ok(changed(ImportedView::of(&imported, DeskView::of(desk)?), &Topic::ALL))
}
