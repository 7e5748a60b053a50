//! S107: a step that examines something must be able to send it back.

use super::report::Report;
use super::terms::words_of;
use crate::document::Code;
use crate::sop::{Step, Symbol};

/// Words of examining. "verifikator" is a person and does not count.
const EXAMINING: &[&str] = &[
    "memeriksa",
    "diperiksa",
    "pemeriksaan",
    "verifikasi",
    "memverifikasi",
    "diverifikasi",
    "meneliti",
    "mengecek",
    "memvalidasi",
    "validasi",
];

pub(super) fn check(report: &mut Report<'_>) {
    for (at, step) in report.sop().steps.iter().enumerate() {
        let examines = words_of(&step.activity).iter().any(|word| EXAMINING.contains(&word.as_str()));
        if examines && !has_way_back(step) {
            let message = format!(
                "Langkah {} memeriksa sesuatu, tetapi tidak mempunyai jalan kembali bila hasilnya tidak sesuai. \
                 Jadikan keputusan dengan hasil yang kembali.",
                step.number
            );
            report.add(Code::S107, &format!("langkah[{at}].kegiatan"), message);
        }
    }
}

fn has_way_back(step: &Step) -> bool {
    step.symbol == Symbol::Decision && step.outcomes.iter().any(|outcome| outcome.returns || outcome.to <= step.number)
}
