//! What happens to paper: turned, bent, blurred, faint, stamped, scribbled on, faxed.

use super::Dice;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageFormat};
use sandika_intake::pages::Grey;

/// One kind of mishap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
    /// As printed.
    Clean,
    /// Turned by quarters.
    Turned(u32),
    /// Laid on the glass askew, in degrees.
    Askew(f32),
    /// Photographed from the side.
    Aslant,
    /// Out of focus, in millimetres.
    Blurred(f32),
    /// Noise of the given strength.
    Noisy(f32),
    /// Printed with an empty cartridge.
    Faint,
    /// A shadow across the page.
    Shaded,
    /// Black and white only.
    OneBit,
    /// Packed as a JPEG of quality 30.
    Packed,
    /// A stamp's ring over the code.
    Stamped,
    /// Strokes of a pen over the code.
    Scribbled,
    /// Several at once.
    Weary,
}

impl Fate {
    /// Every kind, with the strengths that were measured.
    pub const ALL: [Self; 17] = [
        Self::Clean,
        Self::Turned(1),
        Self::Turned(2),
        Self::Turned(3),
        Self::Askew(4.0),
        Self::Askew(-4.0),
        Self::Askew(1.3),
        Self::Aslant,
        Self::Blurred(0.2),
        Self::Noisy(20.0),
        Self::Noisy(40.0),
        Self::Faint,
        Self::Shaded,
        Self::OneBit,
        Self::Packed,
        Self::Stamped,
        Self::Scribbled,
    ];
}

/// The page after its fate. `symbol` is where its code is (left, top, side).
pub fn degrade(page: Grey, fate: Fate, symbol: (u32, u32, u32), dpi: u32, dice: &mut Dice) -> Grey {
    let mm = dpi as f32 / 25.4;
    match fate {
        Fate::Clean => page,
        Fate::Turned(quarters) => (0..quarters % 4).fold(page, |page, _| quarter(&page)),
        Fate::Askew(degrees) => askew(&page, degrees, 0.0),
        Fate::Aslant => askew(&page, 1.0, 0.06),
        Fate::Blurred(radius) => (0..2).fold(page, |page, _| blur(&page, (radius * mm).round().max(1.0) as usize)),
        Fate::Noisy(strength) => each(page, |value, _, _| value + noise(strength, dice)),
        Fate::Faint => each(page, |value, _, _| 170.0 + value * 55.0 / 255.0),
        Fate::Shaded => {
            let width = page.width as f32;
            each(page, |value, x, _| value * (0.35 + 0.65 * x as f32 / width))
        }
        Fate::OneBit => each(page, |value, _, _| if value + noise(25.0, dice) > 140.0 { 255.0 } else { 0.0 }),
        Fate::Packed => jpeg(&page, 30),
        Fate::Stamped => stamp(page, symbol, mm),
        Fate::Scribbled => scribble(page, symbol, mm, dice),
        Fate::Weary => {
            let page = askew(&page, dice.between(-4.0, 4.0), 0.03);
            let page = each(blur(&page, 1), |value, _, _| 40.0 + value * 0.75 + noise(15.0, dice));
            jpeg(&page, 50)
        }
    }
}

fn each(mut page: Grey, mut change: impl FnMut(f32, u32, u32) -> f32) -> Grey {
    let width = page.width as usize;
    for (y, row) in page.luma.chunks_exact_mut(width).enumerate() {
        for (x, value) in row.iter_mut().enumerate() {
            *value = change(f32::from(*value), x as u32, y as u32).clamp(0.0, 255.0) as u8;
        }
    }
    page
}

/// Roughly normal, of the given standard deviation.
fn noise(strength: f32, dice: &mut Dice) -> f32 {
    (dice.between(-1.0, 1.0) + dice.between(-1.0, 1.0) + dice.between(-1.0, 1.0)) * strength
}

fn quarter(page: &Grey) -> Grey {
    let (width, height) = (page.width as usize, page.height as usize);
    let luma = (0..width).flat_map(|x| (0..height).rev().map(move |y| page.luma[y * width + x])).collect();
    Grey { width: page.height, height: page.width, luma }
}

