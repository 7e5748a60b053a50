//! S108: two neighbouring steps that say nearly the same.

use std::collections::BTreeSet;

use super::report::Report;
use super::terms::{likeness, terms_of, words_of};
use crate::document::Code;
use crate::sop::Step;

/// From this share of common words on, activity and output taken together count as nearly the same. Measured on real SOPs: the twin
/// steps of one reach 0.6; of the steps that differ, those by the same hands and with the same verb stay below 0.2.
const NEARLY: f64 = 0.5;

pub(super) fn check(report: &mut Report<'_>) {
    for (at, pair) in report.sop().steps.windows(2).enumerate() {
        let [before, here] = pair else { continue };
        if are_twins(before, here) {
            let message = format!("Langkah {} dan {} hampir sama. Gabungkan keduanya atau perjelas bedanya.", before.number, here.number);
            report.add(Code::S108, &format!("langkah[{}].kegiatan", at + 1), message);
        }
    }
}

/// The same hands do the same (by the verb) to the same things. The same done by others, as when two officials sign in turn, is no twin.
fn are_twins(a: &Step, b: &Step) -> bool {
    a.lanes == b.lanes && verb_of(a) == verb_of(b) && likeness(&matter_of(a), &matter_of(b)) >= NEARLY
}

/// The first active verb: Indonesian forms it with "me-".
fn verb_of(step: &Step) -> Option<String> {
    words_of(&step.activity).into_iter().find(|word| word.starts_with("me") && word.len() > 4)
}

fn matter_of(step: &Step) -> BTreeSet<String> {
    let output = step.output.iter().flat_map(|line| terms_of(line));
    terms_of(&step.activity).into_iter().chain(output).collect()
}
