//! Pages that become a document little by little: what was written is packed at once, so that a book of many pages needs little more room than its file.

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::archive::pack;
use crate::error::LetterError;
use crate::frame::Sheet;
use crate::pdf::{self, Cuts, Writer};

/// A document in the making.
pub(crate) struct Binding<'w> {
    writer: &'w Writer,
    cuts: Cuts,
    logo: Option<&'w [u8]>,
    bound: Option<Bound>,
}

/// What is bound already.
struct Bound {
    document: Document,
    /// The root of the pages.
    root: ObjectId,
    /// What every page names its faces and its emblem by.
    resources: Object,
    pages: Vec<Object>,
}

impl<'w> Binding<'w> {
    /// Nothing yet. `cuts` hold the glyphs of every page that will come.
    pub(crate) fn new(writer: &'w Writer, cuts: Cuts, logo: Option<&'w [u8]>) -> Self {
        Self { writer, cuts, logo, bound: None }
    }

    /// Binds pages behind the others.
    ///
    /// # Errors
    /// [`LetterError::Write`], [`LetterError::Logo`].
    pub(crate) fn add(&mut self, sheets: &[Sheet<'_>]) -> Result<(), LetterError> {
        let mut part = pdf::written(sheets, &self.cuts)?;
        let failed = |error: lopdf::Error| LetterError::Write(error.to_string());
        match &mut self.bound {
            Some(bound) => bound.take(part).map_err(failed),
            None => {
                self.writer.furnish(&mut part, &self.cuts, self.logo)?;
                self.bound = Some(Bound::first(part).map_err(failed)?);
                Ok(())
            }
        }
    }

    /// The whole document.
    ///
    /// # Errors
    /// [`LetterError::Write`]
    pub(crate) fn finish(self) -> Result<Document, LetterError> {
        let failed = |error: lopdf::Error| LetterError::Write(error.to_string());
        let Bound { mut document, root, pages, .. } = self.bound.ok_or_else(|| LetterError::Write("tidak ada halaman".to_owned()))?;
        let tree = document.get_object_mut(root).and_then(Object::as_dict_mut).map_err(failed)?;
        tree.set("Count", pages.len() as i64);
        tree.set("Kids", Object::Array(pages));
        Ok(document)
    }
}

impl Bound {
    fn first(mut document: Document) -> Result<Self, lopdf::Error> {
        let root = document.catalog()?.get(b"Pages")?.as_reference()?;
        let ids: Vec<ObjectId> = document.page_iter().collect();
        let first = *ids.first().ok_or(lopdf::Error::PageNumberNotFound(1))?;
        let resources = document.get_dictionary(first)?.get(b"Resources")?.clone();
        for id in &ids {
            let contents = document.get_dictionary(*id)?.get(b"Contents")?.as_reference()?;
            pack(document.get_object_mut(contents)?.as_stream_mut()?)?;
        }
        Ok(Self { document, root, resources, pages: ids.into_iter().map(Object::Reference).collect() })
    }

    /// Takes the pages of another document, which name faces and emblem alike, and leaves the rest of it behind.
    fn take(&mut self, mut part: Document) -> Result<(), lopdf::Error> {
        part.renumber_objects_with(self.document.max_id + 1);
        let ids: Vec<ObjectId> = part.page_iter().collect();
        for id in ids {
            let mut page: Dictionary = part.get_dictionary(id)?.clone();
            let at = page.get(b"Contents")?.as_reference()?;
            let mut contents = part.objects.remove(&at).ok_or(lopdf::Error::ObjectNotFound(at))?;
            pack(contents.as_stream_mut()?)?;
            page.set("Parent", Object::Reference(self.root));
            page.set("Resources", self.resources.clone());
            self.document.objects.insert(at, contents);
            self.document.objects.insert(id, Object::Dictionary(page));
            self.pages.push(Object::Reference(id));
        }
        self.document.max_id = part.max_id;
        Ok(())
    }
}
