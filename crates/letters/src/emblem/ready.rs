//! The emblem as an object of a file, unpacked and packed again only when it is not the one of the letter before.

use std::sync::Arc;

use image::DynamicImage;
use lopdf::{Dictionary, Object, Stream, StringFormat, dictionary};

use super::chunks::{Colours, packed};
use super::picture;
use crate::error::LetterError;
use crate::recent::Recent;

/// What the pages' contents call it.
pub(crate) const NAME: &str = "LOGO";
/// A computer serves one office, and perhaps one to practise in.
const MOST: usize = 4;

/// The emblems that letters carried last.
#[derive(Default)]
pub(crate) struct Emblems(Recent<Vec<u8>, Stream, MOST>);

impl Emblems {
    /// The object of a PNG.
    ///
    /// # Errors
    /// [`LetterError::Logo`] when it cannot be decoded.
    pub(crate) fn ready(&self, png: &[u8]) -> Result<Arc<Stream>, LetterError> {
        self.0.get_or_make(png, || made(png))
    }
}

fn made(png: &[u8]) -> Result<Stream, LetterError> {
    // Decoded even where its rows go into the file as they are: a broken one must be told here, not by a reader.
    let image = picture::of_png(png).map_err(LetterError::Logo)?;
    let shape = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => image.width(), "Height" => image.height(),
        "BitsPerComponent" => 8, "Interpolate" => false,
    };
    match packed(png) {
        Some((rows, colours)) => Ok(as_it_is(shape, image.width(), rows, &colours)),
        None => anew(shape, image),
    }
}

/// The rows of a PNG.
fn as_it_is(mut shape: Dictionary, width: u32, rows: Vec<u8>, colours: &Colours) -> Stream {
    // 15: each row says how it is to be read, as in a PNG.
    let reading = dictionary! { "Predictor" => 15, "Colors" => i64::from(colours.samples()), "BitsPerComponent" => 8, "Columns" => width };
    shape.set("ColorSpace", space(colours));
    shape.set("Filter", "FlateDecode");
    shape.set("DecodeParms", reading);
    Stream::new(shape, rows)
}

fn space(colours: &Colours) -> Object {
    match colours {
        Colours::Grey => "DeviceGray".into(),
        Colours::Rgb => "DeviceRGB".into(),
        Colours::List(list) => {
            let last = (list.len() / 3).saturating_sub(1) as i64;
            vec!["Indexed".into(), "DeviceRGB".into(), last.into(), Object::String(list.clone(), StringFormat::Hexadecimal)].into()
        }
    }
}

/// The samples of a picture, packed anew.
fn anew(mut shape: Dictionary, image: DynamicImage) -> Result<Stream, LetterError> {
    shape.set("ColorSpace", space(if image.color().has_color() { &Colours::Rgb } else { &Colours::Grey }));
    let mut stream = Stream::new(shape, image.into_bytes());
    stream.compress().map_err(|error| LetterError::Write(error.to_string()))?;
    Ok(stream)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emblem::samples::{disc, encoded, jpeg};
    use crate::emblem::{picture, prepare_emblem};

    #[test]
    fn a_reader_finds_the_pixels_of_the_picture() {
        use png::BitDepth::{Eight, Sixteen};
        use png::ColorType::{Grayscale, Rgb};
        let grey: Vec<u8> = (0..64).map(|at| at * 3).collect();
        for png in [
            disc(60, 40),
            prepare_emblem(&disc(500, 600)).unwrap(),
            prepare_emblem(&jpeg(90, 50)).unwrap(),
            encoded(Grayscale, Eight, 8, 8, &grey),
            encoded(Rgb, Sixteen, 1, 1, &[1, 0, 2, 0, 3, 0]),
        ] {
            let stream = made(&png).unwrap();
            let image = picture::of_png(&png).unwrap();
            let found = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            let listed = stream.dict.get(b"ColorSpace").unwrap().as_array().ok().map(|space| space[3].as_str().unwrap());
            let colours = match listed {
                Some(list) => found.iter().flat_map(|name| list[usize::from(*name) * 3..][..3].to_vec()).collect(),
                None => found,
            };
            assert!(colours == image.into_bytes(), "{:?}", stream.dict);
        }
    }
}
