//! The weight of the built page, as it would travel compressed: what every start of the window reads and understands.

use crate::{Result, repo::Repo};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// Most bytes of page, scripts and styles. Fonts are read as they are, and pdf.js comes on demand.
const MOST: usize = 300_000;
/// The chunks of pdf.js.
const READER: &str = "pdf";

/// Refuses a page that has become heavy, or that reads pdf.js at every start.
pub(super) fn check(repo: &Repo) -> Result {
    let page = repo.root.join("ui/dist");
    let mut weight = packed(&page.join("index.html"))?;
    let mut readers = 0;
    for entry in fs::read_dir(page.join("assets"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let script = [".js", ".mjs", ".css"].iter().any(|ending| name.ends_with(ending));
        if name.starts_with(READER) {
            readers += 1;
        } else if script {
            weight += packed(&path)?;
        }
    }
    println!("page: {weight} bytes compressed, without fonts and pdf.js");
    if readers < 2 {
        return Err("pdf.js and its worker are no chunks of their own any more: every start would read them".into());
    }
    if weight > MOST {
        return Err(format!("the page has {weight} bytes compressed, more than {MOST}: load on demand what a start does not show").into());
    }
    Ok(())
}

fn packed(file: &Path) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&fs::read(file)?)?;
    Ok(encoder.finish()?.len())
}
