//! S102: cover, title and `jenis` speak of the same kind of service.

use super::kinds::{kinds_in, named};
use super::report::Report;
use crate::document::Code;
use crate::sop::ServiceKind;

pub(super) fn check(report: &mut Report<'_>) {
    let sop = report.sop();
    let title = kinds_in(&sop.identity.title);
    let cover = sop.identity.cover_title.as_deref().map(kinds_in).unwrap_or_default();
    if part(&title, &cover) {
        let message = format!("Judul sampul berbicara tentang {}, judul SOP tentang {}. Samakan keduanya.", named(&cover), named(&title));
        report.add(Code::S102, "identitas.judul_sampul", message);
    }
    if sop.kind != ServiceKind::Other && part(&title, &[sop.kind]) {
        let message = format!("Judul SOP berbicara tentang {}, sedangkan jenisnya `{}`. Perbaiki salah satunya.", named(&title), sop.kind);
        report.add(Code::S102, "identitas.judul", message);
    }
}

/// Whether both speak of something, and of nothing in common.
fn part(some: &[ServiceKind], others: &[ServiceKind]) -> bool {
    !some.is_empty() && !others.is_empty() && !some.iter().any(|kind| others.contains(kind))
}
