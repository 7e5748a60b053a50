//! From a model to bytes: compose the pages, write them.

use std::sync::LazyLock;

use sandika_domain::letter::LetterModel;
use sandika_domain::letter::model::Orientation;

use crate::archive::Conformance;
use crate::error::LetterError;
use crate::flow::Item;
use crate::fonts::Fonts;
use crate::frame::{Frame, Sheet};
use crate::own::OwnFaces;
use crate::shape::{Memo, TypeCase};
use crate::{archive, attachment, blocks, flow, footer, head, letterhead, mark, pdf, signature};

/// A drawn letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// How many pages it has, at least one.
    pub pages: usize,
}

/// Draws letters. Keeps each letter face it has met, parsed, so that many letters are drawn quickly; a fresh one parses only what the first letter
/// uses. May be shared between threads.
#[derive(Default)]
pub struct Typesetter {
    pub(crate) fonts: Fonts,
    pub(crate) writer: pdf::Writer,
}

impl Typesetter {
    /// One that has parsed nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The one of this process.
    pub fn shared() -> &'static Self {
        static SHARED: LazyLock<Typesetter> = LazyLock::new(Typesetter::new);
        &SHARED
    }

    /// Draws a letter, as PDF/A-2b.
    ///
    /// # Errors
    /// See [`LetterError`]; nothing is ever left out or replaced silently.
    pub fn render(&self, model: &LetterModel) -> Result<Rendered, LetterError> {
        self.render_as(model, Conformance::default())
    }

    /// Draws a letter by the rules of an archive standard.
    ///
    /// # Errors
    /// As [`Typesetter::render`].
    pub fn render_as(&self, model: &LetterModel, conformance: Conformance) -> Result<Rendered, LetterError> {
        let facts = archive::Facts::of(model)?;
        let own = OwnFaces::where_used(model.page.typeface, model.face.as_deref())?;
        let memo = Memo::default();
        let case = TypeCase { fonts: &self.fonts, typeface: model.page.typeface, own: own.as_ref(), memo: &memo };
        let sheets = compose(case, model)?;
        let logo = model.letterhead.as_ref().and_then(|letterhead| letterhead.logo_png.as_deref());
        let document = self.writer.write(&sheets, logo)?;
        Ok(Rendered { bytes: archive::finish(document, &facts, conformance)?, pages: sheets.len() })
    }
}

/// All pages of a letter, those of its attachments behind its own.
fn compose<'a>(case: TypeCase<'a>, model: &LetterModel) -> Result<Vec<Sheet<'a>>, LetterError> {
    let frame = Frame::new(model, Orientation::Upright, case)?;
    let mut sheets = flowed(frame, letter(&frame, model)?)?;
    for attachment in &model.attachments {
        let frame = Frame::new(model, attachment.orientation, case)?;
        sheets.extend(flowed(frame, attachment::items(&frame, attachment)?)?);
    }
    footer::decorate(model, &mut sheets)?;
    for Sheet { frame, page } in &mut sheets {
        page.marks.splice(0..0, mark::beneath(frame, model)?);
    }
    Ok(sheets)
}

fn flowed(frame: Frame<'_>, items: Vec<Item>) -> Result<Vec<Sheet<'_>>, LetterError> {
    let pages = flow::paginate(items, frame.top, frame.bottom)?;
    Ok(pages.into_iter().map(|page| Sheet { frame, page }).collect())
}

/// The letter itself.
fn letter(frame: &Frame<'_>, model: &LetterModel) -> Result<Vec<Item>, LetterError> {
    let mut items = beginning(frame, model)?;
    let mut body = blocks::items(frame, &model.blocks)?;
    if let Some(first) = body.first_mut() {
        first.gap += frame.gap();
    }
    items.append(&mut body);
    signature::append(frame, &model.signatures, &model.copies, &mut items)?;
    Ok(items)
}

/// What stands above the body.
pub(crate) fn beginning(frame: &Frame<'_>, model: &LetterModel) -> Result<Vec<Item>, LetterError> {
    let mut items = Vec::new();
    if let Some(letterhead) = &model.letterhead {
        items.push(letterhead::item(frame, letterhead)?);
    }
    items.extend(head::items(frame, &model.head)?);
    Ok(items)
}
