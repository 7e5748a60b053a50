//! The journal as a file of JSON Lines: one line about the file, one for each entry, one that closes it (`docs/jurnal-format.md`). Whoever has the
//! file can verify it, without the office and without a passphrase.

mod check;
mod line;
mod report;
mod source;
mod write;

pub use check::JournalCheck;
pub use report::{FileProblem, FileReport};
pub use source::{JournalSource, check_journal_file};
pub use write::{JournalWanted, JournalWritten};

/// Name of the format, in the first line.
pub(crate) const FORMAT: &str = "sandika-jurnal";

/// Its version.
pub(crate) const VERSION: u32 = 1;
