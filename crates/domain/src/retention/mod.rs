//! How long files are kept, and what becomes of them then (*Jadwal Retensi Arsip*, JRA): the table of the office, where the file of an owner stands
//! by it, and who may agree to a destruction.
//!
//! The unit is the file of one owner: all cases and certificates of that person. The law speaks of the person's data (UU 27/2022), and one key
//! seals all of it, so that a part of it cannot be destroyed and the rest kept.

mod proposal;
mod standing;
mod table;

#[cfg(test)]
mod tests;

pub use proposal::{MOST_FILES, ProposalState, RetentionRejection, may_approve, may_be_destroyed, may_carry_out, may_drop};
pub use standing::{CaseEnd, CertificateEnd, FileParts, Phase, Standing, standing};
pub use table::{Count, Fate, RetentionFault, RetentionTable, Rule, Security, Term};
