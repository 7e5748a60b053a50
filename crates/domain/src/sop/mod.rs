//! SOP definitions: what the printed SOP says, word for word, and what the application does at each step.
//!
//! [`Sop::parse`] turns a file into a [`ParsedSop`] or into all of its faults. Whether a well-formed SOP makes sense is judged by
//! [`crate::check`]; a case walks along it in [`crate::case`].

mod condition;
mod field;
mod flow;
mod message;
mod model;
mod parse;
mod parse_step;
mod placeholder;
mod reason;
mod step;
mod words;

pub use condition::{Condition, ConditionPath};
pub use field::{Field, FieldKind};
pub use message::{FilledMessage, Message, Messages};
pub use model::{Approval, Headings, Identity, Lane, ParsedSop, Sop, StatedTotal, SubSop};
pub use parse::SopReading;
pub use placeholder::{MissingValue, PLACEHOLDERS};
pub use reason::{CrlReason, Evidence, Reason, Reasons};
pub use step::{DocumentRequirement, LetterRequirement, MessageOffer, Outcome, Step};
pub use words::{Channel, Effect, Party, ServiceKind, Symbol};
