//! Use cases: one function for each thing that a user does. Each gathers what the rules need, lets the domain decide, and records the result in one
//! transaction.
//!
//! What it deliberately does not know: the wire, the screen, SQL, PDF operators. The outside world stands behind [`ports`].

mod cases;
pub mod content;
mod desk;
mod error;
pub mod hash;
mod identity;
mod letters;
mod media;
mod messages;
mod office;
pub mod outside;
mod owners;
pub mod ports;
mod register;
mod setup;

pub use cases::{CaseFile, CaseSummary, NewCase, PAGE, Timeline};
pub use desk::Found;
pub use error::AppError;
pub use letters::{Issued, LetterRequest};
pub use messages::Composed;
pub use office::Office;
pub use owners::OwnerFile;
pub use sandika_store::KdfCost;
pub use setup::Official;
