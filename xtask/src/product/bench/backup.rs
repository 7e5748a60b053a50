//! A backup of an office with ten thousand stored files: the first one, one after a single change, what the desk waits for meanwhile, and the test.

use super::copy::Copy;
use super::office::BenchOffice;
use super::pattern::Pattern;
use super::samples::Samples;
use super::table::{Line, Table};
use sandika_domain::fact::Moment;
use sandika_store::Store;
use sandika_store::backup::{self, Place, Share};
use sandika_testkit::PASSPHRASE;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};
use xtask::Result;

/// Stored files, and bytes of each: as many as two thousand cases leave.
const FILES: u64 = 10_000;
const BYTES: usize = 20_000;
const CASES: u64 = 2_000;
/// Backups after one change each.
const CHANGES: u64 = 15;
/// Longest that one of them may take, milliseconds.
const MOST: f64 = 1_000.0;

/// Measures in `folder`.
pub(crate) fn measure(table: &mut Table, folder: &Path, patterns: &[Pattern]) -> Result {
    let office = BenchOffice::make(&folder.join("cadangan-uji/kantor"), patterns, CASES)?;
    let mut store = office.store(PASSPHRASE)?;
    for number in 0..FILES {
        let mut bytes = vec![0x5a; BYTES];
        bytes[..8].copy_from_slice(&number.to_be_bytes());
        store.read().put_blob(&bytes, 1 << 20)?;
    }
    let place = folder.join("tempat");
    fs::create_dir(&place)?;
    let place = Place::at(&place);
    let now = office.now();
    let (first, _, bytes) = back_up(&store, &place, now)?;
    let what = format!("first backup: {} MB of database, {FILES} files", office.megabytes());
    table.add(Line::figure(&what, format!("{:.1} s, {} MB written", first.as_secs_f64(), bytes / 1_000_000)));
    let pattern = patterns.first().ok_or("there is no pattern")?;
    let (mut whole, mut held, mut written) = (Samples::default(), Samples::default(), 0);
    for change in 0..CHANGES {
        let moment = now + chrono::TimeDelta::minutes(30 * (change as i64 + 1));
        store.transact(moment, "petugas", |tx| Copy::of(pattern, 10_000_000 + change, moment).register(tx))?;
        let (took, still, bytes) = back_up(&store, &place, moment)?;
        whole.push(took);
        held.push(still);
        written = bytes.max(written);
    }
    let line = Line::time(&format!("backup after one change, {FILES} stored files"), &whole);
    table.add(line.target("≤ 1 s", whole.p95() <= MOST));
    table.add(Line::time("… of it the office is held", &held));
    table.add(Line::figure("… written anew, the most", format!("{} kB", written / 1_000)));
    test(table, &store, &place, folder, now)
}

/// How long it took, how long the office was held for it, and the bytes that were written.
fn back_up(store: &Store, place: &Place, moment: Moment) -> Result<(Duration, Duration, u64)> {
    let begun = Instant::now();
    let snapshot = store.snapshot(moment)?;
    let held = begun.elapsed();
    let made = backup::make(snapshot, place, &mut |_| ControlFlow::Continue(()))?;
    Ok((begun.elapsed(), held, made.bytes))
}

/// The test of the newest one, all files read. Rows speak of files that were never written, which is all that it may find.
fn test(table: &mut Table, store: &Store, place: &Place, folder: &Path, now: Moment) -> Result {
    let keys = store.backup_keys()?;
    let newest = place.backups(keys.office())?.backups.into_iter().next().ok_or("there is no backup")?;
    let begun = Instant::now();
    let report = backup::test(&keys, place, &newest.stamp, &folder.join("uji"), Share::All, now, &mut |_| ControlFlow::Continue(()))?;
    if let Some(problem) = report.problems.iter().find(|problem| !problem.contains("tidak ada dalam cadangan")) {
        return Err(format!("the backup does not restore: {problem}").into());
    }
    let seconds = begun.elapsed().as_secs_f64();
    table.add(Line::figure("test restore, all files", format!("{seconds:.1} s, {} files read", report.files_read)));
    Ok(())
}
