//! `cargo xtask faults store`: an office under fire. A process opens requests, walks them along their SOPs with papers and letters, and keeps typing; it
//! says what it was told is done. It is killed at any moment, or its disk takes no more. Then everything it said must be there, and the store whole.

mod disk;
mod lane;
mod proof;
mod work;

use lexopt::prelude::*;
use proof::Counts;
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Instant;
use xtask::Result;
use xtask::repo::Repo;

/// Offices that are under fire side by side.
const LANES: u64 = 2;
/// Kills and full disks of a quick run.
const FEW: (u64, u64) = (24, 6);

/// Kills, fills disks, and proves.
pub(super) fn faults(mut arguments: lexopt::Parser) -> Result {
    let (mut kills, mut full, mut seed, mut working) = (1_000_u64, 200_u64, 1_u64, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("jumlah") => kills = arguments.value()?.parse()?,
            Long("penuh") => full = arguments.value()?.parse()?,
            Long("cepat") => (kills, full) = FEW,
            Long("benih") => seed = arguments.value()?.parse()?,
            Long("bekerja") => working = Some(PathBuf::from(arguments.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    if let Some(place) = working {
        return work::run(&place, seed);
    }
    let target = Repo::here()?.root.join("target/faults");
    fs::create_dir_all(&target)?;
    let folder = tempfile::Builder::new().prefix("kantor-").tempdir_in(&target)?;
    let began = Instant::now();
    let lanes: Vec<_> = (0..LANES)
        .map(|lane| {
            let place = folder.path().join(format!("lajur-{lane}"));
            let (kills, full) = (kills.div_ceil(LANES), full.div_ceil(LANES));
            thread::spawn(move || lane::run(&place, kills, full, seed ^ (lane << 32)).map_err(|error| error.to_string()))
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
