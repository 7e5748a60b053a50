//! The real program, run as a user or a script runs it.

#![allow(clippy::panic, clippy::unwrap_used, reason = "test code: a broken assumption must stop the test at once")]

mod bundel;
mod cadangan;
mod damage;
mod help;
mod jurnal;
mod keys;
mod klasifikasi;
mod make;
mod pembaruan;
mod register;
mod scans;
mod sop;
mod support;
mod surat;
mod wire;
