//! Cases: opening, walking, looking at.

mod act;
mod document;
mod file;
mod names;
mod open;
mod queue;

pub(crate) use act::{Bench, DOCUMENT_LIMIT, act_within, case_in};
pub use document::Document;
pub use file::{CalledSop, CaseFile, Consent, Timeline};
pub use names::Names;
pub use open::NewCase;
pub use queue::{CaseSummary, PAGE, Queue};
pub(crate) use queue::{Watch, clock_runs};
