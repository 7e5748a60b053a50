//! S103: every step has a time, except a last row that says no more than "Selesai".

use super::report::Report;
use super::terms::words_of;
use crate::document::Code;
use crate::sop::{Step, Symbol};

pub(super) fn check(report: &mut Report<'_>) {
    for (at, step) in report.sop().steps.iter().enumerate() {
        if step.time.is_none() && !is_bare_end(step) {
            let message = format!("Langkah {} tidak mempunyai waktu, sehingga tenggatnya tidak dapat dihitung. Isi `waktu`.", step.number);
            report.add(Code::S103, &format!("langkah[{at}].waktu"), message);
        }
    }
}

/// Whether the row only closes the chart.
pub(super) fn is_bare_end(step: &Step) -> bool {
    step.symbol == Symbol::End && step.time.is_none() && words_of(&step.activity) == ["selesai"]
}
