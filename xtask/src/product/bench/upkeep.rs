//! Upkeep of a large office: making its tables anew, and proving it.

use super::office::BenchOffice;
use super::samples::Samples;
use super::table::{Line, Table};
use sandika_store::{ProblemKind, Stage, Store};
use sandika_testkit::PASSPHRASE;
use std::ops::ControlFlow;
use std::time::Instant;
use xtask::Result;

/// Facts that a rebuild goes through in a second, at least.
const FACTS_PER_SECOND: f64 = 100_000.0;
/// Entries whose place in the chain is proven in a second, at least.
const ENTRIES_PER_SECOND: f64 = 100_000.0;
const REBUILDS: usize = 3;

/// Rebuilds, then verifies.
pub(crate) fn measure(table: &mut Table, office: &BenchOffice) -> Result {
    let mut store = office.store(PASSPHRASE)?;
    rebuild(table, &mut store)?;
    verify(table, &store)
}

/// What else the machine does only slows a rebuild down, so the fastest of a few is the nearest to what it costs.
fn rebuild(table: &mut Table, store: &mut Store) -> Result {
    let mut times = Samples::default();
    let mut facts = 0;
    for _ in 0..REBUILDS {
        facts = times.time(|| store.rebuild(&mut |_| ControlFlow::Continue(())))?.facts;
    }
    let per_second = |milliseconds: f64| facts as f64 * 1000.0 / milliseconds;
    let speed = per_second(times.least());
    let line = Line::figure(&format!("rebuild from the journal, the fastest of {REBUILDS}"), format!("{speed:.0} facts/s"));
    table.add(line.target("≥ 100,000 facts/s", speed >= FACTS_PER_SECOND));
    let median = format!("{:.0} facts/s, {facts} facts, {:.1} s", per_second(times.median()), times.median() / 1000.0);
    table.add(Line::figure("… the median", median));
    Ok(())
}

fn verify(table: &mut Table, store: &Store) -> Result {
    let mut stages: Vec<(Stage, Instant)> = Vec::new();
    let begun = Instant::now();
    let report = store.verify(&mut |progress| {
        if stages.last().is_none_or(|(stage, _)| *stage != progress.stage) {
            stages.push((progress.stage, Instant::now()));
        }
        ControlFlow::Continue(())
    })?;
    let seconds = begun.elapsed().as_secs_f64();
    // The rows speak of files that were never written.
    if let Some(problem) = report.problems.iter().find(|problem| problem.kind != ProblemKind::BlobMissing) {
        return Err(format!("the bench office does not hold: {problem}").into());
    }
    let ends = stages.iter().skip(1).map(|(_, begun)| *begun).chain([begun + std::time::Duration::from_secs_f64(seconds)]);
    for ((stage, begun), end) in stages.iter().zip(ends) {
        let seconds = (end - *begun).as_secs_f64();
        let speed = report.entries as f64 / seconds;
        let what = match stage {
            Stage::Journal => "verify, the chain of entries",
            Stage::Projections => "verify, tables against a rebuild",
            _ => continue,
        };
        let line = Line::figure(what, format!("{speed:.0} entries/s, {seconds:.1} s"));
        table.add(if *stage == Stage::Journal { line.target("≥ 100,000 entries/s", speed >= ENTRIES_PER_SECOND) } else { line });
    }
    table.add(Line::figure("verify, in all", format!("{} entries, {seconds:.1} s", report.entries)));
    Ok(())
}
