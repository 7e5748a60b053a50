//! A letter's model becomes PDF bytes.
//!
//! The way through the crate is one way: `letterhead`, `head`, `blocks`, `signature` and `attachment` turn the model into a row of unbreakable items,
//! `flow` spreads these over pages, `footer` and `code` fill the lower margin, `mark` says what is no valid letter, `pdf` writes what
//! came out and `archive` finishes the file. Up to there everything is a neutral list of marks (`draw`); only `pdf`, `cut`, `emblem`, `binding`,
//! `resources` and `archive` know a PDF library. What may have any number of pages goes the same way in two passes (`long`, `binding`).
//!
//! A letter in the office's own face brings its files along (`own`).
//!
//! What it deliberately does not know: files, the clock, randomness, cases, templates. The same model gives the same bytes, in any order and in
//! any process; what is kept between letters (`recent`) only saves time.

mod archive;
mod attachment;
mod binding;
mod blocks;
mod code;
mod cut;
mod draw;
mod emblem;
mod error;
mod flow;
mod fonts;
mod footer;
mod frame;
mod head;
mod legible;
mod letterhead;
mod long;
mod mark;
mod own;
mod paper;
mod paragraph;
mod pdf;
mod recent;
mod resources;
mod shape;
mod signature;
mod typesetter;

pub use archive::Conformance;
pub use emblem::{LogoFault, prepare_emblem};
pub use error::{LetterError, Place};
pub use legible::Legible;
pub use long::Watch;
pub use own::{FontCut, FontFacts, FontFault, FontGlance, check_font, glance_at_font};
pub use paper::paper_of;
pub use typesetter::{Rendered, Typesetter};

use sandika_domain::letter::LetterModel;

/// The letter as PDF bytes, set with the process-wide [`Typesetter`].
///
/// # Errors
/// See [`LetterError`]; nothing is ever left out or replaced silently.
pub fn render(model: &LetterModel) -> Result<Vec<u8>, LetterError> {
    render_with_pages(model).map(|rendered| rendered.bytes)
}

/// Like [`render`], with the number of pages.
///
/// # Errors
/// See [`LetterError`].
pub fn render_with_pages(model: &LetterModel) -> Result<Rendered, LetterError> {
    Typesetter::shared().render(model)
}
