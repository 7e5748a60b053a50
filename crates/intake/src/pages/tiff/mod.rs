//! TIFF: every directory is a page.

mod patch;
mod raw;

pub(crate) use raw::Raw;

use super::affordable;
use crate::fault::{PageTrouble, ReadFault};
use image::metadata::Orientation;
use patch::Patch;
use raw::Meaning;
use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::Arc;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;
use tiff::{ColorType, TiffError};

/// Bytes that one page may take when it is unpacked.
const MOST_BYTES: usize = 640 * 1024 * 1024;

type Open = Decoder<Cursor<Bytes>>;

/// The file's bytes, for a cursor.
#[derive(Clone)]
struct Bytes(Arc<Vec<u8>>);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// What stands for the table of colours, for bits counted from the other end, and for a plane for each sample.
const TABLE: u16 = 3;
const TURNED: u16 = 2;
const PLANES: u16 = 2;
/// JPEGs in a TIFF count their bits as ever, whatever it says.
const JPEG: u16 = 7;

/// A TIFF that was opened.
pub(crate) struct Tiff {
    bytes: Bytes,
    pages: usize,
    /// Pages whose colours come from a table.
    tables: BTreeSet<usize>,
}

impl Tiff {
    /// Opens a file and counts its directories, of which it may have one more than `most`.
    pub(crate) fn open(bytes: Arc<Vec<u8>>, most: usize) -> Result<Self, ReadFault> {
        let bytes = Bytes(bytes);
        let mut decoder = decoder(&bytes)?;
        readable(&mut decoder)?;
        let (mut pages, mut tables, mut patch) = (0, BTreeSet::new(), Patch::default());
        loop {
            if note(&mut decoder, &mut patch) {
                tables.insert(pages);
            }
            pages += 1;
            if pages > most || !decoder.more_images() {
                break;
            }
            decoder.next_image().map_err(|_| ReadFault::Damaged)?;
        }
        let changed = patch.apply(&bytes.0)?.map(Arc::new);
        Ok(Self { bytes: changed.map_or(bytes, Bytes), pages, tables })
    }

    pub(crate) fn count(&self) -> usize {
        self.pages
    }

    /// Unpacks a page, from 0.
    pub(crate) fn page(&self, page: usize) -> Result<Raw, PageTrouble> {
        let mut decoder = decoder(&self.bytes)?;
        decoder.seek_to_image(page).map_err(|error| trouble(&error))?;
        readable(&mut decoder)?;
        let (width, height) = decoder.dimensions().map_err(|error| trouble(&error))?;
        affordable(width, height)?;
        let color = decoder.colortype().map_err(|error| trouble(&error))?;
        let (across, down) = (resolution(&mut decoder, Tag::XResolution), resolution(&mut decoder, Tag::YResolution));
        let (held, meaning) = (held(&mut decoder), meaning(&mut decoder, color));
        let (samples, (bits, bytes)) = (usize::from(color.num_samples()), unpack(&mut decoder, color)?);
        let raw = Raw { width, height, samples, bits, bytes, dpi: across, held, meaning }.squared(across, down)?;
        if !self.tables.contains(&page) {
            return Ok(raw);
        }
        let table = decoder.find_tag_unsigned_vec(Tag::ColorMap).map_err(|error| trouble(&error))?;
        raw.looked_up(&table.ok_or(PageTrouble::Damaged)?)
    }
}

/// Bits of each sample, and all of them, those of a point side by side.
fn unpack(decoder: &mut Open, color: ColorType) -> Result<(u8, Vec<u8>), PageTrouble> {
    let samples = usize::from(color.num_samples());
    let mut result = DecodingResult::U8(Vec::new());
    let layout = decoder.read_image_to_buffer(&mut result).map_err(|error| trouble(&error))?;
    if result.as_buffer(0).byte_len() < layout.complete_len {
        return Err(PageTrouble::TooManyPixels);
    }
    let (bits, bytes) = match result {
        DecodingResult::U8(bytes) => (color.bit_depth(), bytes),
        DecodingResult::U16(values) => (8, values.into_iter().map(|value| (value >> 8) as u8).collect()),
        _ => return Err(PageTrouble::Damaged),
    };
    match samples > 1 && short(decoder, Tag::PlanarConfiguration) == Some(PLANES) {
        true if bits == 8 => Ok((bits, interleaved(&bytes, samples))),
        true => Err(PageTrouble::Damaged),
        false => Ok((bits, bytes)),
    }
}

