//! The letter as final text and structure, ready to be drawn. Lengths are millimetres, font sizes points.

use super::face::OwnFace;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Paper that the offices use (domain facts 2.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// Folio as Indonesian offices buy it, 215 × 330 mm.
    #[default]
    F4,
    /// 215.9 × 355.6 mm.
    Legal,
}

impl Paper {
    /// Every paper, the shortest first.
    pub const ALL: [Self; 3] = [Self::A4, Self::F4, Self::Legal];

    /// As offices call it: `F4`.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::F4 => "F4",
            Self::Legal => "Legal",
        }
    }

    /// The paper of a name, in capitals or not.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.name().eq_ignore_ascii_case(name))
    }

    /// Width and height in millimetres, upright.
    pub fn size_mm(self) -> (f64, f64) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::F4 => (215.0, 330.0),
            Self::Legal => (215.9, 355.6),
        }
    }
}

/// How a sheet lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Orientation {
    /// *Tegak*: the short side below.
    #[default]
    Upright,
    /// *Mendatar*: the long side below.
    Landscape,
}

/// White space around the text, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Margins {
    /// Above the letterhead on the first page, above the text on the others.
    pub top: f64,
    /// Right of the text.
    pub right: f64,
    /// Below the text; the code and the footer stand inside it.
    pub bottom: f64,
    /// Left of the text.
    pub left: f64,
}

impl Default for Margins {
    /// The smallest that the rules allow with room for the code: top 20, right 20, bottom 38, left 30 (domain facts 2.3).
    fn default() -> Self {
        Self { top: 20.0, right: 20.0, bottom: 38.0, left: 30.0 }
    }
}

/// The letter face. All ship with the product but the office's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Typeface {
    /// Metric twin of Arial.
    #[default]
    Arimo,
    /// Metric twin of Times New Roman.
    Tinos,
    /// TeX Gyre Bonum, metric twin of ITC Bookman.
    Bonum,
    /// The face whose files the office brought itself.
    Own,
}

/// How the page is set up.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageSetup {
    /// Paper of every page; attachments may lie on it crosswise.
    pub paper: Paper,
    /// Margins of every page.
    pub margins: Margins,
    /// Letter face.
    pub typeface: Typeface,
    /// Size of the body in points (11 or 12 by the rules).
    pub font_size: f64,
    /// Line distance as a multiple of the font size' natural line (1.0 to 1.5).
    pub line_spacing: f64,
}

impl Default for PageSetup {
    fn default() -> Self {
        Self { paper: Paper::F4, margins: Margins::default(), typeface: Typeface::Arimo, font_size: 11.0, line_spacing: 1.15 }
    }
}

/// The letterhead (*kop*), closed by a thick and a thin rule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Letterhead {
    /// First line, e.g. "PEMERINTAH KABUPATEN CONTOH". Set at 3/4 of the office's name.
    pub government: String,
    /// The office, larger and bold.
    pub office: String,
    /// Address, phone, e-mail, web site: small lines.
    pub lines: Vec<String>,
    /// PNG bytes of the regional emblem, if the office has given one.
    #[serde(skip)]
    pub logo_png: Option<Vec<u8>>,
}

/// What stands between the letterhead and the body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "shape", rename_all = "kebab-case")]
pub enum Head {
    /// Correspondence: place and date right, number/nature/attachment/subject left, addressee below.
    Correspondence {
        /// "Ranai, 21 November 2026", no final full stop.
        place_date: String,
        /// Rows such as ("Nomor", "000.6.5/12/…"), ("Sifat", "Biasa"), ("Lampiran", "1 (satu) berkas"), ("Hal", "…").
        rows: Vec<(String, String)>,
        /// Lines after "Yth.", e.g. the post, the institution.
        addressee: Vec<String>,
        /// Place after "di", e.g. "Jakarta" or "Tempat".
        at: String,
    },
    /// Centred capital title with the number below, no addressee.
    Title {
        /// One or more lines of capitals.
        title: Vec<String>,
        /// "NOMOR …", or empty for a sheet without number.
        number: String,
    },
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// Justified, first line indented: running text.
    #[default]
    Justified,
    /// Justified without indentation.
    Flush,
    /// Ragged right.
    Left,
    /// Centred.
    Centre,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Head of the column, repeated on every page.
    pub title: String,
    /// Share of the width, relative to the other columns.
    pub weight: f64,
    /// Left or centre; others are drawn as left.
    pub align: Align,
}

/// A cell of a form sheet (disposition sheet, control card).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetCell {
    /// Share of the row's width.
    pub weight: f64,
    /// Small heading, e.g. "Surat dari"; may be empty.
    pub label: String,
    /// Lines below the heading.
    pub text: Vec<String>,
    /// Tick boxes below the text: (ticked, label).
    pub boxes: Vec<(bool, String)>,
}

