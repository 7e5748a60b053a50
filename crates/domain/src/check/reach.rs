//! S005: every step can be reached from the first, and from every step the end can be reached.

use super::report::Report;
use crate::document::Code;
use crate::sop::{Sop, Symbol};

pub(super) fn check(report: &mut Report<'_>) {
    let last = report.sop().steps.len().saturating_sub(1);
    if !report.sop().steps.iter().any(|step| step.symbol == Symbol::End) {
        let message = "Tidak ada langkah bersimbol `selesai`, sehingga perkara tidak pernah selesai. Beri langkah terakhir simbol itu.";
        return report.add(Code::S005, &format!("langkah[{last}].simbol"), message);
    }
    let ways = ways_of(report.sop());
    let back = turned(&ways);
    let reached = reached_from(&ways, vec![0]);
    let ends = report.sop().steps.iter().enumerate().filter(|(_, step)| step.symbol == Symbol::End).map(|(at, _)| at);
    let ending = reached_from(&back, ends.collect());
    for (at, step) in report.sop().steps.iter().enumerate() {
        let number = step.number;
        if !reached[at] {
            let message = format!("Langkah {number} tidak dapat dicapai dari langkah pertama. Periksa `lanjut` dan `ke`.");
            report.add(Code::S005, &format!("langkah[{at}]"), message);
        } else if !ending[at] {
            let message = format!(
                "Dari langkah {number} tidak ada jalan ke langkah bersimbol `selesai`. Periksa `lanjut`, `ke`, dan simbol langkah terakhir."
            );
            report.add(Code::S005, &format!("langkah[{at}]"), message);
        }
    }
}

/// For each step, by position, the positions that may follow it.
fn ways_of(sop: &Sop) -> Vec<Vec<usize>> {
    let at_number = |number: u32| sop.steps.binary_search_by_key(&number, |step| step.number).ok();
    let following = |at: usize| (at + 1 < sop.steps.len()).then_some(at + 1);
    let ways = sop.steps.iter().enumerate().map(|(at, step)| match step.symbol {
        Symbol::End => Vec::new(),
        Symbol::Decision => step.outcomes.iter().filter_map(|outcome| at_number(outcome.to)).collect(),
        Symbol::Start | Symbol::Process => step.next.map_or_else(|| following(at), at_number).into_iter().collect(),
    });
    ways.collect()
}

/// The same ways, walked backwards.
fn turned(ways: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut back = vec![Vec::new(); ways.len()];
    for (from, targets) in ways.iter().enumerate() {
        targets.iter().for_each(|to| back[*to].push(from));
    }
    back
}

fn reached_from(ways: &[Vec<usize>], mut open: Vec<usize>) -> Vec<bool> {
    let mut reached = vec![false; ways.len()];
    while let Some(at) = open.pop() {
        if !std::mem::replace(&mut reached[at], true) {
            open.extend(&ways[at]);
        }
    }
    reached
}
