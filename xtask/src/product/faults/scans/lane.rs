//! One office, one folder, one scanner: life after life of the program, until every scan is put down and taken in.

use super::life::{self, Disk};
use super::proof::{self, Counts};
use super::scanner::Scanner;
use crate::bench::mix;
use sandika_testkit::{TestOffice, awaited_letter, photographed};
use std::fs;
use std::path::Path;
use std::time::Duration;
use xtask::Result;

/// Scans that are put down during one life of the program.
const BATCH: u64 = 20;

/// Of so many scans one is a letter that files itself.
const LETTERS: u64 = 50;

/// Lives without a death in the end, until all is taken in.
const CALM: u32 = 60;

/// Runs a lane in a folder of its own and proves what came of it.
pub(super) fn run(place: &Path, scans: u64, seed: u64) -> Result<Counts> {
    fs::create_dir_all(place.join("pindai"))?;
    let mut office = TestOffice::staying_in(place);
    let letters: Vec<_> = (0..scans.div_ceil(LETTERS)).map(|number| awaited_letter(&mut office, number as u32)).collect();
    drop(office);
    let files: Vec<Vec<u8>> = letters.iter().map(|letter| photographed(&[(&letter.pdf, 1)])).collect();
    let mut scanner = Scanner::new(place.join("pindai"), seed, files);
    let mut counts = Counts::default();
    let mut life = 0;
    while scanner.count() < scans {
        life += 1;
        let chance = mix(seed.wrapping_add(life << 8));
        let disk = if life % 6 == 3 { Disk::Full { kib: 1 + chance % 2_000 } } else { Disk::Roomy };
        let program = life::begin(place, disk)?;
        scanner.replace_what_was_taken()?;
        let most = BATCH.min(scans.saturating_sub(scanner.count()));
        scanner.put_down(most, LETTERS)?;
        // Somewhere in the middle of its work: after some of its lines, and a moment that falls between two of them.
        program.kill_after((chance >> 11) % (BATCH * 2), Duration::from_micros((chance >> 23) % 250_000))?;
        counts.kills += 1;
        counts.full += u64::from(matches!(disk, Disk::Full { .. }));
    }
    let mut calm = 0;
    while !life::to_its_end(place)? {
        calm += 1;
        if calm > CALM {
            break;
        }
    }
    proof::prove(place, &scanner, letters.len() as u64, &mut counts)?;
    Ok(counts)
}
