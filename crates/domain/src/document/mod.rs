//! Reading of the files an office may edit (`content/**/*.toml`): bytes in, a value or *all* of its faults out.
//!
//! TOML libraries stop at the first fault; an officer who mends a file wants every one of them, with its line and a plain sentence. So
//! this room walks the parsed document itself: a [`Table`] hands out values by key, notes each fault, and at the end names the keys
//! nobody asked for.
//!
//! What it deliberately does not know: files (it is handed bytes) and what any key means.

mod fault;
mod lines;
mod nearest;
mod raw;
mod read;
mod syntax;
mod table;
mod value;
mod word;

pub use fault::{Code, Finding, Level};
pub use lines::Lines;
pub use raw::{LARGEST_FILE, LONGEST_TEXT};
pub use read::{Reading, read};
pub use table::Table;
pub use word::Word;
pub(crate) use word::word_enum;
