//! Letters from outside: the PDF as a reader, a scanner and a judge of archives see it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test's own function may end in a panic too")]

mod attachment;
mod code;
mod common;
mod faces;
mod file;
mod golden;
mod long;
mod mark;
mod pages;
mod preflight;
mod preview;
mod text;
