//! `cargo xtask test`: everything that CI asks, in one command, the same by hand.

#![allow(clippy::print_stdout, reason = "a command speaks to the terminal")]

mod browser;
mod doctests;
mod ui;
mod weight;

use std::time::{Duration, Instant};

use crate::command::run;
use crate::tools::{self, Work};
use crate::{Result, breach, fuzz, layers, repo::Repo, tidy, windows};

/// What every build of the workshop names: all crates, with the product behind the verbs `run`, `bench` and `gen`. The features of what they share
/// follow from it, so that no stage and no verb builds a second time what another has built.
pub(crate) const WHOLE: [&str; 4] = ["--locked", "--workspace", "--features", "xtask/product"];
/// The same for `cargo run`, which takes the workspace by itself.
pub const TO_RUN: [&str; 3] = ["--locked", "--features", "xtask/product"];

type Stage = (&'static str, fn(&Repo) -> Result);

/// The stages, cheap ones and plain answers first. nextest comes last: its closing lines are the verdict that CI reads. That generated
/// files are current is one of its tests.
const STAGES: [Stage; 13] = [
    ("tools", |_| tools::provide(Work::Test)),
    ("fmt", |repo| run(repo, "cargo", &["fmt", "--all", "--check"])),
    ("tidy", |repo| breach::verdict("tidy", tidy::breaches(repo)?)),
    ("layers", |repo| breach::verdict("layers", layers::breaches(repo)?)),
    ("licences", |repo| run(repo, "cargo", &["deny", "--locked", "--log-level", "error", "check", "licenses", "bans", "sources"])),
    // Before the crates: the window holds the page.
    ("ui", ui::check),
    ("clippy", |repo| {
        let lints = ["--", "-D", "warnings"];
        run(repo, "cargo", &[&["clippy", "--all-targets"], &WHOLE[..], &lints].concat())
    }),
    ("doctests", doctests::run_if_any),
    // The tests of the window start the program itself, those in a browser its stand-in; both read scans through a program beside them.
    ("window", |repo| {
        let programs = ["build", "--bin", "sandika-desktop", "--bin", "sandika-devhost", "--bin", "sandika"];
        run(repo, "cargo", &[&programs, &WHOLE[..]].concat())
    }),
    ("fuzz", fuzz::briefly),
    ("browser", browser::walk),
    ("windows", windows::test_where_kept),
    ("tests", |repo| run(repo, "cargo", &[&["nextest", "run"], &WHOLE[..]].concat())),
];

/// Runs every stage in order and stops at the first that fails; prints each with its duration.
pub fn test(repo: &Repo) -> Result {
    let mut done: Vec<(&str, Duration)> = Vec::new();
    for (name, stage) in STAGES {
        println!("── {name}");
        let started = Instant::now();
        let outcome = stage(repo);
        let took = started.elapsed();
        if let Err(error) = outcome {
            return Err(format!("{error}\n\n{}FAILED  {name} after {:.1} s", summary(&done), took.as_secs_f32()).into());
        }
        done.push((name, took));
    }
    let all = done.iter().map(|(_, took)| took).sum::<Duration>();
    println!("\n{}ok      all {} stages in {:.1} s", summary(&done), done.len(), all.as_secs_f32());
    Ok(())
}

fn summary(done: &[(&str, Duration)]) -> String {
    done.iter().map(|(name, took)| format!("ok      {name:<9} {:>7.1} s\n", took.as_secs_f32())).collect()
}
