//! Backups that are known to restore.
//!
//! A *place* is a folder of the officer's choice. In it lies `sandika-cadangan/<office>/`:
//!
//! | path | what it is |
//! |---|---|
//! | `cadangan/<time>.json` | the manifest of one backup, written last: it *is* the backup |
//! | `objek/ab/<hash>` | the parts, each under the SHA-256 of its bytes; never changed, shared by all backups |
//! | `uji/<time>.json` | what became of its last test |
//! | `diterima/<time>` | the officer has seen why it holds less than the one before |
//! | `tempat.lock` | held while a program works in the place |
//!
//! Everything in it is encrypted as it is in the office: pieces of the database file, stored files, key slots as they are. What a manifest says is
//! vouched for with a key of the office's own. What this room deliberately does not know: when a backup is due, and where places are.

mod archive;
mod error;
mod fault;
mod index;
mod ladder;
mod list;
mod make;
mod manifest;
mod objects;
mod own_files;
mod place;
mod prune;
mod raise;
mod report;
mod restore;
mod shrink;
mod snapshot;
mod source;
mod swap;
mod test;
#[cfg(test)]
mod tests;

pub use archive::{is_moving_file, write_moving_file};
pub use error::BackupError;
pub use ladder::kept;
pub use list::{Backup, Listing};
pub use make::{Made, make};
pub use manifest::Counts;
pub use own_files::{content_files, is_device_name, may_be_written};
pub use place::Place;
pub use prune::prune;
pub use report::TestReport;
pub use restore::{BackupSource, Unlocked};
pub use shrink::{Counted, Fallen};
pub use snapshot::Snapshot;
pub use swap::{Aside, aside_of, put_back, put_in_place, recover, waiting_folder};
pub use test::{BackupKeys, Share, scratch_of, test};
