//! Scans: taken in from watched folders, read, filed by their codes; what cannot file itself waits in the tray (Kotak Pindai) for an officer.
//!
//! A scan is stored and recorded before its file is moved, and read without holding the office: its pages may take a while.

mod compose;
mod folders;
mod hand;
mod list;
mod read;
mod scanner;
mod settle;
mod sort;
mod suggest;
mod sweep;
mod take;

pub use compose::{PagePick, Picks};
pub(crate) use folders::ScanDesk;
pub use folders::{ScanSettings, WaitingFile, WatchedFolder};
pub use hand::ScanTarget;
pub use list::{ScanFile, ScanLetter, ScanSuggestion, ScanSummary};
pub use read::{ScanJob, ScanSeen};
pub use scanner::{ScanNews, Scanner};
pub use settle::{MadeCut, ScanCut};
pub use suggest::ScanGuess;
pub use take::SCAN_LIMIT;
