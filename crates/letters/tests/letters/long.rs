//! Letters and books of any length: the same pages, drawn little by little.

use std::ops::ControlFlow;

use crate::common::*;
use sandika_domain::letter::model::{Block, LetterModel, Orientation};
use sandika_letters::{LetterError, Rendered, Typesetter};

fn long(model: &LetterModel, orientation: Orientation) -> Rendered {
    Typesetter::shared().render_long(model, orientation, &mut |_, _| ControlFlow::Continue(())).unwrap()
}

fn book(rows: usize) -> LetterModel {
    LetterModel { blocks: vec![owners(rows), paragraph("Demikian daftar ini dibuat.")], code: None, ..recommendation() }
}

#[test]
fn a_short_letter_has_the_same_bytes_however_it_is_drawn() {
    let draft = LetterModel { draft: true, practice: true, ..correspondence() };
    for model in [correspondence(), recommendation(), disposition(), with_sentences(60), with_attachment(30), book(100), draft] {
        let whole = Typesetter::shared().render(&model).unwrap();
        assert!(long(&model, Orientation::Upright) == whole, "{}", model.title);
    }
}

#[test]
fn a_long_one_has_the_same_pages() {
    for rows in [700, 701, 702, 703] {
        let model = book(rows);
        let (drawn, whole) = (long(&model, Orientation::Upright), Typesetter::shared().render(&model).unwrap());
        assert!(drawn.pages > 20 && drawn.pages == whole.pages);
        assert_eq!(pages_of_text(&drawn.bytes), pages_of_text(&whole.bytes));
        let last = drawn.pages;
        assert!(grey(&drawn.bytes, last, 50) == grey(&whole.bytes, last, 50), "{rows} rows");
    }
}

#[test]
fn a_book_lies_crosswise_with_its_head_on_every_page_and_no_row_lost() {
    let model = LetterModel { practice: true, ..book(900) };
    let drawn = long(&model, Orientation::Landscape);
    let pages = pages_of_text(&drawn.bytes);
    assert_eq!(pages.len(), drawn.pages);
    let mut next = 1;
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains("Jabatan") && page.contains(&format!("Halaman {} dari {}", at + 1, drawn.pages)), "{page}");
        for line in page.lines() {
            if line.trim_start().starts_with(&format!("{next}.")) {
                next += 1;
            }
        }
    }
    assert_eq!(next, 901);
    assert!(pages.last().unwrap().contains("Drs. H. Bambang Sutrisno, M.M."));
    let info = tool("pdfinfo", &["@"], &drawn.bytes);
    assert!(info.contains("935.433 x 609.449"), "{info}");
    assert!(tool("qpdf", &["--check", "@"], &drawn.bytes).contains("No syntax or stream encoding errors found"));
    let fonts = tool("pdffonts", &["@"], &drawn.bytes);
    assert_eq!(fonts.lines().count(), 2 + 3, "each face once: {fonts}");
}

#[test]
fn it_tells_how_far_it_is_and_ends_when_it_is_wished() {
    let mut told = Vec::new();
    let drawn = Typesetter::shared().render_long(&book(600), Orientation::Landscape, &mut |done, total| {
        told.push((done, total));
        ControlFlow::Continue(())
    });
    assert!(drawn.is_ok() && told.is_sorted() && told.iter().all(|(done, total)| done <= total && *total == 1200), "{told:?}");
    assert!(told.iter().filter(|(done, _)| (1..1200).contains(done)).count() > 6, "{told:?}");
    let mut calls = 0;
    let ended = Typesetter::shared().render_long(&book(600), Orientation::Landscape, &mut |_, _| {
        calls += 1;
        if calls == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!((ended, calls), (Err(LetterError::Stopped), 3));
}

#[test]
fn a_row_of_another_shape_is_a_fault_and_an_empty_table_its_head() {
    let mut model = book(0);
    assert!(text(&long(&model, Orientation::Landscape).bytes).contains("Jabatan Demikian daftar"));
    let Block::Table { rows, .. } = &mut model.blocks[0] else { unreachable!() };
    rows.push(vec!["satu".to_owned()]);
    let fault = Typesetter::shared().render_long(&model, Orientation::Landscape, &mut |_, _| ControlFlow::Continue(()));
    assert_eq!(fault, Err(LetterError::TableShape { row: 1, cells: 1, columns: 4 }));
}

#[test]
fn what_a_face_lacks_is_a_question_mark() {
    let typeface = book(0).page.typeface;
    let legible = |text: &str| Typesetter::shared().legible(typeface, None).unwrap().text(text).unwrap().into_owned();
    for (text, expected) in
        [("Ñandú – “Ş”", "Ñandú – “Ş”"), ("surat 😀 漢", "surat ? ?"), ("a\u{200b}b\n\u{2011}c", "a\u{200b}b\n\u{2011}c"), ("א", "?")]
    {
        assert_eq!(legible(text), expected);
    }
}
