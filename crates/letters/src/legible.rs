//! What of a text a letter face can set, for lists of what others have typed.

use std::borrow::Cow;

use sandika_domain::letter::OwnFace;
use sandika_domain::letter::model::Typeface;

use crate::error::LetterError;
use crate::own::OwnFaces;
use crate::shape::{Memo, TypeCase};
use crate::typesetter::Typesetter;

/// A letter face that texts are held against.
pub struct Legible<'a> {
    typesetter: &'a Typesetter,
    typeface: Typeface,
    own: Option<OwnFaces<'a>>,
}

impl Typesetter {
    /// A face to hold texts against; `own` are the files of [`Typeface::Own`].
    ///
    /// # Errors
    /// [`LetterError::NoOwnFace`], [`LetterError::OwnFace`]
    pub fn legible<'a>(&'a self, typeface: Typeface, own: Option<&'a OwnFace>) -> Result<Legible<'a>, LetterError> {
        Ok(Legible { typesetter: self, typeface, own: OwnFaces::where_used(typeface, own)? })
    }
}

impl Legible<'_> {
    /// A text with a question mark for each character that the face lacks: for lists of what others have typed, which one odd character must not
    /// keep from being drawn. Letters are never changed so.
    ///
    /// # Errors
    /// [`LetterError::Face`]
    pub fn text<'t>(&self, text: &'t str) -> Result<Cow<'t, str>, LetterError> {
        TypeCase { fonts: &self.typesetter.fonts, typeface: self.typeface, own: self.own.as_ref(), memo: &Memo::default() }.legible(text)
    }
}
