//! Letters of a case: seeing them before they are issued, issuing, printing, taking the signed ones back.

mod compose;
mod issue;
mod out;

pub use compose::LetterRequest;
pub use issue::Issued;
