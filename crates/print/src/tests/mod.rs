//! Printing tried whole: on a system of the tests' own everywhere, on a queue of wine's where that is.

#![allow(clippy::unwrap_used, reason = "test code")]

mod drawn;
mod fake;
mod letters;
mod listed;
mod pixels;
mod queue;
#[cfg(windows)]
mod wine;
