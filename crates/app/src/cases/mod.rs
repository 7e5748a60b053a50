//! Cases: opening, walking, looking at.

mod act;
mod file;
mod open;
mod queue;

pub(crate) use act::{Bench, DOCUMENT_LIMIT, act_within};
pub use file::{CaseFile, Timeline};
pub use open::NewCase;
pub use queue::{CaseSummary, PAGE};