/// Notes what must be changed before the page can be unpacked. True if its colours come from a table.
fn note(decoder: &mut Open, patch: &mut Patch) -> bool {
    let table = short(decoder, Tag::PhotometricInterpretation) == Some(TABLE);
    if let Some(directory) = decoder.ifd_pointer().filter(|_| table) {
        patch.as_grey(directory.0 as usize);
    }
    if short(decoder, Tag::FillOrder) == Some(TURNED) && short(decoder, Tag::Compression) != Some(JPEG) {
        let mut numbers = |tag| decoder.find_tag_unsigned_vec::<usize>(tag).ok().flatten().unwrap_or_default();
        for (starts, lengths) in [(Tag::StripOffsets, Tag::StripByteCounts), (Tag::TileOffsets, Tag::TileByteCounts)] {
            let (starts, lengths) = (numbers(starts), numbers(lengths));
            patch.turn_bits(starts.into_iter().zip(lengths).map(|(start, length)| start..start.saturating_add(length)));
        }
    }
    table
}

fn short(decoder: &mut Open, tag: Tag) -> Option<u16> {
    decoder.find_tag_unsigned(tag).ok().flatten()
}

/// How the page was held; some scanners store every page lying and say so.
fn held(decoder: &mut Open) -> Orientation {
    let said = short(decoder, Tag::Orientation).and_then(|number| Orientation::from_exif(u8::try_from(number).ok()?));
    said.unwrap_or(Orientation::NoTransforms)
}

fn meaning(decoder: &mut Open, color: ColorType) -> Meaning {
    // 1 and 2 are the two kinds of "how much of the paper shines through".
    let extra = decoder.find_tag_unsigned_vec::<u16>(Tag::ExtraSamples).ok().flatten().unwrap_or_default();
    match color {
        ColorType::CMYK(_) => Meaning::Inks,
        ColorType::YCbCr(_) => Meaning::Differences,
        _ if matches!(extra.first(), Some(1 | 2)) => Meaning::Clear,
        _ => Meaning::Lights,
    }
}

/// One sample of each point after the other, where all first samples stand before all second ones.
fn interleaved(planes: &[u8], samples: usize) -> Vec<u8> {
    let points = planes.len() / samples;
    (0..points).flat_map(|at| (0..samples).map(move |sample| planes[sample * points + at])).collect()
}

fn decoder(bytes: &Bytes) -> Result<Open, PageTrouble> {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = MOST_BYTES;
    limits.intermediate_buffer_size = MOST_BYTES;
    Ok(Decoder::new(Cursor::new(bytes.clone())).map_err(|error| trouble(&error))?.with_limits(limits))
}

/// Refuses the two oldest forms of fax, which nothing here unpacks.
fn readable(decoder: &mut Open) -> Result<(), PageTrouble> {
    match decoder.find_tag_unsigned::<u16>(Tag::Compression) {
        Ok(Some(2 | 3)) => Err(PageTrouble::FaxGroup3),
        _ => Ok(()),
    }
}

/// Points an inch.
fn resolution(decoder: &mut Open, tag: Tag) -> Option<f32> {
    let value = decoder.find_tag(tag).ok()??;
    let per_unit = match value {
        tiff::decoder::ifd::Value::Rational(above, below) => above as f32 / below as f32,
        _ => return None,
    };
    let unit = decoder.find_tag_unsigned::<u16>(Tag::ResolutionUnit).ok().flatten();
    Some(if unit == Some(3) { per_unit * 2.54 } else { per_unit })
}

fn trouble(error: &TiffError) -> PageTrouble {
    match error {
        TiffError::LimitsExceeded => PageTrouble::TooManyPixels,
        _ => PageTrouble::Damaged,
    }
}
