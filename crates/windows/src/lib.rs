//! What only Windows itself can be asked for: the lock of its screen, a limit of memory.
//!
//! This crate alone calls the system itself, so that no other one needs `unsafe`. It knows nothing of desks, offices and scans.

#![cfg(windows)]

mod memory;
mod session;

pub use memory::limit_memory;
pub use session::listen;
