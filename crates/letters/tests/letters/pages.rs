//! How a letter is spread over pages.

use crate::common::*;
use sandika_domain::letter::model::{Block, LetterModel, Margins, Paper, SheetCell, SheetRow, Signing};
use sandika_letters::{LetterError, render, render_with_pages};

const NAME: &str = "Drs. H. Bambang Sutrisno, M.M.";

/// How many lines of the body stand on the page with the signature.
fn lines_beside_signature(model: &LetterModel, is_body: fn(&str) -> bool) -> (usize, usize) {
    let rendered = render_with_pages(model).unwrap();
    let pages = pages_of_text(&rendered.bytes);
    assert_eq!(pages.len(), rendered.pages);
    let signed: Vec<&String> = pages.iter().filter(|page| page.contains(NAME)).collect();
    assert_eq!(signed.len(), 1);
    (signed[0].lines().filter(|line| is_body(line.trim())).count(), pages.len())
}

#[test]
fn a_signature_never_stands_alone_however_long_the_body() {
    let mut most_pages = 0;
    for count in 1..=60 {
        let (lines, pages) = lines_beside_signature(&with_sentences(count), |line| line.starts_with("Butir"));
        assert!(lines >= count.min(2), "{count} sentences: {lines} beside the signature on {pages} pages");
        most_pages = most_pages.max(pages);
    }
    assert!(most_pages >= 2);
}

#[test]
fn nor_behind_one_paragraph_of_any_length_or_a_table() {
    for count in 1..=60 {
        let body = "kata ".repeat(count * 14);
        let model = LetterModel { blocks: vec![paragraph(&body)], signatures: vec![signature(Signing::Electronic)], ..correspondence() };
        let (lines, _) = lines_beside_signature(&model, |line| line.starts_with("kata"));
        assert!(lines >= 2 || count < 3, "{count}: {lines}");
        let model = LetterModel { blocks: vec![owners(count)], ..correspondence() };
        let (rows, _) = lines_beside_signature(&model, |line| {
            line.contains(" 19") && line.split('.').next().is_some_and(|number| number.parse::<u32>().is_ok())
        });
        assert!(rows >= count.min(2), "{count} rows: {rows}");
    }
}

#[test]
fn pages_are_numbered_only_when_there_are_several() {
    assert!(!text(&render(&correspondence()).unwrap()).contains("Halaman"));
    let rendered = render_with_pages(&with_sentences(80)).unwrap();
    let pages = pages_of_text(&rendered.bytes);
    assert!(pages.len() > 1);
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Halaman {} dari {}", at + 1, pages.len())), "{page}");
    }
}

#[test]
fn every_paper_has_its_size() {
    for (paper, expected) in [(Paper::A4, (595.276, 841.89)), (Paper::F4, (609.449, 935.433)), (Paper::Legal, (612.0, 1008.0))] {
        let mut model = correspondence();
        model.page.paper = paper;
        let info = tool("pdfinfo", &["-box", "@"], &render(&model).unwrap());
        let media = info.lines().find_map(|line| line.strip_prefix("MediaBox:")).unwrap();
        let numbers: Vec<f64> = media.split_whitespace().map(|number| number.parse().unwrap()).collect();
        let [left, lower, width, height] = numbers[..] else { unreachable!("{media}") };
        assert_eq!((left, lower), (0.0, 0.0));
        assert!((width - expected.0).abs() < 0.011 && (height - expected.1).abs() < 0.011, "{paper:?}: {media}");
    }
}

#[test]
fn copies_stay_together() {
    for count in 20..=45 {
        let model = LetterModel { copies: strings(["Bupati", "Inspektur", "Camat", "Lurah"]), ..with_sentences(count) };
        let pages = pages_of_text(&render(&model).unwrap());
        let page = pages.iter().find(|page| page.contains("Tembusan:")).unwrap();
        assert!(["Bupati", "Inspektur", "Camat", "Lurah"].iter().all(|post| page.contains(post)), "{count}: {page}");
    }
}

#[test]
fn copies_stay_with_the_signature_while_a_page_holds_both() {
    for count in 1..=45 {
        let copies = strings(["Bupati", "Inspektur", "Camat", "Lurah"]);
        let model = LetterModel { copies, ..with_sentences(count) };
        let pages = pages_of_text(&render(&model).unwrap());
        let page = pages.iter().find(|page| page.contains("Tembusan:")).unwrap();
        assert!(page.contains(NAME), "{count}: {page}");
    }
}

#[test]
fn copies_that_fill_a_page_leave_the_signature_with_its_text() {
    for count in [1, 20, 33] {
        for copies in 46..=58 {
            let copies = (1..=copies).map(|post| format!("Camat {post}")).collect();
            let model = LetterModel { copies, ..with_sentences(count) };
            let (lines, _) = lines_beside_signature(&model, |line| line.starts_with("Butir"));
            assert!(lines >= count.min(2), "{count}: {lines}");
        }
    }
}

