//! Scans: taken in from watched folders, read, filed by their codes; what cannot file itself waits in the tray (Kotak Pindai) for an officer.
//!
//! A scan is stored and recorded before its file is moved, and read without holding the office: its pages may take a while.

mod compose;
mod examine;
mod fate;
mod folders;
mod hand;
mod host;
mod list;
mod plan;
mod read;
mod scanner;
mod settle;
mod sort;
mod sweep;
mod take;

pub use compose::{PagePick, Picks};
pub use examine::{Examined, ExaminedCertificate, ExaminedContent, ExaminedScan, ExaminedSignature, examine};
pub use folders::{ScanDesk, ScanSettings, WaitingFile, WatchedFolder};
pub use hand::ScanTarget;
pub use host::{ScanHost, ScanPost};
pub use list::{ScanFile, ScanLetter, ScanSuggestion, ScanSummary};
pub use plan::{PlannedLetter, PlannedPiece, ScanPlan};
pub use read::{ScanJob, ScanSeen};
pub use scanner::{ScanNews, Scanner};
pub use settle::{MadeCut, ScanCut, Settling};
pub use take::SCAN_LIMIT;
