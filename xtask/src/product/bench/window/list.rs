//! The list of all requests under a quick wheel: whether a picture ever lacks a row.

use super::super::samples::Samples;
use super::area::{Area, PIXEL};
use super::eye::Eye;
use super::server::Server;
use std::thread;
use std::time::{Duration, Instant};
use xtask::Result;

/// As quick as a wheel turns: a notch each frame.
const NOTCHES: usize = 400;
const PACE: Duration = Duration::from_millis(16);
/// Paper and lines are brighter, letters darker.
const INK: u8 = 150;

/// What was seen while the list ran.
#[derive(Default)]
pub(super) struct Scrolled {
    /// Pictures that were painted.
    pub(super) pictures: usize,
    /// Of these such as lacked a row.
    pub(super) gaps: usize,
    /// Milliseconds between two pictures.
    pub(super) between: Samples,
}

/// Turns the wheel over the column of agenda numbers, each row of which has a number, and looks at every picture.
pub(super) fn wheel(server: &Server, column: Area, row: usize) -> Result<Scrolled> {
    let mut eye = Eye::on(server, column)?;
    server.point(column)?;
    let mut scrolled = Scrolled::default();
    let mut last = None;
    thread::scope(|threads| {
        let turning = threads
            .spawn(|| (0..NOTCHES).try_for_each(|_| server.wheel().map(|()| thread::sleep(PACE)).map_err(|error| error.to_string())));
        while !turning.is_finished() {
            let Some(change) = eye.change(Instant::now() + PACE)? else { continue };
            if let Some(last) = last.replace(change.at) {
                scrolled.between.push(change.at - last);
            }
            scrolled.pictures += 1;
            scrolled.gaps += usize::from(longest_blank(eye.seen(), column.width()) > row + row / 2);
        }
        turning.join().map_err(|_| "the wheel broke")?.map_err(Into::into)
    })
    .map(|()| scrolled)
}

/// The longest stretch from top to bottom, in pixels, without a letter.
fn longest_blank(picture: &[u8], width: usize) -> usize {
    let inked = |line: &[u8]| line.chunks_exact(PIXEL).any(|pixel| pixel.iter().take(3).all(|shade| *shade < INK));
    let mut blank = 0;
    picture
        .chunks_exact(width * PIXEL)
        .map(|line| {
            blank = if inked(line) { 0 } else { blank + 1 };
            blank
        })
        .max()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_stretch_without_a_letter_is_found() {
        const WIDTH: usize = 3;
        for (inked, expected) in [(&[0, 4, 9][..], 4), (&[], 10), (&[9], 9), (&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0)] {
            let mut picture = vec![255; WIDTH * 10 * PIXEL];
            for line in inked {
                picture[(line * WIDTH + 1) * PIXEL..][..3].fill(40);
            }
            assert_eq!(longest_blank(&picture, WIDTH), expected, "{inked:?}");
        }
    }
}
