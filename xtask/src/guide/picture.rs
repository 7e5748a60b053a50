//! A picture of the screen with 256 colours instead of thousands: a third of the bytes, and no difference to the eye. Large areas keep their colour, and
//! a small red mark among thousands of greys stays red.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Transformations};

use crate::Result;

const COLOURS: usize = 256;

/// Red, green, blue.
type Colour = [u8; 3];

/// Makes a PNG of full colour small, in its place; answers whether it did. One that is small already is left as it is.
pub(super) fn squeeze(path: &Path) -> Result<bool> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    match squeezed(&bytes)? {
        Some(small) => fs::write(path, small).map(|()| true).map_err(Into::into),
        None => Ok(false),
    }
}

/// The same picture with a palette; `None` if it has one.
fn squeezed(bytes: &[u8]) -> Result<Option<Vec<u8>>> {
    let mut decoder = Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
    let mut reader = decoder.read_info()?;
    if reader.info().color_type == ColorType::Indexed {
        return Ok(None);
    }
    let mut pixels = vec![0; reader.output_buffer_size().ok_or("the picture is too large")?];
    let frame = reader.next_frame(&mut pixels)?;
    let (whole, _) = pixels.as_chunks::<4>();
    let colours: Vec<Colour> = whole.iter().map(|[red, green, blue, _]| [*red, *green, *blue]).collect();
    let (palette, place) = palette(&colours);
    let indexes: Vec<u8> = colours.iter().filter_map(|colour| place.get(colour).copied()).collect();
    let mut small = Vec::new();
    let mut encoder = Encoder::new(&mut small, frame.width, frame.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    // Neighbouring numbers of a palette mean nothing: differences between them would only cost bytes.
    encoder.set_filter(Filter::NoFilter);
    encoder.write_header()?.write_image_data(&indexes)?;
    Ok(Some(small))
}

/// The colours to be used, the most frequent as they are; and for each colour of the picture the place of its neighbour among them. None is further from
/// its neighbour than it must be for so many to suffice.
fn palette(pixels: &[Colour]) -> (Vec<Colour>, HashMap<Colour, u8>) {
    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut colours: Vec<Colour> = counts.keys().copied().collect();
    colours.sort_by_key(|colour| (Reverse(counts[colour]), *colour));
    let chosen = (0..=u8::MAX).find_map(|reach| apart(&colours, reach)).unwrap_or_default();
    let nearest = |colour: &Colour| (0..=u8::MAX).zip(&chosen).min_by_key(|(_, held)| square(held, colour)).map(|(place, _)| place);
    let place = colours.iter().filter_map(|colour| Some((*colour, nearest(colour)?))).collect();
    (chosen, place)
}

/// Every colour that is further than `reach` from all that stand before it; none if those are too many.
fn apart(colours: &[Colour], reach: u8) -> Option<Vec<Colour>> {
    let near = |one: &Colour, other: &Colour| one.iter().zip(other).all(|(one, other)| one.abs_diff(*other) <= reach);
    let mut chosen: Vec<Colour> = Vec::new();
    for colour in colours {
        if !chosen.iter().any(|held| near(held, colour)) {
            chosen.push(*colour);
        }
        if chosen.len() > COLOURS {
            return None;
        }
    }
    Some(chosen)
}

fn square(one: &Colour, other: &Colour) -> u32 {
    one.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(*other)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;

    /// White above, a colour of its own for each column below.
    fn full_colour() -> Vec<u8> {
        let (width, height) = (64_u32, 64_u32);
        let pixel = |x: u32, y: u32| if y < 48 { [255, 255, 255, 255] } else { [(x * 4) as u8, 90, 107, 255] };
        let pixels: Vec<u8> = (0..height).flat_map(|y| (0..width).flat_map(move |x| pixel(x, y))).collect();
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, width, height);
        encoder.set_color(ColorType::Rgba);
        encoder.set_depth(BitDepth::Eight);
        encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
        bytes
    }

    fn decoded(bytes: &[u8]) -> Vec<u8> {
        let mut decoder = Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        pixels
    }

    #[test]
    fn a_palette_looks_the_same_and_is_made_once() {
        let full = full_colour();
        let small = squeezed(&full).unwrap().unwrap();
        let (before, after) = (decoded(&full), decoded(&small));
        assert_eq!(before.len(), after.len());
        let white = 48 * 64 * 4;
        assert_eq!(before[..white], after[..white], "large areas keep their colour");
        let worst = before.iter().zip(&after).map(|(one, other)| one.abs_diff(*other)).max();
        assert!(worst <= Some(8), "{worst:?}");
        assert_eq!(squeezed(&small).unwrap(), None);
    }

    #[test]
    fn a_small_mark_keeps_its_colour() {
        let red = [165, 50, 42];
        let greys = (0..64).flat_map(|one: u8| (0..64).map(move |other: u8| [one * 4, one * 4, (one * 2).saturating_add(other * 2)]));
        let mut pixels: Vec<Colour> = greys.flat_map(|grey| [grey; 9]).collect();
        pixels.push(red);
        let (chosen, place) = palette(&pixels);
        assert!(chosen.len() <= COLOURS, "{}", chosen.len());
        assert_eq!(chosen[usize::from(place[&red])], red);
        let worst = pixels.iter().map(|pixel| square(&chosen[usize::from(place[pixel])], pixel)).max();
        assert!(worst < Some(600), "{worst:?}");
    }

    #[test]
    fn what_is_no_picture_is_an_error() {
        assert!(squeezed(b"bukan gambar").is_err());
    }
}
