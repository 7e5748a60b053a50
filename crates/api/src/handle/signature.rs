//! What files say of certificates and signatures.

use super::{Answer, zone};
use crate::args::*;
use crate::view::*;
use sandika_app::Office;
use std::path::Path;

pub(crate) fn certificate_read(office: &mut Office, args: PathArgs) -> Answer<Vec<CertificateReadView>> {
    let zone = zone(office)?;
    Ok(office.read_certificates(Path::new(&args.path))?.iter().map(|facts| CertificateReadView::of(facts, zone)).collect())
}

pub(crate) fn document_signatures(office: &mut Office, args: DocumentArgs) -> Answer<Vec<SignatureView>> {
    let zone = zone(office)?;
    let found = office.document_signatures(id("case", &args.case)?, &args.hash)?;
    Ok(found.iter().map(|report| SignatureView::of(report, zone)).collect())
}

pub(crate) fn scan_signatures(office: &mut Office, args: ScanArgs) -> Answer<Vec<SignatureView>> {
    let zone = zone(office)?;
    Ok(office.scan_signatures(id("id", &args.id)?)?.iter().map(|report| SignatureView::of(report, zone)).collect())
}
