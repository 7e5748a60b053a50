//! One page of a TIFF as it was unpacked, and what it shows.

use crate::fault::PageTrouble;
use crate::pages::{Grey, affordable, inks, on_white};
use image::metadata::Orientation;
use image::{DynamicImage, GrayAlphaImage, GrayImage, RgbImage, RgbaImage};
use std::ops::RangeInclusive;

/// How many times more points across than down are believed, and how many are hardly to be seen.
const BELIEVED: RangeInclusive<f32> = 0.25..=4.0;
const SQUARE: RangeInclusive<f32> = 0.9..=1.1;

/// What the samples of a point mean, where their number does not say it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    /// Lights: one, or red, green and blue; then one that is nothing to be seen.
    Lights,
    /// The same, the last one saying how much of the paper shines through.
    Clear,
    /// Four inks.
    Inks,
    /// Brightness and two differences of colour, as JPEGs have them.
    Differences,
}

/// One page, unpacked; rows begin at whole bytes, 0 is black.
pub(crate) struct Raw {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Samples a pixel.
    pub(crate) samples: usize,
    /// Bits a sample: 1, 2, 4 or 8.
    pub(crate) bits: u8,
    pub(crate) bytes: Vec<u8>,
    /// Pixels an inch (across, where the file has another number down), if it says so.
    pub(crate) dpi: Option<f32>,
    /// How it was held.
    pub(crate) held: Orientation,
    pub(super) meaning: Meaning,
}

impl Raw {
    /// The page in grey, upright.
    pub(crate) fn grey(self) -> Result<Grey, PageTrouble> {
        if self.samples > 1 || self.held != Orientation::NoTransforms {
            return Ok(self.image()?.into_luma8().into());
        }
        let (width, height) = (self.width, self.height);
        Ok(Grey { width, height, luma: self.unpacked()? })
    }

    /// The page in its colours, upright.
    pub(crate) fn image(self) -> Result<DynamicImage, PageTrouble> {
        let held = self.held;
        let mut image = self.lying()?;
        image.apply_orientation(held);
        Ok(image)
    }

    /// The page in its colours, as it lies in the file.
    pub(crate) fn lying(self) -> Result<DynamicImage, PageTrouble> {
        let (width, height, samples, meaning) = (self.width, self.height, self.samples, self.meaning);
        let mut bytes = self.unpacked()?;
        match (samples, meaning) {
            (1, _) => GrayImage::from_raw(width, height, bytes).map(DynamicImage::ImageLuma8),
            (3, Meaning::Differences) => {
                bytes.chunks_exact_mut(3).for_each(lights);
                RgbImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgb8)
            }
            (3, _) => RgbImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgb8),
            (4, Meaning::Inks) => RgbImage::from_raw(width, height, inks(&bytes)).map(DynamicImage::ImageRgb8),
            (2, Meaning::Clear) => GrayAlphaImage::from_raw(width, height, bytes).map(DynamicImage::ImageLumaA8),
            (4, Meaning::Clear) => RgbaImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgba8),
            (2 | 4, Meaning::Lights) => return Self::without_last(width, height, samples, &bytes),
            _ => None,
        }
        .map(on_white)
        .ok_or(PageTrouble::Damaged)
    }

    /// The page without the last sample of each point.
    fn without_last(width: u32, height: u32, samples: usize, bytes: &[u8]) -> Result<DynamicImage, PageTrouble> {
        let bytes = bytes.chunks_exact(samples).flat_map(|point| &point[..samples - 1]).copied().collect();
        match samples {
            2 => GrayImage::from_raw(width, height, bytes).map(DynamicImage::ImageLuma8),
            _ => RgbImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgb8),
        }
        .ok_or(PageTrouble::Damaged)
    }

    /// Every sample in a byte of its own, from 0 to 255.
    pub(super) fn unpacked(self) -> Result<Vec<u8>, PageTrouble> {
        let bits = usize::from(self.bits);
        let per_row = self.width as usize * self.samples;
        match bits {
            8 => return Ok(self.bytes),
            1 | 2 | 4 => {}
            _ => return Err(PageTrouble::Damaged),
        }
        let top = (1_u16 << bits) - 1;
        let mut out = Vec::with_capacity(per_row * self.height as usize);
        for row in self.bytes.chunks((per_row * bits).div_ceil(8)).take(self.height as usize) {
            let samples = row.iter().flat_map(|byte| (0..8 / bits).rev().map(move |at| u16::from(*byte) >> (at * bits) & top));
            out.extend(samples.take(per_row).map(|sample| (sample * 255 / top) as u8));
        }
        Ok(out)
    }

    /// The page with as many points down an inch as across: fax machines have half as many rows, or twice as many, and a code of such points is
    /// no square. Rows are repeated or left out.
    pub(super) fn squared(self, across: Option<f32>, down: Option<f32>) -> Result<Self, PageTrouble> {
        let times =
            across.zip(down).map(|(across, down)| across / down).filter(|times| BELIEVED.contains(times) && !SQUARE.contains(times));
        let Some(times) = times else { return Ok(self) };
        let (before, row) = (self.height as usize, (self.width as usize * self.samples * usize::from(self.bits)).div_ceil(8));
        let height = ((self.height as f32 * times).round() as u32).max(1);
        affordable(self.width, height)?;
        let rows = (0..height as usize).filter_map(|at| self.bytes.get(at * before / height as usize * row..)?.get(..row));
        let bytes = rows.flatten().copied().collect();
        Ok(Self { height, bytes, ..self })
    }

    /// The page with its colours from a table, in which all reds stand first, then all greens, then all blues.
    pub(super) fn looked_up(self, table: &[u16]) -> Result<Self, PageTrouble> {
        let (count, top) = (1 << self.bits, (1_u16 << self.bits) - 1);
        let (width, height, dpi, held) = (self.width, self.height, self.dpi, self.held);
        if self.samples != 1 || table.len() != 3 * count {
            return Err(PageTrouble::Damaged);
        }
        // A few programs wrote eight bits where sixteen belong.
        let shift = if table.iter().any(|value| *value > 255) { 8 } else { 0 };
        let light = |at: usize| (table[at] >> shift) as u8;
        let colours: Vec<[u8; 3]> = (0..count).map(|at| [light(at), light(count + at), light(2 * count + at)]).collect();
        let bytes = self.unpacked()?.iter().flat_map(|value| colours[(u16::from(*value) * top / 255) as usize]).collect();
        Ok(Self { width, height, samples: 3, bits: 8, bytes, dpi, held, meaning: Meaning::Lights })
    }
}

