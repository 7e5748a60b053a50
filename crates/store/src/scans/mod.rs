//! Scanned files that came in: what they are, their pages, and the files that they came from. They wait here until they are with their case, and
//! stay as a record of where a paper came from.

pub(crate) mod erase;
mod keep;
mod list;
mod row;
mod sources;

pub use list::{ScanCounts, ScanFilter};
pub use row::{Scan, ScanPage, ScanPart, ScanPlace, ScanState};
pub use sources::ScanSource;
