//! The PDF that is printed, and how its pages lie.

use crate::paper::{Millimetres, sheet};
use crate::place::{millimetres, upright};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use sandika_windows::printing::{Abilities, Sides, Wanted};
use std::io;

/// An opened PDF with at least one page.
pub(crate) struct Document(Pdf);

impl Document {
    /// Opens it.
    ///
    /// # Errors
    /// When it is no PDF, is locked, or has no page.
    pub(crate) fn open(bytes: &[u8]) -> io::Result<Self> {
        let unreadable = || io::Error::new(io::ErrorKind::InvalidData, "dokumen tidak dapat dibaca, sehingga tidak dicetak");
        let pdf = Pdf::new(bytes.to_vec()).map_err(|_| unreadable())?;
        if pdf.pages().is_empty() { Err(unreadable()) } else { Ok(Self(pdf)) }
    }

    /// Its pages.
    pub(crate) fn pages(&self) -> &[Page<'_>] {
        self.0.pages()
    }

    /// What is asked of the driver for a page, and how often the whole document is drawn: once where the driver makes the copies, and keeps them in order.
    pub(crate) fn plan(&self, copies: u32, abilities: &Abilities) -> (u16, u32) {
        let by_itself = abilities.copies >= copies && (self.pages().len() == 1 || abilities.collates);
        match u16::try_from(copies) {
            Ok(copies) if by_itself => (copies, 1),
            _ => (1, copies),
        }
    }
}

/// Width and height of a page in points, as it is looked at.
pub(crate) fn size(page: &Page<'_>) -> (f64, f64) {
    let (width, height) = page.render_dimensions();
    (f64::from(width), f64::from(height))
}

/// What is asked of the driver for a page. Where the printer has no such paper it keeps the one that it is set to.
pub(crate) fn wanted(page: &Page<'_>, copies: u16, abilities: &Abilities) -> Wanted {
    let (width, height) = size(page);
    let on_paper: Millimetres = upright((millimetres(width), millimetres(height)));
    Wanted { sheet: sheet(on_paper, abilities), landscape: width > height, copies, sides: Sides::AsSet }
}
