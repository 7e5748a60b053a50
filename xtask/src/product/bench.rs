//! `cargo xtask bench`: the speed of the product, each figure beside a yardstick of the same run. What the figures mean: docs/performance.md.
//!
//! Everything happens in one folder under `target/bench`, on the disk of the tree, and goes away at the end.

mod backup;
mod cipher;
mod commit;
mod copy;
mod fill;
mod letters;
mod numbers;
mod office;
mod pattern;
mod person;
mod reading;
mod samples;
mod scans;
mod step;
mod table;
mod upkeep;
#[cfg(target_os = "linux")]
mod window;

use commit::Bare;
use lexopt::prelude::*;
use office::BenchOffice;
pub(crate) use person::mix;
use reading::Pair;
use std::fs;
use std::path::{Path, PathBuf};
use table::Table;
use xtask::Result;
use xtask::repo::Repo;

const HELP: &str = "\
cargo xtask bench [--kecil] [--surat | --nomor | --pindai | --cadangan | --sandi | --perawatan | --jendela | --mulai] [--ketat]

  --kecil     a quick look: 10,000 cases instead of 100,000
  --surat     letters and SOPs only, with the same letter by other programs
  --nomor     numbers only: 100,000 of them taken by processes that are killed
  --pindai    scans only: degraded pages beside zxing-cpp, the time of a page, the reading program's memory
  --cadangan  backups only: ten thousand stored files, one change each time
  --sandi     SQLCipher beside plain SQLite only
  --perawatan rebuilding and verifying only
  --jendela   the window only, over an office that stays under target/bench for the next time; with pictures of what was measured
  --mulai     starts of the window only, over the same office
  --ketat     exit status 1 when a target is missed
";

/// Cases of the small office.
const SMALL: u64 = 1_000;

/// The office in a data folder, where the program looks for it.
const OFFICE: &str = "kantor";

/// A part that can be measured by itself.
#[derive(Clone, Copy)]
enum Part {
    Letters,
    Numbers,
    Scans,
    Backups,
    Cipher,
    Upkeep,
    Window,
    Starts,
}

/// What to measure.
struct Plan {
    /// Cases of the large office.
    cases: u64,
    /// The one part to measure; everything if none.
    only: Option<Part>,
    /// A missed target is an error.
    strict: bool,
}

