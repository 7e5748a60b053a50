//! `cargo xtask faults scans`: scans under fire. A scanner with every bad habit writes into watched folders, and the program that takes them in is
//! killed again and again, now and then on a disk that takes no more. In the end every scan must be stored once, byte for byte.
//! `cargo xtask faults journal`: a journal that somebody tampers with, entry by entry, in every way.
//!
//! Everything happens under `target/faults` and goes away at the end; after a fault it stays, to be looked at.

mod journal;
mod lane;
mod life;
mod proof;
mod scanner;

use lexopt::prelude::*;
use proof::Counts;
use std::fs;
use std::thread;
use std::time::Instant;
use xtask::Result;
use xtask::repo::Repo;

const HELP: &str = "\
cargo xtask faults scans [--jumlah N] [--cepat] [--benih N]
cargo xtask faults journal [--jumlah N] [--cepat]

  --jumlah N  scans that are put down, or entries that are tampered with; 10,000 if not said
  --cepat     a few hundred
  --benih N   seed of all that is left to chance
";

/// Offices that are under fire side by side.
const LANES: u64 = 4;

/// Scans of a quick run.
const FEW: u64 = 300;

/// Puts the scans down, kills, and proves.
pub(crate) fn faults(mut arguments: lexopt::Parser) -> Result {
    let (mut scans, mut seed, mut subject) = (10_000_u64, 1_u64, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(word) if word == "scans" || word == "journal" => subject = Some(word),
            Long("jumlah") => scans = arguments.value()?.parse()?,
            Long("cepat") => scans = FEW,
            Long("benih") => seed = arguments.value()?.parse()?,
            Long("help") | Short('h') => {
                print!("{HELP}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(subject) = subject else { return Err(HELP.into()) };
    let target = Repo::here()?.root.join("target/faults");
    fs::create_dir_all(&target)?;
    if subject == "journal" {
        let folder = tempfile::Builder::new().prefix("jurnal-").tempdir_in(&target)?;
        return journal::run(folder.path(), usize::try_from(scans)?);
    }
    let folder = tempfile::Builder::new().prefix("pindai-").tempdir_in(&target)?;
    let began = Instant::now();
    let lanes: Vec<_> = (0..LANES)
        .map(|lane| {
            let place = folder.path().join(format!("lajur-{lane}"));
            thread::spawn(move || lane::run(&place, scans.div_ceil(LANES), seed ^ (lane << 32)).map_err(|error| error.to_string()))
        })
        .collect();
    let mut counts = Counts::default();
    let mut broken = Vec::new();
    for lane in lanes {
        match lane.join().map_err(|_| "a lane panicked".to_owned()).flatten() {
            Ok(found) => counts.add(&found),
            Err(error) => broken.push(error),
        }
    }
    println!("{counts}\nin {:.0} s, seed {seed}", began.elapsed().as_secs_f64());
    if broken.is_empty() && counts.faults() == 0 {
        return Ok(());
    }
    Err(format!("{} faults, {broken:?}; what is left of it lies in {}", counts.faults(), folder.keep().display()).into())
}
