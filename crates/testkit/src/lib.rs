//! What tests and the workshop share: sample data, temporary offices, a clock that is set by hand, and a walker that takes a case along any SOP
//! through the same commands as a user.
//!
//! All people, numbers and offices in it are fictitious.

#![allow(clippy::panic, clippy::unwrap_used, reason = "test code: a broken assumption must stop the test at once")]

mod awaited;
mod clock;
#[cfg(unix)]
mod cups;
mod office;
mod paper;
pub mod sample;
mod signed;
mod update;
mod walk;

pub use awaited::{AwaitedLetter, awaited_letter};
pub use clock::HandClock;
#[cfg(unix)]
pub use cups::PrintServer;
pub use office::{PASSPHRASE, TestOffice, reader};
pub use paper::{pdf_of, photographed, scan, worn};
pub use signed::{SIGNER, electronically_signed};
pub use update::UpdateKey;
pub use walk::{Step, Walker};
