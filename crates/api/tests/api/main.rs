//! Commands from outside: a real office behind them, asked as the window asks.
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code")]

mod agenda_book;
mod backups;
mod bad_input;
mod batch;
mod bundles;
mod classifications;
mod desk;
mod emblem;
mod home;
mod journal;
mod letters;
mod long_work;
mod numbers;
mod outgoing;
mod own_content;
mod practice;
mod print_set;
mod retention;
mod scans;
mod staying;
mod templates;
mod truth;
mod typefaces;
mod update_damage;
mod updates;
mod users;
mod walks;
