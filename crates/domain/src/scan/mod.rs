//! Scans: which letter each page belongs to by its code, and whether the scan may file itself. Nothing is filed on a guess.

mod doubt;
mod named;
mod sort;
#[cfg(test)]
mod tests;

pub use doubt::{Doubt, Doubts};
pub use named::{NamedBy, Words};
pub use sort::{Bundle, KnownLetter, LoosePages, SeenPage, Sorted, sort};
