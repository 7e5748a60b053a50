//! One table of a file, read key by key.

use std::cell::RefCell;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::Code;
use super::nearest::nearest;
use super::read::Context;

/// So many findings may have a suggestion.
const MOST_SLIPS: usize = 100;

/// A table of the file (the whole file, `[identitas]`, one `[[langkah]]`). Ask it for every key it may have: what is missing or of the
/// wrong type becomes a finding and a stand-in value, so that the reading goes on; what was never asked for is reported as an unknown
/// key.
pub struct Table<'a> {
    pub(super) context: &'a Context<'a>,
    table: &'a DeTable<'a>,
    path: String,
    line: u32,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Table<'a> {
    pub(super) fn root(context: &'a Context<'a>, table: &'a DeTable<'a>) -> Self {
        Self { context, table, path: String::new(), line: 1, asked: RefCell::default() }
    }

    pub(super) fn inner(&self, path: String, span: &Range<usize>, table: &'a DeTable<'a>) -> Table<'a> {
        let line = self.context.index.line_of(span);
        self.context.lines.borrow_mut().note(path.clone(), line);
        Table { context: self.context, table, path, line, asked: RefCell::default() }
    }

    /// Runs `shape` over the table, then reports the keys that it did not ask for.
    pub(super) fn read_whole<T>(&self, shape: impl FnOnce(&Table<'a>) -> T) -> T {
        let value = shape(self);
        let asked = self.asked.borrow();
        for key in self.table.keys() {
            if !asked.iter().any(|name| *name == key.get_ref().as_ref()) {
                // A file full of strangers is no SOP with a slip in it; searching for each what was meant would only take time.
                let is_slip = self.context.findings.borrow().len() < MOST_SLIPS;
                let meant = if is_slip { nearest(key.get_ref(), asked.iter().copied()) } else { None };
                self.report_unknown(&key.span(), key.get_ref(), meant);
            }
        }
        value
    }

    fn report_unknown(&self, span: &Range<usize>, key: &str, meant: Option<&str>) {
        let place = if self.path.is_empty() { String::new() } else { format!(" di `{}`", plain(&self.path)) };
        let advice = meant.map_or("Hapus kunci itu atau perbaiki ejaannya.".to_owned(), |word| format!("Mungkin maksudnya `{word}`."));
        let key: String = key.chars().filter(|letter| !letter.is_control()).take(60).collect();
        self.context.report(self.context.index.line_of(span), Code::S001, format!("Kunci `{key}`{place} tidak dikenal. {advice}"));
    }

    /// The line of the table's heading; 1 for the whole file.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.line
    }

    /// The line of `key`, or of the table where the key is not there.
    #[must_use]
    pub fn line_of(&self, key: &str) -> u32 {
        self.table.get_key_value(key).map_or(self.line, |(name, _)| self.context.index.line_of(&name.span()))
    }

    /// The line on which `needle` first stands within the value of `key`, for values that run over several lines.
    #[must_use]
    pub fn line_within(&self, key: &str, needle: &str) -> u32 {
        let within = self.table.get(key).and_then(|value| {
            let span = value.span();
            let offset = self.context.source.get(span.clone())?.find(needle)?;
            Some(self.context.index.line(span.start + offset))
        });
        within.unwrap_or_else(|| self.line_of(key))
    }

    /// The line of key `inner` in the row `at` (from 0) of the tables `[[key]]` that were read already.
    #[must_use]
    pub fn line_of_item(&self, key: &str, at: usize, inner: &str) -> u32 {
        self.context.lines.borrow().of(&format!("{}[{at}].{inner}", self.path_of(key)))
    }

    /// Whether the file gives `key` (this is not asking for it).
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Reports a fault at the line of `key`. The value read so far still counts as whole, so that further checks go on.
    pub fn report(&self, key: &str, code: Code, message: impl Into<String>) {
        self.context.report(self.line_of(key), code, message.into());
    }

    /// Reports a fault at a line of one's own finding.
    pub fn report_at(&self, line: u32, code: Code, message: impl Into<String>) {
        self.context.report(line, code, message.into());
    }

    /// Reports a fault that leaves a hole in the value: nothing can be built on it.
    pub(super) fn hole(&self, line: u32, message: String) {
        self.context.whole.set(false);
        self.context.report(line, Code::S001, message);
    }

    pub(super) fn report_missing(&self, key: &str) {
        let place = if self.path.is_empty() { "berkas ini".to_owned() } else { format!("`{}`", plain(&self.path)) };
        self.hole(self.line, format!("Kunci `{key}` tidak ada di {place}. Tambahkan `{key}`."));
    }

    /// Marks `key` as known and looks it up.
    pub(super) fn ask(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().push(key);
        let (name, value) = self.table.get_key_value(key)?;
        self.context.lines.borrow_mut().note(self.path_of(key), self.context.index.line_of(&name.span()));
        Some(value)
    }

    pub(super) fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

