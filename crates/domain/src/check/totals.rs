//! S101: a total that the document states equals the sum of its steps.

use super::report::Report;
use crate::calendar::WORKING_DAY_MINUTES;
use crate::document::Code;
use crate::sop::{Sop, StatedTotal, Step};

pub(super) fn check(report: &mut Report<'_>) {
    let sop = report.sop();
    for (at, total) in sop.totals.iter().enumerate() {
        let stated = total.time.minutes(WORKING_DAY_MINUTES);
        let sums = sums_for(sop, total);
        if let Some((steps, sum)) = sums.first().filter(|_| sums.iter().all(|(_, sum)| *sum != stated)) {
            let message = format!(
                "Waktu penyelesaian \"{}\" tertulis {}, sedangkan jumlah waktu langkah {steps} adalah {sum} menit. Perbaiki salah satunya.",
                total.name, total.time
            );
            report.add(Code::S101, &format!("waktu_penyelesaian[{at}].waktu"), message);
        }
    }
}

/// The sums that the total may mean, each with its steps: those it names, or else the main way or all steps. A sum with an unknown part
/// is none.
fn sums_for(sop: &Sop, total: &StatedTotal) -> Vec<(String, u64)> {
    if !total.steps.is_empty() {
        let named: Option<Vec<&Step>> = total.steps.iter().map(|number| sop.step(*number)).collect();
        return named.and_then(|steps| sum_of(&steps)).into_iter().collect();
    }
    [sum_of(&sop.main_path()), sum_of(&sop.steps.iter().collect::<Vec<_>>())].into_iter().flatten().collect()
}

fn sum_of(steps: &[&Step]) -> Option<(String, u64)> {
    let timed = steps.iter().filter(|step| !super::times::is_bare_end(step));
    let times: Option<Vec<u64>> = timed.map(|step| step.time.map(|time| time.minutes(WORKING_DAY_MINUTES))).collect();
    let numbers: Vec<String> = steps.iter().map(|step| step.number.to_string()).collect();
    Some((numbers.join(", "), times?.iter().sum()))
}