/// Turned by `degrees` around its middle, with its upper edge shorter by `slant`.
fn askew(page: &Grey, degrees: f32, slant: f32) -> Grey {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (width, height) = (page.width as f32, page.height as f32);
    let at = |x: f32, y: f32| {
        let (x, y) = ((x - width / 2.0) * 1.06, (y - height / 2.0) * 1.06);
        let x = x * (1.0 + slant * (0.5 - y / height));
        point(page, x * cos - y * sin + width / 2.0, x * sin + y * cos + height / 2.0)
    };
    let luma = (0..page.height).flat_map(|y| (0..page.width).map(move |x| (x as f32, y as f32))).map(|(x, y)| at(x, y)).collect();
    Grey { width: page.width, height: page.height, luma }
}

/// The page's shade between its pixels; white beside it.
fn point(page: &Grey, x: f32, y: f32) -> u8 {
    if x < 0.0 || y < 0.0 || x >= (page.width - 1) as f32 || y >= (page.height - 1) as f32 {
        return 250;
    }
    let (left, top, width) = (x as usize, y as usize, page.width as usize);
    let (right, down) = (x.fract(), y.fract());
    let value = |dx: usize, dy: usize| f32::from(page.luma[(top + dy) * width + left + dx]);
    let row = |dy: usize| value(0, dy) * (1.0 - right) + value(1, dy) * right;
    (row(0) * (1.0 - down) + row(1) * down) as u8
}

/// The mean over a square of twice the radius and one; done twice it is nearly a Gaussian.
fn blur(page: &Grey, radius: usize) -> Grey {
    let turned = quarter(&rows(page, radius));
    (0..3).fold(rows(&turned, radius), |page, _| quarter(&page))
}

fn rows(page: &Grey, radius: usize) -> Grey {
    let width = page.width as usize;
    let mut luma = Vec::with_capacity(page.luma.len());
    for row in page.luma.chunks_exact(width) {
        let mut sum: u32 = row.iter().take(radius).map(|value| u32::from(*value)).sum();
        let mut count = radius.min(width) as u32;
        for at in 0..width {
            if let Some(next) = row.get(at + radius) {
                sum += u32::from(*next);
                count += 1;
            }
            luma.push((sum / count) as u8);
            if at >= radius {
                sum -= u32::from(row[at - radius]);
                count -= 1;
            }
        }
    }
    Grey { width: page.width, height: page.height, luma }
}

fn jpeg(page: &Grey, quality: u8) -> Grey {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode(&page.luma, page.width, page.height, ExtendedColorType::L8).unwrap();
    image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg).unwrap().into_luma8().into()
}

/// A ring of violet ink, as dark as such ink is in grey, that crosses a corner of the symbol.
fn stamp(page: Grey, (left, top, side): (u32, u32, u32), mm: f32) -> Grey {
    let (x0, y0) = (left as f32 + side as f32 * 1.15, top as f32 - side as f32 * 0.1);
    each(page, |value, x, y| {
        let far = (x as f32 - x0).hypot(y as f32 - y0);
        if (far - 15.0 * mm).abs() < 0.5 * mm { value.min(110.0) } else { value }
    })
}

/// Three strokes of a pen across the symbol.
fn scribble(mut page: Grey, (left, top, side): (u32, u32, u32), mm: f32, dice: &mut Dice) -> Grey {
    let side = side as f32;
    for _ in 0..3 {
        let (from, to) = (dice.between(0.1, 0.9) * side + top as f32, dice.between(0.1, 0.9) * side + top as f32);
        let slope = (to - from) / (side * 1.4);
        page = each(page, |value, x, y| {
            let across = x as f32 - left as f32 + side * 0.2;
            let inside = (0.0..side * 1.4).contains(&across);
            let off = y as f32 - from - slope * across - (across / mm).sin() * mm * 0.5;
            if inside && off.abs() < 0.25 * mm { value.min(40.0) } else { value }
        });
    }
    page
}
