//! Whether a file is read and shown as the page that it was made of.

use crate::files::sheet;
use crate::{codes, read, reader};
use sandika_intake::PlanPage;
use sandika_intake::pages::Grey;
use sandika_intake::samples::{Dice, Fate, degrade};

/// How far the points of a picture may be from the page's on the average. Black and white alone is somewhat off, a negative or a wrong colour far.
const OFF: u64 = 40;

/// Which colours a page has.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Look {
    Grey,
    /// Yellowish paper and blue ink.
    Warm,
}

impl Look {
    /// Red, green and blue of a shade.
    pub(crate) fn of(self, shade: u8) -> [u8; 3] {
        let between = |low: u16, range: u16| (low + u16::from(shade) * range / 255) as u8;
        if self == Self::Grey { [shade; 3] } else { [shade, between(20, 230), between(60, 150)] }
    }
}

/// A page that was printed, photographed from the side, blurred, and packed.
pub(crate) fn worn() -> Grey {
    let sheet = sheet(21, 1, 1);
    degrade(sheet.draw(), Fate::Weary, sheet.symbol(), sheet.dpi, &mut Dice::new(5))
}

/// Asserts that the first page of a file names its letter and shows the page, small and large, and that a new file made of it does so too.
pub(crate) fn shows(what: &str, bytes: &[u8], page: &Grey, look: Look) {
    seen(what, bytes, page, look);
    let made = reader().compose(&[bytes], &[PlanPage { source: 0, page: 1, quarter_turns: 0 }]);
    seen(&format!("{what}, made anew"), &made.map_err(|fault| format!("{what}: {fault}")).unwrap(), page, look);
}

fn seen(what: &str, bytes: &[u8], page: &Grey, look: Look) {
    assert_eq!(codes(bytes)[0], Ok(vec![format!("{}/1-1", sheet(21, 1, 1).short())]), "{what}");
    let (readings, _) = read(&reader(), bytes);
    assert!(!readings[0].blank, "{what} is empty");
    let small = image::load_from_memory(&readings[0].thumb).map_err(|error| format!("{what}: {error}")).unwrap().into_luma8();
    let expected = page.shrunk(small.width(), small.height());
    let shade = |value: &u8| Some(look.of(*value)).map(|[r, g, b]| (u32::from(r) * 54 + u32::from(g) * 183 + u32::from(b) * 19) / 256);
    let off =
        mean(small.iter().zip(expected.luma.iter().filter_map(shade)).map(|(shown, page)| u64::from(u32::from(*shown).abs_diff(page))));
    assert!(off < OFF, "{what}: the small picture is off by {off}");
    let picture = reader().picture(bytes, 1, 600).map_err(|fault| format!("{what}: {fault}")).unwrap();
    let large = image::load_from_memory(&picture).unwrap().into_rgb8();
    let expected = page.shrunk(large.width(), large.height());
    let shape = |width: u32, height: u32| width as f32 / height as f32;
    let wider = shape(large.width(), large.height()) / shape(page.width, page.height);
    assert!((0.95..1.05).contains(&wider), "{what}: {} × {}", large.width(), large.height());
    for channel in 0..3 {
        let points = large.pixels().zip(&expected.luma);
        let off = mean(points.map(|(point, shade)| u64::from(point[channel].abs_diff(look.of(*shade)[channel]))));
        assert!(off < OFF, "{what}: light {channel} of the page is off by {off}");
    }
}

fn mean(values: impl Iterator<Item = u64>) -> u64 {
    let (sum, count) = values.fold((0, 0), |(sum, count), value| (sum + value, count + 1));
    sum / u64::max(count, 1)
}
