//! Papers that come from outside: a real, small PDF that stands for a scan.

use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;
use sandika_intake::PlanPage;
use sandika_intake::pages::Book;
use sandika_intake::samples::{Dice, Fate, degrade};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Writes a one-page PDF with the given words and answers with its path. Different words are different bytes.
pub fn scan(folder: &Path, name: &str, words: &str) -> PathBuf {
    let path = folder.join(format!("{name}.pdf"));
    fs::write(&path, pdf(words)).unwrap();
    path
}

fn pdf(words: &str) -> Vec<u8> {
    let plain: String = words.chars().filter(|character| character.is_ascii_alphanumeric() || *character == ' ').collect();
    let drawn = format!("BT /F1 14 Tf 72 760 Td ({plain}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 609 935] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{drawn}\nendstream", drawn.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    pdf_of(&objects)
}

/// A PDF of these objects, the first of which is its catalog.
pub fn pdf_of(objects: &[String]) -> Vec<u8> {
    let mut text = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(text.len());
        text.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = text.len();
    text.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        text.push_str(&format!("{place:010} 00000 n \n"));
    }
    text.push_str(&format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1));
    text.into_bytes()
}

/// Pages of PDFs as a scanner would give them: pictures alone, in one file. Each page is a PDF and its page, from 1.
pub fn photographed(pages: &[(&[u8], u32)]) -> Vec<u8> {
    let reader = crate::reader();
    bound(&pages.iter().map(|(pdf, page)| reader.picture(pdf, *page as usize, 2_400).unwrap()).collect::<Vec<_>>())
}

/// Pictures of pages as a poor scanner gives them, in one file: skewed, noisy, packed hard. `dpi` is that of the pictures.
pub fn worn(pictures: &[Vec<u8>], dpi: u32) -> Vec<u8> {
    let mut dice = Dice::new(7);
    let mut page = |picture: &Vec<u8>| {
        let grey = Book::open(Arc::new(picture.clone()), 1).unwrap().grey(0).unwrap();
        let grey = degrade(grey, Fate::Weary, (0, 0, 0), dpi, &mut dice);
        let mut jpeg = Vec::new();
        JpegEncoder::new_with_quality(&mut jpeg, 60).encode(&grey.luma, grey.width, grey.height, ExtendedColorType::L8).unwrap();
        jpeg
    };
    bound(&pictures.iter().map(&mut page).collect::<Vec<_>>())
}

/// One PDF of pictures.
fn bound(pictures: &[Vec<u8>]) -> Vec<u8> {
    let sources: Vec<&[u8]> = pictures.iter().map(Vec::as_slice).collect();
    let plan: Vec<PlanPage> = (0..sources.len()).map(|source| PlanPage { source, page: 1, quarter_turns: 0 }).collect();
    crate::reader().compose(&sources, &plan).unwrap()
}
