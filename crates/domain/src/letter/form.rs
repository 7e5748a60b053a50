//! A template as its parts, for an editor: every text as it is written, with its placeholders and clauses.
//!
//! Its shape is the one of template files (see [`super::parse`]) and says nothing of whether the parts fit each other: a form that somebody is
//! still typing may be as wrong as a file. Written anew, a form gives a file in one canonical order, without comments; whoever reads that file gets
//! the same template.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `bila`: names, each with the values that it may have.
pub type ConditionForm = BTreeMap<String, Vec<String>>;

/// A template as its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateForm {
    /// Version of the file format.
    pub format: u32,
    /// As SOP files name the letter.
    pub id: String,
    /// As an officer calls it.
    #[serde(rename = "nama")]
    pub name: String,
    /// `korespondensi` or `judul`.
    #[serde(rename = "bentuk")]
    pub shape: String,
    /// Whose letterhead: `kantor`, `instansi-pemohon` or `tanpa`.
    #[serde(rename = "kop")]
    pub sender: String,
    /// May be issued at any step.
    #[serde(rename = "di_semua_langkah", default)]
    pub anywhere: bool,
    /// Register of its number; empty for none.
    #[serde(default)]
    pub register: String,
    /// Classification code; empty for the register's own.
    #[serde(rename = "klasifikasi", default)]
    pub classification: String,
    /// Signed electronically.
    #[serde(rename = "tte", default)]
    pub electronic: bool,
    /// Small print, always.
    #[serde(rename = "kaki", default, skip_serializing_if = "String::is_empty")]
    pub footer: String,
    /// Small print where it is signed electronically.
    #[serde(rename = "kaki_tte", default, skip_serializing_if = "String::is_empty")]
    pub electronic_footer: String,
    /// Number, addressee, title.
    #[serde(rename = "kepala", default)]
    pub head: HeadForm,
    /// The body.
    #[serde(rename = "bagian", default)]
    pub sections: Vec<SectionForm>,
    /// Signature blocks.
    #[serde(rename = "tanda_tangan", default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<SignatureForm>,
    /// Copies to.
    #[serde(rename = "tembusan", default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<ItemForm>,
    /// Pages of their own behind the letter.
    #[serde(rename = "lampiran", default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<AttachmentForm>,
}

/// One `[[lampiran]]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachmentForm {
    /// `tegak` or `mendatar`; upright if empty.
    #[serde(rename = "arah", default, skip_serializing_if = "String::is_empty")]
    pub orientation: String,
    /// Lines of its title.
    #[serde(rename = "judul", default, skip_serializing_if = "Vec::is_empty")]
    pub title: Vec<String>,
    /// A letter signed by hand is signed below it too.
    #[serde(rename = "tanda_tangan", default, skip_serializing_if = "is_off")]
    pub signed: bool,
    /// When it is there.
    #[serde(rename = "bila", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub condition: ConditionForm,
    /// Its body.
    #[serde(rename = "bagian", default)]
    pub sections: Vec<SectionForm>,
}

/// `[kepala]`; which keys belong there is told by the letter's shape.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HeadForm {
    /// Place and date, where it is not the usual one.
    #[serde(rename = "tempat_tanggal", skip_serializing_if = "String::is_empty")]
    pub place_date: String,
    /// Lines of the title.
    #[serde(rename = "judul", skip_serializing_if = "Vec::is_empty")]
    pub title: Vec<String>,
    /// Number.
    #[serde(rename = "nomor", skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Urgency.
    #[serde(rename = "sifat", skip_serializing_if = "String::is_empty")]
    pub urgency: String,
    /// Attachments.
    #[serde(rename = "lampiran", skip_serializing_if = "String::is_empty")]
    pub attachments: String,
    /// Subject.
    #[serde(rename = "hal", skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Lines of the addressee.
    #[serde(rename = "kepada", skip_serializing_if = "Vec::is_empty")]
    pub addressee: Vec<String>,
    /// Where the addressee is.
    #[serde(rename = "di", skip_serializing_if = "String::is_empty")]
    pub at: String,
}

/// One `[[bagian]]`; which keys belong there is told by its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionForm {
    /// `paragraf`, `identitas`, `butir`, `tabel`, `lembar` or `jarak`.
    #[serde(rename = "jenis")]
    pub kind: String,
    /// Text of a paragraph.
    #[serde(rename = "teks", default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// How a paragraph is set.
    #[serde(rename = "rata", default, skip_serializing_if = "String::is_empty")]
    pub setting: String,
    /// Bold.
    #[serde(rename = "tebal", default, skip_serializing_if = "is_off")]
    pub bold: bool,
    /// Millimetres of empty room.
    #[serde(rename = "mm", default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// The set of rows that it is repeated for.
    #[serde(rename = "untuk_setiap", default, skip_serializing_if = "String::is_empty")]
    pub each: String,
    /// A set without rows leaves the part out.
    #[serde(rename = "boleh_kosong", default, skip_serializing_if = "is_off")]
    pub may_be_empty: bool,
    /// When the part is there.
    #[serde(rename = "bila", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub condition: ConditionForm,
    /// Columns of a table.
    #[serde(rename = "kolom", default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnForm>,
    /// Items of a numbered list.
    #[serde(rename = "butir", default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemForm>,
    /// Rows of an identity list, a table or a ruled form.
    #[serde(rename = "baris", default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<RowForm>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnForm {
    /// Heading.
    #[serde(rename = "judul")]
    pub title: String,
    /// Share of the width.
    #[serde(rename = "lebar")]
    pub weight: u32,
    /// How it is set.
    #[serde(rename = "rata", default, skip_serializing_if = "String::is_empty")]
    pub setting: String,
}

