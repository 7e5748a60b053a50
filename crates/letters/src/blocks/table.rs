//! Ruled tables. The head comes again on every page; a row is split only when it is higher than a page.

use std::rc::Rc;

use sandika_domain::letter::model::{Align, Column as TableColumn};

use crate::draw::{Mark, Rect, Run};
use crate::error::{LetterError, Place};
use crate::flow::Item;
use crate::fonts::Style;
use crate::frame::Frame;
use crate::paragraph::{Column, Fit, set};
use crate::shape::Setting;

/// Room between a cell's rule and its text, points: sides, top and bottom.
const PADDING: (f64, f64) = (4.0, 3.0);
pub(super) const RULE: f64 = 0.5;

/// A table of the body.
///
/// # Errors
/// [`LetterError::TableShape`] when a row does not fit the columns.
pub(super) fn items(frame: &Frame<'_>, columns: &[TableColumn], rows: &[Vec<String>]) -> Result<Vec<Item>, LetterError> {
    let places = widths(frame, &columns.iter().map(|column| column.weight).collect::<Vec<_>>());
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let bold = frame.smaller(1.0, Style::Bold, Place::Table)?;
    let titles = places.iter().zip(columns).map(|(place, column)| set(frame.case, bold, &column.title, inner(*place), Fit::Centre));
    let head = band(&places, &titles.collect::<Result<Vec<_>, _>>()?, 0..usize::MAX, bold);
    let repeated = Rc::new(head.clone());
    let most = (frame.height() - head.height - 2.0 * PADDING.1).max(0.0);
    let mut items = vec![Item { keep: true, ..head }];
    for (at, row) in rows.iter().enumerate() {
        if row.len() != columns.len() {
            return Err(LetterError::TableShape { row: at + 1, cells: row.len(), columns: columns.len() });
        }
        items.extend(
            row_bands(frame, &places, columns, row, most)?.into_iter().map(|band| Item { head: Some(Rc::clone(&repeated)), ..band }),
        );
    }
    Ok(items)
}

/// A row as one band, or as several when its text is higher than `most` points.
fn row_bands(frame: &Frame<'_>, places: &[Column], columns: &[TableColumn], row: &[String], most: f64) -> Result<Vec<Item>, LetterError> {
    let setting = frame.smaller(1.0, Style::Regular, Place::Table)?;
    let mut cells = Vec::with_capacity(row.len());
    for ((text, place), column) in row.iter().zip(places).zip(columns) {
        let fit = if column.align == Align::Centre { Fit::Centre } else { Fit::Left };
        cells.push(set(frame.case, setting, text, inner(*place), fit)?);
    }
    let lines = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let per_band = ((most / setting.line) as usize).max(1);
    Ok((0..lines).step_by(per_band).map(|from| band(places, &cells, from..from + per_band, setting)).collect())
}

/// Lines `shown` of each cell, ruled all around.
fn band(places: &[Column], cells: &[Vec<Run>], shown: std::ops::Range<usize>, setting: Setting) -> Item {
    let lines = |cell: &Vec<Run>| cell.len().min(shown.end).saturating_sub(shown.start);
    let height = cells.iter().map(lines).max().unwrap_or(0).max(1) as f64 * setting.line + 2.0 * PADDING.1;
    let by = PADDING.1 - shown.start as f64 * setting.line;
    let mut marks = Vec::new();
    for (cell, place) in cells.iter().zip(places) {
        let runs = cell.iter().take(shown.end).skip(shown.start);
        marks.extend(runs.map(|run| Mark::Text(run.clone()).lowered(by)));
        marks.extend(Mark::outline(Rect { x: place.x, y: 0.0, width: place.width, height }, RULE));
    }
    Item { height, marks, ..Item::default() }
}

/// The whole width shared out by weight. A weight that is no positive number counts as a hundredth of the sum.
pub(super) fn widths(frame: &Frame<'_>, weights: &[f64]) -> Vec<Column> {
    let sum: f64 = weights.iter().filter(|weight| weight.is_finite() && **weight > 0.0).sum();
    let least = if sum > 0.0 { sum / 100.0 } else { 1.0 };
    let shares: Vec<f64> = weights.iter().map(|weight| if weight.is_finite() { weight.max(least) } else { least }).collect();
    let whole: f64 = shares.iter().sum();
    let mut x = frame.left;
    let place = |share: &f64| {
        let place = Column { x, width: frame.width * share / whole };
        x += place.width;
        place
    };
    shares.iter().map(place).collect()
}

/// The room for text in a cell.
pub(super) fn inner(place: Column) -> Column {
    Column { x: place.x + PADDING.0, width: (place.width - 2.0 * PADDING.0).max(1.0) }
}
