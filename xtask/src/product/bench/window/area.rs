//! Parts of the screen, and where two pictures of it differ.

/// A part of the screen in pixels; `right` and `bottom` lie outside of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) right: usize,
    pub(super) bottom: usize,
}

/// Bytes of a pixel, as the server gives them: blue, green, red, nothing.
pub(super) const PIXEL: usize = 4;
/// Shades that the eye does not tell apart: edges of letters come out a little different when a layer is drawn anew.
const SHADES: u8 = 16;
/// A caret is not wider.
const CARET: usize = 3;

impl Area {
    pub(super) fn width(self) -> usize {
        self.right - self.left
    }

    pub(super) fn height(self) -> usize {
        self.bottom - self.top
    }

    /// Pixels.
    pub(super) fn size(self) -> f64 {
        (self.width() * self.height()) as f64
    }

    /// The middle: where one clicks.
    pub(super) fn middle(self) -> (usize, usize) {
        (self.left.midpoint(self.right), self.top.midpoint(self.bottom))
    }

    /// The blinking of a caret, which tells of nothing.
    pub(super) fn is_caret(self) -> bool {
        self.width() <= CARET
    }

    /// The least area that holds both.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

/// Where two pictures `width` pixels wide differ, counted from their own corner.
pub(super) fn difference(before: &[u8], now: &[u8], width: usize) -> Option<Area> {
    let rows = before.chunks_exact(width * PIXEL).zip(now.chunks_exact(width * PIXEL)).enumerate();
    let of_row = |(row, (before, now)): (usize, (&[u8], &[u8]))| {
        if before == now {
            return None;
        }
        let differs = |(before, now): (&[u8], &[u8])| before.iter().zip(now).any(|(before, now)| before.abs_diff(*now) > SHADES);
        let pairs = || before.chunks_exact(PIXEL).zip(now.chunks_exact(PIXEL));
        let left = pairs().position(differs)?;
        let right = width - pairs().rev().position(differs)?;
        Some(Area { left, top: row, right, bottom: row + 1 })
    };
    rows.filter_map(of_row).reduce(Area::with)
}

/// Whether a picture is of one colour: nothing has been drawn into it yet.
pub(super) fn is_blank(picture: &[u8]) -> bool {
    let mut pixels = picture.chunks_exact(PIXEL);
    let first = pixels.next();
    pixels.all(|pixel| Some(pixel) == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 8;

    fn picture(dots: &[(usize, usize, u8)]) -> Vec<u8> {
        let mut picture = vec![100; WIDTH * 6 * PIXEL];
        for (x, y, shade) in dots {
            picture[(y * WIDTH + x) * PIXEL] = *shade;
        }
        picture
    }

    #[test]
    fn pictures_differ_where_an_eye_would_see_it() {
        for (dots, expected) in [
            (&[][..], None),
            (&[(3, 2, 110)], None),
            (&[(3, 2, 200)], Some((3, 2, 4, 3))),
            (&[(7, 5, 0), (1, 2, 200), (2, 3, 90)], Some((1, 2, 8, 6))),
        ] {
            let found = difference(&picture(&[]), &picture(dots), WIDTH);
            let expected = expected.map(|(left, top, right, bottom)| Area { left, top, right, bottom });
            assert_eq!(found, expected, "{dots:?}");
        }
    }

    #[test]
    fn a_caret_is_told_from_a_letter_and_a_blank_page_from_a_drawn_one() {
        let wide = |right| Area { left: 0, top: 0, right, bottom: 20 };
        assert_eq!((wide(2).is_caret(), wide(7).is_caret()), (true, false));
        assert_eq!((is_blank(&picture(&[])), is_blank(&picture(&[(0, 0, 7)]))), (true, false));
    }
}
