//! The pieces of the body.

mod columns;
pub(crate) mod fields;
pub(crate) mod numbered;
mod sheet;
mod symbol;
mod table;

use sandika_domain::letter::model::{Align, Block};

use crate::draw::MM;
use crate::error::{LetterError, Place};
use crate::flow::{Item, lines};
use crate::fonts::Style;
use crate::frame::Frame;
use crate::paragraph::{Fit, set};

/// Is handed items, a few at a time.
pub(crate) type Take<'t> = dyn FnMut(Vec<Item>) -> Result<(), LetterError> + 't;

/// The body's items.
pub(crate) fn items(frame: &Frame<'_>, blocks: &[Block]) -> Result<Vec<Item>, LetterError> {
    let mut all: Vec<Item> = Vec::new();
    each(frame, blocks, &mut |items| {
        all.extend(items);
        Ok(())
    })?;
    Ok(all)
}

/// The body's items handed on little by little: a table of any length never lies in memory as a whole.
pub(crate) fn each(frame: &Frame<'_>, blocks: &[Block], take: &mut Take<'_>) -> Result<(), LetterError> {
    let mut space = 0.0;
    for (at, block) in blocks.iter().enumerate() {
        if let Block::Space { height } = block {
            space += if height.is_finite() { height.clamp(0.0, 300.0) * MM } else { 0.0 };
            continue;
        }
        let introduces = introduces(block, blocks.get(at + 1));
        let mut begun = false;
        each_of(frame, block, &mut |mut items| {
            if introduces && let Some(last) = items.last_mut() {
                last.keep = true;
            }
            if let Some(first) = items.first_mut().filter(|_| !begun) {
                first.gap += frame.gap() + std::mem::take(&mut space);
                begun = true;
            }
            take(items)
        })?;
    }
    Ok(())
}

/// A sentence that ends with a colon stays with what it announces.
fn introduces(block: &Block, next: Option<&Block>) -> bool {
    matches!(block, Block::Paragraph { text, .. } if text.trim_end().ends_with(':')) && next.is_some()
}

fn each_of(frame: &Frame<'_>, block: &Block, take: &mut Take<'_>) -> Result<(), LetterError> {
    match block {
        Block::Paragraph { text, align, bold } => take(paragraph(frame, text, *align, *bold)?),
        Block::Fields { rows } => take(fields::items(frame, rows)?),
        Block::Numbered { items } => take(numbered::items(frame, items)?),
        Block::Table { columns, rows } => table::each(frame, columns, rows, take),
        Block::Sheet { rows } => take(sheet::items(frame, rows)?),
        Block::Symbol { text, side } => take(vec![symbol::item(frame, text, *side)?]),
        Block::Space { .. } => Ok(()),
    }
}

fn paragraph(frame: &Frame<'_>, text: &str, align: Align, bold: bool) -> Result<Vec<Item>, LetterError> {
    let setting = frame.body(if bold { Style::Bold } else { Style::Regular }, Place::Body)?;
    let fit = match align {
        Align::Justified => Fit::Justified { indent: frame.indent() },
        Align::Flush => Fit::Justified { indent: 0.0 },
        Align::Left => Fit::Left,
        Align::Centre => Fit::Centre,
    };
    Ok(lines(vec![set(frame.case, setting, text, frame.column(), fit)?], setting.line))
}
