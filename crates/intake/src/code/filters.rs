//! What a picture goes through before it is looked at again.

use crate::pages::Grey;
use image::imageops::{FilterType, resize};
use image::{GrayImage, ImageBuffer};

/// A 3x3 Gaussian, against noise and the grain of a faint copy. The outermost row of pixels becomes white.
pub(super) fn soft(page: &Grey) -> Grey {
    let width = page.width as usize;
    let across = |row: &[u8]| -> Vec<u16> {
        let mut sums = vec![1020; width];
        for (sum, three) in sums[1..].iter_mut().zip(row.windows(3)) {
            *sum = u16::from(three[0]) + 2 * u16::from(three[1]) + u16::from(three[2]);
        }
        sums
    };
    let mut luma = vec![255; page.luma.len()];
    let mut rows = page.luma.chunks_exact(width).map(across);
    let (Some(mut above), Some(mut here)) = (rows.next(), rows.next()) else { return page.clone() };
    for (out, below) in luma.chunks_exact_mut(width).skip(1).zip(rows) {
        for (at, value) in out.iter_mut().enumerate() {
            *value = ((above[at] + 2 * here[at] + below[at]) / 16) as u8;
        }
        above = here;
        here = below;
    }
    Grey { luma, ..*page }
}

/// The middle of each 3x3, against pepper and salt.
pub(super) fn median(page: &Grey) -> Grey {
    let width = page.width as usize;
    let mut luma = page.luma.clone();
    let rows: Vec<&[u8]> = page.luma.chunks_exact(width).collect();
    for (out, three) in luma.chunks_exact_mut(width).skip(1).zip(rows.windows(3)) {
        for (at, value) in out[1..width - 1].iter_mut().enumerate() {
            let mut nine = [0; 9];
            for (slot, row) in nine.chunks_exact_mut(3).zip(three) {
                slot.copy_from_slice(&row[at..at + 3]);
            }
            nine.sort_unstable();
            *value = nine[4];
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
    let luma = page.luma.iter().map(|value| (usize::from(*value).saturating_sub(low) * 255 / range).min(255) as u8).collect();
    Grey { luma, ..*page }
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
