//! The workshop: what people and CI run on this repository, by the same names.
//!
//! It knows the tree as files and as `cargo metadata`; it deliberately does not link the product, except in the binary `xtask-product`.

pub mod breach;
pub mod command;
pub mod fuzz;
mod graph;
pub mod guide;
pub mod layers;
pub mod page;
pub mod repo;
pub mod test;
pub mod tidy;
pub mod tools;
pub mod windows;

/// What a verb answers: nothing, or a sentence for the person at the terminal.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;
