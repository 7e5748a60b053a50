//! Every kind of file gives its pages.

use crate::files::{Lies, Packed, jpeg, pdf, png, qpdf, sheet, tiff};
use crate::{codes, read, reader};
use sandika_intake::pages::Grey;
use sandika_intake::samples::Sheet;

fn name(letter: u128, page: usize, of: usize) -> String {
    format!("{}/{page}-{of}", sheet(letter, page, of).short())
}

fn empty() -> Grey {
    Grey { width: 874, height: 1240, luma: vec![250; 874 * 1240] }
}

#[test]
fn every_kind_gives_its_pages_in_order() {
    let (one, two) = (sheet(1, 1, 2).draw(), sheet(1, 2, 2).draw());
    let pair = |first, second| vec![(one.clone(), first), (two.clone(), second)];
    let faxed = |first, second| vec![(one.clone(), first), (two.clone(), second)];
    let small = Lies::On(1.0, 1.42);
    let owner = ["--encrypt", "", "x", "256", "--"];
    let both = vec![vec![name(1, 1, 2)], vec![name(1, 2, 2)]];
    for (what, bytes, expected) in [
        ("jpeg", jpeg(&one), vec![vec![name(1, 1, 2)]]),
        ("png", png(&two), vec![vec![name(1, 2, 2)]]),
        ("pdf of jpegs", pdf(&pair(Lies::Jpeg, Lies::Jpeg)), both.clone()),
        ("pdf of plain bytes, and turned", pdf(&pair(Lies::Plain, Lies::Turned(90))), both.clone()),
        ("pdf with paper of a hundred metres and of a grain", pdf(&pair(Lies::On(283_000.0, 401_000.0), small)), both.clone()),
        ("pdf with object streams", qpdf(&pdf(&pair(Lies::Jpeg, Lies::Plain)), &["--object-streams=generate"]), both.clone()),
        ("pdf that only its owner may change", qpdf(&pdf(&pair(Lies::Jpeg, Lies::Plain)), &owner), both.clone()),
        ("junk before a pdf", [b"\r\nfrom the gateway\r\n", &pdf(&pair(Lies::Jpeg, Lies::Jpeg))[..]].concat(), both.clone()),
        ("tiff, grey and negative", tiff(&faxed(Packed::Grey, Packed::Negative)), both.clone()),
        ("tiff, fax g4", tiff(&faxed(Packed::FaxG4, Packed::FaxG4)), both.clone()),
        ("an empty page between", pdf(&[(one.clone(), Lies::Jpeg), (empty(), Lies::Jpeg)]), vec![vec![name(1, 1, 2)], vec![]]),
    ] {
        assert_eq!(codes(&bytes), expected.into_iter().map(Ok).collect::<Vec<_>>(), "{what}");
    }
}

#[test]
fn a_page_tells_its_size_whether_it_is_empty_and_shows_itself() {
    let bytes = pdf(&[(sheet(3, 1, 1).draw(), Lies::Jpeg), (empty(), Lies::Jpeg)]);
    let (pages, summary) = read(&reader(), &bytes);
    assert_eq!(summary.map(|summary| (summary.pages, summary.troubled)), Ok((2, 0)));
    assert_eq!(
        pages.iter().map(|page| (page.page, page.width, page.height, page.blank)).collect::<Vec<_>>(),
        [(1, 875, 1241, false), (2, 874, 1240, true)]
    );
    for page in &pages {
        assert!(image::load_from_memory(&page.thumb).is_ok_and(|thumb| thumb.height() == 240));
    }
}

#[test]
fn a_page_of_a3_at_600_dpi_is_read_in_half_its_size() {
    let large = Sheet { paper: (297, 420), dpi: 600, ..Sheet::a4(4, 1, 1) }.draw();
    for (what, bytes) in [("jpeg", jpeg(&large)), ("pdf", pdf(&[(large.clone(), Lies::Jpeg)]))] {
        let (pages, summary) = read(&reader(), &bytes);
        assert_eq!(summary.map(|summary| summary.troubled), Ok(0), "{what}");
        assert!(pages[0].codes.len() == 1 && pages[0].height < 4000, "{what}: {} x {}", pages[0].width, pages[0].height);
    }
}

#[test]
fn a_photograph_is_turned_as_the_phone_was_held() {
    let mut bytes = jpeg(&Grey { width: 40, height: 20, luma: vec![90; 800] });
    // Exif: orientation 6, a quarter to the right.
    let exif = b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    bytes.splice(2..2, exif.iter().copied());
    let (pages, _) = read(&reader(), &bytes);
    assert_eq!((pages[0].width, pages[0].height), (20, 40));
}

#[test]
fn a_page_is_shown_in_the_size_that_was_asked_for() {
    let bytes = pdf(&[(sheet(3, 1, 1).draw(), Lies::Jpeg), (sheet(3, 2, 2).draw(), Lies::Turned(90))]);
    for (page, size) in [(1, (423, 600)), (2, (600, 423))] {
        let picture = image::load_from_memory(&reader().picture(&bytes, page, 600).unwrap()).unwrap();
        assert_eq!((picture.width(), picture.height()), size);
    }
    // A page that is read directly stands as it is drawn.
    assert_eq!(read(&reader(), &bytes).0.iter().map(|page| page.width > page.height).collect::<Vec<_>>(), [false, true]);
    let fault = reader().picture(&bytes, 3, 600).unwrap_err();
    assert_eq!(fault.to_string(), "berkas tidak memiliki halaman 3; muat ulang daftar halamannya");
}
