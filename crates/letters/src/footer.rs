//! The bottom margin of every page: code, footer text above a thin rule, page number.

use sandika_domain::letter::LetterModel;

use crate::code;
use crate::draw::Mark;
use crate::error::{LetterError, Place};
use crate::flow::{Item, lines, stack};
use crate::fonts::Style;
use crate::frame::{Frame, Sheet, reserves_code};
use crate::paragraph::{Column, Fit, set};

const FOOTER_SIZE: f64 = 8.0;
const NOTE_SIZE: f64 = 7.5;
const READABLE_SIZE: f64 = 9.0;
const RULE: f64 = 0.5;
/// As wide as the identity beside a code: what a draft's footer is laid out around.
const READABLE_SAMPLE: &str = "0000-0000-0000-0000";
const CODE_NOTE: &str = "Kode ini menautkan pindaian surat dengan perkaranya.";

/// Puts the bottom margin on every page.
pub(crate) fn decorate(model: &LetterModel, sheets: &mut [Sheet<'_>]) -> Result<(), LetterError> {
    let of = sheets.len();
    for (at, Sheet { frame, page }) in sheets.iter_mut().enumerate() {
        page.marks.extend(bottom(frame, model, at + 1, of)?);
    }
    Ok(())
}

/// The marks of one page's bottom margin.
pub(crate) fn bottom(frame: &Frame<'_>, model: &LetterModel, page: usize, of: usize) -> Result<Vec<Mark>, LetterError> {
    let code = model.code.as_ref().filter(|_| !model.draft);
    let lower_edge = frame.page_height - code::FROM_EDGE;
    let mut marks = Vec::new();
    let mut column = frame.column();
    let mut below = Item::default();
    if reserves_code(model) {
        let left = frame.left.max(code::FROM_EDGE);
        column = right_of(column, left + code::SIDE + code::QUIET);
        below = code_words(frame, code.map_or(READABLE_SAMPLE, |code| &code.readable), column)?;
        match code {
            Some(code) => marks.push(code::symbol(code, page, of, left, lower_edge - code::SIDE)?),
            None => below.marks.clear(),
        }
    }
    if of > 1 {
        let number = page_number(frame, page, of, column)?;
        below.height = below.height.max(number.height);
        // The number stands on the last line of what is below the rule.
        let down = below.height - number.height;
        below.marks.extend(number.marks.into_iter().map(|mark| mark.lowered(down)));
    }
    let text = footer_text(frame, &model.footer, column)?;
    let below_top = lower_edge - below.height;
    marks.extend(below.marks.into_iter().map(|mark| mark.lowered(below_top)));
    if !text.marks.is_empty() {
        let rule = below_top - 3.0;
        let text_top = rule - 2.5 - text.height;
        if text_top < frame.bottom {
            return Err(LetterError::Page("kaki surat terlalu panjang untuk margin bawah"));
        }
        marks.push(Mark::across(column.x, rule, column.width, RULE));
        marks.extend(text.marks.into_iter().map(|mark| mark.lowered(text_top)));
    }
    Ok(marks)
}

/// What is left of a column behind `x`.
fn right_of(column: Column, x: f64) -> Column {
    Column { x, width: column.x + column.width - x }
}

fn code_words(frame: &Frame<'_>, readable: &str, column: Column) -> Result<Item, LetterError> {
    let bold = frame.sized(READABLE_SIZE, Style::Bold, Place::Footer)?;
    let small = frame.sized(NOTE_SIZE, Style::Regular, Place::Footer)?;
    let mut parts = lines(vec![set(frame.case, bold, readable, column, Fit::Left)?], bold.line);
    parts.extend(lines(vec![set(frame.case, small, CODE_NOTE, column, Fit::Left)?], small.line));
    Ok(stack(parts))
}

fn page_number(frame: &Frame<'_>, page: usize, of: usize, column: Column) -> Result<Item, LetterError> {
    let setting = frame.sized(FOOTER_SIZE, Style::Regular, Place::Footer)?;
    let text = format!("Halaman {page} dari {of}");
    Ok(stack(lines(vec![set(frame.case, setting, &text, column, Fit::Right)?], setting.line)))
}

fn footer_text(frame: &Frame<'_>, text: &str, column: Column) -> Result<Item, LetterError> {
    let setting = frame.sized(FOOTER_SIZE, Style::Italic, Place::Footer)?;
    Ok(stack(lines(vec![set(frame.case, setting, text, column, Fit::Left)?], setting.line)))
}
