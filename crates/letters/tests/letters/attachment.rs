//! Attachments: pages of their own, crosswise, that are counted and coded with the letter, and in which no number is cut.

use crate::common::*;
use sandika_domain::letter::code::page_payload;
use sandika_domain::letter::model::{Block, LetterModel, Paper};
use sandika_letters::{render, render_with_pages};
use std::collections::BTreeSet;

/// Width and height of a page in points, as the file says.
fn size(pdf: &[u8], page: usize) -> (f64, f64) {
    let page = page.to_string();
    let said = tool("pdfinfo", &["-f", &page, "-l", &page, "@"], pdf);
    let line = said.lines().find(|line| line.contains("size:")).unwrap();
    let numbers: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).skip(1).collect();
    (numbers[0], numbers[1])
}

#[test]
fn the_attachment_lies_crosswise_behind_the_upright_letter() {
    for paper in Paper::ALL {
        let mut model = with_attachment(30);
        model.page.paper = paper;
        let rendered = render_with_pages(&model).unwrap();
        let alone = render_with_pages(&LetterModel { attachments: Vec::new(), ..model.clone() }).unwrap();
        assert!(rendered.pages > alone.pages);
        let (short, long) = paper.size_mm();
        for page in 1..=rendered.pages {
            let (width, height) = size(&rendered.bytes, page);
            let expected = if page <= alone.pages { (short, long) } else { (long, short) };
            let millimetres = (width * 25.4 / 72.0, height * 25.4 / 72.0);
            assert!((millimetres.0 - expected.0).abs() < 0.1 && (millimetres.1 - expected.1).abs() < 0.1, "{page}: {millimetres:?}");
        }
    }
}

#[test]
fn pages_are_counted_and_coded_over_the_whole_letter_and_the_head_comes_again() {
    let model = with_attachment(45);
    let rendered = render_with_pages(&model).unwrap();
    let pages = pages_of_text(&rendered.bytes);
    assert_eq!(pages.len(), rendered.pages);
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Halaman {} dari {}", at + 1, rendered.pages)), "{page}");
        let code = page_payload(model.code.as_ref().unwrap(), at + 1, rendered.pages);
        assert_eq!(scanned(&rendered.bytes, at + 1, 150), Some(code), "page {}", at + 1);
        let has_rows = page.contains("@contohmakmurkab");
        assert_eq!(page.contains("NIK") && page.contains("E-mail"), has_rows, "{page}");
    }
    let first = pages.iter().position(|page| page.contains("DAFTAR PEMILIK")).unwrap();
    for words in ["LAMPIRAN", "000.6.5/13/DISKOMINFO/2026", "21 November 2026", "siti.rahmawati1@"] {
        assert!(pages[first].contains(words), "{words} in {}", pages[first]);
    }
}

#[test]
fn numbers_and_addresses_stand_on_one_line() {
    for paper in Paper::ALL {
        let mut model = with_attachment(200);
        model.page.paper = paper;
        let Block::Table { rows, .. } = &model.attachments[0].blocks[0] else { unreachable!() };
        let layer = tool("pdftotext", &["-layout", "@", "-"], &render(&model).unwrap());
        let words: BTreeSet<&str> = layer.split_whitespace().collect();
        for row in rows {
            for column in [3, 9, 10] {
                assert!(words.contains(row[column].as_str()), "{} on {}", row[column], paper.name());
            }
            assert!(layer.contains(&row[2].replace('\u{a0}', " ")), "{} on {}", row[2], paper.name());
        }
    }
}

#[test]
fn the_signature_of_an_attachment_stays_with_its_last_rows() {
    for people in 1..=40 {
        let model = with_attachment(people);
        let pages = pages_of_text(&render(&model).unwrap());
        let last = pages.last().unwrap();
        let wanted = [format!("rahmawati{people}@"), format!("rahmawati{}@", people.max(2) - 1)];
        assert!(last.contains("Bambang Sutrisno") && wanted.iter().all(|row| last.contains(row)), "{people}: {last}");
    }
}
