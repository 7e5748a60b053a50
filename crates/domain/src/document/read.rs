//! From bytes to a value: the one way in.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use toml::de::DeTable;

use super::fault::{Code, Finding};
use super::lines::{LineIndex, Lines};
use super::{Table, raw, syntax};

/// What came of reading a file.
#[derive(Clone, Debug)]
pub struct Reading<T> {
    /// The value, where nothing in it had to be made up. It may be there although `findings` has errors (an unknown key, say), so that
    /// further checks can report everything in one go; only [`Reading::into_result`] gives a value to work with.
    pub value: Option<T>,
    /// Where the keys of the value stand.
    pub lines: Lines,
    /// All faults, by line.
    pub findings: Vec<Finding>,
}

impl<T> Reading<T> {
    /// The value and its lines.
    ///
    /// # Errors
    /// All findings, if one of them is an error: nothing is half loaded.
    pub fn into_result(self) -> Result<(T, Lines), Vec<Finding>> {
        match self.value {
            Some(value) if !self.findings.iter().any(Finding::is_error) => Ok((value, self.lines)),
            _ => Err(self.findings),
        }
    }
}

/// Reads a TOML file. `shape` takes the keys it knows from the root table; whatever it leaves is reported as unknown. A file with faults
/// of syntax is reported for those alone, because what follows a broken line can only be guessed.
pub fn read<T>(file: &str, bytes: &[u8], shape: impl FnOnce(&Table<'_>) -> T) -> Reading<T> {
    let nothing = |findings| Reading { value: None, lines: Lines::default(), findings };
    let source = match raw::text_of(bytes) {
        Ok(source) => source,
        Err((line, message)) => return nothing(vec![Finding::new(file, line, Code::S001, message)]),
    };
    let index = LineIndex::new(source);
    let (root, errors) = DeTable::parse_recoverable(source);
    if !errors.is_empty() {
        return nothing(syntax_findings(file, source, &index, &errors));
    }
    let context = Context { file, source, index, lines: RefCell::default(), findings: RefCell::default(), whole: Cell::new(true) };
    let value = Table::root(&context, root.get_ref()).read_whole(shape);
    let mut findings = context.findings.into_inner();
    findings.sort_by_key(|finding| (finding.line, finding.code));
    Reading { value: context.whole.get().then_some(value), lines: context.lines.into_inner(), findings }
}

/// One finding a line: the parser often sees the same slip twice.
fn syntax_findings(file: &str, source: &str, index: &LineIndex, errors: &[toml::de::Error]) -> Vec<Finding> {
    let mut by_line = BTreeMap::new();
    for error in errors {
        let line = error.span().map_or(1, |span| index.line_of(&span));
        by_line.entry(line).or_insert_with(|| Finding::new(file, line, Code::S001, syntax::sentence(error, source)));
    }
    by_line.into_values().collect()
}

/// What all tables of one reading share.
pub(super) struct Context<'a> {
    pub(super) file: &'a str,
    pub(super) source: &'a str,
    pub(super) index: LineIndex,
    pub(super) lines: RefCell<Lines>,
    pub(super) findings: RefCell<Vec<Finding>>,
    /// False once a value had to be made up for a missing or unreadable one.
    pub(super) whole: Cell<bool>,
}

impl Context<'_> {
    pub(super) fn report(&self, line: u32, code: Code, message: String) {
        self.findings.borrow_mut().push(Finding::new(self.file, line, code, message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names(table: &Table<'_>) -> (String, Vec<String>) {
        (table.text("id"), table.tables("butir", |row| row.text("nama")))
    }

    #[test]
    fn every_syntax_fault_is_reported_at_once() {
        let reading = read("a.toml", b"id = x\nnama = \"a\"\n[[butir]]\nnama = \"b\nlain = \"c\"\n", names);
        let lines: Vec<u32> = reading.findings.iter().map(|finding| finding.line).collect();
        assert_eq!(lines, [1, 4]);
        assert!(reading.into_result().is_err());
    }

    #[test]
    fn deep_nesting_is_refused_and_does_not_overflow() {
        let array = format!("id = {}", "[".repeat(200_000));
        let dotted = format!("{}id = 1", "a.".repeat(200_000));
        let tables = format!("[{}id]", "a.".repeat(200_000));
        for source in [array, dotted, tables] {
            let reading = read("a.toml", source.as_bytes(), names);
            assert!(reading.value.is_none() && !reading.findings.is_empty());
        }
    }

    proptest! {
        #[test]
        fn any_bytes_give_a_value_or_findings_with_a_line(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let reading = read("a.toml", &bytes, names);
            prop_assert!(reading.value.is_some() || !reading.findings.is_empty());
            prop_assert!(reading.findings.iter().all(|finding| finding.line >= 1));
        }
    }
}