/// An item of a list, or a line of copies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemForm {
    /// Its text.
    #[serde(rename = "teks", default)]
    pub text: String,
    /// When it is there.
    #[serde(rename = "bila", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub condition: ConditionForm,
}

/// A row of an identity list (label and text), of a table (cells that are texts), or of a ruled form (cells with parts, and a height).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowForm {
    /// Label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Text beside the label.
    #[serde(rename = "teks", default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Least height of a ruled form's row, millimetres.
    #[serde(rename = "tinggi", default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// When it is there.
    #[serde(rename = "bila", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub condition: ConditionForm,
    /// Cells.
    #[serde(rename = "sel", default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<CellForm>,
}

/// A cell: of a table, or of a ruled form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum CellForm {
    /// Of a table.
    Text(String),
    /// Of a ruled form.
    Sheet(SheetCellForm),
}

/// A cell of a ruled form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SheetCellForm {
    /// Share of the width.
    #[serde(rename = "lebar", skip_serializing_if = "Option::is_none")]
    pub weight: Option<u32>,
    /// Label.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Lines.
    #[serde(rename = "teks", skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
    /// Boxes to tick.
    #[serde(rename = "pilihan", skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// The text whose lines tick them.
    #[serde(rename = "centang", skip_serializing_if = "String::is_empty")]
    pub ticked: String,
}

/// One `[[tanda_tangan]]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureForm {
    /// Lines above the post.
    #[serde(rename = "atas", default, skip_serializing_if = "Vec::is_empty")]
    pub above: Vec<String>,
    /// Lines of the post.
    #[serde(rename = "jabatan", default, skip_serializing_if = "Vec::is_empty")]
    pub post: Vec<String>,
    /// Who signs.
    #[serde(rename = "nama", default)]
    pub name: String,
    /// Lines below the name.
    #[serde(rename = "bawah", default, skip_serializing_if = "Vec::is_empty")]
    pub below: Vec<String>,
    /// When the block is there.
    #[serde(rename = "bila", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub condition: ConditionForm,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands references")]
fn is_off(flag: &bool) -> bool {
    !*flag
}

impl TemplateForm {
    /// The parts of a template's text, each text on one line a paragraph; `None` where the text is not shaped like a template. Why, says
    /// [`super::Template::parse`].
    pub fn read(text: &str) -> Option<Self> {
        let mut form: Self = toml::from_str(text).ok()?;
        form.each_text(&mut |text| *text = unwrapped(text));
        Some(form)
    }

    /// The parts as a template's text. Whether it can be used is for the checker.
    pub fn write(&self) -> String {
        // Strings, numbers and lists of them can always be written; were it otherwise, the checker would refuse the empty text.
        toml::to_string_pretty(self).unwrap_or_default()
    }

    /// Every text that may hold placeholders.
    fn each_text(&mut self, visit: &mut impl FnMut(&mut String)) {
        let head = &mut self.head;
        [&mut self.footer, &mut self.electronic_footer].into_iter().for_each(&mut *visit);
        let single = [&mut head.place_date, &mut head.number, &mut head.urgency, &mut head.attachments, &mut head.subject, &mut head.at];
        single.into_iter().chain(&mut head.title).chain(&mut head.addressee).for_each(&mut *visit);
        self.sections.iter_mut().for_each(|section| section.each_text(visit));
        for attachment in &mut self.attachments {
            attachment.title.iter_mut().for_each(&mut *visit);
            attachment.sections.iter_mut().for_each(|section| section.each_text(visit));
        }
        for signature in &mut self.signatures {
            let lines = signature.above.iter_mut().chain(&mut signature.post).chain(&mut signature.below);
            lines.chain([&mut signature.name]).for_each(&mut *visit);
        }
        self.copies.iter_mut().for_each(|copy| visit(&mut copy.text));
    }
}

impl SectionForm {
    fn each_text(&mut self, visit: &mut impl FnMut(&mut String)) {
        visit(&mut self.text);
        self.items.iter_mut().for_each(|item| visit(&mut item.text));
        self.rows.iter_mut().for_each(|row| row.each_text(visit));
    }
}

impl RowForm {
    fn each_text(&mut self, visit: &mut impl FnMut(&mut String)) {
        self.label.iter_mut().chain(&mut self.text).for_each(&mut *visit);
        for cell in &mut self.cells {
            match cell {
                CellForm::Text(text) => visit(text),
                CellForm::Sheet(cell) => {
                    let texts = [&mut cell.label, &mut cell.ticked].into_iter();
                    texts.chain(&mut cell.lines).chain(&mut cell.choices).for_each(&mut *visit);
                }
            }
        }
    }
}

/// The text with its paragraphs on one line each: the line breaks of a file mean nothing to a letter, and only a blank line begins a paragraph.
fn unwrapped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut gap = String::new();
    for letter in text.chars() {
        if letter.is_ascii_whitespace() {
            gap.push(letter);
            continue;
        }
        close(&mut gap, &mut plain);
        plain.push(letter);
    }
    close(&mut gap, &mut plain);
    plain
}

fn close(gap: &mut String, plain: &mut String) {
    if !gap.is_empty() {
        plain.push_str(if gap.matches('\n').count() > 1 { "\n\n" } else { " " });
        gap.clear();
    }
}
