//! What the colours of a letter mean: every archive standard wants a profile in the file itself.

use lopdf::{Dictionary, Document, Object, Stream};

/// Colours as screens and office printers understand them (icc/README.md).
const SRGB: &[u8] = include_bytes!("../../icc/sRGB-v2-magic.icc");
const NAME: &str = "sRGB IEC61966-2.1";

/// Puts the profile into the document, and answers with what its catalog says of it.
pub(super) fn intent(document: &mut Document) -> Object {
    let mut shape = Dictionary::new();
    shape.set("N", 3);
    let profile = document.add_object(Stream::new(shape, SRGB.to_vec()));
    let mut intent = Dictionary::new();
    intent.set("Type", "OutputIntent");
    // The name is that of the first part of the standard, in all of its parts.
    intent.set("S", "GTS_PDFA1");
    intent.set("OutputConditionIdentifier", Object::string_literal(NAME));
    intent.set("Info", Object::string_literal(NAME));
    intent.set("DestOutputProfile", profile);
    Object::Array(vec![Object::Dictionary(intent)])
}
