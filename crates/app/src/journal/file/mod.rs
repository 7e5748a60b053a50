//! The journal as a file of JSON Lines: one line about the file, one for each entry, one that closes it (`docs/jurnal-format.md`). Whoever has the
//! file can verify it, without the office and without a passphrase.

mod case;
mod check;
mod line;
mod report;
mod source;
mod write;

pub(crate) use case::check_case_lines;
pub use check::JournalCheck;
pub use report::{FileProblem, FileReport};
pub use source::{JournalSource, check_journal_file};
pub use write::{JournalWanted, JournalWritten};

/// Name of the format, in the first line.
pub(crate) const FORMAT: &str = "sandika-jurnal";

/// Name of the same with the entries of one case alone.
pub(crate) const FORMAT_OF_CASE: &str = "sandika-jurnal-perkara";

/// Its version.
pub(crate) const VERSION: u32 = 1;
