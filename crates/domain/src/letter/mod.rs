//! What a letter says: templates, placeholders, and the model that is drawn.
//!
//! A template (`content/letters/*.toml`) plus the values of a case give a [`LetterModel`]; the crate `sandika-letters` draws it. The model holds
//! final text only: no placeholder, no condition, nothing that the drawing could decide differently.

mod attachment;
mod block;
mod checklist;
pub mod choices;
pub mod code;
pub mod condition;
mod face;
pub mod fault;
pub mod fill;
pub mod form;
#[cfg(test)]
mod form_tests;
mod head;
pub mod many;
pub mod media;
pub mod model;
pub mod names;
mod origin;
pub mod parse;
pub mod parts;
pub mod placeholder;
mod read;
mod replaced;
pub mod samples;
mod sheet;
#[cfg(test)]
mod shipped_tests;
pub mod template;
#[cfg(test)]
mod template_tests;
pub mod values;
mod words;

pub use face::{FontFile, OwnFace};
pub use fault::{FaultCode, TemplateFault};
pub use fill::{LetterSetup, LetterValues};
pub use form::TemplateForm;
pub use model::LetterModel;
pub use origin::TemplateOrigin;
pub use replaced::Replaced;
pub use template::Template;
