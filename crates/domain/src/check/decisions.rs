//! S006: a decision has at least two outcomes, and nothing else has any.

use super::report::Report;
use crate::document::Code;
use crate::sop::Symbol;

pub(super) fn check(report: &mut Report<'_>) {
    for (at, step) in report.sop().steps.iter().enumerate() {
        let number = step.number;
        match (step.symbol, step.outcomes.len()) {
            (Symbol::Decision, count @ (0 | 1)) => {
                let message = format!(
                    "Langkah {number} bersimbol keputusan, tetapi hanya mempunyai {count} hasil. \
                     Tulis sedikitnya dua [[langkah.keputusan]]."
                );
                report.add(Code::S006, &format!("langkah[{at}].simbol"), message);
            }
            (Symbol::Start | Symbol::Process | Symbol::End, 1..) => {
                let message = format!(
                    "Langkah {number} mempunyai keputusan, tetapi bersimbol `{}`. \
                     Ubah simbolnya menjadi `keputusan` atau hapus keputusannya.",
                    step.symbol
                );
                report.add(Code::S006, &format!("langkah[{at}].keputusan[0]"), message);
            }
            _ => {}
        }
    }
}
