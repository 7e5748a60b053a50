//! One look at a picture: every code of ours that the readers see in it.
//!
//! There are two readers. The first finds all symbols of a picture in one go, so that neither a second letter on the glass nor a foreign code
//! hides one of ours; the second, asked only where the first saw none of ours, reads a few that the first does not.

use super::close::close;
use crate::pages::Grey;
use rxing::common::HybridBinarizer;
use rxing::multi::MultipleBarcodeReader;
use rxing::qrcode::QRCodeReader;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{BarcodeFormat, BinaryBitmap, DecodeHints, Luma8Source, Reader};
use sandika_domain::letter::code::{PageCode, read_page};
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Pictures with a longer edge are also looked at in a third of their size, and so on.
const LAYER: u32 = 500;
/// Each layer of them is so many times smaller.
const TIMES: u32 = 3;

/// What a picture goes through before it is read.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Through {
    /// Nothing.
    Plain,
    /// Gaps in what is dark are closed.
    Closed,
}

/// One look. The readers of codes are other people's work on other people's pictures, so a panic in them only means that nothing was seen.
pub(super) fn look(picture: &Grey, through: &[Through]) -> Option<Vec<PageCode>> {
    catch_unwind(AssertUnwindSafe(|| read(picture, through))).ok().flatten()
}

/// A look at the picture and at ever smaller ones of it, plain and closed. `seen` says that the picture itself was looked at plainly before.
pub(super) fn filtered(picture: &Grey, seen: bool) -> Option<Vec<PageCode>> {
    let both = [Through::Plain, Through::Closed];
    let mut found = look(picture, &both[usize::from(seen)..]);
    let mut smaller = None;
    while found.is_none() {
        let last: &Grey = smaller.as_ref().unwrap_or(picture);
        if last.long() <= LAYER || last.width.min(last.height) < TIMES {
            break;
        }
        let next = last.shrunk(last.width / TIMES, last.height / TIMES);
        found = look(&next, &both);
        smaller = Some(next);
    }
    found
}

fn read(picture: &Grey, through: &[Through]) -> Option<Vec<PageCode>> {
    let hints =
        DecodeHints { TryHarder: Some(true), PossibleFormats: Some(HashSet::from([BarcodeFormat::QR_CODE])), ..DecodeHints::default() };
    let source = Luma8Source::new_with_slice(&picture.luma, picture.width, picture.height).ok()?;
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
    for through in through {
        if *through == Through::Closed {
            close(bitmap.get_black_matrix_mut());
        }
        let all = QrReader.decode_multiple_with_hints(&mut bitmap, &hints).unwrap_or_default();
        let ours: Vec<PageCode> = all.iter().filter_map(|result| read_page(result.getText())).collect();
        if !ours.is_empty() {
            return Some(ours);
        }
        if let Some(one) = QRCodeReader.decode_with_hints(&mut bitmap, &hints).ok().and_then(|result| read_page(result.getText())) {
            return Some(vec![one]);
        }
    }
    None
}
