//! A picture of the screen with 256 colours instead of thousands: a third of the bytes, and no difference to the eye. Large areas keep their colour.

use std::collections::HashMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use color_quant::NeuQuant;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Transformations};

use crate::Result;

/// Pixels of which one is looked at for the palette: every third sees every colour of a screen.
const SAMPLE: i32 = 3;
const COLOURS: usize = 256;

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
    let palette = NeuQuant::new(SAMPLE, COLOURS, &pixels);
    let mut known: HashMap<[u8; 4], u8> = HashMap::new();
    let (whole, _) = pixels.as_chunks::<4>();
    let indexes: Vec<u8> = whole
        .iter()
        .map(|pixel| *known.entry(*pixel).or_insert_with(|| u8::try_from(palette.index_of(pixel)).unwrap_or(u8::MAX)))
        .collect();
    let mut small = Vec::new();
    let mut encoder = Encoder::new(&mut small, frame.width, frame.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.color_map_rgb());
    encoder.set_compression(Compression::High);
    // Neighbouring numbers of a palette mean nothing: differences between them would only cost bytes.
    encoder.set_filter(Filter::NoFilter);
    encoder.write_header()?.write_image_data(&indexes)?;
    Ok(Some(small))
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
    fn what_is_no_picture_is_an_error() {
        assert!(squeezed(b"bukan gambar").is_err());
    }
}
