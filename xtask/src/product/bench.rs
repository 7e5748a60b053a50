//! `cargo xtask bench`: the speed of the product, as ratios measured in one run.

use xtask::Result;

/// Measures and prints.
pub(crate) fn bench(_arguments: lexopt::Parser) -> Result {
    Err("bench: sandika-store has no entry yet that opens a store".into())
}
