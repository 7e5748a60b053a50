//! Form sheets (disposition sheet, control card): labelled cells with room for handwriting and tick boxes.

use sandika_domain::letter::model::{SheetCell, SheetRow};

use super::columns::widths;
use super::table::{RULE, inner};
use crate::draw::{MM, Mark, Rect};
use crate::error::{LetterError, Place};
use crate::flow::{Item, lines, stack};
use crate::fonts::Style;
use crate::frame::Frame;
use crate::paragraph::{Column, Fit, set};
use crate::shape::Setting;

/// Room above and below a cell's text, points.
const PADDING: f64 = 3.5;
/// A tick box relative to the font size, and the room behind it.
const BOX: (f64, f64) = (0.75, 2.0 * MM);
/// Handwriting gets at most a page; anything else in `min_height` is a mistake that the flow reports.
const MOST_ROOM: f64 = 400.0;

/// A form of the body: one item per row.
pub(super) fn items(frame: &Frame<'_>, rows: &[SheetRow]) -> Result<Vec<Item>, LetterError> {
    rows.iter().map(|row| row_item(frame, row)).collect()
}

fn row_item(frame: &Frame<'_>, row: &SheetRow) -> Result<Item, LetterError> {
    let places = widths(frame, &row.cells.iter().map(|cell| cell.weight).collect::<Vec<_>>());
    let cells = row.cells.iter().zip(&places).map(|(cell, place)| cell_item(frame, cell, inner(*place)));
    let cells = cells.collect::<Result<Vec<_>, _>>()?;
    let room = row.min_height.clamp(0.0, MOST_ROOM) * MM;
    let height = cells.iter().map(|cell| cell.height + 2.0 * PADDING).fold(room, f64::max);
    let mut marks = Vec::new();
    for (cell, place) in cells.into_iter().zip(&places) {
        marks.extend(cell.marks.into_iter().map(|mark| mark.lowered(PADDING)));
        marks.extend(Mark::outline(Rect { x: place.x, y: 0.0, width: place.width, height }, RULE));
    }
    Ok(Item { height, marks, ..Item::default() })
}

fn cell_item(frame: &Frame<'_>, cell: &SheetCell, column: Column) -> Result<Item, LetterError> {
    let label = frame.smaller(2.5, Style::Bold, Place::Sheet)?;
    let text = frame.smaller(1.0, Style::Regular, Place::Sheet)?;
    let mut parts = lines(vec![set(frame.case, label, &cell.label, column, Fit::Left)?], label.line);
    for line in &cell.text {
        parts.extend(lines(vec![set(frame.case, text, line, column, Fit::Left)?], text.line));
    }
    for (at, (ticked, label)) in cell.boxes.iter().enumerate() {
        let gap = if at == 0 && !parts.is_empty() { 3.0 } else { 1.5 };
        parts.push(Item { gap, ..tick_box(frame, text, column, *ticked, label)? });
    }
    Ok(stack(parts))
}

/// A square, crossed when ticked, with its label hanging beside it.
fn tick_box(frame: &Frame<'_>, setting: Setting, column: Column, ticked: bool, label: &str) -> Result<Item, LetterError> {
    let side = BOX.0 * setting.size;
    let beside = Column { x: column.x + side + BOX.1, width: (column.width - side - BOX.1).max(1.0) };
    let mut item = stack(lines(vec![set(frame.case, setting, label, beside, Fit::Left)?], setting.line));
    item.height = item.height.max(setting.line);
    // The square stands on the baseline, as a capital would.
    let top = frame.case.baseline(setting)? - side;
    item.marks.extend(Mark::outline(Rect { x: column.x, y: top, width: side, height: side }, 0.6));
    if ticked {
        let (near, far) = (column.x + 1.2, column.x + side - 1.2);
        let (high, low) = (top + 1.2, top + side - 1.2);
        item.marks.push(Mark::Rule { from: (near, high), to: (far, low), thickness: 1.0 });
        item.marks.push(Mark::Rule { from: (near, low), to: (far, high), thickness: 1.0 });
    }
    Ok(item)
}
