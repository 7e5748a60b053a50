//! A page in grey.

use image::GrayImage;

/// A page in grey: one byte a pixel, row by row, 0 is black.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grey {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// `width` times `height` bytes.
    pub luma: Vec<u8>,
}

impl Grey {
    /// The longer edge.
    pub fn long(&self) -> u32 {
        self.width.max(self.height)
    }

    /// The page, halved, cut in three and so on until its long edge is `long` at most.
    pub fn at_most(self, long: u32) -> Self {
        match self.long().div_ceil(long.max(1)) {
            0 | 1 => self,
            2 if self.width.min(self.height) > 1 => self.halved(),
            times => self.shrunk((self.width / times).max(1), (self.height / times).max(1)),
        }
    }

    /// Half the size; each pixel is the mean of four. An odd last row or column is left out.
    pub fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut luma = vec![0; width as usize * height as usize];
        let pairs = self.luma.chunks_exact((self.width as usize * 2).max(1));
        for (out, rows) in luma.chunks_exact_mut((width as usize).max(1)).zip(pairs) {
            let (upper, lower) = rows.split_at(self.width as usize);
            for ((value, above), below) in out.iter_mut().zip(upper.chunks_exact(2)).zip(lower.chunks_exact(2)) {
                *value = ((u16::from(above[0]) + u16::from(above[1]) + u16::from(below[0]) + u16::from(below[1])) / 4) as u8;
            }
        }
        Self { width, height, luma }
    }

    /// A smaller picture; each of its pixels is the mean of those that it stands for.
    pub fn shrunk(&self, width: u32, height: u32) -> Self {
        let (across, down) = (edges(self.width, width), edges(self.height, height));
        let row_length = self.width as usize;
        let mut luma = Vec::with_capacity(width as usize * height as usize);
        let mut sums = vec![0_u32; width as usize];
        for rows in down.windows(2) {
            sums.fill(0);
            for row in self.luma.chunks_exact(row_length).take(rows[1]).skip(rows[0]) {
                for (sum, columns) in sums.iter_mut().zip(across.windows(2)) {
                    *sum += row[columns[0]..columns[1]].iter().map(|value| u32::from(*value)).sum::<u32>();
                }
            }
            let high = (rows[1] - rows[0]) as u32;
            luma.extend(sums.iter().zip(across.windows(2)).map(|(sum, columns)| (sum / (high * (columns[1] - columns[0]) as u32)) as u8));
        }
        Self { width, height, luma }
    }
}

/// Where the pixels of a shorter edge begin on the longer one; each is at least one wide.
fn edges(long: u32, short: u32) -> Vec<usize> {
    let (long, short) = (long as usize, short.min(long) as usize);
    (0..=short).map(|at| at * long / short.max(1)).collect()
}

impl From<GrayImage> for Grey {
    fn from(image: GrayImage) -> Self {
        Self { width: image.width(), height: image.height(), luma: image.into_raw() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_smaller_picture_keeps_the_means() {
        let page = Grey { width: 5, height: 2, luma: vec![0, 100, 200, 200, 50, 0, 100, 200, 200, 50] };
        assert_eq!(page.shrunk(2, 1), Grey { width: 2, height: 1, luma: vec![50, 150] });
        assert_eq!(page.halved(), Grey { width: 2, height: 1, luma: vec![50, 200] });
        assert_eq!(page.clone().at_most(5), page);
        assert_eq!(page.at_most(3), Grey { width: 2, height: 1, luma: vec![50, 200] });
    }
}
