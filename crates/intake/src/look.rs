//! What a page looks like at a glance: empty or not, and a small picture of it.

use crate::pages::Grey;
use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;

/// Long edge of the small picture.
const THUMB: u32 = 240;
const THUMB_QUALITY: u8 = 60;
/// Cells along the long edge; on A4 a cell is 0.7 mm, so noise and grain vanish in its mean.
const CELLS: u32 = 440;
/// Cells of a tile, whose lightest ones say what the paper looks like there.
const TILE: usize = 16;
/// How much darker than its paper a cell with ink is.
const INK: u8 = 40;
/// Share of cells with ink, in a ten-thousandth, up to which a page is empty: a few specks and a hair.
const SPECKS: usize = 2;

/// The page in a size that is enough for everything here; going through all of its points twice takes longer than finding a code on it.
pub(crate) fn glance(page: &Grey) -> Grey {
    if page.long() < 2 * CELLS { page.clone() } else { glance(&page.halved()) }
}

/// Whether the page is empty. The outermost twentieth is left out: lids, holes and torn edges are dark.
pub(crate) fn blank(page: &Grey) -> bool {
    let cells = reduced(page, CELLS);
    let (width, height) = (cells.width as usize, cells.height as usize);
    let (side, top) = (width / 20, height / 20);
    let inner: Vec<&[u8]> =
        cells.luma.chunks_exact(width.max(1)).skip(top).take(height - 2 * top).map(|row| &row[side..width - side]).collect();
    let ink: usize = inner.chunks(TILE).map(band).sum();
    let all: usize = inner.iter().map(|row| row.len()).sum();
    ink * 10_000 <= all * SPECKS
}

/// Cells with ink in a band of rows, tile by tile: a shadow across the page is no ink.
fn band(rows: &[&[u8]]) -> usize {
    let across = rows.first().map_or(0, |row| row.len());
    let tile = |start: usize| {
        let cells = || rows.iter().flat_map(move |row| row[start..across.min(start + TILE)].iter().copied());
        let paper = cells().max().unwrap_or(255);
        // A tile without any paper is ink altogether.
        let limit = paper.max(90).saturating_sub(INK);
        cells().filter(|cell| *cell < limit).count()
    };
    (0..across).step_by(TILE).map(tile).sum()
}

/// A small JPEG of the page; empty if the page cannot be packed.
pub(crate) fn thumb(page: &Grey) -> Vec<u8> {
    let small = reduced(page, THUMB);
    let mut bytes = Vec::new();
    let packed =
        JpegEncoder::new_with_quality(&mut bytes, THUMB_QUALITY).encode(&small.luma, small.width, small.height, ExtendedColorType::L8);
    if packed.is_ok() { bytes } else { Vec::new() }
}

/// The page with a long edge of `long` at most.
fn reduced(page: &Grey, long: u32) -> Grey {
    let edge = |edge: u32| (u64::from(edge) * u64::from(long) / u64::from(page.long().max(1))).max(1) as u32;
    if page.long() <= long { page.clone() } else { page.shrunk(edge(page.width), edge(page.height)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{Dice, Fate, Sheet, degrade};

    fn page(draw: impl FnOnce(&mut Grey)) -> Grey {
        let mut page = Grey { width: 1654, height: 2339, luma: vec![240; 1654 * 2339] };
        draw(&mut page);
        page
    }

    fn spot(page: &mut Grey, left: usize, top: usize, wide: usize, high: usize) {
        page.luma.chunks_exact_mut(1654).skip(top).take(high).for_each(|row| row[left..left + wide].fill(30));
    }

    #[test]
    fn only_a_page_without_ink_is_blank() {
        let with = |fate: Fate| degrade(page(|_| {}), fate, (0, 0, 0), 200, &mut Dice::new(3));
        for (what, page, empty) in [
            ("white", page(|_| {}), true),
            ("noise", with(Fate::Noisy(20.0)), true),
            ("a shadow", with(Fate::Shaded), true),
            ("dark edges", page(|page| (spot(page, 0, 0, 1654, 40), spot(page, 0, 0, 30, 2339)).0), true),
            ("three specks", page(|page| (0..3).for_each(|at| spot(page, 300 + at * 200, 900, 6, 6))), true),
            ("one short line", page(|page| (0..30).for_each(|at| spot(page, 300 + at * 14, 900, 4, 16))), false),
            ("a black page", page(|page| spot(page, 0, 0, 1654, 2339)), false),
            ("a code alone", degrade(Sheet::a4(1, 1, 1).draw(), Fate::Faint, (0, 0, 0), 200, &mut Dice::new(3)), false),
        ] {
            assert_eq!((blank(&page), blank(&glance(&page))), (empty, empty), "{what}");
        }
    }

    #[test]
    fn the_small_picture_is_small() {
        let bytes = thumb(&glance(&Sheet::a4(1, 1, 1).draw()));
        let image = image::load_from_memory(&bytes).unwrap();
        assert_eq!((image.width(), image.height()), (169, 240));
        assert!(bytes.len() < 16_000, "{}", bytes.len());
        assert!(blank(&Grey { width: 0, height: 0, luma: Vec::new() }));
    }
}
