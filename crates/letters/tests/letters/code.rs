//! The code is read back from the page as it would be from a scan.

use crate::common::*;
use sandika_domain::letter::code::{page_payload, read_page};
use sandika_domain::letter::model::{LetterModel, Paper};
use sandika_letters::{render, render_with_pages};

#[test]
fn every_page_of_every_paper_names_letter_page_and_count() {
    for paper in [Paper::A4, Paper::F4, Paper::Legal] {
        let mut model = with_sentences(70);
        model.page.paper = paper;
        let code = model.code.clone().unwrap();
        let rendered = render_with_pages(&model).unwrap();
        assert!(rendered.pages > 1);
        for page in 1..=rendered.pages {
            let text = scanned(&rendered.bytes, page, 150).unwrap();
            assert_eq!(text, page_payload(&code, page, rendered.pages));
            let said = read_page(&text).unwrap();
            assert_eq!(said.letter, code.readable.replace('-', ""));
        }
    }
}

#[test]
fn it_is_still_read_at_100_dpi() {
    let model = recommendation();
    let text = scanned(&render(&model).unwrap(), 1, 100).unwrap();
    assert_eq!(text, page_payload(&model.code.unwrap(), 1, 1));
}

#[test]
fn it_stands_22_mm_wide_in_the_bottom_margin_with_white_around_it() {
    let (pixels, width, height) = grey(&render(&disposition()).unwrap(), 1, 254);
    // At 254 dpi a pixel is a tenth of a millimetre. The symbol: 30 mm from the left, 10 mm from below, 22 mm wide.
    let inked = |x: u32, y: u32| pixels[(y * width + x) as usize] < 128;
    let (left, right, top, bottom) = (300, 520, height - 320, height - 100);
    assert!(inked(left + 2, top + 2) && inked(right - 3, top + 2) && inked(left + 2, bottom - 3));
    for y in top - 30..bottom + 30 {
        for x in left - 30..right + 30 {
            let inside = (left - 1..=right).contains(&x) && (top - 1..=bottom).contains(&y);
            assert!(inside || !inked(x, y), "ink in the quiet zone at {x},{y}");
        }
    }
}

#[test]
fn it_keeps_away_from_the_edge_of_the_paper_however_narrow_the_margin() {
    for (margin, expected) in [(0.0, 100), (8.0, 100), (10.0, 100), (12.0, 120)] {
        let mut model = disposition();
        model.page.margins.left = margin;
        let bytes = render(&model).unwrap();
        assert!(scanned(&bytes, 1, 150).is_some(), "{margin}");
        let (pixels, width, height) = grey(&bytes, 1, 254);
        // At 254 dpi a pixel is a tenth of a millimetre; 12 mm above the edge only the symbol stands at the left.
        let row = &pixels[((height - 120) * width) as usize..][..width as usize];
        let first = row.iter().position(|level| *level < 128).unwrap();
        assert!(first.abs_diff(expected) <= 1, "{margin}: {first}");
    }
}

#[test]
fn a_draft_has_no_code() {
    let draft = LetterModel { draft: true, ..correspondence() };
    let bytes = render(&draft).unwrap();
    assert_eq!(scanned(&bytes, 1, 150), None);
    assert!(!text(&bytes).contains("Kode ini"));
}
