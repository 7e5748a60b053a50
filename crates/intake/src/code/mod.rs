//! The codes on a page. A ladder of ever more costly looks, measured over several hundred degraded scans; most pages need its first rung only.
//!
//! A text counts only if [`read_page`] accepts it, so neither a foreign code nor a misread one ever names a letter.

mod close;
mod filters;
mod look;

use crate::pages::Grey;
use look::{Through, filtered, look};
use sandika_domain::letter::code::PageCode;

/// Pages with a longer edge are looked at in half their size first: it takes a quarter of the time, and most of what disturbs a code is gone.
const LARGE: u32 = 2200;
/// Pages with a shorter edge are also looked at in twice their size.
const SMALL: u32 = 2000;

/// How much time a page is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// The first rungs, for pages that may well have no code.
    Quick,
    /// Every rung.
    Full,
}

/// The page's code. With two different ones on it, the first that was found; see [`find_all`].
pub fn find(page: &Grey, effort: Effort) -> Option<PageCode> {
    find_all(page, effort).into_iter().next()
}

/// Every different code on the page. Whoever gets two has two letters on one sheet of glass and must ask.
pub fn find_all(page: &Grey, effort: Effort) -> Vec<PageCode> {
    if page.width < 24 || page.height < 24 || page.luma.len() != page.width as usize * page.height as usize {
        return Vec::new();
    }
    let mut codes: Vec<PageCode> = Vec::new();
    for code in climb(page, effort).unwrap_or_default() {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// What is seen on the first rung on which anything is seen.
fn climb(page: &Grey, effort: Effort) -> Option<Vec<PageCode>> {
    let plainly = |picture: &Grey| look(picture, &[Through::Plain]);
    let half = (page.long() > LARGE).then(|| page.halved());
    if let Some(codes) = half.as_ref().and_then(plainly).or_else(|| plainly(page)) {
        return Some(codes);
    }
    let small = half.as_ref().unwrap_or(page);
    let soft = filters::soft(small);
    let first = plainly(&soft).or_else(|| filtered(small, true));
    if first.is_some() || effort == Effort::Quick {
        return first;
    }
    let stretched = || filtered(&filters::soft(&filters::stretched(&soft)), false);
    let whole = || half.as_ref().and_then(|_| plainly(&filters::soft(page)));
    let double = || (page.long() < SMALL).then(|| filters::doubled(page)).as_ref().and_then(plainly);
    filtered(&filters::median(small), false).or_else(stretched).or_else(whole).or_else(double)
}

#[cfg(test)]
mod tests;
