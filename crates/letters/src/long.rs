//! Letters and books of any length. Their pages are laid out twice, once to know how many there are and which glyphs they show, once to be written;
//! either time few of them lie in memory.

use std::ops::ControlFlow;

use sandika_domain::letter::LetterModel;
use sandika_domain::letter::model::{Block, Orientation};

use crate::archive::Conformance;
use crate::binding::Binding;
use crate::draw::Page;
use crate::error::LetterError;
use crate::flow::Stream;
use crate::frame::{Frame, Sheet};
use crate::own::OwnFaces;
use crate::pdf::{self, Shown};
use crate::shape::{Memo, TypeCase};
use crate::typesetter::{Rendered, Typesetter, beginning};
use crate::{archive, attachment, blocks, footer, mark, signature};

/// Is told every few pages how many pieces of how many are done, and answers whether the work goes on.
pub type Watch<'w> = dyn FnMut(usize, usize) -> ControlFlow<()> + 'w;

/// Pages that are written at once.
const BATCH: usize = 16;

impl Typesetter {
    /// Draws a letter of any length, as PDF/A-2b: the same pages as [`Typesetter::render`], in memory that hardly grows with them. Its own pages lie as
    /// `orientation` says, those of attachments as theirs does.
    ///
    /// # Errors
    /// As [`Typesetter::render`]; [`LetterError::Stopped`] when `watch` ended it.
    pub fn render_long(&self, model: &LetterModel, orientation: Orientation, watch: &mut Watch<'_>) -> Result<Rendered, LetterError> {
        self.render_long_as(model, orientation, Conformance::default(), watch)
    }

    /// The same by the rules of an archive standard.
    ///
    /// # Errors
    /// As [`Typesetter::render_long`].
    pub fn render_long_as(
        &self,
        model: &LetterModel,
        orientation: Orientation,
        conformance: Conformance,
        watch: &mut Watch<'_>,
    ) -> Result<Rendered, LetterError> {
        let facts = archive::Facts::of(model)?;
        let own = OwnFaces::where_used(model.page.typeface, model.face.as_deref())?;
        let memo = Memo::default();
        let case = TypeCase { fonts: &self.fonts, typeface: model.page.typeface, own: own.as_ref(), memo: &memo };
        let mut told = Told { done: 0, total: 2 * rows(model), watch };
        let (mut of, mut shown) = (0, Shown::default());
        lay(case, model, orientation, &mut told, &mut |frame, page| {
            of += 1;
            // How many there will be is not known yet; the number of the last page has no other glyphs than that of this one may have.
            pdf::note(&decorated(&frame, model, page, of, of.max(2))?, &mut shown);
            Ok(())
        })?;
        let cuts = self.writer.cuts(&Frame::new(model, orientation, case)?, shown)?;
        let logo = model.letterhead.as_ref().and_then(|letterhead| letterhead.logo_png.as_deref());
        let mut binding = Binding::new(&self.writer, cuts, logo);
        let (mut at, mut sheets) = (0, Vec::with_capacity(BATCH));
        lay(case, model, orientation, &mut told, &mut |frame, page| {
            at += 1;
            sheets.push(Sheet { page: decorated(&frame, model, page, at, of)?, frame });
            if sheets.len() == BATCH {
                binding.add(&sheets)?;
                sheets.clear();
            }
            Ok(())
        })?;
        if !sheets.is_empty() {
            binding.add(&sheets)?;
        }
        Ok(Rendered { bytes: archive::finish(binding.finish()?, &facts, conformance)?, pages: of })
    }
}

/// Lays out every page, and hands it on.
fn lay<'a>(
    case: TypeCase<'a>,
    model: &LetterModel,
    orientation: Orientation,
    told: &mut Told<'_, '_>,
    leave: &mut dyn FnMut(Frame<'a>, Page) -> Result<(), LetterError>,
) -> Result<(), LetterError> {
    let frame = Frame::new(model, orientation, case)?;
    let mut leave_here = |page| leave(frame, page);
    let mut stream = Stream::new(frame.top, frame.bottom, &mut leave_here);
    stream.push(beginning(&frame, model)?)?;
    let mut begun = false;
    blocks::each(&frame, &model.blocks, &mut |mut items| {
        told.more(items.len())?;
        if let Some(first) = items.first_mut().filter(|_| !begun) {
            first.gap += frame.gap();
            begun = true;
        }
        stream.push(items)
    })?;
    signature::append(&frame, &model.signatures, &model.copies, &mut stream.waiting)?;
    stream.end()?;
    for attachment in &model.attachments {
        let frame = Frame::new(model, attachment.orientation, case)?;
        let mut leave_here = |page| leave(frame, page);
        let mut stream = Stream::new(frame.top, frame.bottom, &mut leave_here);
        stream.push(attachment::items(&frame, attachment)?)?;
        stream.end()?;
    }
    Ok(())
}

/// A page with its bottom margin, and with what marks it as no valid letter.
fn decorated(frame: &Frame<'_>, model: &LetterModel, mut page: Page, at: usize, of: usize) -> Result<Page, LetterError> {
    page.marks.extend(footer::bottom(frame, model, at, of)?);
    page.marks.splice(0..0, mark::beneath(frame, model)?);
    Ok(page)
}

/// What is told of the work: rows of tables, of which there may be many.
struct Told<'t, 'w> {
    done: usize,
    total: usize,
    watch: &'t mut Watch<'w>,
}

impl Told<'_, '_> {
    fn more(&mut self, items: usize) -> Result<(), LetterError> {
        self.done = (self.done + items).min(self.total);
        match (self.watch)(self.done, self.total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(LetterError::Stopped),
        }
    }
}

fn rows(model: &LetterModel) -> usize {
    let rows = |block: &Block| if let Block::Table { rows, .. } = block { rows.len() } else { 0 };
    model.blocks.iter().map(rows).sum()
}
