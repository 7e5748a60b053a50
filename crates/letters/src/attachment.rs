//! Attachments: whose letter it is, a title, and what it holds. An attachment begins on a page of its own.

use sandika_domain::letter::model::Attachment;

use crate::blocks;
use crate::blocks::fields::{self, Labels};
use crate::error::{LetterError, Place};
use crate::flow::{Item, lines};
use crate::fonts::Style;
use crate::frame::Frame;
use crate::paragraph::{Fit, set};
use crate::signature;

/// The attachment's items.
pub(crate) fn items(frame: &Frame<'_>, attachment: &Attachment) -> Result<Vec<Item>, LetterError> {
    let mut items = head(frame, attachment)?;
    items.iter_mut().for_each(|item| item.keep = true);
    let mut body = blocks::items(frame, &attachment.blocks)?;
    if let Some(first) = body.first_mut() {
        first.gap += frame.gap();
    }
    items.append(&mut body);
    signature::append(frame, &attachment.signatures, &[], &mut items)?;
    Ok(items)
}

/// Heading and the letter's number and date at the left, the title below them in the middle.
fn head(frame: &Frame<'_>, attachment: &Attachment) -> Result<Vec<Item>, LetterError> {
    let small = frame.smaller(1.0, Style::Regular, Place::Attachment)?;
    let heading = frame.smaller(1.0, Style::Bold, Place::Attachment)?;
    let title = frame.body(Style::Bold, Place::Attachment)?;
    let mut items = Vec::new();
    for text in &attachment.heading {
        items.extend(lines(vec![set(frame.case, heading, text, frame.column(), Fit::Left)?], heading.line));
    }
    items.extend(fields::rows(frame, &attachment.rows, frame.column(), Labels::Tight, small)?.into_iter().flatten());
    let above_title = items.len();
    for text in &attachment.title {
        items.extend(lines(vec![set(frame.case, title, text, frame.column(), Fit::Centre)?], title.line));
    }
    if let Some(first) = items.get_mut(above_title) {
        first.gap = frame.gap() * 2.0;
    }
    Ok(items)
}
