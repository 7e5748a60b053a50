//! Backups: where they lie, when one is made, how it is tested, and how an office comes back from one.

mod backer;
mod desk;
mod find;
mod keep;
mod moving;
mod overview;
mod restore;
mod settings;

pub use backer::Backer;
pub(crate) use desk::BackupDesk;
pub use find::{FoundBackup, find_backups};
pub use keep::{BackedUp, check_place, own_place};
pub use moving::Moved;
pub use overview::{BackupOverview, BackupPlace, BackupWork, PlaceKind};
pub use restore::{Prepared, Restored};
pub use settings::BackupSettings;
