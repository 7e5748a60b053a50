//! S002: step numbers rise through the file, so that "langkah 5" means one step.

use super::report::Report;
use crate::document::Code;

pub(super) fn check(report: &mut Report<'_>) {
    for (at, pair) in report.sop().steps.windows(2).enumerate() {
        let [before, here] = pair else { continue };
        if here.number <= before.number {
            let (number, last) = (here.number, before.number);
            let message = format!("Nomor langkah {number} tidak lebih besar daripada nomor sebelumnya ({last}). Beri nomor yang naik.");
            report.add(Code::S002, &format!("langkah[{}].nomor", at + 1), message);
        }
    }
}
