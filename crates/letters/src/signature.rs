//! Signature blocks and the copies below them.
//!
//! A block is one item, so it is never split, and it is tied to two lines of the text before it: a signature alone on a page could be put under
//! any text. The copies are tied to the signature, unless they are so many that no page holds them with it and those two lines.

use sandika_domain::letter::model::{Signature, Signing};

use crate::blocks::numbered;
use crate::draw::{MM, Mark, Run};
use crate::error::{LetterError, Place};
use crate::flow::{Item, height, lines, stack, tie_last};
use crate::fonts::Style;
use crate::frame::Frame;
use crate::paragraph::{Column, Fit, set};

/// Room between post and name for a signature by hand and a stamp.
const WET_ROOM: f64 = 22.0 * MM;
/// Room for the visual of an electronic signature, which needs 25 × 25 mm.
const VISUAL_ROOM: f64 = 27.0 * MM;
/// Where a column begins and how wide it is, as shares of the text's width.
const LEFT: (f64, f64) = (0.0, 0.46);
const RIGHT: (f64, f64) = (0.54, 0.46);

/// Lines of the text that stay with a signature.
const LINES_BEFORE: usize = 2;

/// The signatures, tied to the end of `body`, and the copies, tied to the signatures.
pub(crate) fn append(frame: &Frame<'_>, signatures: &[Signature], posts: &[String], body: &mut Vec<Item>) -> Result<(), LetterError> {
    let tied_from = body.len().saturating_sub(LINES_BEFORE);
    for pair in signatures.chunks(2) {
        let item = match pair {
            [only] => pair_item(frame, &[(only, RIGHT)])?,
            [first, second, ..] => pair_item(frame, &[(first, LEFT), (second, RIGHT)])?,
            [] => continue,
        };
        tie_last(body, LINES_BEFORE);
        body.push(item);
    }
    if let Some(copies) = copies(frame, posts)? {
        let together = height(&body[tied_from..], true) + copies.gap + copies.height;
        if !signatures.is_empty() && together <= frame.height() {
            tie_last(body, 1);
        }
        body.push(copies);
    }
    Ok(())
}

/// One or two blocks whose names stand on one line.
fn pair_item(frame: &Frame<'_>, blocks: &[(&Signature, (f64, f64))]) -> Result<Item, LetterError> {
    let column = |(start, share): (f64, f64)| Column { x: frame.left + frame.width * start, width: frame.width * share };
    let mut parts = Vec::new();
    for (signature, share) in blocks {
        parts.push((upper(frame, signature, column(*share))?, lower(frame, signature, column(*share))?));
    }
    let upper_height = parts.iter().map(|(upper, _)| upper.height).fold(0.0, f64::max);
    let lower_height = parts.iter().map(|(_, lower)| lower.height).fold(0.0, f64::max);
    let room = blocks.iter().map(|(signature, _)| room(signature.signing)).fold(0.0, f64::max);
    let mut item = Item { gap: frame.gap() * 3.0, height: upper_height + room + lower_height, ..Item::default() };
    for (upper, lower) in parts {
        // Posts of different length end on one line too, just above the room for the signature.
        let down = upper_height - upper.height;
        item.marks.extend(upper.marks.into_iter().map(|mark| mark.lowered(down)));
        item.marks.extend(lower.marks.into_iter().map(|mark| mark.lowered(upper_height + room)));
    }
    Ok(item)
}

fn room(signing: Signing) -> f64 {
    match signing {
        Signing::Wet => WET_ROOM,
        Signing::Electronic => VISUAL_ROOM,
    }
}

fn upper(frame: &Frame<'_>, signature: &Signature, column: Column) -> Result<Item, LetterError> {
    let setting = frame.body(Style::Regular, Place::Signature)?;
    let mut parts = Vec::new();
    for text in signature.above.iter().chain(&signature.post) {
        parts.extend(lines(vec![set(frame.case, setting, text, column, Fit::Left)?], setting.line));
    }
    Ok(stack(parts))
}

/// Name, bold and underlined, and what stands below it.
fn lower(frame: &Frame<'_>, signature: &Signature, column: Column) -> Result<Item, LetterError> {
    let bold = frame.body(Style::Bold, Place::Signature)?;
    let regular = frame.body(Style::Regular, Place::Signature)?;
    let name = set(frame.case, bold, &signature.name, column, Fit::Left)?;
    let underlines: Vec<Mark> = name.iter().map(underline).collect();
    let mut whole = stack(lines(vec![name], bold.line));
    whole.marks.extend(underlines);
    let mut parts = vec![whole];
    for text in &signature.below {
        parts.extend(lines(vec![set(frame.case, regular, text, column, Fit::Left)?], regular.line));
    }
    Ok(stack(parts))
}

fn underline(run: &Run) -> Mark {
    Mark::across(run.x, run.baseline + run.size * 0.13, run.width(), run.size * 0.06)
}

/// "Tembusan:" with its numbered posts, as one item; nothing when there are none.
fn copies(frame: &Frame<'_>, posts: &[String]) -> Result<Option<Item>, LetterError> {
    if posts.is_empty() {
        return Ok(None);
    }
    let setting = frame.smaller(1.0, Style::Regular, Place::Copies)?;
    let column = Column { x: frame.left, width: frame.width * 0.7 };
    let mut parts = lines(vec![set(frame.case, setting, "Tembusan:", column, Fit::Left)?], setting.line);
    parts.extend(numbered::list(frame, posts, column, setting, Fit::Left)?);
    Ok(Some(Item { gap: frame.gap() * 3.0, ..stack(parts) }))
}
