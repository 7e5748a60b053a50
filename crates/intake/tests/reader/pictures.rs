//! PNGs and photographs of every make.

use crate::files::jpeg;
use crate::shows::{Look, shows, worn};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};
use sandika_intake::pages::Grey;
use std::io::Write;

fn encoded(page: &Grey, bytes: &[u8], color: ExtendedColorType) -> Vec<u8> {
    let mut out = Vec::new();
    PngEncoder::new(&mut out).write_image(bytes, page.width, page.height, color).unwrap();
    out
}

fn points<const N: usize>(page: &Grey, point: impl Fn(u8) -> [u8; N]) -> Vec<u8> {
    page.luma.iter().flat_map(|shade| point(*shade)).collect()
}

/// A PNG of grey with the given bits a point and rows that are packed as they come.
fn raw(page: &Grey, bits: u8, interlaced: bool, rows: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    let chunk = |name: &[u8; 4], content: &[u8]| {
        let named = [&name[..], content].concat();
        let mut sum = flate2::Crc::new();
        sum.update(&named);
        [&(content.len() as u32).to_be_bytes()[..], &named, &sum.sum().to_be_bytes()].concat()
    };
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
    for row in rows {
        packer.write_all(&[0]).unwrap();
        packer.write_all(&row).unwrap();
    }
    let head = [&page.width.to_be_bytes()[..], &page.height.to_be_bytes(), &[bits, 0, 0, 0, u8::from(interlaced)]].concat();
    [b"\x89PNG\r\n\x1a\n", &chunk(b"IHDR", &head)[..], &chunk(b"IDAT", &packer.finish().unwrap()), &chunk(b"IEND", &[])].concat()
}

fn bits(row: &[u8]) -> Vec<u8> {
    row.chunks(8).map(|dots| dots.iter().enumerate().map(|(at, shade)| u8::from(*shade >= 140) << (7 - at)).sum()).collect()
}

/// The rows of the seven passes: left, top, and the steps across and down.
fn passes(page: &Grey) -> Vec<Vec<u8>> {
    let all = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
    let rows: Vec<&[u8]> = page.luma.chunks(page.width as usize).collect();
    let pass = |(left, top, across, down): (usize, usize, usize, usize)| -> Vec<Vec<u8>> {
        rows.iter().skip(top).step_by(down).map(|row| row.iter().skip(left).step_by(across).copied().collect()).collect()
    };
    all.into_iter().flat_map(pass).collect()
}

#[test]
fn every_kind_of_png_is_shown() {
    let page = worn();
    let one_bit = raw(&page, 1, false, page.luma.chunks(page.width as usize).map(bits));
    for (what, bytes, look) in [
        ("one bit", one_bit, Look::Grey),
        ("in passes", raw(&page, 8, true, passes(&page).into_iter()), Look::Grey),
        ("one bit in passes", raw(&page, 1, true, passes(&page).iter().map(|row| bits(row))), Look::Grey),
        ("16 bits", encoded(&page, &points(&page, |shade| [shade; 2]), ExtendedColorType::L16), Look::Grey),
        ("colours", encoded(&page, &points(&page, |shade| Look::Warm.of(shade)), ExtendedColorType::Rgb8), Look::Warm),
        ("ink on clear paper", encoded(&page, &points(&page, |shade| [0, 0, 0, 255 - shade]), ExtendedColorType::Rgba8), Look::Grey),
        ("grey ink on clear paper", encoded(&page, &points(&page, |shade| [0, 255 - shade]), ExtendedColorType::La8), Look::Grey),
    ] {
        shows(what, &bytes, &page, look);
    }
}

/// The page as it was when the phone was held so that it must be turned by so many quarters to the right to stand.
fn lying(page: &Grey, quarters: u32) -> Grey {
    (quarters..4).fold(page.clone(), |page, _| {
        let (width, height) = (page.width as usize, page.height as usize);
        let luma = (0..width).flat_map(|x| (0..height).rev().map(move |y| (x, y))).map(|(x, y)| page.luma[y * width + x]).collect();
        Grey { width: page.height, height: page.width, luma }
    })
}

#[test]
fn a_photograph_of_a_letter_stands_however_the_phone_was_held() {
    let page = worn();
    for (held, quarters) in [(1, 4), (6, 1), (3, 2), (8, 3)] {
        let mut bytes = jpeg(&lying(&page, quarters));
        let exif = [b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", &[held][..], b"\0\0\0\0\0\0"].concat();
        bytes.splice(2..2, exif);
        shows(&format!("held {held}"), &bytes, &page, Look::Grey);
    }
}
