//! A preview is the letter itself, pixel for pixel: a draft differs from what is printed by its mark, the code and the number that it does not have
//! yet, each in its own place, and by nothing else.

use crate::common::*;
use sandika_domain::letter::model::{Head, LetterModel, Paper};
use sandika_letters::{render, render_with_pages};
use std::collections::BTreeSet;

const DPI: u32 = 100;
/// As drafts write it.
const TO_BE_WRITTEN: &str = "....................";

/// The letter with dots in the place of its number.
fn unnumbered(model: &LetterModel) -> LetterModel {
    let mut model = model.clone();
    match &mut model.head {
        Head::Correspondence { rows, .. } => {
            rows.iter_mut().filter(|(label, _)| label == "Nomor").for_each(|(_, number)| *number = TO_BE_WRITTEN.to_owned());
        }
        Head::Title { number, .. } if !number.is_empty() => *number = format!("NOMOR {TO_BE_WRITTEN}"),
        Head::Title { .. } => {}
    }
    model
}

/// Where two pictures of a page differ: (column, row) with the levels of both.
fn differing(a: &LetterModel, b: &LetterModel, page: usize) -> Vec<(u32, u32, u8, u8)> {
    let (left, width, height) = grey(&render(a).unwrap(), page, DPI);
    let (right, ..) = grey(&render(b).unwrap(), page, DPI);
    assert_eq!(left.len(), (width * height) as usize);
    assert_eq!(left.len(), right.len());
    let places = left.iter().zip(&right).enumerate().filter(|(_, (old, new))| old != new);
    places.map(|(at, (old, new))| (at as u32 % width, at as u32 / width, *old, *new)).collect()
}

/// Millimetres as pixels.
fn mm(length: f64) -> u32 {
    (length / 25.4 * f64::from(DPI)) as u32
}

/// The first and the last row.
fn rows(places: &[(u32, u32, u8, u8)]) -> Option<(u32, u32)> {
    let rows = places.iter().map(|(_, row, ..)| *row);
    Some((rows.clone().min()?, rows.max()?))
}

#[test]
fn a_preview_is_the_letter_but_for_mark_code_and_number() {
    for paper in Paper::ALL {
        for model in [correspondence(), recommendation(), disposition(), with_sentences(80)] {
            let mut issued = model;
            issued.page.paper = paper;
            let preview = LetterModel { draft: true, code: None, ..unnumbered(&issued) };
            let marked = LetterModel { draft: true, ..issued.clone() };
            let pages = render_with_pages(&issued).unwrap().pages;
            assert_eq!(render_with_pages(&preview).unwrap().pages, pages);
            let (bottom, height) = (mm(issued.page.margins.bottom), mm(paper.size_mm().1));
            for page in 1..=pages {
                let number = differing(&issued, &unnumbered(&issued), page);
                assert!(
                    rows(&number).is_none_or(|(first, last)| last - first < 20),
                    "{paper:?}: the number is one line: {:?}",
                    rows(&number)
                );
                // A draft has no code: what else it lacks or has must not be in the lower margin.
                let (code, mark): (Vec<_>, Vec<_>) =
                    differing(&issued, &marked, page).into_iter().partition(|(_, row, ..)| *row >= height - bottom);
                let darkens = |(_, _, old, new): &&(u32, u32, u8, u8)| new <= old && (*old < 255 || *new > 150);
                let other: Vec<_> = mark.iter().filter(|place| !darkens(place)).collect();
                assert!(other.is_empty(), "{paper:?}, page {page}: the mark only greys what is white: {} {:?}", other.len(), other.first());
                let explained: BTreeSet<(u32, u32)> = [&mark, &code, &number].into_iter().flatten().map(|(x, y, ..)| (*x, *y)).collect();
                let strange: Vec<_> =
                    differing(&issued, &preview, page).into_iter().filter(|(x, y, ..)| !explained.contains(&(*x, *y))).collect();
                assert!(strange.is_empty(), "{paper:?}, page {page}: {} pixels, first {:?}", strange.len(), strange.first());
            }
        }
    }
}
