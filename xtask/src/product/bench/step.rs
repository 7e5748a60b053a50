//! Completing a step, from the command's JSON to the answer's, durable; against one bare commit.

use super::commit::Bare;
use super::office::Opened;
use super::pattern::Pattern;
use super::samples::Samples;
use super::table::{Line, Table};
use chrono::TimeDelta;
use serde_json::{Value, json};
use xtask::Result;

/// Steps of the first pattern's SOP that a form alone completes, in their order.
const STEPS: [u32; 4] = [2, 3, 4, 5];
/// A step may take so many times as long as a bare commit.
const LIMIT: f64 = 3.0;

/// Completes steps in both offices by turns, with a bare commit before each.
pub(crate) fn measure(table: &mut Table, offices: &mut [(&str, Opened<'_>)], pattern: &Pattern, bare: &Bare) -> Result {
    let mut times: Vec<(Samples, Samples)> = offices.iter().map(|_| Default::default()).collect();
    let cases = offices.iter().map(|(_, office)| office.filled.ready.len()).min().unwrap_or(0);
    for case in 0..cases {
        for step in STEPS {
            let answers = pattern.answers(step);
            for ((_, office), (steps, commits)) in offices.iter_mut().zip(&mut times) {
                let Some(id) = office.filled.ready.get(case) else { continue };
                office.clock.advance(TimeDelta::minutes(1));
                let shown: Value = serde_json::from_str(&office.call("case_show", &json!({ "case": id.to_string() }))?)?;
                let completion = json!({ "case": id.to_string(), "revision": shown["revision"], "step": step, "answers": answers });
                commits.time(|| bare.commit())?;
                steps.time(|| office.call("case_complete", &completion))?;
            }
        }
    }
    for ((size, _), (steps, commits)) in offices.iter().zip(&times) {
        table.add(Line::time(&format!("one step, of {size} cases"), steps).beside(steps, commits).at_most_times(LIMIT));
    }
    Ok(())
}
