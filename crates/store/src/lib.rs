//! The store: the only room that knows SQLite. It keeps what has happened (the journal), what follows from it (projections, search), what is
//! being typed (drafts) and the bytes of files, all of it encrypted on the disk.
//!
//! What it deliberately does not know: the rules of a case, letters, the clock on the wall. Facts come in, facts and rows go out; a moment or an
//! identifier is handed in by the caller.
//!
//! An office is one folder:
//!
//! | path | what it is |
//! |---|---|
//! | `sandika.db` (`-wal`, `-shm`) | the database, encrypted as a whole with SQLCipher |
//! | `kunci.json` | the key slots: the master key, wrapped under a passphrase |
//! | `sandika.jangkar` | where the journal ended; `sandika.jangkar.<time>`: one that the journal did not keep up with |
//! | `sandika.teruji` | how far the chain has been verified |
//! | `sandika.lock` | held while a process has the office open |
//! | `berkas/ab/…` | stored files, encrypted, named by a keyed hash |
//! | `rusak/…` | damaged databases, set aside; never deleted |
//! | `cadangan/…` | copies kept before a migration; backups lie elsewhere, see [`backup`] |
//!
//! [`Store::transact`] is the one way to change anything that is a fact; [`Store::read`] is the one way to see it.

#[cfg(test)]
extern crate self as sandika_store;

mod anchor;
pub mod backup;
mod bad_entry;
mod blobs;
mod cipher;
mod drafts;
mod erase;
mod error;
mod files;
mod journal;
mod keys;
mod ledger;
mod list;
mod lock;
mod open;
mod outgoing;
mod progress;
mod project;
mod rebuild;
mod scans;
mod schema;
mod search;
mod slots;
mod sql;
mod store;
#[cfg(test)]
#[allow(dead_code)] // shared with tests/, which use all of it
#[path = "../tests/store/support.rs"]
mod support;
mod take_in;
mod verify;

pub use bad_entry::BadEntry;
pub use blobs::StoredBlob;
pub use drafts::{Draft, DraftSubject};
pub use error::StoreError;
pub use files::rename_patiently;
pub use journal::{Entry, EntryHeader, ExportedEntry, ExportedParts, Loose, MAX_FACTS, OpenEntry, Recorded, Recording};
pub use keys::{BINDS_TO_ACCOUNT, KdfCost, MIN_PASSPHRASE_CHARS};
pub use ledger::{Ledger, START_WAIT};
pub use list::{AgendaBookPrintRow, PrintFilter, PrintResult, PrintRow};
pub use list::{CaseFilter, CaseListRow, CertificateRow, LetterFilter, LetterRow, OfficialRow, OwnerRow, QueueCount, SopRow, TemplateRow};
pub use list::{ChainedEntry, JournalFilter, JournalHead, JournalRow};
pub use list::{ClassificationListRow, Door, UserRow};
pub use list::{DestructionRow, HoldRow, KeptCase, KeptCertificate, KeptFile, ReportCase, RetentionTableRow};
pub use list::{NumberFilter, NumberHolder, NumberRequest, NumberRow, SavedTemplate};
pub use open::Creation;
pub use outgoing::{Outgoing, OutgoingState, Way};
pub use progress::{Progress, Stage, Watcher};
pub use project::{Standing, Subject, SubjectKind};
pub use rebuild::Rebuilt;
pub use scans::{Scan, ScanCounts, ScanFilter, ScanPage, ScanPart, ScanPlace, ScanSource, ScanState};
pub use search::{Hit, HitKind};
pub use slots::SlotChange;
pub use store::{Store, Tx};
pub use verify::{Problem, ProblemKind, Report, Slice, Verified};
