//! The store from outside: real files, real SQLCipher, real processes.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)] // a test may stop loudly; clippy.toml exempts only functions marked #[test]

mod anchor;
mod backup;
mod backup_faults;
mod backup_moves;
mod belonging;
mod blobs;
mod classifications;
mod clock;
mod drafts;
mod erase;
mod journal;
mod kill;
mod life;
mod lists;
mod looked;
mod numbers;
mod outgoing;
mod passphrase;
mod prints;
mod quiet;
mod random;
mod refused;
mod scans;
mod search;
mod support;
