//! No bytes whatever make the parts that read files in the application itself stumble.
#![allow(clippy::unwrap_used, reason = "test code")]

#[path = "../../../fuzz/src/lib.rs"]
#[allow(dead_code, unreachable_pub, reason = "libFuzzer asks more of it, from outside")]
mod asked;

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};
use proptest::prelude::*;
use sandika_domain::letter::code::read_page;
use sandika_intake::kind::{Kind, whole};
use sandika_intake::pages::Book;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes).write_image(&[77; 144], 12, 12, ExtendedColorType::L8).unwrap();
    bytes
}

/// A TIFF of two pages with their pixels.
fn tiff() -> Vec<u8> {
    let mut bytes = Vec::from(&b"II*\0\x48\0\0\0"[..]);
    bytes.resize(0x48, 120);
    for next in [0x48 + 2 + 9 * 12 + 4, 0_u32] {
        bytes.extend(9_u16.to_le_bytes());
        for (tag, value) in [(256, 8), (257, 8), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, 8), (279, 64_u32)] {
            bytes.extend([&u16::to_le_bytes(tag)[..], &4_u16.to_le_bytes(), &1_u32.to_le_bytes(), &value.to_le_bytes()].concat());
        }
        bytes.extend(next.to_le_bytes());
    }
    bytes
}

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder)
}

/// The files of a folder of fixtures: name, bytes.
fn all(folder: &str) -> Vec<(String, Vec<u8>)> {
    let files = std::fs::read_dir(fixtures(folder)).unwrap().map(|entry| entry.unwrap());
    files.map(|file| (file.file_name().to_string_lossy().into_owned(), std::fs::read(file.path()).unwrap())).collect()
}

/// A signed document or a certificate of the fixtures.
fn signed(which: usize) -> Vec<u8> {
    let names = ["rsa.pdf", "p256.pdf", "dua-kali.pdf", "sertifikat/pemilik.cer", "sertifikat/pemilik.pem", "sertifikat/rantai.p7b"];
    std::fs::read(fixtures("signed").join(names[which % names.len()])).unwrap()
}

/// Looks at bytes in every way that the application does without its reading program.
fn judge(bytes: &[u8]) {
    asked::kinds(bytes);
    asked::signed(bytes);
    asked::code(bytes);
}

#[test]
fn the_seeds_are_files() {
    for (bytes, kind, pages) in [(png(), Kind::Png, 1), (tiff(), Kind::Tiff, 2)] {
        assert_eq!((Kind::of(&bytes), whole(kind, &bytes)), (Some(kind), Ok(())));
        let book = Book::open(Arc::new(bytes), 9).unwrap();
        assert_eq!(book.count(), pages);
        assert!((0..pages).all(|page| book.grey(page).is_ok()));
    }
}

/// What the fuzzer begins with is read to its pages, else it would only find out how files are refused.
#[test]
fn the_seeds_of_the_fuzzer_are_read() {
    for (name, bytes) in all("scans/kecil") {
        let kind = Kind::of(&bytes).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(whole(kind, &bytes), Ok(()), "{name}");
        let book = Book::open(Arc::new(bytes), 9).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        for page in 0..book.count() {
            let grey = book.grey(page).unwrap_or_else(|trouble| panic!("{name}: {trouble}"));
            let shades = grey.luma.iter().map(|value| u32::from(*value)).sum::<u32>() / grey.luma.len() as u32;
            assert!((120..250).contains(&shades), "{name}, page {page}: {shades}");
            assert!(book.colour(page, 100).is_ok(), "{name}");
        }
    }
    let known = all("codes").iter().filter(|(_, text)| read_page(std::str::from_utf8(text).unwrap()).is_some()).count();
    assert_eq!(known, 3);
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_judged(bytes: Vec<u8>, head in 0_usize..5) {
        let heads = [&b""[..], b"%PDF-1.7", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0\x08\0\0\0"];
        judge(&[heads[head], &bytes[..]].concat());
    }

    #[test]
    fn changed_files_are_judged_and_their_pages_asked_for(second: bool, changes: Vec<(prop::sample::Index, u8)>, cut: prop::sample::Index) {
        let mut bytes = if second { tiff() } else { png() };
        for (at, value) in changes.iter().take(6) {
            let at = at.index(bytes.len());
            bytes[at] = *value;
        }
        judge(&bytes);
        judge(&bytes[..cut.index(bytes.len())]);
        if let Ok(book) = Book::open(Arc::new(bytes), 9) {
            (0..book.count()).for_each(|page| drop(book.grey(page)));
        }
    }

    #[test]
    fn changed_signatures_are_judged(which in 0_usize..6, changes: Vec<(prop::sample::Index, u8)>, cut: prop::sample::Index) {
        let mut bytes = signed(which);
        for (at, value) in changes.iter().take(4) {
            let at = at.index(bytes.len());
            bytes[at] = *value;
        }
        judge(&bytes);
        judge(&bytes[..cut.index(bytes.len())]);
    }

    #[test]
    fn any_text_behind_the_prefix_is_judged(text in "SDK1/[0-9A-Z/-]{0,40}") {
        asked::code(text.as_bytes());
    }
}
