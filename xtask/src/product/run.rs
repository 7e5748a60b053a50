//! `cargo xtask run`: a sample case of each SOP, walked from the first form to the archive in a practice office.

use xtask::Result;

/// Walks the cases; letters and a timeline are left under `target/run/`.
pub(crate) fn run(_arguments: lexopt::Parser) -> Result {
    Err("run: sandika-app has no use case yet that opens an office".into())
}
