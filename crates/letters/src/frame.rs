//! The page's measures, and the settings that texts of one kind share.

use sandika_domain::letter::model::{LetterModel, Margins, Orientation, PageSetup, Paper};

use crate::draw::{MM, Page};
use crate::error::{LetterError, Place};
use crate::fonts::Style;
use crate::mark::SENTENCE_ROOM;
use crate::paragraph::Column;
use crate::shape::{Setting, TypeCase};

/// Room that the code needs above the lower edge, millimetres: symbol, its quiet zone, and what a printer cannot reach.
const CODE_ROOM: f64 = 36.0;
/// The same for a letter that never carries a code, for the page number.
const NUMBER_ROOM: f64 = 15.0;
/// Less text than this (millimetres) is a mistake in the page setup.
const LEAST_TEXT: (f64, f64) = (80.0, 100.0);

/// Points: smaller numbers are misread on a copied page.
const SMALLEST_TABLE: f64 = 7.0;

/// Size and margins of a sheet. Turned crosswise, the edge that is bound stays the one that is bound: the left one comes to lie above.
fn lying(paper: Paper, margins: Margins, orientation: Orientation) -> ((f64, f64), Margins) {
    let (short, long) = paper.size_mm();
    match orientation {
        Orientation::Upright => ((short, long), margins),
        Orientation::Landscape => {
            let Margins { top, right, bottom, left } = margins;
            ((long, short), Margins { top: left, right: top, bottom: bottom.max(right), left: right.min(top) })
        }
    }
}

/// Whether the bottom margin keeps the code's place. A draft keeps it empty: the letter that is issued from it must break its pages alike.
pub(crate) fn reserves_code(model: &LetterModel) -> bool {
    model.draft || model.code.is_some()
}

/// A finished page and how it lies.
pub(crate) struct Sheet<'a> {
    pub(crate) frame: Frame<'a>,
    pub(crate) page: Page,
}

/// Where the text stands. Points.
#[derive(Clone, Copy)]
pub(crate) struct Frame<'a> {
    pub(crate) case: TypeCase<'a>,
    pub(crate) page_width: f64,
    pub(crate) page_height: f64,
    pub(crate) left: f64,
    pub(crate) width: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    font_size: f64,
    spacing: f64,
    orientation: Orientation,
}

impl<'a> Frame<'a> {
    /// The frame of a letter's pages that lie in one way.
    ///
    /// # Errors
    /// [`LetterError::Page`] when sizes are no sensible numbers or leave too little room.
    pub(crate) fn new(model: &LetterModel, orientation: Orientation, case: TypeCase<'a>) -> Result<Self, LetterError> {
        let PageSetup { paper, margins, font_size, line_spacing, .. } = model.page;
        if [margins.top, margins.right, margins.bottom, margins.left].iter().any(|margin| !(0.0..=150.0).contains(margin)) {
            return Err(LetterError::Page("margin harus antara 0 dan 150 milimeter"));
        }
        if !(6.0..=24.0).contains(&font_size) {
            return Err(LetterError::Page("ukuran huruf harus antara 6 dan 24 poin"));
        }
        if !(0.8..=3.0).contains(&line_spacing) {
            return Err(LetterError::Page("jarak baris harus antara 0,8 dan 3"));
        }
        let ((page_width, page_height), margins) = lying(paper, margins, orientation);
        let top = margins.top.max(if model.practice { SENTENCE_ROOM } else { 0.0 });
        let bottom = margins.bottom.max(if reserves_code(model) { CODE_ROOM } else { NUMBER_ROOM });
        let (width, height) = (page_width - margins.left - margins.right, page_height - top - bottom);
        if width < LEAST_TEXT.0 || height < LEAST_TEXT.1 {
            return Err(LetterError::Page("margin terlalu lebar sehingga ruang untuk isi surat tidak cukup"));
        }
        Ok(Self {
            case,
            page_width: page_width * MM,
            page_height: page_height * MM,
            left: margins.left * MM,
            width: width * MM,
            top: top * MM,
            bottom: (page_height - bottom) * MM,
            font_size,
            spacing: line_spacing,
            orientation,
        })
    }

    /// Sizes in which a table may be set, the largest first: where a number or an address would have to be cut in two, the next one is tried. A table on
    /// a sheet that lies crosswise has many columns, and begins smaller.
    pub(crate) fn table_sizes(&self) -> impl Iterator<Item = f64> + use<> {
        let (by, steps) = match self.orientation {
            Orientation::Upright => (1.0, 0),
            Orientation::Landscape => (3.0, 4),
        };
        let largest = (self.font_size - by).max(5.0);
        (0..=steps).map(move |step| (largest - 0.5 * f64::from(step)).max(SMALLEST_TABLE.min(largest)))
    }

    /// The whole width of the text.
    pub(crate) fn column(&self) -> Column {
        Column { x: self.left, width: self.width }
    }

    /// Height of the text on a page.
    pub(crate) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Text of the letter's own size and line distance.
    pub(crate) fn body(&self, style: Style, place: Place) -> Result<Setting, LetterError> {
        self.setting(style, self.font_size, self.spacing, place)
    }

    /// Text `by` points smaller than the letter's, with lines close together: tables, forms.
    pub(crate) fn smaller(&self, by: f64, style: Style, place: Place) -> Result<Setting, LetterError> {
        self.setting(style, (self.font_size - by).max(5.0), 1.0, place)
    }

    /// Text of a given size with lines close together.
    pub(crate) fn sized(&self, size: f64, style: Style, place: Place) -> Result<Setting, LetterError> {
        self.setting(style, size, 1.0, place)
    }

    fn setting(&self, style: Style, size: f64, spacing: f64, place: Place) -> Result<Setting, LetterError> {
        let line = self.case.face(style)?.line * size * spacing;
        Ok(Setting { style, size, line, place })
    }

    /// Room between paragraphs and other parts of the body: two fifths of a line.
    pub(crate) fn gap(&self) -> f64 {
        0.4 * 1.15 * self.font_size * self.spacing
    }

    /// Indentation of a paragraph's first line: half an inch, as in the offices' templates.
    pub(crate) fn indent(&self) -> f64 {
        12.5 * MM
    }
}
