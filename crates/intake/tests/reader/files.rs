//! Makes files of every kind.

use fax::encoder::Encoder;
use fax::{Color, VecWriter};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref};
use sandika_intake::pages::Grey;
use sandika_intake::samples::Sheet;
use std::path::PathBuf;
use std::process::Command;

/// A page of a letter; the symbol stands at the foot of A5 so that files are made and read fast.
pub(crate) fn sheet(letter: u128, page: usize, of: usize) -> Sheet {
    Sheet { paper: (148, 210), dpi: 150, ..Sheet::a4(letter, page, of) }
}

pub(crate) fn jpeg(page: &Grey) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 75).encode(&page.luma, page.width, page.height, ExtendedColorType::L8).unwrap();
    bytes
}

pub(crate) fn png(page: &Grey) -> Vec<u8> {
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes).write_image(&page.luma, page.width, page.height, ExtendedColorType::L8).unwrap();
    bytes
}

/// How a page lies in a PDF.
#[derive(Clone, Copy)]
pub(crate) enum Lies {
    /// As a JPEG.
    Jpeg,
    /// As plain bytes.
    Plain,
    /// As a JPEG on a page of the given size in points, whatever the picture's own.
    On(f32, f32),
    /// Turned by the page.
    Turned(i32),
    /// As a fax.
    Fax,
    /// As a fax whose dark dots are holes that the ink goes through.
    Stencil,
}

/// A PDF of pictures.
pub(crate) fn pdf(pages: &[(Grey, Lies)]) -> Vec<u8> {
    let (mut pdf, mut next) = (Pdf::new(), Ref::new(1));
    let (catalog, tree) = (next.bump(), next.bump());
    pdf.catalog(catalog).pages(tree);
    let mut kids = Vec::new();
    for (page, lies) in pages {
        let (id, shown, contents) = (next.bump(), next.bump(), next.bump());
        kids.push(id);
        let (width, height) = match lies {
            Lies::On(width, height) => (*width, *height),
            _ => (page.width as f32 * 0.48, page.height as f32 * 0.48),
        };
        let mut sheet = pdf.page(id);
        sheet.media_box(Rect::new(0.0, 0.0, width, height)).parent(tree).contents(contents);
        if let Lies::Turned(degrees) = lies {
            sheet.rotate(*degrees);
        }
        sheet.resources().x_objects().pair(Name(b"Im0"), shown);
        sheet.finish();
        let mut content = Content::new();
        content.transform([width, 0.0, 0.0, height, 0.0, 0.0]).x_object(Name(b"Im0"));
        pdf.stream(contents, &content.finish());
        let data = match lies {
            Lies::Plain => page.luma.clone(),
            Lies::Fax | Lies::Stencil => group4(page),
            _ => jpeg(page),
        };
        let mut image = pdf.image_xobject(shown, &data);
        image.width(page.width as i32).height(page.height as i32);
        match lies {
            Lies::Plain => image.bits_per_component(8).color_space().device_gray(),
            Lies::Fax => image.bits_per_component(1).color_space().device_gray(),
            Lies::Stencil => {
                image.image_mask(true);
            }
            _ => image.bits_per_component(8).color_space().device_gray(),
        }
        match lies {
            Lies::Plain => {}
            Lies::Fax | Lies::Stencil => {
                image.filter(Filter::CcittFaxDecode).decode_parms().k(-1).columns(page.width as i32);
            }
            _ => {
                image.filter(Filter::DctDecode);
            }
        }
    }
    let count = kids.len() as i32;
    pdf.pages(tree).kids(kids).count(count);
    pdf.finish()
}

