//! What all pages of a document share, beside what the PDF writer put there itself: the emblem and the faces, which are ready before a letter is
//! written. The writer gives every page the same dictionaries, so each thing is entered once.

use lopdf::{Dictionary, Document, Error, Object, ObjectId};

/// Enters an object under a name that the pages' contents use; `kind` is `Font` or `XObject`.
pub(crate) fn enter(document: &mut Document, kind: &str, name: &str, object: ObjectId) -> Result<(), Error> {
    let names = dictionary(document, kind)?;
    document.get_object_mut(names)?.as_dict_mut()?.set(name, object);
    Ok(())
}

/// The dictionary of a kind that the pages share.
fn dictionary(document: &Document, kind: &str) -> Result<ObjectId, Error> {
    let page = document.page_iter().next().ok_or(Error::PageNumberNotFound(1))?;
    let resources: &Dictionary = document.dereference(document.get_dictionary(page)?.get(b"Resources")?)?.1.as_dict()?;
    resources.get(kind.as_bytes()).and_then(Object::as_reference)
}
