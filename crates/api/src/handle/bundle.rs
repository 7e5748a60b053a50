//! Bundles of cases, and the office in open formats.

use super::{Answer, Change};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::{Desk, Office};
use std::path::{Path, PathBuf};

pub(crate) fn case_bundle_save(office: &mut Office, args: CaseBundleArgs) -> Answer<CaseBundleView> {
    Ok(office.save_case_bundle(id("case", &args.case)?, Path::new(&args.path), &case_sentence)?.into())
}

pub(crate) fn office_export(office: &mut Office, args: PathArgs) -> Answer<OfficeExportView> {
    Ok(office.export_open(Path::new(&args.path))?.into())
}

pub(crate) fn desk_import(desk: &mut Desk, args: DeskImportArgs) -> Change<ImportedView> {
    let imported = desk.import(Path::new(&args.path), args.folder.map(PathBuf::from), args.passphrase.text(), &args.user)?;
    Ok(changed(ImportedView::of(&imported, DeskView::of(desk)?), &Topic::ALL))
}
