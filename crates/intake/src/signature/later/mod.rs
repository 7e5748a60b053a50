//! What was added to a file after it was signed.
//!
//! Signatures of BSrE are of the level PAdES-B-LT: after signing, the evidence for later verification (certificates, revocation lists) is
//! added to the file as an update of its own, in the catalog's `/DSS`. That changes nothing that anybody reads. A further signature adds its
//! own field, which may also draw on a page; everything else may change anything.

#[cfg(test)]
mod tests;
mod walk;

use hayro::hayro_syntax::Pdf;
use memchr::memmem;
use std::collections::HashSet;
use walk::{Allowance, Walk};

/// What was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// Only evidence for later verification: every object of the signed document is as it was.
    Evidence,
    /// Only fields of further signatures, and evidence. What was signed is as it was, but the look of the new fields is theirs.
    Signatures,
    /// Something that may change what is read: a filled-in field, a note, a page.
    Other,
}

/// Compares the document that ends at `end` with the whole file.
pub(super) fn of(pdf: &[u8], end: usize) -> Later {
    let update = pdf[end..].trim_ascii_end();
    if !update.ends_with(b"%%EOF") || memmem::find(update, b"startxref").is_none() {
        return Later::Other;
    }
    let (Ok(signed), Ok(whole)) = (Pdf::new(pdf[..end].to_vec()), Pdf::new(pdf.to_vec())) else { return Later::Other };
    let holds = |allowance: Allowance| {
        let mut walk = Walk::new(&signed, &whole, allowance);
        walk.is_same() && !redefines(update, &walk.kept())
    };
    if holds(Allowance::Evidence) {
        Later::Evidence
    } else if holds(Allowance::Signatures) {
        Later::Signatures
    } else {
        Later::Other
    }
}

/// Whether the update writes one of these objects anew. Where that is so, readers of PDF may disagree on which of the two holds, whatever was
/// found equal.
fn redefines(update: &[u8], kept: &HashSet<u32>) -> bool {
    let header = |at: usize| {
        let (_generation, before) = number(update[..at].trim_ascii_end())?;
        Some(number(before.trim_ascii_end())?.0)
    };
    memmem::find_iter(update, b"obj").filter_map(header).any(|number| kept.contains(&number))
}

/// The number at the end of `bytes`, and what stands before it.
fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let digits = bytes.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let (before, digits) = bytes.split_at(bytes.len() - digits);
    Some((std::str::from_utf8(digits).ok()?.parse().ok()?, before))
}
