//! What a letter says: templates, placeholders, and the model that is drawn.
//!
//! A template (`content/letters/*.toml`) plus the values of a case give a [`LetterModel`]; the crate `sandika-letters` draws it. The model holds
//! final text only: no placeholder, no condition, nothing that the drawing could decide differently.

pub mod code;
pub mod model;

pub use model::LetterModel;
