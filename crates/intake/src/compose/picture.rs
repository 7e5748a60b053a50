//! Pictures as a PDF holds them: a JPEG and most PNGs byte for byte as they are, the rest packed without loss.

use super::{SHOWN, Sheets};
use crate::fault::ReadFault;
use crate::head::{self, Jpeg, Png};
use crate::pages::{Raw, on_white};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::ImageFormat;
use image::metadata::Orientation;
use pdf_writer::types::Predictor;
use pdf_writer::{Content, Filter, Finish, Ref};
use std::borrow::Cow;
use std::io::Write;

/// Long edge of the paper, in points, where a picture does not say how large it is: A4.
const PAPER: f32 = 841.89;
/// Long edges in points that are believed: from a slip of 5 cm to a poster of 1.2 m.
const BELIEVED: std::ops::RangeInclusive<f32> = 140.0..=3400.0;

/// One picture, ready to be put into a PDF.
pub(super) struct Picture<'a> {
    width: u32,
    height: u32,
    /// Samples a pixel: 1 grey, 3 red, green and blue, 4 inks.
    samples: u8,
    bits: u8,
    form: Form,
    data: Cow<'a, [u8]>,
    dpi: Option<f32>,
    /// Colours of a picture that has a table of them.
    table: Option<&'a [u8]>,
    /// How it was held.
    held: Orientation,
}

/// How the data is packed.
enum Form {
    Jpeg {
        inverted: bool,
    },
    Flate,
    /// With the predictions of PNG before the packing.
    FlatePng,
}

/// A JPEG as it is.
pub(super) fn of_jpeg(bytes: &[u8]) -> Result<Picture<'_>, ReadFault> {
    let Jpeg { width, height, samples, bits, inverted, dpi } = head::jpeg(bytes).ok_or(ReadFault::Damaged)?;
    let data = Cow::Borrowed(bytes);
    Ok(Picture { width, height, samples, bits, form: Form::Jpeg { inverted }, data, dpi, table: None, held: head::held_jpeg(bytes) })
}

/// A PNG as it is, if a PDF can hold it so; one that is interlaced or lets the paper shine through is unpacked and laid on white.
pub(super) fn of_png(bytes: &[u8]) -> Result<Picture<'_>, ReadFault> {
    let Png { width, height, samples, bits, plain, dpi, table, data } = head::png(bytes).ok_or(ReadFault::Damaged)?;
    let held = head::held_png(bytes);
    if plain {
        return Ok(Picture { width, height, samples, bits, form: Form::FlatePng, data: Cow::Owned(data), dpi, table, held });
    }
    crate::pages::affordable(width, height)?;
    let image = image::load_from_memory_with_format(bytes, ImageFormat::Png).map_err(|_| ReadFault::Damaged)?;
    let data = Cow::Owned(packed(&on_white(image).into_rgb8())?);
    Ok(Picture { width, height, samples: 3, bits: 8, form: Form::Flate, data, dpi, table: None, held })
}

/// A page of a TIFF; one of one bit stays so.
pub(super) fn of_tiff(raw: Raw) -> Result<Picture<'static>, ReadFault> {
    let (width, height, dpi, held) = (raw.width, raw.height, raw.dpi, raw.held);
    let (samples, bits, bytes) = match raw.samples {
        1 => (1, raw.bits, raw.bytes),
        _ => (3, 8, raw.lying()?.into_rgb8().into_raw()),
    };
    Ok(Picture { width, height, samples, bits, form: Form::Flate, data: Cow::Owned(packed(&bytes)?), dpi, table: None, held })
}

fn packed(bytes: &[u8]) -> Result<Vec<u8>, ReadFault> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|_| ReadFault::Damaged)
}

impl Sheets {
    /// A page that shows a picture, in the size of the paper that it was taken from.
    pub(super) fn picture(&mut self, picture: &Picture<'_>, degrees: i32) -> Ref {
        let id = self.next.bump();
        self.image(id, picture);
        let (width, height) = picture.paper();
        let mut content = Content::new();
        let (mirrored, turned) = turns(picture.held);
        content.transform(if mirrored { [-width, 0.0, 0.0, height, width, 0.0] } else { [width, 0.0, 0.0, height, 0.0, 0.0] });
        content.x_object(SHOWN);
        self.page(id, (width, height), (degrees + turned) % 360, &content.finish())
    }

    fn image(&mut self, id: Ref, picture: &Picture<'_>) {
        let mut image = self.pdf.image_xobject(id, &picture.data);
        image.width(edge(picture.width)).height(edge(picture.height)).bits_per_component(picture.bits.into());
        match (picture.table, picture.samples) {
            (Some(table), _) => image.color_space().indexed(pdf_writer::Name(b"DeviceRGB"), edge(table.len() as u32 / 3) - 1, table),
            (None, 1) => image.color_space().device_gray(),
            (None, 4) => image.color_space().device_cmyk(),
            (None, _) => image.color_space().device_rgb(),
        }
        match picture.form {
            Form::Jpeg { inverted } => {
                image.filter(Filter::DctDecode);
                if inverted {
                    image.decode([1.0, 0.0].repeat(4));
                }
            }
            Form::Flate => {
                image.filter(Filter::FlateDecode);
            }
            Form::FlatePng => {
                image.filter(Filter::FlateDecode);
                let mut hints = image.decode_parms();
                hints.predictor(Predictor::PngOptimum).colors(picture.samples.into());
                hints.bits_per_component(picture.bits.into()).columns(edge(picture.width));
            }
        }
        image.finish();
    }
}

impl Picture<'_> {
    /// Width and height of the paper in points.
    fn paper(&self) -> (f32, f32) {
        let (width, height) = (self.width as f32, self.height as f32);
        let long = width.max(height);
        let stated = self.dpi.map(|dpi| 72.0 / dpi).filter(|scale| BELIEVED.contains(&(scale * long)));
        let scale = stated.unwrap_or(PAPER / long);
        (width * scale, height * scale)
    }
}

/// How a picture is shown that was held so: mirrored, then turned to the right by so many degrees.
fn turns(held: Orientation) -> (bool, i32) {
    match held {
        Orientation::NoTransforms => (false, 0),
        Orientation::FlipHorizontal => (true, 0),
        Orientation::Rotate180 => (false, 180),
        Orientation::FlipVertical => (true, 180),
        Orientation::Rotate90FlipH => (true, 270),
        Orientation::Rotate90 => (false, 90),
        Orientation::Rotate270FlipH => (true, 90),
        Orientation::Rotate270 => (false, 270),
    }
}

fn edge(pixels: u32) -> i32 {
    i32::try_from(pixels).unwrap_or(i32::MAX)
}
