//! The real window, driven as an officer drives it.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop loudly")]

mod dialogs;
mod door;
mod files;
mod scans;
mod sending;
mod start;
mod typing;
mod walk;
mod window;
