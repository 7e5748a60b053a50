//! `cargo xtask faults …`: what is meant to lose nothing, under fire.

mod journal;
mod scans;
mod store;

use lexopt::prelude::*;
use xtask::Result;

const HELP: &str = "\
cargo xtask faults scans [--jumlah N] [--cepat] [--benih N]
cargo xtask faults journal [--jumlah N] [--cepat]
cargo xtask faults store [--jumlah N] [--penuh N] [--cepat] [--benih N]

  --jumlah N  scans that are put down, entries that are tampered with, or lives that end by a kill; 10,000, 10,000 and 1,000 if not said
  --penuh N   lives that end on a full disk; 200 if not said
  --cepat     a few of each
  --benih N   seed of all that is left to chance
";

/// Begins what is asked for.
pub(crate) fn faults(mut arguments: lexopt::Parser) -> Result {
    match arguments.next()? {
        Some(Value(word)) if word == "scans" => scans::faults(arguments),
        Some(Value(word)) if word == "journal" => journal::faults(arguments),
        Some(Value(word)) if word == "store" => store::faults(arguments),
        Some(Long("help") | Short('h')) => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(HELP.into()),
    }
}
