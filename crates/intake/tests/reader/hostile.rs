//! Files that are cut, locked, or made to do harm.

use crate::files::{Lies, Packed, jpeg, pdf, png, qpdf, raw_pdf, sheet, shown, stream, tiff};
use crate::{codes, read, reader};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use sandika_intake::kind::{Kind, whole};
use sandika_intake::pages::Grey;
use sandika_intake::{PageTrouble, ReadFault};
use std::io::Write;
use std::time::Duration;

fn dot() -> Grey {
    Grey { width: 8, height: 8, luma: vec![200; 64] }
}

/// A PNG of one colour whose head states the size; a few kilobytes that would unpack to gigabytes.
pub(crate) fn bomb(width: u32, height: u32) -> Vec<u8> {
    let chunk = |name: &[u8; 4], content: &[u8]| {
        let named = [&name[..], content].concat();
        let mut sum = flate2::Crc::new();
        sum.update(&named);
        [&(content.len() as u32).to_be_bytes()[..], &named, &sum.sum().to_be_bytes()].concat()
    };
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    let row = vec![0; (width as usize).div_ceil(8) + 1];
    (0..height).for_each(|_| packer.write_all(&row).unwrap());
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[1, 0, 0, 0, 0]].concat();
    [b"\x89PNG\r\n\x1a\n", &chunk(b"IHDR", &head)[..], &chunk(b"IDAT", &packer.finish().unwrap()), &chunk(b"IEND", &[])].concat()
}

/// A form that draws the next one ten times, and so on: as long as a thousand years.
fn endless() -> Vec<u8> {
    let form = |next: usize| {
        stream(&format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F {next} 0 R>>>>"), &"/F Do ".repeat(10))
    };
    let mut forms: Vec<String> = (6..18).map(form).collect();
    forms.push(stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 9 9 re f"));
    shown(&forms)
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let page = sheet(1, 1, 1).draw();
    let locked = qpdf(&pdf(&[(page.clone(), Lies::Jpeg)]), &["--encrypt", "rahasia", "x", "256", "--"]);
    let many = pdf(&vec![(dot(), Lies::Jpeg); 2001]);
    let circle = "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>";
    for (what, bytes, fault) in [
        ("nothing", Vec::new(), ReadFault::Empty),
        ("a text", b"Kepada Yth.".to_vec(), ReadFault::NotReadable),
        ("a word processor's document", b"PK\x03\x04".to_vec(), ReadFault::NotReadable),
        ("a pdf in name only", b"%PDF-1.7\nrusak\n%%EOF".to_vec(), ReadFault::Damaged),
        ("a locked pdf", locked, ReadFault::Encrypted),
        ("2,001 pages", many, ReadFault::TooManyPages { pages: 2001, most: 2000 }),
        ("2,001 directories", tiff(&vec![(dot(), Packed::Grey); 2002]), ReadFault::TooManyPages { pages: 2001, most: 2000 }),
        ("fax g3", tiff(&[(page.clone(), Packed::FaxG3)]), ReadFault::FaxGroup3),
        ("pages in a circle", raw_pdf(&["<</Type/Catalog/Pages 2 0 R>>".into(), circle.into()]), ReadFault::Damaged),
    ] {
        let (pages, summary) = read(&reader(), &bytes);
        assert_eq!((pages.len(), summary), (0, Err(fault)), "{what}");
    }
}

#[test]
fn a_page_that_cannot_be_read_says_why() {
    let page = sheet(1, 1, 1).draw();
    let huge = "/Type/XObject/Subtype/Image/Width 90000/Height 90000/BitsPerComponent 8/ColorSpace/DeviceGray";
    for (what, bytes, trouble) in [
        ("a bomb", bomb(30_000, 30_000), PageTrouble::TooManyPixels),
        ("a picture of eight billion points", shown(&[stream(huge, "0")]), PageTrouble::TooManyPixels),
        ("the beginning of a png", png(&page)[..4000].to_vec(), PageTrouble::Damaged),
        ("the head of a jpeg", jpeg(&page)[..200].to_vec(), PageTrouble::Damaged),
    ] {
        assert_eq!(codes(&bytes), [Err(trouble)], "{what}");
    }
    // The other pages are read.
    let mixed = tiff(&[(page.clone(), Packed::Grey), (page.clone(), Packed::FaxG3), (page.clone(), Packed::FaxG4)]);
    assert_eq!(codes(&mixed).iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, true]);
}

#[test]
fn what_refers_to_itself_comes_to_an_end() {
    let itself = stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>", "/F Do");
    let (pages, summary) = read(&reader(), &shown(&[itself]));
    assert_eq!((pages.len(), summary.map(|summary| summary.pages)), (1, Ok(1)));
}

#[test]
fn a_page_that_never_ends_is_left_behind() {
    let mut reader = reader();
    reader.limits.per_page = Duration::from_millis(700);
    let (pages, summary) = read(&reader, &endless());
    assert_eq!(pages.iter().map(|page| page.trouble).collect::<Vec<_>>(), [Some(PageTrouble::TookLong)]);
    assert_eq!(summary.map(|summary| (summary.pages, summary.troubled)), Ok((1, 1)));
    reader.limits.first_answer = Duration::from_millis(200);
    assert_eq!(reader.picture(&endless(), 1, 600), Err(ReadFault::TookLong));
}

#[test]
fn a_cut_file_is_not_whole() {
    let page = sheet(1, 1, 1).draw();
    for bytes in
        [jpeg(&page), png(&page), pdf(&[(page.clone(), Lies::Jpeg)]), tiff(&[(page.clone(), Packed::FaxG4), (page.clone(), Packed::Grey)])]
    {
        let kind = Kind::of(&bytes).unwrap();
        assert_eq!(whole(kind, &bytes), Ok(()), "{kind:?}");
        for length in [bytes.len() - 7, bytes.len() / 2, 1100] {
            assert!(whole(kind, &bytes[..length]).is_err(), "{kind:?} of {length}");
        }
    }
}
