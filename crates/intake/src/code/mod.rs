//! The codes on a page. A ladder of ever more costly looks, measured over several hundred degraded scans; most pages need its first rung only.
//!
//! A text counts only if [`read_page`] accepts it, so neither a foreign code nor a misread one ever names a letter.

mod filters;

use crate::pages::Grey;
use rxing::{BarcodeFormat, DecodeHints, RXingResult, RXingResultMetadataType, RXingResultMetadataValue};
use sandika_domain::letter::code::{PageCode, read_page};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Pages with a longer edge are also looked at in half their size, where most of what disturbs a code is gone.
const LARGE: u32 = 2200;
/// Pages with a shorter edge are also looked at in twice their size.
const SMALL: u32 = 2000;
/// The filtered look enlarges pictures with a shorter edge over and over, up to a hundred million pixels for a narrow strip.
const LEAST_FILTERED: u32 = 150;
/// Codes on one page that are still told apart; two letters that overlap on the glass show two.
const MOST: usize = 4;

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
    let half = (page.long() > LARGE).then(|| page.shrunk(page.width / 2, page.height / 2));
    climb(page, half.as_ref(), effort).map(|found| further(found, half.unwrap_or_else(|| page.clone()), page.width)).unwrap_or_default()
}

/// A code that was found, and where.
struct Found {
    code: PageCode,
    /// Corners of its symbol on the page.
    corners: Vec<(f32, f32)>,
}

/// The first code. `half` is the page in half its size, if it is large.
fn climb(page: &Grey, half: Option<&Grey>, effort: Effort) -> Option<Found> {
    let seen = |picture: &Grey, filtered| look(picture, filtered, page.width);
    if let Some(found) = seen(page, false).or_else(|| seen(half?, false)) {
        return Some(found);
    }
    let small = half.unwrap_or(page);
    let soft = filters::soft(small);
    let first = seen(&soft, false).or_else(|| seen(small, true));
    if first.is_some() || effort == Effort::Quick {
        return first;
    }
    let stretched = || seen(&filters::soft(&filters::stretched(&soft)), true);
    let whole = || half.and_then(|_| seen(&filters::soft(page), false));
    let double = || (page.long() < SMALL).then(|| filters::doubled(page)).and_then(|page| seen(&page, false));
    seen(&filters::median(small), true).or_else(stretched).or_else(whole).or_else(double)
}

/// Covers what was found and looks again, in `rest`: the page, or the page in half its size.
fn further(found: Found, mut rest: Grey, width: u32) -> Vec<PageCode> {
    cover(&mut rest, &found.corners, width);
    let mut codes = vec![found.code];
    for _ in 1..MOST {
        let Some(next) = look(&rest, false, width) else { break };
        cover(&mut rest, &next.corners, width);
        if !codes.contains(&next.code) {
            codes.push(next.code);
        }
    }
    codes
}

/// One look. The reader of codes is other people's work on other people's pictures, so a panic in it only means that nothing was seen.
/// `whole` is the width of the page that this is a picture of.
fn look(page: &Grey, filtered: bool, whole: u32) -> Option<Found> {
    let (width, height, format) = (page.width, page.height, Some(BarcodeFormat::QR_CODE));
    if filtered && width.min(height) < LEAST_FILTERED {
        return None;
    }
    let mut hints = DecodeHints { TryHarder: Some(true), ..DecodeHints::default() };
    let result = catch_unwind(AssertUnwindSafe(|| {
        if filtered {
            rxing::helpers::detect_in_luma_filtered_with_hints(page.luma.clone(), width, height, format, &mut hints)
        } else {
            rxing::helpers::detect_in_luma_slice_with_hints(&page.luma, width, height, format, &mut hints)
        }
    }));
    result.ok()?.ok().and_then(|result| ours(&result, width, whole))
}

fn ours(result: &RXingResult, width: u32, whole: u32) -> Option<Found> {
    let code = read_page(result.getText())?;
    // A filtered look may have seen it in a smaller picture of its own.
    let seen = match result.getRXingResultMetadata().get(&RXingResultMetadataType::FILTERED_RESOLUTION) {
        Some(RXingResultMetadataValue::FilteredResolution((seen, _))) if *seen > 0 => *seen as f32,
        _ => width as f32,
    };
    let times = whole as f32 / seen;
    Some(Found { code, corners: result.getPoints().iter().map(|point| (point.x * times, point.y * times)).collect() })
}

/// Paints a symbol white. Its corners are the middles of its marks, which lie inside it.
fn cover(page: &mut Grey, corners: &[(f32, f32)], whole: u32) {
    let times = whole as f32 / page.width as f32;
    let range = |values: &dyn Fn(&(f32, f32)) -> f32, most: u32| {
        let (low, high) = corners.iter().map(values).fold((f32::MAX, f32::MIN), |(low, high), value| (low.min(value), high.max(value)));
        let beyond = (high - low).max(1.0) * 0.35;
        let (low, high) = ((low - beyond) / times, (high + beyond) / times);
        (low.max(0.0) as usize).min(most as usize)..(high.max(0.0) as usize).min(most as usize)
    };
    let (columns, rows) = (range(&|corner| corner.0, page.width), range(&|corner| corner.1, page.height));
    for row in page.luma.chunks_exact_mut(page.width as usize).take(rows.end).skip(rows.start) {
        row[columns.clone()].fill(255);
    }
}

#[cfg(test)]
mod tests;
