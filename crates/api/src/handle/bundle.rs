//! Bundles of cases, and the office in open formats.

use super::Answer;
use crate::args::*;
use crate::view::*;
use sandika_app::Office;
use std::path::Path;

pub(crate) fn case_bundle_save(office: &mut Office, args: CaseBundleArgs) -> Answer<CaseBundleView> {
    Ok(office.save_case_bundle(id("case", &args.case)?, Path::new(&args.path), &case_sentence)?.into())
}

pub(crate) fn office_export(office: &mut Office, args: PathArgs) -> Answer<OfficeExportView> {
    Ok(office.export_open(Path::new(&args.path))?.into())
}
