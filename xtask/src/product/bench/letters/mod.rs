//! Letters and SOPs: a one-page letter in bulk and from a cold process, its size, many pages, many letters; and the check of the five SOPs.

mod memory;
mod peers;
mod sample;
mod stored;

use super::samples::Samples;
use super::table::{Line, Table};
pub(crate) use peers::{output, python};
use sample::Desk;
use sandika_app::content::Content;
use sandika_domain::check::check_file;
use sandika_domain::letter::LetterModel;
use sandika_letters::Typesetter;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use xtask::Result;

const LETTERS: u64 = 200;
const PROCESSES: usize = 25;
const CHECKS: usize = 50;
const TABLES: usize = 20;
/// Pages of the long letter.
const PAGES: usize = 40;
/// Largest file of a one-page letter, bytes.
const MOST_BYTES: usize = 45_000;
/// Arguments of a process that draws one letter, of one that draws many, and of one that does nothing.
pub(crate) const ONE_LETTER: &str = "satu-surat";
pub(crate) const MANY_LETTERS: &str = "banyak-surat";
pub(crate) const NOTHING: &str = "kosong";

/// Measures; `folder` takes the emblem, the office of the stored letters, and what other programs make; `tools` keeps those programs.
pub(crate) fn measure(folder: &Path, tools: &Path) -> Result<Vec<Table>> {
    let emblem = folder.join("lambang.png");
    fs::write(&emblem, sample::emblem()?)?;
    let desk = Desk::open(&emblem)?;
    let mut paper = Table::new("Letters and SOPs", "beside");
    let bulk = in_bulk(&mut paper, &desk)?;
    let cold = cold(&mut paper, &emblem, folder)?;
    long(&mut paper, &desk)?;
    stored::measure(&mut paper, folder, &emblem)?;
    memory::measure(&mut paper, &emblem)?;
    sops(&mut paper, &desk.content)?;
    println!("{paper}");
    let mut others = Table::new("The same letter by other programs", "Sandika");
    peers::measure(&mut others, &peers::Ours { bulk, cold, model: desk.letter(0)? }, folder, tools)?;
    println!("{others}");
    Ok(vec![paper, others])
}

/// The work of the process that is started cold: content read, letter composed, drawn, written nowhere.
pub(crate) fn one(emblem: &Path) -> Result {
    drop(black_box(Typesetter::shared().render(&Desk::open(emblem)?.letter(0)?)?));
    Ok(())
}

/// The work of the process whose memory is watched.
pub(crate) fn many(emblem: &Path) -> Result {
    memory::draw(&Desk::open(emblem)?)
}

/// Letters of as many people, one after the other.
fn in_bulk(table: &mut Table, desk: &Desk) -> Result<Samples> {
    let letters: Vec<LetterModel> = (0..LETTERS).map(|person| desk.letter(person)).collect::<Result<_>>()?;
    let (mut times, mut largest, mut pages) = (Samples::default(), 0, 0);
    for letter in &letters {
        let drawn = times.time(|| Typesetter::shared().render(letter))?;
        (largest, pages) = (largest.max(drawn.bytes.len()), pages.max(drawn.pages));
    }
    let what = format!("one-page letter, in bulk, {LETTERS} people");
    table.add(Line::time(&what, &times).target("≤ 5 ms", times.median() <= 5.0));
    let line = Line::figure("… its file, the largest of them, with emblem and fonts", format!("{largest} bytes ({pages} page)"));
    table.add(line.target("≤ 45 kB", largest <= MOST_BYTES));
    Ok(times)
}

fn cold(table: &mut Table, emblem: &Path, folder: &Path) -> Result<Samples> {
    let own = std::env::current_exe()?;
    let bench = |argument: &str| {
        let mut command = Command::new(&own);
        command.args(["bench", &format!("--{argument}")]).arg(emblem);
        started(command)
    };
    // What an officer's script starts; it is built beside this program.
    let product = own.with_file_name("sandika");
    let sample = || {
        let mut command = Command::new(&product);
        command.args(["surat", "contoh", sample::TEMPLATE, "--ke"]).arg(folder.join("contoh.pdf"));
        started(command)
    };
    let (mut letter, mut program, mut nothing) = (Samples::default(), Samples::default(), Samples::default());
    for _ in 0..PROCESSES {
        nothing.time(|| bench(NOTHING))?;
        letter.time(|| bench(ONE_LETTER))?;
        if product.exists() {
            program.time(sample)?;
        }
    }
    let line = Line::time("one-page letter, from a cold process (empty process beside)", &letter).beside(&letter, &nothing);
    table.add(line.target("≤ 20 ms", letter.median() <= 20.0));
    if product.exists() {
        table.add(Line::time("… `sandika surat contoh`, written to the disk", &program).beside(&program, &nothing));
    }
    Ok(letter)
}

/// Runs a process to its end.
fn started(mut command: Command) -> Result {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed").into()) }
}

fn long(table: &mut Table, desk: &Desk) -> Result {
    let model = desk.of_pages(PAGES)?;
    let mut times = Samples::default();
    for _ in 0..TABLES {
        times.time(|| Typesetter::shared().render(&model).map(|letter| drop(black_box(letter))))?;
    }
    let line = Line::time(&format!("letter with a table of {PAGES} pages"), &times);
    table.add(line.target("≤ 100 ms", times.median() <= 100.0));
    Ok(())
}

fn sops(table: &mut Table, content: &Content) -> Result {
    let knowledge = content.knowledge();
    let mut times = Samples::default();
    for _ in 0..CHECKS {
        times.time(|| {
            for sop in content.sops.values() {
                drop(black_box(check_file(&sop.parsed.file, sop.text.as_bytes(), &knowledge)));
            }
            Ok::<_, std::convert::Infallible>(())
        })?;
    }
    let line = Line::time(&format!("check of the {} SOPs, text to findings", content.sops.len()), &times);
    table.add(line.target("≤ 20 ms", times.median() <= 20.0));
    Ok(())
}
