//! The marks of a letter that is not valid: drafts, and letters of a practice office.

use crate::common::*;
use rxing::{BarcodeFormat, DecodeHints};
use sandika_domain::letter::code::page_payload;
use sandika_domain::letter::model::{LetterModel, Margins, Paper};
use sandika_letters::{render, render_with_pages};

const SENTENCE: &str = "Surat latihan, tidak berlaku";

fn practice(model: LetterModel) -> LetterModel {
    LetterModel { practice: true, ..model }
}

/// A word with the edges of its box, points from the upper left corner: (word, left, top, right, bottom).
type Word = (String, f64, f64, f64, f64);

/// The upright words of each page. The slanted ones are told by their height: no line is as high.
fn words(pdf: &[u8]) -> (Vec<Vec<Word>>, Vec<Vec<String>>) {
    let boxes = tool("pdftotext", &["-bbox", "@", "-"], pdf);
    let (mut upright, mut slanted) = (Vec::new(), Vec::new());
    for line in boxes.lines().map(str::trim) {
        if line.starts_with("<page ") {
            upright.push(Vec::new());
            slanted.push(Vec::new());
        }
        let parts: Vec<&str> = line.split(['"', '<', '>']).collect();
        let ["", "word xMin=", left, _, top, _, right, _, bottom, _, word, ..] = parts[..] else { continue };
        let [left, top, right, bottom] = [left, top, right, bottom].map(|number| number.parse::<f64>().unwrap());
        if bottom - top < 30.0 {
            upright.last_mut().unwrap().push((word.to_owned(), left, top, right, bottom));
        } else {
            slanted.last_mut().unwrap().push(word.to_owned());
        }
    }
    (upright, slanted)
}

#[test]
fn every_page_of_a_practice_letter_says_so_and_no_other_page_does() {
    for paper in [Paper::A4, Paper::F4, Paper::Legal] {
        let mut model = with_sentences(80);
        model.page.paper = paper;
        let draft = LetterModel { draft: true, code: None, ..model.clone() };
        for (model, letters, sentences) in
            [(model.clone(), "", 0), (draft.clone(), "KONSEP", 0), (practice(model), "LATIHAN", 1), (practice(draft), "KONSEPLATIHAN", 1)]
        {
            let rendered = render_with_pages(&model).unwrap();
            let pages = pages_of_text(&rendered.bytes);
            assert!(pages.len() > 1 && pages.len() == rendered.pages);
            assert!(pages.iter().all(|page| page.matches(SENTENCE).count() == sentences), "{paper:?} {letters}: {pages:?}");
            let (_, slanted) = words(&rendered.bytes);
            for page in slanted {
                let mut page: Vec<char> = page.concat().chars().collect();
                let mut expected: Vec<char> = letters.chars().collect();
                page.sort_unstable();
                expected.sort_unstable();
                assert_eq!(page, expected, "{paper:?} {letters}");
            }
        }
    }
}

#[test]
fn the_sentence_stands_in_the_upper_margin_above_everything_however_small_the_margin() {
    for top in [0.0, 5.0, 14.0, 20.0, 40.0] {
        for model in [correspondence(), recommendation(), disposition(), with_sentences(80)] {
            let mut model = practice(model);
            model.page.margins = Margins { top, ..Margins::default() };
            let (pages, _) = words(&render(&model).unwrap());
            for page in pages {
                let is_sentence = |(word, _, _, _, bottom): &&Word| SENTENCE.contains(word.as_str()) && *bottom < 12.0 * 72.0 / 25.4;
                let (sentence, text): (Vec<&Word>, Vec<&Word>) = page.iter().partition(is_sentence);
                assert_eq!(sentence.len(), 4, "{top}: {page:?}");
                let lowest = sentence.iter().map(|(_, _, _, _, bottom)| *bottom).fold(0.0, f64::max);
                let highest = text.iter().map(|(_, _, top, _, _)| *top).fold(f64::MAX, f64::min);
                assert!(highest > lowest + 2.0, "{top}: the text begins at {highest}, the sentence ends at {lowest}");
            }
        }
    }
}

#[test]
fn a_practice_letter_is_laid_out_like_a_valid_one() {
    for model in [correspondence(), recommendation(), with_sentences(80)] {
        // The words across the page change the order in which the text is found, never its places.
        let places = |model: &LetterModel| {
            let (pages, _) = words(&render(model).unwrap());
            let mut below: Vec<String> = (1..)
                .zip(pages)
                .flat_map(|(page, words)| {
                    words.into_iter().filter(|(_, _, top, ..)| *top > 50.0).map(move |word| format!("{page} {word:?}"))
                })
                .collect();
            below.sort();
            below
        };
        let (marked, plain) = (places(&practice(model.clone())), places(&model));
        let moved = marked.iter().zip(&plain).find(|(marked, plain)| marked != plain);
        assert!(marked.len() == plain.len() && moved.is_none() && plain.len() > 50, "{moved:?}");
    }
}

#[test]
fn the_code_is_read_through_the_marks_and_keeps_its_white() {
    let model = practice(with_sentences(80));
    let code = model.code.clone().unwrap();
    let rendered = render_with_pages(&model).unwrap();
    for page in 1..=rendered.pages {
        let (pixels, width, height) = grey(&rendered.bytes, page, 150);
        let mut hints = DecodeHints { TryHarder: Some(true), ..DecodeHints::default() };
        let found = rxing::helpers::detect_in_luma_with_hints(pixels, width, height, Some(BarcodeFormat::QR_CODE), &mut hints);
        assert_eq!(found.unwrap().getText(), page_payload(&code, page, rendered.pages));
    }
    // At 254 dpi a pixel is a tenth of a millimetre. The symbol: 30 mm from the left, 10 mm from below, 22 mm wide.
    let (pixels, width, height) = grey(&rendered.bytes, 1, 254);
    let (left, right, top, bottom) = (300, 520, height - 320, height - 100);
    for y in top - 30..bottom + 30 {
        for x in left - 30..right + 30 {
            let inside = (left - 2..=right + 1).contains(&x) && (top - 2..=bottom + 1).contains(&y);
            assert!(inside || pixels[(y * width + x) as usize] > 250, "a mark in the quiet zone at {x},{y}");
        }
    }
}

#[test]
fn the_word_is_light_and_the_sentence_is_dark() {
    let (marked, width, height) = grey(&render(&practice(with_sentences(1))).unwrap(), 1, 72);
    let (plain, ..) = grey(&render(&with_sentences(1)).unwrap(), 1, 72);
    let changed: Vec<(u32, u8)> = marked
        .iter()
        .zip(&plain)
        .enumerate()
        .filter(|(_, (new, old))| new != old)
        .map(|(at, (new, _))| (at as u32 / width, *new))
        .collect();
    let upper = (13.0 * 72.0 / 25.4) as u32;
    let (sentence, word): (Vec<_>, Vec<_>) = changed.into_iter().partition(|(row, _)| *row < upper);
    assert!(sentence.iter().any(|(_, level)| *level < 60), "the sentence is as dark as text");
    assert!(word.len() > (width * height / 40) as usize, "the word covers a good part of the page: {} pixels", word.len());
    // Where it crosses text its edges are darker; its own lightness is the most frequent one.
    let mut levels = [0; 256];
    word.iter().for_each(|(_, level)| levels[usize::from(*level)] += 1);
    let own = levels.iter().enumerate().max_by_key(|(_, count)| **count).unwrap().0;
    assert!((190..=225).contains(&own), "it survives a copier and lets the text be read: {own}");
}
