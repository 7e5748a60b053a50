//! What files of codes are read as, and what they change.

mod files;
mod lists;
mod noise;

use super::Classification;

fn row(code: &str, name: &str, note: &str) -> Classification {
    Classification { code: code.into(), name: name.into(), note: note.into() }
}
