//! The marks become a PDF: the one place where layout's list meets the PDF writer.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, FontId, Greyscale, Line, LinePoint, Mm, Op, PdfDocument, PdfFontHandle, PdfPage,
    PdfParseErrorSeverity, PdfSaveOptions, Point, Pt, TextItem, TextMatrix, XObjectId, XObjectTransform,
};

use crate::cut::{self, Cut, Cutter, Glyphs, Source, Wanted};
use crate::draw::{Glyph, MM, Mark, Page, Rect, Run, Stretch};
use crate::emblem::{self, Emblems};
use crate::error::LetterError;
use crate::fonts::Style;
use crate::frame::{Frame, Sheet};
use crate::resources;

/// Lightness of the word across a page: dark enough to survive a copier, light enough that the text over it stays legible.
const WATERMARK_GREY: f32 = 0.82;

/// Points that the pen may be off before it is moved: a quarter of a dot at 600 dpi. Widths in a file are whole thousandths of the font size, and to mend
/// each would make a page twice as long to write and to read.
const LEAST_MOVE: f64 = 0.03;

/// Holds what many letters have in common, ready for their files.
#[derive(Default)]
pub(crate) struct Writer {
    cutter: Cutter,
    emblems: Emblems,
}

/// The faces of a letter.
pub(crate) type Cuts = BTreeMap<Style, Arc<Cut>>;

/// The glyphs of each cut that pages show.
pub(crate) type Shown = BTreeMap<Style, Glyphs>;

impl Writer {
    /// The document of these pages, with names of our own for fonts and emblem: the writer's come from a counter of the process, and the same letter
    /// would differ from run to run.
    pub(crate) fn write(&self, sheets: &[Sheet<'_>], logo: Option<&[u8]>) -> Result<lopdf::Document, LetterError> {
        let mut shown = Shown::default();
        sheets.iter().for_each(|sheet| note(&sheet.page, &mut shown));
        let cuts = sheets.first().map_or(Ok(Cuts::new()), |sheet| self.cuts(&sheet.frame, shown))?;
        let mut document = written(sheets, &cuts)?;
        self.furnish(&mut document, &cuts, logo)?;
        Ok(document)
    }

    /// Gives a document the faces and the emblem that its pages name.
    pub(crate) fn furnish(&self, document: &mut lopdf::Document, cuts: &Cuts, logo: Option<&[u8]>) -> Result<(), LetterError> {
        let logo = logo.map(|png| self.emblems.ready(png)).transpose()?;
        let failed = |error: lopdf::Error| LetterError::Write(error.to_string());
        for (style, cut) in cuts {
            let face = cut.put_into(document).map_err(failed)?;
            resources::enter(document, "Font", cut::name(*style), face).map_err(failed)?;
        }
        if let Some(stream) = logo {
            let emblem = document.add_object(stream.as_ref().clone());
            resources::enter(document, "XObject", emblem::NAME, emblem).map_err(failed)?;
        }
        Ok(())
    }

    /// The cuts that hold these glyphs. Every page of a letter is set in the same face.
    pub(crate) fn cuts(&self, frame: &Frame<'_>, shown: Shown) -> Result<Cuts, LetterError> {
        let wanted = |(style, glyphs)| {
            let shaper = &frame.case.face(style)?.shaper;
            let glyph_of = |character| shaper.glyph_index(character).map(|glyph| glyph.0);
            let source = frame.case.own.map_or(Source::Shipped(frame.case.typeface), |own| Source::Own(own.file(style)));
            Ok(Wanted::of(source, style, glyphs, glyph_of))
        };
        let cuts = self.cutter.cuts(shown.into_iter().map(wanted).collect::<Result<_, LetterError>>()?)?;
        Ok(cuts.into_iter().collect())
    }
}

/// Notes the glyphs that a page shows.
pub(crate) fn note(page: &Page, shown: &mut Shown) {
    for mark in &page.marks {
        if let Mark::Text(run) | Mark::Watermark { run, .. } = mark {
            let glyphs = shown.entry(run.style).or_default();
            for glyph in &run.glyphs {
                glyphs.entry(glyph.id).or_insert_with(|| run.text[glyph.text.clone()].to_owned());
            }
        }
    }
}

/// The pages in a document that has neither faces nor emblem yet.
pub(crate) fn written(sheets: &[Sheet<'_>], cuts: &Cuts) -> Result<lopdf::Document, LetterError> {
    let mut remarks = Vec::new();
    // Operators that the writer has no name for would be left out as a danger. Those here are our own; nothing comes from elsewhere.
    let options = PdfSaveOptions { secure: false, ..PdfSaveOptions::default() };
    let document = drawn(sheets, cuts).to_lopdf_document(&options, &mut remarks);
    match remarks.into_iter().find(|remark| remark.severity == PdfParseErrorSeverity::Error) {
        Some(fault) => Err(LetterError::Write(fault.msg)),
        None => Ok(document),
    }
}

/// The pages as the writer wants them; it knows neither the faces nor the emblem that their contents name.
fn drawn(sheets: &[Sheet<'_>], cuts: &Cuts) -> PdfDocument {
    let mm = |points: f64| Mm((points / MM) as f32);
    let page = |Sheet { frame, page }: &Sheet<'_>| {
        let canvas = Canvas { height: frame.page_height, cuts };
        PdfPage::new(mm(frame.page_width), mm(frame.page_height), canvas.ops(&page.marks))
    };
    let mut document = PdfDocument::new("");
    document.with_pages(sheets.iter().map(page).collect());
    document
}

/// Turns marks into the writer's operations; PDF counts upwards from the lower edge.
struct Canvas<'a> {
    height: f64,
    cuts: &'a Cuts,
}

impl Canvas<'_> {
    fn ops(&self, marks: &[Mark]) -> Vec<Op> {
        let mut ops = vec![fill(0.0), Op::SetOutlineColor { col: grey(0.0) }];
        for mark in marks {
            match mark {
                Mark::Text(run) => self.text(run, 0.0, &mut ops),
                Mark::Rule { from, to, thickness } => {
                    let points = [from, to].map(|(x, y)| self.corner(*x, *y)).to_vec();
                    ops.push(Op::SetOutlineThickness { pt: pt(*thickness) });
                    ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
                }
                Mark::Symbol { x, y, module, dark } => self.symbol((*x, *y), *module, dark, &mut ops),
                Mark::Logo(rect) => ops.push(self.logo(*rect)),
                Mark::Watermark { run, degrees } => {
                    ops.push(fill(WATERMARK_GREY));
                    self.text(run, *degrees, &mut ops);
                    ops.push(fill(0.0));
                }
            }
        }
        ops
    }

