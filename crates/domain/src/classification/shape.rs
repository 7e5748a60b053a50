//! How a file of codes is laid out: what parts its cells, and which column holds what.

use super::{FaultKind, code_fault};
use csv::{ReaderBuilder, StringRecord};

/// What may part cells, in the order in which they are tried. Names often hold commas, so the comma comes last.
const DELIMITERS: [u8; 3] = [b';', b'\t', b','];
/// How many lines tell what parts the cells.
const LOOKED_AT: usize = 50;
/// Titles of columns, in small letters and without anything between.
const CODES: [&str; 7] = ["kode", "kodeklasifikasi", "kodeklasifikasiarsip", "kodearsip", "nomorkode", "klasifikasi", "code"];
const NAMES: [&str; 11] = [
    "uraian",
    "nama",
    "uraianklasifikasi",
    "namaklasifikasi",
    "jenisarsip",
    "namajenisarsip",
    "uraiankode",
    "deskripsi",
    "perihal",
    "masalah",
    "name",
];
const NOTES: [&str; 3] = ["keterangan", "ket", "catatan"];

/// The layout of a file.
pub(super) struct Shape {
    /// What parts the cells.
    pub(super) delimiter: u8,
    /// Where the code stands.
    pub(super) code: usize,
    /// Where the name stands.
    pub(super) name: usize,
    /// Where the note stands.
    pub(super) note: Option<usize>,
    /// How many columns there are.
    pub(super) width: usize,
    /// The first line is a heading.
    pub(super) headed: bool,
}

/// One line that is not blank, with its number.
pub(super) struct Line {
    /// From 1.
    pub(super) number: usize,
    /// Cells, without blanks around or within them where one is enough.
    pub(super) cells: Vec<String>,
    /// The line ends the file within a quoted text.
    pub(super) open_quote: bool,
}

/// The line that cannot be read, and why.
pub(super) type Misread = (usize, FaultKind);

/// Finds the layout. Excel's own first line (`sep=;`) says what parts the cells; else it is what gives the most lines that can be used.
///
/// # Errors
/// The line of a heading without a column of names.
pub(super) fn shape(text: &str) -> Result<Shape, Misread> {
    let told = text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| text.as_bytes().get(4).copied());
    let tried = DELIMITERS.iter().filter(|delimiter| told.is_none_or(|told| told == **delimiter));
    let mut best: Option<(usize, Result<Shape, Misread>)> = None;
    for delimiter in tried {
        let first: Vec<Line> = lines(text, *delimiter).take(LOOKED_AT).collect();
        let found = of_delimiter(*delimiter, &first);
        let fit = found.as_ref().map_or(1, |shape| usable(shape, &first));
        if best.as_ref().is_none_or(|(most, _)| fit > *most) {
            best = Some((fit, found));
        }
    }
    best.map_or_else(|| Ok(plain(DELIMITERS[0])), |(_, shape)| shape)
}

/// The lines of a text that have something in them.
pub(super) fn lines(text: &str, delimiter: u8) -> impl Iterator<Item = Line> {
    let reader = ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut at, mut number) = (0, 1);
    // Nothing is lost here: text in memory is read without a fault, and a line may have any number of cells.
    let mut records = reader.into_records().map_while(Result::ok).peekable();
    let numbered = std::iter::from_fn(move || {
        let record = records.next()?;
        // The reader's own line counts neither the empty lines that it leaps over nor where it has not looked yet.
        let begin = start(text, &record);
        number += text.as_bytes().get(at..begin).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count();
        at = begin;
        let last = records.peek().is_none();
        Some(Line { number, cells: record.iter().map(clean).collect(), open_quote: last && is_open(text.get(begin..).unwrap_or_default()) })
    });
    let is_excels = |line: &Line| line.number == 1 && line.cells.first().is_some_and(|cell| cell.to_ascii_lowercase().starts_with("sep="));
    numbered.filter(move |line| line.cells.iter().any(|cell| !cell.is_empty()) && !is_excels(line))
}

/// Where a record begins: behind the empty lines that the reader leaps over.
fn start(text: &str, record: &StringRecord) -> usize {
    let from = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
    let empty = text.as_bytes().get(from..).unwrap_or_default().iter().take_while(|byte| **byte == b'\n').count();
    from.saturating_add(empty)
}

/// A last record over several lines with an odd quote in it: the text that it began was never closed.
fn is_open(rest: &str) -> bool {
    rest.trim_end().contains('\n') && rest.bytes().filter(|byte| *byte == b'"').count() % 2 == 1
}

/// A cell as it is kept: one blank where there were several, or a line break.
fn clean(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Code, name and note in this order.
fn plain(delimiter: u8) -> Shape {
    Shape { delimiter, code: 0, name: 1, note: Some(2), width: 3, headed: false }
}

fn of_delimiter(delimiter: u8, lines: &[Line]) -> Result<Shape, Misread> {
    let Some(first) = lines.first() else { return Ok(plain(delimiter)) };
    let titles: Vec<String> = first.cells.iter().map(|cell| title(cell)).collect();
    let column = |known: &[&str]| titles.iter().position(|title| known.contains(&title.as_str()));
    let Some(code) = column(&CODES).filter(|_| !first.cells.iter().any(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()))) else {
        return Ok(plain(delimiter));
    };
    let note = column(&NOTES);
    let (name, note) = match column(&NAMES) {
        Some(name) => (name, note),
        None => (note.ok_or((first.number, FaultKind::NoNameColumn))?, None),
    };
    Ok(Shape { delimiter, code, name, note, width: titles.len(), headed: true })
}

fn title(cell: &str) -> String {
    cell.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How well a layout fits the lines looked at: a heading that is understood, and lines with a code and a name.
fn usable(shape: &Shape, lines: &[Line]) -> usize {
    let cell = |line: &Line, at: usize| line.cells.get(at).is_some_and(|cell| !cell.is_empty());
    let is_code = |line: &Line| line.cells.get(shape.code).is_some_and(|code| code_fault(code).is_none());
    let good = lines.iter().filter(|line| is_code(line) && cell(line, shape.name)).count();
    good + if shape.headed { LOOKED_AT } else { 0 }
}
