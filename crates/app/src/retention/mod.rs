//! How long files are kept: the office's table, where each file stands, files that are held back, and the way of those that are destroyed.
//!
//! Nothing destroys itself. An officer proposes, a head agrees, somebody who may set the office up carries it out; the official record is stored
//! before the first key is destroyed.

mod carry_out;
mod files;
mod list_sheet;
mod official_record;
mod proposals;
mod table;

#[cfg(test)]
mod tests;

pub use files::{RetentionCounts, RetentionFile, RetentionList};
pub use official_record::{DestructionDetails, Witness};
pub use table::RetentionRules;
