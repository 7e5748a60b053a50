//! Ruled tables. The head comes again on every page; a row is split only when it is higher than a page.

use std::collections::HashMap;
use std::rc::Rc;

use sandika_domain::letter::model::{Align, Column as TableColumn};

use super::Take;
use super::columns::room;
use crate::draw::{Mark, Rect, Run};
use crate::error::{LetterError, Place};
use crate::flow::Item;
use crate::fonts::Style;
use crate::frame::Frame;
use crate::paragraph::{Column, Fit, set};
use crate::shape::Setting;

/// Room between a cell's rule and its text, points: sides, top and bottom.
pub(super) const PADDING: (f64, f64) = (4.0, 3.0);
pub(super) const RULE: f64 = 0.5;

/// Rows that are set at once.
const SLICE: usize = 128;

/// A table of the body, its rows handed on some at a time.
///
/// # Errors
/// [`LetterError::TableShape`] when a row does not fit the columns; what `take` answers.
pub(super) fn each(frame: &Frame<'_>, columns: &[TableColumn], rows: &[Vec<String>], take: &mut Take<'_>) -> Result<(), LetterError> {
    if columns.is_empty() {
        return Ok(());
    }
    if let Some((at, row)) = rows.iter().enumerate().find(|(_, row)| row.len() != columns.len()) {
        return Err(LetterError::TableShape { row: at + 1, cells: row.len(), columns: columns.len() });
    }
    let (size, places) = room(frame, columns, rows)?;
    let bold = frame.sized(size, Style::Bold, Place::Table)?;
    let titles = places.iter().zip(columns).map(|(place, column)| set(frame.case, bold, &column.title, inner(*place), Fit::Centre));
    let head = band(&places, &titles.collect::<Result<Vec<_>, _>>()?, 0..usize::MAX, bold);
    let repeated = Rc::new(head.clone());
    let most = (frame.height() - head.height - 2.0 * PADDING.1).max(0.0);
    let setting = frame.sized(size, Style::Regular, Place::Table)?;
    let mut items = vec![Item { keep: true, ..head }];
    if rows.is_empty() {
        return take(items);
    }
    for slice in rows.chunks(SLICE) {
        // Institutions and ranks come again in many rows; each is set once.
        let mut known: Vec<HashMap<&str, Vec<Run>>> = vec![HashMap::new(); columns.len()];
        for row in slice {
            let mut cells = Vec::with_capacity(row.len());
            for (((text, place), column), known) in row.iter().zip(&places).zip(columns).zip(&mut known) {
                if !known.contains_key(text.as_str()) {
                    let fit = if column.align == Align::Centre { Fit::Centre } else { Fit::Left };
                    known.insert(text, set(frame.case, setting, text, inner(*place), fit)?);
                }
                cells.push(known.get(text.as_str()).cloned().unwrap_or_default());
            }
            let bands = row_bands(&places, &cells, setting, most);
            items.extend(bands.into_iter().map(|band| Item { head: Some(Rc::clone(&repeated)), ..band }));
        }
        take(std::mem::take(&mut items))?;
    }
    Ok(())
}

/// A row as one band, or as several when its text is higher than `most` points.
fn row_bands(places: &[Column], cells: &[Vec<Run>], setting: Setting, most: f64) -> Vec<Item> {
    let lines = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let per_band = ((most / setting.line) as usize).max(1);
    (0..lines).step_by(per_band).map(|from| band(places, cells, from..from + per_band, setting)).collect()
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

/// The room for text in a cell.
pub(super) fn inner(place: Column) -> Column {
    Column { x: place.x + PADDING.0, width: (place.width - 2.0 * PADDING.0).max(1.0) }
}
