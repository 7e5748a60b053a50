//! On which paper a letter was drawn, read from the letter itself: it is kept as it was issued, whatever the office's paper is today.

use lopdf::{Dictionary, Document, Object};
use sandika_domain::letter::model::Paper;

/// Millimetres in a point.
const POINT: f64 = 25.4 / 72.0;

/// The paper of a PDF's first page; none for bytes that are no PDF, and for sheets that are no paper of ours.
pub fn paper_of(pdf: &[u8]) -> Option<Paper> {
    let document = Document::load_mem(pdf).ok()?;
    let first = document.get_pages().into_values().next()?;
    let page = document.get_dictionary(first).ok()?;
    let sides: Vec<f64> = media_box(&document, page)?.iter().filter_map(|side| side.as_float().ok().map(f64::from)).collect();
    let [left, bottom, right, top] = sides[..] else { return None };
    Paper::of_size_mm((right - left).abs() * POINT, (top - bottom).abs() * POINT)
}

/// The sheet of a page, which may stand at the pages above it instead.
fn media_box<'d>(document: &'d Document, page: &'d Dictionary) -> Option<&'d Vec<Object>> {
    /// More generations than any tree of pages has; a ring of them ends here.
    const DEEP: usize = 32;
    let mut node = page;
    for _ in 0..DEEP {
        if let Ok(held) = node.get(b"MediaBox") {
            return document.dereference(held).ok()?.1.as_array().ok();
        }
        node = document.dereference(node.get(b"Parent").ok()?).ok()?.1.as_dict().ok()?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use sandika_domain::letter::{LetterSetup, Template, samples};

    #[test]
    fn every_paper_is_read_back_from_the_letter_that_was_drawn_on_it() {
        let text = include_bytes!("../../../content/letters/kartu-kendali.toml");
        let template = Template::parse("kartu-kendali.toml", text).unwrap();
        for paper in Paper::ALL {
            let mut setup = LetterSetup { draft: true, ..samples::setup() };
            setup.page.paper = paper;
            let model = template.compose(&samples::values(), &setup).unwrap();
            assert_eq!(paper_of(&crate::render(&model).unwrap()), Some(paper));
        }
        assert_eq!(paper_of(b"bukan PDF"), None);
    }
}
