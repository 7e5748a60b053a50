//! Letters of a case: seeing them before they are issued, issuing, printing, taking the signed ones back. And templates, tried without a case.

mod batch;
mod compose;
mod face;
mod installed;
mod issue;
pub(crate) mod out;
mod paper;
mod sample;
pub(crate) mod sheet;

pub(crate) use batch::reasons;
pub use batch::{Batch, BatchCheck, BatchDone, BatchLetter, BatchLine, BatchShape};
pub(crate) use compose::HEAD;
pub use compose::LetterRequest;
use compose::OFFICER;
pub(crate) use face::ReadFace;
pub use installed::InstalledFace;
pub use paper::Issued;
pub use sample::{SampleLetter, sample_letter, try_template};
pub(crate) use sample::{draw, try_with};
