//! Updates that come as a file: who signed it, what it brings, a copy of the installer that was proven, a backup, and the start of that copy.
//!
//! Nothing of the file is ever run from where it lies, and nothing is run that was not proven in the same step. What this deliberately does not know:
//! networks, and how a program is installed. The format stands in `docs/pembaruan-format.md`.

mod desk;
mod fault;
mod keys;
mod look;
mod manifest;
mod prepared;
mod write;

pub use desk::{UpdateStart, UpdateStarted};
pub use fault::UpdateFault;
pub use keys::{KeyFault, TrustedKeys};
pub use look::{Update, look_into_update, running_version};
pub(crate) use prepared::sweep;
pub use write::{NewUpdate, write_update};

use crate::archive::Limits;

/// What the file tells of itself.
const MANIFEST: &str = "pembaruan.toml";
/// The signature over the manifest, as minisign writes it.
const SIGNATURE: &str = "pembaruan.toml.minisig";
/// Largest manifest, and largest signature, bytes.
const TEXT_LIMIT: u64 = 64 << 10;
/// Three files, and an installer of at most 256 MB.
const LIMITS: Limits = Limits { files: 3, size: 256 << 20, total: (256 << 20) + 2 * TEXT_LIMIT };
/// The folder within the data folder into which installers are copied.
const FOLDER: &str = "Pembaruan";
