//! The rules of Sandika, pure: SOP definitions and their checker, the case and its state machine, evidence, working-time clocks, the identities
//! of people, letter numbers, and what a letter says.
//!
//! What it deliberately does not know: files, the clock on the wall, randomness, SQLite, PDF, the screen. Time, identifiers and stored facts
//! are handed to it; it answers with values.

pub mod calendar;
pub mod case;
pub mod check;
pub mod classification;
pub mod document;
pub mod fact;
pub mod ids;
pub mod letter;
pub mod number;
pub mod office;
pub mod owner;
pub mod person;
pub mod reminder;
pub mod retention;
pub mod scan;
pub mod sop;
pub mod user;
pub mod words;
