//! The office's list of archive classification codes.

use super::{Answer, Change, rows, zone};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::Office;
use std::path::Path;

pub(crate) fn classification_list(office: &mut Office, _: NoArgs) -> Answer<ClassificationListView> {
    Ok(ClassificationListView::of(&office.classification_lists()?, zone(office)?))
}

pub(crate) fn classification_find(office: &mut Office, args: ClassificationFindArgs) -> Answer<ClassificationFoundView> {
    Ok(office.find_classifications(&args.text, rows(args.limit))?.into())
}

pub(crate) fn classification_check(office: &mut Office, args: ClassificationCheckArgs) -> Answer<ClassificationCheckView> {
    Ok(office.check_classifications(Path::new(&args.path), args.replace)?.into())
}

pub(crate) fn classification_import(office: &mut Office, args: ClassificationImportArgs) -> Change<ClassificationDoneView> {
    let taken = office.import_classifications(Path::new(&args.path), args.replace, args.seen.as_deref())?;
    Ok(changed((&taken).into(), &[Topic::Office]))
}

pub(crate) fn classification_restore(office: &mut Office, args: NoArgs) -> Change<ClassificationListView> {
    office.restore_classifications()?;
    Ok(changed(classification_list(office, args)?, &[Topic::Office]))
}

pub(crate) fn classification_save(office: &mut Office, args: PathArgs) -> Answer<()> {
    Ok(office.save_classifications(Path::new(&args.path))?)
}

pub(crate) fn classification_sample(office: &mut Office, args: PathArgs) -> Answer<()> {
    Ok(office.save_classification_sample(Path::new(&args.path))?)
}
