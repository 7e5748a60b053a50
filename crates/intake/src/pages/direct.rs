//! A scanned page whose one JPEG covers it, as most scanners write them: unpacking that JPEG gives the same picture as drawing the page, in a
//! fifth of the time. Whatever is the least bit different is drawn.

use super::picture;
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::dict::keys::{ANNOTS, COLORSPACE, DECODE, DECODE_PARMS, IMAGE_MASK, MASK, N, SMASK};
use hayro::hayro_syntax::object::{Array, Dict, Name, Stream};
use hayro::hayro_syntax::page::{Page, Rotation};
use image::{GrayImage, imageops};

/// Bytes of the longest content that only puts a picture somewhere.
const MOST_CONTENT: usize = 400;
/// How far an edge of the picture may be from the page's, as a share of the page.
const OFF: f64 = 0.02;

/// The page in grey, if it is nothing but a JPEG.
pub(super) fn grey(page: &Page<'_>) -> Option<GrayImage> {
    let objects = &page.resources().x_objects;
    let mut names = objects.keys();
    let name = names.next().filter(|_| names.next().is_none() && !page.raw().contains_key(ANNOTS))?;
    let content = page.page_stream().filter(|content| content.len() <= MOST_CONTENT)?;
    let [left, bottom, right, top] = placed(std::str::from_utf8(content).ok()?)?;
    let (crop, near) = (page.intersected_crop_box(), |a: f64, b: f64, edge: f64| (a - b).abs() <= edge * OFF);
    let across = near(left, crop.x0, crop.width()) && near(right, crop.x1, crop.width());
    let down = near(bottom, crop.y0, crop.height()) && near(top, crop.y1, crop.height());
    let stream = objects.get::<Stream<'_>>(name).filter(|stream| across && down && plain(stream))?;
    let grey = picture::jpeg(&stream.raw_data()).ok()?.into_luma8();
    Some(match page.rotation() {
        Rotation::None => grey,
        Rotation::Horizontal => imageops::rotate90(&grey),
        Rotation::Flipped => imageops::rotate180(&grey),
        Rotation::FlippedHorizontal => imageops::rotate270(&grey),
    })
}

/// Where a content that does nothing else puts its one picture: left, bottom, right, top.
fn placed(content: &str) -> Option<[f64; 4]> {
    let (mut numbers, mut scale, mut place, mut shown) = (Vec::new(), (1.0, 1.0), (0.0, 0.0), false);
    for word in content.split_ascii_whitespace() {
        match word {
            "q" if !shown => {}
            "Q" if shown => {}
            "cm" if !shown => {
                let [across, 0.0, 0.0, down, left, bottom] = numbers[..] else { return None };
                place = (place.0 + left * scale.0, place.1 + bottom * scale.1);
                scale = (scale.0 * across, scale.1 * down);
                numbers.clear();
            }
            "Do" if !shown && numbers.is_empty() => shown = true,
            name if name.starts_with('/') => {}
            number => numbers.push(number.parse::<f64>().ok().filter(|number| number.is_finite())?),
        }
    }
    (shown && numbers.is_empty()).then_some([place.0, place.1, place.0 + scale.0, place.1 + scale.1])
}

/// Whether the stream is a JPEG in plain grey or colours, which nothing masks, turns into its negative or counts otherwise.
fn plain(stream: &Stream<'_>) -> bool {
    let dict = stream.dict();
    let changed = [SMASK, MASK, DECODE, DECODE_PARMS, IMAGE_MASK].iter().any(|key| dict.contains_key(key));
    !changed && stream.filters().as_slice() == [Filter::DctDecode] && known_colours(dict)
}

fn known_colours(dict: &Dict<'_>) -> bool {
    let named = dict.get::<Name<'_>>(COLORSPACE).is_some_and(|name| matches!(&*name, b"DeviceGray" | b"DeviceRGB"));
    let described = || {
        let array = dict.get::<Array<'_>>(COLORSPACE)?;
        let mut parts = array.flex_iter();
        let name = parts.next::<Name<'_>>()?;
        // A profile of four inks is left to the drawing.
        let profile = parts.next::<Stream<'_>>().and_then(|profile| profile.dict().get::<u32>(N));
        Some(matches!(&*name, b"CalGray" | b"CalRGB") || (&*name == b"ICCBased" && matches!(profile, Some(1 | 3))))
    };
    named || described().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_content_that_puts_one_picture_upright_is_understood() {
        for (content, expected) in [
            ("q 595 0 0 842 0 0 cm /Im0 Do Q", Some([0.0, 0.0, 595.0, 842.0])),
            ("q\n0.24 0 0 .24 10 20 cm\nq 100 0 0 200 50 0 cm /Im0 Do\nQ\nQ\n", Some([22.0, 20.0, 46.0, 68.0])),
            ("q 0 595 -842 0 0 0 cm /Im0 Do Q", None),
            ("q 595 0 0 842 0 0 cm /Im0 Do Q q 9 0 0 9 0 0 cm /Im0 Do Q", None),
            ("q 595 0 0 842 0 0 cm /Im0 Do Q 0 0 9 9 re f", None),
            ("q 595 0 0 842 0 0 cm Q /Im0 Do", None),
            ("/G gs q 595 0 0 842 0 0 cm /Im0 Do Q", None),
            ("q 595 0 0 NaN 0 0 cm /Im0 Do Q", None),
            ("", None),
        ] {
            assert_eq!(placed(content), expected, "{content}");
        }
    }
}
