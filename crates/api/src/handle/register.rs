//! The office, its officials, owners and certificates.

use super::{Answer, Change, rows, zone};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use sandika_app::Office;
use std::path::{Path, PathBuf};

pub(crate) fn office_show(office: &mut Office, _: NoArgs) -> Answer<Option<OfficeFields>> {
    Ok(office.profile()?.map(Into::into))
}

pub(crate) fn office_record(office: &mut Office, args: OfficeFields) -> Change<()> {
    office.record_profile(args.try_into()?)?;
    Ok(changed((), &[Topic::Office]))
}

pub(crate) fn number_next(office: &mut Office, args: NumberNextArgs) -> Answer<NumberNextView> {
    Ok(office.next_number(&args.register, &args.fields.into())?.into())
}

pub(crate) fn emblem_store(office: &mut Office, args: PathArgs) -> Change<String> {
    Ok(changed(office.store_emblem(Path::new(&args.path))?, &[]))
}

pub(crate) fn emblem_show(office: &mut Office, args: EmblemArgs) -> Answer<EmblemView> {
    Ok(EmblemView::of(&office.emblem(&args.hash)?))
}

pub(crate) fn typeface_store(office: &mut Office, args: FaceStoreArgs) -> Change<FaceFields> {
    let paths: Vec<PathBuf> = args.paths.into_iter().map(PathBuf::from).collect();
    Ok(changed(office.store_face(&paths)?.into(), &[]))
}

pub(crate) fn typeface_list(office: &mut Office, _: NoArgs) -> Answer<Vec<InstalledFaceView>> {
    Ok(office.installed_faces().into_iter().map(InstalledFaceView::of).collect())
}

pub(crate) fn letter_sample(office: &mut Office, args: LetterSampleArgs) -> Answer<PdfView> {
    let LetterSampleArgs { paper, typeface, own_face, font_size, margins } = args;
    let page = page(PageFields { paper: &paper, typeface: &typeface, font_size, margins })?;
    Ok(PdfView::of(&office.sample_page(page, own_face.map(Into::into).as_ref())?.pdf))
}

pub(crate) fn official_list(office: &mut Office, _: NoArgs) -> Answer<Vec<OfficialView>> {
    Ok(office.officials()?.into_iter().map(OfficialView::of).collect())
}

pub(crate) fn official_record(office: &mut Office, args: OfficialArgs) -> Change<String> {
    let known = maybe_id("official", args.official.as_deref())?;
    let official = office.record_official(known, args.details.try_into()?)?;
    Ok(changed(official.to_string(), &[Topic::Office]))
}

pub(crate) fn owner_record(office: &mut Office, args: OwnerRecordArgs) -> Change<String> {
    let known = maybe_id("owner", args.owner.as_deref())?;
    let owner = office.record_owner(known, args.details.try_into()?, &args.confirmed)?;
    Ok(changed(owner.to_string(), &[Topic::Owners, Topic::Cases]))
}

pub(crate) fn owner_check(office: &mut Office, args: OwnerFields) -> Answer<OwnerCheckView> {
    let (details, warnings) = office.owner_check(args.try_into()?)?;
    let warnings = warnings
        .iter()
        .map(|warning| WarningView { code: warning.code().to_owned(), field: String::new(), text: warning.to_string() })
        .collect();
    Ok(OwnerCheckView { details: (&details).into(), warnings })
}

pub(crate) fn owner_show(office: &mut Office, args: OwnerArgs) -> Answer<OwnerView> {
    let file = office.owner(id("owner", &args.owner)?)?;
    Ok(OwnerView::of(&file, zone(office)?))
}

pub(crate) fn owner_list(office: &mut Office, args: OwnerListArgs) -> Answer<Vec<OwnerSummary>> {
    let after = args.after.as_ref().map(|(name, cursor)| (name.as_str(), *cursor));
    Ok(office.owners(after, rows(args.limit))?.iter().map(OwnerSummary::of).collect())
}

pub(crate) fn certificate_record(office: &mut Office, args: CertificateRecordArgs) -> Change<String> {
    let known = maybe_id("certificate", args.certificate.as_deref())?;
    let certificate = office.record_certificate(id("owner", &args.owner)?, known, args.details.into())?;
    Ok(changed(certificate.to_string(), &[Topic::Owners, Topic::Cases]))
}
