//! Files as they come from scanners and from strangers, read by the real program.
#![allow(clippy::unwrap_used, reason = "test code")]

mod compose;
mod endings;
mod files;
mod hostile;
mod kinds;
mod pictures;
mod scans;
mod shows;
mod tiffs;

use sandika_intake::reader::{PageReading, Reader, Summary};
use sandika_intake::{PageTrouble, ReadFault};
use std::ops::ControlFlow;

/// The program under test, as it was built.
fn reader() -> Reader {
    Reader::clone(&sandika_testkit::reader())
}

/// Every page of a file, and what the file was.
fn read(reader: &Reader, bytes: &[u8]) -> (Vec<PageReading>, Result<Summary, ReadFault>) {
    let mut pages = Vec::new();
    let summary = reader.read(bytes, &mut |page| {
        pages.push(page);
        ControlFlow::Continue(())
    });
    (pages, summary)
}

/// The codes of a file page by page, as `letter/page-of`, or what is wrong with a page.
fn codes(bytes: &[u8]) -> Vec<Result<Vec<String>, PageTrouble>> {
    let (pages, summary) = read(&reader(), bytes);
    assert_eq!(summary.unwrap().pages, pages.len());
    let text = |page: PageReading| page.codes.iter().map(|code| format!("{}/{}-{}", code.letter, code.page, code.of)).collect();
    pages.into_iter().map(|page| page.trouble.map_or_else(|| Ok(text(page)), Err)).collect()
}