/// Measures and prints.
pub(crate) fn bench(mut arguments: lexopt::Parser) -> Result {
    let mut plan = Plan { cases: 100_000, only: None, strict: false };
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("kecil") => plan.cases = 10_000,
            Long("surat") => plan.only = Some(Part::Letters),
            Long("nomor") => plan.only = Some(Part::Numbers),
            Long("pindai") => plan.only = Some(Part::Scans),
            Long("cadangan") => plan.only = Some(Part::Backups),
            Long("sandi") => plan.only = Some(Part::Cipher),
            Long("perawatan") => plan.only = Some(Part::Upkeep),
            Long("jendela") => plan.only = Some(Part::Window),
            Long("mulai") => plan.only = Some(Part::Starts),
            Long("ketat") => plan.strict = true,
            Long(letters::ONE_LETTER) => return letters::one(&PathBuf::from(arguments.value()?)),
            Long(letters::MANY_LETTERS) => return letters::many(&PathBuf::from(arguments.value()?)),
            Long(letters::NOTHING) => return Ok(()),
            Long(numbers::ISSUER) => {
                return numbers::issue_for_ever(&PathBuf::from(arguments.value()?), &PathBuf::from(arguments.value()?));
            }
            Long("help") | Short('h') => {
                print!("{HELP}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let target = Repo::here()?.root.join("target/bench");
    fs::create_dir_all(&target)?;
    let folder = tempfile::Builder::new().prefix("kantor-").tempdir_in(&target)?;
    let tables = match plan.only {
        Some(Part::Letters) => letters::measure(folder.path(), &target)?,
        Some(Part::Numbers) => vec![under_fire(&plan, folder.path())?],
        Some(Part::Scans) => scans::measure(folder.path(), &target)?,
        Some(Part::Backups) => vec![backups(folder.path(), &pattern::walk_all(&folder.path().join("pola"))?)?],
        Some(Part::Cipher) => vec![cipher(folder.path())?],
        Some(Part::Upkeep) => vec![upkeep_only(&plan, folder.path())?],
        Some(Part::Window) => vec![window_only(&plan, &target, false)?],
        Some(Part::Starts) => vec![window_only(&plan, &target, true)?],
        None => measure(&plan, folder.path(), &target)?,
    };
    let missed: Vec<String> = tables.iter().flat_map(Table::missed).collect();
    println!("{}", if missed.is_empty() { "Every target is met.".to_owned() } else { format!("Missed: {}", missed.join("; ")) });
    if plan.strict && !missed.is_empty() { Err("targets were missed".into()) } else { Ok(()) }
}

/// Measures everything, printing each table as it is done.
fn measure(plan: &Plan, folder: &Path, target: &Path) -> Result<Vec<Table>> {
    let mut tables = letters::measure(folder, target)?;
    tables.extend(scans::measure(folder, target)?);

    let patterns = pattern::walk_all(&folder.join("pola"))?;
    let make = |name: &str, cases: u64| -> Result<BenchOffice> {
        let made = BenchOffice::make(&folder.join(name).join(OFFICE), &patterns, cases)?;
        let (cases, facts, seconds) = (made.filled.cases, made.filled.facts, made.filled.took.as_secs_f64());
        println!("Office of {cases} cases: {facts} facts, {} MB, recorded in {seconds:.1} s\n", made.megabytes());
        Ok(made)
    };
    let mut offices = Pair { small: make("kecil", SMALL)?, large: make("besar", plan.cases)? };

    let mut reading = Table::new(&format!("Reading an office of {} cases", plan.cases), &format!("of {SMALL} cases"));
    reading::opening(&mut reading, &mut offices)?;
    reading::case_in_store(&mut reading, &offices)?;
    let mut opened = Pair { small: offices.small.open()?, large: offices.large.open()? };
    reading::screens(&mut reading, &mut opened)?;
    reading::searches(&mut reading, &mut opened)?;
    println!("{reading}");

    let mut steps = Table::new("Completing a step, durable", "bare commit");
    let (small, large) = (SMALL.to_string(), plan.cases.to_string());
    let mut opened = [(small.as_str(), opened.small), (large.as_str(), opened.large)];
    let first = patterns.first().ok_or("there is no pattern")?;
    step::measure(&mut steps, &mut opened, first, &Bare::make(folder)?)?;
    println!("{steps}");
    drop(opened);

    let mut upkeep = Table::new(&format!("Upkeep of an office of {} cases", plan.cases), "beside");
    upkeep::measure(&mut upkeep, &offices.large)?;
    println!("{upkeep}");

    let backups = backups(folder, &patterns)?;
    let cipher = cipher(folder)?;
    let numbers = under_fire(plan, folder)?;
    let window = in_window(&folder.join("besar"), plan.cases, target, false)?;
    tables.extend([reading, steps, upkeep, backups, cipher, numbers, window]);
    Ok(tables)
}

/// Backups, and the test of one.
fn backups(folder: &Path, patterns: &[pattern::Pattern]) -> Result<Table> {
    let mut table = Table::new("Backups of an office with 10,000 stored files", "beside");
    backup::measure(&mut table, folder, patterns)?;
    println!("{table}");
    Ok(table)
}

/// Rebuilding and verifying an office that is made for it.
fn upkeep_only(plan: &Plan, folder: &Path) -> Result<Table> {
    let patterns = pattern::walk_all(&folder.join("pola"))?;
    let office = BenchOffice::make(&folder.join("besar").join(OFFICE), &patterns, plan.cases)?;
    let mut table = Table::new(&format!("Upkeep of an office of {} cases", plan.cases), "beside");
    upkeep::measure(&mut table, &office)?;
    println!("{table}");
    Ok(table)
}

/// What encryption costs.
fn cipher(folder: &Path) -> Result<Table> {
    let mut table = Table::new("SQLCipher, the same rows and statements", "plain SQLite");
    cipher::measure(&mut table, folder)?;
    println!("{table}");
    Ok(table)
}

/// Numbers that are taken by processes that are killed.
fn under_fire(plan: &Plan, folder: &Path) -> Result<Table> {
    let mut table = Table::new("Numbers of a register under fire", "beside");
    numbers::measure(&mut table, folder, u32::try_from(plan.cases).unwrap_or(u32::MAX))?;
    println!("{table}");
    Ok(table)
}

/// Measures the window alone, or only its starts, over an office that is made where there is none yet.
fn window_only(plan: &Plan, target: &Path, starts: bool) -> Result<Table> {
    let data = target.join(format!("jendela-{}", plan.cases));
    let ready = data.join("siap");
    if !ready.exists() {
        drop(fs::remove_dir_all(&data));
        let patterns = pattern::walk_all(&data.join("pola"))?;
        BenchOffice::make(&data.join(OFFICE), &patterns, plan.cases)?;
        fs::write(&ready, "")?;
    }
    in_window(&data, plan.cases, target, starts)
}

/// What an officer sees, where the system lets it be watched.
fn in_window(data: &Path, cases: u64, target: &Path, starts: bool) -> Result<Table> {
    let mut table = Table::new(&format!("The window of an office of {cases} cases"), "empty window");
    #[cfg(target_os = "linux")]
    if starts { window::starts(&mut table, data) } else { window::measure(&mut table, data, &target.join("layar")) }?;
    #[cfg(not(target_os = "linux"))]
    let _ = (data, target, starts);
    println!("{table}");
    Ok(table)
}
