//! The marks become a PDF: the one place where layout's list meets the PDF writer.

use std::collections::BTreeSet;

use printpdf::{
    Codepoint, Color, FontId, Greyscale, Line, LinePoint, Mm, Op, PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfParseErrorSeverity, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, TextItem, TextMatrix, WindingOrder, XObject, XObjectId,
    XObjectTransform,
};
use sandika_domain::letter::model::Typeface;

use crate::draw::{Glyph, MM, Mark, Page, Rect, Run};
use crate::emblem;
use crate::error::LetterError;
use crate::fonts::{Slots, Style, file, slot};
use crate::frame::Frame;

/// Lightness of the word across a page: dark enough to survive a copier, light enough that the text over it stays legible.
const WATERMARK_GREY: f32 = 0.82;

/// Holds the faces as the PDF writer wants them, each parsed at its first use.
#[derive(Default)]
pub(crate) struct Writer {
    faces: Slots<ParsedFont>,
}

impl Writer {
    /// The document of these pages, with names of our own for fonts and emblem: the writer's come from a counter of the process, and the same letter
    /// would differ from run to run.
    pub(crate) fn write(&self, frame: &Frame<'_>, pages: &[Page], logo: Option<&[u8]>) -> Result<lopdf::Document, LetterError> {
        let mut document = PdfDocument::new("");
        for style in used_styles(pages) {
            let face = self.face(frame.case.typeface, style)?;
            document.resources.fonts.map.insert(font_id(style), PdfFont::new(face.clone()));
        }
        let logo = logo.map(emblem::on_white).transpose().map_err(LetterError::Logo)?;
        let pixels = logo.as_ref().map_or((1, 1), |image| (image.width, image.height));
        if let Some(image) = logo {
            document.resources.xobjects.map.insert(logo_id(), XObject::Image(image));
        }
        let pages = pages.iter().map(|page| {
            let canvas = Canvas { height: frame.page_height, logo_pixels: pixels };
            let mm = |points: f64| Mm((points / MM) as f32);
            PdfPage::new(mm(frame.page_width), mm(frame.page_height), canvas.ops(&page.marks))
        });
        document.with_pages(pages.collect());
        // The emblem is written as it is: the default would choose JPEG for some and blur their edges. Streams are compressed later.
        let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
        let mut remarks = Vec::new();
        let written = document.to_lopdf_document(&options, &mut remarks);
        match remarks.into_iter().find(|remark| remark.severity == PdfParseErrorSeverity::Error) {
            Some(fault) => Err(LetterError::Write(fault.msg)),
            None => Ok(written),
        }
    }

    fn face(&self, typeface: Typeface, style: Style) -> Result<&ParsedFont, LetterError> {
        let slot = slot(&self.faces, typeface, style);
        if let Some(face) = slot.get() {
            return Ok(face);
        }
        let (name, bytes) = file(typeface, style);
        let face = ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).ok_or(LetterError::Face(name))?;
        Ok(slot.get_or_init(|| face))
    }
}

fn used_styles(pages: &[Page]) -> BTreeSet<Style> {
    let marks = pages.iter().flat_map(|page| &page.marks);
    marks.filter_map(|mark| if let Mark::Text(run) | Mark::Watermark { run, .. } = mark { Some(run.style) } else { None }).collect()
}

/// Six capitals: the writer takes them as the tag that a subset's name must begin with.
fn font_id(style: Style) -> FontId {
    FontId(["SNDREG", "SNDBLD", "SNDITA"][style.index()].to_owned())
}

fn logo_id() -> XObjectId {
    XObjectId("LOGO".to_owned())
}

/// Turns marks into the writer's operations; PDF counts upwards from the lower edge.
struct Canvas {
    height: f64,
    logo_pixels: (usize, usize),
}

impl Canvas {
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
                Mark::Fill(rects) => ops.push(self.filled(rects)),
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
            Op::SetFont { font: PdfFontHandle::External(font_id(run.style)), size: pt(run.size) },
            place,
            Op::ShowText { items: vec![TextItem::GlyphIds(codepoints(run))] },
            Op::EndTextSection,
        ]);
    }

    fn filled(&self, rects: &[Rect]) -> Op {
        let ring = |rect: &Rect| {
            let (right, lower) = (rect.x + rect.width, rect.y + rect.height);
            let corners = [(rect.x, rect.y), (right, rect.y), (right, lower), (rect.x, lower)];
            PolygonRing { points: corners.map(|(x, y)| self.corner(x, y)).to_vec() }
        };
        let rings = rects.iter().map(ring).collect();
        Op::DrawPolygon { polygon: Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero } }
    }

    fn logo(&self, rect: Rect) -> Op {
        let (width, height) = (self.logo_pixels.0 as f64, self.logo_pixels.1 as f64);
        let transform = XObjectTransform {
            translate_x: Some(pt(rect.x)),
            translate_y: Some(self.up(rect.y + rect.height)),
            dpi: Some(72.0),
            scale_x: Some((rect.width / width) as f32),
            scale_y: Some((rect.height / height) as f32),
            rotate: None,
            no_auto_scale: false,
        };
        Op::UseXobject { id: logo_id(), transform }
    }

    fn corner(&self, x: f64, y: f64) -> LinePoint {
        LinePoint { p: Point { x: pt(x), y: self.up(y) }, bezier: false }
    }

    fn up(&self, y: f64) -> Pt {
        pt(self.height - y)
    }
}

/// Glyphs with the text that each stands for, so that the text layer is exact. An offset moves the pen *back*, in thousandths of the font size; it is
/// counted from where the viewer's own pen stands, so that roundings do not add up along a line.
fn codepoints(run: &Run) -> Vec<Codepoint> {
    let (mut ours, mut viewers) = (0.0, 0.0);
    let codepoint = |glyph: &Glyph| {
        ours += glyph.advance;
        viewers += glyph.nominal;
        let offset = ((viewers - ours) * 10.0_f64).round() / 10.0;
        viewers -= offset;
        Codepoint { gid: glyph.id, offset: offset as f32, cid: Some(run.text[glyph.text.clone()].to_owned()) }
    };
    run.glyphs.iter().map(codepoint).collect()
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
