//! S105: equipment and recording lines that were copied from the SOP of another service.

use super::kinds::{kinds_in, named};
use super::report::Report;
use crate::document::Code;
use crate::sop::ServiceKind;

pub(super) fn check(report: &mut Report<'_>) {
    let sop = report.sop();
    if sop.kind == ServiceKind::Other {
        return;
    }
    for (key, lines) in [("peralatan", &sop.headings.equipment), ("pencatatan", &sop.headings.records)] {
        for (at, line) in lines.iter().enumerate() {
            let kinds = kinds_in(line);
            if !kinds.is_empty() && !kinds.contains(&sop.kind) {
                let other = named(&kinds);
                let message = format!(
                    "Baris \"{line}\" berbicara tentang {other}, sedangkan SOP ini tentang {}. Mungkin tersalin dari SOP lain.",
                    sop.kind
                );
                report.add(Code::S105, &format!("{key}[{at}]"), message);
            }
        }
    }
}