/// A path without list positions, as the file writes its headings: `langkah.isian`.
fn plain(path: &str) -> String {
    let mut inside = false;
    path.chars()
        .filter(|letter| {
            inside = (inside || *letter == '[') && *letter != ']';
            !inside && *letter != ']'
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Level, read};

    #[test]
    fn headings_are_named_without_positions() {
        for (path, expected) in [("langkah[12].isian[0]", "langkah.isian"), ("identitas", "identitas"), ("", "")] {
            assert_eq!(plain(path), expected);
        }
    }

    #[test]
    fn faults_of_shape_name_key_line_and_remedy() {
        for (source, line, message) in [
            ("", 1, "Kunci `id` tidak ada di berkas ini. Tambahkan `id`."),
            ("id = 3", 1, "Kunci `id` harus berupa teks, bukan bilangan bulat."),
            ("\nid = \" \"", 2, "Kunci `id` tidak boleh kosong."),
            ("id = \"a\"\nidd = 1", 2, "Kunci `idd` tidak dikenal. Mungkin maksudnya `id`."),
            ("id = \"a\"\n\nwarna = 1", 3, "Kunci `warna` tidak dikenal. Hapus kunci itu atau perbaiki ejaannya."),
            ("id = \"a\\u0007\"", 1, "Kunci `id` memuat karakter kendali U+0007; hapus karakter itu."),
            ("id = \"a\"\ndaftar = \"x\"", 2, "Kunci `daftar` harus berupa daftar teks, bukan teks."),
            ("id = \"a\"\ndaftar = [\n\"x\",\n4]", 4, "Kunci `daftar` harus berupa teks, bukan bilangan bulat."),
            ("id = \"a\"\nnilai = 0", 2, "Kunci `nilai` harus berupa bilangan bulat 1 sampai 9999."),
            ("id = \"a\"\nnilai = 99999999999999999999", 2, "Kunci `nilai` harus berupa bilangan bulat 1 sampai 9999."),
            ("id = \"a\"\nya = 1", 2, "Kunci `ya` harus berupa true atau false, bukan bilangan bulat."),
            ("id = \"a\"\ntingkat = \"gala\"", 2, "Kunci `tingkat` tidak boleh bernilai `gala`. Pilihannya: galat, peringatan."),
            ("id = \"a\"\nbutir = 1", 2, "Kunci `butir` harus berupa bagian [[butir]], bukan bilangan bulat."),
            ("id = \"a\"\n[[butir]]\nnam = 1", 3, "Kunci `nam` di `butir` tidak dikenal. Mungkin maksudnya `nama`."),
            ("id = \"a\"\nkop = 1", 2, "Kunci `kop` harus berupa bagian [kop], bukan bilangan bulat."),
        ] {
            let reading = read("a.toml", source.as_bytes(), |root| {
                root.text("id");
                root.texts_or_none("daftar");
                root.number_or_none("nilai", 1..=9999);
                root.flag("ya");
                root.word_or_none::<Level>("tingkat");
                root.tables_or_none("butir", |row| row.text_or_none("nama"));
                root.table_or_none("kop", |kop| kop.text_or_none("nama"));
            });
            let found: Vec<(u32, &str)> = reading.findings.iter().map(|finding| (finding.line, finding.message.as_str())).collect();
            assert_eq!(found, [(line, message)], "{source:?}");
        }
    }

    #[test]
    fn a_value_is_whole_in_spite_of_an_unknown_key_but_not_of_a_missing_one() {
        let shape = |root: &Table<'_>| root.text("id");
        let stranger = read("a.toml", b"id = \"a\"\nx = 1", shape);
        assert!(stranger.value.is_some() && stranger.into_result().is_err());
        assert!(read("a.toml", b"x = 1", shape).value.is_none());
        assert_eq!(read("a.toml", b"id = \"a\"", shape).into_result().map(|(id, lines)| (id, lines.of("id"))), Ok(("a".to_owned(), 1)));
    }
}
