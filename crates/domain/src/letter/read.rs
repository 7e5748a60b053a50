//! Texts, conditions and faults of a template file, on top of the TOML reader.

use super::condition::{Condition, Test};
use super::fault::{FaultCode, TemplateFault};
use super::placeholder::Text;
use crate::document::Table;
use std::cell::RefCell;

/// Reads the texts of one file and collects the faults that only templates can have.
pub(super) struct Reader<'f> {
    file: &'f str,
    faults: RefCell<Vec<TemplateFault>>,
}

impl<'f> Reader<'f> {
    pub(super) fn new(file: &'f str) -> Self {
        Self { file, faults: RefCell::default() }
    }

    pub(super) fn into_faults(self) -> Vec<TemplateFault> {
        self.faults.into_inner()
    }

    pub(super) fn fault(&self, line: u32, field: &str, code: FaultCode, message: String) {
        self.faults.borrow_mut().push(TemplateFault { file: self.file.to_owned(), line, field: field.to_owned(), code, message });
    }

    /// A text that must be there. `at` names the part of the template that it stands in.
    pub(super) fn text(&self, table: &Table<'_>, key: &'static str, at: &str) -> Text {
        self.read_text(table, key, at, &table.text(key))
    }

    /// A text that may be absent or empty.
    pub(super) fn text_or_none(&self, table: &Table<'_>, key: &'static str, at: &str) -> Option<Text> {
        table.text_or_none(key).map(|source| self.read_text(table, key, at, &source))
    }

    /// A list of texts that must be there, with at least one.
    pub(super) fn texts(&self, table: &Table<'_>, key: &'static str, at: &str) -> Vec<Text> {
        let sources = table.texts(key);
        if sources.is_empty() && table.has(key) {
            self.fault(table.line_of(key), &within(at, key), FaultCode::File, format!("Kunci `{key}` tidak boleh kosong."));
        }
        self.read_texts(table, key, at, &sources)
    }

    /// A list of texts that may be absent.
    pub(super) fn texts_or_none(&self, table: &Table<'_>, key: &'static str, at: &str) -> Vec<Text> {
        let sources = table.texts_or_none(key);
        self.read_texts(table, key, at, &sources)
    }

    /// `bila = { "nama.nilai" = ["…"] }`
    pub(super) fn condition(&self, table: &Table<'_>, at: &str) -> Condition {
        let tests = table.lists_by_key_or_none("bila").unwrap_or_default().into_iter().map(|(name, allowed)| {
            let line = table.line_within("bila", &name);
            if allowed.is_empty() {
                self.fault(
                    line,
                    &within(at, "bila"),
                    FaultCode::File,
                    "Daftar nilai pada `bila` kosong. Isi paling sedikit satu nilai.".to_owned(),
                );
            }
            Test { name, allowed, line, field: within(at, "bila") }
        });
        Condition { tests: tests.collect() }
    }

    /// Reads a text that stands, or would stand, at `key`. A text that breaks the grammar is reported and counts as empty.
    pub(super) fn read_text(&self, table: &Table<'_>, key: &str, at: &str, source: &str) -> Text {
        let (field, line) = (within(at, key), table.line_of(key));
        Text::read(source, &field, line, |near| table.line_within(key, near)).unwrap_or_else(|slips| {
            for slip in slips {
                self.fault(table.line_within(key, &slip.near), &field, FaultCode::Grammar, slip.message);
            }
            Text { parts: Vec::new(), line, field }
        })
    }

    fn read_texts(&self, table: &Table<'_>, key: &str, at: &str, sources: &[String]) -> Vec<Text> {
        sources.iter().map(|source| self.read_text(table, key, at, source)).collect()
    }
}

/// The name of a part inside a part, for messages: `bagian 2, baris 1, teks`.
pub(super) fn within(at: &str, inner: &str) -> String {
    if at.is_empty() { inner.to_owned() } else { format!("{at}, {inner}") }
}
