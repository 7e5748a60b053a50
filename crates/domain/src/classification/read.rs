//! A file of codes, read whole: every fault at once, or the list.

use super::shape::{Line, Shape, lines, shape};
use super::{Classification, FaultKind, LONGEST_TEXT, ListFault, MOST_CODES, code_fault, sort, text};
use std::collections::HashMap;

/// Reads the bytes of a file: CSV with commas, semicolons or tabs between the cells, quoted or not, with or without a heading. A line that repeats
/// an earlier one is left out. The list is in the order of its codes.
///
/// # Errors
/// Every fault, in the order of lines. There is no list while there is a fault.
pub fn read(bytes: &[u8]) -> Result<Vec<Classification>, Vec<ListFault>> {
    let whole = |kind| vec![ListFault { line: 0, kind }];
    let text = text::decode(bytes).map_err(whole)?;
    let shape = shape(&text).map_err(|(line, kind)| vec![ListFault { line, kind }])?;
    let mut reading = Reading::default();
    for line in lines(&text, shape.delimiter).skip(usize::from(shape.headed)) {
        if reading.list.len() == MOST_CODES {
            return Err(whole(FaultKind::TooMany));
        }
        reading.line(&line, &shape);
    }
    let Reading { mut list, faults, .. } = reading;
    if !faults.is_empty() {
        return Err(faults);
    }
    if list.is_empty() {
        return Err(whole(FaultKind::Empty));
    }
    sort(&mut list);
    Ok(list)
}

#[derive(Default)]
struct Reading {
    list: Vec<Classification>,
    faults: Vec<ListFault>,
    /// Where each code stands in the list, and on which line of the file.
    known: HashMap<String, (usize, usize)>,
}

impl Reading {
    fn line(&mut self, line: &Line, shape: &Shape) {
        let cell = |at: usize| line.cells.get(at).cloned().unwrap_or_default();
        let row = Classification { code: cell(shape.code), name: cell(shape.name), note: shape.note.map(cell).unwrap_or_default() };
        let before = self.faults.len();
        self.faults.extend(faults(line, shape, &row).into_iter().map(|kind| ListFault { line: line.number, kind }));
        if self.faults.len() > before {
            return;
        }
        match self.known.get(&row.code) {
            Some((index, _)) if self.list.get(*index) == Some(&row) => {}
            Some((_, first)) => {
                let kind = FaultKind::Doubled { code: row.code, first: *first };
                self.faults.push(ListFault { line: line.number, kind });
            }
            None => {
                self.known.insert(row.code.clone(), (self.list.len(), line.number));
                self.list.push(row);
            }
        }
    }
}

fn faults(line: &Line, shape: &Shape, row: &Classification) -> Vec<FaultKind> {
    let long = |text: &str| text.chars().count() > LONGEST_TEXT;
    // What follows an open quote is all one cell: nothing else can be said of it.
    if line.open_quote {
        return vec![FaultKind::OpenQuote];
    }
    if line.cells.iter().any(|cell| cell.chars().any(char::is_control)) {
        return vec![FaultKind::Control];
    }
    let extra = line.cells.iter().skip(shape.width).any(|cell| !cell.is_empty());
    let name = if row.name.is_empty() { Some(FaultKind::NoName) } else { long(&row.name).then_some(FaultKind::NameTooLong) };
    let checked = [extra.then_some(FaultKind::ExtraCells), code_fault(&row.code), name, long(&row.note).then_some(FaultKind::NoteTooLong)];
    checked.into_iter().flatten().collect()
}
