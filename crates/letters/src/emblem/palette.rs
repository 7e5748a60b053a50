//! An emblem in few colours: its flat parts as they are, its soft edges with the nearest of the rest. It packs to a third of what three samples a pixel
//! need. A picture that would suffer to the eye, as photographs do, keeps all its colours.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io;

use color_quant::NeuQuant;
use image::RgbImage;

type Colour = [u8; 3];

/// How many colours are tried, the fewest first; one byte can name 256.
const MOST: [usize; 3] = [64, 128, 256];
/// One part in so many of a list is kept for colours that much of the picture has; the others are chosen for what is left.
const FLAT_SHARE: usize = 4;
/// A colour that covers one part in so many of the picture is a flat one.
const FLAT: usize = 1000;
/// How far, in levels of 255, a picture may be from itself: on average over all samples (root of the mean square), and in any one sample.
const MOST_MEAN: f64 = 1.0;
const MOST_EVER: u8 = 48;

/// A picture whose pixels name colours of a list.
pub(super) struct Indexed {
    width: u32,
    height: u32,
    /// Those that most pixels name first, which packs best.
    colours: Vec<Colour>,
    /// One byte a pixel, row by row.
    pixels: Vec<u8>,
}

/// The picture in the fewest colours that look the same; none when even the longest list would show. One that has few colours is the same picture.
pub(super) fn indexed(image: &RgbImage) -> Option<Indexed> {
    let counts = counted(image);
    let likened = MOST.into_iter().map(|most| nearest(&counts, &chosen(&counts, image, most)));
    let nearest = likened.into_iter().find(|nearest| looks_the_same(&counts, nearest))?;
    let mut kept: BTreeMap<Colour, usize> = BTreeMap::new();
    for (colour, near) in &nearest {
        *kept.entry(*near).or_default() += counts[colour];
    }
    let mut colours: Vec<Colour> = kept.keys().copied().collect();
    colours.sort_by_key(|colour| (Reverse(kept[colour]), *colour));
    let names: BTreeMap<Colour, u8> = colours.iter().copied().zip(0..=u8::MAX).collect();
    let pixels = image.pixels().map(|pixel| names[&nearest[&pixel.0]]).collect();
    let (width, height) = image.dimensions();
    Some(Indexed { width, height, colours, pixels })
}

impl Indexed {
    /// As a PNG, packed as small as it goes. Rows of such a picture pack best without a filter.
    pub(super) fn png(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(io::Cursor::new(&mut bytes), self.width, self.height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(self.colours.concat());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.write_header().ok()?.write_image_data(&self.pixels).ok()?;
        Some(bytes)
    }
}

/// How many pixels have each colour.
fn counted(image: &RgbImage) -> BTreeMap<Colour, usize> {
    let mut counts = BTreeMap::new();
    for pixel in image.pixels() {
        *counts.entry(pixel.0).or_default() += 1;
    }
    counts
}

/// The colours that the picture may have, at most so many: all of them where they are few.
fn chosen(counts: &BTreeMap<Colour, usize>, image: &RgbImage, most: usize) -> Vec<Colour> {
    if counts.len() <= most {
        return counts.keys().copied().collect();
    }
    let all: usize = counts.values().sum();
    let mut colours: Vec<Colour> = counts.iter().filter(|(_, count)| **count * FLAT >= all).map(|(colour, _)| *colour).collect();
    colours.sort_by_key(|colour| (Reverse(counts[colour]), *colour));
    colours.truncate(most / FLAT_SHARE);
    let rest = image.pixels().filter(|pixel| !colours.contains(&pixel.0)).flat_map(|pixel| [pixel[0], pixel[1], pixel[2], u8::MAX]);
    // 1: every pixel is looked at.
    let others = NeuQuant::new(1, most - colours.len(), &rest.collect::<Vec<_>>()).color_map_rgb();
    colours.extend(others.chunks_exact(3).map(|samples| [samples[0], samples[1], samples[2]]));
    colours
}

/// For each colour of the picture the one of the list that is most like it.
fn nearest(counts: &BTreeMap<Colour, usize>, list: &[Colour]) -> BTreeMap<Colour, Colour> {
    let near = |colour: &Colour| list.iter().copied().min_by_key(|other| (distance(colour, other), *other)).unwrap_or(*colour);
    counts.keys().map(|colour| (*colour, near(colour))).collect()
}

/// The sum of the squares of what three samples differ by.
fn distance(one: &Colour, other: &Colour) -> u32 {
    differences(one, other).map(|by| u32::from(by) * u32::from(by)).sum()
}

fn differences(one: &Colour, other: &Colour) -> impl Iterator<Item = u8> {
    one.iter().zip(other).map(|(one, other)| one.abs_diff(*other))
}

fn looks_the_same(counts: &BTreeMap<Colour, usize>, nearest: &BTreeMap<Colour, Colour>) -> bool {
    let samples = 3.0 * counts.values().sum::<usize>() as f64;
    let squares: f64 = nearest.iter().map(|(colour, near)| f64::from(distance(colour, near)) * counts[colour] as f64).sum();
    let worst = nearest.iter().flat_map(|(colour, near)| differences(colour, near)).max();
    (squares / samples).sqrt() <= MOST_MEAN && worst.unwrap_or(0) <= MOST_EVER
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emblem::picture;

    /// A picture by its columns and rows.
    fn painted(colour: impl Fn(u32, u32) -> Colour) -> RgbImage {
        RgbImage::from_fn(200, 160, |x, y| image::Rgb(colour(x, y)))
    }

    fn read(picture: &Indexed) -> RgbImage {
        picture::of_png(&picture.png().unwrap()).unwrap().into_rgb8()
    }

    #[test]
    fn few_colours_are_the_same_picture() {
        let stripes = painted(|x, y| [(x / 10) as u8 * 9, 7, (y / 80) as u8]);
        assert!(read(&indexed(&stripes).unwrap()) == stripes);
    }

    #[test]
    fn flat_parts_keep_their_colour_and_soft_edges_come_near() {
        // Between white and green several hundred shades.
        let shade = |green: u32, part: u32| (255 - (255 - green) * part / 1600) as u8;
        let emblem = painted(|x, y| match x {
            0..60 => [255, 255, 255],
            60..70 => [0x1e, 0x7a, 0x3c].map(|green| shade(green, (x - 60) * 160 + y)),
            70..130 => [0x1e, 0x7a, 0x3c],
            _ => [0xc0, 0x22, 0x22],
        });
        let found = read(&indexed(&emblem).unwrap());
        for (before, after) in emblem.pixels().zip(found.pixels()) {
            let flat = [[255, 255, 255], [0x1e, 0x7a, 0x3c], [0xc0, 0x22, 0x22]].contains(&before.0);
            assert!(
                if flat { before == after } else { differences(&before.0, &after.0).all(|by| by <= MOST_EVER) },
                "{before:?} {after:?}"
            );
        }
        assert!(counted(&found).len() <= 256 && counted(&emblem).len() > 256);
    }

    #[test]
    fn a_photograph_keeps_its_colours() {
        let photograph = painted(|x, y| [((x * 37) ^ (y * 11)) as u8, (x * y) as u8, (x * 5 + y * 91) as u8]);
        assert!(indexed(&photograph).is_none());
    }
}