/// Where every word of the text stands: page, word, left and upper edge. The word of a draft is left out: slanted, it stands higher than any line.
fn places(pdf: &[u8], bottom: f64) -> Vec<(usize, String, String, String)> {
    let boxes = tool("pdftotext", &["-bbox", "@", "-"], pdf);
    let mut page = 0;
    let mut found = Vec::new();
    for line in boxes.lines().map(str::trim) {
        page += usize::from(line.starts_with("<page "));
        let parts: Vec<&str> = line.split(['"', '<', '>']).collect();
        let ["", "word xMin=", left, _, top, _, _, _, lower, _, word, ..] = parts[..] else { continue };
        let number = |text: &str| text.parse::<f64>().unwrap();
        if number(lower) < bottom && number(lower) - number(top) < 30.0 {
            found.push((page, word.to_owned(), left.to_owned(), top.to_owned()));
        }
    }
    found.sort();
    found
}

#[test]
fn a_draft_breaks_its_lines_and_pages_like_the_letter_issued_from_it() {
    for bottom in (20..=38).map(f64::from) {
        let mut issued = with_sentences(28);
        issued.page.paper = Paper::A4;
        issued.blocks.push(paragraph(&"Sertifikat elektronik dicabut sejak tanggal keputusan ini berlaku. ".repeat(12)));
        issued.blocks.push(owners(20));
        issued.page.margins.bottom = bottom;
        let draft = LetterModel { draft: true, code: None, ..issued.clone() };
        let [issued, draft] = [issued, draft].map(|model| render_with_pages(&model).unwrap());
        assert!(issued.pages > 1);
        assert_eq!(draft.pages, issued.pages, "{bottom}");
        let text_ends = 841.89 - 36.0 * 72.0 / 25.4;
        let places = [issued, draft].map(|letter| places(&letter.bytes, text_ends));
        assert!(places[0].len() > 200, "{}", places[0].len());
        let moved = places[0].iter().zip(&places[1]).find(|(issued, draft)| issued != draft);
        assert!(places[0].len() == places[1].len() && moved.is_none(), "{bottom}: {moved:?}");
    }
}

#[test]
fn a_footer_too_long_for_the_letter_is_refused_in_the_draft_already() {
    let fits = |footer: &str, draft: bool| {
        let model = LetterModel { footer: footer.into(), draft, ..with_sentences(1) };
        render(&LetterModel { code: model.code.clone().filter(|_| !draft), ..model }).is_ok()
    };
    let mut refused = 0;
    for words in (80..=140).step_by(4) {
        let footer = "kata ".repeat(words);
        assert_eq!(fits(&footer, true), fits(&footer, false), "{words} words");
        refused += usize::from(!fits(&footer, false));
    }
    assert!((1..16).contains(&refused), "{refused}");
}

#[test]
fn an_announcement_stays_with_its_list() {
    for count in 1..=60 {
        let mut model = with_sentences(count);
        model.blocks.push(paragraph("Adapun pemiliknya adalah:"));
        model.blocks.push(owners(2));
        let pages = pages_of_text(&render(&model).unwrap());
        let page = pages.iter().find(|page| page.contains("Adapun")).unwrap();
        assert!(page.contains("Rahmawati"), "{count}: {page}");
    }
}

#[test]
fn what_no_page_can_hold_and_margins_without_room_are_errors() {
    let cell = SheetCell { weight: 1.0, label: "Catatan".into(), ..SheetCell::default() };
    let sheet = Block::Sheet { rows: vec![SheetRow { min_height: 350.0, cells: vec![cell] }] };
    let model = LetterModel { blocks: vec![sheet], ..correspondence() };
    assert_eq!(render(&model).unwrap_err(), LetterError::TooTall);
    for margins in [
        Margins { left: 150.0, ..Margins::default() },
        Margins { top: 140.0, bottom: 140.0, ..Margins::default() },
        Margins { right: f64::NAN, ..Margins::default() },
        Margins { right: -1.0, ..Margins::default() },
    ] {
        let mut model = correspondence();
        model.page.margins = margins;
        assert!(matches!(render(&model), Err(LetterError::Page(_))), "{margins:?}");
    }
    let mut small = correspondence();
    small.page.font_size = 0.0;
    let footer = LetterModel { footer: "kata ".repeat(400), ..correspondence() };
    for model in [small, footer] {
        assert!(matches!(render(&model), Err(LetterError::Page(_))));
    }
}

#[test]
fn the_visual_of_an_electronic_signature_has_25_by_25_millimetres() {
    let model = recommendation();
    let (pixels, width, _) = grey(&render(&model).unwrap(), 1, 72);
    let boxes = tool("pdftotext", &["-bbox", "@", "-"], &render(&model).unwrap());
    let edge = |word: &str, attribute: &str| -> f64 {
        let line = boxes.lines().rfind(|line| line.contains(&format!(">{word}<"))).unwrap();
        line.split(&format!("{attribute}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    let (top, bottom, left) = (edge("Informatika,", "yMax"), edge("Drs.", "yMin"), edge("Drs.", "xMin"));
    let needed = 25.0 * 72.0 / 25.4;
    assert!(bottom - top >= needed, "{top} to {bottom}");
    let inked = |x: f64, y: f64| pixels[y as usize * width as usize + x as usize] < 200;
    for y in 0..needed as usize - 1 {
        for x in 0..needed as usize {
            assert!(!inked(left + x as f64, top + 1.0 + y as f64));
        }
    }
}
