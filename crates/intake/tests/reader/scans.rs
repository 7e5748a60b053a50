//! Scans as office machines pack them; made once, see `tests/fixtures/scans`.

use crate::files::{Lies, drawing, jpeg, pdf, stream};
use crate::shows::{Look, shows, worn};
use crate::{codes, read, reader};
use sandika_intake::pages::Grey;
use sandika_intake::{PageTrouble, ReadFault};
use std::path::Path;

fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/scans").join(name);
    std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display())).unwrap()
}

/// The page that all of them show.
fn page() -> Grey {
    image::load_from_memory(&fixture("halaman.jpg")).unwrap().into_luma8().into()
}

fn all_show(names: &[(&str, Look)]) {
    let page = page();
    names.iter().for_each(|(name, look)| shows(name, &fixture(name), &page, *look));
}

#[test]
fn jpeg_2000_in_a_pdf_is_shown() {
    let warm = ("jpx-warna.pdf", Look::Warm);
    all_show(&[("jpx-abu.pdf", Look::Grey), ("jpx-ubin.pdf", Look::Grey), ("jpx-tepat.pdf", Look::Grey), warm]);
}

#[test]
fn jbig2_in_a_pdf_is_shown() {
    all_show(&[("jbig2.pdf", Look::Grey), ("jbig2-simbol.pdf", Look::Grey), ("lapisan.pdf", Look::Grey)]);
}

#[test]
fn fax_in_a_pdf_is_shown() {
    all_show(&[("g4.pdf", Look::Grey), ("g3.pdf", Look::Grey)]);
    for (what, lies) in [("a fax", Lies::Fax), ("a stencil", Lies::Stencil)] {
        shows(what, &pdf(&[(worn(), lies)]), &worn(), Look::Grey);
    }
}

/// An empty page is no broken one: a fax of it has hardly any bytes.
#[test]
fn an_empty_fax_is_an_empty_page() {
    let empty = Grey { luma: vec![255; worn().luma.len()], ..worn() };
    for lies in [Lies::Fax, Lies::Stencil] {
        let (pages, _) = read(&reader(), &pdf(&[(empty.clone(), lies)]));
        assert_eq!((pages[0].trouble, pages[0].blank), (None, true));
    }
}

/// Arithmetic coding, coding without loss, and twelve bits: nothing here unpacks them, neither alone nor in a PDF.
#[test]
fn a_jpeg_of_a_rare_form_is_refused() {
    let jpeg = jpeg(&worn());
    let frame = jpeg.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    for (what, at, value) in [("arithmetic", frame + 1, 0xc9), ("without loss", frame + 1, 0xc3), ("twelve bits", frame + 4, 12)] {
        let mut rare = jpeg.clone();
        rare[at] = value;
        let mut file = pdf(&[(worn(), Lies::Jpeg)]);
        let start = file.windows(2).position(|two| two == [0xff, 0xd8]).unwrap();
        file[start + at] = value;
        for bytes in [rare, file] {
            assert_eq!(codes(&bytes), [Err(PageTrouble::Damaged)], "{what}");
            assert_eq!(reader().picture(&bytes, 1, 600), Err(ReadFault::Damaged), "{what}");
        }
    }
}

#[test]
fn four_inks_are_shown_as_they_are_printed() {
    all_show(&["cmyk-adobe.jpg", "cmyk-adobe.pdf", "cmyk.jpg", "cmyk.pdf", "ycck.jpg", "ycck.pdf"].map(|name| (name, Look::Grey)));
}

#[test]
fn a_jpeg_that_comes_in_steps_is_shown() {
    all_show(&[("bertahap.jpg", Look::Warm), ("bertahap.pdf", Look::Warm), ("halaman.jpg", Look::Grey)]);
}

#[test]
fn tiffs_of_other_programs_are_shown() {
    all_show(&[("jpeg-warna.tif", Look::Warm), ("jpeg-abu.tif", Look::Grey), ("palet.tif", Look::Warm), ("palet.png", Look::Warm)]);
    for name in ["lzw.tif", "g4.tif"] {
        shows(name, &fixture(name), &page(), Look::Grey);
        assert_eq!(codes(&fixture(name)).len(), 2, "{name}");
    }
}

/// A picture that nothing here can unpack is left out when its page is drawn; the page must not pass for an empty one.
#[test]
fn a_page_whose_picture_cannot_be_unpacked_is_refused() {
    for name in ["jpx-abu.pdf", "jbig2.pdf", "g4.pdf", "cmyk.pdf", "lapisan.pdf"] {
        let mut bytes = fixture(name);
        // The picture's stream is the second one, or the third where that is the mask.
        let ends: Vec<usize> = bytes.windows(8).enumerate().filter(|(_, eight)| eight == b">>stream").map(|(at, _)| at + 9).collect();
        let start = ends[if name == "lapisan.pdf" { 2 } else { 1 }];
        bytes[start..start + 200].fill(0);
        let (pages, _) = read(&reader(), &bytes);
        let [page] = &pages[..] else { panic!("{name}: {} pages", pages.len()) };
        assert_eq!((page.trouble, page.blank, page.thumb.len()), (Some(PageTrouble::Damaged), false, 0), "{name}");
        assert_eq!(reader().picture(&bytes, 1, 600), Err(ReadFault::Damaged), "{name}");
    }
    let words = PageTrouble::Damaged.to_string();
    assert_eq!(words, "halaman rusak atau memakai bentuk yang tidak dikenal; pindai ulang halaman ini");
}

#[test]
fn a_small_picture_that_cannot_be_unpacked_hides_no_page() {
    let logo = "/Type/XObject/Subtype/Image/Width 40/Height 10/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/JPXDecode";
    let content = stream("", "0 0 60 60 re f q 40 0 0 10 90 180 cm /F Do Q");
    let (pages, _) = read(&reader(), &drawing(content, &[stream(logo, "rusak")]));
    assert_eq!(pages.iter().map(|page| (page.trouble, page.blank)).collect::<Vec<_>>(), [(None, false)]);
}
