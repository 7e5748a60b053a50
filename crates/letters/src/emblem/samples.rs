//! Pictures for tests.
#![allow(clippy::unwrap_used, reason = "test code")]

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};

use super::chunks::SIGNATURE;

/// A PNG of these samples.
pub(super) fn encoded(colour: png::ColorType, depth: png::BitDepth, width: u32, height: u32, samples: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colour);
    encoder.set_depth(depth);
    encoder.write_header().unwrap().write_image_data(samples).unwrap();
    bytes
}

/// A green disc with a soft edge, on a ground that is black and transparent.
pub(super) fn disc(width: u32, height: u32) -> Vec<u8> {
    let radius = f64::from(width.min(height)) / 2.0;
    let pixel = |at: u32| {
        let (x, y) = (f64::from(at % width) - f64::from(width) / 2.0, f64::from(at / width) - f64::from(height) / 2.0);
        let opacity = ((radius - x.hypot(y)).clamp(0.0, 1.0) * 255.0) as u8;
        if opacity == 0 { [0, 0, 0, 0] } else { [0x1e, 0x7a, 0x3c, opacity] }
    };
    let samples: Vec<u8> = (0..width * height).flat_map(pixel).collect();
    encoded(png::ColorType::Rgba, png::BitDepth::Eight, width, height, &samples)
}

/// A JPEG in two colours.
pub(super) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let samples: Vec<u8> = (0..width * height).flat_map(|at| if at % width < width / 2 { [200, 30, 30] } else { [20, 60, 160] }).collect();
    let mut bytes = Vec::new();
    JpegEncoder::new(&mut bytes).write_image(&samples, width, height, ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// A PNG that ends after saying how large it is.
pub(super) fn header_of(width: u32, height: u32) -> Vec<u8> {
    [SIGNATURE, &[0, 0, 0, 13], b"IHDR", &width.to_be_bytes(), &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat()
}
