//! Letters of a case: seeing them before they are issued, issuing, printing, taking the signed ones back. And templates, tried without a case.

mod compose;
mod issue;
mod out;
mod sample;

pub(crate) use compose::HEAD;
pub use compose::LetterRequest;
pub use issue::Issued;
pub use sample::{SampleLetter, sample_letter, try_template};
pub(crate) use sample::{draw, try_with};
