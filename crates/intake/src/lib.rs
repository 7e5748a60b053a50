//! Scanned files: when one is whole, what its pages show, and which letter their codes name. The only room that watches folders.
//!
//! What it deliberately does not know: the store, cases, who awaits a letter. Files come in, pages and codes go out.

mod fault;
pub mod kind;
pub mod pages;

pub use fault::{PageTrouble, ReadFault};
