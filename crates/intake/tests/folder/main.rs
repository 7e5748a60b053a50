//! Watched folders: when a file is whole, and what becomes of it. Time is handed in, so nothing here waits.

#![allow(clippy::unwrap_used, reason = "test code")]

mod away;
mod support;
mod watch;
#[cfg(windows)]
mod windows;
