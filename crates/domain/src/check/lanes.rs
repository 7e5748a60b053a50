//! S003: every step is done by lanes of the chart, and every message goes to one.

use super::report::Report;
use crate::document::Code;

pub(super) fn check(report: &mut Report<'_>) {
    let sop = report.sop();
    let known = |id: &str| sop.lanes.iter().any(|lane| lane.id == id);
    for (at, step) in sop.steps.iter().enumerate() {
        let number = step.number;
        if step.lanes.is_empty() {
            let message = format!("Langkah {number} tidak mempunyai pelaksana. Isi `pelaksana` dengan satu id atau lebih.");
            report.add(Code::S003, &format!("langkah[{at}].pelaksana"), message);
        }
        for (item, id) in step.lanes.iter().enumerate().filter(|(_, id)| !known(id)) {
            let message = format!("Langkah {number} menyebut pelaksana `{id}`, yang tidak ada di [[pelaksana]].");
            report.add(Code::S003, &format!("langkah[{at}].pelaksana[{item}]"), message);
        }
        for (item, offer) in step.messages.iter().enumerate().filter(|(_, offer)| !known(&offer.to)) {
            let message = format!("Pesan `{}` ditujukan kepada `{}`, yang tidak ada di [[pelaksana]].", offer.id, offer.to);
            report.add(Code::S003, &format!("langkah[{at}].pesan[{item}].kepada"), message);
        }
    }
}
