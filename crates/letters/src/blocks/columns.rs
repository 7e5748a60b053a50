//! The columns of a table: their shares of the width, and the size at which no number has to be cut in two.

use sandika_domain::letter::model::Column as TableColumn;

use super::table::PADDING;
use crate::error::{LetterError, Place};
use crate::fonts::Style;
use crate::frame::Frame;
use crate::paragraph::Column;

/// Sums of floats may miss a word's width by less.
const HAIR: f64 = 0.01;

/// The size of the table's text and the places of its columns: the largest size at which no word has to be cut. Where even the smallest is too large,
/// only the widest columns cut theirs, an address rather than a number.
pub(super) fn room(frame: &Frame<'_>, columns: &[TableColumn], rows: &[Vec<String>]) -> Result<(f64, Vec<Column>), LetterError> {
    let weights = columns.iter().map(|column| column.weight).collect::<Vec<_>>();
    let places = widths(frame, &weights);
    let mut tried = (0.0, places.clone());
    let mut needs: Option<(f64, Vec<f64>)> = None;
    for size in frame.table_sizes() {
        // Words grow with their size, so they are measured once.
        let (measured, wide) = match &needs {
            Some(known) => known,
            None => needs.insert((size, longest_words(frame, size, columns, rows)?)),
        };
        let needed: Vec<f64> = wide.iter().map(|wide| wide * size / measured + 2.0 * PADDING.0 + HAIR).collect();
        let fits = needed.iter().sum::<f64>() <= frame.width;
        tried = (size, widened(frame, &places, &capped(needed, frame.width)));
        if fits {
            break;
        }
    }
    Ok(tried)
}

/// The width of each column's longest word.
fn longest_words(frame: &Frame<'_>, size: f64, columns: &[TableColumn], rows: &[Vec<String>]) -> Result<Vec<f64>, LetterError> {
    let regular = frame.sized(size, Style::Regular, Place::Table)?;
    let bold = frame.sized(size, Style::Bold, Place::Table)?;
    let widest = |at: usize| {
        let title = words(&columns[at].title).map(|word| (word, bold));
        let cells = rows.iter().flat_map(|row| words(&row[at])).map(|word| (word, regular));
        let mut found: Vec<_> = title.chain(cells).map(|(word, setting)| (word.chars().count(), word, setting)).collect();
        found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        found.dedup_by(|a, b| a.1 == b.1 && a.2.style == b.2.style);
        // The widest letters are about twice as wide as the usual ones: a word half as long as the longest is not wider.
        let longest = found.first().map_or(0, |(length, ..)| *length);
        let candidates = found.into_iter().take_while(|(length, ..)| length * 2 >= longest);
        candidates.map(|(_, word, setting)| frame.case.width(setting, word)).try_fold(0.0, |most: f64, width| Ok(most.max(width?)))
    };
    (0..columns.len()).map(widest).collect()
}

/// What is never broken while its column is wide enough; groups joined by no-break spaces are one word.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\t', '\n']).filter(|word| !word.is_empty())
}

/// Widths that have room together: the widest are cut down to one common width.
fn capped(mut needed: Vec<f64>, room: f64) -> Vec<f64> {
    let mut rising = needed.clone();
    rising.sort_by(f64::total_cmp);
    let mut left = room;
    for (at, width) in rising.iter().enumerate() {
        let cap = left / (rising.len() - at) as f64;
        if *width > cap {
            needed.iter_mut().for_each(|need| *need = need.min(cap));
            break;
        }
        left -= width;
    }
    needed
}

/// Columns by weight, but none narrower than it needs: what the narrow ones lack, those with room to spare give in proportion.
fn widened(frame: &Frame<'_>, places: &[Column], needed: &[f64]) -> Vec<Column> {
    let lacking: f64 = places.iter().zip(needed).map(|(place, need)| (need - place.width).max(0.0)).sum();
    let spare: f64 = places.iter().zip(needed).map(|(place, need)| (place.width - need).max(0.0)).sum();
    let given = if spare > 0.0 { lacking / spare } else { 0.0 };
    let mut x = frame.left;
    let place = |(place, need): (&Column, &f64)| {
        let width = if place.width < *need { *need } else { place.width - (place.width - need) * given };
        let placed = Column { x, width };
        x += width;
        placed
    };
    places.iter().zip(needed).map(place).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_widest_columns_are_cut() {
        assert_eq!(capped(vec![10.0, 20.0, 30.0], 60.0), [10.0, 20.0, 30.0]);
        assert_eq!(capped(vec![10.0, 90.0, 20.0, 60.0], 100.0), [10.0, 35.0, 20.0, 35.0]);
        assert_eq!(capped(vec![90.0, 90.0], 100.0), [50.0, 50.0]);
    }
}
