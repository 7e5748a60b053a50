//! What is asked of any bytes whatever. The tests of `crates/intake` ask it too, of fewer bytes.

use sandika_domain::letter::code::read_page;
use sandika_intake::kind::{Kind, whole};
use sandika_intake::pages::Book;
use sandika_intake::{TrustList, certificate_of, is_signed, signatures, signers_of};
use std::sync::Arc;

const KINDS: [Kind; 4] = [Kind::Pdf, Kind::Jpeg, Kind::Png, Kind::Tiff];

/// Of which kind the bytes are, and whether they are a whole file of each.
pub fn kinds(bytes: &[u8]) {
    let _ = Kind::of(bytes);
    for kind in KINDS {
        let _ = whole(kind, bytes);
    }
}

/// The first page of a file.
pub fn pages(bytes: &[u8]) {
    if let Ok(book) = Book::open(Arc::new(bytes.to_vec()), 9) {
        let _ = book.grey(0);
    }
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
