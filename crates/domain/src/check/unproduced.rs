//! S109: a document is asked for in `kelengkapan` that no earlier step produces and no outside party brings.

use std::collections::BTreeSet;

use super::report::Report;
use super::terms::{overlap, terms_of};
use crate::document::Code;
use crate::sop::{Party, Sop, Step};

/// First words by which a line of `kelengkapan` is known to be a document rather than a tool.
const PAPERS: &[&str] = &[
    "berita",
    "bukti",
    "dokumen",
    "draft",
    "formulir",
    "hasil",
    "kartu",
    "laporan",
    "lembar",
    "nota",
    "notulen",
    "rekomendasi",
    "sk",
    "surat",
];

/// Of these every office has blank copies; which word is used for the same form differs.
const BLANK_FORMS: &[&str] = &["formulir", "kartu", "lembar"];

/// What parts several documents named in one line.
const PARTINGS: &[&str] = &[", ", "; ", " dan ", " atau ", " beserta ", " dilampiri ", " dengan melampirkan "];

/// From this share of common words on, two names mean the same document.
const SAME: f64 = 0.6;

/// An SOP that names more papers than this is none that people follow; comparing each with each would take too long.
const MOST_PAPERS: usize = 1_000;

type Terms = BTreeSet<String>;

pub(super) fn check(report: &mut Report<'_>) {
    let sop = report.sop();
    let mut at_hand: Vec<Terms> = sop.headings.equipment.iter().chain(&sop.headings.related).map(|line| set_of(line)).collect();
    for (at, step) in sop.steps.iter().enumerate() {
        // The first step receives what sets the procedure going; an outside party brings its own papers.
        if at == 0 || is_outside(sop, step) {
            at_hand.extend(papers_in(&step.requirements));
            at_hand.extend(step.documents.iter().map(|document| set_of(&document.name)));
        }
        at_hand.extend(step.letters.iter().map(|letter| set_of(&letter.id)));
        if at_hand.len() + step.requirements.len() > MOST_PAPERS {
            return;
        }
        report_missing(report, at, step, &at_hand);
        at_hand.extend(papers_in(&step.output));
        at_hand.extend(step.documents.iter().map(|document| set_of(&document.name)));
        at_hand.push(set_of(&step.activity));
    }
}

fn report_missing(report: &mut Report<'_>, at: usize, step: &Step, at_hand: &[Terms]) {
    for (item, line) in step.requirements.iter().enumerate() {
        for part in parts_of(line).iter().filter(|part| is_paper(part) && !is_at_hand(part, at_hand)) {
            let message = format!(
                "Langkah {} meminta \"{}\", yang tidak dihasilkan langkah sebelumnya dan tidak dibawa pemohon. Jelaskan asalnya.",
                step.number,
                part.trim()
            );
            report.add(Code::S109, &format!("langkah[{at}].kelengkapan[{item}]"), message);
        }
    }
}

fn papers_in(lines: &[String]) -> impl Iterator<Item = Terms> {
    lines.iter().flat_map(|line| parts_of(line)).map(|part| set_of(&part))
}

fn is_outside(sop: &Sop, step: &Step) -> bool {
    sop.lanes.iter().any(|lane| lane.party == Party::Outside && step.lanes.contains(&lane.id))
}

fn parts_of(line: &str) -> Vec<String> {
    let whole = vec![line.to_owned()];
    PARTINGS.iter().fold(whole, |parts, parting| parts.iter().flat_map(|part| part.split(parting)).map(str::to_owned).collect())
}

fn is_paper(part: &str) -> bool {
    terms_of(part).first().is_some_and(|word| PAPERS.contains(&word.as_str()))
}

fn is_at_hand(part: &str, at_hand: &[Terms]) -> bool {
    let words = terms_of(part);
    let Some(noun) = words.first() else { return true };
    let is_blank_form = BLANK_FORMS.contains(&noun.as_str());
    let asked: Terms = if is_blank_form { words.iter().skip(1).cloned().collect() } else { words.iter().cloned().collect() };
    at_hand.iter().any(|known| (is_blank_form || known.contains(noun)) && overlap(&asked, known) >= SAME)
}

fn set_of(text: &str) -> Terms {
    terms_of(text).into_iter().collect()
}
