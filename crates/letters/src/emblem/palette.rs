//! An emblem in 256 colours: its flat parts as they are, its soft edges with the nearest of the rest. It packs to half of what three samples a pixel
//! need. A picture that would suffer to the eye, as photographs do, keeps all its colours.

use std::collections::BTreeMap;
use std::io;

use color_quant::NeuQuant;
use image::RgbImage;

type Colour = [u8; 3];

/// Colours that one byte can name.
const MOST: usize = 256;
/// Of these, the most that are kept because much of the picture has them; the others are chosen for the rest.
const MOST_FLAT: usize = 64;
/// A colour that covers one part in so many is a flat one.
const FLAT: usize = 1000;
/// How far, in levels of 255, a picture may be from itself: on average over all samples (root of the mean square), and in any one sample.
const MOST_MEAN: f64 = 2.0;
const MOST_EVER: u8 = 24;

/// A picture whose pixels name colours of a list.
pub(super) struct Indexed {
    width: u32,
    height: u32,
    /// Sorted.
    colours: Vec<Colour>,
    /// One byte a pixel, row by row.
    pixels: Vec<u8>,
}

/// The picture in at most 256 colours; none when that would show. One that has no more is the same picture.
pub(super) fn indexed(image: &RgbImage) -> Option<Indexed> {
    let counts = counted(image);
    let nearest = nearest(&counts, &chosen(&counts, image));
    let mut colours: Vec<Colour> = nearest.values().copied().collect();
    colours.sort_unstable();
    colours.dedup();
    let index = |colour: &Colour| colours.binary_search(colour).ok().and_then(|at| u8::try_from(at).ok());
    let names: BTreeMap<Colour, u8> = nearest.iter().filter_map(|(colour, near)| Some((*colour, index(near)?))).collect();
    let pixels = image.pixels().filter_map(|pixel| names.get(&pixel.0).copied()).collect();
    let (width, height) = image.dimensions();
    looks_the_same(&counts, &nearest).then_some(Indexed { width, height, colours, pixels })
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

/// The colours that the picture may have: all of them where they are few.
fn chosen(counts: &BTreeMap<Colour, usize>, image: &RgbImage) -> Vec<Colour> {
    if counts.len() <= MOST {
        return counts.keys().copied().collect();
    }
    let all: usize = counts.values().sum();
    let mut flat: Vec<(Colour, usize)> =
        counts.iter().map(|(colour, count)| (*colour, *count)).filter(|(_, count)| count * FLAT >= all).collect();
    flat.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let mut colours: Vec<Colour> = flat.into_iter().take(MOST_FLAT).map(|(colour, _)| colour).collect();
    let rest: Vec<u8> =
        image.pixels().filter(|pixel| !colours.contains(&pixel.0)).flat_map(|pixel| [pixel[0], pixel[1], pixel[2], 255]).collect();
    // 1: every pixel is looked at.
    colours
        .extend(NeuQuant::new(1, MOST - colours.len(), &rest).color_map_rgb().chunks_exact(3).map(|chunk| [chunk[0], chunk[1], chunk[2]]));
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
