//! The parts of a template's body, and how they become the blocks of a letter.

use super::condition::Condition;
use super::fault::{FaultCode, TemplateFault};
use super::fill::{Filler, Row, RowScope};
use super::model::{Align, Block, Column};
use super::names;
use super::placeholder::Text;
use super::sheet::SheetRowTemplate;

/// One `[[bagian]]`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Section {
    pub(super) condition: Condition,
    pub(super) content: Content,
}

/// What a part is made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// `paragraf`
    Paragraph { text: Text, align: Align, bold: bool },
    /// `identitas`
    Fields { rows: Vec<FieldRow> },
    /// `butir`
    Numbered { items: Vec<Item>, each: Option<Each> },
    /// `tabel`
    Table { columns: Vec<Column>, rows: Vec<TableRow>, each: Option<Each> },
    /// `lembar`
    Sheet { rows: Vec<SheetRowTemplate> },
    /// `jarak`, millimetres
    Space { height: f64 },
}

/// A row of an identity list.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FieldRow {
    pub(super) label: Text,
    pub(super) value: Text,
    pub(super) condition: Condition,
}

/// An item of a numbered list, or a line of copies.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) text: Text,
    pub(super) condition: Condition,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TableRow {
    pub(super) cells: Vec<Text>,
    pub(super) condition: Condition,
}

/// `untuk_setiap`: the rows of the part are repeated for each row of a set.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Each {
    pub(super) set: String,
    pub(super) may_be_empty: bool,
    pub(super) line: u32,
    pub(super) field: String,
}

impl Section {
    /// The blocks of the part: several for a text of several paragraphs, none when it is left out.
    pub(super) fn compose<'a>(&'a self, filler: &mut Filler<'a>) -> Vec<Block> {
        if !self.condition.holds(filler.values) {
            return Vec::new();
        }
        match &self.content {
            Content::Paragraph { text, align, bold } => {
                filler.lines(text).into_iter().map(|text| Block::Paragraph { text, align: *align, bold: *bold }).collect()
            }
            Content::Fields { rows } => {
                let rows = rows.iter().filter_map(|row| row.compose(filler)).collect::<Vec<_>>();
                unless_empty(rows, |rows| Block::Fields { rows })
            }
            Content::Numbered { items, each } => {
                let items = repeat(filler, each.as_ref(), |filler| composed_items(items, filler));
                unless_empty(items, |items| Block::Numbered { items })
            }
            Content::Table { columns, rows, each } => {
                let rows = repeat(filler, each.as_ref(), |filler| {
                    rows.iter().filter(|row| row.condition.holds(filler.values)).map(|row| row.compose(filler)).collect()
                });
                unless_empty(rows, |rows| Block::Table { columns: columns.clone(), rows })
            }
            Content::Sheet { rows } => {
                let rows = rows.iter().filter(|row| row.condition.holds(filler.values)).map(|row| row.compose(filler)).collect::<Vec<_>>();
                unless_empty(rows, |rows| Block::Sheet { rows })
            }
            Content::Space { height } => vec![Block::Space { height: *height }],
        }
    }

    /// Every text of the part with the set of rows that it is repeated for, and every condition.
    pub(super) fn visit<'t>(&'t self, texts: &mut Vec<(&'t Text, Option<&'t str>)>, conditions: &mut Vec<&'t Condition>) {
        conditions.push(&self.condition);
        match &self.content {
            Content::Paragraph { text, .. } => texts.push((text, None)),
            Content::Fields { rows } => {
                for row in rows {
                    texts.extend([(&row.label, None), (&row.value, None)]);
                    conditions.push(&row.condition);
                }
            }
            Content::Numbered { items, each } => {
                let set = each.as_ref().map(|each| each.set.as_str());
                texts.extend(items.iter().map(|item| (&item.text, set)));
                conditions.extend(items.iter().map(|item| &item.condition));
            }
            Content::Table { rows, each, .. } => {
                let set = each.as_ref().map(|each| each.set.as_str());
                texts.extend(rows.iter().flat_map(|row| &row.cells).map(|cell| (cell, set)));
                conditions.extend(rows.iter().map(|row| &row.condition));
            }
            Content::Sheet { rows } => rows.iter().for_each(|row| row.visit(texts, conditions)),
            Content::Space { .. } => {}
        }
    }

    /// The set of rows that the part is repeated for.
    pub(super) fn each(&self) -> Option<&Each> {
        match &self.content {
            Content::Numbered { each, .. } | Content::Table { each, .. } => each.as_ref(),
            _ => None,
        }
    }
}

impl FieldRow {
    fn compose(&self, filler: &mut Filler<'_>) -> Option<(String, String)> {
        if !self.condition.holds(filler.values) {
            return None;
        }
        let value = filler.line(&self.value)?;
        Some((filler.line(&self.label).unwrap_or_default(), value))
    }
}

impl TableRow {
    /// A row keeps all of its cells; an empty one shows a dash, so that nothing can be written into it later.
    fn compose(&self, filler: &mut Filler<'_>) -> Vec<String> {
        self.cells.iter().map(|cell| filler.line(cell).unwrap_or_else(|| "-".to_owned())).collect()
    }
}

/// The items that are there, in order.
pub(super) fn composed_items(items: &[Item], filler: &mut Filler<'_>) -> Vec<String> {
    let there = items.iter().filter(|item| item.condition.holds(filler.values));
    there.filter_map(|item| filler.line(&item.text)).collect()
}

fn unless_empty<T>(rows: Vec<T>, block: impl FnOnce(Vec<T>) -> Block) -> Vec<Block> {
    if rows.is_empty() { Vec::new() } else { vec![block(rows)] }
}

/// The fault of a repetition without rows. A set that nobody knows has been reported as such.
fn no_rows(each: &Each, file: &str) -> Option<TemplateFault> {
    let set = names::row_set(&each.set)?;
    let remedy = names::filled_in(set.name);
    let message = format!("Belum ada satu pun baris `{}` ({}). Surat belum dapat dibuat; {remedy}.", set.name, set.meaning);
    Some(TemplateFault { file: file.to_owned(), line: each.line, field: each.field.clone(), code: FaultCode::NoRows, message })
}

/// What `compose` gives for each row of the set, or once where nothing is repeated.
fn repeat<'a, T>(filler: &mut Filler<'a>, each: Option<&'a Each>, mut compose: impl FnMut(&mut Filler<'a>) -> Vec<T>) -> Vec<T> {
    let Some(each) = each else { return compose(filler) };
    let rows: Vec<Option<&Row>> = match filler.values.rows.get(&each.set) {
        Some(rows) => rows.iter().map(Some).collect(),
        None if each.set == names::OWNERS => vec![None],
        None => Vec::new(),
    };
    if rows.is_empty() && !each.may_be_empty {
        filler.faults.extend(no_rows(each, filler.file));
    }
    let mut composed = Vec::new();
    let only = rows.len() == 1;
    for (at, row) in rows.into_iter().enumerate() {
        filler.row = Some(RowScope { set: &each.set, row, only, number: at + 1 });
        composed.extend(compose(filler));
    }
    filler.row = None;
    composed
}