    fn text(&self, run: &Run, degrees: f64, ops: &mut Vec<Op>) {
        let (x, y) = (pt(run.x), self.up(run.baseline));
        let (sin, cos) = (degrees.to_radians().sin() as f32, degrees.to_radians().cos() as f32);
        let place = if degrees == 0.0 {
            Op::SetTextCursor { pos: Point { x, y } }
        } else {
            Op::SetTextMatrix { matrix: TextMatrix::Raw([cos, sin, -sin, cos, x.0, y.0]) }
        };
        ops.extend([
            Op::StartTextSection,
            Op::SetFont { font: PdfFontHandle::External(FontId(cut::name(run.style).to_owned())), size: pt(run.size) },
            place,
            Op::ShowText { items: vec![TextItem::GlyphIds(self.codepoints(run))] },
            Op::EndTextSection,
        ]);
    }

    /// Rectangles in modules, under a matrix that makes a module its size and turns its axis downwards: a third of what their corners in points would
    /// take. The writer knows no rectangle that is part of a shape, so its operators are named here.
    fn symbol(&self, (x, y): (f64, f64), module: f64, dark: &[Stretch], ops: &mut Vec<Op>) {
        let (side, x, y) = (module as f32, pt(x), self.up(y));
        let operator = |key: &str, value| Op::Unknown { key: key.to_owned(), value };
        let whole = |number: usize| DictItem::Int(number as i64);
        ops.extend([Op::SaveGraphicsState, Op::SetTransformationMatrix { matrix: CurTransMat::Raw([side, 0.0, 0.0, -side, x.0, y.0]) }]);
        ops.extend(
            dark.iter().map(|Stretch { column, row, length }| operator("re", vec![whole(*column), whole(*row), whole(*length), whole(1)])),
        );
        ops.extend([operator("f", Vec::new()), Op::RestoreGraphicsState]);
    }

    /// A picture is one unit wide and high.
    fn logo(&self, rect: Rect) -> Op {
        let transform = XObjectTransform {
            translate_x: Some(pt(rect.x)),
            translate_y: Some(self.up(rect.y + rect.height)),
            scale_x: Some(rect.width as f32),
            scale_y: Some(rect.height as f32),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        Op::UseXobject { id: XObjectId(emblem::NAME.to_owned()), transform }
    }

    fn corner(&self, x: f64, y: f64) -> LinePoint {
        LinePoint { p: Point { x: pt(x), y: self.up(y) }, bezier: false }
    }

    fn up(&self, y: f64) -> Pt {
        pt(self.height - y)
    }

    /// Glyphs by their codes in the cut. An offset moves the pen *back*, in thousandths of the font size; it is counted from where the viewer's own
    /// pen stands, so that roundings do not add up along a line.
    fn codepoints(&self, run: &Run) -> Vec<Codepoint> {
        let cut = self.cuts.get(&run.style);
        let (mut ours, mut viewers) = (0.0, 0.0);
        let codepoint = |glyph: &Glyph| {
            ours += glyph.advance;
            viewers += glyph.nominal;
            let away: f64 = viewers - ours;
            let offset = if away.abs() * run.size < LEAST_MOVE * 1000.0 { 0.0 } else { away.round() };
            viewers -= offset;
            Codepoint { gid: cut.map_or(0, |cut| cut.code(glyph.id)), offset: offset as f32, cid: None }
        };
        run.glyphs.iter().map(codepoint).collect()
    }
}

/// Thousandths of a point are finer than any printer.
fn pt(points: f64) -> Pt {
    Pt(((points * 1000.0).round() / 1000.0) as f32)
}

fn grey(level: f32) -> Color {
    Color::Greyscale(Greyscale::new(level, None))
}

fn fill(level: f32) -> Op {
    Op::SetFillColor { col: grey(level) }
}
