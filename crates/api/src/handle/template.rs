//! Letter templates: read, tried, saved and given up.

use super::{Answer, Change, zone};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::Office;

pub(crate) fn template_list(office: &mut Office, _: NoArgs) -> Answer<Vec<TemplateView>> {
    Ok(office.content.templates.values().map(TemplateView::of).collect())
}

pub(crate) fn template_show(office: &mut Office, args: TemplateShowArgs) -> Answer<TemplateTextView> {
    Ok(office.template_text(&args.template, args.version.as_deref())?.into())
}

pub(crate) fn template_versions(office: &mut Office, args: TemplateArgs) -> Answer<Vec<TemplateVersionView>> {
    let (zone, rows) = (zone(office)?, office.template_versions(&args.template)?);
    let current = office.content.templates.get(&args.template).map(|library| library.hash.as_str());
    Ok(rows.into_iter().map(|row| TemplateVersionView::of(row, current, zone)).collect())
}

pub(crate) fn template_names(office: &mut Office, _: NoArgs) -> Answer<TemplateNamesView> {
    Ok(TemplateNamesView::of(&office.content.reasons))
}

pub(crate) fn template_check(office: &mut Office, args: TemplateTryArgs) -> Answer<TemplateCheckView> {
    let text = template_source(args.text, args.form)?;
    let faults = office.check_template(&args.template, &text)?;
    Ok(TemplateCheckView::of(text, faults))
}

pub(crate) fn template_preview(office: &mut Office, args: TemplatePreviewArgs) -> Answer<PdfView> {
    let case = maybe_id("case", args.case.as_deref())?;
    let text = template_source(args.text, args.form)?;
    Ok(PdfView::of(&office.preview_template(&args.template, &text, case)?.pdf))
}

pub(crate) fn template_save(office: &mut Office, args: TemplateSaveArgs) -> Change<TemplateTextView> {
    let text = template_source(args.text, args.form)?;
    office.save_template(&args.template, args.seen.as_deref(), &text)?;
    Ok(changed(office.template_text(&args.template, None)?.into(), &[Topic::Office, Topic::Cases]))
}

pub(crate) fn template_reset(office: &mut Office, args: TemplateArgs) -> Change<TemplateTextView> {
    office.reset_template(&args.template)?;
    Ok(changed(office.template_text(&args.template, None)?.into(), &[Topic::Office, Topic::Cases]))
}
