//! Scans: how many degraded pages give their code, beside zxing-cpp on the same pictures; how long a page takes; and what the reading program holds.

mod files;
mod found;
mod peer;
mod through;

use super::samples::Samples;
use super::table::{Line, Table};
use sandika_intake::code::{Effort, find_all};
use sandika_intake::pages::Book;
use sandika_intake::samples::Sheet;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use xtask::Result;

/// Times that a page is read.
const READINGS: usize = 41;

/// Measures; `folder` takes the pictures, `tools` keeps the other program.
pub(crate) fn measure(folder: &Path, tools: &Path) -> Result<Vec<Table>> {
    let mut codes = Table::new("Codes on degraded pages", "zxing-cpp");
    found::measure(&mut codes, folder, tools)?;
    println!("{codes}");
    let mut times = Table::new("Reading scans", "beside");
    for (what, side, limit) in [("a clean page", 22, 60.0), ("a page without a code", 0, 600.0)] {
        page(&mut times, what, side, limit)?;
    }
    through::measure(&mut times)?;
    println!("{times}");
    Ok(vec![codes, times])
}

/// A4 at 300 dpi in a PDF, from its bytes to its code, in this process.
fn page(table: &mut Table, what: &str, side: u32, limit: f64) -> Result {
    let bytes = Arc::new(files::pdf(&[Sheet { dpi: 300, side, ..Sheet::a4(7, 1, 1) }.draw()])?);
    let (mut all, mut unpacking) = (Samples::default(), Samples::default());
    for _ in 0..READINGS {
        let codes = all.time(|| {
            let grey = unpacking
                .time(|| Book::open(bytes.clone(), 1).map_err(|error| error.to_string())?.grey(0).map_err(|error| error.to_string()))?;
            Ok::<_, String>(black_box(find_all(&grey, Effort::Full)))
        })?;
        if codes.is_empty() != (side == 0) {
            return Err(format!("{what} gave {} codes", codes.len()).into());
        }
    }
    let line = Line::time(&format!("{what}, A4 at 300 dpi, from bytes to code (its unpacking beside)"), &all).beside(&all, &unpacking);
    table.add(line.target(&format!("≤ {limit} ms"), all.median() <= limit));
    Ok(())
}
