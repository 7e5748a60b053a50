//! Reading the parts of the body (`[[bagian]]`).
//!
//! | `jenis` | keys |
//! |---|---|
//! | `paragraf` | `teks`, `rata` (indentasi, rata, kiri, tengah), `tebal` |
//! | `identitas` | `baris = [{ label, teks, bila }]` |
//! | `butir` | `butir = [{ teks, bila }]`, `untuk_setiap`, `boleh_kosong` |
//! | `tabel` | `kolom = [{ judul, lebar, rata }]`, `baris = [{ sel, bila }]`, `untuk_setiap`, `boleh_kosong` |
//! | `lembar` | `baris = [{ tinggi, bila, sel = [{ lebar, label, teks, pilihan, centang }] }]` |
//! | `jarak` | `mm` |
//!
//! Every part may have `bila`. With `untuk_setiap` the rows are repeated for each row of a set; a set without rows is a fault unless
//! `boleh_kosong = true`, which leaves the part out.

use super::block::{Content, Each, FieldRow, Item, Section, TableRow};
use super::fault::FaultCode;
use super::model::{Align, Column};
use super::read::{Reader, within};
use super::sheet::{SheetCellTemplate, SheetRowTemplate};
use crate::document::{Table, word_enum};

word_enum! {
    /// What a part is.
    Kind {
        /// Running text.
        Paragraph = "paragraf",
        /// Label, colon, value.
        Fields = "identitas",
        /// 1. 2. 3.
        Numbered = "butir",
        /// A ruled table.
        Table = "tabel",
        /// A ruled form.
        Sheet = "lembar",
        /// Empty room.
        Space = "jarak",
    }
}

word_enum! {
    /// How text is set.
    Setting {
        /// Justified, first line indented.
        Indented = "indentasi",
        /// Justified.
        Flush = "rata",
        /// Ragged right.
        Left = "kiri",
        /// Centred.
        Centre = "tengah",
    }
}

impl From<Setting> for Align {
    fn from(setting: Setting) -> Self {
        match setting {
            Setting::Indented => Self::Justified,
            Setting::Flush => Self::Flush,
            Setting::Left => Self::Left,
            Setting::Centre => Self::Centre,
        }
    }
}

/// Largest height of an empty room or a form's row, in millimetres: more does not fit on a page.
const HIGHEST: u32 = 250;

/// Largest share of a column or cell.
const WIDEST: u32 = 100;

impl Reader<'_> {
    /// The parts of the body or of an attachment, at least one. `at` names the attachment.
    pub(super) fn sections(&self, root: &Table<'_>, at: &str) -> Vec<Section> {
        let mut number = 0;
        let sections = root.tables("bagian", |table| {
            number += 1;
            self.section(table, &within(at, &format!("bagian {number}")))
        });
        sections.into_iter().flatten().collect()
    }

    fn section(&self, table: &Table<'_>, at: &str) -> Option<Section> {
        let condition = self.condition(table, at);
        let content = match table.word::<Kind>("jenis").or_else(|| guessed(table))? {
            Kind::Paragraph => Content::Paragraph {
                text: self.text(table, "teks", at),
                align: table.word_or_none::<Setting>("rata").map(Align::from).unwrap_or_default(),
                bold: table.flag("tebal"),
            },
            Kind::Fields => Content::Fields { rows: numbered_tables(table, "baris", at, |row, at| self.field_row(row, at)) },
            Kind::Numbered => {
                Content::Numbered { items: numbered_tables(table, "butir", at, |row, at| self.item(row, at)), each: self.each(table, at) }
            }
            Kind::Table => self.table(table, at),
            Kind::Sheet => Content::Sheet { rows: numbered_tables(table, "baris", at, |row, at| self.sheet_row(row, at)) },
            Kind::Space => Content::Space { height: f64::from(table.number("mm", 1..=HIGHEST)) },
        };
        Some(Section { condition, content })
    }

    /// `{ teks, bila }`
    pub(super) fn item(&self, row: &Table<'_>, at: &str) -> Item {
        Item { text: self.text(row, "teks", at), condition: self.condition(row, at) }
    }

    fn field_row(&self, row: &Table<'_>, at: &str) -> FieldRow {
        FieldRow { label: self.text(row, "label", at), value: self.text(row, "teks", at), condition: self.condition(row, at) }
    }

    fn each(&self, table: &Table<'_>, at: &str) -> Option<Each> {
        let may_be_empty = table.flag("boleh_kosong");
        let line = table.line_of("untuk_setiap");
        table.text_or_none("untuk_setiap").map(|set| Each { set, may_be_empty, line, field: within(at, "untuk_setiap") })
    }

    fn table(&self, table: &Table<'_>, at: &str) -> Content {
        let columns = table.tables("kolom", |column| Column {
            title: column.text("judul"),
            weight: f64::from(column.number("lebar", 1..=WIDEST)),
            align: column.word_or_none::<Setting>("rata").map_or(Align::Left, Align::from),
        });
        let rows = numbered_tables(table, "baris", at, |row, at| {
            let cells = self.texts(row, "sel", at);
            if cells.len() != columns.len() {
                let message =
                    format!("Baris ini mempunyai {} sel, sedangkan tabelnya {} kolom. Samakan jumlahnya.", cells.len(), columns.len());
                self.fault(row.line_of("sel"), &within(at, "sel"), FaultCode::Cells, message);
            }
            TableRow { cells, condition: self.condition(row, at) }
        });
        Content::Table { columns, rows, each: self.each(table, at) }
    }

    fn sheet_row(&self, row: &Table<'_>, at: &str) -> SheetRowTemplate {
        SheetRowTemplate {
            min_height: f64::from(row.number_or_none("tinggi", 0..=HIGHEST).unwrap_or(0)),
            cells: numbered_tables(row, "sel", at, |cell, at| self.sheet_cell(cell, at)),
            condition: self.condition(row, at),
        }
    }

    fn sheet_cell(&self, cell: &Table<'_>, at: &str) -> SheetCellTemplate {
        SheetCellTemplate {
            weight: f64::from(cell.number_or_none("lebar", 1..=WIDEST).unwrap_or(1)),
            label: self.text_or_none(cell, "label", at),
            lines: self.texts_or_none(cell, "teks", at),
            choices: self.texts_or_none(cell, "pilihan", at),
            ticked: self.text_or_none(cell, "centang", at),
        }
    }
}

/// What a part with a misspelt `jenis` was meant to be, so that its other keys are not taken for unknown ones. The file is refused all the same.
fn guessed(table: &Table<'_>) -> Option<Kind> {
    let signs =
        [("kolom", Kind::Table), ("butir", Kind::Numbered), ("mm", Kind::Space), ("teks", Kind::Paragraph), ("baris", Kind::Fields)];
    signs.into_iter().find(|(key, _)| table.has(key)).map(|(_, kind)| kind)
}

/// The tables of `key`, at least one, each with its name for messages.
fn numbered_tables<'a, T>(table: &Table<'a>, key: &'static str, at: &str, mut shape: impl FnMut(&Table<'a>, &str) -> T) -> Vec<T> {
    let mut number = 0;
    table.tables(key, |row| {
        number += 1;
        shape(row, &within(at, &format!("{key} {number}")))
    })
}