/// A PDF whose objects are given as texts; the first is the catalog.
pub(crate) fn raw_pdf(objects: &[String]) -> Vec<u8> {
    let mut text = String::from("%PDF-1.7\n");
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(text.len());
        text += &format!("{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = text.len();
    text += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    places.iter().for_each(|place| text += &format!("{place:010} 00000 n \n"));
    text += &format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    text.into_bytes()
}

/// A PDF of one page that draws what `objects` (from 4) define as `/F`, by a content of its own.
pub(crate) fn drawing(content: String, objects: &[String]) -> Vec<u8> {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>";
    let head = ["<</Type/Catalog/Pages 2 0 R>>".into(), "<</Type/Pages/Kids[3 0 R]/Count 1>>".into(), page.into(), content];
    raw_pdf(&[&head, objects].concat())
}

/// The same, which draws nothing else.
pub(crate) fn shown(objects: &[String]) -> Vec<u8> {
    drawing(stream("", "/F Do"), objects)
}

pub(crate) fn stream(dict: &str, content: &str) -> String {
    format!("<<{dict}/Length {}>>stream\n{content}\nendstream", content.len())
}

/// How a page lies in a TIFF.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Packed {
    Grey,
    /// Grey with 0 as white.
    Negative,
    FaxG4,
    /// Only said to be fax G3.
    FaxG3,
}

/// A TIFF of one strip a page.
pub(crate) fn tiff(pages: &[(Grey, Packed)]) -> Vec<u8> {
    let mut bytes = Vec::from(&b"II*\0"[..]);
    let mut link = bytes.len();
    bytes.extend([0; 4]);
    for (page, packed) in pages {
        let fax = matches!(packed, Packed::FaxG3 | Packed::FaxG4);
        let data = match packed {
            Packed::Grey => page.luma.clone(),
            Packed::Negative => page.luma.iter().map(|value| 255 - value).collect(),
            Packed::FaxG3 | Packed::FaxG4 => group4(page),
        };
        let strip = bytes.len();
        bytes.extend(&data);
        bytes.resize(bytes.len().next_multiple_of(2), 0);
        let directory = bytes.len() as u32;
        bytes[link..link + 4].copy_from_slice(&directory.to_le_bytes());
        let entries: [(u16, u32); 9] = [
            (256, page.width),
            (257, page.height),
            (258, if fax { 1 } else { 8 }),
            (
                259,
                match packed {
                    Packed::FaxG3 => 3,
                    Packed::FaxG4 => 4,
                    _ => 1,
                },
            ),
            (262, u32::from(*packed == Packed::Grey)),
            (273, strip as u32),
            (277, 1),
            (278, page.height),
            (279, data.len() as u32),
        ];
        bytes.extend((entries.len() as u16).to_le_bytes());
        for (tag, value) in entries {
            bytes.extend([&tag.to_le_bytes()[..], &4_u16.to_le_bytes(), &1_u32.to_le_bytes(), &value.to_le_bytes()].concat());
        }
        link = bytes.len();
        bytes.extend([0; 4]);
    }
    bytes
}

pub(crate) fn group4(page: &Grey) -> Vec<u8> {
    let mut encoder = Encoder::new(VecWriter::new());
    for row in page.luma.chunks_exact(page.width as usize) {
        let dots = row.iter().map(|value| if *value < 128 { Color::Black } else { Color::White });
        encoder.encode_line(dots, page.width as u16).unwrap();
    }
    encoder.finish().unwrap().finish()
}

/// What qpdf makes of a PDF with the given arguments before and behind the file's name.
pub(crate) fn qpdf(bytes: &[u8], arguments: &[&str]) -> Vec<u8> {
    let room = tempfile::tempdir().unwrap();
    let (input, output): (PathBuf, PathBuf) = (room.path().join("in.pdf"), room.path().join("out.pdf"));
    std::fs::write(&input, bytes).unwrap();
    let done = Command::new("qpdf").args(arguments).arg(&input).arg(&output).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    std::fs::read(output).unwrap()
}

/// What `qpdf --check` complains about.
pub(crate) fn complaints(bytes: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    std::io::Write::write_all(&mut file, bytes).unwrap();
    let done = Command::new("qpdf").arg("--check").arg(file.path()).output().unwrap();
    if done.status.success() { String::new() } else { String::from_utf8_lossy(&done.stderr).into_owned() }
}
