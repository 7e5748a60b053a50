//! S004: every step that is named exists.

use super::report::Report;
use crate::document::Code;

pub(super) fn check(report: &mut Report<'_>) {
    let sop = report.sop();
    let mut require = |number: u32, path: String, what: &str| {
        if sop.step(number).is_none() {
            report.add(Code::S004, &path, format!("{what} menunjuk langkah {number}, yang tidak ada. Perbaiki nomornya."));
        }
    };
    for (at, step) in sop.steps.iter().enumerate() {
        if let Some(number) = step.next {
            require(number, format!("langkah[{at}].lanjut"), "`lanjut`");
        }
        for (item, outcome) in step.outcomes.iter().enumerate() {
            require(outcome.to, format!("langkah[{at}].keputusan[{item}].ke"), &format!("Keputusan \"{}\"", outcome.name));
        }
    }
    for (at, total) in sop.totals.iter().enumerate() {
        for number in &total.steps {
            require(*number, format!("waktu_penyelesaian[{at}].langkah"), &format!("Waktu penyelesaian \"{}\"", total.name));
        }
    }
    for (at, sub) in sop.sub_sops.iter().enumerate() {
        require(sub.step, format!("sub_sop[{at}].langkah"), &format!("SOP lain `{}`", sub.id));
    }
}
