//! Scanned files: when one is whole, what its pages show, and which letter their codes name. The only room that watches folders.
//!
//! What it deliberately does not know: the store, cases, who awaits a letter. Files come in, pages and codes go out.

#[cfg(any(test, feature = "samples"))]
extern crate self as sandika_intake;

pub mod code;
mod compose;
mod fault;
pub mod kind;
mod look;
pub mod pages;
pub mod reader;
#[cfg(any(test, feature = "samples"))]
#[doc(hidden)]
#[allow(clippy::unwrap_used, reason = "drawn for tests and benches only")]
pub mod samples;

pub use compose::PlanPage;
pub use fault::{PageTrouble, ReadFault};
