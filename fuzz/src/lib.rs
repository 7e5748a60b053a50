//! What is asked of any bytes whatever. The tests of `crates/intake` ask it too, of fewer bytes.

use sandika_domain::letter::code::read_page;
use sandika_intake::kind::{Kind, whole};
use sandika_intake::pages::Book;
use sandika_intake::{TrustList, certificate_of, is_signed, signatures, signers_of};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

const KINDS: [Kind; 4] = [Kind::Pdf, Kind::Jpeg, Kind::Png, Kind::Tiff];
/// Long edge of the page that is shown in colours.
const SHOWN: u32 = 240;

/// Of which kind the bytes are, and whether they are a whole file of each.
pub fn kinds(bytes: &[u8]) {
    let _ = Kind::of(bytes);
    for kind in KINDS {
        let _ = whole(kind, bytes);
    }
}

/// The first page of a file: as codes are looked for on it, as it is shown, and its text.
pub fn pages(bytes: &[u8]) {
    let book = guarded(|| Book::open(Arc::new(bytes.to_vec()), 9).ok()).flatten();
    let Some(book) = book else { return };
    let grey = guarded(|| book.grey(0).ok()).flatten();
    if let Some(grey) = grey {
        assert_eq!(grey.luma.len(), grey.width as usize * grey.height as usize);
    }
    let shown = guarded(|| book.colour(0, SHOWN).ok()).flatten();
    assert!(shown.is_none_or(|shown| shown.width() > 0 && shown.height() > 0));
    let _ = guarded(|| book.words(0));
}

/// As the reading program guards itself; the target sees to it that only a foreign panic passes.
fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// Signatures of a document, and the certificate that the bytes may be.
pub fn signed(bytes: &[u8]) {
    let (trust, _) = TrustList::of([("asing", bytes)]);
    let _ = (is_signed(bytes), signatures(bytes, &trust));
    let _ = certificate_of("asing", bytes);
    let _ = signers_of(bytes);
}

/// The text of a page's code.
pub fn code(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Some(code) = read_page(text) {
        assert!(code.page >= 1 && code.page <= code.of && code.version >= 1, "{text}");
    }
}
