//! The face that an office brought itself: judged when it is chosen (`check`), and parsed for each letter that is set in it.
//!
//! Its files come with the letter and go with it, so nothing parsed is kept here; reading their tables takes a small part of the time that a page
//! takes. What is costly, cutting the face for the file, is kept by [`crate::cut`] under the file's hash.

mod check;
mod fault;
mod licence;

pub use check::{FontCut, FontFacts, FontGlance, check_font, glance_at_font};
pub use fault::FontFault;

use sandika_domain::letter::model::Typeface;
use sandika_domain::letter::{FontFile, OwnFace};

use crate::error::LetterError;
use crate::fonts::{Face, Heights, Style};

/// The cuts of the office's own face.
pub(crate) struct OwnFaces<'a> {
    regular: (&'a FontFile, Face<'a>),
    bold: Option<(&'a FontFile, Face<'a>)>,
    italic: Option<(&'a FontFile, Face<'a>)>,
}

impl<'a> OwnFaces<'a> {
    /// The faces of a letter's files, where it is set in them.
    ///
    /// # Errors
    /// As [`OwnFaces::of`].
    pub(crate) fn where_used(typeface: Typeface, face: Option<&'a OwnFace>) -> Result<Option<Self>, LetterError> {
        if typeface == Typeface::Own { Self::of(face).map(Some) } else { Ok(None) }
    }

    /// The faces of a letter's files.
    ///
    /// # Errors
    /// [`LetterError::NoOwnFace`] without files, [`LetterError::OwnFace`] when one cannot be read.
    pub(crate) fn of(face: Option<&'a OwnFace>) -> Result<Self, LetterError> {
        let OwnFace { regular, bold, italic } = face.ok_or(LetterError::NoOwnFace)?;
        let parsed = |file: &'a FontFile| Ok((file, Face::parse(file.bytes(), Heights::Line).ok_or(LetterError::OwnFace)?));
        Ok(Self {
            regular: parsed(regular)?,
            bold: bold.as_ref().map(parsed).transpose()?,
            italic: italic.as_ref().map(parsed).transpose()?,
        })
    }

    /// The face of a cut; where the office gave none, the regular one.
    pub(crate) fn face(&self, style: Style) -> &Face<'a> {
        &self.cut(style).1
    }

    /// The file of a cut.
    pub(crate) fn file(&self, style: Style) -> &'a FontFile {
        self.cut(style).0
    }

    fn cut(&self, style: Style) -> &(&'a FontFile, Face<'a>) {
        let given = match style {
            Style::Regular => None,
            Style::Bold => self.bold.as_ref(),
            Style::Italic => self.italic.as_ref(),
        };
        given.unwrap_or(&self.regular)
    }
}