/// A point from brightness and two differences to red, green and blue (ITU-R BT.601, as JPEGs count).
fn lights(point: &mut [u8]) {
    let [y, blue, red] = [0, 1, 2].map(|at| i32::from(point[at]));
    let (y, blue, red) = (y << 16, blue - 128, red - 128);
    let light = |value: i32| ((value + (1 << 15)) >> 16).clamp(0, 255) as u8;
    point[0] = light(y + 91_881 * red);
    point[1] = light(y - 22_554 * blue - 46_802 * red);
    point[2] = light(y + 116_130 * blue);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(samples: usize, bits: u8, meaning: Meaning, bytes: &[u8]) -> Raw {
        let width = (bytes.len() * 8 / usize::from(bits) / samples) as u32;
        Raw { width, height: 1, samples, bits, bytes: bytes.to_vec(), dpi: None, held: Orientation::NoTransforms, meaning }
    }

    #[test]
    fn samples_are_shown_as_what_they_mean() {
        for (what, raw, colours) in [
            ("lights", raw(3, 8, Meaning::Lights, &[9, 8, 7]), [9, 8, 7]),
            ("one light", raw(1, 8, Meaning::Lights, &[9]), [9, 9, 9]),
            ("something more", raw(2, 8, Meaning::Lights, &[9, 0]), [9, 9, 9]),
            ("colours and something more", raw(4, 8, Meaning::Lights, &[9, 8, 7, 0]), [9, 8, 7]),
            ("clear", raw(4, 8, Meaning::Clear, &[9, 8, 7, 0]), [255, 255, 255]),
            ("clear grey", raw(2, 8, Meaning::Clear, &[0, 51]), [204, 204, 204]),
            ("no ink", raw(4, 8, Meaning::Inks, &[0, 0, 0, 0]), [255, 255, 255]),
            ("cyan and black", raw(4, 8, Meaning::Inks, &[255, 0, 0, 51]), [0, 204, 204]),
            ("white by differences", raw(3, 8, Meaning::Differences, &[255, 128, 128]), [255, 255, 255]),
            ("red by differences", raw(3, 8, Meaning::Differences, &[76, 85, 255]), [254, 0, 0]),
        ] {
            assert_eq!(raw.image().unwrap().into_rgb8().as_raw()[..3], colours, "{what}");
        }
        assert!(raw(5, 8, Meaning::Inks, &[0; 5]).image().is_err());
    }

    #[test]
    fn colours_come_from_the_table() {
        let two_bits = || raw(1, 2, Meaning::Lights, &[0b0001_1011]);
        let table = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        let expected = [1, 5, 9, 2, 6, 10, 3, 7, 11, 4, 8, 12];
        for table in [table, table.map(|value| value << 8)] {
            assert_eq!(two_bits().looked_up(&table).unwrap().bytes, expected);
        }
        assert!(two_bits().looked_up(&table[..9]).is_err());
    }
}
