//! The roots that an office trusts: certificates in its own folder, none of which ships; and the chains that are known by name.

use super::source::{ContentFile, Place, Source};
use crate::error::AppError;
use sandika_domain::document::{Code, Finding};
use sandika_intake::TrustList;

/// Place of the chains known by name.
const CHAINS: &str = "kepercayaan.toml";

/// Folder of the roots.
const ROOTS: &str = "kepercayaan";

/// Reads the list. A file that is no root is left aside with its reason, which names it.
pub(super) fn read(source: &Source, findings: &mut Vec<Finding>) -> Result<TrustList, AppError> {
    let name = |file: &ContentFile| file.name.rsplit('/').next().unwrap_or_default().to_owned();
    let with_chains = |file: &ContentFile| {
        let text = String::from_utf8_lossy(&file.bytes);
        TrustList::default().with_chains(&text).map_err(|fault| vec![Finding::new(&file.name, 1, Code::S001, fault.to_string())])
    };
    let known = source.place(CHAINS).read(findings, with_chains)?.map(|(list, _)| list).unwrap_or_default();
    let files = source.folder(ROOTS).flat_map(Place::files);
    let (list, faults) = known.with_roots(files.map(|file| (name(file), &file.bytes)));
    findings.extend(faults.iter().map(|fault| Finding::new(ROOTS, 1, Code::S001, fault.to_string())));
    Ok(list)
}
