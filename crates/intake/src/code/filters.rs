//! What a picture goes through before it is looked at again. Written so that the compiler goes through many pixels at once.

use crate::pages::Grey;
use image::imageops::{FilterType, resize};
use image::{GrayImage, ImageBuffer};

/// A 3x3 Gaussian, against noise and the grain of a faint copy. The outermost row of pixels becomes white.
pub(super) fn soft(page: &Grey) -> Grey {
    let across = |row: &[u8], sums: &mut [u16]| {
        let three = row.iter().zip(&row[1..]).zip(&row[2..]);
        for (sum, ((left, here), right)) in sums.iter_mut().zip(three) {
            *sum = u16::from(*left) + 2 * u16::from(*here) + u16::from(*right);
        }
    };
    nines(page, 255, |[above, here, below], sums: &mut [Vec<u16>; 3], out| {
        for (sums, row) in sums.iter_mut().zip([above, here, below]) {
            sums.resize(out.len(), 0);
            across(row, sums);
        }
        let [above, here, below] = sums;
        for (value, ((above, here), below)) in out.iter_mut().zip(above.iter().zip(here.iter()).zip(below.iter())) {
            *value = ((above + 2 * here + below) / 16) as u8;
        }
    })
}

/// The middle of each 3x3, against pepper and salt. The outermost row of pixels becomes white.
pub(super) fn median(page: &Grey) -> Grey {
    /// The three of each column, sorted.
    type Columns = [Vec<u8>; 3];
    nines(page, 255, |[above, here, below], [low, middle, high]: &mut Columns, out| {
        for column in [&mut *low, &mut *middle, &mut *high] {
            column.resize(above.len(), 0);
        }
        let rows = above.iter().zip(here).zip(below);
        let columns = low.iter_mut().zip(middle.iter_mut()).zip(high.iter_mut());
        for (((low, middle), high), ((a, b), c)) in columns.zip(rows) {
            let (small, large) = (*a.min(b), *a.max(b));
            (*low, *high) = (small.min(*c), large.max(*c));
            *middle = small.max(large.min(*c));
        }
        // The middle of nine: of the largest low one, the middle of the middles, and the smallest high one, the middle.
        for (at, value) in out.iter_mut().enumerate() {
            let [l, m, h] = [&low[at..at + 3], &middle[at..at + 3], &high[at..at + 3]];
            let (low, high) = (l[0].max(l[1]).max(l[2]), h[0].min(h[1]).min(h[2]));
            *value = among(low, among(m[0], m[1], m[2]), high);
        }
    })
}

/// The middle of three.
fn among(a: u8, b: u8, c: u8) -> u8 {
    a.min(b).max(a.max(b).min(c))
}

/// A picture of which each pixel comes from nine: `row` gets three rows of the page and fills the inner pixels of one.
fn nines<S: Default>(page: &Grey, edge: u8, mut row: impl FnMut([&[u8]; 3], &mut S, &mut [u8])) -> Grey {
    let width = page.width as usize;
    let mut luma = vec![edge; page.luma.len()];
    let rows: Vec<&[u8]> = page.luma.chunks_exact(width).collect();
    let mut room = S::default();
    if width >= 3 {
        for (out, three) in luma.chunks_exact_mut(width).skip(1).zip(rows.windows(3)) {
            row([three[0], three[1], three[2]], &mut room, &mut out[1..width - 1]);
        }
    }
    Grey { luma, ..*page }
}

/// The darkest half percent becomes black, the lightest five percent white.
pub(super) fn stretched(page: &Grey) -> Grey {
    let mut counts = [0_usize; 256];
    page.luma.iter().for_each(|value| counts[usize::from(*value)] += 1);
    let low = passed(counts.iter(), page.luma.len() / 200);
    let high = 255 - passed(counts.iter().rev(), page.luma.len() / 20);
    let range = high.saturating_sub(low).max(10);
    let mut table = [0_u8; 256];
    for (value, to) in table.iter_mut().enumerate() {
        *to = (value.saturating_sub(low) * 255 / range).min(255) as u8;
    }
    Grey { luma: page.luma.iter().map(|value| table[usize::from(*value)]).collect(), ..*page }
}

/// How many of the counts come before `many` pixels are passed.
fn passed<'a>(counts: impl Iterator<Item = &'a usize>, many: usize) -> usize {
    let sums = counts.scan(0, |sum, count| {
        *sum += count;
        Some(*sum)
    });
    sums.take_while(|sum| *sum < many).count().min(255)
}

/// Twice the size, smoothly.
pub(super) fn doubled(page: &Grey) -> Grey {
    let Some(image): Option<GrayImage> = ImageBuffer::from_raw(page.width, page.height, page.luma.clone()) else { return page.clone() };
    resize(&image, page.width * 2, page.height * 2, FilterType::CatmullRom).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::Dice;

    #[test]
    fn a_filtered_pixel_is_what_its_nine_say() {
        let mut dice = Dice::new(5);
        let (width, height) = (37, 9);
        let page = Grey { width, height, luma: (0..width * height).map(|_| dice.below(256) as u8).collect() };
        let (soft, median) = (soft(&page), median(&page));
        for (x, y) in (1..height as usize - 1).flat_map(|y| (1..width as usize - 1).map(move |x| (x, y))) {
            let at = |dx: usize, dy: usize| page.luma[(y + dy - 1) * width as usize + x + dx - 1];
            let mut nine: Vec<u8> = (0..9).map(|number| at(number % 3, number / 3)).collect();
            let weighed: u16 = nine.iter().zip([1, 2, 1, 2, 4, 2, 1, 2, 1]).map(|(value, weight)| u16::from(*value) * weight).sum();
            nine.sort_unstable();
            let place = y * width as usize + x;
            assert_eq!((soft.luma[place], median.luma[place]), ((weighed / 16) as u8, nine[4]), "{x} {y}");
        }
    }
}
