//! Numbered lists: the numbers end at one edge, the text hangs.

use crate::draw::{MM, Run};
use crate::error::{LetterError, Place};
use crate::flow::{Item, lines};
use crate::fonts::Style;
use crate::frame::Frame;
use crate::paragraph::{Column, Fit, set};
use crate::shape::Setting;

/// Room between number and text.
const NUMBER_GAP: f64 = 2.0 * MM;

/// A list of the body.
pub(super) fn items(frame: &Frame<'_>, texts: &[String]) -> Result<Vec<Item>, LetterError> {
    let setting = frame.body(Style::Regular, Place::Body)?;
    list(frame, texts, frame.column(), setting, Fit::Justified { indent: 0.0 })
}

/// A list in a column.
pub(crate) fn list(frame: &Frame<'_>, texts: &[String], column: Column, setting: Setting, fit: Fit) -> Result<Vec<Item>, LetterError> {
    let numbers = (1..=texts.len()).map(|number| format!("{number}."));
    let mut widest: f64 = 0.0;
    for number in numbers.clone() {
        widest = widest.max(frame.case.width(setting, &number)?);
    }
    let text_column = Column { x: column.x + widest + NUMBER_GAP, width: column.width - widest - NUMBER_GAP };
    let mut items = Vec::new();
    for (number, text) in numbers.zip(texts) {
        let number: Vec<Run> = set(frame.case, setting, &number, Column { x: column.x, width: widest + 0.01 }, Fit::Left)?;
        items.extend(lines(vec![number, set(frame.case, setting, text, text_column, fit)?], setting.line));
    }
    Ok(items)
}
