//! Which bytes a signature covers, and whether that is all of them but itself.
//!
//! Attacks on signatures in PDF move what was signed, or widen the gap and hide other objects in it ("signature wrapping", "universal
//! forgery"): so the range must begin with the file, leave out exactly the hexadecimal string of the same dictionary, and end where a
//! revision ends.

use super::later::{self, Later};
use super::place::Place;

/// What a signature covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The whole file.
    Whole,
    /// The file as it was when it was signed; something was added later.
    Appended(Later),
    /// Not what a signature has to cover. Such a signature proves nothing.
    Broken(RangeFault),
}

/// What is wrong with a signed range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeFault {
    /// It does not begin with the file.
    Start,
    /// What it leaves out is not exactly the signature.
    Gap,
    /// It reaches past the end of the file, or its parts overlap.
    Bounds,
    /// It ends in the middle of a revision.
    End,
}

/// The two covered parts of the file, and how they lie; no parts where the range is broken.
pub(super) fn of<'a>(pdf: &'a [u8], place: &Place) -> (Extent, Vec<&'a [u8]>) {
    match parts(pdf, place) {
        Err(fault) => (Extent::Broken(fault), Vec::new()),
        Ok((first, second, end)) => {
            let rest = &pdf[end..];
            let is_blank = rest.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0);
            let extent = if is_blank { Extent::Whole } else { Extent::Appended(later::of(pdf, end)) };
            (extent, vec![first, second])
        }
    }
}

type Parts<'a> = (&'a [u8], &'a [u8], usize);

fn parts<'a>(pdf: &'a [u8], place: &Place) -> Result<Parts<'a>, RangeFault> {
    let [start, first, second, length] = place.range.map(|number| usize::try_from(number).unwrap_or(usize::MAX));
    if start != 0 {
        return Err(RangeFault::Start);
    }
    let end = second.checked_add(length).filter(|end| *end <= pdf.len() && first <= second).ok_or(RangeFault::Bounds)?;
    if place.contents != (first..second) {
        return Err(RangeFault::Gap);
    }
    let signed = &pdf[second..end];
    if !is_revision(signed) {
        return Err(RangeFault::End);
    }
    Ok((&pdf[..first], signed, end))
}

/// A revision ends with `%%EOF`, and perhaps a line's end.
fn is_revision(signed: &[u8]) -> bool {
    signed.trim_ascii_end().ends_with(b"%%EOF")
}
