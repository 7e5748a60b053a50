//! What only Windows itself can be asked for: the lock of its screen, a limit of memory, an account's secrets, its
//! printers, a place beside its clock, the programs that it starts with.
//!
//! This crate alone calls the system itself, so that no other one needs `unsafe`. It knows nothing of desks, offices, letters and scans. On other
//! systems it holds nothing but the words in which Windows speaks of printers, so that what is done with them is tried there too.

#[cfg(windows)]
pub mod account;
#[cfg(windows)]
mod autostart;
#[cfg(windows)]
mod clock_icon;
#[cfg(windows)]
mod memory;
pub mod printing;
#[cfg(windows)]
mod session;
#[cfg(windows)]
mod text;

#[cfg(windows)]
pub use autostart::Autostart;
#[cfg(windows)]
pub use clock_icon::{ClockIcon, IconEvent, IconWords};
#[cfg(windows)]
pub use memory::limit_memory;
#[cfg(windows)]
pub use session::listen;
