//! Codes on degraded pages, on pages of two letters, beside foreign codes, and on pages that have none.

use super::*;
use crate::samples::{Dice, Fate, Sheet, degrade};

/// Whether a degraded page shows its own code (`Some(true)`), none, or another one.
fn read(sheet: Sheet, fate: Fate, seed: u64) -> Option<bool> {
    let mut dice = Dice::new(seed);
    let page = degrade(sheet.draw(), fate, sheet.symbol(), sheet.dpi, &mut dice);
    let codes = find_all(&page, Effort::Full);
    let own = |code: &PageCode| code.letter == sheet.short() && code.page as usize == sheet.page && code.of as usize == sheet.of;
    (!codes.is_empty()).then(|| codes.iter().all(own))
}

#[test]
fn degraded_pages_keep_their_codes() {
    let (mut pages, mut found, mut wrong, mut lost) = (0, 0, 0, Vec::new());
    // A quarter of a sheet, so that they are drawn and read in seconds; what a whole one adds is more of the same text.
    for (number, (dpi, side)) in [(150, 20), (150, 22), (200, 20), (200, 22), (300, 22), (300, 25)].into_iter().enumerate() {
        for (kind, fate) in Fate::ALL.into_iter().chain([Fate::Weary; 9]).enumerate() {
            let seed = (number * 100 + kind) as u64;
            let sheet = Sheet {
                paper: if number == 4 { (148, 210) } else { (105, 148) },
                dpi,
                side,
                letter: u128::from(seed) * 0x1_0001_0001,
                page: 2,
                of: 3,
            };
            pages += 1;
            match read(sheet, fate, seed) {
                Some(true) => found += 1,
                Some(false) => wrong += 1,
                None => lost.push((dpi, side, fate)),
            }
        }
    }
    assert_eq!((pages, wrong), (156, 0), "{lost:?}");
    assert!(found * 100 >= pages * 98, "{found} of {pages}; lost: {lost:?}");
}

#[test]
fn two_letters_on_the_glass_are_both_told() {
    for dpi in [150, 300] {
        let (one, other) = (Sheet { dpi, ..Sheet::a4(5, 1, 1) }, Sheet { dpi, ..Sheet::a4(6, 2, 2) });
        let mut page = one.draw();
        let upper = page.luma.len() / 2;
        // The other letter lies upside down over the upper half.
        page.luma[..upper].copy_from_slice(&degrade(other.draw(), Fate::Turned(2), (0, 0, 0), dpi, &mut Dice::new(1)).luma[..upper]);
        let mut letters: Vec<String> = find_all(&page, Effort::Quick).into_iter().map(|code| code.letter).collect();
        letters.sort();
        assert_eq!(letters, [one.short(), other.short()], "{dpi}");
    }
}

/// A code that is not ours, in the middle of a page, as the signing bureau prints one beside a name.
fn with_foreign(mut page: Grey) -> Grey {
    let foreign = qrcode::QrCode::new(b"https://tte.kominfo.go.id/verifyPDF").unwrap();
    let (across, module) = (page.width as usize, 8);
    for (at, color) in foreign.to_colors().into_iter().enumerate() {
        let (x, y) = (at % foreign.width() * module + 400, at / foreign.width() * module + 1200);
        (y..y + module).for_each(|y| page.luma[y * across + x..][..module].fill(if color == qrcode::Color::Dark { 0 } else { 255 }));
    }
    page
}

#[test]
fn a_page_without_a_code_of_ours_has_none() {
    assert_eq!(find(&with_foreign(Sheet { side: 0, ..Sheet::a4(1, 1, 1) }.draw()), Effort::Full), None);
}

#[test]
fn a_foreign_code_hides_none_of_ours() {
    for dpi in [200, 300] {
        let sheet = Sheet { dpi, ..Sheet::a4(7, 1, 1) };
        let page = degrade(with_foreign(sheet.draw()), Fate::Askew(2.0), sheet.symbol(), dpi, &mut Dice::new(4));
        assert_eq!(find(&page, Effort::Quick).map(|code| code.letter), Some(sheet.short()), "{dpi}");
    }
}

#[test]
fn odd_pictures_have_no_code() {
    for (width, height, length) in [(0, 0, 0), (1, 1, 1), (24, 24, 576), (24, 24, 3), (4000, 24, 96000), (30, 30, 900)] {
        let page = Grey { width, height, luma: vec![7; length] };
        assert_eq!(find(&page, Effort::Full), None, "{width} x {height}");
    }
}
