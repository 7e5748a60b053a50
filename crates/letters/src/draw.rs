//! The neutral list of marks that layout emits. All lengths are points; `y` runs down from the upper edge of the page (or of the item, before
//! [`crate::flow`] has placed it).

use crate::fonts::Style;

/// Points in a millimetre.
pub(crate) const MM: f64 = 72.0 / 25.4;

/// One glyph of a run.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Glyph {
    /// Index in the face.
    pub(crate) id: u16,
    /// How far the pen moves, in thousandths of the font size: kerning and justification included.
    pub(crate) advance: f64,
    /// How far a viewer moves the pen by itself: the face's own width in whole thousandths, as the file declares it.
    pub(crate) nominal: f64,
    /// The text that this glyph stands for, as a byte range of the run's text.
    pub(crate) text: std::ops::Range<usize>,
    /// A gap between words, which justification may stretch.
    pub(crate) space: bool,
}

/// Glyphs on one baseline.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    pub(crate) style: Style,
    pub(crate) size: f64,
    pub(crate) x: f64,
    pub(crate) baseline: f64,
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) text: String,
}

impl Run {
    /// Width in points.
    pub(crate) fn width(&self) -> f64 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum::<f64>() * self.size / 1000.0
    }
}

/// A rectangle by its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rect {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// Dark modules side by side in a row of a symbol, counted in modules from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) column: usize,
    pub(crate) row: usize,
    pub(crate) length: usize,
}

/// Something to draw.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Mark {
    /// Black text.
    Text(Run),
    /// A straight black line.
    Rule { from: (f64, f64), to: (f64, f64), thickness: f64 },
    /// The dark modules of a symbol, filled black as one shape, so that neighbours show no hairline between them.
    Symbol { x: f64, y: f64, module: f64, dark: Vec<Stretch> },
    /// The emblem, stretched to the rectangle.
    Logo(Rect),
    /// Light grey text that climbs to the right; `x` and `baseline` are where it begins.
    Watermark { run: Run, degrees: f64 },
}

impl Mark {
    /// A horizontal line.
    pub(crate) fn across(x: f64, y: f64, width: f64, thickness: f64) -> Self {
        Self::Rule { from: (x, y), to: (x + width, y), thickness }
    }

    /// The four sides of a rectangle. The level ones reach out by half a rule, so that the corners are full.
    pub(crate) fn outline(rect: Rect, thickness: f64) -> [Self; 4] {
        let Rect { x, y, width, height } = rect;
        let side = |from, to| Self::Rule { from, to, thickness };
        [
            side((x - thickness / 2.0, y), (x + width + thickness / 2.0, y)),
            side((x - thickness / 2.0, y + height), (x + width + thickness / 2.0, y + height)),
            side((x, y), (x, y + height)),
            side((x + width, y), (x + width, y + height)),
        ]
    }

    /// The same mark `by` points further down.
    pub(crate) fn lowered(mut self, by: f64) -> Self {
        match &mut self {
            Self::Text(run) | Self::Watermark { run, .. } => run.baseline += by,
            Self::Rule { from, to, .. } => {
                from.1 += by;
                to.1 += by;
            }
            Self::Symbol { y, .. } => *y += by,
            Self::Logo(rect) => rect.y += by,
        }
        self
    }
}

/// A finished page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Page {
    pub(crate) marks: Vec<Mark>,
}
