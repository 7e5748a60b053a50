//! The reading program as the application uses it: one page with its start, and a thousand pages with what it holds.

use super::files;
use crate::bench::samples::Samples;
use crate::bench::table::{Line, Table};
use sandika_app::SCAN_LIMIT;
use sandika_intake::pages::Grey;
use sandika_intake::reader::{PageReading, Reader};
use sandika_intake::samples::Sheet;
use std::fs;
use std::ops::ControlFlow;
use std::time::Instant;
use xtask::Result;

const STARTS: usize = 21;
const PAGES: usize = 1000;
/// Most memory of the program, KiB.
const MOST: u64 = 300 * 1024;

/// Measures both; the program lies beside this one.
pub(super) fn measure(table: &mut Table) -> Result {
    let reader = Reader::beside_this_program();
    let sheet = |letter| Sheet { dpi: 300, ..Sheet::a4(letter, 1, 1) }.draw();
    let one = files::pdf(&[sheet(7)])?;
    let mut times = Samples::default();
    for _ in 0..STARTS {
        times.time(|| read(&reader, &one, &mut |page| check(page)))?;
    }
    table.add(Line::time("… through the reading program, with its start, code and small picture", &times));
    // The same few pages over and over: it is the number of pages that counts.
    let pages: Vec<Grey> = (1..=4).map(sheet).collect();
    // No larger file is taken in.
    let most = SCAN_LIMIT as usize / PAGES - 1_000;
    let packed = pages.iter().map(|page| files::jpeg_within(page, most)).collect::<Result<Vec<_>>>()?;
    let pictures: Vec<(&Grey, &[u8])> = (0..PAGES).map(|at| (&pages[at % 4], packed[at % 4].as_slice())).collect();
    let many = files::of_pictures(&pictures);
    let (mut peak, mut each, mut last) = (0, Samples::default(), Instant::now());
    read(&reader, &many, &mut |page| {
        each.push(last.elapsed());
        last = Instant::now();
        // The program still runs while it is asked for its last pages.
        if page.page % 100 == 0 || page.page + 8 > PAGES {
            peak = peak.max(held().unwrap_or(0));
        }
        check(page)
    })?;
    let what = format!("a page of {PAGES} in one file of {} MB", many.len() / 1_000_000);
    table.add(Line::time(&what, &each));
    if peak == 0 {
        table.add(Line::figure("… most memory of the reading program", "not measured here".to_owned()));
        return Ok(());
    }
    let mebibytes = |kibibytes: u64| format!("{} MiB", kibibytes / 1024);
    let line = Line::figure("… most memory of the reading program, which holds the file", mebibytes(peak));
    table.add(line.target("≤ 300 MiB", peak <= MOST));
    let beyond = peak.saturating_sub(many.len() as u64 / 1024);
    table.add(Line::figure("… of it beyond the file's own bytes", mebibytes(beyond)));
    Ok(())
}

fn read(reader: &Reader, bytes: &[u8], each: &mut dyn FnMut(PageReading) -> Result) -> Result {
    let mut outcome = Ok(());
    let summary = reader.read(bytes, &mut |page| {
        outcome = each(page);
        if outcome.is_err() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    outcome?;
    summary.map(drop).map_err(Into::into)
}

fn check(page: PageReading) -> Result {
    let whole = page.codes.len() == 1 && !page.thumb.is_empty() && page.trouble.is_none();
    if whole { Ok(()) } else { Err(format!("page {} gave {} codes, {:?}", page.page, page.codes.len(), page.trouble).into()) }
}

/// The most that a child of this process has held so far, KiB.
fn held() -> Option<u64> {
    let own = format!("PPid:\t{}\n", std::process::id());
    let children = fs::read_dir("/proc").ok()?.flatten().filter_map(|entry| fs::read_to_string(entry.path().join("status")).ok());
    let readers = children.filter(|status| status.starts_with("Name:\tsandika\n") && status.contains(&own));
    let peak = |status: String| status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().trim_end_matches(" kB").parse().ok());
    readers.filter_map(peak).max()
}
