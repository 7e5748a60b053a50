//! Drawn dots as a picture for a driver: only the part that is not white, in grey where nothing is coloured.

use sandika_windows::printing::{Raster, Shown};
use std::ops::Range;

/// Bytes of a drawn dot: red, green, blue, and how much it covers.
const DOT: usize = 4;
const WHITE: u8 = 255;

/// A picture and where it begins among the dots that it was made of.
pub(crate) struct Picture {
    /// Across, then down.
    pub(crate) at: (usize, usize),
    pub(crate) raster: Raster,
}

/// The part of some drawn rows that is not white; none where all of it is.
pub(crate) fn picture(dots: &[u8], width: usize) -> Option<Picture> {
    let row = width * DOT;
    let rows = || dots.chunks_exact(row).enumerate();
    let marked = || rows().filter_map(|(index, row)| Some((index, marked(row)?)));
    let (top, _) = marked().next()?;
    let (bottom, columns) = marked().fold((top, width..0), |(_, columns), (index, marked)| (index, joined(&columns, &marked)));
    // From the lowest row up, as drivers have always taken pictures.
    let cut = || (top..=bottom).rev().map(|index| &dots[index * row + columns.start * DOT..index * row + columns.end * DOT]);
    let shown = if cut().all(is_grey) { Shown::Grey } else { Shown::Colour };
    let mut raster = Raster { width: columns.len() as u32, height: (bottom - top + 1) as u32, shown, rows: Vec::new() };
    let stride = raster.stride();
    raster.rows.reserve_exact(stride * (bottom - top + 1));
    for (index, row) in cut().enumerate() {
        match shown {
            Shown::Grey => raster.rows.extend(row.chunks_exact(DOT).map(|dot| dot[0])),
            Shown::Colour => raster.rows.extend(row.chunks_exact(DOT).flat_map(|dot| [dot[2], dot[1], dot[0]])),
        }
        raster.rows.resize(stride * (index + 1), WHITE);
    }
    Some(Picture { at: (columns.start, top), raster })
}

/// From the first to the last dot of a row that is not white.
fn marked(row: &[u8]) -> Option<Range<usize>> {
    let dark = |dot: &[u8]| dot[..3] != [WHITE; 3];
    let first = row.chunks_exact(DOT).position(dark)?;
    let last = row.chunks_exact(DOT).rposition(dark)?;
    Some(first..last + 1)
}

fn joined(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}

fn is_grey(row: &[u8]) -> bool {
    row.chunks_exact(DOT).all(|dot| dot[0] == dot[1] && dot[1] == dot[2])
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: [u8; 4] = [255, 255, 255, 255];
    const BLACK: [u8; 4] = [0, 0, 0, 255];
    const PALE: [u8; 4] = [254, 254, 254, 255];
    const RED: [u8; 4] = [200, 10, 20, 255];

    #[test]
    fn only_what_is_not_white_is_kept_from_the_lowest_row_up() {
        let dots = [[NONE, NONE, NONE, NONE], [NONE, BLACK, NONE, NONE], [NONE, NONE, PALE, NONE], [NONE, NONE, NONE, NONE]];
        let found = picture(&dots.concat().concat(), 4).unwrap();
        assert_eq!(found.at, (1, 1));
        let rows = vec![255, 254, 255, 255, 0, 255, 255, 255];
        assert_eq!(found.raster, Raster { width: 2, height: 2, shown: Shown::Grey, rows });
    }

    #[test]
    fn a_coloured_dot_keeps_its_colour() {
        let found = picture(&[[BLACK, RED], [NONE, BLACK]].concat().concat(), 2).unwrap();
        let rows = vec![255, 255, 255, 0, 0, 0, 255, 255, 0, 0, 0, 20, 10, 200, 255, 255];
        assert_eq!(found.raster, Raster { width: 2, height: 2, shown: Shown::Colour, rows });
    }

    #[test]
    fn white_rows_are_no_picture() {
        assert!(picture(&[NONE; 6].concat(), 3).is_none());
        assert!(picture(&[], 3).is_none());
    }
}
