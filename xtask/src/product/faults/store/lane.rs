//! One office after the other, each living through many deaths.

use super::disk::SmallDisk;
use super::proof::{self, Counts, Told};
use crate::bench::mix;
use sandika_testkit::TestOffice;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};
use xtask::Result;

/// Deaths of one office; then another begins, so that proving it stays quick.
const DEATHS: u64 = 40;
/// Whoever says nothing for so long is killed all the same.
const LONGEST: Duration = Duration::from_secs(20);
/// KiB on a small disk beyond what the office takes: enough to begin, not enough to go on for long.
const ROOM: (u64, u64) = (900, 2_600);
/// KiB that proving takes.
const TO_PROVE: u64 = 64 * 1024;

/// Runs a lane in a folder of its own.
pub(super) fn run(place: &Path, kills: u64, full: u64, seed: u64) -> Result<Counts> {
    let mut counts = Counts::default();
    for office in 0..kills.div_ceil(DEATHS) {
        let here = place.join(format!("kantor-{office}"));
        fs::create_dir_all(&here)?;
        drop(TestOffice::staying_in(&here));
        let deaths = DEATHS.min(kills - office * DEATHS);
        let mut told = Told::default();
        for life in 0..deaths {
            let chance = mix(seed.wrapping_add(office << 16).wrapping_add(life));
            killed(&here, life, chance, &mut told)?;
            counts.kills += 1;
            proof::prove(&here, &told, &mut counts)?;
        }
        // Of the full disks, this office's share: each on a copy, so that the office itself goes on growing by kills alone.
        let share = full * (office + 1) / kills.div_ceil(DEATHS) - full * office / kills.div_ceil(DEATHS);
        for life in 0..share {
            filled(&here, DEATHS + life, mix(seed.wrapping_add(office << 24).wrapping_add(life)), &told, &mut counts)?;
        }
        fs::remove_dir_all(&here)?;
    }
    Ok(counts)
}

/// A life that ends by a kill: after some of its lines, and a moment that falls between two of them.
fn killed(here: &Path, life: u64, chance: u64, told: &mut Told) -> Result {
    let (mut program, lines) = begin(here, life)?;
    let until = Instant::now() + LONGEST;
    // The first is said when the office is open; now and then it is killed before.
    for _ in 0..(chance >> 7) % 12 {
        match lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(line) => told.note(&line),
            Err(_) => break,
        }
    }
    thread::sleep(Duration::from_micros((chance >> 23) % 120_000));
    program.kill()?;
    program.wait()?;
    // What it said between our last look and its end was done as well.
    lines.iter().for_each(|line| told.note(&line));
    Ok(())
}

/// A life on a disk that fills up, over a copy of the office.
fn filled(here: &Path, life: u64, chance: u64, told: &Told, counts: &mut Counts) -> Result {
    let place = here.join("penuh");
    fs::create_dir_all(&place)?;
    let room = size(&here.join("kantor"))? / 1024 + ROOM.0 + (chance >> 9) % (ROOM.1 - ROOM.0);
    let disk = SmallDisk::make(&place, room)?;
    copy(&here.join("kantor"), &place.join("kantor"))?;
    let mut told = told.clone();
    let (mut program, lines) = begin(&place, life)?;
    let until = Instant::now() + LONGEST;
    loop {
        match lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(line) => told.note(&line),
            // It was refused something, and ended.
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => return Err("a small disk did not fill up".into()),
        }
    }
    program.kill()?;
    program.wait()?;
    counts.full += 1;
    disk.grow(room + TO_PROVE)?;
    proof::prove(&place, &told, counts)
}

fn begin(here: &Path, life: u64) -> Result<(Child, Receiver<String>)> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["faults", "store", "--bekerja"]).arg(here).args(["--benih", &life.to_string()]);
    let mut program = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let output = program.stdout.take().ok_or("the program says nothing")?;
    let (tell, lines) = channel();
    thread::spawn(move || BufReader::new(output).lines().map_while(std::result::Result::ok).try_for_each(|line| tell.send(line)));
    Ok((program, lines))
}

fn size(folder: &Path) -> Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        // A file takes whole pages of memory.
        sum += if entry.file_type()?.is_dir() { size(&entry.path())? } else { entry.metadata()?.len().next_multiple_of(4096) };
    }
    Ok(sum)
}

fn copy(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let there = to.join(entry.file_name());
        if entry.file_type()?.is_dir() { copy(&entry.path(), &there)? } else { fs::copy(entry.path(), there).map(drop)? }
    }
    Ok(())
}
