//! `cargo xtask gen`: the files that are made from the wire's list of commands and are committed.

use xtask::Result;

/// Writes the files, or with `check` only says which of them are not current.
pub(crate) fn generate(_check: bool) -> Result {
    Err("gen: sandika-api has no list of commands yet".into())
}