/// A row of a form sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SheetRow {
    /// Room for handwriting, millimetres; the row grows with its text.
    pub min_height: f64,
    /// Cells from left to right.
    pub cells: Vec<SheetCell>,
}

/// A piece of the body, drawn top to bottom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// Running text.
    Paragraph {
        /// One paragraph, no line breaks.
        text: String,
        /// How it is set.
        align: Align,
        /// Bold or not.
        bold: bool,
    },
    /// Label, colon, value: an identity list.
    Fields {
        /// (label, value) rows.
        rows: Vec<(String, String)>,
    },
    /// 1. 2. 3.
    Numbered {
        /// Items in order.
        items: Vec<String>,
    },
    /// A ruled table whose head is repeated after a page break; a row is not split unless it is higher than a page.
    Table {
        /// Columns.
        columns: Vec<Column>,
        /// Rows of as many cells as there are columns.
        rows: Vec<Vec<String>>,
    },
    /// A ruled form.
    Sheet {
        /// Rows from top to bottom.
        rows: Vec<SheetRow>,
    },
    /// A QR code, centred.
    Symbol {
        /// What it says.
        text: String,
        /// Side of the symbol without the white around it, millimetres.
        side: f64,
    },
    /// Empty room in millimetres.
    Space {
        /// Height, millimetres.
        height: f64,
    },
}

/// How a signature comes about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signing {
    /// By hand, with a stamp: room is left between post and name.
    #[default]
    Wet,
    /// Electronically: an area is left for the visual that the signing application places, and the BSrE footer is printed.
    Electronic,
}

/// One signature block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signature {
    /// Lines above, e.g. "Mengetahui," or "Ditetapkan di Ranai"; may be empty.
    pub above: Vec<String>,
    /// The post as it is written, with "a.n.", "Plt." and the like, one line each; the last ends with a comma.
    pub post: Vec<String>,
    /// How it is signed.
    pub signing: Signing,
    /// Name with titles.
    pub name: String,
    /// Lines below the name: rank, "NIP 19680903 199302 2 001".
    pub below: Vec<String>,
}

/// An attachment (*lampiran*): it begins on a page of its own, and its pages are counted with those of the letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attachment {
    /// How its pages lie.
    pub orientation: Orientation,
    /// First lines, bold: "LAMPIRAN", the name of the letter.
    pub heading: Vec<String>,
    /// Rows below: ("Nomor", …), ("Tanggal", …) of the letter that it belongs to.
    pub rows: Vec<(String, String)>,
    /// Centred title in capitals, one or more lines; may be empty.
    pub title: Vec<String>,
    /// What it holds.
    pub blocks: Vec<Block>,
    /// The letter's signature blocks once more, where it is signed by hand; usually none.
    pub signatures: Vec<Signature>,
}

/// The code that lets a scan find its case again. On every page: `<prefix>/<page>-<of>-<check>`, see [`crate::letter::code`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// Payload before the page part, e.g. `SDK1/0123456789ABCDEF/1`.
    pub payload: String,
    /// The identity that a person can read and type, e.g. `0123-4567-89AB-CDEF`; behind it the version of a corrected letter.
    pub readable: String,
}

/// A whole letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LetterModel {
    /// Title of the document (its metadata), e.g. "Surat Rekomendasi Pencabutan – 000.6.5/12/…".
    pub title: String,
    /// Paper, margins, face.
    pub page: PageSetup,
    /// The files of [`Typeface::Own`].
    #[serde(skip)]
    pub face: Option<Arc<OwnFace>>,
    /// Letterhead; letters that applicants send to the office carry none.
    pub letterhead: Option<Letterhead>,
    /// Head by shape.
    pub head: Head,
    /// The body.
    pub blocks: Vec<Block>,
    /// Signature blocks: one stands right; two stand side by side, the first left.
    pub signatures: Vec<Signature>,
    /// Copies to (*tembusan*), posts only.
    pub copies: Vec<String>,
    /// Attachments, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Small text above the lower edge, e.g. BSrE's sentence on electronically signed documents; empty for none.
    pub footer: String,
    /// The code on every page; drafts have none.
    pub code: Option<Code>,
    /// A draft carries the word KONSEP across each page.
    pub draft: bool,
    /// A letter of a practice office carries the word LATIHAN across each page, and says above the text that it is not valid.
    pub practice: bool,
    /// Date of the letter as `YYYY-MM-DD`: the document's creation date, so that the same letter gives the same bytes.
    pub date: String,
}
